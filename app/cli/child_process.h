// Programs that this one starts: the window's program, and a display for it where there is none.
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace paddock::cli {

// `name` beside this program, else in PATH; empty when it is nowhere.
std::filesystem::path siblingProgram(const std::string &name);

// Runs it to its end on the display `display` (empty: as this one) and passes the lines of its
// standard output on; its errors go where ours do. The exit code, or 128 + the signal that ended
// it.
Result<int> runProgram(const std::filesystem::path &program,
                       const std::vector<std::string> &arguments, const std::string &display,
                       const std::function<void(const std::string &line)> &heard);

// An X server of our own without a screen, while it lives.
class PrivateDisplay {
  public:
    PrivateDisplay() = default;
    ~PrivateDisplay();
    PrivateDisplay(const PrivateDisplay &) = delete;
    PrivateDisplay &operator=(const PrivateDisplay &) = delete;

    // Error: Xvfb is not installed or does not start.
    Status start();
    const std::string &name() const { return m_name; } // ":99"; empty before start()

  private:
    pid_t m_process = -1;
    std::string m_name;
};

} // namespace paddock::cli
