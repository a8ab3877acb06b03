// Folders of files that appear as a whole or not at all.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace paddock {

inline constexpr std::size_t kMaxCheckpointFileBytes = std::size_t{1} << 30;

// "step_000000102400" and back.
std::string checkpointName(std::int64_t step);
std::optional<std::int64_t> checkpointStep(const std::string &name);

// Writes `files` into a hidden folder beside `folder`, forces all to the disk and renames it to
// `folder`; an older folder of that name is replaced. On an error the older one stays and nothing
// is left behind.
Status writeFolderAtomic(const std::filesystem::path &folder,
                         const std::map<std::string, std::string> &files);

// All regular files of `folder`.
Result<std::map<std::string, std::string>> readFolder(const std::filesystem::path &folder);

// Removes what an interrupted writeFolderAtomic left in `parent`, putting back what it had moved
// aside.
void cleanLeftovers(const std::filesystem::path &parent);

} // namespace paddock
