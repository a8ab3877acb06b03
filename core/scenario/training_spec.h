// What and how a run learns. Names are CleanRL's and ML-Agents'; values of the preset `paper` are
// Table I.
#pragma once

#include "core/base/parameter.h"

#include <cstdint>
#include <string>

namespace paddock {

enum class Schedule { Constant, Linear };

// Shared: one policy learns from all agents. PerAgent: agent i of each family has its own, and
// agents in the same place of their families share it (the paper's herds).
enum class PolicySharing { Shared, PerAgent };

// When a policy copies demonstrations and when it improves by PPO.
enum class CloningMode {
    WithPpo,   // every PPO update is followed by one of cloning (ML-Agents)
    Exclusive, // an update is either of the two; `strength` is the share of cloning (equation 4)
    Pure,      // cloning alone
    ThenPpo,   // cloning alone for `steps` steps, then PPO alone
};

// The file for `group` (from 0) in a demoPath: the one at its place among those between commas, the
// last one for all further groups.
std::string demoPathOf(const std::string &paths, int group);

struct BehaviouralCloningSpec {
    bool enabled = false;
    CloningMode mode = CloningMode::WithPpo;
    double strength = 0.5;
    std::int64_t steps = 0;            // 0 = never ends
    std::int64_t samplesPerUpdate = 0; // 0 = the whole demonstration
    std::int64_t batchSize = 0;        // 0 = that of training
    std::int64_t numEpoch = 0;         // 0 = that of training
    std::string demoPath;

    void visit(FieldVisitor &v);
};

// Generative adversarial imitation learning.
struct GailSpec {
    bool enabled = false;
    double strength = 0.01;
    double gamma = 0.99;
    std::int64_t encodingSize = 128;
    double learningRate = 3e-4;
    bool useActions = false;
    bool useVail = false;
    std::int64_t penaltyColumns = 0; // 0 = all
    std::string demoPath;

    void visit(FieldVisitor &v);
};

// Intrinsic curiosity module.
struct CuriositySpec {
    bool enabled = false;
    double strength = 0.02;
    double gamma = 0.99;
    std::int64_t encodingSize = 256;
    double learningRate = 3e-4;

    void visit(FieldVisitor &v);
};

// Random network distillation.
struct RndSpec {
    bool enabled = false;
    double strength = 0.01;
    double gamma = 0.99;
    std::int64_t encodingSize = 128;
    double learningRate = 1e-4;

    void visit(FieldVisitor &v);
};

struct TrainingSpec {
    std::int64_t seed = 1;
    PolicySharing policies = PolicySharing::Shared;
    std::int64_t maxSteps = 1'000'000; // of each policy: decisions of the agents that share it
    std::int64_t horizon = 128;        // steps each row collects before an update
    std::int64_t bufferSize = 1024;    // least number of samples in an update
    std::int64_t batchSize = 64;
    std::int64_t numEpoch = 3;
    double learningRate = 3e-4;
    Schedule learningRateSchedule = Schedule::Linear;
    double beta = 1e-3; // entropy weight
    Schedule betaSchedule = Schedule::Linear;
    double epsilon = 0.2; // clip range
    Schedule epsilonSchedule = Schedule::Linear;
    double gamma = 0.99;
    double lambda = 0.98;
    double targetKl = 0.02; // 0 = no early stop
    double extrinsicStrength = 1.0;
    std::int64_t hiddenUnits = 128;
    std::int64_t numLayers = 3;
    std::int64_t summaryFreq = 10'000;         // steps between metric rows
    std::int64_t checkpointInterval = 200'000; // steps
    std::int64_t keepCheckpoints = 5;
    BehaviouralCloningSpec cloning;
    GailSpec gail;
    CuriositySpec curiosity;
    RndSpec rnd;

    void visit(FieldVisitor &v);
};

} // namespace paddock
