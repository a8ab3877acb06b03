// What a checkpoint holds, named once: saving, checking and loading are visitors of it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace paddock {

class StateVisitor {
  public:
    virtual ~StateVisitor() = default;

    virtual void array(const std::string &name, const std::vector<std::int64_t> &shape,
                       std::span<float> values) = 0;
    virtual void counter(const std::string &name, std::int64_t &value) = 0;
};

} // namespace paddock
