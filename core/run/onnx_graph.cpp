#include "core/run/onnx_graph.h"

#include "core/base/text.h"
#include "core/run/proto_wire.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace paddock {

namespace {

constexpr std::size_t kMaxParts = 4096; // nodes, weights, inputs, names of one node, attributes
constexpr std::size_t kMaxDimensions = 8;
constexpr std::size_t kMaxWeights = kMaxOnnxBytes / sizeof(float);
constexpr std::int64_t kFloat = 1;

std::string textOf(const ProtoReader &in) {
    return std::string(in.bytes());
}

// Reads one message after the other; the first problem ends it.
class GraphDecoder {
  public:
    explicit GraphDecoder(std::string source) : m_source(std::move(source)) {}

    Result<OnnxGraph> run(std::string_view bytes) {
        bool found = false;
        ProtoReader model(bytes);
        while (m_problem.what.empty() && model.next())
            if (model.field() == 7) {
                found = true;
                readGraph(model.bytes());
            }
        if (model.failed() || !found)
            fail("is no ONNX model", "a model with a graph");
        if (!m_problem.what.empty())
            return Error(m_problem);
        // Older files list their weights among the inputs.
        std::erase_if(m_graph.inputs, [this](const OnnxValue &value) {
            return std::any_of(m_graph.initializers.begin(), m_graph.initializers.end(),
                               [&](const OnnxTensor &t) { return t.name == value.name; });
        });
        return std::move(m_graph);
    }

  private:
    void fail(std::string what, std::string expected = "") {
        if (m_problem.what.empty())
            m_problem = {m_source, std::move(what), std::move(expected)};
    }
    void check(const ProtoReader &in, const char *what) {
        if (in.failed())
            fail(std::string("has a damaged ") + what);
    }
    bool room(std::size_t count) {
        if (count >= kMaxParts)
            fail("has too many parts", "at most " + numberText(std::uint64_t(kMaxParts)));
        return count < kMaxParts;
    }

    void readGraph(std::string_view bytes);
    OnnxNode readNode(std::string_view bytes);
    void readAttribute(std::string_view bytes, OnnxNode &node);
    bool readTensor(std::string_view bytes, OnnxTensor &tensor); // false: of no use here
    OnnxValue readValue(std::string_view bytes);
    void readType(std::string_view bytes, OnnxValue &value);

