#include "core/run/sweep_text.h"

#include "core/base/text.h"
#include "core/run/sweep.h"

namespace paddock {

namespace {

std::vector<std::string_view> split(std::string_view text, char by) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(by); end != std::string_view::npos; end = text.find(by)) {
        parts.push_back(trimmed(text.substr(0, end)));
        text.remove_prefix(end + 1);
    }
    parts.push_back(trimmed(text));
    return parts;
}

Error noRange(const std::string &text) {
    return Error(
        Problem{"values", "are \"" + text + "\"",
                "a list as 0.1, 0.2 or a range as 0.1 .. 0.9 / 5 or 1e-4 .. 1e-2 log / 3"});
}

Result<std::vector<std::string>> parseRange(const std::string &text, std::size_t dots) {
    std::string_view rest = std::string_view(text).substr(dots + 2);
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos)
        return noRange(text);
    constexpr std::string_view kLog = "log";
    std::string_view end = trimmed(rest.substr(0, slash));
    const bool logarithmic = end.ends_with(kLog);
    if (logarithmic)
        end.remove_suffix(kLog.size());
    const auto from = parseNumber(std::string_view(text).substr(0, dots)), to = parseNumber(end);
    const auto count = parseInteger(rest.substr(slash + 1));
    if (!from || !to || !count)
        return noRange(text);
    return sweepRange(*from, *to, *count, logarithmic);
}

} // namespace

Result<std::vector<std::string>> parseSweepValues(const std::string &text) {
    if (const std::size_t dots = text.find(".."); dots != std::string::npos)
        return parseRange(text, dots);
    std::vector<std::string> values;
    for (const std::string_view part : split(text, ',')) {
        if (part.empty())
            return noRange(text);
        values.emplace_back(part);
    }
    return values;
}

Result<std::vector<std::int64_t>> parseSweepSeeds(const std::string &text) {
    std::vector<std::int64_t> seeds;
    if (trimmed(text).empty())
        return seeds;
    const Error problem(
        Problem{"seeds", "are \"" + text + "\"", "whole numbers from 0, as 1, 2, 5 or 1-5"});
    for (const std::string_view part : split(text, ',')) {
        const std::size_t dash = part.find('-', 1);
        const auto from = parseInteger(part.substr(0, dash));
        const auto to = dash == std::string_view::npos ? from : parseInteger(part.substr(dash + 1));
        if (!from || !to || *from < 0 || *to < *from ||
            *to - *from >= std::int64_t(kMaxSweepRuns) || seeds.size() > kMaxSweepRuns)
            return problem;
        for (std::int64_t seed = *from; seed <= *to; ++seed)
            seeds.push_back(seed);
    }
    return seeds;
}

} // namespace paddock
