#include "core/task/layout.h"

#include "core/base/text.h"

#include <cmath>

namespace paddock {

std::string outcomeName(std::uint8_t outcome) {
    if (outcome >= static_cast<std::uint8_t>(Outcome::CollisionWith))
        return "collision_a" +
               std::to_string(outcome - static_cast<int>(Outcome::CollisionWith) + 1);
    switch (static_cast<Outcome>(outcome)) {
    case Outcome::Goal:
        return "goal";
    case Outcome::LaneBound:
        return "lane_bound";
    case Outcome::Time:
        return "time";
    case Outcome::Wall:
        return "wall";
    case Outcome::Restart:
        return "restart";
    default:
        return "none";
    }
}

std::string steerName(double steer) {
    if (steer == 0)
        return "straight";
    const std::string side = steer > 0 ? "left" : "right";
    return std::abs(steer) == 1 ? side : side + " " + numberText(std::abs(steer));
}

std::vector<NamedQuantity> dynamicsQuantities() {
    return {{"friction", "", "Factor on the tyres' grip"},
            {"delay", "s", "How old the peers' messages are"},
            {"com_offset", "m", "Centre of mass, forward"},
            {"suspension_offset", "N/m", "Spring stiffness of each wheel"},
            {"tire_stiffness_offset", "N/rad", "Lateral stiffness of each tyre"}};
}

} // namespace paddock
