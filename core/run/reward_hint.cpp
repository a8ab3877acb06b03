#include "core/run/reward_hint.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace paddock {

namespace {

constexpr std::size_t kLeastWindow = 8;  // samples that a mean and a deviation can be trusted of
constexpr double kReturnRises = 6;       // Welch's t of the return
constexpr double kSuccessFalls = 4;      // and of the success rate
constexpr double kLeastFall = 0.08;      // of the success rate
constexpr double kStall = 0.03;          // a smaller change is none
constexpr double kLeastRise = 0.1;       // of the return, relative
constexpr double kStallRise = 0.3;       // and where success only stalls
constexpr std::size_t kStallWindow = 16; // which takes more samples to tell from chance
constexpr double kRareSuccess = 0.1;     // below it the task is not learned yet
constexpr double kEnoughSuccess = 0.9;   // above it there is nothing left to gain
constexpr std::size_t kBefore = 5;       // rows that one row is compared with, without success
constexpr double kReturnGrows = 1.5;     // against their median
constexpr double kLengthGrows = 1.4;
constexpr double kSteadyLength = 1.35; // greatest over least of them, without the extremes

struct Mean {
    double mean = 0, variance = 0; // of the mean
};

// Means over any window in constant time.
class Sums {
  public:
    Sums(std::span<const HintSample> samples, double HintSample::*member)
        : m_sum(samples.size() + 1), m_squares(samples.size() + 1) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const double value = samples[i].*member;
            m_sum[i + 1] = m_sum[i] + value;
            m_squares[i + 1] = m_squares[i] + value * value;
        }
    }
    Mean over(std::size_t from, std::size_t to) const {
        const double n = double(to - from);
        const double mean = (m_sum[to] - m_sum[from]) / n;
        const double variance =
            std::max(0.0, (m_squares[to] - m_squares[from]) / n - mean * mean) * n / (n - 1);
        return {mean, variance / n};
    }

  private:
    std::vector<double> m_sum, m_squares;
};

double welch(const Mean &before, const Mean &after) {
    const double error = std::sqrt(before.variance + after.variance);
    const double change = after.mean - before.mean;
    return error > 0 ? change / error : change > 0 ? 1e9 : change < 0 ? -1e9 : 0;
}

std::optional<RewardHint::Kind> judge(const Mean &reward0, const Mean &reward1,
                                      const Mean &success0, const Mean &success1,
                                      std::size_t window) {
    const double rise = reward1.mean - reward0.mean;
    const double size = std::max({std::abs(reward0.mean), std::abs(reward1.mean), 1e-9});
    if (welch(reward0, reward1) < kReturnRises || rise < kLeastRise * size)
        return std::nullopt;
    const double change = success1.mean - success0.mean;
    if (success0.mean < kRareSuccess)
        return std::nullopt;
    if (change <= -kLeastFall && welch(success0, success1) <= -kSuccessFalls)
        return RewardHint::Kind::SuccessFalls;
    const bool stalls = window >= kStallWindow && std::abs(change) < kStall &&
                        std::abs(welch(success0, success1)) < 2;
    if (stalls && success0.mean < kEnoughSuccess && rise >= kStallRise * size)
        return RewardHint::Kind::SuccessStalls;
    return std::nullopt;
}

// Stretches that overlap are one; what it is called and its numbers are those of the clearer one.
void put(std::vector<RewardHint> &hints, const RewardHint &hint) {
    for (RewardHint &known : hints)
        if (hint.fromStep <= known.toStep && known.fromStep <= hint.toStep) {
            if (hint.kind < known.kind ||
                (hint.kind == known.kind &&
                 hint.rewardAfter - hint.rewardBefore > known.rewardAfter - known.rewardBefore))
                known = hint;
            return;
        }
    hints.push_back(hint);
}

