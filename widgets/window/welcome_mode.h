// The Welcome mode: a page instead of the scene, without panels.
#pragma once

#include "widgets/welcome/welcome_page.h"
#include "widgets/window/mode_page.h"
#include "widgets/window/studio_parts.h"

namespace paddock {

class WelcomeMode : public ModePage {
    Q_OBJECT
  public:
    WelcomeMode(const StudioParts &parts, QObject *parent);

    WelcomePage &page() { return *m_page; }
    QList<QDockWidget *> docks() const override { return {}; }
    void arrange() override {}
    QWidget *centre() const override { return m_page; }
    void setShown(bool shown) override;

  private:
    WelcomePage *m_page = nullptr;
};

} // namespace paddock
