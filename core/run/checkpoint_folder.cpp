#include "core/run/checkpoint_folder.h"

#include "core/base/file_io.h"
#include "core/base/text.h"

#include <algorithm>
#include <vector>

namespace paddock {

namespace fs = std::filesystem;

namespace {

constexpr const char *kPrefix = "step_";
constexpr std::size_t kDigits = 12;
constexpr const char *kNew = ".new";
constexpr const char *kOld = ".old";

fs::path besideOf(const fs::path &folder, const char *suffix) {
    return folder.parent_path() / ("." + folder.filename().string() + suffix);
}

Error failed(const fs::path &path, const char *action, const std::error_code &code) {
    return Error(Problem{path.string(), std::string(action) + ": " + code.message(), ""});
}

bool isPlainName(const std::string &name) {
    return !name.empty() && name[0] != '.' && name.find('/') == std::string::npos;
}

Status fill(const fs::path &folder, const std::map<std::string, std::string> &files) {
    std::error_code code;
    fs::remove_all(folder, code);
    if (!fs::create_directories(folder, code))
        return failed(folder, "cannot be created", code);
    for (const auto &[name, bytes] : files) {
        if (!isPlainName(name))
            return Error(Problem{(folder / name).string(), "is no plain file name", ""});
        if (const Status status = writeFileAtomic(folder / name, bytes); !status.ok())
            return status;
    }
    return Done{};
}

// Renames `fresh` to `folder`; what was there steps aside first, because a rename replaces no full
// folder.
Status swapIn(const fs::path &fresh, const fs::path &folder) {
    const fs::path aside = besideOf(folder, kOld);
    std::error_code code;
    const bool replaces = fs::exists(folder);
    if (replaces)
        fs::rename(folder, aside, code);
    if (code)
        return failed(folder, "cannot be replaced", code);
    fs::rename(fresh, folder, code);
    if (code) {
        const Error error = failed(folder, "cannot be created", code);
        if (replaces)
            fs::rename(aside, folder, code);
        return error;
    }
    if (const Status status = syncFolder(folder.parent_path()); !status.ok())
        return status;
    fs::remove_all(aside, code);
    return Done{};
}

} // namespace

std::string checkpointName(std::int64_t step) {
    const std::string digits = numberText(step);
    return kPrefix + std::string(kDigits - std::min(kDigits, digits.size()), '0') + digits;
}

std::optional<std::int64_t> checkpointStep(const std::string &name) {
    if (!name.starts_with(kPrefix))
        return std::nullopt;
    const std::string digits = name.substr(std::string_view(kPrefix).size());
    const bool plain =
        digits.size() >= kDigits && digits.find_first_not_of("0123456789") == std::string::npos;
    return plain ? parseInteger(digits) : std::nullopt;
}

Status writeFolderAtomic(const fs::path &folder, const std::map<std::string, std::string> &files) {
    const fs::path fresh = besideOf(folder, kNew);
    Status status = fill(fresh, files);
    if (status.ok())
        status = swapIn(fresh, folder);
    std::error_code ignored;
    if (!status.ok())
        fs::remove_all(fresh, ignored);
    return status;
}

Result<std::map<std::string, std::string>> readFolder(const fs::path &folder) {
    std::map<std::string, std::string> files;
    std::error_code code;
    fs::directory_iterator entries(folder, code);
    for (; !code && entries != fs::directory_iterator(); entries.increment(code)) {
        const fs::path &path = entries->path();
        if (!entries->is_regular_file(code) || !isPlainName(path.filename().string()))
            continue;
        Result<std::string> bytes = readFile(path, kMaxCheckpointFileBytes);
        if (!bytes)
            return bytes.error();
        files[path.filename().string()] = std::move(*bytes);
    }
    if (code)
        return failed(folder, "cannot be read", code);
    return files;
}

void cleanLeftovers(const fs::path &parent) {
    std::error_code code;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(parent, code), end; !code && it != end; it.increment(code))
        entries.push_back(it->path());
    for (const fs::path &path : entries) {
        const std::string name = path.filename().string();
        const bool fresh = name.ends_with(kNew), old = name.ends_with(kOld);
        const std::string target = name.substr(1, name.size() < 5 ? 0 : name.size() - 5);
        if (name[0] != '.' || (!fresh && !old) || !checkpointStep(target))
            continue;
        if (old && !fs::exists(parent / target))
            fs::rename(path, parent / target, code);
        else
            fs::remove_all(path, code);
    }
}

} // namespace paddock
