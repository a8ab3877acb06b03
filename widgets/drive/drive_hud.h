// What stands over the scene while somebody drives.
#pragma once

#include "core/run/drive_session.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace paddock {

// Compares the lap under way with the best one, checkpoint by checkpoint.
class LapClock {
  public:
    void reset() { *this = {}; }
    void update(const RaceStatus &race);
    // s behind (+) or ahead (-) of the best lap at the last checkpoint; nullopt without a best lap.
    std::optional<double> delta() const { return m_delta; }

  private:
    std::vector<double> m_now, m_best; // s into the lap at each checkpoint passed
    int m_next = -1, m_laps = 0;
    double m_lapTime = 0;
    std::optional<double> m_delta;
};

// "lap 6.42 s   last 9.84 s   best 9.71 s   +0.13 s", "lap 3   checkpoint 4 of 12"; empty where
// nobody races.
QStringList raceLines(const RaceStatus &race, std::optional<double> delta = {});

struct DriveHud {
    const SessionSnapshot &snapshot;
    const DriveStatus &status;
    int row = 0;              // driven
    QString driver;           // "Keyboard"
    double steeringLimit = 0; // rad, what the stick's end asks for
    double framesPerSecond = 0;
    std::optional<double> delta; // s
};
QStringList driveHudLines(const DriveHud &hud);

// "recording 3 of 5 clean laps"
QString recorderLine(const DriveStatus &status);

} // namespace paddock
