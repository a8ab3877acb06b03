#include "core/run/world_frames.h"

#include <algorithm>
#include <numeric>

namespace paddock {

namespace {

// The rows of one world as a piece of the ring.
template <class T>
void copyRows(MatrixView<const T> from, int world, int agents, std::vector<T> &to,
              std::size_t frame) {
    const std::size_t size = std::size_t(agents) * from.cols;
    std::copy_n(from.data + std::size_t(world) * size, size,
                to.begin() + std::ptrdiff_t(frame * size));
}

// The `count` frames of a ring of `capacity` that begin at `first`, in order.
template <class T>
std::vector<T> inOrder(const std::vector<T> &ring, std::size_t capacity, std::size_t first,
                       std::size_t count) {
    const std::size_t size = capacity > 0 ? ring.size() / capacity : 0;
    const auto at = [&](std::size_t frame) { return ring.begin() + std::ptrdiff_t(frame * size); };
    const std::size_t toEnd = std::min(count, capacity - first);
    std::vector<T> out(at(first), at(first + toEnd));
    out.insert(out.end(), ring.begin(), at(count - toEnd));
    return out;
}

float sumOf(const std::vector<float> &terms, std::size_t row, int count) {
    const auto first = terms.begin() + std::ptrdiff_t(row * std::size_t(count));
    return std::accumulate(first, first + count, 0.0f);
}

} // namespace

FrameShape frameShape(const Scenario &scenario) {
    const TaskLayout layout = taskLayout(scenario);
    FrameShape shape{scenario.agentsPerWorld(), layout.observationSize(), layout.branchCount(),
                     layout.termCount(), 0};
    for (const ActionBranch &branch : layout.branches)
        shape.probabilities += int(branch.options.size());
    return shape;
}

float WorldFrames::reward(int frame, int agent) const {
    return sumOf(rewardTerms, at(frame, agent), shape.terms);
}

float WorldFrames::episodeReturn(int frame, int agent) const {
    return sumOf(returnTerms, at(frame, agent), shape.terms);
}

FrameRing::FrameRing(const FrameShape &shape, int capacity) : m_capacity(std::max(capacity, 1)) {
    const std::size_t rows = std::size_t(m_capacity) * std::size_t(shape.agents);
    m_frames.shape = shape;
    m_frames.visuals.resize(rows);
    m_frames.progress.resize(rows);
    m_frames.actions.resize(rows * std::size_t(shape.branches));
    m_frames.rewardTerms.resize(rows * std::size_t(shape.terms));
    m_frames.returnTerms.resize(rows * std::size_t(shape.terms));
    m_frames.observations.resize(rows * std::size_t(shape.observations));
}

void FrameRing::add(const WorldBatch &batch, int world, MatrixView<const std::int32_t> actions) {
    const int agents = m_frames.shape.agents;
    if (world != m_world || batch.steps() != m_newestStep + 1)
        m_added = 0;
    m_world = world;
    const int frame = int(m_added % std::uint64_t(m_capacity));
    const Task &task = batch.task(world);
    for (int agent = 0; agent < agents; ++agent) {
        const std::size_t row = m_frames.at(frame, agent);
        m_frames.visuals[row] = task.visual(agent);
        m_frames.progress[row] = {task.episode(agent), task.episodeStep(agent), task.race(agent)};
    }
    const auto at = std::size_t(frame);
    copyRows(actions, world, agents, m_frames.actions, at);
    copyRows(batch.rewardTerms(), world, agents, m_frames.rewardTerms, at);
    copyRows(batch.returnTerms(), world, agents, m_frames.returnTerms, at);
    copyRows(batch.observations(), world, agents, m_frames.observations, at);
    ++m_added;
    m_newestStep = batch.steps();
}

int FrameRing::count() const {
    return int(std::min(m_added, std::uint64_t(m_capacity)));
}

WorldFrames FrameRing::unrolled() const {
    const auto capacity = std::size_t(m_capacity), kept = std::size_t(count());
    const std::size_t first = kept < capacity ? 0 : std::size_t(m_added % capacity);
    const auto ordered = [&](const auto &ring) { return inOrder(ring, capacity, first, kept); };
    WorldFrames out;
    out.shape = m_frames.shape;
    out.visuals = ordered(m_frames.visuals);
    out.progress = ordered(m_frames.progress);
    out.actions = ordered(m_frames.actions);
    out.rewardTerms = ordered(m_frames.rewardTerms);
    out.returnTerms = ordered(m_frames.returnTerms);
    out.observations = ordered(m_frames.observations);
    return out;
}

} // namespace paddock
