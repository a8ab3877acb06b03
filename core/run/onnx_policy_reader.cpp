#include "core/run/onnx_policy_reader.h"

#include "core/base/text.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace paddock {

namespace {

constexpr std::size_t kMaxHidden = 32;
constexpr std::size_t kMaxHeads = 64;
constexpr const char *kActions = "discrete_actions";

std::string countText(std::size_t count) {
    return numberText(static_cast<std::uint64_t>(count));
}

// One Gemm and where its input came from.
struct Linear {
    OnnxPolicy::Layer layer;
    int depth = 0;      // number of hidden layers before it
    bool gated = false; // a Sigmoid was taken of it: a hidden layer
};

class PartsFinder {
  public:
    PartsFinder(const OnnxGraph &graph, const std::string &source)
        : m_graph(graph), m_source(source) {}

    Result<OnnxParts> run() {
        for (const OnnxTensor &tensor : m_graph.initializers)
            m_weights[tensor.name] = &tensor;
        for (const OnnxValue &input : m_graph.inputs)
            if (input.name.starts_with("obs_") || input.name == "vector_observation")
                m_observations[input.name] = &input;
        for (const OnnxNode &node : m_graph.nodes)
            if (!follow(node))
                return Error(m_problem);
        if (!finish())
            return Error(m_problem);
        return std::move(m_parts);
    }

  private:
    bool fail(std::string what, std::string expected = "") {
        m_problem = {m_source, std::move(what), std::move(expected)};
        return false;
    }

    bool follow(const OnnxNode &node);
    bool concat(const OnnxNode &node);
    bool gemm(const OnnxNode &node);
    bool gate(const OnnxNode &node);
    bool multiply(const OnnxNode &node, bool &swish);
    void carryHeads(const OnnxNode &node);
    bool readLayer(const OnnxNode &node, OnnxPolicy::Layer &layer);
    bool setInputs(const std::vector<std::string> &names);
    bool bodyOf(const std::string &value, int &depth);
    bool finish();

