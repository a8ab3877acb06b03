// Documents as the welcome page shows them: read and drawn on a thread of their own, because a
// folder may be slow and a track large.
#pragma once

#include "widgets/scene/scene_theme.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QStringList>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace paddock {

struct DocumentCard {
    QString file;        // absolute
    QString title;       // "Intersection tuned"
    QString description; // of the document
    QString facts;       // "4 cars · 25 worlds · 300 k steps"
    QString problem;     // why it cannot be read; empty: it can
    QImage picture;      // plan view
};

// The folder of documents that came with the program: beside an installed program, in the sources
// of one that was built there, else below the present folder. Empty: there is none.
QString shippedScenarios();
// Its documents, the ones to begin with first.
QStringList shippedDocuments(const QString &folder);

DocumentCard readCard(const QString &file, QSize picture, const SceneTheme &look);

class DocumentShelf : public QObject {
    Q_OBJECT
  public:
    explicit DocumentShelf(QObject *parent = nullptr);
    ~DocumentShelf() override;

    // Forgets what was asked before and has not begun. Pictures have `picture` pixels.
    void ask(const QStringList &files, QSize picture, const SceneTheme &look);

  Q_SIGNALS:
    void ready(const DocumentCard &card);

  private:
    struct Request {
        QString file;
        QSize picture;
        SceneTheme look;
    };
    void serve(const std::stop_token &stop);

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Request> m_requests;
    std::jthread m_thread; // last: it ends before what it uses
};

} // namespace paddock
