// What and how a run learns. Names are CleanRL's and ML-Agents'; values of the preset `paper` are
// Table I.
#pragma once

#include "core/base/parameter.h"

#include <cstdint>

namespace paddock {

enum class Schedule { Constant, Linear };

struct TrainingSpec {
    std::int64_t seed = 1;
    std::int64_t maxSteps = 1'000'000; // agent steps (decisions of one agent)
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

    void visit(FieldVisitor &v);
};

} // namespace paddock
