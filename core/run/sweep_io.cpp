// The plan of a sweep as a JSON document.
#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/run_index.h"
#include "core/run/sweep.h"
#include "core/scenario/json_document.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace paddock {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::json;

constexpr int kPlanVersion = 1;
constexpr const char *kTrackFile = "track.json";

std::string shown(const Json &value) {
    const std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    return "is " + (text.size() > 60 ? text.substr(0, 57) + "..." : text);
}

// A value as somebody would type it; nullopt for what no field takes.
std::optional<std::string> typed(const Json &value) {
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_boolean())
        return value.get<bool>() ? "true" : "false";
    if (value.is_number_unsigned())
        return numberText(value.get<std::uint64_t>());
    if (value.is_number_integer())
        return numberText(value.get<std::int64_t>());
    if (value.is_number())
        return numberText(value.get<double>());
    return std::nullopt;
}

class PlanReader {
  public:
    PlanReader(const Json &root, fs::path file) : m_root(root), m_file(std::move(file)) {}

    Result<SweepSpec> read() {
        checkKeys(m_root, "",
                  {"version", "name", "document", "preset", "set", "combine", "axes", "seeds",
                   "jobs", "threads"});
        if (!m_root.contains("version") || m_root["version"] != kPlanVersion)
            problem("/version", "is missing or another", numberText(kPlanVersion));
        readName();
        readBase();
        readSets();
        readCombine();
        readAxes();
        readSeeds();
        m_spec.jobs = int(count("/jobs", "jobs", 1, 1, kMaxSweepJobs));
        m_spec.threads = int(count("/threads", "threads", 0, 0, 1024));
        if (!m_problems.empty())
            return Error(std::move(m_problems));
        return std::move(m_spec);
    }

  private:
    void problem(const std::string &pointer, std::string what, std::string expected) {
        m_problems.push_back(
            {m_file.filename().string() + ": " + pointer, std::move(what), std::move(expected)});
    }
    void pass(const Error &error) {
        m_problems.insert(m_problems.end(), error.problems.begin(), error.problems.end());
    }

    void checkKeys(const Json &object, const std::string &pointer,
                   const std::vector<std::string> &known) {
        for (const auto &[key, value] : object.items()) {
            if (std::find(known.begin(), known.end(), key) != known.end())
                continue;
            const auto meant = nearest(key, known);
            problem(pointer + "/" + key, "is unknown", meant ? "\"" + *meant + "\"" : "");
        }
    }

    void readName() {
        const auto found = m_root.find("name");
        if (found != m_root.end() && found->is_string())
            m_spec.name = found->get<std::string>();
        else if (found != m_root.end())
            problem("/name", shown(*found), "a text");
        else
            m_spec.name = m_file.stem().string();
    }

    void readBase() {
        const bool preset = m_root.contains("preset"), document = m_root.contains("document");
        if (preset == document)
            return problem(document ? "/preset" : "/document",
                           preset ? "stands beside /document" : "is missing",
                           "a document or a preset");
        if (preset)
            return readPreset(m_root["preset"]);
        const Json &value = m_root["document"];
        const std::string where = m_file.filename().string() + ": /document";
        Result<Scenario> base =
            value.is_string()   ? loadScenario(m_file.parent_path() / value.get<std::string>())
            : value.is_object() ? readScenario(value.dump(), where)
                                : Error(Problem{where, shown(value), "a file or a document"});
        if (base && value.is_object())
            if (const Status track = loadTrackOf(*base, m_file.parent_path(), where); !track)
                return pass(track.error());
        if (!base)
            return pass(base.error());
        m_spec.base = std::move(*base);
    }

    void readPreset(const Json &value) {
        const std::vector<std::string> names = presetNames();
        const std::string name = value.is_string() ? value.get<std::string>() : "";
        if (std::find(names.begin(), names.end(), name) != names.end()) {
            m_spec.base = presetScenario(name);
            return;
        }
        std::string all;
        for (const std::string &each : names)
            all += (all.empty() ? "" : ", ") + each;
        problem("/preset", shown(value), all);
    }

    void readSets() {
        const auto found = m_root.find("set");
        if (found == m_root.end())
            return;
        if (!found->is_object())
            return problem("/set", shown(*found), "an object of fields and values");
        for (const auto &[path, value] : found->items()) {
            const auto text = typed(value);
            if (!text)
                problem("/set/" + path, shown(value), "a number, a text, true or false");
            else if (const Status set = setField(m_spec.base, path, *text); !set)
                pass(set.error());
        }
    }

    void readCombine() {
        const auto found = m_root.find("combine");
        if (found == m_root.end() || *found == "grid")
            return;
        if (*found == "list")
            m_spec.kind = SweepKind::List;
        else
            problem("/combine", shown(*found), "\"grid\" or \"list\"");
    }

    void readAxes() {
        const auto found = m_root.find("axes");
        if (found == m_root.end())
            return;
        if (!found->is_array())
            return problem("/axes", shown(*found), "a list");
        for (std::size_t i = 0; i < found->size(); ++i)
            readAxis((*found)[i], "/axes/" + std::to_string(i));
    }

