#include "core/base/text.h"
#include "core/scenario/field_checks.h"
#include "core/scenario/leaf_visitor.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>

namespace paddock {

namespace {

template <class T>
std::string joined(const std::vector<T> &values) {
    std::string text;
    for (const T &value : values) {
        text += text.empty() ? "" : ", ";
        if constexpr (std::is_same_v<T, std::string>)
            text += value;
        else
            text += numberText(value);
    }
    return text;
}

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= list.size()) {
        const std::size_t end = std::min(list.find(',', begin), list.size());
        parts.emplace_back(trimmed(list.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

class Lister : public LeafVisitor {
  public:
    std::vector<FieldRow> rows;

    void number(const FieldInfo &info, double &value) override {
        add(info, "number", numberText(value));
    }
    void integer(const FieldInfo &info, std::int64_t &value) override {
        add(info, "integer", numberText(value));
    }
    void boolean(const FieldInfo &info, bool &value) override {
        add(info, "boolean", value ? "true" : "false");
    }
    void text(const FieldInfo &info, std::string &value) override { add(info, "text", value); }
    void choice(const FieldInfo &info, int &index, std::span<const char *const> options) override {
        add(info, "choice", options[std::size_t(index)]);
        rows.back().options.assign(options.begin(), options.end());
    }
    void numbers(const FieldInfo &info, std::vector<double> &values) override {
        add(info, "numbers", joined(values));
    }
    void texts(const FieldInfo &info, std::vector<std::string> &values) override {
        add(info, "texts", joined(values));
    }

  private:
    void add(const FieldInfo &info, const char *type, std::string value) {
        rows.push_back({path(info),
                        type,
                        info.unit,
                        info.symbol,
                        info.help,
                        std::move(value),
                        info.min,
                        info.max,
                        info.live,
                        {}});
    }
};

// Assigns the one leaf whose path it is given.
class Setter : public LeafVisitor {
  public:
    Setter(std::string target, std::string given)
        : m_target(std::move(target)), m_given(std::move(given)) {}

    std::optional<Problem> problem;

    void number(const FieldInfo &info, double &value) override {
        if (!here(info))
            return;
        const auto parsed = parseNumber(m_given);
        if (!parsed || !inRange(info, *parsed))
            return complain(rangeText(info));
        value = *parsed;
    }
    void integer(const FieldInfo &info, std::int64_t &value) override {
        if (!here(info))
            return;
        const auto parsed = parseInteger(m_given);
        if (!parsed || !inRange(info, double(*parsed)))
            return complain("a whole number, " + rangeText(info));
        value = *parsed;
    }
    void boolean(const FieldInfo &info, bool &value) override {
        if (!here(info))
            return;
        if (m_given != "true" && m_given != "false")
            return complain("true or false");
        value = m_given == "true";
    }
    void text(const FieldInfo &info, std::string &value) override {
        if (!here(info))
            return;
        if (m_given.size() > kMaxTextBytes)
            return complain("a text of at most " + std::to_string(kMaxTextBytes) + " bytes");
        value = m_given;
    }
    void choice(const FieldInfo &info, int &index, std::span<const char *const> options) override {
        if (!here(info))
            return;
        const auto found = std::find(options.begin(), options.end(), m_given);
        if (found == options.end())
            return complain(optionsText(options));
        index = int(found - options.begin());
    }
    void numbers(const FieldInfo &info, std::vector<double> &values) override {
        if (!here(info))
            return;
        std::vector<double> read;
        for (const std::string &part : split(m_given)) {
            const auto parsed = parseNumber(part);
            if (!parsed || !inRange(info, *parsed) || read.size() == kMaxListItems)
                return complain("numbers with commas between, each " + rangeText(info));
            read.push_back(*parsed);
        }
        values = std::move(read);
    }
    void texts(const FieldInfo &info, std::vector<std::string> &values) override {
        if (!here(info))
            return;
        const auto parts = m_given.empty() ? std::vector<std::string>{} : split(m_given);
        if (parts.size() > kMaxListItems || m_given.size() > kMaxTextBytes)
            return complain("words with commas between");
        values = parts;
    }

  private:
    bool here(const FieldInfo &info) const { return path(info) == m_target; }
    void complain(std::string expected) {
        problem = Problem{m_target, "is " + m_given.substr(0, 60), std::move(expected)};
    }
    std::string m_target;
    std::string m_given;
};

// The full path that `name` means: itself, or the path that ends in it and is nearest to the root.
Result<std::string> resolve(const Scenario &scenario, const std::string &name) {
    std::vector<std::string> names, matches;
    for (const FieldRow &row : listFields(scenario)) {
        if (row.path == name)
            return row.path;
        names.push_back(row.path);
        const std::size_t dot = row.path.rfind('.');
        names.push_back(dot == std::string::npos ? row.path : row.path.substr(dot + 1));
        if (names.back() == name)
            matches.push_back(row.path);
    }
    // The field nearest to the root is meant: "gamma" is training.gamma, not that of a reward
    // signal.
    const auto depth = [](const std::string &path) {
        return std::count(path.begin(), path.end(), '.');
    };
    std::stable_sort(matches.begin(), matches.end(),
                     [&](const auto &a, const auto &b) { return depth(a) < depth(b); });
    if (matches.size() == 1 || (matches.size() > 1 && depth(matches[0]) < depth(matches[1])))
        return matches.front();
    if (matches.size() > 1)
        return Error(Problem{name, "means several fields", joined(matches)});
    const auto close = nearest(name, names);
    return Error(Problem{name, "is not a known key",
                         close ? "perhaps \"" + *close + "\"" : "a key that `params` lists"});
}

} // namespace

Status setField(Scenario &scenario, const std::string &name, const std::string &text) {
    const Result<std::string> path = resolve(scenario, name);
    if (!path)
        return path.error();
    if (*path == "preset") {
        const auto known = presetNames(scenario.kind);
        if (std::find(known.begin(), known.end(), text) == known.end())
            return Error(Problem{"preset", "is " + text.substr(0, 60), "one of " + joined(known)});
    }
    Setter setter(*path, std::string(trimmed(text)));
    scenario.visit(setter);
    if (setter.problem)
        return Error(*setter.problem);
    return Done{};
}

std::vector<FieldRow> listFields(const Scenario &scenario) {
    Scenario copy = scenario; // visitors take fields by reference
    Lister lister;
    copy.visit(lister);
    return std::move(lister.rows);
}

std::vector<FieldDifference> differences(const Scenario &before, const Scenario &after) {
    const auto a = listFields(before), b = listFields(after);
    std::vector<FieldDifference> found;
    for (const FieldRow &row : b) {
        const auto same =
            std::find_if(a.begin(), a.end(), [&](const FieldRow &r) { return r.path == row.path; });
        if (same == a.end())
            found.push_back({row.path, "", row.value});
        else if (same->value != row.value)
            found.push_back({row.path, same->value, row.value});
    }
    for (const FieldRow &row : a)
        if (std::none_of(b.begin(), b.end(), [&](const FieldRow &r) { return r.path == row.path; }))
            found.push_back({row.path, row.value, ""});
    return found;
}

Result<Scenario> rebased(const Scenario &document, const std::string &preset) {
    const std::vector<std::string> known = presetNames(document.kind);
    if (std::find(known.begin(), known.end(), preset) == known.end())
        return Error(
            Problem{"preset", "is \"" + preset.substr(0, 60) + "\"", "one of " + joined(known)});
    const bool ownKnown = std::find(known.begin(), known.end(), document.preset) != known.end();
    const Scenario base = presetScenario(ownKnown ? document.preset : known.front(), document.kind);
    Scenario moved = presetScenario(preset, document.kind);
    moved.track = document.track;
    if (document.vehicles.size() != base.vehicles.size())
        moved.vehicles = document.vehicles;
    for (const FieldDifference &change : differences(base, document))
        if (change.path != "preset")
            (void)setField(moved, change.path, change.after); // sound in the document, so here
    return moved;
}

std::string parameterReference() {
    std::string text = "| parameter | default | unit | valid | paper | what it is |\n"
                       "| --- | --- | --- | --- | --- | --- |\n";
    for (const FieldRow &row : listFields(Scenario{})) {
        std::string valid;
        if (row.type == "choice")
            for (const std::string &option : row.options)
                valid += (valid.empty() ? "" : ", ") + option;
        else if (std::isfinite(row.min) || std::isfinite(row.max))
            valid = rangeText({.key = "", .min = row.min, .max = row.max});
        text += "| `" + row.path + "` | " + row.value + " | " + row.unit + " | " + valid + " | " +
                row.symbol + " | " + row.help + (row.live ? " (live)" : "") + " |\n";
    }
    return text;
}

} // namespace paddock
