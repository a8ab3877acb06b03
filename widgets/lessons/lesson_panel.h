// The lesson that is on, beside the scene: the present step in words, what is done, the way on.
#pragma once

#include "widgets/lessons/lesson_player.h"
#include "widgets/theme/theme_manager.h"

#include <QFrame>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace paddock {

class LessonTicks;

class LessonPanel : public QFrame {
    Q_OBJECT
  public:
    LessonPanel(LessonPlayer &player, ThemeManager &themes, QWidget *parent = nullptr);

    QString stepTitle() const { return m_step->text(); }
    QString words() const { return m_words->text(); }
    QString state() const { return m_state->text(); }
    QPushButton *nextButton() const { return m_next; }
    QPushButton *backButton() const { return m_back; }
    QPushButton *showButton() const { return m_show; }
    QToolButton *leaveButton() const { return m_leave; }

  Q_SIGNALS:
    void showWanted(const QString &target); // point at it

  private:
    QWidget *buildHead();
    QWidget *buildButtons();
    void refresh();

    LessonPlayer &m_player;
    ThemeManager &m_themes;
    QLabel *m_title = nullptr;
    LessonTicks *m_ticks = nullptr;
    QLabel *m_step = nullptr;
    QLabel *m_words = nullptr;
    QFrame *m_done = nullptr;
    QLabel *m_doneIcon = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_show = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QToolButton *m_leave = nullptr;
};

} // namespace paddock
