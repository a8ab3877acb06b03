// Whole files in and out. A file is either its old or its new self, never half of it, whatever
// fails in between.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace paddock {

// Writes `bytes` beside `path`, forces them to the disk and renames them over `path`. On an error
// the old file is untouched and nothing is left behind. The folder must exist.
Status writeFileAtomic(const std::filesystem::path &path, std::string_view bytes);

// The bytes of a regular file. Error when it cannot be read or holds more than `maxBytes`.
Result<std::string> readFile(const std::filesystem::path &path, std::size_t maxBytes);

// Forces what was renamed or created in `folder` to the disk.
Status syncFolder(const std::filesystem::path &folder);

// `path` followed by the text of errno, e.g. "runs/x: No space left on device".
Error systemError(const std::filesystem::path &path, const std::string &action, int code);

} // namespace paddock
