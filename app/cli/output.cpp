#include "app/cli/output.h"

#include "core/learn/blas_info.h"
#include "core/run/build_info.h"

#include <algorithm>
#include <cstdio>

namespace paddock::cli {

void printJson(const Json &result) {
    const std::string line = result.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
}

void printResult(const Output &output, const Json &result) {
    if (output.json)
        return printJson(result);
    std::size_t width = 0;
    for (const auto &[name, value] : result.items())
        width = std::max(width, name.size());
    for (const auto &[name, value] : result.items()) {
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        std::printf("%-*s  %s\n", static_cast<int>(width), name.c_str(), text.c_str());
    }
    std::fflush(stdout);
}

int reportError(const Output &output, const Error &error, ExitCode code) {
    std::fprintf(stderr, "%s\n", error.text().c_str());
    if (output.json) {
        Json problems = Json::array();
        for (const Problem &problem : error.problems)
            problems.push_back(
                {{"where", problem.where}, {"what", problem.what}, {"expected", problem.expected}});
        printJson({{"error", error.text()}, {"exit_code", int(code)}, {"problems", problems}});
    }
    return code;
}

void greet(const Output &output) {
    const std::string blas = blasName();
    if (!output.quiet)
        std::fprintf(stderr, "paddock-cli %s (%s), BLAS: %s\n", programVersion().c_str(),
                     programCommit().c_str(), blas.c_str());
    if (blasIsReference())
        std::fprintf(stderr, "warning: the reference BLAS makes learning several times slower; "
                             "install libopenblas0-openmp\n");
}

} // namespace paddock::cli
