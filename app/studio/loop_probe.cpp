#include "app/studio/loop_probe.h"

#include <algorithm>
#include <ctime>

namespace paddock {

namespace {
constexpr int kPeriod = 16;            // ms
constexpr int kFramePeriod = 1000;     // ms
constexpr std::size_t kKept = 1 << 16; // ticks, about 17 minutes
constexpr double kNanoToMilli = 1e-6;

double threadSeconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) * 1e-9;
}
} // namespace

LoopProbe::LoopProbe(const SceneView &view, QObject *parent) : QObject(parent) {
    m_clock.start();
    m_startedAt = threadSeconds();
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kPeriod);
    connect(&m_timer, &QTimer::timeout, this, &LoopProbe::tick);
    m_frameTimer.setInterval(kFramePeriod);
    connect(&m_frameTimer, &QTimer::timeout, this, [this, &view] {
        m_frameRates += view.framesPerSecond();
        ++m_frameSamples;
    });
    m_frameTimer.start();
    m_timer.start();
}

void LoopProbe::tick() {
    const qint64 now = m_clock.nsecsElapsed();
    if (m_lastTick != 0) {
        const double late = std::max(0.0, double(now - m_lastTick) * kNanoToMilli - kPeriod);
        if (m_late.size() < kKept)
            m_late.push_back(late);
        else
            m_late[m_next++ % kKept] = late;
    }
    m_lastTick = now;
}

double LoopProbe::framesPerSecond() const {
    return m_frameSamples > 0 ? m_frameRates / m_frameSamples : 0;
}

double LoopProbe::processorShare() const {
    const double wall = double(m_clock.nsecsElapsed()) * 1e-9;
    return wall > 0 ? (threadSeconds() - m_startedAt) / wall : 0;
}

double LoopProbe::lateness(double share) const {
    if (m_late.empty())
        return 0;
    std::vector<double> sorted = m_late;
    const auto at = sorted.begin() + std::ptrdiff_t(double(sorted.size() - 1) * share);
    std::nth_element(sorted.begin(), at, sorted.end());
    return *at;
}

} // namespace paddock
