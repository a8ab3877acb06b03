// The commands that judge by a plan and write reports.
#pragma once

#include "app/cli/output.h"

#include <string>

namespace paddock::cli {

struct EvaluateArguments {
    std::string plan;
    std::string csv;    // file to write, empty: none
    std::string report; // likewise
    int threads = 0;    // 0 = as many as cores
};
int runEvaluate(const EvaluateArguments &arguments, const Output &output);

// One HTML file about a training run.
struct ReportArguments {
    std::string run; // run directory
    std::string out;
};
int runReportCommand(const ReportArguments &arguments, const Output &output);

} // namespace paddock::cli
