// From a person's hands to the choices of a scenario. What is driven by hand is made of the same
// choices that a policy has, so that a policy can learn from it.
#pragma once

#include "core/scenario/scenario.h"

#include <cstdint>
#include <span>
#include <vector>

namespace paddock {

// Of a keyboard, gamepad or wheel, after calibration and dead zone.
struct DriveInput {
    double throttle = 0; // 0 (brake) .. 1
    double steer = 0;    // -1 .. 1, left positive
};

// Discrete: the stick picks the nearest choice. Continuous: the stick asks for an angle of the
// wheels (and a mean throttle), and each decision takes the choice that brings them nearest to it.
enum class ManualMode { Discrete, Continuous };

struct AssistSpec {
    double speedCap = 1;       // throttle at most, 0..1; below all choices the least one is left
    bool autoThrottle = false; // races: the program chooses the throttle by the way free ahead
    bool operator==(const AssistSpec &) const = default;
};

// What the control knows of the car that it steers.
struct ManualSight {
    float steer = 0;                    // rad, of the wheels now, left positive
    std::span<const float> observation; // [D] of the agent
};

class ManualControl {
  public:
    ManualControl(const Scenario &scenario, ManualMode mode, const AssistSpec &assist);

    // Index within each branch [K]. An input that is no number counts as let go.
    void choose(const DriveInput &input, const ManualSight &sight, std::span<std::int32_t> action);

    void setMode(ManualMode mode) { m_mode = mode; }
    void setAssist(const AssistSpec &assist) { m_assist = assist; }

  private:
    std::vector<double> allowedThrottles() const;
    std::int32_t chooseThrottle(double wanted);
    std::int32_t chooseSteer(double wanted, float wheels) const;
    double freeThrottle(std::span<const float> observation) const;

    ManualMode m_mode;
    AssistSpec m_assist;
    RacingTaskSpec m_race;
    bool m_racing;
    std::vector<double> m_throttles, m_steers; // choices of the two branches
    double m_steeringLimit, m_steeringRate;    // rad, rad/s
    double m_period;                           // s between decisions
    double m_owed = 0;                         // throttle asked for and not given yet (continuous)
};

} // namespace paddock
