// Who may meet whom in one world. Families are runs of consecutive agents that belong together;
// every part of the program that asks whether two agents touch, see or count for each other asks
// here, so that they cannot disagree.
#pragma once

#include "core/scenario/isolation_spec.h"

namespace paddock {

class Isolation {
  public:
    Isolation() = default; // one family of everybody
    Isolation(const IsolationSpec &spec, int familySize) : m_spec(spec), m_size(familySize) {}

    int family(int agent) const { return m_size > 0 ? agent / m_size : 0; }
    bool collides(int a, int b) const {
        return meet(a, b, m_spec.collideWithin, m_spec.collideBetween);
    }
    bool perceives(int a, int b) const {
        return meet(a, b, m_spec.perceiveWithin, m_spec.perceiveBetween);
    }
    bool interacts(int a, int b) const {
        return meet(a, b, m_spec.interactWithin, m_spec.interactBetween);
    }

  private:
    bool meet(int a, int b, bool within, bool between) const {
        return a != b && (family(a) == family(b) ? within : between);
    }
    IsolationSpec m_spec;
    int m_size = 0; // agents of a family, 0 = one family
};

} // namespace paddock
