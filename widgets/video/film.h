// Films of recordings: drawn without a window, in simulation time, so that motion depends on
// nothing but the recording.
#pragma once

#include "core/run/episode_recording.h"
#include "widgets/scene/camera_mode.h"
#include "widgets/scene/scene_options.h"
#include "widgets/scene/scene_theme.h"

#include <QSize>

#include <filesystem>
#include <functional>
#include <string>

namespace paddock {

struct FilmOptions {
    QSize size{1280, 720};
    int framesPerSecond = 30;
    double start = 0;   // s in the recording
    double seconds = 0; // of the recording; 0: to its end
    double speed = 1;   // simulated seconds in a second of the film
    CameraMode camera = CameraMode::BirdsEye;
    int agent = -1;    // followed and explained, from 0; -1: the recording's own
    bool words = true; // time and names over the picture
    SceneOverlays overlays;
    SceneTheme theme;
};

struct FilmSummary {
    int pictures = 0;
    double seconds = 0; // of the film
    QSize size;
    std::string encoder;
};

// Pictures that are done, of how many; false: stop.
using FilmProgress = std::function<bool(int done, int all)>;

// `second` (may be null) stands beside the first. On the window's thread, or in a program of its
// own. Error: nothing of the recording to show, no OpenGL, no encoder, no room, or stopped.
Result<FilmSummary> shootFilm(const EpisodeRecording &first, const EpisodeRecording *second,
                              const FilmOptions &options, const std::filesystem::path &file,
                              const FilmProgress &progress);

} // namespace paddock
