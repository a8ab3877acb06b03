// A frame that pulses around a widget for a moment, to show where it is. It takes no clicks.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QPointer>
#include <QVariantAnimation>
#include <QWidget>

namespace paddock {

class Spotlight : public QWidget {
    Q_OBJECT
  public:
    Spotlight(ThemeManager &themes, QWidget *window);

    void pointAt(QWidget *target); // null: nothing
    QWidget *target() const { return m_target; }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void follow();

    ThemeManager &m_themes;
    QPointer<QWidget> m_target;
    QVariantAnimation m_pulse;
};

} // namespace paddock
