// Demonstrations as Minari datasets (Farama Foundation): HDF5 and a metadata.json, as its "Dataset
// Standards" page lays them out.
//   <folder>/data/main_data.hdf5   episode_0 ...: observations [T+1, D] float32, actions [T, K]
//                                  int64, rewards [T] float64, terminations and truncations [T]
//                                  bool, infos/pose [T+1, 3] where poses are known
//   <folder>/data/metadata.json    spaces, totals, names
// One dataset holds one role; T counts decisions.
#pragma once

#include "core/run/demonstration.h"

#include <map>

namespace paddock {

// The two files by name. An episode that was cut, so that nobody saw how its last decision went on,
// gives its last row as the final observation and counts as truncated; one of a single row gives
// nothing. Errors: episodes that do not pass the checks, nothing left to export.
Result<std::map<std::string, std::string>> encodeMinari(const Demonstration &demonstration,
                                                        const std::string &datasetId);

// `folder` is the dataset's; its name is the dataset's id (made valid, e.g. "laps" -> "laps-v0").
// Error when it holds data already.
Status writeMinari(const Demonstration &demonstration, const std::filesystem::path &folder);

} // namespace paddock
