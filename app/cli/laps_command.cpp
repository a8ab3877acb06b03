// The laps of a .pdemo file: list, discard, trim, undo.
#include "app/cli/commands.h"
#include "core/run/lap_library.h"

#include <cstdio>
#include <functional>

namespace paddock::cli {

namespace {

Json describe(const LapEntry &lap) {
    return {{"lap", lap.chunk + 1},   {"verdict", lap.verdict},    {"lap_time", lap.lapTime},
            {"seconds", lap.seconds}, {"return", lap.totalReward}, {"rows", lap.rows}};
}

void printLaps(const Output &output, const std::string &file, const std::vector<LapEntry> &laps) {
    if (output.json) {
        Json rows = Json::array();
        for (const LapEntry &lap : laps)
            rows.push_back(describe(lap));
        return printJson({{"file", file}, {"laps", rows}});
    }
    std::printf("%5s  %-10s %10s %10s %12s %8s\n", "lap", "verdict", "lap time", "seconds",
                "return", "rows");
    for (const LapEntry &lap : laps)
        std::printf("%5zu  %-10s %10.3f %10.2f %12.4f %8zu\n", lap.chunk + 1, lap.verdict.c_str(),
                    lap.lapTime, lap.seconds, lap.totalReward, lap.rows);
    std::fflush(stdout);
}

void warn(const std::string &file, const std::string &lost) {
    if (!lost.empty())
        std::fprintf(stderr, "%s: %s\n", file.c_str(), lost.c_str());
}

// One change of the file, then the list as it is now.
int change(const LapArguments &arguments, const Output &output,
           const std::function<Status(LapLibrary &)> &edit) {
    Result<LapLibrary> library = LapLibrary::open(arguments.file, std::nullopt);
    if (!library)
        return reportError(output, library.error(), kBadInput);
    warn(arguments.file, library->lost());
    if (const Status done = edit(*library); !done)
        return reportError(output, done.error(), kBadInput);
    printLaps(output, arguments.file, library->laps());
    return kOk;
}

} // namespace

int runDemoList(const LapArguments &arguments, const Output &output) {
    const Result<DemonstrationFile> file = readDemonstration(arguments.file);
    if (!file)
        return reportError(output, file.error(), kBadInput);
    warn(arguments.file, file->lost);
    std::vector<LapEntry> laps;
    for (const LapEntry &lap : lapEntries(*file))
        if (file->alive[lap.chunk])
            laps.push_back(lap);
    printLaps(output, arguments.file, laps);
    return kOk;
}

int runDemoDiscard(const LapArguments &arguments, const Output &output) {
    return change(arguments, output,
                  [&](LapLibrary &laps) { return laps.discard(arguments.lap - 1); });
}

int runDemoTrim(const LapArguments &arguments, const Output &output) {
    return change(arguments, output, [&](LapLibrary &laps) {
        return laps.trim(arguments.lap - 1, arguments.first, arguments.last);
    });
}

int runDemoUndo(const LapArguments &arguments, const Output &output) {
    return change(arguments, output, [&](LapLibrary &laps) { return laps.undo(); });
}

} // namespace paddock::cli
