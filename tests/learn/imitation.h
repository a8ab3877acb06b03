// What the tests of cloning and of the reward signals share: state as float64 numbers, made-up
// experience, gradients as Adam's first step remembers them.
#pragma once

#include "core/base/rng.h"
#include "core/learn/demonstration_data.h"
#include "core/learn/reward_signal.h"
#include "tests/learn/reference.h"

#include <map>

namespace paddock {

// All arrays of a part of the learner, by name, in float64.
class StateCopy : public StateVisitor {
  public:
    std::map<std::string, reference::Vector> arrays;
    std::map<std::string, std::int64_t> counters;

    explicit StateCopy(RewardSignal &signal) { signal.visitState(*this); }
    void array(const std::string &name, const std::vector<std::int64_t> &,
               std::span<float> values) override {
        arrays[name] = {values.begin(), values.end()};
    }
    void counter(const std::string &name, std::int64_t &value) override { counters[name] = value; }

    // The layers "<prefix><name>/weight" and "/bias", in order.
    std::vector<reference::Layer> layers(const std::string &prefix,
                                         const std::vector<std::string> &names) const {
        std::vector<reference::Layer> found;
        for (const std::string &name : names)
            found.push_back(
                {arrays.at(prefix + name + "/weight"), arrays.at(prefix + name + "/bias")});
        return found;
    }
};

inline std::vector<double *> numbersOf(std::vector<reference::Layer> &layers) {
    std::vector<double *> numbers;
    for (reference::Layer &layer : layers) {
        for (double &w : layer.weight)
            numbers.push_back(&w);
        for (double &b : layer.bias)
            numbers.push_back(&b);
    }
    return numbers;
}

// Largest distance between `gradient`, times `scale`, and the slopes of `loss` by `numbers`.
template <class Values>
double gradientError(const std::function<double()> &loss, const std::vector<double *> &numbers,
                     const Values &gradient, double scale = 1) {
    double largest = gradient.size() == numbers.size() ? 0 : 1e9;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        largest = std::max(largest, std::abs(reference::slope(loss, *numbers[i], 1e-5) -
                                             scale * double(gradient[i])));
    return largest;
}

inline double swish(double x) {
    return x / (1 + std::exp(-x));
}

// Made-up steps with branches {2, 3}.
struct MadeUpSteps {
    std::size_t n, d;
    std::vector<float> observations, next;
    std::vector<std::int32_t> actions;
    std::vector<std::uint8_t> ended;

    MadeUpSteps(std::size_t samples, std::size_t width, std::uint64_t seed) : n(samples), d(width) {
        Rng rng({.seed = seed});
        for (std::size_t i = 0; i < n * d; ++i) {
            observations.push_back(rng.normal());
            next.push_back(rng.normal());
        }
        for (std::size_t i = 0; i < n; ++i) {
            actions.push_back(std::int32_t(rng.below(2)));
            actions.push_back(std::int32_t(rng.below(3)));
            ended.push_back(rng.below(4) == 0);
        }
    }
    Experience view() const {
        return {{observations.data(), n, d}, {next.data(), n, d}, {actions.data(), n, 2}, ended};
    }
    reference::Vector observation(std::size_t i) const {
        return {observations.begin() + std::ptrdiff_t(i * d),
                observations.begin() + std::ptrdiff_t((i + 1) * d)};
    }
    reference::Vector following(std::size_t i) const {
        return {next.begin() + std::ptrdiff_t(i * d), next.begin() + std::ptrdiff_t((i + 1) * d)};
    }
    DemonstrationData demonstration() const {
        DemonstrationData demo;
        demo.observationSize = int(d);
        demo.branchCount = 2;
        demo.observations = observations;
        demo.actions = actions;
        demo.rewards.resize(n);
        demo.dones = ended;
        return demo;
    }
};

} // namespace paddock
