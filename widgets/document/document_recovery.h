// Keeps what is not saved of the open document in a file beside, so that a crash costs a second of
// work. Each window has a file of its own, which goes when the document is saved or left.
#pragma once

#include "widgets/document/document_model.h"

#include <QDateTime>
#include <QLockFile>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace paddock {

// What a window that is gone has left.
struct RecoveryFile {
    QString path;
    QString document; // file of the document; empty: it never had one
    QString title;
    QDateTime written;
};

class DocumentRecovery : public QObject {
    Q_OBJECT
  public:
    // Watches `document`, which must outlive this, and writes into `folder`.
    DocumentRecovery(DocumentModel &document, const QString &folder, QObject *parent = nullptr);
    ~DocumentRecovery() override;
    static QString defaultFolder();

    QString file() const { return m_file; } // exists while something is not saved
    void writeNow();
    void forget(); // the document was left on purpose

    // Of windows that no longer run, newest first. Files that cannot be read are set aside as
    // "<file>.bad".
    std::vector<RecoveryFile> leftOver() const;
    // Opens what was left as an unsaved document. The old file goes only when this window's own
    // holds the same, so a second crash loses nothing either.
    Status recover(const RecoveryFile &found);
    static void discard(const RecoveryFile &found);

  private:
    void follow();
    Status reopen(const Scenario &scenario, const RecoveryFile &found);

    DocumentModel &m_document;
    QString m_folder;
    QString m_file;
    std::unique_ptr<QLockFile> m_lock; // says that this window lives
    QTimer m_soon;
};

} // namespace paddock
