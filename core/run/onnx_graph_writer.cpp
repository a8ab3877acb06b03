#include "core/run/onnx_graph.h"
#include "core/run/proto_wire.h"

namespace paddock {

namespace {

constexpr std::uint64_t kIrVersion = 6;
constexpr std::uint64_t kOpset = 9;
constexpr std::uint64_t kFloat = 1;

ProtoMessage tensorMessage(const OnnxTensor &tensor) {
    ProtoMessage message;
    message.packedVarints(1, tensor.shape).varint(2, kFloat);
    if (!tensor.name.empty())
        message.bytes(8, tensor.name);
    return message.bytes(9, {reinterpret_cast<const char *>(tensor.values.data()),
                             tensor.values.size() * sizeof(float)});
}

ProtoMessage nodeMessage(const OnnxNode &node) {
    ProtoMessage message;
    for (const std::string &name : node.inputs)
        message.bytes(1, name);
    for (const std::string &name : node.outputs)
        message.bytes(2, name);
    message.bytes(3, node.name).bytes(4, node.type);
    for (const auto &[name, value] : node.floats)
        message.message(5, ProtoMessage().bytes(1, name).fixed32(2, value).varint(20, 1));
    for (const auto &[name, value] : node.integers)
        message.message(
            5, ProtoMessage().bytes(1, name).varint(3, std::uint64_t(value)).varint(20, 2));
    for (const auto &[name, tensor] : node.tensors)
        message.message(
            5, ProtoMessage().bytes(1, name).message(5, tensorMessage(tensor)).varint(20, 4));
    for (const auto &[name, values] : node.lists)
        message.message(5, ProtoMessage().bytes(1, name).packedVarints(8, values).varint(20, 7));
    return message;
}

ProtoMessage valueMessage(const OnnxValue &value) {
    ProtoMessage shape;
    for (const std::int64_t size : value.shape)
        shape.message(1, size > 0 ? ProtoMessage().varint(1, std::uint64_t(size))
                                  : ProtoMessage().bytes(2, "batch"));
    const ProtoMessage tensor =
        ProtoMessage().varint(1, std::uint64_t(value.elementType)).message(2, shape);
    return ProtoMessage().bytes(1, value.name).message(2, ProtoMessage().message(1, tensor));
}

} // namespace

std::string encodeOnnxGraph(const OnnxGraph &graph) {
    ProtoMessage body;
    for (const OnnxNode &node : graph.nodes)
        body.message(1, nodeMessage(node));
    body.bytes(2, "policy");
    for (const OnnxTensor &tensor : graph.initializers)
        body.message(5, tensorMessage(tensor));
    for (const OnnxValue &value : graph.inputs)
        body.message(11, valueMessage(value));
    for (const OnnxValue &value : graph.outputs)
        body.message(12, valueMessage(value));
    ProtoMessage model;
    model.varint(1, kIrVersion).bytes(2, "paddock").message(7, body);
    model.message(8, ProtoMessage().bytes(1, "").varint(2, kOpset));
    return model.text();
}

} // namespace paddock
