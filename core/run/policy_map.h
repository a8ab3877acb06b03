// What a policy would do and expect at every place of the road: one agent of a frozen situation is
// put on a grid, all others stay where they were.
#pragma once

#include "core/base/result.h"
#include "core/learn/policy_shape.h"
#include "core/learn/tensor_file.h"
#include "core/scenario/training_spec.h"
#include "core/task/viewpoint.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace paddock {

// Everything that a map is made from; copies, so any thread may read it.
struct PolicySituation {
    int row = 0;           // whose
    std::int64_t step = 0; // agent steps of the run
    PolicyShape shape;
    TrainingSpec training; // of the learner that the weights are from
    TensorFile weights;
    std::shared_ptr<const Viewpoint> view;
};

struct PolicyMapOptions {
    int samples = 4000;      // at most
    float leastCell = 0.02f; // m
};

struct PolicyMap {
    int row = 0;
    std::int64_t step = 0;
    Pose agent;                       // where it was
    float cell = 0;                   // m, edge of a square of the grid
    std::vector<Pose> places;         // [N] rear axle; the middle of a square
    std::vector<float> values;        // [N]
    std::vector<float> probabilities; // [N, sum of branches]
    std::vector<int> branches;        // [K] choices of each

    std::size_t size() const { return places.size(); }
    // Most probable choice of `branch` at place `i`, the first of equals.
    int choice(std::size_t i, std::size_t branch) const;
};

// Squares of `cell` metres whose middles lie on the road, row by row from the lower left; those
// found so far when it is stopped.
std::vector<Pose> mapPlaces(const Viewpoint &view, float cell, const std::stop_token &stop = {});
// The finest grid that has no more places than the options allow.
float mapCell(const Viewpoint &view, const PolicyMapOptions &options,
              const std::stop_token &stop = {});

// Errors: weights of another shape; cancelled (then the message is "cancelled"). `done` becomes
// 0..1 on the way.
Result<PolicyMap> samplePolicyMap(const PolicySituation &situation, const PolicyMapOptions &options,
                                  std::stop_token stop, std::atomic<float> &done);

// The same on a thread of its own, which the destructor cancels and joins.
class PolicyMapJob {
  public:
    PolicyMapJob(std::shared_ptr<const PolicySituation> situation, PolicyMapOptions options);
    ~PolicyMapJob() = default;

    void cancel() { m_thread.request_stop(); }
    float progress() const { return m_progress; } // 0..1
    bool ended() const { return m_ended; }
    // After the end; null when it failed or was cancelled.
    std::shared_ptr<const PolicyMap> map() const { return m_ended ? m_map : nullptr; }
    std::string problem() const { return m_ended ? m_problem : std::string(); }

  private:
    std::atomic<float> m_progress = 0;
    std::atomic<bool> m_ended = false; // set after the two that follow
    std::shared_ptr<const PolicyMap> m_map;
    std::string m_problem;
    std::jthread m_thread; // last: joined before the rest goes
};

} // namespace paddock
