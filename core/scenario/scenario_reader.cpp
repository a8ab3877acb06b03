#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/scenario/field_checks.h"
#include "core/scenario/json_document.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <nlohmann/json.hpp>

namespace paddock {

namespace {

using nlohmann::json;

// A value as it stands in the document, short enough for a message.
std::string shown(const json &value) {
    std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > 60)
        text = text.substr(0, 57) + "...";
    return "is " + text;
}

// Walks the document beside the struct; what it does not like it notes and leaves alone.
class Reader : public FieldVisitor {
  public:
    Reader(const json &root, std::string source, std::vector<Problem> &problems)
        : m_source(std::move(source)), m_problems(problems) {
        m_levels.push_back({&root, "", {}});
    }

    void number(const FieldInfo &info, double &value) override {
        const json *given = find(info);
        if (!given)
            return;
        if (!given->is_number() || !inRange(info, given->get<double>()))
            return complain(info, *given, rangeText(info));
        value = given->get<double>();
    }
    void integer(const FieldInfo &info, std::int64_t &value) override {
        const json *given = find(info);
        if (!given)
            return;
        const double asNumber = given->is_number() ? given->get<double>() : 0;
        if (!given->is_number() || asNumber != std::floor(asNumber) || !inRange(info, asNumber) ||
            std::abs(asNumber) > 9.1e15)
            return complain(info, *given, "a whole number, " + rangeText(info));
        value = static_cast<std::int64_t>(asNumber);
    }
    void boolean(const FieldInfo &info, bool &value) override {
        const json *given = find(info);
        if (!given)
            return;
        if (!given->is_boolean())
            return complain(info, *given, "true or false");
        value = given->get<bool>();
    }
    void text(const FieldInfo &info, std::string &value) override {
        const json *given = find(info);
        if (!given)
            return;
        if (!given->is_string() || given->get_ref<const std::string &>().size() > kMaxTextBytes)
            return complain(info, *given,
                            "a text of at most " + std::to_string(kMaxTextBytes) + " bytes");
        value = given->get<std::string>();
    }
    void choice(const FieldInfo &info, int &index, std::span<const char *const> options) override {
        const json *given = find(info);
        if (!given)
            return;
        if (given->is_string())
            for (std::size_t i = 0; i < options.size(); ++i)
                if (given->get_ref<const std::string &>() == options[i]) {
                    index = int(i);
                    return;
                }
        complain(info, *given, optionsText(options));
    }
    void numbers(const FieldInfo &info, std::vector<double> &values) override {
        std::vector<double> read;
        const bool sound =
            readArray(info, "a list of numbers, each " + rangeText(info), 1, [&](const json &item) {
                if (!item.is_number() || !inRange(info, item.get<double>()))
                    return false;
                read.push_back(item.get<double>());
                return true;
            });
        if (sound)
            values = std::move(read);
    }
    void texts(const FieldInfo &info, std::vector<std::string> &values) override {
        std::vector<std::string> read;
        const bool sound = readArray(info, "a list of texts", 0, [&](const json &item) {
            if (!item.is_string() || item.get_ref<const std::string &>().size() > kMaxTextBytes)
                return false;
            read.push_back(item.get<std::string>());
            return true;
        });
        if (sound)
            values = std::move(read);
    }

    void beginGroup(const FieldInfo &info) override {
        const json *given = find(info);
        if (given && !given->is_object()) {
            complain(info, *given, "an object");
            given = nullptr;
        }
        m_levels.push_back({given, pointer(info.key), {}});
    }
    void endGroup() override {
        reportUnknownKeys();
        m_levels.pop_back();
    }
    std::size_t beginList(const FieldInfo &info, std::size_t size) override {
        const json *given = find(info);
        if (given && (!given->is_array() || given->empty() || given->size() > kMaxListItems)) {
            complain(info, *given, "a list of 1 to " + std::to_string(kMaxListItems) + " objects");
            given = nullptr;
        }
        m_levels.push_back({given, pointer(info.key), {}});
        return given ? given->size() : size;
    }
    void beginItem(std::size_t index) override {
        const Level list = m_levels.back();
        const std::string at = list.pointer + "/" + std::to_string(index);
        const json *given = list.node ? &(*list.node)[index] : nullptr;
        if (given && !given->is_object()) {
            m_problems.push_back({m_source + ": " + at, shown(*given), "an object"});
            given = nullptr;
        }
        m_levels.push_back({given, at, {}});
    }
    void endItem() override { endGroup(); }
    void endList() override { m_levels.pop_back(); }

    std::optional<std::string> peekText(const char *key) override {
        const json *node = m_levels.back().node;
        if (!node || !node->contains(key) || !(*node)[key].is_string())
            return std::nullopt;
        return (*node)[key].get<std::string>();
    }

