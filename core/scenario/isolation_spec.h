// Which families of agents may meet in one world, and how.
#pragma once

#include "core/base/parameter.h"

namespace paddock {

struct IsolationSpec {
    bool collideWithin = true;   // members of a family touch each other
    bool collideBetween = false; // members of different families do
    bool perceiveWithin = true;  // members of a family see each other
    bool perceiveBetween = false;
    bool interactWithin = true; // members of a family are in each other's observations and rewards
    bool interactBetween = false;

    void visit(FieldVisitor &v);
};

} // namespace paddock
