#include "widgets/plots/reference_curves.h"

#include "core/base/text.h"

#include <cctype>
#include <cmath>
#include <fstream>
#include <optional>
#include <sstream>

namespace paddock {

namespace {

constexpr std::uintmax_t kMaxBytes = 64u << 20;

std::vector<std::string> cells(std::string line) {
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    std::vector<std::string> out;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');) {
        if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
            cell = cell.substr(1, cell.size() - 2);
        out.push_back(cell);
    }
    return out;
}

Error atLine(const std::string &name, int line, const std::string &what) {
    return Error(Problem{name + ": line " + std::to_string(line), what, "a number"});
}

} // namespace

Result<ReferenceCurves> parseReferenceCurves(const std::string &csv, const std::string &name) {
    std::istringstream stream(csv);
    std::string line;
    if (!std::getline(stream, line))
        return Error(Problem{name, "is empty", "a CSV file with a column \"step\""});
    const std::vector<std::string> tags = cells(line);
    if (tags.size() < 2 || tags[0] != "step")
        return Error(Problem{name, "does not start with the column \"step\"", "step,<tag>,..."});

    ReferenceCurves out{name, {}, groupOfReference(name)};
    for (int lineNumber = 2; std::getline(stream, line); ++lineNumber) {
        const std::vector<std::string> row = cells(line);
        if (row.empty())
            continue;
        const std::optional<double> step = parseNumber(row[0]);
        if (!step || !std::isfinite(*step))
            return atLine(name, lineNumber, "has the step \"" + row[0] + "\"");
        for (std::size_t i = 1; i < row.size() && i < tags.size(); ++i) {
            if (row[i].empty())
                continue;
            const std::optional<double> value = parseNumber(row[i]);
            if (!value)
                return atLine(name, lineNumber, "has \"" + row[i] + "\" for " + tags[i]);
            if (std::isfinite(*value)) // what is none cannot be drawn
                out.curves[tags[i]].emplace_back(*step, *value);
        }
    }
    return out;
}

int groupOfReference(const std::string &name) {
    std::size_t digits = name.size();
    while (digits > 0 && std::isdigit(static_cast<unsigned char>(name[digits - 1])))
        --digits;
    std::size_t end = digits; // of the word before the number
    while (end > 0 && (name[end - 1] == '_' || name[end - 1] == '-'))
        --end;
    std::string word = name.substr(0, end);
    for (char &letter : word)
        letter = char(std::tolower(static_cast<unsigned char>(letter)));
    const std::optional<double> number = parseNumber(name.substr(digits));
    const bool said = word.ends_with("agent") || word.ends_with("racer");
    return said && number && *number >= 1 && *number <= 1000 ? int(*number) - 1 : -1;
}

Result<ReferenceCurves> loadReferenceCurves(const std::filesystem::path &file) {
    std::error_code code;
    const std::uintmax_t size = std::filesystem::file_size(file, code);
    if (code)
        return Error(Problem{file.string(), "cannot be read: " + code.message(), ""});
    if (size > kMaxBytes)
        return Error(Problem{file.string(), "has " + std::to_string(size) + " bytes",
                             "at most " + std::to_string(kMaxBytes)});
    std::ifstream stream(file, std::ios::binary);
    std::ostringstream text;
    text << stream.rdbuf();
    return parseReferenceCurves(text.str(), file.stem().string());
}

} // namespace paddock
