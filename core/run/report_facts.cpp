#include "core/run/report_facts.h"

#include "core/scenario/json_document.h"

#include <nlohmann/json.hpp>

#include <cstdio>
#include <ctime>

namespace paddock {

namespace {

void collect(const nlohmann::json &node, const std::string &name,
             std::vector<std::pair<std::string, std::string>> &facts) {
    if (!node.is_object()) {
        facts.emplace_back(
            name, node.is_string()
                      ? node.get<std::string>()
                      : node.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        return;
    }
    for (const auto &[key, value] : node.items())
        collect(value, name.empty() ? key : name + " " + key, facts);
}

} // namespace

std::vector<std::pair<std::string, std::string>> buildFacts(const std::string &json) {
    std::vector<std::pair<std::string, std::string>> facts;
    nlohmann::json root;
    std::vector<Problem> problems;
    if (parseDocument(json, "build.json", {1u << 20, 8}, root, problems))
        collect(root, "", facts);
    return facts;
}

std::string dateText(std::int64_t unixSeconds) {
    if (unixSeconds <= 0)
        return {};
    const std::time_t time = std::time_t(unixSeconds);
    std::tm parts{};
    if (!gmtime_r(&time, &parts))
        return {};
    char text[64];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d %02d:%02d UTC", parts.tm_year + 1900,
                  parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min);
    return text;
}

} // namespace paddock
