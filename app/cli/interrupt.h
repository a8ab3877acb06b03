// Ctrl-C and SIGTERM as something that a loop can wait for.
#pragma once

#include <chrono>

namespace paddock::cli {

// While it lives, the first SIGINT or SIGTERM is remembered and a second one ends the process at
// once.
class InterruptWatch {
  public:
    InterruptWatch();
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch &) = delete;
    InterruptWatch &operator=(const InterruptWatch &) = delete;

    bool requested() const;
    // Returns after `time`, or earlier when a signal arrives.
    void sleepFor(std::chrono::milliseconds time) const;
};

} // namespace paddock::cli
