#include "app/cli/commands.h"
#include "core/base/file_io.h"
#include "core/scenario/racing_line.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track_drawings.h"
#include "core/scenario/track_import.h"

#include <cmath>

namespace paddock::cli {

namespace {

double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

// A track and who drives on it.
struct TrackAndCar {
    std::shared_ptr<const Track> track;
    VehicleSpec car = vehicleDefaults(VehicleModel::F1tenth);
};

Result<TrackAndCar> openTrackAndCar(const std::filesystem::path &file) {
    const Result<std::string> text = readFile(file, kMaxTrackBytes);
    if (!text)
        return text.error();
    TrackAndCar opened;
    if (text->find("paddock-scenario") == std::string::npos) {
        Result<Track> track = loadTrack(file);
        if (!track)
            return track.error();
        opened.track = std::make_shared<const Track>(std::move(*track));
        return opened;
    }
    const Result<Scenario> scenario = loadScenario(file);
    if (!scenario)
        return scenario.error();
    if (!scenario->track)
        return Error(Problem{file.string() + ": kind", "is not racing", "a scenario on a track"});
    opened.track = scenario->track;
    opened.car = scenario->agentVehicle();
    return opened;
}

Json lapJson(const LineLap &lap) {
    return {{"length_m", rounded(lap.length)},
            {"lap_time_s", rounded(lap.time)},
            {"min_speed_m_s", rounded(lap.minSpeed)},
            {"min_radius_m", rounded(lap.minRadius)}};
}

// Writes the document and says what it holds.
int finish(const Result<Track> &track, const TrackArguments &arguments, const Output &output) {
    if (!track)
        return reportError(output, track.error(), kBadInput);
    if (const Status saved = saveTrack(*track, arguments.out); !saved)
        return reportError(output, saved.error(), kFailed);
    printResult(output, {{"out", arguments.out},
                         {"name", track->name},
                         {"length_m", rounded(track->length())},
                         {"min_width_m", rounded(track->minWidth())},
                         {"max_width_m", rounded(track->maxWidth())},
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

int runTrackFloor(const TrackArguments &arguments, const Output &output) {
    const Result<TrackAndCar> opened = openTrackAndCar(arguments.file);
    if (!opened)
        return reportError(output, opened.error(), kBadInput);
    const CarLimits limits = carLimits(opened->car);
    const LapFloor floor = lapFloor(*opened->track, limits);
    printResult(output, {{"track", opened->track->name},
                         {"vehicle", opened->car.name},
                         {"top_speed_m_s", rounded(limits.topSpeed)},
                         {"lateral_m_s2", rounded(limits.lateral)},
                         {"longitudinal_m_s2", rounded(limits.longitudinal)},
                         {"turning_radius_m", rounded(limits.turningRadius)},
                         {"centre_line", lapJson(floor.centre)},
                         {"shortest_line", lapJson(floor.shortest)},
                         {"fastest_line", lapJson(floor.fastest)},
                         {"straightness", floor.straightness},
                         {"floor_s", rounded(floor.fastest.time)},
                         {"bound_s", rounded(floor.shortestBound)}});
    return kOk;
}

int runTrackDraw(const TrackArguments &arguments, const Output &output) {
    return finish(drawnTrack(arguments.file), arguments, output);
}

} // namespace paddock::cli
