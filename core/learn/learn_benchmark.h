// How fast this machine learns: updates and inference of one learner on made-up experience.
#pragma once

#include "core/learn/policy_shape.h"
#include "core/scenario/training_spec.h"

namespace paddock {

struct LearnBenchmark {
    double updateSamplesPerSecond1 = 0; // samples x epochs / s, one thread, whole update
    double updateSamplesPerSecond2 = 0; // the same with the critic on a second thread
    double inferenceRowsPerSecond = 0;  // act() on 1024 rows
    double minibatchMs = 0;             // one minibatch of actor and critic, one thread
};

struct ImitationBenchmark {
    double cloningSamplesPerSecond = 0; // one thread
    double gailMs = 0;                  // one minibatch, gradient penalty included
    double curiosityMs = 0;             // one minibatch
    double rewardRowsPerSecond = 0;     // GAIL and curiosity rewarding experience
};

// Takes about three seconds. Sizes of the networks and of the minibatch are those of `spec`.
ImitationBenchmark benchmarkImitation(const TrainingSpec &spec, const PolicyShape &shape);

// Takes about two seconds. Schedules and the early stop are off, so that each run does the same
// work.
LearnBenchmark benchmarkLearning(const TrainingSpec &spec, const PolicyShape &shape);

} // namespace paddock
