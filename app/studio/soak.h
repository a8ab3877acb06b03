// Measures the window over a long run: what its event loop and its memory do while it is used.
#pragma once

#include "app/studio/loop_probe.h"
#include "widgets/window/main_window.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace paddock {

class Soak : public QObject {
    Q_OBJECT
  public:
    // Uses the window from now on: picks agents, changes cameras and modes, reads the help.
    explicit Soak(MainWindow &window);

    // Rows of figures on standard error.
    void print(const LoopProbe &probe) const;

  private:
    void tick();

    MainWindow &m_window;
    QTimer m_timer;
    QElapsedTimer m_clock;
    int m_ticks = 0;
    std::vector<double> m_seconds;
    std::vector<double> m_megabytes; // resident memory of the process
};

} // namespace paddock
