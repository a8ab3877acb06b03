#include "core/learn/discriminator.h"

#include "core/base/rng.h"
#include "core/learn/weight_init.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace paddock {

namespace {

constexpr float kPenaltyWeight = 10;
constexpr std::uint32_t kStream = 5;

at::Tensor matrix(const float *data, std::int64_t rows, std::int64_t cols) {
    return at::from_blob(const_cast<float *>(data), {rows, cols}, at::kFloat);
}

// BLAS threads are a property of each calling thread.
void useOneThread() {
    thread_local bool done = false;
    if (!done)
        at::set_num_threads(1);
    done = true;
}

enum class Kind { Swish, Code, Estimate };

} // namespace

struct Discriminator::Tensors {
    // A layer and what a batch leaves at it. Rows: R = 3 B of a batch; the mixtures are the last B.
    struct Level {
        Kind kind = Kind::Swish;
        at::Tensor weight, weightT, bias, weightGrad, biasGrad;
        at::Tensor linear;    // [R, out] W x + b
        at::Tensor sigmoid;   // [R, out] of it
        at::Tensor output;    // [R, out] Swish of it; with noise at the code
        at::Tensor slope;     // [R, out] of the Swish
        at::Tensor adjoint;   // [R, out] of the loss by output, then by linear
        at::Tensor reach;     // [B, out] of the estimate by output
        at::Tensor reachIn;   // [B, out] of the estimate by linear
        at::Tensor direction; // [B, out] change of linear along v
        at::Tensor travel;    // [B, out] change of output along v
    };

    std::vector<Mlp::Layer> layers;
    std::vector<Level> levels;
    std::vector<float> parameters, gradients;
    std::size_t deviations = 0; // offset into parameters
    std::int64_t rows = -1, batch = 0;
    at::Tensor input;             // [R, inputs]
    at::Tensor inputSlope;        // [B, inputs] of the estimate
    at::Tensor inputTravel;       // [B, inputs] v
    std::vector<float> estimates; // [R]

    void addLayer(int inputs, int outputs);
    void makeViews(bool vail);
    void prepare(std::int64_t rows, bool training);
    void forward(MatrixView<const float> features, const float *noise);
    void seedEstimates(DiscriminatorLoss &loss);
    void reachInputs();
    void directInputs(std::size_t columns, DiscriminatorLoss &loss);
    void carryDirections();
    void backward(const DiscriminatorBatch &given, DiscriminatorLoss &loss);
    void throughSwish(Level &level);
    void throughCode(Level &level, const DiscriminatorBatch &batch, DiscriminatorLoss &loss);
};

void Discriminator::Tensors::addLayer(int inputs, int outputs) {
    const std::size_t weight = parameters.size();
    const std::size_t bias = weight + std::size_t(inputs) * std::size_t(outputs);
    layers.push_back({inputs, outputs, weight, bias});
    parameters.resize(bias + std::size_t(outputs), 0.0f);
}

void Discriminator::Tensors::makeViews(bool vail) {
    deviations = parameters.size();
    if (vail)
        parameters.resize(deviations + kVailCodeSize, 1.0f);
    gradients.resize(parameters.size(), 0.0f);
    for (const Mlp::Layer &l : layers) {
        Level level;
        level.weight = matrix(&parameters[l.weight], l.outputs, l.inputs);
        level.weightT = level.weight.t();
        level.bias = at::from_blob(&parameters[l.bias], {l.outputs}, at::kFloat);
        level.weightGrad = matrix(&gradients[l.weight], l.outputs, l.inputs);
        level.biasGrad = at::from_blob(&gradients[l.bias], {l.outputs}, at::kFloat);
        levels.push_back(std::move(level));
    }
    levels.back().kind = Kind::Estimate;
    if (vail)
        levels[levels.size() - 2].kind = Kind::Code;
}

