// What every kind of judging shares: the scenario as drivers are judged in, and who drives in it.
#pragma once

#include "core/run/evaluation.h"

#include <memory>

namespace paddock {

// Whether episodes are heats (see race_heats.h): races of two or more that all start at once.
bool racesInHeats(const Scenario &scenario, const EvaluationOptions &options);

// The scenario as it is judged in: nothing that cuts episodes or spreads starts for the sake of
// learning.
std::shared_ptr<const Scenario> judgedScenario(const Scenario &given,
                                               const EvaluationOptions &options);

// The scenario of a document (.json), run or checkpoint, with the preset and track of the options.
Result<Scenario> openJudged(const std::filesystem::path &path, const EvaluationOptions &options);

// Whether the options go with what is judged.
Status checkOptions(const Scenario &scenario, const EvaluationOptions &options);

// Who drives all rows: options.driver, with options.opponent at all places of a family but the
// first where there is one. `policy` is the file of a learned one.
Result<std::unique_ptr<Driver>> makeJudgedDriver(const Scenario &scenario,
                                                 const EvaluationOptions &options,
                                                 const std::filesystem::path &policy);

} // namespace paddock
