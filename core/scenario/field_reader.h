// Reads a JSON object into a struct by the struct's field list. Fields that the object leaves out
// keep their values; what is wrong is noted with its JSON pointer and left alone.
#pragma once

#include "core/base/parameter.h"
#include "core/base/result.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace paddock {

// "is 17", "is [1,2": a value as it stands in a document, short enough for a message.
std::string shownValue(const nlohmann::json &value);

class FieldReader : public FieldVisitor {
  public:
    // `root` is an object and outlives the reader; `source` names the document in messages.
    FieldReader(const nlohmann::json &root, std::string source, std::vector<Problem> &problems);

    void number(const FieldInfo &info, double &value) override;
    void integer(const FieldInfo &info, std::int64_t &value) override;
    void boolean(const FieldInfo &info, bool &value) override;
    void text(const FieldInfo &info, std::string &value) override;
    void choice(const FieldInfo &info, int &index, std::span<const char *const> options) override;
    void numbers(const FieldInfo &info, std::vector<double> &values) override;
    void texts(const FieldInfo &info, std::vector<std::string> &values) override;
    void beginGroup(const FieldInfo &info) override;
    void endGroup() override;
    std::size_t beginList(const FieldInfo &info, std::size_t size) override;
    void beginItem(std::size_t index) override;
    void endItem() override;
    void endList() override;
    std::optional<std::string> peekText(const char *key) override;

    // Keys that no field claimed; `extra` are those that the format itself uses at the top.
    void reportUnknownKeys(const std::vector<std::string> &extra = {});

  private:
    struct Level {
        const nlohmann::json *node; // null when the document has nothing sound here
        std::string pointer;
        std::vector<std::string> known;
    };

    std::string pointer(const char *key) const;
    const nlohmann::json *find(const FieldInfo &info);
    void complain(const FieldInfo &info, const nlohmann::json &got, const std::string &expected);
    bool readArray(const FieldInfo &info, const std::string &expected, std::size_t least,
                   const std::function<bool(const nlohmann::json &)> &take);

    std::string m_source;
    std::vector<Problem> &m_problems;
    std::vector<Level> m_levels;
};

} // namespace paddock
