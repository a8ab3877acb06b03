// Documents and the tracks that they name, as files that a person works on: nothing of hers is
// lost, neither what is not sound yet nor what a save replaces.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <filesystem>
#include <string>

namespace paddock {

// Same fields, same track.
bool sameDocument(const Scenario &a, const Scenario &b);

// Like loadScenario(), but a race may name a track whose lines are not sound yet.
Result<Scenario> openDocument(const std::filesystem::path &file);

// Writes the document, after its track where the file that it names does not hold that; returns the
// name of the track's file. What was there before stays as "<file>.bak".
Result<std::string> saveDocument(Scenario scenario, const std::filesystem::path &file);

} // namespace paddock
