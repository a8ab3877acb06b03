// Weights and everything else that an update depends on, to a TensorFile and back.
#include "core/base/hash.h"
#include "core/learn/finite.h"
#include "core/learn/ppo_impl.h"

#include <charconv>
#include <functional>

namespace paddock {

namespace {

constexpr const char *kFormat = "paddock-ppo-1";

// Called for each array that a checkpoint holds: name, shape, memory.
using ArrayVisitor =
    std::function<void(const std::string &, const std::vector<std::int64_t> &, std::span<float>)>;

void visitNetwork(TrainedNetwork &network, const std::string &name, const ArrayVisitor &visit) {
    const auto &layers = network.mlp.layers();
    const std::span<float> all = network.mlp.parameters();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Mlp::Layer &l = layers[i];
        const std::string prefix =
            name + (i + 1 < layers.size() ? "/hidden" + std::to_string(i) : "/head");
        visit(prefix + "/weight", {l.outputs, l.inputs}, all.subspan(l.weight, l.bias - l.weight));
        visit(prefix + "/bias", {l.outputs}, all.subspan(l.bias, std::size_t(l.outputs)));
    }
    const std::vector<std::int64_t> flat{std::int64_t(all.size())};
    visit("adam/" + name + "/exp_avg", flat, network.adam.mean());
    visit("adam/" + name + "/exp_avg_sq", flat, network.adam.variance());
}

void visitArrays(TrainedNetwork &actor, TrainedNetwork &critic, const ArrayVisitor &visit) {
    visitNetwork(actor, "actor", visit);
    visitNetwork(critic, "critic", visit);
}

std::string listText(const std::vector<std::int64_t> &shape) {
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

// Reads a counter of the metadata, 0 or more; notes a problem when it is missing or no number.
std::int64_t readCounter(const TensorFile &file, const std::string &key,
                         std::vector<Problem> &problems) {
    const auto found = file.metadata.find(key);
    if (found == file.metadata.end()) {
        problems.push_back({key, "is missing", ""});
        return 0;
    }
    const std::string &text = found->second;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        problems.push_back({key, "is \"" + text + "\"", "an integer, 0 or more"});
    return value;
}

void checkArray(const TensorFile &file, const std::string &name,
                const std::vector<std::int64_t> &shape, std::size_t size,
                std::vector<Problem> &problems) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end())
        problems.push_back({name, "is missing", ""});
    else if (found->second.shape != shape || found->second.values.size() != size)
        problems.push_back({name, "has shape " + listText(found->second.shape), listText(shape)});
    else if (!allFinite(found->second.values))
        problems.push_back({name, "holds a number that is not finite", ""});
}

} // namespace

std::uint64_t PpoLearner::paramsHash() const {
    Fnv1a64 hash;
    hash.add(std::span<const float>(m_impl->actor.mlp.parameters()));
    hash.add(std::span<const float>(m_impl->critic.mlp.parameters()));
    return hash.value();
}

bool PpoLearner::finite() const {
    return allFinite(m_impl->actor.mlp.parameters()) && allFinite(m_impl->critic.mlp.parameters());
}

TensorFile PpoLearner::save() const {
    TensorFile file;
    visitArrays(m_impl->actor, m_impl->critic,
                [&](const std::string &name, const auto &shape, std::span<float> values) {
                    file.tensors[name] = {shape, {values.begin(), values.end()}};
                });
    file.metadata["format"] = kFormat;
    file.metadata["updates"] = std::to_string(m_impl->updates);
    file.metadata["adam_steps_actor"] = std::to_string(m_impl->actor.adam.steps);
    file.metadata["adam_steps_critic"] = std::to_string(m_impl->critic.adam.steps);
    return file;
}

Status PpoLearner::load(const TensorFile &file) {
    std::vector<Problem> problems;
    const auto format = file.metadata.find("format");
    if (format == file.metadata.end() || format->second != kFormat)
        problems.push_back({"format",
                            format == file.metadata.end() ? "is missing" : "is " + format->second,
                            kFormat});
    const std::int64_t updates = readCounter(file, "updates", problems);
    const std::int64_t actorSteps = readCounter(file, "adam_steps_actor", problems);
    const std::int64_t criticSteps = readCounter(file, "adam_steps_critic", problems);
    visitArrays(m_impl->actor, m_impl->critic,
                [&](const std::string &name, const auto &shape, std::span<float> values) {
                    checkArray(file, name, shape, values.size(), problems);
                });
    if (!problems.empty())
        return Error(std::move(problems));

    visitArrays(m_impl->actor, m_impl->critic,
                [&](const std::string &name, const auto &, std::span<float> values) {
                    const std::vector<float> &from = file.tensors.at(name).values;
                    std::copy(from.begin(), from.end(), values.begin());
                });
    m_impl->updates = std::uint64_t(updates);
    m_impl->actor.adam.steps = actorSteps;
    m_impl->critic.adam.steps = criticSteps;
    return Done{};
}

} // namespace paddock
