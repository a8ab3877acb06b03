// One driver for each place in a family: the agents at place i of every family are driven by
// drivers[i].
#pragma once

#include "core/drivers/driver.h"

#include <memory>
#include <vector>

namespace paddock {

class SplitDriver : public Driver {
  public:
    // At least one driver; place i of a family takes drivers[i % size].
    explicit SplitDriver(std::vector<std::unique_ptr<Driver>> drivers, int familySize);

    // Rows are those of a batch: row % familySize is the place in the family.
    void act(MatrixView<const float> observations, std::uint32_t step,
             MatrixView<std::int32_t> actions) override;

  private:
    std::vector<std::unique_ptr<Driver>> m_drivers;
    std::size_t m_familySize;
    std::vector<float> m_observations;   // [N / familySize, D] of one place
    std::vector<std::int32_t> m_actions; // [N / familySize, K]
};

} // namespace paddock
