#include "core/run/episode_recording.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kJump = 1.0f; // m in one decision: more than any of these cars drives

template <class T>
std::vector<T> part(const std::vector<T> &all, int frames, int first, int last) {
    const std::size_t size = frames > 0 ? all.size() / std::size_t(frames) : 0;
    return {all.begin() + std::ptrdiff_t(std::size_t(first) * size),
            all.begin() + std::ptrdiff_t(std::size_t(last) * size)};
}

template <class T>
std::vector<T> rowOf(const std::vector<T> &all, std::size_t row, int columns) {
    const std::size_t size = std::size_t(columns);
    if (all.size() < (row + 1) * size)
        return {};
    return {all.begin() + std::ptrdiff_t(row * size),
            all.begin() + std::ptrdiff_t((row + 1) * size)};
}

float mixed(float a, float b, float part) {
    return a + (b - a) * part;
}

float mixedAngle(float a, float b, float part) {
    return a + wrapAngle(b - a) * part;
}

AgentVisual between(const AgentVisual &a, const AgentVisual &b, float part) {
    if (b.outcome != 0 || length(b.pose.position - a.pose.position) > kJump)
        return a;
    AgentVisual v = a;
    v.pose.position = a.pose.position + (b.pose.position - a.pose.position) * part;
    v.pose.yaw = mixedAngle(a.pose.yaw, b.pose.yaw, part);
    v.speed = mixed(a.speed, b.speed, part);
    v.velocity = a.velocity + (b.velocity - a.velocity) * part;
    v.steer = mixed(a.steer, b.steer, part);
    v.wheelAngle = mixedAngle(a.wheelAngle, b.wheelAngle, part);
    v.roll = mixed(a.roll, b.roll, part);
    v.pitch = mixed(a.pitch, b.pitch, part);
    v.heave = mixed(a.heave, b.heave, part);
    return v;
}

SceneSnapshot emptyScene(const EpisodeRecording &recording, int frame) {
    SceneSnapshot scene;
    scene.step = recording.firstStep + std::uint64_t(frame) + 1;
    scene.simTime = recording.timeOf(frame);
    scene.worlds = 1;
    scene.agentsPerWorld = recording.frames.shape.agents;
    return scene;
}

} // namespace

EpisodeRecording cutRecording(const EpisodeRecording &recording, int first, int last) {
    const WorldFrames &from = recording.frames;
    const int count = from.count();
    first = std::clamp(first, 0, count);
    last = std::clamp(last, first, count);
    EpisodeRecording out = recording;
    out.firstStep += std::uint64_t(first);
    const auto cut = [&](const auto &all) { return part(all, count, first, last); };
    out.frames.visuals = cut(from.visuals);
    out.frames.progress = cut(from.progress);
    out.frames.actions = cut(from.actions);
    out.frames.rewardTerms = cut(from.rewardTerms);
    out.frames.returnTerms = cut(from.returnTerms);
    out.frames.observations = cut(from.observations);
    out.frames.probabilities = cut(from.probabilities);
    out.frames.values = cut(from.values);
    return out;
}

SessionSnapshot snapshotOf(const EpisodeRecording &recording, int frame, int agent) {
    const WorldFrames &frames = recording.frames;
    const FrameShape &shape = frames.shape;
    SessionSnapshot snapshot;
    snapshot.scene = emptyScene(recording, frame);
    const auto first = frames.visuals.begin() + std::ptrdiff_t(frames.at(frame, 0));
    snapshot.scene.agents.assign(first, first + shape.agents);
    AgentDetail &detail = snapshot.picked;
    detail.row = std::clamp(agent, 0, shape.agents - 1);
    const std::size_t row = frames.at(frame, detail.row);
    detail.observation = rowOf(frames.observations, row, shape.observations);
    detail.probabilities = rowOf(frames.probabilities, row, shape.probabilities);
    detail.action = rowOf(frames.actions, row, shape.branches);
    detail.rewardTerms = rowOf(frames.rewardTerms, row, shape.terms);
    detail.returnTerms = rowOf(frames.returnTerms, row, shape.terms);
    detail.value = row < frames.values.size() ? frames.values[row] : 0;
    const AgentProgress &progress = frames.progress[row];
    detail.episode = progress.episode;
    detail.episodeStep = progress.episodeStep;
    detail.race = progress.race;
    for (int before = 0; before <= frame; ++before)
        detail.collisions += isCollision(frames.outcome(before, detail.row));
    detail.group = recording.scenario.groupOf(detail.row);
    return snapshot;
}

SceneSnapshot sceneBetween(const EpisodeRecording &recording, int frame, float part) {
    const WorldFrames &frames = recording.frames;
    SceneSnapshot scene = emptyScene(recording, frame);
    scene.simTime += double(part) * recording.period();
    const bool last = frame + 1 >= frames.count();
    for (int agent = 0; agent < frames.shape.agents; ++agent) {
        const AgentVisual &now = frames.visuals[frames.at(frame, agent)];
        scene.agents.push_back(
            last ? now : between(now, frames.visuals[frames.at(frame + 1, agent)], part));
    }
    return scene;
}

SessionInfo infoOf(const EpisodeRecording &recording) {
    const TaskLayout layout = taskLayout(recording.scenario);
    SessionInfo info;
    info.observations = layout.observations;
    info.rewardTerms = layout.rewardTerms;
    info.dynamics = layout.dynamics;
    for (const ActionBranch &branch : layout.branches) {
        info.branchNames.push_back(branch.name);
        info.branchOptions.push_back(branch.options);
    }
    for (int group = 0; group < recording.scenario.policyGroups(); ++group)
        info.groups.push_back(recording.scenario.groupName(group));
    return info;
}

} // namespace paddock
