// Errors as values. A Problem says where, what it got, what it expected; a Result holds a value or
// problems.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace paddock {

// One thing that is wrong with an input.
struct Problem {
    std::string where;    // file and JSON pointer, e.g. "oval.json: /vehicles/1/wheelbase"
    std::string what;     // e.g. "is -0.3"
    std::string expected; // e.g. "0.05 to 5 m"; empty when `what` says it all

    std::string text() const {
        std::string s = where.empty() ? what : where + " " + what;
        return expected.empty() ? s : s + "; expected " + expected;
    }
};

// All problems of one operation, in the order of the input.
struct Error {
    std::vector<Problem> problems;

    Error() = default;
    explicit Error(std::string what) : problems{{"", std::move(what), ""}} {}
    explicit Error(Problem problem) : problems{std::move(problem)} {}
    explicit Error(std::vector<Problem> list) : problems(std::move(list)) {}

    // One problem a line.
    std::string text() const {
        std::string s;
        for (const Problem &p : problems) {
            s += s.empty() ? "" : "\n";
            s += p.text();
        }
        return s;
    }
};

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : m_state(std::move(value)) {}
    Result(Error error) : m_state(std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    T &value() { return std::get<0>(m_state); }
    const T &value() const { return std::get<0>(m_state); }
    T &operator*() { return value(); }
    const T &operator*() const { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

  private:
    std::variant<T, Error> m_state;
};

struct Done {};
using Status = Result<Done>; // success or an error, nothing else

} // namespace paddock
