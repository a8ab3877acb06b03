// PPO by its definitions: plain float64 loops, slow and obvious, to judge the fast one by.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

namespace reference {

using Vector = std::vector<double>;

struct Layer {
    Vector weight; // [outputs, inputs]
    Vector bias;   // [outputs]
};

// y = W x + b, Swish after every layer but the last.
inline Vector forward(const std::vector<Layer> &layers, Vector x) {
    for (std::size_t l = 0; l < layers.size(); ++l) {
        Vector y = layers[l].bias;
        for (std::size_t o = 0; o < y.size(); ++o) {
            for (std::size_t i = 0; i < x.size(); ++i)
                y[o] += layers[l].weight[o * x.size() + i] * x[i];
            if (l + 1 < layers.size())
                y[o] = y[o] / (1 + std::exp(-y[o]));
        }
        x = std::move(y);
    }
    return x;
}

// One sample's side of the policy loss.
struct PolicySample {
    Vector logits;
    std::vector<std::int32_t> actions; // [K]
    Vector oldLogProbs;                // [K]
    double advantage = 0;
};

struct PolicyLoss {
    double surrogate = 0, entropy = 0, kl = 0, clipFraction = 0;
    double total(double beta) const { return surrogate - beta * entropy; }
};

inline PolicyLoss policyLoss(const std::vector<PolicySample> &samples,
                             const std::vector<int> &branches, double epsilon) {
    PolicyLoss loss;
    const double n = double(samples.size()), ratios = n * double(branches.size());
    for (const PolicySample &s : samples) {
        double jointLog = 0;
        std::size_t offset = 0;
        for (std::size_t k = 0; k < branches.size(); ++k) {
            double sum = 0;
            for (int i = 0; i < branches[k]; ++i)
                sum += std::exp(s.logits[offset + std::size_t(i)]);
            for (int i = 0; i < branches[k]; ++i) {
                const double p = std::exp(s.logits[offset + std::size_t(i)]) / sum;
                loss.entropy -= p * std::log(p + 1e-7) / n;
            }
            const double p = std::exp(s.logits[offset + std::size_t(s.actions[k])]) / sum;
            const double logRatio = std::log(p + 1e-7) - s.oldLogProbs[k], r = std::exp(logRatio);
            const double clipped = std::min(std::max(r, 1 - epsilon), 1 + epsilon);
            loss.surrogate -= std::min(r * s.advantage, clipped * s.advantage) / ratios;
            loss.clipFraction += (std::abs(r - 1) > epsilon ? 1.0 : 0.0) / ratios;
            jointLog += logRatio;
            offset += std::size_t(branches[k]);
        }
        loss.kl += (std::exp(jointLog) - 1 - jointLog) / n;
    }
    return loss;
}

inline double valueLoss(const Vector &values, const Vector &oldValues, const Vector &returns,
                        double epsilon) {
    double loss = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double clipped =
            std::min(std::max(values[i], oldValues[i] - epsilon), oldValues[i] + epsilon);
        loss += std::max(std::pow(returns[i] - values[i], 2), std::pow(returns[i] - clipped, 2));
    }
    return loss / double(values.size());
}

// Central difference of `f` by the number `x`, which is put back.
inline double slope(const std::function<double()> &f, double &x, double step) {
    const double centre = x;
    x = centre + step;
    const double above = f();
    x = centre - step;
    const double below = f();
    x = centre;
    return (above - below) / (2 * step);
}

// Algorithm 1 of Kingma and Ba 2015 for one parameter.
struct Adam {
    double m = 0, v = 0;
    int t = 0;

    double step(double parameter, double gradient, double rate) {
        ++t;
        m = 0.9 * m + 0.1 * gradient;
        v = 0.999 * v + 0.001 * gradient * gradient;
        const double mHat = m / (1 - std::pow(0.9, t)), vHat = v / (1 - std::pow(0.999, t));
        return parameter - rate * mHat / (std::sqrt(vHat) + 1e-8);
    }
};

} // namespace reference
