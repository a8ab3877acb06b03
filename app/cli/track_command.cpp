#include "app/cli/commands.h"
#include "core/scenario/track_drawings.h"
#include "core/scenario/track_import.h"

#include <cmath>

namespace paddock::cli {

namespace {

// Writes the document and says what it holds.
int finish(const Result<Track> &track, const TrackArguments &arguments, const Output &output) {
    if (!track)
        return reportError(output, track.error(), kBadInput);
    if (const Status saved = saveTrack(*track, arguments.out); !saved)
        return reportError(output, saved.error(), kFailed);
    const auto metres = [](float value) { return std::round(double(value) * 1e4) / 1e4; };
    printResult(output, {{"out", arguments.out},
                         {"name", track->name},
                         {"length_m", metres(track->length())},
                         {"min_width_m", metres(track->minWidth())},
                         {"max_width_m", metres(track->maxWidth())},
                         {"walls", track->walls.size()},
                         {"checkpoints", track->checkpoints.size()},
                         {"starts", track->starts.size()},
                         {"direction", track->counterClockwise() ? "ccw" : "cw"}});
    return kOk;
}

} // namespace

int runTrackImport(const TrackArguments &arguments, const Output &output) {
    TrackOptions options;
    options.name = arguments.name;
    options.scale = arguments.scale;
    if (arguments.width > 0)
        options.targetWidth = arguments.width;
    options.checkpoints = arguments.checkpoints;
    if (!arguments.direction.empty())
        options.direction = arguments.direction == "cw" ? TrackDirection::Clockwise
                                                        : TrackDirection::CounterClockwise;
    return finish(importTrack(arguments.file, options), arguments, output);
}

int runTrackDraw(const TrackArguments &arguments, const Output &output) {
    return finish(drawnTrack(arguments.file), arguments, output);
}

} // namespace paddock::cli
