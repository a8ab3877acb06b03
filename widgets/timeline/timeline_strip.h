// The strip under the scene of Train: the time line with its buttons, where one is, and how fast
// it plays.
#pragma once

#include "widgets/theme/theme_manager.h"
#include "widgets/timeline/timeline_bar.h"
#include "widgets/window/studio_actions.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QWidget>

namespace paddock {

class TimelineStrip : public QWidget {
    Q_OBJECT
  public:
    TimelineStrip(StudioActions &actions, ThemeManager &themes, QWidget *parent = nullptr);

    TimelineBar &bar() { return *m_bar; }
    QMenu &menu() { return *m_menu; } // of recordings
    void setWhere(const QString &text, const QString &help = {});
    QString where() const { return m_where->text(); }
    double speed() const;

  Q_SIGNALS:
    void speedChanged(double times);

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    void fillSpeeds();

    TimelineBar *m_bar = nullptr;
    QLabel *m_where = nullptr;
    QComboBox *m_speed = nullptr;
    QToolButton *m_recordings = nullptr;
    QMenu *m_menu = nullptr;
    QList<QToolButton *> m_worded; // without their words where there is little room
};

} // namespace paddock
