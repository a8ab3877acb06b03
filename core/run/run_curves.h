// The metrics of a run as curves, read from its folder alone and followed while the run grows.
#pragma once

#include "core/run/metric_curve.h"
#include "core/run/metrics.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace paddock {

// One moment of a run's curves. It never changes, so threads may share it.
struct RunCurves {
    using Curve = std::shared_ptr<const MetricCurve>;

    std::string problem;  // why nothing can be read; empty: none
    std::string document; // the run's document without its seed: equal for seeds of one experiment
    std::int64_t seed = 0;
    std::int64_t started = 0;                       // Unix seconds
    std::vector<std::string> groups;                // at least one; {""} where all share a policy
    std::map<std::string, std::vector<Curve>> tags; // tag -> curve of each group, null: none
    Curve seconds;  // wall time since the start over steps, null: not recorded
    Curve episodes; // ended so far over steps, null: not recorded

    Curve find(const std::string &tag, int group) const; // null: none
};

// Reads what is new in a run's metrics.jsonl and timing.jsonl. A file that was cut or replaced, as
// a resumed run does, is read again from its start.
class RunCurvesReader {
  public:
    static constexpr std::size_t kReadAtOnce = 1u << 20; // bytes of each file

    explicit RunCurvesReader(std::filesystem::path runDir,
                             std::size_t capacity = MetricCurve::kDefaultCapacity);

    // Reads at most kReadAtOnce of each file. True when there was something new.
    bool poll();
    bool atEnd() const { return m_metrics.atEnd && m_timing.atEnd; } // of what was there
    std::shared_ptr<const RunCurves> curves();

  private:
    struct Source {
        const char *name;
        std::uint64_t inode = 0;
        std::uint64_t offset = 0; // of the first byte that was not read
        std::string rest = {};    // of a line that was not whole yet
        bool atEnd = false;
    };
    struct Growing { // a curve, and what was last handed out of it
        MetricCurve curve;
        RunCurves::Curve shown = {};
        bool dirty = true;
    };

    std::string readNew(Source &source, bool &restarted);
    void readDocument();
    void restart();
    void add(Growing &growing, double step, double value);
    void addMetrics(const MetricRow &row);
    void addTiming(const MetricRow &row);
    static RunCurves::Curve shown(Growing &growing);

    std::filesystem::path m_runDir;
    std::size_t m_capacity;
    Source m_metrics{"metrics.jsonl"};
    Source m_timing{"timing.jsonl"};
    RunCurves m_head; // without its curves
    std::map<std::string, std::vector<std::unique_ptr<Growing>>> m_tags;
    Growing m_seconds, m_episodes;
    double m_secondsBefore = 0; // of earlier sessions of a resumed run
    double m_lastSeconds = 0;
};

} // namespace paddock
