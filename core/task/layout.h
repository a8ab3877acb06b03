// What the numbers of a task are: each name, unit and help is given once and shown everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace paddock {

struct NamedQuantity {
    std::string name; // snake_case, unique within its list
    std::string unit;
    std::string help;
};

struct ActionBranch {
    std::string name;
    std::vector<std::string> options; // as shown
};

struct TaskLayout {
    std::vector<NamedQuantity> observations; // [D]
    std::vector<ActionBranch> branches;      // [K]
    std::vector<NamedQuantity> rewardTerms;  // [R]
    std::vector<NamedQuantity> dynamics;     // of the randomization sample shown for an agent

    int observationSize() const { return int(observations.size()); }
    int branchCount() const { return int(branches.size()); }
    int termCount() const { return int(rewardTerms.size()); }
};

// Why an episode ended. Values above CollisionWith name the other agent: CollisionWith + its index.
// Restart: the whole world started anew; such an episode was cut for no fault of the agent's and is
// not counted.
enum class Outcome : std::uint8_t {
    None = 0,
    Goal = 1,
    LaneBound = 2,
    Time = 3,
    Restart = 4,
    Wall = 15,
    CollisionWith = 16
};

// A wall counts as well as a car.
inline bool isCollision(std::uint8_t outcome) {
    return outcome >= static_cast<std::uint8_t>(Outcome::Wall);
}

// "goal", "lane_bound", "time", "wall", "collision_a2" (agents count from 1).
std::string outcomeName(std::uint8_t outcome);

// A choice of the steering branch in words: "left", "straight", "right 0.5".
std::string steerName(double steer);
// The columns of a DynamicsSample.
std::vector<NamedQuantity> dynamicsQuantities();

} // namespace paddock
