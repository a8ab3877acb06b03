#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace paddock {

namespace {

template <class T, class... Format>
std::string toText(T value, Format... format) {
    // Room for 1e308 with decimals, the longest that fixed notation can give.
    std::array<char, 400> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format...);
    return std::string(buffer.data(), end.ptr);
}

template <class T>
std::string shortestText(T value) {
    if (std::isnan(value))
        return "nan";
    // People read 0.0003 and 1000000 more easily than 3e-04 and 1e+06, which are a little shorter.
    const T size = std::abs(value);
    if (size == 0 || (size >= T(1e-4) && size < T(1e15)))
        return toText(value, std::chars_format::fixed);
    return toText(value);
}

template <class T>
std::optional<T> parseWhole(std::string_view text) {
    T value{};
    const char *end = text.data() + text.size();
    const auto [ptr, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || ptr != end)
        return std::nullopt;
    return value;
}

// from_chars knows no plus sign; "+-1" stays wrong.
std::string_view withoutPlus(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 1 && text[0] == '+' && text[1] != '-')
        text.remove_prefix(1);
    return text;
}

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

} // namespace

std::string numberText(double value) {
    return shortestText(value);
}
std::string numberText(float value) {
    return shortestText(value);
}
std::string numberText(std::int64_t value) {
    return toText(value);
}
std::string numberText(std::uint64_t value) {
    return toText(value);
}

std::string fixedText(double value, int decimals) {
    return toText(value, std::chars_format::fixed, std::clamp(decimals, 0, 40));
}

std::optional<double> parseNumber(std::string_view text) {
    return parseWhole<double>(withoutPlus(text));
}

std::optional<std::int64_t> parseInteger(std::string_view text) {
    if (const auto integer = parseWhole<std::int64_t>(withoutPlus(text)))
        return integer;
    const auto number = parseNumber(text);
    // Beyond 2^53 a double is no longer exact, so neither would be what was meant.
    constexpr double kExact = 9007199254740992.0;
    if (!number || !(std::abs(*number) <= kExact) || *number != std::floor(*number))
        return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::size_t editDistance(std::string_view a, std::string_view b) {
    // Rows i-2, i-1 and i of the table of distances between prefixes of a and b.
    std::vector<std::size_t> before, last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    before = last;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t kLongestWord = 100; // nobody mistypes more; keeps hostile input cheap
    if (word.empty() || word.size() > kLongestWord)
        return std::nullopt;
    const std::string lower = lowerCase(word);
    // A third of the letters wrong is still a typing error; more is another word.
    std::size_t best = std::max<std::size_t>(1, word.size() / 3) + 1;
    const std::string *found = nullptr;
    for (const std::string &candidate : candidates) {
        const std::size_t distance = editDistance(lower, lowerCase(candidate));
        if (distance < best) {
            best = distance;
            found = &candidate;
        }
    }
    return found ? std::optional<std::string>(*found) : std::nullopt;
}

} // namespace paddock
