// Heats: the agents of a family start together, the first to finish its laps wins. Who touches a
// wall or another car has lost; the others race on without it.
#pragma once

#include "core/scenario/scenario.h"
#include "core/task/world_batch.h"

#include <vector>

namespace paddock {

struct FinishedHeat {
    int family = 0;                        // of the batch: world * families + family
    std::vector<FinishedEpisode> episodes; // [A] by place in the family
    int winner = -1;                       // place, -1 = nobody finished
    std::vector<int> overtakes;            // [A] how many cars each place has passed
    double gap = -1;                       // s between the first two to finish, -1 = fewer finished
};

// Watches a batch whose scenario races in heats (RacingTaskSpec::heats).
class HeatJudge {
  public:
    explicit HeatJudge(const Scenario &scenario);

    // To be called after each step of the batch.
    void follow(const WorldBatch &batch);
    // Heats that ended with that step.
    const std::vector<FinishedHeat> &finished() const { return m_finished; }

  private:
    // Who of two cars is close ahead of the other.
    enum class Order { Apart, FirstAhead, SecondAhead };
    struct Heat {
        FinishedHeat result;
        std::vector<bool> racing;  // [A]
        std::vector<Order> orders; // [A * A], of the pairs first < second
    };
    Heat freshHeat(int family) const;
    void compareCars(Heat &heat, const WorldBatch &batch) const;
    void close(Heat &heat);

    int m_agents;       // of a family
    float m_length;     // m, of the track
    float m_clearAhead; // m, from here on a car is ahead of another
    std::vector<Heat> m_heats;
    std::vector<FinishedHeat> m_finished;
};

} // namespace paddock
