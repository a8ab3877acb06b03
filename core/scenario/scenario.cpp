#include "core/scenario/scenario.h"

#include <array>

namespace paddock {

namespace {
constexpr std::array<const char *, 2> kSides{"right", "left"};
constexpr std::array<const char *, 2> kFrames{"body", "world"};
constexpr std::array<const char *, 2> kKinds{"intersection", "racing"};
} // namespace

void IntersectionMap::visit(FieldVisitor &v) {
    v.number({.key = "lane_width", .unit = "m", .min = 0.1, .max = 10, .help = "Of each lane"},
             laneWidth);
    v.integer(
        {.key = "lanes_per_direction", .min = 1, .max = 4, .help = "Lanes of each carriageway"},
        lanesPerDirection);
    v.number({.key = "half_size",
              .unit = "m",
              .min = 0.5,
              .max = 100,
              .help = "From the middle of the crossing to the end of a leg"},
             halfSize);
    v.number({.key = "corner_radius", .unit = "m", .min = 0, .max = 10, .help = "Of the kerb"},
             cornerRadius);
    v.choice({.key = "traffic_side", .help = "The side of the road that cars keep to"}, trafficSide,
             kSides);
}

void AgentsSpec::visit(FieldVisitor &v) {
    v.integer({.key = "count", .min = 1, .max = 16, .help = "Learning agents in each world"},
              count);
    v.text({.key = "vehicle", .help = "Name of the vehicle that they drive"}, vehicle);
    v.numbers(
        {.key = "legs",
         .min = 0,
         .max = 3,
         .help = "Leg on which agent i starts (0 east, 1 north, 2 west, 3 south), used in turn"},
        legs);
    v.texts({.key = "intentions",
             .help = "Where agent i wants to go: straight, left, right or any "
                     "(drawn anew each episode), used in turn"},
            intentions);
}

void IntersectionTaskSpec::visit(FieldVisitor &v) {
    v.number({.key = "decision_period",
              .unit = "s",
              .min = 0.001,
              .max = 1,
              .help = "Time between decisions; a whole number of physics ticks"},
             decisionPeriod);
    v.number(
        {.key = "time_limit",
         .unit = "s",
         .min = 0,
         .max = 3600,
         .help = "Cuts an episode (truncation, the value function still looks ahead); 0 = none"},
        timeLimit);
    v.number({.key = "restart_period",
              .unit = "s",
              .min = 0,
              .max = 3600,
              .help =
                  "Ours, not in the paper: every so often all agents of a world start anew "
                  "together. Without it they fall into a rhythm in which they never meet, and "
                  "learn little about arriving at the same time. Episodes that begin less than a "
                  "time limit before are learned from but not counted; 0 = never"},
             restartPeriod);
    v.number({.key = "scattered_starts",
              .min = 0,
              .max = 1,
              .help = "Ours, not in the paper: share of a world's starts at which its agents begin "
                      "anywhere on their way instead of all at its start, so that they meet at all "
                      "phases. Such an episode is learned from but not counted"},
             scatteredStarts);
    v.choice({.key = "frame", .help = "Frame of relative positions in the observation"}, frame,
             kFrames);
    v.number({.key = "start_distance",
              .unit = "m",
              .min = 0,
              .max = 100,
              .help = "Start of an episode, from the middle of the crossing"},
             startDistance);
    v.number({.key = "start_along",
              .unit = "m",
              .min = 0,
              .max = 10,
              .help = "The start is drawn within this, ahead and behind"},
             startAlong);
    v.number({.key = "start_across",
              .unit = "m",
              .min = 0,
              .max = 1,
              .help = "and within this to either side"},
             startAcross);
    v.number(
        {.key = "start_yaw", .unit = "rad", .min = 0, .max = 3.2, .help = "and turned within this"},
        startYaw);
    v.number({.key = "goal_distance",
              .unit = "m",
              .min = 0,
              .max = 100,
              .help = "Goal on the exit leg, from the middle of the crossing"},
             goalDistance);
    v.number({.key = "goal_tolerance",
              .unit = "m",
              .min = 0.001,
              .max = 10,
              .help = "The goal counts within this distance of either lane's goal point"},
             goalTolerance);
    v.numbers({.key = "throttles", .min = 0, .max = 1, .help = "Choices of the throttle branch"},
              throttles);
    v.numbers({.key = "steers",
               .min = -1,
               .max = 1,
               .help = "Choices of the steering branch, of the steering limit, left positive"},
              steers);
    v.number({.key = "goal_reward",
              .min = -1000,
              .max = 1000,
              .help = "Eq. 1, first case: the goal is reached"},
             goalReward);
    v.number({.key = "violation_penalty",
              .unit = "1/m",
              .min = 0,
              .max = 1000,
              .help = "Eq. 1, second case: a collision or leaving the lane costs this times the "
                      "distance to the goal"},
             violationPenalty);
    v.number({.key = "shaping_scale",
              .unit = "m",
              .min = 0,
              .max = 1000,
              .help = "Eq. 1, last case: every other step pays shaping_scale / (shaping_offset + "
                      "distance to the goal). It pays again each step, so lingering pays too"},
             shapingScale);
    v.number({.key = "shaping_offset",
              .unit = "m",
              .min = 1e-6,
              .max = 1000,
              .help = "Keeps the last case finite at the goal"},
             shapingOffset);
    v.number({.key = "progress_reward",
              .unit = "1/m",
              .min = 0,
              .max = 1000,
              .help = "Ours, not in the paper: pays for each metre by which the goal came nearer; "
                      "lingering does not pay"},
             progressReward);
    v.number({.key = "step_penalty",
              .min = 0,
              .max = 1000,
              .help = "Ours, not in the paper: cost of each step"},
             stepPenalty);
}

void RandomizationSpec::visit(FieldVisitor &v) {
    v.number({.key = "degree",
              .symbol = "xi",
              .min = 0,
              .max = 100,
              .help = "Degree of domain randomization: multiplies every draw. 0 none (NDR), 1 low "
                      "(LDR), 2 high (HDR)",
              .live = true},
             degree);
    v.number({.key = "position_noise_variance",
              .unit = "m^2",
              .min = 0,
              .max = 10,
              .help = "Observation noise of positions; a variance: 1e-4 is 1 cm"},
             positionNoiseVariance);
    v.number({.key = "yaw_noise_variance",
              .unit = "rad^2",
              .min = 0,
              .max = 10,
              .help = "Observation noise of yaw; a variance: 3.0625e-4 is 1 degree"},
             yawNoiseVariance);
    v.number({.key = "speed_noise_variance",
              .unit = "(m/s)^2",
              .min = 0,
              .max = 10,
              .help = "Observation noise of speeds; a variance: 1e-4 is 1 cm/s"},
             speedNoiseVariance);
    v.number({.key = "range_noise_variance",
              .unit = "m^2",
              .min = 0,
              .max = 10,
              .help = "Observation noise of LIDAR ranges; a variance: 1e-6 is 1 mm"},
             rangeNoiseVariance);
    v.number({.key = "action_noise_variance",
              .min = 0,
              .max = 10,
              .help = "Noise on normalised throttle and steering; a variance: 2.5e-3 is 0.05"},
             actionNoiseVariance);
    v.number({.key = "friction_range",
              .min = 0,
              .max = 1,
              .help = "Ground friction differs by up to this from 1 over the replicas"},
             frictionRange);
    v.number({.key = "delay_range",
              .unit = "s",
              .min = 0,
              .max = 1,
              .help = "What agents tell each other arrives up to this late, over the replicas"},
             delayRange);
    v.integer({.key = "grid_replicas",
               .min = 1,
               .max = 1000,
               .help =
                   "Points of the grids that replicas (worlds) take their values from (Table II: "
                   "25)"},
              gridReplicas);
    v.number({.key = "com_range",
              .unit = "m",
              .min = 0,
              .max = 1,
              .help = "Centre of mass differs by up to this, ahead or behind"},
             comRange);
    v.number({.key = "suspension_range",
              .unit = "N/m",
              .min = 0,
              .max = 1e5,
              .help = "Suspension stiffness differs by up to this"},
             suspensionRange);
    v.number({.key = "tire_stiffness_range",
              .unit = "N/rad",
              .min = 0,
              .max = 1e4,
              .help = "Lateral tyre stiffness differs by up to this"},
             tireStiffnessRange);
}

void ParallelSpec::visit(FieldVisitor &v) {
    v.integer({.key = "worlds",
               .min = 1,
               .max = 4096,
               .help = "Independent worlds that are stepped together, each with its own sample of "
                       "the randomization"},
              worlds);
    v.integer(
        {.key = "families",
         .min = 1,
         .max = 64,
         .help = "Families of agents.count agents in each world; isolation says which may meet"},
        families);
    v.group({.key = "isolation", .help = "Who touches, sees and counts for whom"}, isolation);
}

void Scenario::visit(FieldVisitor &v) {
    startFromPreset(v);
    v.choice({.key = "kind", .help = "Which problem the agents face"}, kind, kKinds);
    v.text({.key = "name", .help = "Shown in the window and in run folders"}, name);
    v.text({.key = "preset", .help = "Whose values hold where the document is silent"}, preset);
    v.text({.key = "description", .help = "For people"}, description);
    const bool racingKind = kind == ScenarioKind::Racing;
    if (racingKind)
        v.text({.key = "track", .help = "Track document, beside this one"}, trackFile);
    else
        v.group({.key = "map", .help = "The four-way crossing"}, map);
    v.list({.key = "vehicles", .help = "Vehicle models"}, vehicles);
    v.group({.key = "agents", .help = "Who drives where"}, agents);
    if (racingKind)
        v.group({.key = "racing", .help = "Observation, action, reward and end of an episode"},
                racing);
    else
        v.group({.key = "task", .help = "Observation, action, reward and end of an episode"}, task);
    v.group({.key = "randomization", .help = "Table II: noise and dynamics"}, randomization);
    v.group({.key = "parallel", .help = "Worlds side by side"}, parallel);
    v.group({.key = "training", .help = "Proximal policy optimisation"}, training);
}

// A reader's document names kind and preset; their values hold before any other field is read.
void Scenario::startFromPreset(FieldVisitor &v) {
    const auto givenKind = v.peekText("kind"), givenPreset = v.peekText("preset");
    if (!givenKind && !givenPreset)
        return;
    const ScenarioKind wanted =
        givenKind && *givenKind == kKinds[1] ? ScenarioKind::Racing : ScenarioKind::Intersection;
    for (const std::string &known : presetNames(wanted))
        if (known == givenPreset.value_or(preset))
            *this = presetScenario(known, wanted);
}

double Scenario::decisionPeriod() const {
    return kind == ScenarioKind::Racing ? racing.decisionPeriod : task.decisionPeriod;
}

int Scenario::agentsPerWorld() const {
    return int(agents.count * parallel.families);
}

int Scenario::policyGroups() const {
    return training.policies == PolicySharing::PerAgent ? int(agents.count) : 1;
}

int Scenario::groupOf(int row) const {
    // Families stand one after another, so an agent's place in its family is what is left over.
    return row % int(agents.count) % policyGroups();
}

std::string Scenario::groupName(int group) const {
    if (policyGroups() == 1)
        return "";
    return (kind == ScenarioKind::Racing ? "racer_" : "agent_") + std::to_string(group + 1);
}

const VehicleSpec &Scenario::agentVehicle() const {
    for (const VehicleSpec &candidate : vehicles)
        if (candidate.name == agents.vehicle)
            return candidate;
    return vehicles.front();
}

std::vector<std::string> presetNames(ScenarioKind kind) {
    if (kind == ScenarioKind::Racing)
        return {"paper", "released", "tuned"};
    return {"paper", "tuned"};
}

// What makes learning fast and sound here, found by sweeps: decisions five times rarer than the
// published 20 ms (an episode is 45 decisions, so the discount looks across all of it), progress
// paid once instead of nearness paid at every step, an even price of violations, larger minibatches
// and short rollouts.
static void tune(Scenario &s) {
    s.task.decisionPeriod = 0.2;
    s.task.timeLimit = 15;
    s.task.restartPeriod = 30;
    s.task.shapingScale = 0;
    s.task.progressReward = 1;
    s.task.violationPenalty = 1;
    s.training.maxSteps = 300'000;
    s.training.targetKl = 0.05;
    s.training.horizon = 32;
    s.training.batchSize = 256;
    s.training.learningRate = 2e-3;
    s.training.summaryFreq = 2'000;
    s.training.checkpointInterval = 50'000;
}

// Two F1TENTH cars on one track, Table II's competitive randomization.
static void race(Scenario &s) {
    s.kind = ScenarioKind::Racing;
    s.name = "racing";
    s.vehicles = {vehicleDefaults(VehicleModel::F1tenth)};
    s.agents.vehicle = s.vehicles.front().name;
    s.agents.count = 2;
    s.parallel.worlds = 1;
    s.parallel.families = 10;
    s.training.policies = PolicySharing::PerAgent;
    s.randomization.gridReplicas = 10;
    s.randomization.frictionRange = 0;
    s.randomization.delayRange = 0;
    s.randomization.comRange = 0.05;
    s.randomization.suspensionRange = 100;
    s.randomization.tireStiffnessRange = 2.5;
}

// What the published code did: decisions at 250 Hz on 1 ms ticks, 55 inputs, one lap an episode,
// and rewards that replace each other, so that a checkpoint pays nothing beside the speed.
static void releaseRace(Scenario &s) {
    s.racing.decisionPeriod = 0.004;
    s.racing.timeLimit = 0;
    s.racing.laps = 1;
    s.racing.startAnywhere = false;
    s.racing.layout = RangeLayout::Released;
    s.racing.checkpointReward = 0;
    s.racing.checkpointReplacesSpeed = false;
    // The demonstration's cars yaw as if their wheels turned at once: replayed for a second, with
    // the table's 3.2 rad/s they end 0.25 m and 0.13 rad away, without a limit 0.07 m and 0.05 rad.
    s.vehicles.front().steeringRate = 100;
    // In 36 of its records, one pass of a wall without contact, rays end within the footprint, none
    // of them more than 1 cm deep.
    s.vehicles.front().contactInset = 0.01;
    s.training.targetKl = 0;
}

// Found by sweeps on the narrow track: only progress and contact pay (a best lap is rare and late,
// and made learning noisy), a contact costs as much as ten metres, and the discount looks 2.5 s
// ahead, about the range of the LIDAR at full speed.
static void tuneRace(Scenario &s) {
    s.parallel.worlds = 10; // so that the worlds keep all cores busy
    s.parallel.families = 1;
    s.training.policies = PolicySharing::Shared;
    s.racing.decisionPeriod = 0.05;
    s.racing.speedReward = 0;
    s.racing.progressReward = 0.2;
    s.racing.collisionPenalty = 2;
    s.racing.checkpointReward = 0;
    s.racing.lapReward = 0;
    s.racing.bestLapReward = 0;
    s.training.maxSteps = 600'000;
    s.training.gamma = 0.98;
    s.training.horizon = 64;
    s.training.batchSize = 256;
    s.training.learningRate = 1e-3;
    s.training.targetKl = 0.05;
}

Scenario presetScenario(const std::string &name, ScenarioKind kind) {
    Scenario s;
    s.preset = name;
    if (kind == ScenarioKind::Racing)
        race(s);
    if (name == "tuned")
        kind == ScenarioKind::Racing ? tuneRace(s) : tune(s);
    if (name == "released" && kind == ScenarioKind::Racing)
        releaseRace(s);
    return s;
}

} // namespace paddock
