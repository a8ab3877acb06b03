// A recorded lap as a car that can be seen and touches nobody.
#pragma once

#include "core/base/result.h"
#include "core/run/demonstration.h"
#include "core/scenario/scenario.h"
#include "core/sim/scene_snapshot.h"

#include <cstddef>
#include <vector>

namespace paddock {

class GhostCar {
  public:
    // `lap` was driven at the decisions of `scenario` by a car of its kind. Error: it has no poses,
    // or others than rows.
    static Result<GhostCar> create(const DemonstrationEpisode &lap, const Scenario &scenario);

    // As it was `decisions` after its lap began; from its end on it stands at its last pose.
    AgentVisual at(std::size_t decisions) const;
    std::size_t rows() const { return m_cars.size(); }

  private:
    GhostCar() = default;
    std::vector<AgentVisual> m_cars; // one a row
};

} // namespace paddock
