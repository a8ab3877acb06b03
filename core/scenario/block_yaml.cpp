#include "core/scenario/block_yaml.h"

#include "core/base/text.h"

#include <algorithm>
#include <optional>

namespace paddock {

namespace {

// Where `what` (": " or " #") lies outside quotes; npos when nowhere.
std::size_t findOutsideQuotes(std::string_view text, char sign, bool blankBefore) {
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            quote = c == quote ? char(0) : quote;
            continue;
        }
        const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\t';
        if ((c == '"' || c == '\'') && starts)
            quote = c;
        else if (c == sign && blankBefore && starts)
            return i;
        else if (c == sign && !blankBefore && (i + 1 == text.size() || text[i + 1] == ' '))
            return i;
    }
    return std::string_view::npos;
}

std::string unquoted(std::string_view text) {
    const bool quoted =
        text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
    return std::string(quoted ? text.substr(1, text.size() - 2) : text);
}

class YamlParser {
  public:
    YamlParser(std::string_view text, const std::string &source) : m_text(text), m_source(source) {}

    Result<YamlNode> run() {
        if (m_text.size() > kMaxYamlBytes)
            return Error(Problem{m_source, "is too large", "at most 1 MiB"});
        m_open.push_back({-1, &m_root});
        while (!m_text.empty() && !m_done) {
            ++m_line;
            const std::size_t end = std::min(m_text.find('\n'), m_text.size());
            const bool good = readLine(m_text.substr(0, end));
            m_text.remove_prefix(std::min(end + 1, m_text.size()));
            if (!good)
                return Error(m_problem);
        }
        return std::move(m_root);
    }

  private:
    struct Open {
        std::ptrdiff_t indent = 0;
        YamlNode *node = nullptr;
    };

    bool fail(std::string what, std::string expected = "") {
        m_problem = {m_source + ": line " + numberText(m_line), std::move(what),
                     std::move(expected)};
        return false;
    }

    bool readLine(std::string_view line) {
        if (line.find('\0') != std::string_view::npos)
            return fail("holds a NUL byte");
        line = line.substr(0, findOutsideQuotes(line, '#', true));
        const std::size_t indent = line.find_first_not_of(" \r");
        if (indent == std::string_view::npos)
            return true;
        if (line[indent] == '\t')
            return trimmed(line).empty() || fail("is indented by a tab", "blanks");
        const std::string_view words = trimmed(line);
        if (words == "---" && m_root.children.empty())
            return true;
        if (words == "..." || words == "---") {
            m_done = true; // a second document
            return true;
        }
        return readEntry(std::ptrdiff_t(indent), words);
    }

    bool readEntry(std::ptrdiff_t indent, std::string_view words) {
        if (words == "-" || words.starts_with("- ")) {
            while (m_open.back().indent > indent ||
                   (m_open.back().indent == indent && m_open.back().node->key == "-"))
                m_open.pop_back();
            const std::string_view rest = trimmed(words.substr(1));
            const bool nested = findOutsideQuotes(rest, ':', false) != std::string_view::npos;
            if (!open(indent, "-", nested ? "" : rest))
                return false;
            return !nested || readEntry(indent + (rest.data() - words.data()), rest);
        }
        while (m_open.back().indent >= indent)
            m_open.pop_back();
        const std::size_t colon = findOutsideQuotes(words, ':', false);
        if (colon == std::string_view::npos || colon == 0)
            return fail("is \"" + std::string(words.substr(0, 60)) + "\"", "key: value");
        const std::string key = unquoted(trimmed(words.substr(0, colon)));
        if (m_open.back().node->find(key))
            return fail("gives " + key.substr(0, 60) + " twice");
        return open(indent, key, trimmed(words.substr(colon + 1)));
    }

    bool open(std::ptrdiff_t indent, std::string key, std::string_view value) {
        YamlNode &parent = *m_open.back().node;
        if (!parent.value.empty())
            return fail("is indented below a value");
        if (m_open.size() > kMaxYamlDepth)
            return fail("is nested too deeply");
        if (++m_entries > kMaxYamlEntries)
            return fail("is one of too many", "at most 4096 entries");
        if (!value.empty() && std::string_view("&*|>!%@`").find(value[0]) != std::string_view::npos)
            return fail("has the value " + std::string(value.substr(0, 60)),
                        "a plain or quoted text");
        parent.children.push_back({std::move(key), unquoted(value), m_line, {}});
        m_open.push_back({indent, &parent.children.back()});
        return true;
    }

    std::string_view m_text;
    std::string m_source;
    Problem m_problem;
    YamlNode m_root;
    std::vector<Open> m_open; // from the root to the newest node
    int m_line = 0;
    std::size_t m_entries = 0;
    bool m_done = false;
};

} // namespace

const YamlNode *YamlNode::find(std::string_view name) const {
    const auto found = std::find_if(children.begin(), children.end(),
                                    [name](const YamlNode &child) { return child.key == name; });
    return found == children.end() ? nullptr : &*found;
}

bool YamlNode::isNull() const {
    return children.empty() &&
           (value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL");
}

Result<YamlNode> parseBlockYaml(std::string_view text, const std::string &source) {
    return YamlParser(text, source).run();
}

} // namespace paddock
