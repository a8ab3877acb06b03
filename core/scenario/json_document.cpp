#include "core/scenario/json_document.h"

#include <nlohmann/json.hpp>

#include <set>

namespace paddock {

namespace {

using nlohmann::json;

// Follows the parser, which itself minds neither depth nor doubled keys.
class Watcher {
  public:
    Watcher(std::string source, int depth, std::vector<Problem> &problems)
        : m_source(std::move(source)), m_depth(depth), m_problems(problems) {}

    bool operator()(int depth, json::parse_event_t event, json &parsed) {
        tooDeep = tooDeep || depth > m_depth;
        if (event == json::parse_event_t::object_start)
            m_keys.emplace_back();
        else if (event == json::parse_event_t::object_end && !m_keys.empty())
            m_keys.pop_back();
        else if (event == json::parse_event_t::key && !m_keys.empty() &&
                 !m_keys.back().insert(parsed.get<std::string>()).second)
            m_problems.push_back({m_source,
                                  "has the key \"" + parsed.get<std::string>().substr(0, 60) +
                                      "\" twice in one object",
                                  "each key once"});
        return !tooDeep;
    }

    bool tooDeep = false;

  private:
    std::string m_source;
    int m_depth;
    std::vector<Problem> &m_problems;
    std::vector<std::set<std::string>> m_keys; // of the objects that are open
};

} // namespace

bool parseDocument(const std::string &text, const std::string &source, const DocumentLimits &limits,
                   json &root, std::vector<Problem> &problems) {
    const auto refuse = [&](std::string what, std::string expected) {
        problems.push_back({source, std::move(what), std::move(expected)});
        return false;
    };
    if (text.size() > limits.bytes)
        return refuse("has " + std::to_string(text.size()) + " bytes",
                      "at most " + std::to_string(limits.bytes));
    // The parser takes a NUL for the end of the document and would not see what follows.
    if (text.find('\0') != std::string::npos)
        return refuse("holds a NUL byte", "text");
    Watcher watcher(source, limits.depth, problems);
    try {
        root = json::parse(text, std::ref(watcher));
    } catch (const json::exception &e) {
        // The parser's words tell line and column; its own prefix means nothing to a person.
        std::string what = e.what();
        if (const auto cut = what.find("] "); cut != std::string::npos)
            what = what.substr(cut + 2);
        return refuse("is not JSON: " + what.substr(0, 300), "");
    }
    if (watcher.tooDeep)
        return refuse("is nested too deeply",
                      "at most " + std::to_string(limits.depth) + " levels");
    if (!root.is_object()) {
        const std::string shown = root.dump(-1, ' ', false, json::error_handler_t::replace);
        return refuse("is " + (shown.size() > 60 ? shown.substr(0, 57) + "..." : shown),
                      "an object");
    }
    return true;
}

} // namespace paddock
