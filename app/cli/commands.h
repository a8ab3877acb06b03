// The commands of paddock-cli. Each returns the exit code of the process.
#pragma once

#include "app/cli/document_arguments.h"
#include "app/cli/output.h"
#include "core/run/evaluation.h"

#include <string>
#include <vector>

namespace paddock::cli {

struct TrainArguments {
    DocumentArguments document;
    std::string out;    // exact run directory; empty: a new one under runs/
    std::string resume; // run directory or checkpoint
    int threads = 0;    // 0 = as many as cores
};
int runTrain(const TrainArguments &arguments, const Output &output);

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

int runDescribe(const DocumentArguments &arguments, const Output &output);
int runValidate(const std::vector<std::string> &documents, const Output &output);
int runParams(const std::string &preset, bool schema, const Output &output);

} // namespace paddock::cli
