// A visitor that knows where it is: base of everything that goes through a document leaf by leaf.
#pragma once

#include "core/base/parameter.h"

#include <string>
#include <vector>

namespace paddock {

class LeafVisitor : public FieldVisitor {
  public:
    void beginGroup(const FieldInfo &info) override { push(info.key); }
    void endGroup() override { m_path.pop_back(); }
    std::size_t beginList(const FieldInfo &info, std::size_t size) override {
        push(info.key);
        return size;
    }
    void beginItem(std::size_t index) override {
        m_path.push_back(m_path.back() + "[" + std::to_string(index) + "]");
    }
    void endItem() override { m_path.pop_back(); }
    void endList() override { m_path.pop_back(); }

  protected:
    // Dotted path of a leaf, e.g. "vehicles[0].longitudinal_tire.extremum_slip".
    std::string path(const FieldInfo &info) const {
        return m_path.empty() ? info.key : m_path.back() + "." + info.key;
    }

  private:
    void push(const char *key) {
        m_path.push_back(m_path.empty() ? key : m_path.back() + "." + key);
    }
    std::vector<std::string> m_path;
};

} // namespace paddock
