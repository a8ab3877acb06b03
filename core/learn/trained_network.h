// A network with its optimiser, and the step that guards both against numbers that are not finite.
#pragma once

#include "core/learn/adam.h"
#include "core/learn/mlp.h"
#include "core/learn/state_visitor.h"

#include <string>
#include <vector>

namespace paddock {

struct TrainedNetwork {
    TrainedNetwork(int inputs, int outputs, int hiddenUnits, int numLayers,
                   Mlp::Output output = Mlp::Output::Linear)
        : mlp(inputs, outputs, hiddenUnits, numLayers, output), adam(mlp.parameters().size()) {}

    Mlp mlp;
    Adam adam;
    std::vector<float> outputGradient; // [minibatch, outputs]
};

// "actor: the loss of minibatch 3 is not finite"
std::string notFinite(const char *name, const char *what, int minibatch);

// Backward from outputGradient and one step of `adam`, unless the loss or a gradient is not finite.
// Returns what is wrong, "" when nothing is.
std::string improve(TrainedNetwork &network, Adam &adam, const char *name, double loss,
                    int minibatch, double learningRate);

// "<name>/hidden0/weight" and so on.
void visitWeights(StateVisitor &v, const std::string &name, Mlp &mlp);
// "adam/<name>/exp_avg", "adam/<name>/exp_avg_sq" and "adam_steps_<name>".
void visitAdam(StateVisitor &v, const std::string &name, Adam &adam);

} // namespace paddock