    // Keys that no field claimed; `extra` are those that the format itself uses at the top.
    void reportUnknownKeys(const std::vector<std::string> &extra = {}) {
        const Level &level = m_levels.back();
        if (!level.node)
            return;
        std::vector<std::string> known(level.known.begin(), level.known.end());
        known.insert(known.end(), extra.begin(), extra.end());
        for (const auto &[key, value] : level.node->items()) {
            if (std::find(known.begin(), known.end(), key) != known.end())
                continue;
            const auto close = nearest(key, known);
            m_problems.push_back({m_source + ": " + level.pointer + "/" + key.substr(0, 60),
                                  "is not a known key",
                                  close ? "perhaps \"" + *close + "\"" : keyList(known)});
        }
    }

  private:
    struct Level {
        const json *node; // null when the document has nothing sound here
        std::string pointer;
        std::vector<std::string> known;
    };

    static std::string keyList(const std::vector<std::string> &keys) {
        std::string text = "one of";
        for (const std::string &key : keys)
            text += " " + key;
        return text;
    }
    std::string pointer(const char *key) const { return m_levels.back().pointer + "/" + key; }
    const json *find(const FieldInfo &info) {
        Level &level = m_levels.back();
        level.known.push_back(info.key);
        if (!level.node)
            return nullptr;
        const auto it = level.node->find(info.key);
        return it == level.node->end() ? nullptr : &*it;
    }
    void complain(const FieldInfo &info, const json &got, const std::string &expected) {
        m_problems.push_back({m_source + ": " + pointer(info.key), shown(got), expected});
    }
    template <class Take>
    bool readArray(const FieldInfo &info, const std::string &expected, std::size_t least,
                   Take take) {
        const json *given = find(info);
        if (!given)
            return false;
        bool sound = given->is_array() && given->size() >= least && given->size() <= kMaxListItems;
        if (sound)
            for (const json &item : *given)
                sound = sound && take(item);
        if (!sound)
            complain(info, *given,
                     expected + ", " + std::to_string(least) + " to " +
                         std::to_string(kMaxListItems) + " of them");
        return sound;
    }

    std::string m_source;
    std::vector<Problem> &m_problems;
    std::vector<Level> m_levels;
};

void checkHeader(const json &root, const std::string &source, std::vector<Problem> &problems) {
    if (root.contains("format") && root["format"] != "paddock-scenario")
        problems.push_back({source + ": /format", shown(root["format"]), "\"paddock-scenario\""});
    if (!root.contains("version"))
        problems.push_back({source + ": /version", "is missing", std::to_string(kScenarioVersion)});
    else if (root["version"] != kScenarioVersion)
        problems.push_back({source + ": /version", shown(root["version"]),
                            std::to_string(kScenarioVersion) + ", the version this program reads"});
    if (root.contains("preset") && root["preset"].is_string()) {
        const bool racing = root.value("kind", nlohmann::json()) == "racing";
        const auto names = presetNames(racing ? ScenarioKind::Racing : ScenarioKind::Intersection);
        if (std::find(names.begin(), names.end(), root["preset"]) == names.end()) {
            std::string known = "one of";
            for (const std::string &name : names)
                known += " " + name;
            problems.push_back({source + ": /preset", shown(root["preset"]), known});
        }
    }
}

} // namespace

Result<Scenario> readScenario(const std::string &text, const std::string &source) {
    std::vector<Problem> problems;
    json root;
    if (!parseDocument(text, source, {kMaxDocumentBytes, kMaxDocumentDepth}, root, problems))
        return Error(std::move(problems));
    checkHeader(root, source, problems);
    Scenario scenario;
    Reader reader(root, source, problems);
    scenario.visit(reader);
    reader.reportUnknownKeys({"$schema", "format", "version"});
    if (problems.empty())
        problems = validate(scenario, source);
    if (!problems.empty())
        return Error(std::move(problems));
    return scenario;
}

Result<Scenario> loadScenario(const std::filesystem::path &file) {
    const Result<std::string> text = readFile(file, kMaxDocumentBytes);
    if (!text)
        return text.error();
    Result<Scenario> scenario = readScenario(*text, file.filename().string());
    if (!scenario)
        return scenario;
    const Status track = loadTrackOf(*scenario, file.parent_path(), file.filename().string());
    if (!track)
        return track.error();
    return scenario;
}

Status loadTrackOf(Scenario &scenario, const std::filesystem::path &folder,
                   const std::string &source) {
    if (scenario.kind != ScenarioKind::Racing)
        return Done{};
    if (scenario.trackFile.empty())
        return Error(Problem{source + ": /track", "is missing", "the name of a track document"});
    Result<Track> track = loadTrack(folder / scenario.trackFile);
    if (!track)
        return track.error();
    scenario.track = std::make_shared<const Track>(std::move(*track));
    return Done{};
}

} // namespace paddock
