#include "core/run/run_fork.h"

#include "core/run/checkpoint.h"
#include "core/run/run_index.h"

#include <ctime>

namespace paddock {

namespace fs = std::filesystem;

namespace {

// The parent's name where both lie in one folder, else the way to it.
std::string wayTo(const fs::path &parent, const fs::path &fork) {
    std::error_code code;
    const fs::path folder = fs::canonical(fork, code).parent_path();
    return code ? parent.string() : parent.lexically_proximate(folder).generic_string();
}

Result<std::unique_ptr<TrainingSession>>
createIn(const Scenario &scenario, const SessionOptions &options, const CheckpointPlace &parent) {
    auto session = TrainingSession::create(scenario, options);
    if (!session)
        return session;
    RunNotes notes;
    notes.parent = wayTo(parent.runDir, options.runDir);
    notes.parentStep = parent.step;
    if (const Status saved = saveRunNotes(options.runDir, notes); !saved)
        return saved.error();
    return session;
}

} // namespace

Result<Scenario> checkpointScenario(const fs::path &path) {
    Result<Checkpoint> checkpoint = loadCheckpoint(path);
    if (!checkpoint)
        return checkpoint.error();
    return std::move(checkpoint->state.scenario);
}

Result<std::unique_ptr<TrainingSession>> createFork(const Scenario &scenario, const fs::path &from,
                                                    SessionOptions options) {
    const Result<CheckpointPlace> parent = locateCheckpoint(from);
    if (!parent)
        return parent.error();
    options.resume = parent->checkpoint;
    const bool ours = options.runDir.empty();
    if (ours) {
        const auto folder = makeRunFolder(options.runsFolder, scenario.name, scenario.training.seed,
                                          std::int64_t(std::time(nullptr)));
        if (!folder)
            return folder.error();
        options.runDir = *folder;
    }
    auto session = createIn(scenario, options, *parent);
    std::error_code code;
    if (!session && ours)
        fs::remove(options.runDir, code); // only when it is empty
    return session;
}

} // namespace paddock
