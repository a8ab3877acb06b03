#include "core/learn/mlp.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cassert>

namespace paddock {

namespace {

// Rows per pass of evaluate(): the activations of 512 rows of 128 units stay in the second-level
// cache.
constexpr std::size_t kChunkRows = 512;

// BLAS threads are a property of each calling thread, and more than one makes matrices of this size
// slower.
void useOneThread() {
    thread_local bool done = false;
    if (!done)
        at::set_num_threads(1);
    done = true;
}

at::Tensor matrix(const float *data, std::int64_t rows, std::int64_t cols) {
    return at::from_blob(const_cast<float *>(data), {rows, cols}, at::kFloat);
}

} // namespace

struct Mlp::Tensors {
    // Parameters of one layer and their gradients, as views into the flat arrays.
    struct Linear {
        at::Tensor weight, weightT, bias;
        at::Tensor weightGrad, biasGrad;
    };
    // What one batch leaves behind at one layer.
    struct Activation {
        at::Tensor linear; // W x + b [rows, outputs]
        at::Tensor output; // Swish of it; `linear` itself at a linear head
        at::Tensor grad;   // of the loss by `output`, then by `linear`
        at::Tensor gradT;  // view
    };
    struct Workspace {
        std::int64_t rows = -1;
        std::vector<Activation> activations;
    };

    std::vector<Layer> layers;
    std::vector<float> parameters;
    std::vector<float> gradients;
    std::vector<Linear> linears;
    Workspace training;
    Workspace inference;
    at::Tensor input;       // of the last forward()
    bool swishHead = false; // the head has a Swish, too

