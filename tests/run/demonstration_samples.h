// Small demonstrations whose every number can be told from its place.
#pragma once

#include "core/run/demonstration.h"

namespace paddock::test {

inline DemonstrationMeta sampleMeta() {
    DemonstrationMeta meta;
    meta.name = "oval";
    meta.agent = "a1";
    meta.scenarioHash = 0x0123456789abcdef;
    meta.observationNames = {"speed", "range_0", "range_1"};
    meta.branches = {3, 2};
    meta.decisionPeriod = 0.02;
    return meta;
}

// `rows` rows; observation (t, i) is 100 number + 10 t + i.
inline DemonstrationEpisode sampleEpisode(int number, int rows, bool closed = true) {
    DemonstrationEpisode episode;
    for (int t = 0; t < rows; ++t) {
        for (int i = 0; i < 3; ++i)
            episode.observations.push_back(float(100 * number + 10 * t + i));
        episode.actions.push_back(t % 3);
        episode.actions.push_back(t % 2);
        episode.rewards.push_back(closed && t == rows - 1 ? 0.0f : 0.25f * float(t + number));
        for (int i = 0; i < 3; ++i)
            episode.poses.push_back(float(t) + 0.5f * float(i));
    }
    episode.startReward = 0.125f;
    episode.closed = closed;
    episode.outcome = "lap";
    episode.lapTime = 1.5 * number;
    return episode;
}

inline Demonstration sampleDemonstration() {
    return {sampleMeta(), {sampleEpisode(0, 4), sampleEpisode(1, 2), sampleEpisode(2, 5)}};
}

} // namespace paddock::test
