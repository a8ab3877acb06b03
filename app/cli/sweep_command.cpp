#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/run/sweep_runner.h"

#include <algorithm>
#include <map>
#include <memory>

namespace paddock::cli {

namespace {

constexpr std::chrono::milliseconds kPollTime{50};

std::string sweepText(const SweepProgress &progress) {
    return numberText(progress.finished) + "/" + numberText(std::int64_t(progress.items.size())) +
           " runs  " + numberText(progress.running) + " running  " +
           fixedText(100 * progress.fraction, 0) + "%  ETA " + durationText(progress.etaSeconds);
}

// Says which runs begin and end.
class Teller {
  public:
    explicit Teller(ProgressLine &line) : m_line(line) {}

    void tell(const SweepProgress &progress) {
        for (const SweepItem &item : progress.items) {
            const auto [known, isNew] = m_states.try_emplace(item.name, item.state);
            if (isNew && item.state == SweepRunState::Waiting)
                continue;
            if (!isNew && known->second == item.state)
                continue;
            known->second = item.state;
            m_line.say(item.name + ": " + sweepStateName(item.state) +
                       (item.problem.empty() ? "" : ": " + item.problem));
        }
    }

  private:
    ProgressLine &m_line;
    std::map<std::string, SweepRunState> m_states;
};

// Runs to the end; true when somebody asked for an earlier one.
bool follow(SweepRunner &sweep, bool quiet) {
    const InterruptWatch interrupt;
    ProgressLine line(quiet);
    Teller teller(line);
    bool stopping = false;
    sweep.start();
    for (SweepProgress progress = sweep.progress(); !progress.ended; progress = sweep.progress()) {
        interrupt.sleepFor(kPollTime);
        if (!quiet)
            teller.tell(progress);
        if (interrupt.requested() && !stopping) {
            stopping = true;
            line.say("stopping with checkpoints; the same command goes on from there");
            sweep.cancel();
        }
        if (!stopping)
            line.update(progress.fraction, sweepText(progress));
    }
    const SweepProgress last = sweep.progress();
    if (!quiet)
        teller.tell(last);
    line.finish(last.fraction, sweepText(last));
    return stopping;
}

Json runJson(const SweepItem &item) {
    Json settings = Json::object();
    for (const auto &[path, value] : item.settings)
        settings[path] = value;
    Json run{{"name", item.name},
             {"state", sweepStateName(item.state)},
             {"settings", settings},
             {"seed", item.seed},
             {"steps", item.steps},
             {"success_rate", item.successRate},
             {"mean_return", item.meanReturn},
             {"run_dir", item.runDir.string()}};
    if (item.paramsHash != 0)
        run["params_hash"] = hexText(item.paramsHash);
    if (!item.problem.empty())
        run["problem"] = item.problem;
    return run;
}

void printSweep(const Output &output, const SweepRunner &sweep, const SweepProgress &progress) {
    if (!output.json) {
        for (const SweepItem &item : progress.items)
            std::printf("%-48s %-9s %12s steps  success %4s%%  return %s\n", item.name.c_str(),
                        sweepStateName(item.state), numberText(item.steps).c_str(),
                        fixedText(100 * item.successRate, 0).c_str(),
                        fixedText(item.meanReturn, 3).c_str());
        return;
    }
    Json runs = Json::array();
    for (const SweepItem &item : progress.items)
        runs.push_back(runJson(item));
    printJson({{"folder", sweep.folder().string()},
               {"jobs", sweep.jobs()},
               {"threads", sweep.threads()},
               {"finished", progress.finished},
               {"failed", progress.failed},
               {"wall_s", progress.wallSeconds},
               {"runs", runs}});
}

} // namespace

int runSweep(const SweepArguments &arguments, const Output &output) {
    Result<SweepSpec> spec = loadSweep(arguments.plan);
    if (!spec)
        return reportError(output, spec.error(), kBadInput);
    if (arguments.jobs > 0)
        spec->jobs = arguments.jobs;
    if (arguments.threads > 0)
        spec->threads = arguments.threads;
    const Result<std::unique_ptr<SweepRunner>> sweep = SweepRunner::create(*spec, arguments.out);
    if (!sweep)
        return reportError(output, sweep.error(), kBadInput);
    const bool interrupted = follow(**sweep, output.quiet);
    const SweepProgress last = (*sweep)->progress();
    printSweep(output, **sweep, last);
    if (last.failed > 0)
        return kFailed;
    return interrupted && last.finished < int(last.items.size()) ? kInterrupted : kOk;
}

} // namespace paddock::cli
