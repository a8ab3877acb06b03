// The command line of the window.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paddock {

struct StudioOptions {
    std::string document;
    bool train = false;
    std::vector<std::string> set; // key=value
    std::string preset;
    std::optional<std::int64_t> seed, worlds, steps;
    std::optional<double> xi;
    int threads = 0;
    std::string out;            // empty: as set
    std::string mode = "train"; // of the window
    std::string lesson;         // file of a lesson to begin
    int lessonStep = 1;         // at which one, from 1
    bool present = false;       // presenter mode
    bool modeGiven = false;     // and not only the default
    std::string panel;          // to bring to the front; empty: none
    std::string hands;          // driver that moves the stick in Drive; empty: a person
    std::string opponent;       // driver to drive against
    bool record = false;        // drive and record at once
    bool replay = false;        // show the newest recorded lap; of an evaluation its first run
    std::string plan;           // of Evaluate, to carry out at once
    bool judge = false;         // the newest run on the document, at once
    std::string recording;      // to open, at `frame`
    int frame = 0;
    std::vector<std::string> sideBySide; // two runs or checkpoints
    double lookBack = -1;                // s into the past, before the screenshot; negative: live
    std::string theme;
    std::string language;          // code, or "system"; empty: as set
    double soak = -1;              // s of measuring, negative: none
    std::vector<std::string> edit; // key=value, as edits of a person
    bool recover = false;          // what a crash left, without asking
    std::string helpTopic;         // page of the help, to open at once
    std::string settingsPage;      // of the settings, to open at once
    std::string camera;
    int pick = 0;
    int zoomWorld = -1;
    std::string map;                   // of the policy over the road: value, throttle, steer
    std::vector<std::string> overlays; // that are not on by themselves
    bool render = true;
    std::vector<std::string> compare; // run directories
    bool bands = false;               // compared runs that differ by their seed as one
    std::string plotAxis; // what the plots count along their x axis; empty: as remembered
    int plotPoints = 0;   // made rows to fill the plots with
    std::string screenshot;
    double after = 3; // s of running before the screenshot
    int width = 0;    // px, 0 = as remembered
    int height = 0;
    double quitAfter = -1; // s, negative: stay

    // Nothing says what to show, so the welcome page may.
    bool bare() const {
        return document.empty() && preset.empty() && set.empty() && !modeGiven && !train && !seed &&
               !worlds && !steps && !xi && hands.empty() && lesson.empty() && !replay &&
               plan.empty() && !judge && edit.empty() && !unattended();
    }
    bool unattended() const { return !screenshot.empty() || quitAfter >= 0 || soak >= 0; }
};

// The options, or the exit code when the program is done (help, version, bad arguments).
struct ParsedOptions {
    StudioOptions options;
    std::optional<int> exitCode;
};
ParsedOptions parseStudioOptions(int argc, char **argv);

// The document, or the preset, with everything the command line sets. Errors hold all problems.
Result<Scenario> scenarioOf(const StudioOptions &options);

} // namespace paddock
