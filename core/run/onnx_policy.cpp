#include "core/run/onnx_policy.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/onnx_policy_reader.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace paddock {

namespace {

// Row by row of the weights: each output adds up in the order of the inputs, and the inner loop
// runs over outputs, which the compiler can do several at a time without changing any sum.
std::vector<float> affine(const OnnxPolicy::Layer &layer, std::span<const float> x) {
    std::vector<float> y = layer.bias;
    const auto outputs = static_cast<std::size_t>(layer.outputs);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const float *row = layer.weight.data() + i * outputs;
        for (std::size_t o = 0; o < outputs; ++o)
            y[o] += x[i] * row[o];
    }
    return y;
}

void swish(std::vector<float> &values) {
    for (float &value : values)
        value /= 1 + std::exp(-value);
}

void softmax(std::span<float> values) {
    const float most = *std::max_element(values.begin(), values.end());
    float sum = 0;
    for (float &value : values)
        sum += value = std::exp(value - most);
    for (float &value : values)
        value /= sum;
}

std::string listText(const std::vector<int> &values) {
    std::string text;
    for (const int value : values)
        text += (text.empty() ? "" : ", ") + numberText(value);
    return "[" + text + "]";
}

class OnnxDriver : public Driver {
  public:
    OnnxDriver(OnnxPolicy policy, bool greedy, std::uint64_t seed)
        : m_policy(std::move(policy)), m_greedy(greedy), m_seed(seed) {}

    void act(MatrixView<const float> observations, std::uint32_t step,
             MatrixView<std::int32_t> actions) override {
        for (std::size_t row = 0; row < observations.rows; ++row) {
            const std::vector<float> chances = m_policy.probabilities(observations.row(row));
            Rng rng({m_seed, Purpose::ActionSample, std::uint32_t(row), 0, 0, step});
            auto first = chances.begin();
            for (std::size_t k = 0; k < m_policy.branches().size(); ++k) {
                const auto last = first + m_policy.branches()[k];
                actions(row, k) = m_greedy ? std::int32_t(std::max_element(first, last) - first)
                                           : sample({first, last}, rng.uniform());
                first = last;
            }
        }
    }

  private:
    static std::int32_t sample(std::span<const float> chances, float u) {
        float below = 0;
        for (std::size_t i = 0; i + 1 < chances.size(); ++i)
            if (u < (below += chances[i]))
                return std::int32_t(i);
        return std::int32_t(chances.size()) - 1;
    }

    OnnxPolicy m_policy;
    bool m_greedy;
    std::uint64_t m_seed;
};

} // namespace

Result<OnnxPolicy> OnnxPolicy::decode(std::string_view bytes, const std::string &source) {
    const Result<OnnxGraph> graph = decodeOnnxGraph(bytes, source);
    if (!graph)
        return graph.error();
    Result<OnnxParts> parts = findOnnxParts(*graph, source);
    if (!parts)
        return parts.error();
    OnnxPolicy policy;
    policy.m_names = std::move(parts->names);
    policy.m_sizes = std::move(parts->sizes);
    policy.m_hidden = std::move(parts->hidden);
    policy.m_heads = std::move(parts->heads);
    for (const Layer &head : policy.m_heads)
        policy.m_branches.push_back(head.outputs);
    return policy;
}

Result<OnnxPolicy> OnnxPolicy::load(const std::filesystem::path &path) {
    const Result<std::string> bytes = readFile(path, kMaxOnnxBytes);
    if (!bytes)
        return bytes.error();
    return decode(*bytes, path.string());
}

int OnnxPolicy::observationSize() const {
    return std::accumulate(m_sizes.begin(), m_sizes.end(), 0);
}

int OnnxPolicy::logitCount() const {
    return std::accumulate(m_branches.begin(), m_branches.end(), 0);
}

std::vector<float> OnnxPolicy::logits(std::span<const float> observation) const {
    assert(observation.size() == std::size_t(observationSize()));
    std::vector<float> x(observation.begin(), observation.end());
    for (const Layer &layer : m_hidden) {
        x = affine(layer, x);
        swish(x);
    }
    std::vector<float> all;
    for (const Layer &head : m_heads) {
        const std::vector<float> y = affine(head, x);
        all.insert(all.end(), y.begin(), y.end());
    }
    return all;
}

std::vector<float> OnnxPolicy::probabilities(std::span<const float> observation) const {
    std::vector<float> all = logits(observation);
    std::size_t first = 0;
    for (const int size : m_branches) {
        softmax(std::span(all).subspan(first, std::size_t(size)));
        first += std::size_t(size);
    }
    return all;
}

Result<std::unique_ptr<Driver>> makeOnnxDriver(OnnxPolicy policy, int observationSize,
                                               const std::vector<int> &branches, bool greedy,
                                               std::uint64_t seed) {
    std::vector<Problem> problems;
    if (policy.observationSize() != observationSize)
        problems.push_back({"policy", "sees " + numberText(policy.observationSize()) + " numbers",
                            numberText(observationSize) + " as the scenario gives"});
    if (policy.branches() != branches)
        problems.push_back({"policy", "chooses among " + listText(policy.branches()),
                            listText(branches) + " as the scenario offers"});
    if (!problems.empty())
        return Error(std::move(problems));
    return std::unique_ptr<Driver>(std::make_unique<OnnxDriver>(std::move(policy), greedy, seed));
}

} // namespace paddock
