#include "core/run/demonstration_load.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/mlagents_demo.h"

namespace paddock {

namespace {

void append(DemonstrationData &data, const DemonstrationEpisode &episode) {
    const auto steps = std::ptrdiff_t(episode.decisions());
    const auto copy = [](auto &to, const auto &from, std::ptrdiff_t count) {
        to.insert(to.end(), from.begin(), from.begin() + count);
    };
    copy(data.observations, episode.observations, steps * data.observationSize);
    copy(data.actions, episode.actions, steps * data.branchCount);
    copy(data.rewards, episode.rewards, steps);
    data.dones.insert(data.dones.end(), std::size_t(steps), 0);
    if (steps > 0)
        data.dones.back() = 1;
}

std::string listText(const std::vector<int> &values) {
    std::string text;
    for (const int value : values)
        text += (text.empty() ? "" : ", ") + numberText(value);
    return "[" + text + "]";
}

} // namespace

Result<LoadedDemonstration> loadDemonstration(const std::filesystem::path &path) {
    const Result<std::string> bytes = readFile(path, kMaxDemonstrationBytes);
    if (!bytes)
        return bytes.error();
    if (bytes->starts_with("PADDEMO")) {
        Result<DemonstrationFile> file = decodeDemonstration(*bytes, path.string());
        if (!file)
            return file.error();
        return LoadedDemonstration{std::move(file->demonstration), "paddock",
                                   std::move(file->lost)};
    }
    Result<MlAgentsDemo> file = decodeMlAgentsDemo(*bytes, path.string());
    if (!file)
        return file.error();
    return LoadedDemonstration{std::move(file->demonstration), "mlagents", std::move(file->note)};
}

DemonstrationData learnerData(const Demonstration &demonstration) {
    DemonstrationData data;
    data.observationSize = int(demonstration.meta.observationSize());
    data.branchCount = int(demonstration.meta.branchCount());
    for (const DemonstrationEpisode &episode : demonstration.episodes)
        append(data, episode);
    return data;
}

Result<DemonstrationData> loadLearnerData(const std::vector<std::filesystem::path> &paths,
                                          const PolicyShape &shape) {
    std::vector<Problem> problems;
    DemonstrationData all;
    all.observationSize = shape.observationSize;
    all.branchCount = shape.branchCount();
    for (const std::filesystem::path &path : paths) {
        const Result<LoadedDemonstration> loaded = loadDemonstration(path);
        if (!loaded) {
            problems.insert(problems.end(), loaded.error().problems.begin(),
                            loaded.error().problems.end());
            continue;
        }
        const DemonstrationMeta &meta = loaded->demonstration.meta;
        const std::vector<int> branches(meta.branches.begin(), meta.branches.end());
        const int size = int(meta.observationSize());
        if (size != shape.observationSize)
            problems.push_back({path.string(), "holds observations of " + numberText(size),
                                numberText(shape.observationSize) + " numbers"});
        if (branches != shape.branches)
            problems.push_back(
                {path.string(), "chooses among " + listText(branches), listText(shape.branches)});
        if (problems.empty())
            for (const DemonstrationEpisode &episode : loaded->demonstration.episodes)
                append(all, episode);
    }
    if (problems.empty() && all.samples() == 0)
        problems.push_back({"demonstrations", "hold no decisions", "1 or more"});
    if (!problems.empty())
        return Error(std::move(problems));
    return all;
}

} // namespace paddock
