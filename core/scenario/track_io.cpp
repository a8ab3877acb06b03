#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/scenario/json_document.h"
#include "core/scenario/track.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace paddock {

namespace {

using nlohmann::json;

constexpr int kMaxDepth = 8;
constexpr std::size_t kMaxProblems = 40;
constexpr std::size_t kMaxText = 4096; // bytes of name and description

// Takes a parsed document apart; what it does not like it notes and leaves out.
class TrackReader {
  public:
    TrackReader(std::string source, std::vector<Problem> &problems)
        : m_source(std::move(source)), m_problems(problems) {}

    Track read(const json &root) {
        Track track;
        keys(root, "",
             {"$schema", "format", "version", "name", "description", "centre", "walls",
              "checkpoints", "starts", "controls"});
        text(root, "name", track.name);
        text(root, "description", track.description);
        forEach(root, "", "centre", kMaxCentrePoints, [&](const json &item, const std::string &at) {
            float v[4]{};
            if (numbers(item, at, v, 4)) {
                track.centre.push_back({v[0], v[1]});
                track.leftWidth.push_back(v[2]);
                track.rightWidth.push_back(v[3]);
            }
        });
        forEach(root, "", "walls", kMaxWalls,
                [&](const json &item, const std::string &at) { readWall(item, at, track); });
        forEach(root, "", "checkpoints", kMaxCheckpoints,
                [&](const json &item, const std::string &at) {
                    TrackCheckpoint checkpoint;
                    const bool pair = item.is_array() && item.size() == 2;
                    if (!pair)
                        complain(at, item, "two points [x, y], left and right");
                    else if (point(item[0], at + "/0", checkpoint.left) &
                             point(item[1], at + "/1", checkpoint.right))
                        track.checkpoints.push_back(checkpoint);
                });
        forEach(root, "", "starts", kMaxStarts,
                [&](const json &item, const std::string &at) { readStart(item, at, track); });
        if (root.contains("controls"))
            forEach(root, "", "controls", kMaxCentrePoints,
                    [&](const json &item, const std::string &at) {
                        if (item.is_number_unsigned() &&
                            item.get<std::uint64_t>() < kMaxCentrePoints)
                            track.controls.push_back(item.get<std::uint32_t>());
                        else
                            complain(at, item, "the index of a centre point");
                    });
        return track;
    }
    void checkHeader(const json &root) {
        if (!root.contains("format") || root["format"] != "paddock-track")
            complain("/format", root.contains("format") ? root["format"] : json(),
                     "\"paddock-track\"");
        if (!root.contains("version") || root["version"] != kTrackVersion)
            complain("/version", root.contains("version") ? root["version"] : json(),
                     std::to_string(kTrackVersion) + ", the version this program reads");
    }
    void complain(const std::string &pointer, const json &got, const std::string &expected) {
        if (m_problems.size() >= kMaxProblems)
            return;
        std::string shown = got.dump(-1, ' ', false, json::error_handler_t::replace);
        if (shown.size() > 60)
            shown = shown.substr(0, 57) + "...";
        m_problems.push_back(
            {m_source + ": " + pointer, got.is_null() ? "is missing" : "is " + shown, expected});
    }

  private:
    void keys(const json &object, const std::string &at, const std::vector<std::string> &known) {
        for (const auto &[key, value] : object.items()) {
            if (std::find(known.begin(), known.end(), key) != known.end() ||
                m_problems.size() >= kMaxProblems)
                continue;
            const auto close = nearest(key, known);
            m_problems.push_back({m_source + ": " + at + "/" + key.substr(0, 60),
                                  "is not a known key", close ? "perhaps \"" + *close + "\"" : ""});
        }
    }
    void text(const json &root, const char *key, std::string &value) {
        const auto it = root.find(key);
        if (it == root.end())
            return;
        if (!it->is_string() || it->get_ref<const std::string &>().size() > kMaxText)
            return complain(std::string("/") + key, *it,
                            "a text of at most " + std::to_string(kMaxText) + " bytes");
        value = it->get<std::string>();
    }
    template <class Use>
    void forEach(const json &object, const std::string &at, const char *key, std::size_t most,
                 Use use) {
        const std::string pointer = at + "/" + key;
        const auto it = object.find(key);
        if (it == object.end() || !it->is_array() || it->size() > most)
            return complain(pointer, it == object.end() ? json() : *it,
                            "a list of at most " + std::to_string(most) + " items");
        for (std::size_t i = 0; i < it->size(); ++i)
            use((*it)[i], pointer + "/" + std::to_string(i));
    }
    bool number(const json &item, const std::string &at, float &value) {
        if (!item.is_number() || !(std::abs(item.get<double>()) <= 1e30)) {
            complain(at, item, "a number");
            return false;
        }
        value = item.get<float>();
        return true;
    }
    bool numbers(const json &item, const std::string &at, float *values, std::size_t count) {
        if (!item.is_array() || item.size() != count) {
            complain(at, item, "a list of " + std::to_string(count) + " numbers");
            return false;
        }
        bool sound = true;
        for (std::size_t i = 0; i < count; ++i)
            sound &= number(item[i], at + "/" + std::to_string(i), values[i]);
        return sound;
    }
    bool point(const json &item, const std::string &at, Vec2 &value) {
        float v[2]{};
        const bool sound = numbers(item, at, v, 2);
        value = {v[0], v[1]};
        return sound;
    }
    void readWall(const json &item, const std::string &at, Track &track) {
        if (!item.is_object())
            return complain(at, item, "an object with height and points");
        keys(item, at, {"height", "points"});
        TrackWall wall;
        if (item.contains("height"))
            number(item["height"], at + "/height", wall.height);
        forEach(item, at, "points", kMaxWallPoints, [&](const json &p, const std::string &where) {
            Vec2 value;
            if (point(p, where, value))
                wall.points.push_back(value);
        });
        track.walls.push_back(std::move(wall));
    }
    void readStart(const json &item, const std::string &at, Track &track) {
        if (!item.is_object())
            return complain(at, item, "an object with x, y, yaw and side");
        keys(item, at, {"x", "y", "yaw", "side"});
        StartSlot slot;
        const auto field = [&](const char *key, float &value) {
            number(item.contains(key) ? item[key] : json(), at + "/" + key, value);
        };
        field("x", slot.pose.position.x);
        field("y", slot.pose.position.y);
        field("yaw", slot.pose.yaw);
        const json side = item.contains("side") ? item["side"] : json();
        if (side != "left" && side != "right")
            complain(at + "/side", side, "\"left\" or \"right\"");
        slot.side = side == "right" ? TrackSide::Right : TrackSide::Left;
        track.starts.push_back(slot);
    }

