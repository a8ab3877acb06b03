// What every command says and how: results on standard output, everything else on standard error.
#pragma once

#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <string>

namespace paddock::cli {

// Exit codes, as --help documents them.
enum ExitCode { kOk = 0, kFailed = 1, kBadInput = 2, kInterrupted = 3 };

using Json = nlohmann::ordered_json; // writes NaN and infinities as null

struct Output {
    bool json = false;  // the last line of standard output is one JSON object
    bool quiet = false; // no progress, no words about the program
};

// One line of JSON, or an aligned "name  value" line for each entry.
void printResult(const Output &output, const Json &result);
void printJson(const Json &result);

// Every problem on a line of its own; with JSON also as {"error": ..., "problems": [...]}. Returns
// `code`.
int reportError(const Output &output, const Error &error, ExitCode code);

// Program, commit and BLAS; a warning when that is the slow one.
void greet(const Output &output);

} // namespace paddock::cli
