#include "core/run/run_lock.h"

#include "core/base/file_io.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace paddock {

namespace {

constexpr const char *kLockFile = ".lock"; // stays; what counts is who has it locked

// Of the whole file, held by the open file and not by the process: two sessions of one process
// exclude each other too, and looking at the lock takes nothing.
struct flock wholeFile() {
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    return lock;
}

} // namespace

Result<RunLock> RunLock::take(const std::filesystem::path &runDir) {
    const std::filesystem::path file = runDir / kLockFile;
    RunLock lock;
    lock.m_fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock.m_fd < 0)
        return systemError(file, "cannot be opened", errno);
    struct flock wanted = wholeFile();
    if (::fcntl(lock.m_fd, F_OFD_SETLK, &wanted) == 0)
        return lock;
    const int code = errno;
    if (code == EAGAIN || code == EACCES)
        return Error(Problem{runDir.string(), "is being trained by another session",
                             "a run that nobody works on"});
    return lock; // a file system without locks: nothing to guard with
}

bool RunLock::isTaken(const std::filesystem::path &runDir) {
    const int fd = ::open((runDir / kLockFile).c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    struct flock asked = wholeFile();
    const bool taken = ::fcntl(fd, F_OFD_GETLK, &asked) == 0 && asked.l_type != F_UNLCK;
    ::close(fd);
    return taken;
}

RunLock::RunLock(RunLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}

RunLock &RunLock::operator=(RunLock &&other) noexcept {
    release();
    m_fd = std::exchange(other.m_fd, -1);
    return *this;
}

void RunLock::release() {
    if (m_fd >= 0)
        ::close(m_fd);
    m_fd = -1;
}

} // namespace paddock
