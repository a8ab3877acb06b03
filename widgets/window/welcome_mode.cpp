#include "widgets/window/welcome_mode.h"

namespace paddock {

WelcomeMode::WelcomeMode(const StudioParts &parts, QObject *parent) : ModePage(parent) {
    m_page = new WelcomePage(parts.actions, parts.settings, parts.themes);
}

void WelcomeMode::setShown(bool shown) {
    m_page->showNotice({});
    if (shown)
        m_page->refresh();
}

} // namespace paddock