std::vector<RewardHint> bySuccess(std::span<const HintSample> samples) {
    const Sums rewards(samples, &HintSample::reward), successes(samples, &HintSample::success);
    std::vector<RewardHint> hints;
    for (std::size_t window = kLeastWindow; 2 * window <= samples.size(); window *= 2)
        for (std::size_t end = 2 * window; end <= samples.size(); ++end) {
            const std::size_t from = end - 2 * window, middle = end - window;
            const Mean reward0 = rewards.over(from, middle), reward1 = rewards.over(middle, end);
            const Mean success0 = successes.over(from, middle),
                       success1 = successes.over(middle, end);
            if (const auto kind = judge(reward0, reward1, success0, success1, window))
                put(hints, {*kind, samples[from].step, samples[end - 1].step, reward0.mean,
                            reward1.mean, success0.mean, success1.mean});
        }
    return hints;
}

double median(std::array<double, kBefore> &values) {
    std::sort(values.begin(), values.end());
    return values[kBefore / 2];
}

std::vector<RewardHint> byLength(std::span<const HintSample> samples) {
    std::vector<RewardHint> hints;
    for (std::size_t i = kBefore; i < samples.size(); ++i) {
        std::array<double, kBefore> rewards{}, lengths{};
        for (std::size_t k = 0; k < kBefore; ++k) {
            rewards[k] = samples[i - kBefore + k].reward;
            lengths[k] = samples[i - kBefore + k].length;
        }
        const double reward = median(rewards), length = median(lengths);
        const bool steady = lengths[kBefore - 2] <= kSteadyLength * lengths[1];
        const HintSample &now = samples[i];
        if (reward > 0 && steady && now.reward >= kReturnGrows * reward &&
            now.length >= kLengthGrows * length)
            put(hints, {RewardHint::Kind::EpisodesGrow, samples[i - 1].step, now.step, reward,
                        now.reward, length, now.length});
    }
    return hints;
}

std::string countText(double n) {
    if (n >= 1e6)
        return numberText(std::round(n / 1e4) / 100) + " M";
    if (n >= 1e3)
        return numberText(std::round(n / 1e2) / 10) + " k";
    return numberText(std::round(n));
}

std::string percent(double share) {
    return fixedText(100 * share, 0) + " %";
}

std::vector<HintSample> known(std::span<const HintSample> samples, double HintSample::*member) {
    std::vector<HintSample> out;
    for (const HintSample &sample : samples)
        if (std::isfinite(sample.reward) && std::isfinite(sample.*member))
            out.push_back(sample);
    return out;
}

} // namespace

std::string RewardHint::text() const {
    const std::string rise = fixedText(rewardAfter - rewardBefore, 2);
    if (kind == Kind::EpisodesGrow)
        return "At " + countText(toStep) + " steps the return is " + fixedText(rewardAfter, 1) +
               " instead of " + fixedText(rewardBefore, 1) + " while episodes take " +
               fixedText(otherAfter, 0) + " steps instead of " + fixedText(otherBefore, 0) +
               ": the agents may collect reward by staying on instead of finishing.";
    const std::string begin = "From " + countText(fromStep) + " to " + countText(toStep) +
                              " steps the return rose by " + rise + " while the success rate ";
    if (kind == Kind::SuccessFalls)
        return begin + "fell from " + percent(otherBefore) + " to " + percent(otherAfter) +
               ": the agents may earn reward without reaching their goals.";
    return begin + "stayed at " + percent(otherAfter) +
           ": the agents may earn reward that does not help them to reach their goals.";
}

std::vector<RewardHint> findRewardHints(std::span<const HintSample> samples) {
    const std::vector<HintSample> judged = known(samples, &HintSample::success);
    std::vector<RewardHint> hints =
        !judged.empty() ? bySuccess(judged) : byLength(known(samples, &HintSample::length));
    std::sort(hints.begin(), hints.end(),
              [](const RewardHint &a, const RewardHint &b) { return a.fromStep < b.fromStep; });
    return hints;
}

std::vector<HintSample> hintSamples(const MetricCurve &reward, const MetricCurve *success,
                                    const MetricCurve *length) {
    const auto valueAt = [](const MetricCurve *curve, double step) {
        const int at = curve ? curve->nearest(step) : -1;
        return at < 0 ? std::numeric_limits<double>::quiet_NaN()
                      : curve->points()[std::size_t(at)].mean;
    };
    std::vector<HintSample> out;
    out.reserve(reward.points().size());
    for (const CurvePoint &p : reward.points())
        out.push_back({p.step, p.mean, valueAt(success, p.step), valueAt(length, p.step)});
    return out;
}

} // namespace paddock
