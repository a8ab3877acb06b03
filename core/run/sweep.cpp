#include "core/run/sweep.h"

#include "core/base/text.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace paddock {

namespace {

constexpr std::size_t kMaxName = 60, kMaxRunName = 100;

bool plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

// Whatever a value is, its run stays within the sweep's folder.
std::string folderWord(std::string word) {
    std::replace_if(
        word.begin(), word.end(), [](char c) { return !plain(c); }, '_');
    return word;
}

std::string leafOf(const std::string &path) {
    return path.substr(path.rfind('.') + 1);
}

std::string threeDigits(std::size_t number) {
    const std::string digits = numberText(std::int64_t(number));
    return std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

using Settings = std::vector<std::pair<std::string, std::string>>;

std::string runName(std::size_t number, const Settings &settings, std::int64_t seed) {
    std::string name = threeDigits(number);
    for (const auto &[path, value] : settings)
        name += "_" + folderWord(leafOf(path)) + "-" + folderWord(value);
    return name.substr(0, kMaxRunName) + "_s" + numberText(seed);
}

void checkName(const std::string &name, std::vector<Problem> &problems) {
    const bool sound = !name.empty() && name.size() <= kMaxName && name.front() != '.' &&
                       std::all_of(name.begin(), name.end(), plain);
    if (!sound)
        problems.push_back({"/name", "is \"" + name + "\"",
                            "1 to 60 letters, digits, dots, dashes, underscores; no dot first"});
}

void checkAxes(const SweepSpec &spec, std::vector<Problem> &problems) {
    std::set<std::string> paths;
    for (std::size_t i = 0; i < spec.axes.size(); ++i) {
        const SweepAxis &axis = spec.axes[i];
        const std::string where = "/axes/" + numberText(std::int64_t(i));
        if (axis.values.empty())
            problems.push_back({where + "/values", "is empty", "one value or more"});
        if (!paths.insert(axis.path).second)
            problems.push_back({where + "/path", "is " + axis.path + " again", "each field once"});
        if (axis.path == "training.seed" || axis.path == "seed")
            problems.push_back({where + "/path", "is the seed", "seeds in /seeds"});
        if (spec.kind == SweepKind::List && axis.values.size() != spec.axes.front().values.size())
            problems.push_back({where + "/values",
                                "has " + numberText(std::int64_t(axis.values.size())) + " values",
                                "as many as the first axis of the list: " +
                                    numberText(std::int64_t(spec.axes.front().values.size()))});
        for (const std::string &value : axis.values) {
            Scenario trial = spec.base;
            if (const Status set = setField(trial, axis.path, value); !set)
                for (const Problem &problem : set.error().problems)
                    problems.push_back({where, problem.text(), ""});
        }
    }
}

double runsOf(const SweepSpec &spec) {
    double runs = double(std::max<std::size_t>(spec.seeds.size(), 1));
    for (const SweepAxis &axis : spec.axes)
        runs *= spec.kind == SweepKind::Grid ? double(axis.values.size()) : 1.0;
    if (spec.kind == SweepKind::List && !spec.axes.empty())
        runs *= double(spec.axes.front().values.size());
    return runs;
}

void checkSizes(const SweepSpec &spec, std::vector<Problem> &problems) {
    const std::set<std::int64_t> seeds(spec.seeds.begin(), spec.seeds.end());
    if (seeds.size() != spec.seeds.size())
        problems.push_back({"/seeds", "holds one twice", "each seed once"});
    if (!seeds.empty() && *seeds.begin() < 0)
        problems.push_back({"/seeds", "holds " + numberText(*seeds.begin()), "seeds from 0"});
    if (spec.jobs < 1 || spec.jobs > kMaxSweepJobs)
        problems.push_back({"/jobs", "is " + numberText(spec.jobs), "1 to 256"});
    if (spec.threads < 0 || spec.threads > 1024)
        problems.push_back({"/threads", "is " + numberText(spec.threads), "0 to 1024"});
    const double runs = runsOf(spec);
    if (runs > double(kMaxSweepRuns))
        problems.push_back({"", "makes " + numberText(runs) + " runs", "at most 10000"});
}

// The values of all axes, setting by setting.
std::vector<Settings> settingsOf(const SweepSpec &spec) {
    std::vector<Settings> all{{}};
    if (spec.kind == SweepKind::List && !spec.axes.empty()) {
        all.assign(spec.axes.front().values.size(), {});
        for (const SweepAxis &axis : spec.axes)
            for (std::size_t i = 0; i < all.size(); ++i)
                all[i].emplace_back(axis.path, axis.values[i]);
        return all;
    }
    for (const SweepAxis &axis : spec.axes) {
        std::vector<Settings> longer;
        for (const Settings &settings : all)
            for (const std::string &value : axis.values) {
                longer.push_back(settings);
                longer.back().emplace_back(axis.path, value);
            }
        all = std::move(longer);
    }
    return all;
}

} // namespace

Result<std::size_t> countSweep(const SweepSpec &spec) {
    std::vector<Problem> problems;
    checkName(spec.name, problems);
    checkAxes(spec, problems);
    checkSizes(spec, problems);
    if (!problems.empty())
        return Error(std::move(problems));
    return std::size_t(runsOf(spec));
}

Result<std::vector<SweepRun>> expandSweep(const SweepSpec &spec) {
    if (const auto count = countSweep(spec); !count)
        return count.error();
    std::vector<Problem> problems;
    const std::vector<std::int64_t> seeds =
        spec.seeds.empty() ? std::vector<std::int64_t>{spec.base.training.seed} : spec.seeds;
    std::vector<SweepRun> runs;
    for (const Settings &settings : settingsOf(spec))
        for (const std::int64_t seed : seeds) {
            SweepRun run{runName(runs.size() + 1, settings, seed), settings, spec.base};
            for (const auto &[path, value] : settings)
                (void)setField(run.scenario, path, value); // each was tried above
            run.scenario.training.seed = seed;
            for (Problem &problem : validate(run.scenario, run.name))
                problems.push_back(std::move(problem));
            runs.push_back(std::move(run));
        }
    if (!problems.empty())
        return Error(std::move(problems));
    return runs;
}

Result<std::vector<std::string>> sweepRange(double from, double to, std::int64_t count,
                                            bool logarithmic) {
    if (!std::isfinite(from) || !std::isfinite(to))
        return Error(Problem{"range", "is not finite", "two numbers"});
    if (count < 2 || count > std::int64_t(kMaxSweepRuns))
        return Error(Problem{"range", "has " + numberText(count) + " values", "2 to 10000"});
    if (logarithmic && !(from > 0 && to > 0))
        return Error(Problem{"range", "is from " + numberText(from) + " to " + numberText(to),
                             "numbers over 0, as each is a multiple of the one before"});
    std::vector<std::string> values;
    for (std::int64_t i = 0; i < count; ++i) {
        const double part = double(i) / double(count - 1);
        const double value = i == 0           ? from
                             : i == count - 1 ? to
                             : logarithmic    ? from * std::pow(to / from, part)
                                              : from + (to - from) * part;
        // Twelve digits: 0.3 instead of 0.30000000000000004.
        const double scale = std::pow(10.0, 12 - std::ceil(std::log10(std::abs(value))));
        values.push_back(numberText(
            value != 0 && std::isfinite(scale) ? std::round(value * scale) / scale : value));
    }
    return values;
}

} // namespace paddock