void Discriminator::Tensors::prepare(std::int64_t count, bool training) {
    if (rows == count && batch == (training ? count / 3 : 0))
        return;
    rows = count;
    batch = training ? count / 3 : 0;
    estimates.resize(std::size_t(rows));
    for (std::size_t i = 0; i < levels.size(); ++i) {
        Level &level = levels[i];
        const std::int64_t width = layers[i].outputs;
        level.linear = at::empty({rows, width}, at::kFloat);
        level.output = level.kind == Kind::Estimate ? level.linear : at::empty_like(level.linear);
        level.sigmoid = at::empty_like(level.linear);
        if (!training)
            continue;
        level.slope = at::empty_like(level.linear);
        level.adjoint = at::empty_like(level.linear);
        for (at::Tensor *t : {&level.reach, &level.reachIn, &level.direction, &level.travel})
            *t = at::empty({batch, width}, at::kFloat);
    }
    if (training)
        for (at::Tensor *t : {&inputSlope, &inputTravel})
            *t = at::empty({batch, layers.front().inputs}, at::kFloat);
}

void Discriminator::Tensors::forward(MatrixView<const float> features, const float *noise) {
    input = matrix(features.data, std::int64_t(features.rows), std::int64_t(features.cols));
    const at::Tensor *x = &input;
    for (Level &level : levels) {
        at::addmm_out(level.linear, level.bias, *x, level.weightT);
        const std::size_t size = std::size_t(level.linear.numel());
        const float *h = level.linear.data_ptr<float>();
        float *out = level.output.data_ptr<float>();
        if (level.kind == Kind::Code) {
            std::copy_n(h, size, out);
            const float *s = &parameters[deviations];
            for (std::size_t i = 0; noise && i < size; ++i)
                out[i] += s[i % kVailCodeSize] * noise[i];
        } else {
            at::sigmoid_out(level.sigmoid, level.linear);
        }
        if (level.kind == Kind::Swish) {
            const float *sigmoid = level.sigmoid.data_ptr<float>();
            for (std::size_t i = 0; i < size; ++i)
                out[i] = h[i] * sigmoid[i];
        }
        x = &level.output;
    }
    std::copy_n(levels.back().sigmoid.data_ptr<float>(), estimates.size(), estimates.begin());
}

// The discrimination loss and its slope by the logits of the first two thirds.
void Discriminator::Tensors::seedEstimates(DiscriminatorLoss &loss) {
    const std::size_t n = std::size_t(batch);
    float *adjoint = levels.back().adjoint.data_ptr<float>();
    for (std::size_t i = 0; i < n; ++i) {
        const float p = estimates[i], e = estimates[n + i];
        loss.policyEstimate += double(p) / double(n);
        loss.expertEstimate += double(e) / double(n);
        loss.discrimination -=
            double(std::log(e + kDiscriminatorFloor) + std::log(1 - p + kDiscriminatorFloor)) /
            double(n);
        adjoint[i] = p * (1 - p) / (1 - p + kDiscriminatorFloor) / float(n);
        adjoint[n + i] = -e * (1 - e) / (e + kDiscriminatorFloor) / float(n);
    }
}

// Slopes of the mixtures' estimates by everything below them.
void Discriminator::Tensors::reachInputs() {
    const std::size_t n = std::size_t(batch);
    float *top = levels.back().reachIn.data_ptr<float>();
    for (std::size_t i = 0; i < n; ++i)
        top[i] = estimates[2 * n + i] * (1 - estimates[2 * n + i]);
    for (std::size_t k = levels.size(); k-- > 1;) {
        Level &below = levels[k - 1];
        at::mm_out(below.reach, levels[k].reachIn, levels[k].weight);
        const std::size_t size = std::size_t(below.reach.numel()), first = 2 * size;
        const float *reach = below.reach.data_ptr<float>();
        float *out = below.reachIn.data_ptr<float>();
        if (below.kind == Kind::Code) {
            std::copy_n(reach, size, out);
            continue;
        }
        const float *h = below.linear.data_ptr<float>();
        const float *s = below.sigmoid.data_ptr<float>();
        float *slope = below.slope.data_ptr<float>();
        for (std::size_t i = 0; i < first + size; ++i)
            slope[i] = s[i] * (1 + h[i] * (1 - s[i]));
        for (std::size_t i = 0; i < size; ++i)
            out[i] = reach[i] * slope[first + i];
    }
    at::mm_out(inputSlope, levels.front().reachIn, levels.front().weight);
}

