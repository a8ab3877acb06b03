// Looks for return that is earned without doing the task: the return rises while the success rate
// falls or stands still. Where nobody recorded success, episodes that grow much longer together
// with their return tell the same (shaping terms that pay for staying).
#pragma once

#include "core/run/metric_curve.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paddock {

// One metric row; success and length are nan where they are not known.
struct HintSample {
    double step = 0;
    double reward = 0;  // mean return of an episode
    double success = 0; // share of episodes, 0 to 1
    double length = 0;  // mean of an episode, steps
};

struct RewardHint {
    enum class Kind { SuccessFalls, SuccessStalls, EpisodesGrow };

    Kind kind = Kind::SuccessFalls;
    double fromStep = 0, toStep = 0;
    double rewardBefore = 0, rewardAfter = 0;
    double otherBefore = 0, otherAfter = 0; // success rate, or length where the kind says so

    std::string text() const; // the claim with its numbers
};

// Each stretch once, in the order of steps. Windows of several lengths are compared with those
// before them, by Welch's test: noise, a return that rises with success, and the beginning of a
// training, when success is still rare, raise nothing.
std::vector<RewardHint> findRewardHints(std::span<const HintSample> samples);

// The rows of three curves of one run, at the steps of the return; null: not recorded.
std::vector<HintSample> hintSamples(const MetricCurve &reward, const MetricCurve *success,
                                    const MetricCurve *length);

} // namespace paddock
