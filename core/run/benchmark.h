// The project's own measurements: every performance claim is one of these rows.
#pragma once

#include <functional>
#include <string>

namespace paddock {

struct BenchRow {
    std::string name;
    double value = 0;
    std::string unit;
    std::string conditions;
};

struct BenchOptions {
    bool quick = false; // shorter measurements
    std::string filter; // only rows whose name contains this
};

// Hands each row to `print` as soon as it is measured.
void runBenchmarks(const BenchOptions &options, const std::function<void(const BenchRow &)> &print);

} // namespace paddock