// The penalty and its slope v by the slopes of the estimates.
void Discriminator::Tensors::directInputs(std::size_t columns, DiscriminatorLoss &loss) {
    const std::size_t n = std::size_t(batch), width = std::size_t(layers.front().inputs);
    const std::size_t used = columns == 0 ? width : std::min(columns, width);
    const float *slopes = inputSlope.data_ptr<float>();
    float *out = inputTravel.data_ptr<float>();
    for (std::size_t i = 0; i < n; ++i) {
        const float *g = slopes + i * width;
        float *v = out + i * width;
        float squares = kDiscriminatorFloor;
        for (std::size_t j = 0; j < used; ++j)
            squares += g[j] * g[j];
        const float norm = std::sqrt(squares), excess = norm - 1;
        loss.gradientPenalty += double(kPenaltyWeight * excess * excess) / double(n);
        const float factor = 2 * kPenaltyWeight * excess / norm / float(n);
        for (std::size_t j = 0; j < width; ++j)
            v[j] = j < used ? factor * g[j] : 0.0f;
    }
}

// How everything in the mixtures' rows changes when their inputs move along v.
void Discriminator::Tensors::carryDirections() {
    const at::Tensor *travel = &inputTravel;
    for (Level &level : levels) {
        at::mm_out(level.direction, *travel, level.weightT);
        const std::size_t size = std::size_t(level.direction.numel());
        const float *direction = level.direction.data_ptr<float>();
        float *out = level.travel.data_ptr<float>();
        if (level.kind == Kind::Swish) {
            const float *slope = level.slope.data_ptr<float>() + 2 * size;
            for (std::size_t i = 0; i < size; ++i)
                out[i] = direction[i] * slope[i];
        } else {
            std::copy_n(direction, size, out);
        }
        travel = &level.travel;
    }
    const std::size_t n = std::size_t(batch);
    const float *direction = levels.back().direction.data_ptr<float>();
    float *adjoint = levels.back().adjoint.data_ptr<float>();
    for (std::size_t i = 2 * n; i < 3 * n; ++i) {
        const float d = estimates[i];
        adjoint[i] = direction[i - 2 * n] * d * (1 - d) * (1 - 2 * d);
    }
}

// adjoint by linear from that by output; the mixtures' slope also depends on linear.
void Discriminator::Tensors::throughSwish(Level &level) {
    const std::size_t size = std::size_t(level.reach.numel()), first = 2 * size;
    float *adjoint = level.adjoint.data_ptr<float>();
    const float *slope = level.slope.data_ptr<float>();
    for (std::size_t i = 0; i < first + size; ++i)
        adjoint[i] *= slope[i];
    const float *h = level.linear.data_ptr<float>() + first;
    const float *s = level.sigmoid.data_ptr<float>() + first;
    const float *direction = level.direction.data_ptr<float>();
    const float *reach = level.reach.data_ptr<float>();
    for (std::size_t i = 0; i < size; ++i)
        adjoint[first + i] +=
            s[i] * (1 - s[i]) * (2 + h[i] * (1 - 2 * s[i])) * direction[i] * reach[i];
}

