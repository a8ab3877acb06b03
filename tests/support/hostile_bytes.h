// What a disk, a network or a person may do to a file: cuts, flipped bits, lost and doubled pieces,
// numbers beyond all measure. The same for the same sample.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <vector>

namespace paddock::test {

// About `count` starts of `sample`, evenly spaced.
inline std::vector<std::string> truncations(const std::string &sample, std::size_t count) {
    std::vector<std::string> all;
    const std::size_t step = std::max<std::size_t>(sample.size() / count, 1);
    for (std::size_t size = 0; size < sample.size(); size += step)
        all.push_back(sample.substr(0, size));
    return all;
}

class Mutator {
  public:
    explicit Mutator(std::uint32_t seed) : m_random(seed) {}

    // One to three changes.
    std::string operator()(std::string bytes) {
        for (std::size_t changes = 1 + below(3); changes > 0; --changes)
            change(bytes);
        return bytes;
    }

  private:
    std::size_t below(std::size_t n) { return n > 0 ? std::size_t(m_random()) % n : 0; }

    void change(std::string &bytes) {
        const std::size_t at = below(bytes.size()), span = 1 + below(16);
        switch (below(7)) {
        case 0:
            if (!bytes.empty())
                bytes[at] = char(bytes[at] ^ char(1 << below(8)));
            break;
        case 1:
            if (!bytes.empty())
                bytes[at] = char(below(256));
            break;
        case 2:
            bytes.insert(at, std::string(span, char(below(256))));
            break;
        case 3:
            bytes.erase(at, span);
            break;
        case 4:
            bytes.insert(below(bytes.size() + 1), bytes.substr(at, 4 * span));
            break;
        case 5: // a length field, perhaps
            bytes.replace(at, std::min<std::size_t>(below(9), bytes.size() - at),
                          std::string(below(9), below(2) ? '\xff' : '\x7f'));
            break;
        default:
            replaceNumber(bytes, at);
        }
    }

    // The first digits from `at` on become something that no sane file says.
    void replaceNumber(std::string &bytes, std::size_t at) {
        static constexpr const char *kNumbers[] = {
            "1e308", "-1",  "99999999999999999999", "nan",  "1e-320", "0",
            "-0.0",  "inf", "2147483648",           "0x10", "1e",     "4294967296.5"};
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        while (at < bytes.size() && !isDigit(bytes[at]))
            ++at;
        std::size_t end = at;
        while (end < bytes.size() && isDigit(bytes[end]))
            ++end;
        bytes.replace(at, end - at, kNumbers[below(std::size(kNumbers))]);
    }

    std::mt19937 m_random;
};

// Reads bytes and tells what is wrong with the outcome; empty when all is well: an error that names
// the file, or a value that passes its own checks.
using Reading = std::function<std::string(const std::string &bytes)>;

// What is wrong with the first hostile version of `sample` that is read badly, empty when none is.
inline std::string attack(const std::string &sample, const Reading &read, std::size_t cuts,
                          std::size_t mutations) {
    if (const std::string wrong = read(sample); !wrong.empty())
        return "the sample itself: " + wrong;
    for (const std::string &cut : truncations(sample, cuts))
        if (const std::string wrong = read(cut); !wrong.empty())
            return "cut to " + std::to_string(cut.size()) + " bytes: " + wrong;
    Mutator mutate(7);
    for (std::size_t i = 0; i < mutations; ++i)
        if (const std::string wrong = read(mutate(sample)); !wrong.empty())
            return "mutation " + std::to_string(i) + ": " + wrong;
    return {};
}

} // namespace paddock::test
