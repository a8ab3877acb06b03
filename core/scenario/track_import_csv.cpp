#include "core/scenario/track_import_csv.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paddock {

namespace {

constexpr std::size_t kMaxProblems = 20;
constexpr std::size_t kMaxColumns = 64;
constexpr std::array<const char *, 4> kColumns{"x_m", "y_m", "w_tr_right_m", "w_tr_left_m"};

std::vector<std::string_view> split(std::string_view line) {
    std::vector<std::string_view> fields;
    while (fields.size() <= kMaxColumns) {
        const std::size_t end = line.find_first_of(",;\t");
        fields.push_back(trimmed(line.substr(0, end)));
        if (end == std::string_view::npos)
            break;
        line.remove_prefix(end + 1);
    }
    return fields;
}

class CsvReader {
  public:
    explicit CsvReader(std::string source) : m_source(std::move(source)) {}

    void line(std::string_view text, std::size_t number) {
        text = trimmed(text);
        if (text.empty() || m_problems.size() >= kMaxProblems)
            return;
        if (text.front() == '#')
            return header(split(text.substr(1)), number);
        const std::vector<std::string_view> fields = split(text);
        if (points.empty() && !parseNumber(fields.front()))
            return header(fields, number);
        point(fields, number);
    }
    std::vector<Problem> takeProblems() {
        if (points.size() < 3 && m_problems.empty())
            m_problems.push_back({m_source, "has " + std::to_string(points.size()) + " points",
                                  "a centre line of at least 3"});
        return std::move(m_problems);
    }

    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;

  private:
    // Lines that name no coordinates are remarks.
    void header(const std::vector<std::string_view> &names, std::size_t number) {
        if (std::find(names.begin(), names.end(), kColumns[0]) == names.end())
            return;
        for (std::size_t c = 0; c < kColumns.size(); ++c) {
            const auto it = std::find(names.begin(), names.end(), kColumns[c]);
            if (it == names.end())
                return complain(number, std::string("names no column ") + kColumns[c],
                                "x_m, y_m, w_tr_right_m, w_tr_left_m");
            m_column[c] = std::size_t(it - names.begin());
        }
    }
    void point(const std::vector<std::string_view> &fields, std::size_t number) {
        std::array<float, 4> values{};
        for (std::size_t c = 0; c < values.size(); ++c) {
            if (m_column[c] >= fields.size())
                return complain(number, "has " + std::to_string(fields.size()) + " columns",
                                "x_m, y_m, w_tr_right_m, w_tr_left_m");
            const std::string_view field = fields[m_column[c]];
            const auto value = parseNumber(field);
            if (!value || !(std::abs(*value) <= 1e7))
                return complain(
                    number, "has \"" + std::string(field.substr(0, 40)) + "\" as " + kColumns[c],
                    "a number of metres");
            values[c] = float(*value);
        }
        if (points.size() >= kMaxCentrePoints)
            return complain(number, "is one point too many",
                            "at most " + std::to_string(kMaxCentrePoints));
        points.push_back({values[0], values[1]});
        widths.push_back({values[3], values[2]});
    }
    void complain(std::size_t number, std::string what, std::string expected) {
        m_problems.push_back(
            {m_source + ": line " + std::to_string(number), std::move(what), std::move(expected)});
    }

    std::string m_source;
    std::array<std::size_t, 4> m_column{0, 1, 2, 3};
    std::vector<Problem> m_problems;
};

} // namespace

Result<Track> trackFromCsv(std::string_view text, const std::string &source,
                           const TrackOptions &options) {
    if (text.size() > kMaxCsvBytes)
        return Error(Problem{source, "has " + std::to_string(text.size()) + " bytes",
                             "at most " + std::to_string(kMaxCsvBytes)});
    CsvReader reader(source);
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        reader.line(text.substr(0, end), number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (std::vector<Problem> problems = reader.takeProblems(); !problems.empty())
        return Error(std::move(problems));
    Result<Track> track = trackFromCenterline(reader.points, reader.widths, options);
    if (track)
        return track;
    Error error = track.error();
    for (Problem &problem : error.problems)
        problem.where = problem.where.empty() ? source : source + ": " + problem.where;
    return error;
}

} // namespace paddock
