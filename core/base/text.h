// Numbers as text and back, the same under every locale; and the word that somebody probably meant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace paddock {

// The shortest text that reads back as the same number, without exponent where that stays readable;
// "nan", "inf", "-inf".
std::string numberText(double value);
std::string numberText(float value);
std::string numberText(std::int64_t value);
std::string numberText(std::uint64_t value);
inline std::string numberText(int value) {
    return numberText(std::int64_t{value});
}

// `value` with `decimals` digits behind the point.
std::string fixedText(double value, int decimals);

// The whole of `text` as a number; blanks around it and a leading + are fine, anything else is
// nullopt. "nan" and "inf" are numbers here: whoever wants finite ones checks.
std::optional<double> parseNumber(std::string_view text);
// Integers may also be written 1e6 or 2.0, as long as the value is whole and fits.
std::optional<std::int64_t> parseInteger(std::string_view text);

std::string_view trimmed(std::string_view text); // without blanks, tabs and line ends around it

// Insertions, deletions, substitutions and swaps of neighbours between two words.
std::size_t editDistance(std::string_view a, std::string_view b);

// The candidate closest to `word` (the first one of several); nullopt when none is close enough to
// be meant.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

} // namespace paddock
