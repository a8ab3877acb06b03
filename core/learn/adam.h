// Adam (Kingma and Ba 2015) over one flat array of parameters, with PyTorch's order of operations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace paddock {

class Adam {
  public:
    explicit Adam(std::size_t size) : m_mean(size), m_variance(size) {}

    // One step with learning rate `rate`; parameters and gradients have the optimiser's size.
    void step(std::span<float> parameters, std::span<const float> gradients, double rate);

    std::int64_t steps = 0; // taken so far, for the bias correction
    std::vector<float> &mean() { return m_mean; }
    std::vector<float> &variance() { return m_variance; }
    const std::vector<float> &mean() const { return m_mean; }
    const std::vector<float> &variance() const { return m_variance; }

  private:
    std::vector<float> m_mean;     // running mean of the gradients
    std::vector<float> m_variance; // running mean of their squares
};

} // namespace paddock
