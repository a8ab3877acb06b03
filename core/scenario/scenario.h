// The scenario document: all that a run depends on besides its seed and the program. Plain data, SI
// units.
#pragma once

#include "core/base/parameter.h"
#include "core/scenario/isolation_spec.h"
#include "core/scenario/racing_spec.h"
#include "core/scenario/training_spec.h"
#include "core/scenario/vehicle_spec.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace paddock {

inline constexpr std::int64_t kScenarioVersion = 1;

enum class TrafficSide { Right, Left };

// A four-way crossing: legs 0 east, 1 north, 2 west, 3 south; the crossing's middle is the world's
// origin.
struct IntersectionMap {
    double laneWidth = 0.30;            // m
    std::int64_t lanesPerDirection = 2; // 2+2 lanes
    double halfSize = 1.53;             // m, from the middle to the end of a leg
    double cornerRadius = 0.20;         // m, kerb
    TrafficSide trafficSide = TrafficSide::Left;

    void visit(FieldVisitor &v);
};

// Who drives where. Agent i starts on legs[i % size] and intends intentions[i % size].
struct AgentsSpec {
    std::int64_t count = 4;
    std::string vehicle = "nigel";
    std::vector<double> legs{0, 1, 2, 3};
    std::vector<std::string> intentions{"straight"}; // straight | left | right | any

    void visit(FieldVisitor &v);
};

enum class ObservationFrame { Body, World };

// The cooperative task at the intersection: crossing without touching anybody or leaving one's
// carriageway.
struct IntersectionTaskSpec {
    double decisionPeriod = 0.02; // s
    double timeLimit = 20;        // s, 0 = none
    double restartPeriod = 30;    // s, 0 = never
    double scatteredStarts = 0.3; // share of a world's starts at which agents begin anywhere
    ObservationFrame frame = ObservationFrame::Body;
    double startDistance = 1.19; // m from the middle
    double startAlong = 0.15;    // m, half range of the drawn start along the lane
    double startAcross = 0.02;   // m, half range across the lane
    double startYaw = 0.05;      // rad, half range
    double goalDistance = 1.19;  // m from the middle, on the exit leg
    double goalTolerance = 0.20; // m
    std::vector<double> throttles{0.5, 1.0};
    std::vector<double> steers{1, 0, -1}; // of the steering limit, left positive
    double goalReward = 1.0;
    double violationPenalty = 0.425; // per metre of goal distance
    double shapingScale = 0.01;
    double shapingOffset = 0.001; // m
    double progressReward = 0;    // per metre of goal distance won
    double stepPenalty = 0;       // per step

    void visit(FieldVisitor &v);
};

// Table II. Each agent or world draws once per replica from a grid, noise is drawn every step;
// `degree` multiplies all.
struct RandomizationSpec {
    double degree = 0;                   // xi: 0 NDR, 1 LDR, 2 HDR
    double positionNoiseVariance = 1e-4; // m^2
    double yawNoiseVariance = 3.0625e-4; // rad^2
    double speedNoiseVariance = 1e-4;    // (m/s)^2
    double rangeNoiseVariance = 1e-6;    // m^2, of the LIDAR
    double actionNoiseVariance = 2.5e-3; // of normalised throttle and steering
    double frictionRange = 0.1;          // +- about the nominal coefficient
    double delayRange = 0.01;            // s, communication delay 0 .. range
    std::int64_t gridReplicas = 25;      // grid points over the replicas
    double comRange = 0;                 // m, +- about the nominal
    double suspensionRange = 0;          // N/m, +-
    double tireStiffnessRange = 0;       // N/rad, +-

    void visit(FieldVisitor &v);
};

struct ParallelSpec {
    std::int64_t worlds = 25;  // independent environments
    std::int64_t families = 1; // in each world; each of agents.count agents
    IsolationSpec isolation;   // between and within them

    void visit(FieldVisitor &v);
};

struct Track;

// Which decision problem the agents face; it decides which groups a document has.
enum class ScenarioKind { Intersection, Racing };

struct Scenario {
    ScenarioKind kind = ScenarioKind::Intersection;
    std::string name = "intersection";
    std::string preset = "paper";
    std::string description;
    IntersectionMap map;   // intersection only
    std::string trackFile; // racing only: a track document, beside the scenario document
    std::shared_ptr<const Track> track; // what that file holds; loading a document fills it
    std::vector<VehicleSpec> vehicles{VehicleSpec{}};
    AgentsSpec agents;
    IntersectionTaskSpec task; // intersection only
    RacingTaskSpec racing;     // racing only
    RandomizationSpec randomization;
    ParallelSpec parallel;
    TrainingSpec training;

    void visit(FieldVisitor &v);
    void startFromPreset(FieldVisitor &v);
    const VehicleSpec &agentVehicle() const; // the one that agents.vehicle names
    double decisionPeriod() const;           // s, of the kind's task
    int agentsPerWorld() const;              // of all families
    // Agents that share a policy are a group (the paper's herd).
    int policyGroups() const;   // 1, or one for each agent of a family
    int groupOf(int row) const; // row = world * agentsPerWorld() + agent, or an agent alone
    std::string groupName(int group) const; // "" where all share; "a1", "racer_2", ...
};

// Names of the presets of a kind, the default first.
std::vector<std::string> presetNames(ScenarioKind kind = ScenarioKind::Intersection);
// The values of a preset for a kind of problem; `name` must be one of presetNames(). A racing
// scenario has no track yet.
Scenario presetScenario(const std::string &name, ScenarioKind kind = ScenarioKind::Intersection);

} // namespace paddock
