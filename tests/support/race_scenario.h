// A small race for tests, one of our tracks with a start at its slot; and a lap that nobody drove.
#pragma once

#include "core/run/driven_lap.h"
#include "core/scenario/scenario_io.h"

#include <cstdint>
#include <string>
#include <vector>

namespace paddock::test {

// Empty track when the file is not there; validate() says so.
inline Scenario raceOn(const std::string &track, int cars = 1) {
    Scenario s = presetScenario(presetNames(ScenarioKind::Racing).front(), ScenarioKind::Racing);
    s.name = "race";
    s.trackFile = "tracks/" + track + ".json";
    (void)loadTrackOf(s, PADDOCK_SOURCE_DIR "/scenarios", "race");
    s.agents.count = cars;
    s.racing.startAnywhere = false;
    s.parallel.worlds = 2;
    s.training.horizon = 32;
    s.training.bufferSize = 256;
    s.training.batchSize = 64;
    s.training.hiddenUnits = 32;
    s.training.numLayers = 1;
    s.training.summaryFreq = 512;
    return s;
}

// A lap of `rows` rows along a straight line, as `scenario` would record it.
inline DrivenLap straightLap(const Scenario &scenario, int rows,
                             LapVerdict verdict = LapVerdict::Clean) {
    LapSplitter splitter(demonstrationMeta(scenario, 0));
    const std::vector<float> seen(splitter.meta().observationSize(), 0.5f);
    const std::vector<std::int32_t> action(splitter.meta().branchCount(), 1);
    for (int i = 0; i < rows; ++i)
        splitter.add(seen, {{0.1f * float(i), 0}, 0}, action, 0.01f);
    return splitter.close(verdict, double(rows) * scenario.decisionPeriod(), false);
}

} // namespace paddock::test