// The code's noise and what the bottleneck costs.
void Discriminator::Tensors::throughCode(Level &level, const DiscriminatorBatch &given,
                                         DiscriminatorLoss &loss) {
    const std::size_t n = std::size_t(batch), z = kVailCodeSize;
    float *adjoint = level.adjoint.data_ptr<float>();
    const float *mean = level.linear.data_ptr<float>();
    const float *s = &parameters[deviations];
    float *grad = &gradients[deviations];
    std::fill_n(grad, z, 0.0f);
    for (std::size_t i = 0; i < 3 * n * z; ++i)
        grad[i % z] += adjoint[i] * given.noise[i];
    for (std::size_t i = 0; i < 2 * n * z; ++i) {
        loss.vailKl += 0.5 * double(mean[i]) * double(mean[i]) / double(n);
        adjoint[i] += given.vailBeta * mean[i] / float(n);
    }
    for (std::size_t j = 0; j < z; ++j) {
        loss.vailKl -= 1 + 2 * std::log(std::abs(double(s[j]))) - double(s[j]) * double(s[j]);
        grad[j] += given.vailBeta * 2 * (s[j] - 1 / s[j]);
    }
}

// From the top down: adjoints, and the gradients of each layer from its own.
void Discriminator::Tensors::backward(const DiscriminatorBatch &given, DiscriminatorLoss &loss) {
    for (std::size_t k = levels.size(); k-- > 0;) {
        Level &level = levels[k];
        if (level.kind == Kind::Swish)
            throughSwish(level);
        else if (level.kind == Kind::Code)
            throughCode(level, given, loss);
        const at::Tensor &below = k == 0 ? input : levels[k - 1].output;
        const at::Tensor &travel = k == 0 ? inputTravel : levels[k - 1].travel;
        at::mm_out(level.weightGrad, level.adjoint.t(), below);
        at::addmm_out(level.weightGrad, level.weightGrad, level.reachIn.t(), travel);
        at::sum_out(level.biasGrad, level.adjoint, 0);
        if (k > 0)
            at::mm_out(levels[k - 1].adjoint, level.adjoint, level.weight);
    }
}

Discriminator::Discriminator(int inputs, int hiddenUnits, bool vail, std::uint64_t seed)
    : m(std::make_unique<Tensors>()) {
    const c10::InferenceMode noGrad;
    m->addLayer(inputs, hiddenUnits);
    m->addLayer(hiddenUnits, hiddenUnits);
    if (vail)
        m->addLayer(hiddenUnits, kVailCodeSize);
    m->addLayer(m->layers.back().outputs, 1);
    m->makeViews(vail);
    for (std::size_t i = 0; i < m->levels.size(); ++i) {
        const Kind kind = m->levels[i].kind;
        const Head law = kind == Kind::Swish  ? Head::Encoding
                         : kind == Kind::Code ? Head::Code
                                              : Head::Discriminator;
        initialiseLayer(m->parameters, m->layers[i], law,
                        Rng({.seed = seed,
                             .purpose = Purpose::WeightInit,
                             .world = std::uint32_t(i),
                             .agent = std::uint32_t(law) + 16 * kStream}));
    }
}

Discriminator::~Discriminator() = default;

int Discriminator::inputs() const {
    return m->layers.front().inputs;
}
bool Discriminator::vail() const {
    return m->deviations < m->parameters.size();
}
const std::vector<Mlp::Layer> &Discriminator::layers() const {
    return m->layers;
}
std::span<float> Discriminator::parameters() {
    return m->parameters;
}
std::span<const float> Discriminator::gradients() const {
    return m->gradients;
}

void Discriminator::evaluate(MatrixView<const float> features, std::span<float> estimates) {
    useOneThread();
    const c10::InferenceMode noGrad;
    if (features.rows == 0)
        return;
    m->prepare(std::int64_t(features.rows), false);
    m->forward(features, nullptr);
    std::copy(m->estimates.begin(), m->estimates.end(), estimates.begin());
}

DiscriminatorLoss Discriminator::loss(const DiscriminatorBatch &batch) {
    useOneThread();
    const c10::InferenceMode noGrad;
    assert(batch.features.rows % 3 == 0 && (!vail() || batch.noise));
    DiscriminatorLoss loss;
    m->prepare(std::int64_t(batch.features.rows), true);
    m->forward(batch.features, batch.noise);
    m->seedEstimates(loss);
    m->reachInputs();
    m->directInputs(batch.penaltyColumns, loss);
    m->carryDirections();
    m->backward(batch, loss);
    return loss;
}

} // namespace paddock