    std::string m_source;
    Problem m_problem;
    OnnxGraph m_graph;
};

void GraphDecoder::readGraph(std::string_view bytes) {
    ProtoReader in(bytes);
    while (m_problem.what.empty() && in.next()) {
        OnnxTensor tensor;
        if (in.field() == 1 && room(m_graph.nodes.size()))
            m_graph.nodes.push_back(readNode(in.bytes()));
        else if (in.field() == 5 && room(m_graph.initializers.size()) &&
                 readTensor(in.bytes(), tensor))
            m_graph.initializers.push_back(std::move(tensor));
        else if (in.field() == 11 && room(m_graph.inputs.size()))
            m_graph.inputs.push_back(readValue(in.bytes()));
        else if (in.field() == 12 && room(m_graph.outputs.size()))
            m_graph.outputs.push_back(readValue(in.bytes()));
    }
    check(in, "graph");
}

OnnxNode GraphDecoder::readNode(std::string_view bytes) {
    OnnxNode node;
    ProtoReader in(bytes);
    for (std::size_t parts = 0; m_problem.what.empty() && room(parts) && in.next(); ++parts) {
        switch (in.field()) {
        case 1:
            node.inputs.push_back(textOf(in));
            break;
        case 2:
            node.outputs.push_back(textOf(in));
            break;
        case 3:
            node.name = textOf(in);
            break;
        case 4:
            node.type = textOf(in);
            break;
        case 5:
            readAttribute(in.bytes(), node);
            break;
        default:
            break;
        }
    }
    check(in, "node");
    return node;
}

void GraphDecoder::readAttribute(std::string_view bytes, OnnxNode &node) {
    constexpr std::uint64_t kTypeFloat = 1, kTypeInt = 2, kTypeTensor = 4, kTypeInts = 7;
    std::string name;
    float number = 0;
    std::int64_t integer = 0;
    std::vector<std::int64_t> list;
    OnnxTensor tensor;
    std::uint64_t type = 0;
    ProtoReader in(bytes);
    while (m_problem.what.empty() && in.next()) {
        switch (in.field()) {
        case 1:
            name = textOf(in);
            break;
        case 2:
            number = in.fixed32();
            break;
        case 3:
            integer = static_cast<std::int64_t>(in.varint());
            break;
        case 5:
            readTensor(in.bytes(), tensor);
            break;
        case 8:
            if (!in.appendVarints(list, kMaxParts))
                fail("has a damaged attribute");
            break;
        case 20:
            type = in.varint();
            break;
        default:
            break;
        }
    }
    check(in, "attribute");
    if (type == kTypeFloat)
        node.floats[name] = number;
    else if (type == kTypeInt)
        node.integers[name] = integer;
    else if (type == kTypeTensor)
        node.tensors[name] = std::move(tensor);
    else if (type == kTypeInts)
        node.lists[name] = std::move(list);
}

bool GraphDecoder::readTensor(std::string_view bytes, OnnxTensor &tensor) {
    std::uint64_t type = 0;
    std::string_view raw;
    bool elsewhere = false;
    ProtoReader in(bytes);
    while (in.next()) {
        bool good = true;
        switch (in.field()) {
        case 1:
            good = in.appendVarints(tensor.shape, kMaxDimensions);
            break;
        case 2:
            type = in.varint();
            break;
        case 4:
            good = in.appendFloats(tensor.values, kMaxWeights);
            break;
        case 8:
            tensor.name = textOf(in);
            break;
        case 9:
            raw = in.bytes();
            break;
        case 13:
            elsewhere = true;
            break;
        default:
            break;
        }
        if (!good) {
            fail("has a damaged tensor");
            return false;
        }
    }
    check(in, "tensor");
    const std::string who = "tensor \"" + tensor.name.substr(0, 80) + "\" ";
    if (elsewhere)
        fail(who + "keeps its values in another file", "values in the model");
    if (type != std::uint64_t(kFloat) || !m_problem.what.empty())
        return false;
    if (tensor.values.empty() && raw.size() % sizeof(float) == 0) {
        tensor.values.resize(raw.size() / sizeof(float));
        if (!raw.empty())
            std::memcpy(tensor.values.data(), raw.data(), raw.size());
    }
    std::uint64_t count = 1;
    for (const std::int64_t size : tensor.shape) {
        const bool fits = size >= 0 && std::uint64_t(size) <= kMaxWeights;
        count = fits ? count * std::uint64_t(size) : kMaxWeights + 1;
        count = std::min<std::uint64_t>(count, kMaxWeights + 1);
    }
    if (count != tensor.values.size())
        fail(who + "holds " + numberText(std::uint64_t(tensor.values.size())) + " values",
             "as many as its shape says");
    if (!std::all_of(tensor.values.begin(), tensor.values.end(),
                     [](float v) { return std::isfinite(v); }))
        fail(who + "holds a number that is not finite");
    return m_problem.what.empty();
}

OnnxValue GraphDecoder::readValue(std::string_view bytes) {
    OnnxValue value;
    ProtoReader in(bytes);
    while (m_problem.what.empty() && in.next()) {
        if (in.field() == 1)
            value.name = textOf(in);
        if (in.field() == 2)
            readType(in.bytes(), value);
    }
    check(in, "value");
    return value;
}

// TypeProto { tensor_type 1 { elem_type 1, shape 2 { dim 1 { dim_value 1 } } } }
void GraphDecoder::readType(std::string_view bytes, OnnxValue &value) {
    ProtoReader type(bytes);
    while (type.next()) {
        ProtoReader tensor(type.field() == 1 ? type.bytes() : std::string_view());
        while (tensor.next()) {
            if (tensor.field() == 1)
                value.elementType = static_cast<std::int64_t>(tensor.varint());
            ProtoReader shape(tensor.field() == 2 ? tensor.bytes() : std::string_view());
            while (value.shape.size() < kMaxDimensions && shape.next()) {
                std::int64_t size = 0;
                ProtoReader dimension(shape.bytes());
                while (dimension.next())
                    if (dimension.field() == 1)
                        size = static_cast<std::int64_t>(dimension.varint());
                value.shape.push_back(size);
            }
        }
        check(tensor, "type");
    }
    check(type, "type");
}

} // namespace

Result<OnnxGraph> decodeOnnxGraph(std::string_view bytes, const std::string &source) {
    if (bytes.size() > kMaxOnnxBytes)
        return Error(Problem{source, "is too large",
                             "at most " + numberText(std::uint64_t(kMaxOnnxBytes)) + " bytes"});
    return GraphDecoder(source).run(bytes);
}

} // namespace paddock
