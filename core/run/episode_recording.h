// A recording: one world of a scenario over some decisions, with everything that its agents saw,
// did and were paid. Where it was made - the recent past of a run, an evaluation, a comparison -
// makes no difference to who shows it.
//
// The file (.prec) is "PADREC01" and then checksummed chunks as in a .pdemo file: META (origin, the
// scenario document, the track document) and FRAM (the arrays of WorldFrames).
#pragma once

#include "core/base/result.h"
#include "core/run/training_session.h"
#include "core/run/world_frames.h"

#include <filesystem>
#include <string>

namespace paddock {

inline constexpr std::size_t kMaxRecordingBytes = 512u << 20;
inline constexpr int kMaxRecordedFrames = 1'000'000;
inline constexpr const char *kRecordingSuffix = ".prec";
inline constexpr const char *kRecordingsFolder = "recordings"; // of a run directory

struct EpisodeRecording {
    Scenario scenario;           // of one world, with its track
    std::string source;          // who drove, for people: a run, a checkpoint, a driver's name
    std::uint64_t seed = 0;      // of the run or evaluation
    int world = 0;               // which of its worlds
    std::uint64_t firstStep = 0; // decisions of that world before the first frame
    int picked = 0;              // the agent that a person looked at, from 0
    WorldFrames frames;

    double period() const { return scenario.decisionPeriod(); } // s between frames
    // s since that world began
    double timeOf(int frame) const {
        return double(firstStep + std::uint64_t(frame) + 1) * period();
    }
    // Sizes that fit each other and the scenario, numbers that are finite. Empty when sound.
    std::vector<Problem> check(const std::string &where) const;
};

// Beside it and renamed; makes the folder. Error: what cannot be written.
Status saveRecording(const EpisodeRecording &recording, const std::filesystem::path &file);
// Error: no such file, another format, damaged, or arrays that do not fit its scenario.
Result<EpisodeRecording> loadRecording(const std::filesystem::path &file);
std::string encodeRecording(const EpisodeRecording &recording);
Result<EpisodeRecording> decodeRecording(std::string_view bytes, const std::string &name);

// The .prec files of a folder, the newest first; none when there is no such folder.
std::vector<std::filesystem::path> listRecordings(const std::filesystem::path &folder);

// Frames [first, last) alone.
EpisodeRecording cutRecording(const EpisodeRecording &recording, int first, int last);

// As a run shows its worlds: frame `frame` of the one world, `agent` explained.
SessionSnapshot snapshotOf(const EpisodeRecording &recording, int frame, int agent);
// The same between two frames: `part` 0..1 of the way to the next one. Cars that were put elsewhere
// jump.
SceneSnapshot sceneBetween(const EpisodeRecording &recording, int frame, float part);
// Names of what the snapshots hold.
SessionInfo infoOf(const EpisodeRecording &recording);

} // namespace paddock
