// What one world looked like and came to, decision by decision, in flat arrays; and a ring that
// keeps the newest of them without allocating.
#pragma once

#include "core/base/view.h"
#include "core/task/world_batch.h"

#include <cstdint>
#include <vector>

namespace paddock {

// How an agent stands in its episode.
struct AgentProgress {
    std::int64_t episode = 0; // counts from 0
    int episodeStep = 0;      // decisions since it began
    RaceStatus race;
};

struct FrameShape {
    int agents = 0;        // A, of the world
    int observations = 0;  // D
    int branches = 0;      // K
    int terms = 0;         // R
    int probabilities = 0; // P, sum of the branches' choices

    bool operator==(const FrameShape &) const = default;
};
FrameShape frameShape(const Scenario &scenario);

// Frame k is the world after a decision. Where an episode ended with it (the visual's outcome), the
// agent already stands at its new start and the frame before is the last one of the episode.
struct WorldFrames {
    FrameShape shape;
    std::vector<AgentVisual> visuals;    // [N, A]
    std::vector<AgentProgress> progress; // [N, A]
    std::vector<std::int32_t> actions;   // [N, A, K] what led here
    std::vector<float> rewardTerms;      // [N, A, R] of this step
    std::vector<float> returnTerms;      // [N, A, R] summed over the episode so far
    std::vector<float> observations;     // [N, A, D] that the next decision meets
    std::vector<float> probabilities;    // [N, A, P] of the next decision; empty: nobody knows
    std::vector<float> values;           // [N, A] likewise

    int count() const { return shape.agents > 0 ? int(visuals.size()) / shape.agents : 0; }
    std::size_t at(int frame, int agent) const {
        return std::size_t(frame) * std::size_t(shape.agents) + std::size_t(agent);
    }
    std::uint8_t outcome(int frame, int agent) const { return visuals[at(frame, agent)].outcome; }
    float reward(int frame, int agent) const; // of the step
    float episodeReturn(int frame, int agent) const;
};

// The newest frames of one world of a batch.
class FrameRing {
  public:
    FrameRing(const FrameShape &shape, int capacity);

    // The state of `world` after the batch stepped with `actions` [M, K]. Frames follow each other
    // without a gap: those of another world, or from before a step that was left out, go.
    void add(const WorldBatch &batch, int world, MatrixView<const std::int32_t> actions);
    int world() const { return m_world; }
    int count() const; // kept
    // Decisions of the batch before the first frame that is kept.
    std::uint64_t firstStep() const { return m_newestStep - std::uint64_t(count()); }
    WorldFrames unrolled() const; // oldest first; without probabilities and values

  private:
    WorldFrames m_frames; // as a ring
    int m_capacity;
    int m_world = 0;
    std::uint64_t m_added = 0; // without a gap
    std::uint64_t m_newestStep = 0;
};

} // namespace paddock
