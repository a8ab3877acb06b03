#include "core/scenario/field_reader.h"

#include "core/scenario/field_checks.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace paddock {

using nlohmann::json;

// A value as it stands in the document, short enough for a message.
std::string shownValue(const json &value) {
    std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
    if (text.size() > 60)
        text = text.substr(0, 57) + "...";
    return "is " + text;
}

static std::string keyList(const std::vector<std::string> &keys) {
    std::string text = "one of";
    for (const std::string &key : keys)
        text += " " + key;
    return text;
}

FieldReader::FieldReader(const json &root, std::string source, std::vector<Problem> &problems)
    : m_source(std::move(source)), m_problems(problems) {
    m_levels.push_back({&root, "", {}});
}

void FieldReader::number(const FieldInfo &info, double &value) {
    const json *given = find(info);
    if (!given)
        return;
    if (!given->is_number() || !inRange(info, given->get<double>()))
        return complain(info, *given, rangeText(info));
    value = given->get<double>();
}

void FieldReader::integer(const FieldInfo &info, std::int64_t &value) {
    const json *given = find(info);
    if (!given)
        return;
    const double asNumber = given->is_number() ? given->get<double>() : 0;
    if (!given->is_number() || asNumber != std::floor(asNumber) || !inRange(info, asNumber) ||
        std::abs(asNumber) > 9.1e15)
        return complain(info, *given, "a whole number, " + rangeText(info));
    value = static_cast<std::int64_t>(asNumber);
}

void FieldReader::boolean(const FieldInfo &info, bool &value) {
    const json *given = find(info);
    if (!given)
        return;
    if (!given->is_boolean())
        return complain(info, *given, "true or false");
    value = given->get<bool>();
}

void FieldReader::text(const FieldInfo &info, std::string &value) {
    const json *given = find(info);
    if (!given)
        return;
    if (!given->is_string() || given->get_ref<const std::string &>().size() > kMaxTextBytes)
        return complain(info, *given,
                        "a text of at most " + std::to_string(kMaxTextBytes) + " bytes");
    value = given->get<std::string>();
}

void FieldReader::choice(const FieldInfo &info, int &index, std::span<const char *const> options) {
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

void FieldReader::numbers(const FieldInfo &info, std::vector<double> &values) {
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

void FieldReader::texts(const FieldInfo &info, std::vector<std::string> &values) {
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

void FieldReader::beginGroup(const FieldInfo &info) {
    const json *given = find(info);
    if (given && !given->is_object()) {
        complain(info, *given, "an object");
        given = nullptr;
    }
    m_levels.push_back({given, pointer(info.key), {}});
}

void FieldReader::endGroup() {
    reportUnknownKeys();
    m_levels.pop_back();
}

std::size_t FieldReader::beginList(const FieldInfo &info, std::size_t size) {
    const json *given = find(info);
    if (given && (!given->is_array() || given->empty() || given->size() > kMaxListItems)) {
        complain(info, *given, "a list of 1 to " + std::to_string(kMaxListItems) + " objects");
        given = nullptr;
    }
    m_levels.push_back({given, pointer(info.key), {}});
    return given ? given->size() : size;
}

void FieldReader::beginItem(std::size_t index) {
    const Level list = m_levels.back();
    const std::string at = list.pointer + "/" + std::to_string(index);
    const json *given = list.node ? &(*list.node)[index] : nullptr;
    if (given && !given->is_object()) {
        m_problems.push_back({m_source + ": " + at, shownValue(*given), "an object"});
        given = nullptr;
    }
    m_levels.push_back({given, at, {}});
}

void FieldReader::endItem() {
    endGroup();
}

void FieldReader::endList() {
    m_levels.pop_back();
}

std::optional<std::string> FieldReader::peekText(const char *key) {
    const json *node = m_levels.back().node;
    if (!node || !node->contains(key) || !(*node)[key].is_string())
        return std::nullopt;
    return (*node)[key].get<std::string>();
}

void FieldReader::reportUnknownKeys(const std::vector<std::string> &extra) {
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

std::string FieldReader::pointer(const char *key) const {
    return m_levels.back().pointer + "/" + key;
}

const json *FieldReader::find(const FieldInfo &info) {
    Level &level = m_levels.back();
    level.known.push_back(info.key);
    if (!level.node)
        return nullptr;
    const auto it = level.node->find(info.key);
    return it == level.node->end() ? nullptr : &*it;
}

void FieldReader::complain(const FieldInfo &info, const json &got, const std::string &expected) {
    m_problems.push_back({m_source + ": " + pointer(info.key), shownValue(got), expected});
}

bool FieldReader::readArray(const FieldInfo &info, const std::string &expected, std::size_t least,
                            const std::function<bool(const json &)> &take) {
    const json *given = find(info);
    if (!given)
        return false;
    bool sound = given->is_array() && given->size() >= least && given->size() <= kMaxListItems;
    if (sound)
        for (const json &item : *given)
            sound = sound && take(item);
    if (!sound)
        complain(info, *given,
                 expected + ", " + std::to_string(least) + " to " + std::to_string(kMaxListItems) +
                     " of them");
    return sound;
}

} // namespace paddock
