// A multi-layer perceptron with Swish after every hidden layer, forward and backward, on LibTorch's
// operators.
//
// All parameters lie in one flat array and so do their gradients, all work is done into buffers
// that stay, and the backward pass is written out: for these small networks autograd's bookkeeping
// costs more than the arithmetic (0.38 ms against 0.17 ms for one minibatch of 64 through
// 14-128-128-128-5, loss and Adam included; one Zen 5 core).
#pragma once

#include "core/base/view.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace paddock {

class Mlp {
  public:
    // One linear layer: y = W x + b, W [outputs, inputs] and b [outputs] at these offsets into
    // parameters().
    struct Layer {
        int inputs = 0;
        int outputs = 0;
        std::size_t weight = 0;
        std::size_t bias = 0;
    };

    // What happens to the last layer's sums.
    enum class Output { Linear, Swish };

    // `numLayers` hidden layers of `hiddenUnits`, then the head. All parameters start at 0.
    Mlp(int inputs, int outputs, int hiddenUnits, int numLayers, Output output = Output::Linear);
    ~Mlp();
    Mlp(const Mlp &) = delete;
    Mlp &operator=(const Mlp &) = delete;

    const std::vector<Layer> &layers() const; // the last one is the head
    std::span<float> parameters();
    std::span<const float> parameters() const;
    std::span<const float> gradients() const;

    // Writes the outputs [rows, outputs] of `x` [rows, inputs].
    void evaluate(MatrixView<const float> x, float *outputs);

    // Outputs [rows, outputs] of `x`, valid until the next forward(); `x` must stay until
    // backward().
    MatrixView<const float> forward(MatrixView<const float> x);
    // gradients() = those of a loss whose gradient by forward()'s outputs is `outputGradient`
    // [rows, outputs]. Unless null, `inputGradient` [rows, inputs] receives the gradient by `x`.
    void backward(const float *outputGradient, float *inputGradient = nullptr);

    // Gradient [inputs] by one row `x` [inputs] of its outputs weighted by `weights` [outputs].
    // Leaves forward(), backward() and gradients() as they are.
    void gradientByInput(std::span<const float> x, std::span<const float> weights,
                         std::span<float> gradient) const;

  private:
    struct Tensors;
    std::unique_ptr<Tensors> m;
};

} // namespace paddock