    const OnnxGraph &m_graph;
    std::string m_source;
    Problem m_problem;
    std::map<std::string, const OnnxTensor *> m_weights;
    std::map<std::string, const OnnxValue *> m_observations;
    std::map<std::string, Linear> m_linears;              // by their output
    std::vector<std::string> m_order;                     // of m_linears
    std::map<std::string, std::string> m_gates;           // output of a Sigmoid -> its Gemm
    std::map<std::string, int> m_bodies;                  // value -> hidden layers before it
    std::map<std::string, std::set<std::string>> m_heads; // value -> Gemms that reach it
    std::vector<std::string> m_branchOrder;               // Gemms in the order of discrete_actions
    OnnxParts m_parts;
};

bool PartsFinder::follow(const OnnxNode &node) {
    if (node.outputs.empty() || node.inputs.size() > 4096)
        return fail("node \"" + node.name.substr(0, 80) + "\" has no output");
    carryHeads(node);
    if (node.type == "Concat")
        return concat(node);
    if (node.type == "Gemm")
        return gemm(node);
    if (node.type == "Sigmoid")
        return gate(node);
    bool swish = false;
    if (node.type == "Mul" && !multiply(node, swish))
        return false;
    if (swish)
        return true;
    // Anything else may do to branches what it likes (masks, sampling), but not to what leads
    // there.
    for (const std::string &input : node.inputs)
        if (m_bodies.count(input) || m_observations.count(input))
            return fail("has the operator " + node.type.substr(0, 40) +
                            " between observations and branches",
                        "Concat, Gemm, Sigmoid and Mul");
    return true;
}

// Which Gemms a value comes from, through masks, Softmax, Log and Multinomial.
void PartsFinder::carryHeads(const OnnxNode &node) {
    std::set<std::string> heads;
    for (const std::string &input : node.inputs) {
        if (m_linears.count(input))
            heads.insert(input);
        if (const auto found = m_heads.find(input); found != m_heads.end())
            heads.insert(found->second.begin(), found->second.end());
    }
    if (heads.size() <= kMaxHeads + kMaxHidden)
        m_heads[node.outputs[0]] = std::move(heads);
}

bool PartsFinder::setInputs(const std::vector<std::string> &names) {
    if (!m_parts.names.empty())
        return names == m_parts.names || fail("concatenates its observations twice");
    for (const std::string &name : names) {
        const OnnxValue &value = *m_observations.at(name);
        const std::int64_t size = value.shape.size() == 2 ? value.shape[1] : 0;
        if (size < 1 || size > 65536)
            return fail("input \"" + name + "\" is no vector", "[batch, 1 to 65536]");
        m_parts.names.push_back(name);
        m_parts.sizes.push_back(static_cast<int>(size));
    }
    return true;
}

bool PartsFinder::concat(const OnnxNode &node) {
    const bool seen = std::any_of(node.inputs.begin(), node.inputs.end(), [this](const auto &in) {
        return m_observations.count(in) || m_bodies.count(in);
    });
    if (seen) {
        for (const std::string &input : node.inputs)
            if (!m_observations.count(input))
                return fail("concatenates \"" + input.substr(0, 80) + "\" with its observations");
        m_bodies[node.outputs[0]] = 0;
        return setInputs(node.inputs);
    }
    if (node.outputs[0] != kActions)
        return true;
    for (const std::string &input : node.inputs) {
        const std::set<std::string> &heads = m_heads[input];
        if (heads.size() != 1)
            return fail("has an action that comes from " + countText(heads.size()) + " branches",
                        "1");
        m_branchOrder.push_back(*heads.begin());
    }
    return true;
}

// The number of hidden layers before a value that a Gemm takes.
bool PartsFinder::bodyOf(const std::string &value, int &depth) {
    if (m_observations.count(value)) {
        if (!setInputs({value}))
            return false;
        m_bodies[value] = 0;
    }
    const auto found = m_bodies.find(value);
    if (found == m_bodies.end())
        return fail("has a Gemm of \"" + value.substr(0, 80) + "\", which is no layer's output");
    depth = found->second;
    return true;
}

bool PartsFinder::gemm(const OnnxNode &node) {
    Linear linear;
    if (node.inputs.size() != 3)
        return fail("has a Gemm of " + countText(node.inputs.size()) + " inputs", "3");
    if (!bodyOf(node.inputs[0], linear.depth) || !readLayer(node, linear.layer))
        return false;
    if (m_linears.count(node.outputs[0]) || m_linears.size() >= kMaxHidden + kMaxHeads)
        return fail("has too many layers, or one twice");
    m_linears[node.outputs[0]] = std::move(linear);
    m_order.push_back(node.outputs[0]);
    m_heads[node.outputs[0]].clear(); // what it made of lower layers is no branch of theirs
    return true;
}

bool PartsFinder::readLayer(const OnnxNode &node, OnnxPolicy::Layer &layer) {
    const auto weight = m_weights.find(node.inputs[1]), bias = m_weights.find(node.inputs[2]);
    if (weight == m_weights.end() || bias == m_weights.end())
        return fail("has a Gemm without weights");
    const OnnxTensor &w = *weight->second, &b = *bias->second;
    if (w.shape.size() != 2 || w.values.empty())
        return fail("has weights that are no matrix");
    const auto attribute = [](const auto &map, const char *name, auto fallback) {
        const auto found = map.find(name);
        return found == map.end() ? fallback : found->second;
    };
    const float alpha = attribute(node.floats, "alpha", 1.0f);
    const float beta = attribute(node.floats, "beta", 1.0f);
    const bool transposed = attribute(node.integers, "transB", std::int64_t{0}) != 0;
    if (attribute(node.integers, "transA", std::int64_t{0}) != 0)
        return fail("has a Gemm with its input transposed");
    const auto rows = static_cast<std::size_t>(w.shape[0]), cols = std::size_t(w.shape[1]);
    const std::size_t inputs = transposed ? cols : rows, outputs = transposed ? rows : cols;
    if (b.values.size() != outputs)
        return fail("has " + countText(b.values.size()) + " biases", countText(outputs));
    layer.inputs = static_cast<int>(inputs);
    layer.outputs = static_cast<int>(outputs);
    layer.weight.resize(w.values.size());
    for (std::size_t i = 0; i < inputs; ++i)
        for (std::size_t o = 0; o < outputs; ++o)
            layer.weight[i * outputs + o] =
                alpha * (transposed ? w.values[o * inputs + i] : w.values[i * outputs + o]);
    layer.bias = b.values;
    for (float &value : layer.bias)
        value *= beta;
    return true;
}

bool PartsFinder::gate(const OnnxNode &node) {
    const std::string input = node.inputs.empty() ? "" : node.inputs[0];
    const auto linear = m_linears.find(input);
    if (linear == m_linears.end())
        return !m_bodies.count(input) || fail("has a Sigmoid of no Gemm");
    linear->second.gated = true;
    m_gates[node.outputs[0]] = input;
    return true;
}

bool PartsFinder::multiply(const OnnxNode &node, bool &swish) {
    for (std::size_t i = 0; i < 2 && node.inputs.size() == 2; ++i) {
        const auto gate = m_gates.find(node.inputs[i]);
        if (gate == m_gates.end())
            continue;
        if (gate->second != node.inputs[1 - i])
            return fail("multiplies a Sigmoid with something else than its own argument");
        const Linear &linear = m_linears.at(gate->second);
        if (linear.depth != static_cast<int>(m_parts.hidden.size()))
            return fail("has hidden layers side by side", "one after the other");
        m_parts.hidden.push_back(linear.layer);
        m_bodies[node.outputs[0]] = linear.depth + 1;
        m_heads[node.outputs[0]].clear();
        swish = true;
        return true;
    }
    return true;
}

bool PartsFinder::finish() {
    if (m_branchOrder.empty())
        for (const std::string &name : m_order)
            if (!m_linears.at(name).gated)
                m_branchOrder.push_back(name);
    if (m_branchOrder.empty() || m_branchOrder.size() > kMaxHeads || m_parts.names.empty())
        return fail("has no discrete action branches", "1 to " + countText(kMaxHeads));
    for (const std::string &name : m_branchOrder) {
        const Linear &linear = m_linears.at(name);
        if (linear.gated || linear.depth != static_cast<int>(m_parts.hidden.size()))
            return fail("has a branch that does not follow the last hidden layer");
        m_parts.heads.push_back(linear.layer);
    }
    int width = std::accumulate(m_parts.sizes.begin(), m_parts.sizes.end(), 0);
    for (const OnnxPolicy::Layer &layer : m_parts.hidden) {
        if (layer.inputs != width)
            return fail("has a layer of " + numberText(layer.inputs) + " inputs",
                        numberText(width));
        width = layer.outputs;
    }
    for (const OnnxPolicy::Layer &head : m_parts.heads)
        if (head.inputs != width)
            return fail("has a branch of " + numberText(head.inputs) + " inputs",
                        numberText(width));
    return true;
}

} // namespace

Result<OnnxParts> findOnnxParts(const OnnxGraph &graph, const std::string &source) {
    return PartsFinder(graph, source).run();
}

} // namespace paddock
