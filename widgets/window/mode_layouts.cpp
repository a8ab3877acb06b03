#include "widgets/window/mode_layouts.h"

namespace paddock {

namespace {

constexpr int kLayoutVersion = 3; // of saveState; others are forgotten

// What was built out of sight keeps sizes from before its icons and style; a window that went by
// them would grow, and stay so.
void measureAnew(QDockWidget &dock) {
    for (QWidget *widget : dock.findChildren<QWidget *>()) {
        widget->ensurePolished();
        widget->updateGeometry();
    }
    dock.updateGeometry();
}

} // namespace

const char *modeName(StudioMode mode) {
    constexpr const char *kNames[] = {"train", "drive", "scenario", "evaluate", "welcome"};
    return kNames[int(mode)];
}

void ModeLayouts::add(StudioMode mode, QList<QDockWidget *> docks, std::function<void()> arrange) {
    m_modes[mode] = {std::move(docks), std::move(arrange), m_settings.layout(modeName(mode))};
}

void ModeLayouts::begin(StudioMode mode) {
    m_mode = mode;
    show();
}

void ModeLayouts::enter(StudioMode mode) {
    if (mode == m_mode)
        return;
    m_modes[m_mode].state = m_window.saveState(kLayoutVersion);
    m_mode = mode;
    show();
}

void ModeLayouts::show() {
    Layout &layout = m_modes[m_mode];
    for (QDockWidget *dock : layout.docks)
        measureAnew(*dock);
    if (layout.state.isEmpty() || !m_window.restoreState(layout.state, kLayoutVersion))
        reset();
    hideOthers();
}

void ModeLayouts::reset() {
    for (const auto &[mode, layout] : m_modes)
        for (QDockWidget *dock : layout.docks) {
            dock->setFloating(false);
            m_window.removeDockWidget(dock);
        }
    m_modes[m_mode].arrange();
    hideOthers();
}

void ModeLayouts::hideOthers() {
    for (const auto &[mode, layout] : m_modes)
        for (QDockWidget *dock : layout.docks)
            if (!docks().contains(dock))
                dock->hide();
}

void ModeLayouts::save() {
    m_modes[m_mode].state = m_window.saveState(kLayoutVersion);
    for (const auto &[mode, layout] : m_modes)
        if (!layout.state.isEmpty())
            m_settings.setLayout(modeName(mode), layout.state);
}

} // namespace paddock
