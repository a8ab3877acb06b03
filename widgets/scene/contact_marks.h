// Where cars touched something lately: short-lived marks that fade with the snapshots.
#pragma once

#include "core/base/vec2.h"

#include <cstdint>
#include <vector>

namespace paddock {

struct ContactMark {
    int world = 0;
    Vec2 at;     // m, world's frame: middle of the car
    int age = 0; // snapshots
};

class ContactMarks {
  public:
    static constexpr int kLife = 45;  // snapshots, less than a second at sixty a second
    static constexpr int kMost = 128; // marks at once; the oldest go first

    void clear();
    // A new snapshot: all marks grow older and the oldest vanish. False when `step` is the one of
    // before, whose contacts are there already.
    bool advance(std::uint64_t step);
    void add(int world, Vec2 at);
    const std::vector<ContactMark> &all() const { return m_marks; }

  private:
    std::vector<ContactMark> m_marks; // oldest first
    std::uint64_t m_step = 0;
    bool m_begun = false;
};

} // namespace paddock