    void readAxis(const Json &axis, const std::string &pointer) {
        if (!axis.is_object())
            return problem(pointer, shown(axis), "an object with path and values or range");
        checkKeys(axis, pointer, {"path", "values", "range"});
        SweepAxis out;
        if (const auto path = axis.find("path"); path != axis.end() && path->is_string())
            out.path = path->get<std::string>();
        else
            problem(pointer + "/path", "is missing or no text", "a field of the document");
        if (axis.contains("values") == axis.contains("range"))
            return problem(pointer, "has both or neither of values and range", "one of them");
        if (axis.contains("range"))
            readRange(axis["range"], pointer + "/range", out);
        else
            readValues(axis["values"], pointer + "/values", out);
        m_spec.axes.push_back(std::move(out));
    }

    void readValues(const Json &values, const std::string &pointer, SweepAxis &out) {
        if (!values.is_array())
            return problem(pointer, shown(values), "a list of values");
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto text = typed(values[i]);
            if (text)
                out.values.push_back(*text);
            else
                problem(pointer + "/" + std::to_string(i), shown(values[i]),
                        "a number, a text, true or false");
        }
    }

    void readRange(const Json &range, const std::string &pointer, SweepAxis &out) {
        const auto number = [&range](const char *key) {
            return range.contains(key) && range[key].is_number();
        };
        if (!range.is_object() || !number("from") || !number("to") || !number("count"))
            return problem(pointer, shown(range), "an object with from, to, count and scale");
        checkKeys(range, pointer, {"from", "to", "count", "scale"});
        const Json scale = range.value("scale", Json("linear"));
        if (scale != "linear" && scale != "log")
            return problem(pointer + "/scale", shown(scale), "\"linear\" or \"log\"");
        const auto count = range["count"];
        const auto values =
            sweepRange(range["from"].get<double>(), range["to"].get<double>(),
                       count.is_number_unsigned() ? count.get<std::int64_t>() : -1, scale == "log");
        if (values)
            out.values = *values;
        else
            problem(pointer, values.error().problems.front().what,
                    values.error().problems.front().expected);
    }

    void readSeeds() {
        const auto found = m_root.find("seeds");
        if (found == m_root.end())
            return;
        if (!found->is_array())
            return problem("/seeds", shown(*found), "a list of whole numbers");
        for (std::size_t i = 0; i < found->size(); ++i)
            if (const Json &seed = (*found)[i];
                seed.is_number_unsigned() && seed.get<std::uint64_t>() <= 1'000'000'000'000'000)
                m_spec.seeds.push_back(seed.get<std::int64_t>());
            else
                problem("/seeds/" + std::to_string(i), shown(seed),
                        "a whole number from 0 to 1e15");
    }

    std::int64_t count(const std::string &pointer, const char *key, std::int64_t fallback,
                       std::int64_t least, std::int64_t most) {
        const auto found = m_root.find(key);
        if (found == m_root.end())
            return fallback;
        if (found->is_number_unsigned() && found->get<std::uint64_t>() <= std::uint64_t(most) &&
            found->get<std::int64_t>() >= least)
            return found->get<std::int64_t>();
        problem(pointer, shown(*found), numberText(least) + " to " + numberText(most));
        return fallback;
    }

    const Json &m_root;
    fs::path m_file;
    SweepSpec m_spec;
    std::vector<Problem> m_problems;
};

} // namespace

Result<SweepSpec> readSweep(const std::string &text, const fs::path &file) {
    Json root;
    std::vector<Problem> problems;
    const DocumentLimits limits{2 * kMaxDocumentBytes, kMaxDocumentDepth};
    if (!parseDocument(text, file.filename().string(), limits, root, problems) || !problems.empty())
        return Error(std::move(problems));
    return PlanReader(root, file).read();
}

Result<SweepSpec> loadSweep(const fs::path &path) {
    std::error_code code;
    const fs::path file = fs::is_directory(path, code) ? path / kSweepFile : path;
    const Result<std::string> text = readFile(file, 2 * kMaxDocumentBytes);
    return text ? readSweep(*text, file) : Result<SweepSpec>(text.error());
}

std::string writeSweep(const SweepSpec &spec) {
    using Ordered = nlohmann::ordered_json;
    Ordered json{{"version", kPlanVersion},
                 {"name", spec.name},
                 {"combine", spec.kind == SweepKind::Grid ? "grid" : "list"},
                 {"axes", Ordered::array()},
                 {"seeds", spec.seeds},
                 {"jobs", spec.jobs},
                 {"threads", spec.threads}};
    for (const SweepAxis &axis : spec.axes)
        json["axes"].push_back({{"path", axis.path}, {"values", axis.values}});
    json["document"] = Ordered::parse(writeScenario(spec.base));
    return json.dump(2, ' ', false, Ordered::error_handler_t::replace) + "\n";
}

Status saveSweep(const SweepSpec &spec, const fs::path &folder) {
    std::error_code code;
    fs::create_directories(folder, code);
    if (code)
        return Error(Problem{folder.string(), "cannot be created: " + code.message(), ""});
    SweepSpec own = spec;
    if (own.base.track) {
        own.base.trackFile = kTrackFile;
        if (const Status saved = saveTrack(*own.base.track, folder / kTrackFile); !saved)
            return saved;
    }
    return writeFileAtomic(folder / kSweepFile, writeSweep(own));
}

} // namespace paddock
