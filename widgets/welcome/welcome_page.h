// Where a session begins: what to do in one click, the lessons, the documents that ship, those that
// were open lately.
#pragma once

#include "widgets/document/settings.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/welcome/card_button.h"
#include "widgets/welcome/document_shelf.h"
#include "widgets/welcome/document_tile.h"
#include "widgets/welcome/recent_list.h"
#include "widgets/window/studio_actions.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

namespace paddock {

class WelcomePage : public QScrollArea {
    Q_OBJECT
  public:
    WelcomePage(StudioActions &actions, Settings &settings, ThemeManager &themes,
                QWidget *parent = nullptr);

    // Reads documents anew; pictures follow as they are drawn.
    void refresh();
    // Above everything, until the page is entered again.
    void showLessons(); // to be seen and with the keyboard
    void showNotice(const QString &text);
    QString notice() const;

    QAbstractButton *trainCard() const { return m_train; }
    QAbstractButton *driveCard() const { return m_drive; }
    QLineEdit *searchBox() const { return m_search; }
    QCheckBox *atStart() const { return m_atStart; }
    RecentList &recent() { return *m_recent; }
    const QList<CardButton *> &lessons() const { return m_lessons; }
    const QList<DocumentTile *> &tiles() const { return m_tiles; }

    static bool wantedAtStart(const Settings &settings);

  Q_SIGNALS:
    void openWanted(const QString &file);
    void trainWanted(const QString &file); // open it, then start at once
    void driveWanted(const QString &file);
    void lessonWanted(const QString &file);
    void runWanted(); // back to the run that is going on

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    QWidget *buildHead();
    QWidget *buildNotice();
    QWidget *buildActions();
    QWidget *buildLessons();
    QWidget *buildGallery();
    QWidget *buildRecent();
    QWidget *heading(const QString &text, QWidget *beside = nullptr);
    QString shipped(const QString &name) const; // empty when it is not there
    void filter(const QString &words);
    void showCard(const DocumentCard &card);

    StudioActions &m_actions;
    Settings &m_settings;
    ThemeManager &m_themes;
    QString m_folder; // of the documents that ship
    DocumentShelf m_shelf;
    QBoxLayout *m_columns = nullptr;
    QWidget *m_notice = nullptr;
    QLabel *m_noticeText = nullptr;
    QWidget *m_side = nullptr;
    CardButton *m_train = nullptr;
    CardButton *m_drive = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_nothing = nullptr;
    QCheckBox *m_atStart = nullptr;
    QList<CardButton *> m_lessons;
    RecentList *m_recent = nullptr;
    QList<DocumentTile *> m_tiles;
};

} // namespace paddock
