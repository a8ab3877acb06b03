#include "app/cli/commands.h"
#include "core/base/text.h"
#include "core/run/benchmark.h"

#include <cstdio>

namespace paddock::cli {

int runBench(const BenchArguments &arguments, const Output &output) {
    BenchOptions options;
    options.quick = arguments.quick;
    options.filter = arguments.filter;
    Json rows = Json::array();
    runBenchmarks(options, [&](const BenchRow &row) {
        rows.push_back({{"name", row.name},
                        {"value", row.value},
                        {"unit", row.unit},
                        {"conditions", row.conditions}});
        // With JSON the rows are progress, and progress goes to standard error.
        std::FILE *stream = output.json ? stderr : stdout;
        std::fprintf(stream, "%-36s %14s %-12s %s\n", row.name.c_str(),
                     fixedText(row.value, row.value < 100 ? 3 : 0).c_str(), row.unit.c_str(),
                     row.conditions.c_str());
        std::fflush(stream);
    });
    if (output.json)
        printJson({{"rows", rows}});
    if (!rows.empty())
        return kOk;
    return reportError(output, Error(Problem{"--filter", "matches no benchmark", ""}), kBadInput);
}

} // namespace paddock::cli
