#include "core/scenario/racing_spec.h"

#include <array>

namespace paddock {

namespace {
constexpr std::array<const char *, 2> kLayouts{"paper", "released"};
}

void LidarSensorSpec::visit(FieldVisitor &v) {
    v.integer({.key = "rays", .min = 1, .max = 1080, .help = "Rays of a scan"}, rays);
    v.number({.key = "field_of_view",
              .unit = "rad",
              .min = 0,
              .max = 6.2832,
              .help = "From the rightmost to the leftmost ray"},
             fieldOfView);
    v.number({.key = "range", .unit = "m", .min = 0.1, .max = 100, .help = "How far it sees"},
             range);
    v.number({.key = "mount_x",
              .unit = "m",
              .min = -2,
              .max = 2,
              .help = "Where the rays start, ahead of the rear axle"},
             mountX);
}

void RacingTaskSpec::visit(FieldVisitor &v) {
    v.number({.key = "decision_period",
              .unit = "s",
              .min = 0.001,
              .max = 1,
              .help = "Time between decisions; a whole number of physics ticks"},
             decisionPeriod);
    v.number({.key = "time_limit",
              .unit = "s",
              .min = 0,
              .max = 3600,
              .help = "Cuts an episode (truncation); 0 = none"},
             timeLimit);
    v.integer({.key = "laps", .min = 1, .max = 1000, .help = "An episode ends after so many laps"},
              laps);
    v.boolean({.key = "start_anywhere",
               .help = "true: an episode begins anywhere along the track; false: at a start slot"},
              startAnywhere);
    v.choice({.key = "layout",
              .help =
                  "Observation: speed and ranges as in the paper, or the released policies' miss "
                  "flags and fractions"},
             layout, kLayouts);
    v.group({.key = "lidar", .help = "What the cars see with"}, lidar);
    v.numbers({.key = "throttles", .min = 0, .max = 1, .help = "Choices of the throttle branch"},
              throttles);
    v.numbers({.key = "steers",
               .min = -1,
               .max = 1,
               .help = "Choices of the steering branch, of the steering limit, left positive"},
              steers);
    v.number({.key = "collision_penalty",
              .min = 0,
              .max = 1000,
              .help = "Eq. 3: touching a wall or a car; both cars pay"},
             collisionPenalty);
    v.number({.key = "checkpoint_reward",
              .min = 0,
              .max = 1000,
              .help = "Eq. 3: the next checkpoint is passed"},
             checkpointReward);
    v.boolean({.key = "checkpoint_replaces_speed",
               .help =
                   "true: a step that passes a checkpoint pays checkpoint_reward instead of the "
                   "speed (eq. 3); false: the speed, as the published code did"},
              checkpointReplacesSpeed);
    v.number({.key = "lap_reward", .min = 0, .max = 1000, .help = "Eq. 3: a lap is completed"},
             lapReward);
    v.number({.key = "best_lap_reward",
              .min = 0,
              .max = 1000,
              .help = "Eq. 3: instead of lap_reward when it was the agent's fastest so far"},
             bestLapReward);
    v.number({.key = "speed_reward",
              .unit = "s/m",
              .min = 0,
              .max = 1000,
              .help = "Eq. 3: every other step pays this times the speed"},
             speedReward);
    v.number({.key = "progress_reward",
              .unit = "1/m",
              .min = 0,
              .max = 1000,
              .help = "Ours, not in the paper: pays each metre won along the track"},
             progressReward);
}

} // namespace paddock
