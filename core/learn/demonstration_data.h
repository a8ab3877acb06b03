// What a demonstrator saw and did, as plain arrays. Files are read and written elsewhere.
#pragma once

#include <cstdint>
#include <vector>

namespace paddock {

// N steps of one or more episodes, in order.
struct DemonstrationData {
    int observationSize = 0; // D
    int branchCount = 0;     // K

    std::vector<float> observations;   // [N, D]
    std::vector<std::int32_t> actions; // [N, K] index within the branch, for what was seen
    std::vector<float> rewards;        // [N] that followed; the learner does not need them
    std::vector<std::uint8_t> dones;   // [N] the episode ended after this step

    std::size_t samples() const { return dones.size(); }
};

} // namespace paddock
