#include "widgets/drive/lap_replay.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kFramePeriod = 16; // ms
constexpr int kPoseSize = 3;     // numbers of a pose
constexpr float kNowhere = 1e5f; // m; a lap does not tell where its next goal was

Pose poseAt(const DemonstrationEpisode &lap, int row) {
    const float *p = lap.poses.data() + std::size_t(row) * kPoseSize;
    return {{p[0], p[1]}, p[2]};
}

} // namespace

LapReplay::LapReplay(QObject *parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kFramePeriod);
    connect(&m_timer, &QTimer::timeout, this, &LapReplay::advance);
}

void LapReplay::setLap(int rows, double period, Source source) {
    m_timer.stop();
    m_source = std::move(source);
    m_lap.reset();
    m_rows = rows;
    m_period = period > 0 ? period : 0.02;
    m_row = 0;
    if (m_shown && canShow())
        show(0);
    else
        setShown(false);
    Q_EMIT moved(m_row);
}

// False when there is no such lap in its file any more; who reads it tells why.
bool LapReplay::read() {
    if (!m_lap && m_source)
        m_lap = m_source();
    m_rows = m_lap ? int(m_lap->poses.size() / kPoseSize) : 0;
    return m_rows > 0;
}

void LapReplay::play() {
    if (!canShow())
        return;
    if (m_row >= rows() - 1)
        m_row = 0;
    m_playedFrom = m_row;
    m_clock.start();
    m_timer.start();
    show(m_row);
}

void LapReplay::pause() {
    m_timer.stop();
    Q_EMIT shownChanged();
}

void LapReplay::seek(int row) {
    if (!canShow())
        return;
    m_row = std::clamp(row, 0, rows() - 1);
    m_playedFrom = m_row;
    m_clock.start();
    show(m_row);
}

void LapReplay::close() {
    m_timer.stop();
    setShown(false);
}

void LapReplay::advance() {
    const int passed = int(double(m_clock.elapsed()) * 1e-3 / m_period);
    const int row = std::min(m_playedFrom + passed, rows() - 1);
    if (row == m_row)
        return;
    m_row = row;
    show(row);
    if (row == rows() - 1)
        pause();
}

void LapReplay::show(int row) {
    if (!read())
        return close();
    row = std::min(row, m_rows - 1);
    setShown(true);
    Q_EMIT snapshotReady(snapshotAt(row));
    Q_EMIT moved(row);
}

void LapReplay::setShown(bool shown) {
    m_shown = shown;
    Q_EMIT shownChanged();
}

// What a lap does not hold is made from its poses: the speed, and how far the wheels have rolled.
std::shared_ptr<const SessionSnapshot> LapReplay::snapshotAt(int row) const {
    auto snapshot = std::make_shared<SessionSnapshot>();
    snapshot->scene.step = std::uint64_t(row);
    snapshot->scene.simTime = row * m_period;
    snapshot->scene.worlds = 1;
    snapshot->scene.agentsPerWorld = 1;
    AgentVisual car;
    car.pose = poseAt(*m_lap, row);
    car.goal = {kNowhere, kNowhere};
    if (row > 0)
        car.speed = length(car.pose.position - poseAt(*m_lap, row - 1).position) / float(m_period);
    snapshot->scene.agents.push_back(car);
    return snapshot;
}

} // namespace paddock
