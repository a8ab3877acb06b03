// The network of GAIL: tells demonstrations from a policy's experience. Two Swish layers, with VAIL
// a code of 128 numbers with noise, one output through a sigmoid.
//
// The gradient penalty needs derivatives of derivatives. They are written out: the slope of the
// penalty by the parameters is that of sum v . dD/dx with v held fixed, which is a directional
// derivative; so one pass carries directions forward and one goes backward through both
// (Pearlmutter 1994). Autograd with a graph of the gradient takes several times as long.
#pragma once

#include "core/learn/mlp.h"

#include <cstdint>
#include <memory>

namespace paddock {

inline constexpr float kDiscriminatorFloor = 1e-7f; // in the logarithms and under the root
inline constexpr int kVailCodeSize = 128;
inline constexpr double kVailInformation = 0.5; // nat that the code may hold

// One minibatch: B samples of each of three kinds, stacked.
struct DiscriminatorBatch {
    MatrixView<const float> features; // [3 B, D] policy, expert, mixtures of the two
    const float *noise = nullptr;     // [3 B, code] standard normal; VAIL only
    std::size_t penaltyColumns = 0;   // the penalty is on the slope by the first so many features
    float vailBeta = 0;
};

struct DiscriminatorLoss {
    double discrimination = 0;  // -mean(log(D_E + 1e-7) + log(1 - D_P + 1e-7))
    double policyEstimate = 0;  // mean D of the policy's samples
    double expertEstimate = 0;  // and of the expert's
    double gradientPenalty = 0; // 10 mean (sqrt(|dD/dx|^2 + 1e-7) - 1)^2 over the mixtures
    double vailKl = 0;          // mean of -sum(1 + log s^2 - 0.5 mu_E^2 - 0.5 mu_P^2 - s^2)
};

class Discriminator {
  public:
    Discriminator(int inputs, int hiddenUnits, bool vail, std::uint64_t seed);
    ~Discriminator();

    int inputs() const;
    bool vail() const;
    const std::vector<Mlp::Layer> &layers() const; // Swish, Swish, (code,) estimate
    // Weights and biases; with VAIL the code's deviations s [128] last.
    std::span<float> parameters();
    std::span<const float> gradients() const;

    // D [N] of features [N, D], without noise.
    void evaluate(MatrixView<const float> features, std::span<float> estimates);
    // gradients() = those of discrimination + gradientPenalty + vailBeta (vailKl - information).
    DiscriminatorLoss loss(const DiscriminatorBatch &batch);

  private:
    struct Tensors;
    std::unique_ptr<Tensors> m;
};

} // namespace paddock
