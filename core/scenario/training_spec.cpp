#include "core/scenario/training_spec.h"

#include <array>

namespace paddock {

namespace {
constexpr std::array<const char *, 2> kSchedules{"constant", "linear"};
constexpr std::array<const char *, 2> kPolicySharing{"shared", "per_agent"};
constexpr std::array<const char *, 4> kCloningModes{"with_ppo", "exclusive", "pure", "then_ppo"};

void visitStrength(FieldVisitor &v, const char *help, double &strength) {
    v.number({.key = "strength", .min = 0, .max = 1000, .help = help, .live = true}, strength);
}

void visitGamma(FieldVisitor &v, double &gamma) {
    v.number({.key = "gamma",
              .symbol = "gamma",
              .min = 0,
              .max = 1,
              .help = "Discount per step of this reward (Table I: 0.99)",
              .live = true},
             gamma);
}

void visitRate(FieldVisitor &v, const char *help, double &rate) {
    v.number({.key = "learning_rate", .min = 0, .max = 1, .help = help, .live = true}, rate);
}

void visitEncoding(FieldVisitor &v, const char *help, std::int64_t &size) {
    v.integer({.key = "encoding_size", .min = 1, .max = 4096, .help = help}, size);
}

void visitDemo(FieldVisitor &v, std::string &paths) {
    v.text({.key = "demo_path",
            .help = "File of the demonstration, or one for each group, separated by commas"},
           paths);
}

} // namespace

std::string demoPathOf(const std::string &paths, int group) {
    std::size_t begin = 0, end = paths.find(',');
    for (int i = 0; i < group && end != std::string::npos; ++i) {
        begin = end + 1;
        end = paths.find(',', begin);
    }
    const std::size_t first = paths.find_first_not_of(' ', begin);
    if (first == std::string::npos || first >= end)
        return "";
    const std::size_t last = paths.find_last_not_of(' ', end == std::string::npos ? end : end - 1);
    return paths.substr(first, last - first + 1);
}

void BehaviouralCloningSpec::visit(FieldVisitor &v) {
    v.boolean({.key = "enabled", .help = "The policy copies demonstrations"}, enabled);
    v.choice({.key = "mode",
              .help = "with_ppo: cloning follows every PPO update; exclusive: an update is either "
                      "cloning or PPO, strength is the share of cloning; pure: cloning alone; "
                      "then_ppo: cloning alone for steps, then PPO alone"},
             mode, kCloningModes);
    v.number({.key = "strength",
              .symbol = "eta",
              .min = 0,
              .max = 1,
              .help = "Learning rate of cloning as a part of the policy's (Table I: 0.5)",
              .live = true},
             strength);
    v.integer({.key = "steps",
               .unit = "steps",
               .min = 0,
               .max = 1e12,
               .help = "Agent steps over which the learning rate of cloning falls to 1e-10, or for "
                       "which cloning precedes PPO; 0: constant without end"},
              steps);
    v.integer({.key = "samples_per_update",
               .unit = "samples",
               .min = 0,
               .max = 1e9,
               .help = "Samples of the demonstration in each epoch; 0: all"},
              samplesPerUpdate);
    v.integer({.key = "batch_size",
               .unit = "samples",
               .min = 0,
               .max = 1e6,
               .help = "Samples in one gradient step of cloning; 0: as batch_size of training"},
              batchSize);
    v.integer({.key = "num_epoch",
               .min = 0,
               .max = 100,
               .help = "Passes over the demonstration in one update; 0: as num_epoch of training"},
              numEpoch);
    visitDemo(v, demoPath);
}

void GailSpec::visit(FieldVisitor &v) {
    v.boolean({.key = "enabled",
               .help = "A discriminator rewards what it cannot tell from demonstrations"},
              enabled);
    visitStrength(v, "Factor on this reward (Table I: 0.01)", strength);
    visitGamma(v, gamma);
    visitEncoding(v, "Width of the discriminator's two hidden layers (Table I: 128)", encodingSize);
    visitRate(v, "Step width of the discriminator's Adam (Table I: 3e-4)", learningRate);
    v.boolean({.key = "use_actions", .help = "The discriminator sees actions, too"}, useActions);
    v.boolean({.key = "use_vail",
               .help = "A variational bottleneck of 128 numbers keeps the discriminator from "
                       "winning too early"},
              useVail);
    v.integer({.key = "penalty_columns",
               .min = 0,
               .max = 65536,
               .help = "The gradient penalty looks at this many leading observations, e.g. 54 for "
                       "the rays alone; 0: all"},
              penaltyColumns);
    visitDemo(v, demoPath);
}

void CuriositySpec::visit(FieldVisitor &v) {
    v.boolean({.key = "enabled",
               .help = "What the agent's own model of the world foretells badly is rewarded"},
              enabled);
    visitStrength(v, "Factor on this reward (Table I: 0.02)", strength);
    visitGamma(v, gamma);
    visitEncoding(v, "Width of the encoder's two layers and of both models (Table I: 256)",
                  encodingSize);
    visitRate(v, "Step width of the models' Adam (Table I: 3e-4)", learningRate);
}

void RndSpec::visit(FieldVisitor &v) {
    v.boolean({.key = "enabled",
               .help = "Observations whose random features a second network has not learned yet "
                       "are rewarded"},
              enabled);
    visitStrength(v, "Factor on this reward", strength);
    visitGamma(v, gamma);
    visitEncoding(v, "Width of both layers of both networks", encodingSize);
    visitRate(v, "Step width of the learning network's Adam", learningRate);
}

void TrainingSpec::visit(FieldVisitor &v) {
    v.integer({.key = "seed", .min = 0, .max = 9e15, .help = "The same seed gives the same bits"},
              seed);
    v.choice({.key = "policies",
              .help =
                  "shared: one policy learns from all agents; per_agent: each agent of a family "
                  "has its own, which learns from its like in all families and worlds"},
             policies, kPolicySharing);
    v.integer({.key = "max_steps",
               .unit = "steps",
               .min = 1,
               .max = 1e12,
               .help = "Length of the run: decisions that each policy learns from; one decision of "
                       "one agent is one step"},
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
    v.group({.key = "behavioral_cloning", .help = "Copying demonstrations, supervised"}, cloning);
    v.group({.key = "gail", .help = "Generative adversarial imitation learning"}, gail);
    v.group({.key = "curiosity", .help = "Intrinsic curiosity module"}, curiosity);
    v.group({.key = "rnd", .help = "Random network distillation"}, rnd);
}

} // namespace paddock
