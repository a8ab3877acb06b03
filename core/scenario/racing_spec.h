// The competitive task: F1TENTH cars race head to head on a track, seeing by LIDAR.
#pragma once

#include "core/base/parameter.h"

#include <cstdint>
#include <vector>

namespace paddock {

// Paper: speed and ranges, swept from right to left. Released: per ray a miss flag and the hit
// fraction in ML-Agents' order (centre, right, left, second right, ...), then speed.
enum class RangeLayout { Paper, Released };

struct LidarSensorSpec {
    std::int64_t rays = 27;
    double fieldOfView = 4.71239; // rad, 270 degrees
    double range = 10;            // m
    double mountX = 0.2733;       // m ahead of the rear axle

    void visit(FieldVisitor &v);
};

struct RacingTaskSpec {
    double decisionPeriod = 0.02; // s
    double timeLimit = 60;        // s, 0 = none
    std::int64_t laps = 3;        // an episode ends after so many
    bool startAnywhere = true;    // drawn along the track instead of the start slots
    RangeLayout layout = RangeLayout::Paper;
    LidarSensorSpec lidar;
    std::vector<double> throttles{0.1, 0.5, 1.0};
    std::vector<double> steers{1, 0, -1}; // of the steering limit, left positive
    double collisionPenalty = 1;
    double checkpointReward = 0.01;
    bool checkpointReplacesSpeed = true; // false: a step with a checkpoint pays its speed too
    double lapReward = 0.1;
    double bestLapReward = 0.7;
    double speedReward = 0.01; // per m/s and step
    double progressReward = 0; // per metre won along the track
    // Judging sets this; documents do not. Families race in heats: whose episode has ended leaves
    // the track until all of its family have, then they start together. At the start slots the
    // agents of a family take turns in front.
    bool heats = false;

    void visit(FieldVisitor &v);
};

} // namespace paddock
