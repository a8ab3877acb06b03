// The commands of paddock-cli. Each returns the exit code of the process.
#pragma once

#include "app/cli/document_arguments.h"
#include "app/cli/output.h"
#include "core/run/checkpoint_compare.h"
#include "core/run/demonstration_recorder.h"
#include "core/run/evaluation.h"

#include <string>
#include <vector>

namespace paddock::cli {

struct TrainArguments {
    DocumentArguments document;
    std::string out;    // exact run directory; empty: a new one under runs/
    std::string resume; // run directory or checkpoint
    std::string fork;   // the same, to begin a run of its own from
    int threads = 0;    // 0 = as many as cores
};
int runTrain(const TrainArguments &arguments, const Output &output);

struct SweepArguments {
    std::string plan;          // document, or the folder of a sweep that was begun
    std::string out = "runs";  // parent of its folder
    int jobs = 0, threads = 0; // 0 = as the plan says
};
int runSweep(const SweepArguments &arguments, const Output &output);

struct EvalArguments {
    std::string run; // run directory or checkpoint
    EvaluationOptions options;
};
int runEval(const EvalArguments &arguments, const Output &output);

struct BenchArguments {
    bool quick = false;
    std::string filter;
};
int runBench(const BenchArguments &arguments, const Output &output);

struct DemoArguments {
    std::string file;
    std::string out;
    std::string format;         // of an export: minari | mlagents
    std::string forDocument;    // of an import: scenario whose agents are to learn from it
    double period = 0;          // s between rows, where the file does not say
    DocumentArguments document; // to record in
    std::string driver = "follow_the_gap";
    std::string policy;
    RecordingOptions recording;
};
int runDemoRecord(const DemoArguments &arguments, const Output &output);
int runDemoInfo(const DemoArguments &arguments, const Output &output);
int runDemoImport(const DemoArguments &arguments, const Output &output);
int runDemoExport(const DemoArguments &arguments, const Output &output);

// How well the simulated car repeats a demonstration.
struct ReplayArguments {
    std::string file;
    DocumentArguments document;
    std::vector<double> start; // x m, y m, yaw rad; empty: looked for
    double window = 1;         // s
};
int runDemoReplay(const ReplayArguments &arguments, const Output &output);

struct LapArguments {
    std::string file;      // .pdemo
    std::size_t lap = 1;   // its number, as listed
    std::size_t first = 0; // rows that stay: from this one ...
    std::size_t last = 0;  // ... up to but without this one
};
int runDemoList(const LapArguments &arguments, const Output &output);
int runDemoDiscard(const LapArguments &arguments, const Output &output);
int runDemoTrim(const LapArguments &arguments, const Output &output);
int runDemoUndo(const LapArguments &arguments, const Output &output);

struct TrackArguments {
    std::string file; // to import; or the name of a drawing
    std::string out;
    double scale = 1;
    double width = 0; // m, median to scale to; 0 = as it is
    std::string direction;
    int checkpoints = 19;
    std::string name;
};
int runTrackImport(const TrackArguments &arguments, const Output &output);
// The least lap times on a track, for the car of a scenario or an F1TENTH.
int runTrackFloor(const TrackArguments &arguments, const Output &output);
int runTrackDraw(const TrackArguments &arguments, const Output &output);

struct PolicyArguments {
    std::string run; // run directory or checkpoint
    std::string out;
    std::string format = "onnx";
    int agent = 1;           // whose policy, where each has its own; from 1
    std::vector<int> inputs; // sizes of obs_0, obs_1, ...; empty: one for all
};
int runPolicyExport(const PolicyArguments &arguments, const Output &output);

struct RecordingArguments {
    std::string file; // .prec; or the run, checkpoint or document to record
    std::string out;
    std::string driver = "policy";
    RolloutOptions rollout;
};
int runRecordingInfo(const RecordingArguments &arguments, const Output &output);
int runRecordingExport(const RecordingArguments &arguments, const Output &output);
int runRecordingMake(const RecordingArguments &arguments, const Output &output);

struct CompareArguments {
    std::string first, second; // runs or checkpoints
    CompareOptions options;
};
int runCompare(const CompareArguments &arguments, const Output &output);

// Documents, runs or presets side by side.
int runDiff(const std::string &left, const std::string &right, const Output &output);

struct VideoArguments {
    std::string source; // recording, run, checkpoint or document
    std::string beside; // another one, shown beside it
    std::string out;
    std::string size = "1280x720", camera = "birdseye", driver = "policy", theme = "dark";
    int fps = 30;
    int agent = 0;      // to follow, from 1; 0: the recording's own
    double seconds = 0; // simulated; 0: a recording's whole length
    double start = 0;   // s
    double speed = 1;   // simulated seconds in a second of the film
    std::uint64_t seed = 1000;
    bool noWords = false;
};
int runVideo(const VideoArguments &arguments, const Output &output);

int runDescribe(const DocumentArguments &arguments, const Output &output);
int runValidate(const std::vector<std::string> &documents, const Output &output);
int runParams(const std::string &preset, bool schema, const Output &output);

} // namespace paddock::cli
