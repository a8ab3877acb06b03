// Recordings for other programs.
#pragma once

#include "core/run/episode_recording.h"

#include <string>

namespace paddock {

// One row for each agent at each frame, with the names of the scenario's choices and reward terms
// in the head. Numbers are the same under every locale.
std::string recordingCsv(const EpisodeRecording &recording);
// The same as one JSON object: origin, events, and the rows as lists by agent.
std::string recordingJson(const EpisodeRecording &recording);
// By the ending of `file`: .csv or .json. Error: another ending, or it cannot be written.
Status exportRecording(const EpisodeRecording &recording, const std::filesystem::path &file);

} // namespace paddock
