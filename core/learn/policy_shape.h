// Sizes of a policy: what goes in, which discrete branches come out, how wide it is.
#pragma once

#include <numeric>
#include <vector>

namespace paddock {

struct PolicyShape {
    int observationSize = 0;
    std::vector<int> branches; // number of choices of each action branch
    int hiddenUnits = 128;
    int numLayers = 3;

    int branchCount() const { return int(branches.size()); }
    int logitCount() const { return std::accumulate(branches.begin(), branches.end(), 0); }
    bool operator==(const PolicyShape &) const = default;
};

} // namespace paddock
