// Policies of ML-Agents' lineage from `.onnx` files: Concat of the observations, hidden layers of
// Gemm, Sigmoid and Mul (together: Swish), one Gemm per action branch. The weights are read; no
// runtime is needed.
#pragma once

#include "core/base/result.h"
#include "core/base/rng.h"
#include "core/base/view.h"
#include "core/drivers/driver.h"
#include "core/learn/policy_shape.h"
#include "core/learn/tensor_file.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace paddock {

class OnnxPolicy {
  public:
    // y = W x + b.
    struct Layer {
        int inputs = 0;
        int outputs = 0;
        std::vector<float> weight; // [inputs, outputs]: a column per output
        std::vector<float> bias;   // [outputs]
    };

    // Errors: no ONNX model, or one whose path from observations to branches is another (named by
    // its operator), or one with sizes that do not fit each other.
    static Result<OnnxPolicy> decode(std::string_view bytes, const std::string &source);
    static Result<OnnxPolicy> load(const std::filesystem::path &path);

    // Names and sizes of the observations in the order in which they are concatenated.
    const std::vector<std::string> &observationNames() const { return m_names; }
    const std::vector<int> &observationSizes() const { return m_sizes; }
    int observationSize() const;
    const std::vector<int> &branches() const { return m_branches; } // number of choices of each
    int logitCount() const;

    // Logits [sum of branches] before masks, and probabilities by a softmax over each branch.
    // `observation` [D] is the concatenation of all.
    std::vector<float> logits(std::span<const float> observation) const;
    std::vector<float> probabilities(std::span<const float> observation) const;

  private:
    std::vector<std::string> m_names;
    std::vector<int> m_sizes;
    std::vector<int> m_branches;
    std::vector<Layer> m_hidden;
    std::vector<Layer> m_heads; // one per branch
};

// Lets a policy drive: its most probable choices, or samples whose draws depend only on (seed,
// step, row). Error when it sees or chooses something else than `observationSize` and `branches`
// say.
Result<std::unique_ptr<Driver>> makeOnnxDriver(OnnxPolicy policy, int observationSize,
                                               const std::vector<int> &branches, bool greedy,
                                               std::uint64_t seed);

// The actor of a checkpoint ("actor/hidden0/weight", ..., "actor/head/bias") as an ONNX model with
// ML-Agents 2.0's names: obs_0, obs_1, ... (of `inputSizes`, which add up to the observation; one
// for all when empty), action_masks; version_number, memory_size, discrete_actions,
// discrete_action_output_shape. Errors: a tensor is missing or has another shape.
Result<std::string> encodeOnnxPolicy(const TensorFile &weights, const PolicyShape &shape,
                                     const std::vector<int> &inputSizes);
// The same to a file, at once or not at all.
Status exportOnnx(const TensorFile &weights, const PolicyShape &shape,
                  const std::vector<int> &inputSizes, const std::filesystem::path &path);

} // namespace paddock
