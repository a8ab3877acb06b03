// A policy from a file as a driver, whatever kind of file that is.
#pragma once

#include "core/base/result.h"
#include "core/drivers/driver.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace paddock {

// `path` is an .onnx file, a checkpoint or a run directory (its latest checkpoint is meant).
// `place` as in makeNamedDriver(). Errors: it cannot be read, or the policy sees or chooses
// something else than agents of `scenario` do.
Result<std::unique_ptr<Driver>> loadPolicyDriver(const std::filesystem::path &path,
                                                 const Scenario &scenario, bool greedy,
                                                 std::uint64_t seed, int place = -1);

} // namespace paddock
