#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/onnx_graph.h"
#include "core/run/onnx_policy.h"

#include <numeric>

namespace paddock {

namespace {

constexpr float kVersion = 3;      // of ML-Agents' model interface: actions are discrete_actions
constexpr std::int64_t kInt64 = 7; // element types of ONNX
constexpr std::int64_t kFloat = 1;
constexpr float kMasked = 1e8f; // taken off the logit of a choice that is not allowed

// Writes the graph node by node, in the order of evaluation.
class PolicyGraph {
  public:
    PolicyGraph(const TensorFile &weights, const PolicyShape &shape) : m_file(weights) {
        m_shape = shape;
    }

    Result<std::string> run(const std::vector<int> &inputSizes) {
        addInputs(inputSizes);
        std::string x = m_last;
        int width = m_shape.observationSize;
        for (int i = 0; i < m_shape.numLayers; ++i) {
            x = addHidden(i, x, width);
            width = m_shape.hiddenUnits;
        }
        addBranches(x, width);
        addConstants();
        if (!m_problems.empty())
            return Error(std::move(m_problems));
        return encodeOnnxGraph(m_graph);
    }

  private:
    OnnxNode &add(const char *type, std::vector<std::string> inputs) {
        OnnxNode &node = m_graph.nodes.emplace_back();
        const std::string number = numberText(int(m_graph.nodes.size()) - 1);
        node.type = type;
        node.name = type + ("_" + number);
        node.inputs = std::move(inputs);
        m_last = "v" + number;
        node.outputs = {m_last};
        return node;
    }

    // The values of an array of the checkpoint; notes a problem when it is not as expected.
    std::vector<float> take(const std::string &name, const std::vector<std::int64_t> &shape) {
        const auto found = m_file.tensors.find(name);
        if (found != m_file.tensors.end() && found->second.shape == shape)
            return found->second.values;
        const std::size_t count = std::accumulate(
            shape.begin(), shape.end(), std::size_t{1},
            [](std::size_t product, std::int64_t size) { return product * std::size_t(size); });
        m_problems.push_back(
            {name, found == m_file.tensors.end() ? "is missing" : "has another shape", ""});
        return std::vector<float>(count);
    }

    void weight(std::string name, std::vector<std::int64_t> shape, std::vector<float> values) {
        m_graph.initializers.push_back({std::move(name), std::move(shape), std::move(values)});
    }

    std::string gemm(const std::string &x, const std::string &prefix) {
        OnnxNode &node = add("Gemm", {x, prefix + ".weight", prefix + ".bias"});
        node.floats = {{"alpha", 1.0f}, {"beta", 1.0f}};
        node.integers = {{"transB", 1}};
        return m_last;
    }

    void addInputs(std::vector<int> sizes) {
        if (sizes.empty())
            sizes = {m_shape.observationSize};
        if (std::accumulate(sizes.begin(), sizes.end(), 0) != m_shape.observationSize)
            m_problems.push_back({"inputs", "add up to another observation",
                                  numberText(m_shape.observationSize) + " numbers"});
        std::vector<std::string> names;
        for (const int size : sizes) {
            names.push_back("obs_" + numberText(int(names.size())));
            m_graph.inputs.push_back({names.back(), {0, size}, kFloat});
        }
        m_graph.inputs.push_back({"action_masks", {0, m_shape.logitCount()}, kFloat});
        add("Concat", names).integers = {{"axis", 1}};
    }

    std::string addHidden(int index, const std::string &x, int inputs) {
        const std::string from = "actor/hidden" + numberText(index);
        const std::string to =
            "network_body._body_endoder.seq_layers." + numberText(2 * index); // sic
        const std::int64_t units = m_shape.hiddenUnits;
        weight(to + ".weight", {units, inputs}, take(from + "/weight", {units, inputs}));
        weight(to + ".bias", {units}, take(from + "/bias", {units}));
        const std::string sum = gemm(x, to);
        add("Sigmoid", {sum});
        add("Mul", {sum, m_last});
        return m_last;
    }

    void addBranches(const std::string &x, int width) {
        const std::int64_t logits = m_shape.logitCount();
        const std::vector<float> weights = take("actor/head/weight", {logits, width});
        const std::vector<float> biases = take("actor/head/bias", {logits});
        std::vector<std::string> actions;
        std::ptrdiff_t row = 0;
        for (std::size_t k = 0; k < m_shape.branches.size(); ++k) {
            const std::ptrdiff_t size = m_shape.branches[k];
            const std::string to =
                "action_model._discrete_distribution.branches." + numberText(int(k));
            weight(to + ".weight", {size, width},
                   {weights.begin() + row * width, weights.begin() + (row + size) * width});
            weight(to + ".bias", {size}, {biases.begin() + row, biases.begin() + row + size});
            actions.push_back(addChoice(gemm(x, to), row, size));
            row += size;
        }
        OnnxNode &all = add("Concat", actions);
        all.integers = {{"axis", 1}};
        all.outputs = {"discrete_actions"};
    }

    std::string constant(float value) {
        add("Constant", {}).tensors = {{"value", {"", {}, {value}}}};
        return m_last;
    }
    std::string binary(const char *type, const std::string &a, const std::string &b) {
        add(type, {a, b});
        return m_last;
    }

    // Mask, softmax, and one sample: logits * m - 1e8 (1 - m), as ML-Agents does it.
    std::string addChoice(const std::string &logits, std::int64_t first, std::int64_t size) {
        add("Slice", {"action_masks"}).lists = {
            {"axes", {1}}, {"starts", {first}}, {"ends", {first + size}}};
        const std::string mask = m_last;
        const std::string kept = binary("Mul", logits, mask);
        const std::string forbidden = binary("Sub", constant(1), mask);
        const std::string shift = binary("Mul", forbidden, constant(kMasked));
        binary("Sub", kept, shift);
        add("Softmax", {m_last}).integers = {{"axis", 1}};
        add("Log", {m_last});
        add("Multinomial", {m_last}).integers = {{"dtype", kInt64}, {"sample_size", 1}};
        return m_last;
    }

    void addConstants() {
        const auto branches = std::int64_t(m_shape.branches.size());
        weight("version_number", {1}, {kVersion});
        weight("memory_size", {1}, {0});
        weight("discrete_action_output_shape", {1, branches},
               {m_shape.branches.begin(), m_shape.branches.end()});
        m_graph.outputs = {{"version_number", {1}, kFloat},
                           {"memory_size", {1}, kFloat},
                           {"discrete_actions", {0, branches}, kInt64},
                           {"discrete_action_output_shape", {1, branches}, kFloat}};
    }

    const TensorFile &m_file;
    PolicyShape m_shape;
    OnnxGraph m_graph;
    std::string m_last; // output of the newest node
    std::vector<Problem> m_problems;
};

} // namespace

Result<std::string> encodeOnnxPolicy(const TensorFile &weights, const PolicyShape &shape,
                                     const std::vector<int> &inputSizes) {
    if (shape.observationSize < 1 || shape.branches.empty())
        return Error(Problem{"policy", "has no observations or branches", ""});
    return PolicyGraph(weights, shape).run(inputSizes);
}

Status exportOnnx(const TensorFile &weights, const PolicyShape &shape,
                  const std::vector<int> &inputSizes, const std::filesystem::path &path) {
    const Result<std::string> bytes = encodeOnnxPolicy(weights, shape, inputSizes);
    if (!bytes)
        return bytes.error();
    return writeFileAtomic(path, *bytes);
}

} // namespace paddock
