#include "core/learn/trained_network.h"

#include "core/learn/finite.h"

#include <cmath>

namespace paddock {

std::string notFinite(const char *name, const char *what, int minibatch) {
    return std::string(name) + ": " + what + " of minibatch " + std::to_string(minibatch) +
           " is not finite";
}

std::string improve(TrainedNetwork &network, Adam &adam, const char *name, double loss,
                    int minibatch, double learningRate) {
    if (!std::isfinite(loss))
        return notFinite(name, "the loss", minibatch);
    network.mlp.backward(network.outputGradient.data());
    if (!allFinite(network.mlp.gradients()))
        return notFinite(name, "the gradient", minibatch);
    adam.step(network.mlp.parameters(), network.mlp.gradients(), learningRate);
    return "";
}

void visitWeights(StateVisitor &v, const std::string &name, Mlp &mlp) {
    const auto &layers = mlp.layers();
    const std::span<float> all = mlp.parameters();
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const Mlp::Layer &l = layers[i];
        const std::string prefix =
            name + (i + 1 < layers.size() ? "/hidden" + std::to_string(i) : "/head");
        v.array(prefix + "/weight", {l.outputs, l.inputs},
                all.subspan(l.weight, l.bias - l.weight));
        v.array(prefix + "/bias", {l.outputs}, all.subspan(l.bias, std::size_t(l.outputs)));
    }
}

void visitAdam(StateVisitor &v, const std::string &name, Adam &adam) {
    const std::vector<std::int64_t> flat{std::int64_t(adam.mean().size())};
    v.array("adam/" + name + "/exp_avg", flat, adam.mean());
    v.array("adam/" + name + "/exp_avg_sq", flat, adam.variance());
    v.counter("adam_steps_" + name, adam.steps);
}

} // namespace paddock
