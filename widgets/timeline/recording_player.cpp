#include "widgets/timeline/recording_player.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {
constexpr int kPicturePeriod = 16; // ms
} // namespace

RecordingPlayer::RecordingPlayer(QObject *parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kPicturePeriod);
    connect(&m_timer, &QTimer::timeout, this, &RecordingPlayer::advance);
}

void RecordingPlayer::open(Recording first, Recording second, int frame) {
    m_timer.stop();
    m_first = std::move(first);
    m_second = std::move(second);
    m_frames = m_first ? m_first->frames.count() : 0;
    if (m_second)
        m_frames = std::min(m_frames, m_second->frames.count());
    m_row = m_first ? m_first->picked : 0;
    m_part = 0;
    m_frame = std::clamp(frame, 0, std::max(m_frames - 1, 0));
    Q_EMIT playingChanged();
}

void RecordingPlayer::close() {
    open(nullptr, nullptr, 0);
}

Scenario RecordingPlayer::scene() const {
    Scenario scenario = m_first->scenario;
    scenario.parallel.worlds = m_second ? 2 : 1;
    return scenario;
}

void RecordingPlayer::setAgent(int row) {
    const int rows = m_first ? m_first->frames.shape.agents * (m_second ? 2 : 1) : 1;
    m_row = std::clamp(row, 0, rows - 1);
    Q_EMIT stepped();
}

void RecordingPlayer::seek(int frame) {
    m_playedFrom = std::clamp(frame, 0, std::max(m_frames - 1, 0));
    m_clock.start();
    moveTo(m_playedFrom);
}

bool RecordingPlayer::step(int by) {
    pause();
    const int wanted = m_frame + by;
    if (wanted < 0 || wanted >= m_frames)
        return false;
    seek(wanted);
    return true;
}

void RecordingPlayer::play() {
    if (!isOpen())
        return;
    m_playedFrom = m_frame >= m_frames - 1 ? 0 : m_frame + double(m_part);
    m_clock.start();
    m_timer.start();
    Q_EMIT playingChanged();
}

void RecordingPlayer::pause() {
    if (!m_timer.isActive())
        return;
    m_timer.stop();
    Q_EMIT playingChanged();
}

void RecordingPlayer::setSpeed(double times) {
    m_speed = times;
    m_playedFrom = m_frame + double(m_part);
    m_clock.start();
}

void RecordingPlayer::advance() {
    const double seconds = double(m_clock.nsecsElapsed()) * 1e-9;
    const double position = m_playedFrom + seconds * m_speed / m_first->period();
    moveTo(std::min(position, double(m_frames - 1)));
    if (m_frame >= m_frames - 1)
        pause();
}

void RecordingPlayer::moveTo(double position) {
    const int before = m_frame;
    m_frame = int(position);
    m_part = float(position - m_frame);
    Q_EMIT moved();
    if (m_frame != before || !playing())
        Q_EMIT stepped();
}

std::shared_ptr<const SessionSnapshot> RecordingPlayer::snapshot() const {
    if (!isOpen())
        return nullptr;
    return snapshotBetween(*m_first, m_second.get(), m_frame + double(m_part), m_row);
}

std::shared_ptr<const SessionSnapshot> snapshotBetween(const EpisodeRecording &first,
                                                       const EpisodeRecording *second,
                                                       double position, int row) {
    int frames = first.frames.count();
    if (second)
        frames = std::min(frames, second->frames.count());
    const int frame = std::clamp(int(position), 0, frames - 1);
    const float part = float(position - frame);
    const int agents = first.frames.shape.agents;
    const EpisodeRecording &explained = row >= agents && second ? *second : first;
    auto snapshot = std::make_shared<SessionSnapshot>(snapshotOf(explained, frame, row % agents));
    snapshot->picked.row = row;
    snapshot->scene = sceneBetween(first, frame, part);
    if (second) {
        const SceneSnapshot beside = sceneBetween(*second, frame, part);
        snapshot->scene.worlds = 2;
        snapshot->scene.agents.insert(snapshot->scene.agents.end(), beside.agents.begin(),
                                      beside.agents.end());
    }
    return snapshot;
}

} // namespace paddock
