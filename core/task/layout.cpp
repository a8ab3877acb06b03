#include "core/task/layout.h"

namespace paddock {

std::string outcomeName(std::uint8_t outcome) {
    if (isCollision(outcome))
        return "collision_a" +
               std::to_string(outcome - static_cast<int>(Outcome::CollisionWith) + 1);
    switch (static_cast<Outcome>(outcome)) {
    case Outcome::Goal:
        return "goal";
    case Outcome::LaneBound:
        return "lane_bound";
    case Outcome::Time:
        return "time";
    case Outcome::Restart:
        return "restart";
    default:
        return "none";
    }
}

} // namespace paddock
