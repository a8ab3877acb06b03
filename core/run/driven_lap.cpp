#include "core/run/driven_lap.h"

#include "core/base/hash.h"
#include "core/scenario/scenario_io.h"
#include "core/task/task.h"

namespace paddock {

std::string verdictName(LapVerdict verdict) {
    static constexpr const char *kNames[] = {"clean", "collision", "off track", "time"};
    return kNames[int(verdict)];
}

LapVerdict verdictOf(std::uint8_t outcome) {
    if (outcome == std::uint8_t(Outcome::Wall) || outcome == std::uint8_t(Outcome::LaneBound))
        return LapVerdict::OffTrack;
    if (isCollision(outcome))
        return LapVerdict::Collision;
    return outcome == std::uint8_t(Outcome::Goal) ? LapVerdict::Clean : LapVerdict::Time;
}

void LapSplitter::add(std::span<const float> observation, const Pose &pose,
                      std::span<const std::int32_t> action, float reward) {
    m_episode.observations.insert(m_episode.observations.end(), observation.begin(),
                                  observation.end());
    m_episode.poses.insert(m_episode.poses.end(), {pose.position.x, pose.position.y, pose.yaw});
    m_episode.actions.insert(m_episode.actions.end(), action.begin(), action.end());
    m_episode.rewards.push_back(reward);
}

DrivenLap LapSplitter::close(LapVerdict verdict, double lapTime, bool truncated) {
    DrivenLap lap{m_meta, std::move(m_episode), verdict, true};
    lap.episode.outcome = verdictName(verdict);
    lap.episode.lapTime = lapTime;
    lap.episode.truncated = truncated;
    m_episode = {};
    return lap;
}

DemonstrationMeta demonstrationMeta(const Scenario &scenario, int agent) {
    const TaskLayout layout = taskLayout(scenario);
    DemonstrationMeta meta;
    meta.name = scenario.name;
    meta.agent = "a" + std::to_string(agent + 1);
    meta.scenarioHash = fnv1a(writeScenario(scenario));
    for (const NamedQuantity &quantity : layout.observations)
        meta.observationNames.push_back(quantity.name);
    for (const ActionBranch &branch : layout.branches)
        meta.branches.push_back(std::int32_t(branch.options.size()));
    meta.decisionPeriod = scenario.decisionPeriod();
    return meta;
}

} // namespace paddock
