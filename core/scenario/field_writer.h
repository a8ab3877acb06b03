// Writes a struct as a JSON object by the struct's field list, all defaults written out.
#pragma once

#include "core/base/parameter.h"

#include <nlohmann/json_fwd.hpp>

#include <vector>

namespace paddock {

class FieldWriter : public FieldVisitor {
  public:
    // Appends to `root`, an object, in the order of the field list.
    explicit FieldWriter(nlohmann::ordered_json &root) : m_nodes{&root} {}

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

  private:
    std::vector<nlohmann::ordered_json *> m_nodes;
};

} // namespace paddock
