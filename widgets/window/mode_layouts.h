// Which panels each mode shows and where: every mode keeps its own layout, over restarts too.
#pragma once

#include "widgets/document/settings.h"
#include "widgets/window/studio_mode.h"

#include <QByteArray>
#include <QDockWidget>
#include <QList>
#include <QMainWindow>

#include <functional>
#include <map>

namespace paddock {

class ModeLayouts {
  public:
    ModeLayouts(QMainWindow &window, Settings &settings) : m_window(window), m_settings(settings) {}

    // `arrange` puts the mode's docks to their first places.
    void add(StudioMode mode, QList<QDockWidget *> docks, std::function<void()> arrange);
    StudioMode mode() const { return m_mode; }
    const QList<QDockWidget *> &docks() const { return m_modes.at(m_mode).docks; }
    void begin(StudioMode mode); // the first one; its layout of the last time, if there is one
    void enter(StudioMode mode); // keeps the layout of the mode that is left
    void reset();                // of the mode that is on
    void save();                 // all of them to the settings

  private:
    struct Layout {
        QList<QDockWidget *> docks;
        std::function<void()> arrange;
        QByteArray state; // as left; empty: not seen yet
    };
    void show();
    void hideOthers();

    QMainWindow &m_window;
    Settings &m_settings;
    std::map<StudioMode, Layout> m_modes;
    StudioMode m_mode = StudioMode::Train;
};

} // namespace paddock
