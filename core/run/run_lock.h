// Marks a run directory as being worked on, for as long as a process lives and no longer: a crash
// or a power cut releases it.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace paddock {

class RunLock {
  public:
    // Error: another session, here or in another process, works on the run.
    static Result<RunLock> take(const std::filesystem::path &runDir);
    static bool isTaken(const std::filesystem::path &runDir);

    RunLock() = default; // holds nothing
    RunLock(RunLock &&other) noexcept;
    RunLock &operator=(RunLock &&other) noexcept;
    ~RunLock() { release(); }
    void release();

  private:
    int m_fd = -1;
};

} // namespace paddock
