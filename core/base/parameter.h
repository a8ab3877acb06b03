// One field list per struct. A config struct names each field once, in `visit(FieldVisitor &)`; the
// JSON reader and writer, the schema, `--set key=value`, the forms of the window, the "changed from
// preset" marks and the reference table are visitors of that list.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace paddock {

// What is known of one field. Keys are snake_case and unique within their struct.
struct FieldInfo {
    const char *key = "";
    const char *unit = "";   // "" when dimensionless
    const char *symbol = ""; // in the paper, "" when none
    double min = -std::numeric_limits<double>::infinity();
    double max = std::numeric_limits<double>::infinity();
    const char *help = "";
    bool live = false; // may change while a run trains
};

// Receives every field of a struct in order. Leaves are passed by reference: readers assign,
// writers only look.
class FieldVisitor {
  public:
    virtual ~FieldVisitor() = default;

    virtual void number(const FieldInfo &info, double &value) = 0;
    virtual void integer(const FieldInfo &info, std::int64_t &value) = 0;
    virtual void boolean(const FieldInfo &info, bool &value) = 0;
    virtual void text(const FieldInfo &info, std::string &value) = 0;
    // `index` into `options`, which are the words that documents use.
    virtual void choice(const FieldInfo &info, int &index,
                        std::span<const char *const> options) = 0;
    virtual void numbers(const FieldInfo &info, std::vector<double> &values) = 0;
    virtual void texts(const FieldInfo &info, std::vector<std::string> &values) = 0;

    virtual void beginGroup(const FieldInfo &info) = 0;
    virtual void endGroup() = 0;
    // Returns the number of items that the list shall have after the visit.
    virtual std::size_t beginList(const FieldInfo &info, std::size_t size) = 0;
    virtual void beginItem(std::size_t index) = 0;
    virtual void endItem() = 0;
    virtual void endList() = 0;

    // Readers answer with the text that the document gives for `key` in the struct being visited,
    // so that a struct can start from the preset that it names.
    virtual std::optional<std::string> peekText(const char *) { return std::nullopt; }

    template <class Enum, std::size_t N>
    void choice(const FieldInfo &info, Enum &value, const std::array<const char *, N> &options) {
        int index = static_cast<int>(value);
        choice(info, index, std::span<const char *const>(options));
        value = static_cast<Enum>(index);
    }
    template <class T>
    void group(const FieldInfo &info, T &value) {
        beginGroup(info);
        value.visit(*this);
        endGroup();
    }
    template <class T>
    void list(const FieldInfo &info, std::vector<T> &items) {
        items.resize(beginList(info, items.size()));
        for (std::size_t i = 0; i < items.size(); ++i) {
            beginItem(i);
            items[i].visit(*this);
            endItem();
        }
        endList();
    }
};

} // namespace paddock