    std::string m_source;
    std::vector<Problem> &m_problems;
};

std::string pointText(Vec2 p) {
    return "[" + numberText(p.x) + ", " + numberText(p.y) + "]";
}

std::string quoted(const std::string &text) {
    return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

// Items with commas between, `perLine` of them on each line behind `indent`.
template <class Item>
std::string listText(std::size_t count, std::size_t perLine, const std::string &indent, Item item) {
    std::string text = "[";
    for (std::size_t i = 0; i < count; ++i)
        text += (i ? "," : "") + (i % perLine ? " " : "\n" + indent) + item(i);
    return text + "]";
}

} // namespace

static Result<Track> readChecked(const std::string &text, const std::string &source,
                                 std::vector<Problem> (*check)(const Track &,
                                                               const std::string &)) {
    std::vector<Problem> problems;
    json root;
    if (!parseDocument(text, source, {kMaxTrackBytes, kMaxDepth}, root, problems))
        return Error(std::move(problems));
    TrackReader reader(source, problems);
    reader.checkHeader(root);
    Track track = reader.read(root);
    if (problems.empty())
        problems = check(track, source);
    if (!problems.empty())
        return Error(std::move(problems));
    return track;
}

Result<Track> readTrack(const std::string &text, const std::string &source) {
    return readChecked(text, source, &validate);
}

Result<Track> readTrackDraft(const std::string &text, const std::string &source) {
    return readChecked(text, source, &validateNumbers);
}

Result<Track> loadTrack(const std::filesystem::path &file) {
    const Result<std::string> text = readFile(file, kMaxTrackBytes);
    if (!text)
        return text.error();
    return readTrack(*text, file.filename().string());
}

std::string writeTrack(const Track &track) {
    std::string text =
        "{\n  \"format\": \"paddock-track\",\n  \"version\": " + numberText(kTrackVersion) +
        ",\n  \"name\": " + quoted(track.name) +
        ",\n  \"description\": " + quoted(track.description);
    text += ",\n  \"centre\": " + listText(track.centre.size(), 4, "    ", [&](std::size_t i) {
                return "[" + numberText(track.centre[i].x) + ", " + numberText(track.centre[i].y) +
                       ", " + numberText(track.leftWidth[i]) + ", " +
                       numberText(track.rightWidth[i]) + "]";
            });
    text += ",\n  \"walls\": " + listText(track.walls.size(), 1, "    ", [&](std::size_t w) {
                const TrackWall &wall = track.walls[w];
                return "{\"height\": " + numberText(wall.height) + ", \"points\": " +
                       listText(wall.points.size(), 6, "      ",
                                [&](std::size_t i) { return pointText(wall.points[i]); }) +
                       "}";
            });
    text += ",\n  \"checkpoints\": " +
            listText(track.checkpoints.size(), 2, "    ", [&](std::size_t i) {
                return "[" + pointText(track.checkpoints[i].left) + ", " +
                       pointText(track.checkpoints[i].right) + "]";
            });
    text += ",\n  \"starts\": " + listText(track.starts.size(), 1, "    ", [&](std::size_t i) {
                const StartSlot &slot = track.starts[i];
                return "{\"x\": " + numberText(slot.pose.position.x) +
                       ", \"y\": " + numberText(slot.pose.position.y) +
                       ", \"yaw\": " + numberText(slot.pose.yaw) + ", \"side\": \"" +
                       (slot.side == TrackSide::Left ? "left" : "right") + "\"}";
            });
    if (!track.controls.empty())
        text +=
            ",\n  \"controls\": " + listText(track.controls.size(), 16, "    ", [&](std::size_t i) {
                return numberText(std::uint64_t{track.controls[i]});
            });
    return text + "\n}\n";
}

Status saveTrack(const Track &track, const std::filesystem::path &file) {
    return writeFileAtomic(file, writeTrack(track));
}

} // namespace paddock
