#include "core/run/checkpoint_compare.h"

#include "core/run/policy_driver.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

bool sameAction(const WorldFrames &a, const WorldFrames &b, std::size_t row) {
    const auto branches = std::ptrdiff_t(a.shape.branches);
    const auto from = std::ptrdiff_t(row) * branches;
    return std::equal(a.actions.begin() + from, a.actions.begin() + from + branches,
                      b.actions.begin() + from);
}

bool samePose(const Pose &a, const Pose &b, const CompareOptions &tolerances) {
    return length(a.position - b.position) <= tolerances.position &&
           std::abs(wrapAngle(a.yaw - b.yaw)) <= tolerances.yaw;
}

Result<EpisodeRecording> drive(const Scenario &scenario, const std::filesystem::path &path,
                               const CompareOptions &options, std::stop_token stop) {
    const Result<std::unique_ptr<Driver>> driver =
        makeNamedDriver(scenario, options.driver, path, options.seed);
    if (!driver)
        return driver.error();
    RolloutOptions rollout;
    rollout.seed = options.seed;
    rollout.seconds = options.seconds;
    return recordRollout(scenario, **driver, rollout, path.string(), std::move(stop));
}

} // namespace

int Parting::frame() const {
    if (action < 0 || pose < 0)
        return std::max(action, pose);
    return std::min(action, pose);
}

const Parting *PolicyComparison::earliest() const {
    const Parting *found = nullptr;
    for (const Parting &parting : partings)
        if (parting.frame() >= 0 && (!found || parting.frame() < found->frame()))
            found = &parting;
    return found;
}

std::vector<Parting> findPartings(const EpisodeRecording &first, const EpisodeRecording &second,
                                  const CompareOptions &tolerances) {
    const WorldFrames &a = first.frames, &b = second.frames;
    std::vector<Parting> partings;
    if (!(a.shape == b.shape))
        return partings;
    const int frames = std::min(a.count(), b.count());
    for (int agent = 0; agent < a.shape.agents; ++agent) {
        Parting parting{agent};
        for (int frame = 0; frame < frames && (parting.action < 0 || parting.pose < 0); ++frame) {
            const std::size_t row = a.at(frame, agent);
            if (parting.action < 0 && !sameAction(a, b, row))
                parting.action = frame;
            if (parting.pose < 0 && !samePose(a.visuals[row].pose, b.visuals[row].pose, tolerances))
                parting.pose = frame;
        }
        partings.push_back(parting);
    }
    return partings;
}

Result<PolicyComparison> compareCheckpoints(const std::filesystem::path &first,
                                            const std::filesystem::path &second,
                                            const CompareOptions &options, std::stop_token stop) {
    if (options.driver != "policy" && options.driver != "policy_greedy")
        return Error(Problem{"driver", "is " + options.driver, "policy or policy_greedy"});
    const Result<Scenario> scenario = scenarioOfRun(first);
    if (!scenario)
        return scenario.error();
    const Scenario alone = aloneScenario(*scenario);
    Result<EpisodeRecording> one = drive(alone, first, options, stop);
    if (!one)
        return one.error();
    Result<EpisodeRecording> other = drive(alone, second, options, stop);
    if (!other)
        return other.error();
    PolicyComparison comparison{std::move(*one), std::move(*other), {}};
    comparison.partings = findPartings(comparison.first, comparison.second, options);
    return comparison;
}

} // namespace paddock
