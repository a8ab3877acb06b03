#include "core/scenario/training_spec.h"

#include <array>

namespace paddock {

namespace {
constexpr std::array<const char *, 2> kSchedules{"constant", "linear"};
}

void TrainingSpec::visit(FieldVisitor &v) {
    v.integer({.key = "seed", .min = 0, .max = 9e15, .help = "The same seed gives the same bits"},
              seed);
    v.integer({.key = "max_steps",
               .unit = "steps",
               .min = 1,
               .max = 1e12,
               .help = "Length of the run in agent steps: one decision of one agent is one step"},
              maxSteps);
    v.integer({.key = "horizon",
               .unit = "steps",
               .min = 1,
               .max = 65536,
               .help =
                   "Steps that every row (agent of every world) collects before an update; "
                   "advantages bootstrap from the value at its end. An update takes "
                   "rows x horizon samples, but never fewer than buffer_size: with one world of "
                   "four agents 1024 samples are 256 steps each, with 25 worlds 128 steps give "
                   "12800 samples and one hundredth of a run"},
              horizon);
    v.integer({.key = "buffer_size",
               .unit = "samples",
               .min = 1,
               .max = 1e8,
               .help =
                   "Least number of samples in an update (Table I: 1024). When rows x horizon is "
                   "more, the larger number counts; when it is less, the horizon grows"},
              bufferSize);
    v.integer({.key = "batch_size",
               .unit = "samples",
               .min = 1,
               .max = 1e6,
               .help = "Samples in one gradient step (Table I: 64)"},
              batchSize);
    v.integer({.key = "num_epoch",
               .min = 1,
               .max = 100,
               .help = "Passes over the buffer in one update (Table I: 3)"},
              numEpoch);
    v.number({.key = "learning_rate",
              .symbol = "alpha",
              .min = 0,
              .max = 1,
              .help = "Step width of Adam at the start (Table I: 3e-4)",
              .live = true},
             learningRate);
    v.choice({.key = "learning_rate_schedule", .help = "linear: falls to 1e-10 at max_steps"},
             learningRateSchedule, kSchedules);
    v.number({.key = "beta",
              .symbol = "beta",
              .min = 0,
              .max = 10,
              .help = "Weight of the entropy bonus at the start (Table I: 1e-3)",
              .live = true},
             beta);
    v.choice({.key = "beta_schedule", .help = "linear: falls to 1e-5 at max_steps"}, betaSchedule,
             kSchedules);
    v.number({.key = "epsilon",
              .symbol = "epsilon",
              .min = 0.01,
              .max = 1,
              .help = "Clip range of the probability ratio at the start (Table I: 0.2)",
              .live = true},
             epsilon);
    v.choice({.key = "epsilon_schedule", .help = "linear: falls to 0.1 at max_steps"},
             epsilonSchedule, kSchedules);
    v.number({.key = "gamma",
              .symbol = "gamma",
              .min = 0,
              .max = 1,
              .help =
                  "Discount per step (Table I: 0.99). 1 / (1 - gamma) steps is how far the agent "
                  "looks ahead",
              .live = true},
             gamma);
    v.number({.key = "lambda",
              .symbol = "lambda",
              .min = 0,
              .max = 1,
              .help = "Trade of bias for variance in the advantage (Table I: 0.98)",
              .live = true},
             lambda);
    v.number({.key = "target_kl",
              .min = 0,
              .max = 10,
              .help =
                  "An update stops after the epoch whose mean approximate KL divergence exceeds "
                  "this; 0 never stops",
              .live = true},
             targetKl);
    v.number({.key = "extrinsic_strength",
              .min = 0,
              .max = 1000,
              .help = "Factor on the task's reward (Table I: 1)"},
             extrinsicStrength);
    v.integer({.key = "hidden_units",
               .min = 1,
               .max = 4096,
               .help = "Width of every hidden layer (Table I: 128)"},
              hiddenUnits);
    v.integer({.key = "num_layers",
               .min = 1,
               .max = 16,
               .help = "Hidden layers of actor and critic, Swish after each (Table I: 3)"},
              numLayers);
    v.integer({.key = "summary_freq",
               .unit = "steps",
               .min = 1,
               .max = 1e9,
               .help = "Metrics are written when the step count crosses a multiple of this"},
              summaryFreq);
    v.integer({.key = "checkpoint_interval",
               .unit = "steps",
               .min = 1,
               .max = 1e12,
               .help = "A checkpoint is kept when the step count crosses a multiple of this"},
              checkpointInterval);
    v.integer({.key = "keep_checkpoints",
               .min = 1,
               .max = 1000,
               .help = "The newest this many checkpoints stay"},
              keepCheckpoints);
}

} // namespace paddock
