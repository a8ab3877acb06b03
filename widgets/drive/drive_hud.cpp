#include "widgets/drive/drive_hud.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace paddock {

namespace {

constexpr double kDegrees = 180 / 3.14159265358979323846;

QString tr(const char *text) {
    return QCoreApplication::translate("DriveHud", text);
}

QString seconds(double value) {
    return value > 0 ? tr("%1 s").arg(decimalText(value, 2)) : QString("-");
}

QString signedSeconds(double value) {
    return (value < 0 ? QStringLiteral("-") : QStringLiteral("+")) +
           tr("%1 s").arg(decimalText(std::abs(value), 2));
}

QString motionLine(const DriveHud &hud) {
    const double speed = std::size_t(hud.row) < hud.snapshot.scene.agents.size()
                             ? hud.snapshot.scene.agents[std::size_t(hud.row)].speed
                             : 0;
    // What the wheels do, and in brackets what the person asks for.
    return tr("%1 m/s   throttle %2 (you %3)   steer %4° (you %5°)")
        .arg(decimalText(speed, 2), percentText(hud.status.appliedThrottle),
             percentText(hud.status.input.throttle),
             decimalText(hud.status.appliedSteer * kDegrees, 0),
             decimalText(hud.status.input.steer * hud.steeringLimit * kDegrees, 0));
}

} // namespace

void LapClock::update(const RaceStatus &race) {
    if (race.checkpoints <= 0)
        return;
    if (race.laps > m_laps || race.lapTime + 1e-6 < m_lapTime) { // a lap or a restart ended it
        const bool best =
            race.laps > m_laps && race.lastLapTime > 0 && race.lastLapTime <= race.bestLapTime;
        if (race.laps > m_laps && m_best.size() == m_now.size() + 1)
            m_delta = race.lastLapTime - m_best.back();
        if (best) {
            m_now.push_back(race.lastLapTime);
            m_best = m_now;
        }
        if (race.laps <= m_laps)
            m_delta.reset(); // it was of the lap that is given up
        m_now.clear();
    } else if (m_next >= 0 && race.nextCheckpoint != m_next && race.lapTime > 0) {
        m_now.push_back(race.lapTime);
        if (m_now.size() <= m_best.size())
            m_delta = m_now.back() - m_best[m_now.size() - 1];
    }
    m_next = race.nextCheckpoint;
    m_laps = race.laps;
    m_lapTime = race.lapTime;
}

QStringList raceLines(const RaceStatus &race, std::optional<double> delta) {
    if (race.checkpoints <= 0)
        return {};
    QString times = tr("lap %1   last %2   best %3")
                        .arg(decimalText(race.lapTime, 2) + " s", seconds(race.lastLapTime),
                             seconds(race.bestLapTime));
    if (delta)
        times += "   " + signedSeconds(*delta);
    QString place = tr("lap %1   checkpoint %2 of %3")
                        .arg(race.laps + 1)
                        .arg(race.nextCheckpoint + 1)
                        .arg(race.checkpoints);
    if (race.wrongWay)
        place += "   " + tr("WRONG WAY");
    return {times, place};
}

QString recorderLine(const DriveStatus &status) {
    if (status.state == DriveState::Countdown)
        return tr("recording begins in %1 s").arg(std::ceil(status.countdown));
    if (status.armed)
        return tr("● recording %1 of %2 clean laps   %3 rows")
            .arg(status.cleanLaps)
            .arg(status.lapsWanted)
            .arg(status.lapRows);
    return status.cleanLaps > 0
               ? tr("recorded %1 of %2 clean laps").arg(status.cleanLaps).arg(status.lapsWanted)
               : tr("not recording");
}

QStringList driveHudLines(const DriveHud &hud) {
    QStringList lines{tr("%1 s   %2x real time   %3 frames/s")
                          .arg(decimalText(hud.snapshot.scene.simTime, 1),
                               valueText(hud.status.realTimeFactor, 3),
                               decimalText(hud.framesPerSecond, 0)),
                      hud.driver, motionLine(hud)};
    QStringList race = raceLines(hud.snapshot.picked.race, hud.delta);
    const QString collisions = tr("collisions %1").arg(hud.status.collisions);
    if (race.isEmpty())
        race = QStringList{collisions};
    else
        race.back() += "   " + collisions;
    return lines + race << recorderLine(hud.status);
}

} // namespace paddock