    void addLayer(int inputs, int outputs);
    void makeViews();
    void prepare(Workspace &workspace, std::int64_t rows, bool training) const;
    const at::Tensor &run(const at::Tensor &x, Workspace &workspace) const;
};

void Mlp::Tensors::addLayer(int inputs, int outputs) {
    const std::size_t weight = parameters.size();
    const std::size_t bias = weight + std::size_t(inputs) * std::size_t(outputs);
    layers.push_back({inputs, outputs, weight, bias});
    parameters.resize(bias + std::size_t(outputs), 0.0f);
}

void Mlp::Tensors::makeViews() {
    gradients.resize(parameters.size(), 0.0f);
    for (const Layer &layer : layers) {
        Linear linear;
        linear.weight = matrix(&parameters[layer.weight], layer.outputs, layer.inputs);
        linear.weightT = linear.weight.t();
        linear.bias = at::from_blob(&parameters[layer.bias], {layer.outputs}, at::kFloat);
        linear.weightGrad = matrix(&gradients[layer.weight], layer.outputs, layer.inputs);
        linear.biasGrad = at::from_blob(&gradients[layer.bias], {layer.outputs}, at::kFloat);
        linears.push_back(std::move(linear));
    }
}

void Mlp::Tensors::prepare(Workspace &workspace, std::int64_t rows, bool forTraining) const {
    if (workspace.rows == rows)
        return;
    workspace.rows = rows;
    workspace.activations.clear();
    for (const Layer &layer : layers) {
        Activation a;
        a.linear = at::empty({rows, layer.outputs}, at::kFloat);
        const bool linear = &layer == &layers.back() && !swishHead;
        a.output = linear || !forTraining ? a.linear : at::empty_like(a.linear);
        if (forTraining && !linear) {
            a.grad = at::empty_like(a.linear);
            a.gradT = a.grad.t();
        }
        workspace.activations.push_back(std::move(a));
    }
}

const at::Tensor &Mlp::Tensors::run(const at::Tensor &x, Workspace &workspace) const {
    const at::Tensor *h = &x;
    for (std::size_t i = 0; i < linears.size(); ++i) {
        Activation &a = workspace.activations[i];
        at::addmm_out(a.linear, linears[i].bias, *h, linears[i].weightT);
        if (i + 1 < linears.size() || swishHead)
            at::silu_out(a.output, a.linear);
        h = &a.output;
    }
    return *h;
}

Mlp::Mlp(int inputs, int outputs, int hiddenUnits, int numLayers, Output output)
    : m(std::make_unique<Tensors>()) {
    const c10::InferenceMode noGrad;
    m->swishHead = output == Output::Swish;
    int width = inputs;
    for (int i = 0; i < numLayers; ++i) {
        m->addLayer(width, hiddenUnits);
        width = hiddenUnits;
    }
    m->addLayer(width, outputs);
    m->makeViews();
}

Mlp::~Mlp() = default;

const std::vector<Mlp::Layer> &Mlp::layers() const {
    return m->layers;
}
std::span<float> Mlp::parameters() {
    return m->parameters;
}
std::span<const float> Mlp::parameters() const {
    return m->parameters;
}
std::span<const float> Mlp::gradients() const {
    return m->gradients;
}

void Mlp::evaluate(MatrixView<const float> x, float *outputs) {
    useOneThread();
    const c10::InferenceMode noGrad;
    assert(x.cols == std::size_t(m->layers.front().inputs));
    const std::size_t width = std::size_t(m->layers.back().outputs);
    for (std::size_t first = 0; first < x.rows; first += kChunkRows) {
        const std::size_t rows = std::min(kChunkRows, x.rows - first);
        m->prepare(m->inference, std::int64_t(rows), false);
        const at::Tensor chunk =
            matrix(x.data + first * x.cols, std::int64_t(rows), std::int64_t(x.cols));
        const float *result = m->run(chunk, m->inference).data_ptr<float>();
        std::copy_n(result, rows * width, outputs + first * width);
    }
}

MatrixView<const float> Mlp::forward(MatrixView<const float> x) {
    useOneThread();
    const c10::InferenceMode noGrad;
    assert(x.cols == std::size_t(m->layers.front().inputs));
    m->prepare(m->training, std::int64_t(x.rows), true);
    m->input = matrix(x.data, std::int64_t(x.rows), std::int64_t(x.cols));
    const at::Tensor &result = m->run(m->input, m->training);
    return {result.data_ptr<float>(), x.rows, std::size_t(m->layers.back().outputs)};
}

void Mlp::backward(const float *outputGradient, float *inputGradient) {
    const c10::InferenceMode noGrad;
    std::vector<Tensors::Activation> &activations = m->training.activations;
    at::Tensor grad = matrix(outputGradient, m->training.rows, m->layers.back().outputs);
    at::Tensor gradT = grad.t();
    if (m->swishHead) {
        Tensors::Activation &head = activations.back();
        at::silu_backward_out(head.grad, grad, head.linear);
        grad = head.grad;
        gradT = head.gradT;
    }
    for (std::size_t i = m->linears.size(); i-- > 0;) {
        Tensors::Linear &linear = m->linears[i];
        at::mm_out(linear.weightGrad, gradT, i == 0 ? m->input : activations[i - 1].output);
        at::sum_out(linear.biasGrad, grad, 0);
        if (i == 0) {
            if (inputGradient) {
                at::Tensor out = matrix(inputGradient, m->training.rows, m->layers.front().inputs);
                at::mm_out(out, grad, linear.weight);
            }
            break;
        }
        Tensors::Activation &below = activations[i - 1];
        at::mm_out(below.grad, grad, linear.weight);
        at::silu_backward_out(below.grad, below.grad, below.linear);
        grad = below.grad;
        gradT = below.gradT;
    }
}

void Mlp::gradientByInput(std::span<const float> x, std::span<const float> weights,
                          std::span<float> gradient) const {
    useOneThread();
    const c10::InferenceMode noGrad;
    assert(x.size() == std::size_t(m->layers.front().inputs) && gradient.size() == x.size());
    const auto hasSwish = [this](std::size_t i) {
        return i + 1 < m->linears.size() || m->swishHead;
    };
    at::Tensor h = matrix(x.data(), 1, std::int64_t(x.size()));
    std::vector<at::Tensor> sums;
    for (std::size_t i = 0; i < m->linears.size(); ++i) {
        sums.push_back(at::addmm(m->linears[i].bias, h, m->linears[i].weightT));
        h = hasSwish(i) ? at::silu(sums.back()) : sums.back();
    }
    at::Tensor grad = matrix(weights.data(), 1, std::int64_t(weights.size()));
    for (std::size_t i = m->linears.size(); i-- > 0;) {
        if (hasSwish(i))
            grad = at::silu_backward(grad, sums[i]);
        grad = at::mm(grad, m->linears[i].weight);
    }
    std::copy_n(grad.data_ptr<float>(), gradient.size(), gradient.data());
}

} // namespace paddock
