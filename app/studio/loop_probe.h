// Measures how smooth the window is: frames drawn and how late its event loop serves a 16 ms timer.
#pragma once

#include "widgets/scene/scene_view.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace paddock {

class LoopProbe : public QObject {
    Q_OBJECT
  public:
    explicit LoopProbe(const SceneView &view, QObject *parent = nullptr);

    double framesPerSecond() const;
    double lateness99() const; // ms, 99th percentile over the newest ticks

  private:
    void tick();

    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_lastTick = 0;      // ns
    std::vector<double> m_late; // ms, ring of the newest
    std::size_t m_next = 0;
    QTimer m_frameTimer;
    double m_frameRates = 0; // sum of the view's own rate, sampled once a second
    int m_frameSamples = 0;
};

} // namespace paddock
