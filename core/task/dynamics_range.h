// What domain randomization may draw of each quantity that an agent's sample is shown with.
#pragma once

#include "core/scenario/scenario.h"

#include <vector>

namespace paddock {

struct DynamicsRange {
    double nominal = 0;
    double low = 0, high = 0; // what is drawn lies between; equal: it is not randomized

    // Where `value` lies: 0 at the nominal, -1 and 1 at the ends of the range.
    double share(double value) const;
};

// In the order of dynamicsQuantities().
std::vector<DynamicsRange> dynamicsRanges(const RandomizationSpec &spec);

} // namespace paddock
