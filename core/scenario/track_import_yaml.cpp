#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/scenario/track_import_ros.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

// The little of YAML that map files use: `key: value`, `key: [a, b, c]`, and `key:` followed by
// lines `- value`. Comments start with #.
class MapYaml {
  public:
    MapYaml(std::string_view text, std::string source) : m_source(std::move(source)) {
        for (std::size_t number = 1; !text.empty(); ++number) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            line(text.substr(0, end), number);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    Result<RosMapInfo> read() {
        RosMapInfo info;
        m_required = true;
        if (const Entry *entry = find("image"))
            info.image = entry->value;
        number("resolution", 1e-4, 100, info.resolution);
        readOrigin(info.origin);
        m_required = false;
        double negate = 0;
        number("negate", 0, 1, negate);
        info.negate = negate != 0;
        number("occupied_thresh", 0, 1, info.occupiedThreshold);
        number("free_thresh", 0, 1, info.freeThreshold);
        if (info.freeThreshold > info.occupiedThreshold)
            complain("free_thresh", "is above occupied_thresh", "a lower one");
        if (!m_problems.empty())
            return Error(std::move(m_problems));
        return info;
    }

  private:
    struct Entry {
        std::string key, value;
        std::size_t line;
    };

    static std::string unquoted(std::string_view text) {
        if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') &&
            text.back() == text.front())
            text = text.substr(1, text.size() - 2);
        return std::string(text);
    }
    void line(std::string_view text, std::size_t number) {
        // A # begins a comment at the line's start or behind a blank.
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == '#' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '\t')) {
                text = text.substr(0, i);
                break;
            }
        text = trimmed(text);
        if (text.empty() || text == "---" || text == "...")
            return;
        if (text.front() == '-' && !m_entries.empty() && text.size() > 1 && text[1] == ' ') {
            std::string &value = m_entries.back().value;
            value += (value.empty() ? "" : ",") + std::string(trimmed(text.substr(1)));
            return;
        }
        const std::size_t colon = text.find(':');
        if (colon == std::string_view::npos) {
            if (m_problems.size() < 20)
                m_problems.push_back({m_source + ": line " + std::to_string(number),
                                      "is no \"key: value\"", "a map file"});
            return;
        }
        m_entries.push_back({std::string(trimmed(text.substr(0, colon))),
                             unquoted(trimmed(text.substr(colon + 1))), number});
    }
    void complain(const char *key, std::string what, std::string expected) {
        m_problems.push_back({m_source + ": " + key, std::move(what), std::move(expected)});
    }
    const Entry *find(const char *key) {
        for (const Entry &entry : m_entries)
            if (entry.key == key && !entry.value.empty())
                return &entry;
        if (m_required)
            complain(key, "is missing", "");
        return nullptr;
    }
    void number(const char *key, double least, double most, double &value) {
        const Entry *entry = find(key);
        if (!entry)
            return;
        std::string text = entry->value;
        if (text == "true" || text == "false")
            text = text == "true" ? "1" : "0";
        const auto parsed = parseNumber(text);
        if (!parsed || !(*parsed >= least && *parsed <= most))
            return complain(key, "is " + text.substr(0, 40),
                            numberText(least) + " to " + numberText(most));
        value = *parsed;
    }
    void readOrigin(Pose &origin) {
        const Entry *entry = find("origin");
        if (!entry)
            return;
        std::string_view text = entry->value;
        if (text.size() >= 2 && text.front() == '[' && text.back() == ']')
            text = text.substr(1, text.size() - 2);
        std::vector<double> values;
        while (values.size() < 4) {
            const std::size_t end = text.find(',');
            const auto value = parseNumber(text.substr(0, end));
            if (!value || !(std::abs(*value) <= kMaxTrackCoordinate))
                break;
            values.push_back(*value);
            if (end == std::string_view::npos)
                break;
            text.remove_prefix(end + 1);
        }
        if (values.size() != 3 || std::abs(values[2]) > 10)
            return complain("origin", "is " + entry->value.substr(0, 60),
                            "[x, y, yaw] in m and rad");
        origin = {{float(values[0]), float(values[1])}, float(values[2])};
    }

    std::string m_source;
    std::vector<Entry> m_entries;
    std::vector<Problem> m_problems;
    bool m_required = false;
};

} // namespace

Result<RosMapInfo> readRosMapInfo(std::string_view yaml, const std::string &source) {
    if (yaml.size() > kMaxMapYamlBytes)
        return Error(Problem{source, "has " + std::to_string(yaml.size()) + " bytes",
                             "at most " + std::to_string(kMaxMapYamlBytes)});
    if (yaml.find('\0') != std::string_view::npos)
        return Error(Problem{source, "holds a NUL byte", "text"});
    return MapYaml(yaml, source).read();
}

Result<Track> importRosMap(const std::filesystem::path &yaml, const TrackOptions &options) {
    const Result<std::string> text = readFile(yaml, kMaxMapYamlBytes);
    if (!text)
        return text.error();
    const Result<RosMapInfo> info = readRosMapInfo(*text, yaml.filename().string());
    if (!info)
        return info.error();
    const std::filesystem::path picture = yaml.parent_path() / info->image;
    const Result<std::string> bytes = readFile(picture, kMaxImageBytes);
    if (!bytes)
        return bytes.error();
    const Result<GreyImage> image = decodeImage(*bytes, picture.filename().string());
    if (!image)
        return image.error();
    Result<Track> track = trackFromRosMap(*info, *image, options);
    if (track)
        return track;
    Error error = track.error();
    for (Problem &problem : error.problems)
        problem.where =
            yaml.filename().string() + (problem.where.empty() ? "" : ": " + problem.where);
    return error;
}

} // namespace paddock
