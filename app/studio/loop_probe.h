// Measures how smooth the window is, and what it takes: frames drawn, how late its event loop
// serves a 16 ms timer, and the processor time of its thread.
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
    // ms, at a share of the newest ticks: 0.99 is the 99th percentile.
    double lateness(double share) const;
    // Of one core, by the thread that calls, which is to be the window's; from the probe's start.
    double processorShare() const; // 0..1

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
    double m_startedAt = 0; // s of processor time
};

} // namespace paddock
