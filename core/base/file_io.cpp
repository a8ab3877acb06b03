#include "core/base/file_io.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace paddock {

namespace {

// A file descriptor that closes itself. close() is called by hand where its error matters.
class Descriptor {
  public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    bool ok() const { return m_fd >= 0; }
    int get() const { return m_fd; }
    int close() {
        const int fd = std::exchange(m_fd, -1);
        return fd < 0 ? 0 : ::close(fd);
    }

  private:
    int m_fd;
};

// Removes a file that was not renamed away.
struct TemporaryFile {
    std::filesystem::path path;
    bool renamed = false;

    ~TemporaryFile() {
        if (!renamed)
            ::unlink(path.c_str());
    }
};

// Hidden, in the same folder (a rename does not cross file systems), unique within and across
// processes.
std::filesystem::path temporaryName(const std::filesystem::path &path) {
    static std::atomic<std::uint64_t> counter{0};
    std::string name = ".";
    name += path.filename().string();
    name += ".tmp" + std::to_string(::getpid());
    name += "_" + std::to_string(counter.fetch_add(1));
    return path.parent_path() / name;
}

bool writeAll(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Error systemError(const std::filesystem::path &path, const std::string &action, int code) {
    const std::string reason = std::error_code(code, std::generic_category()).message();
    return Error(Problem{path.string(), action + ": " + reason, ""});
}

Status syncFolder(const std::filesystem::path &folder) {
    const std::filesystem::path &named = folder.empty() ? std::filesystem::path(".") : folder;
    const Descriptor fd(::open(named.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.ok())
        return systemError(named, "cannot be opened", errno);
    // Some file systems do not know how to sync a folder; that is no failure of ours.
    if (::fsync(fd.get()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return systemError(named, "cannot be written to disk", errno);
    return Done{};
}

Status writeFileAtomic(const std::filesystem::path &path, std::string_view bytes) {
    TemporaryFile temporary{temporaryName(path)};
    Descriptor fd(::open(temporary.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!fd.ok()) {
        temporary.renamed = true; // not ours to remove
        return systemError(path, "cannot be written", errno);
    }
    if (!writeAll(fd.get(), bytes) || ::fsync(fd.get()) != 0 || fd.close() != 0)
        return systemError(path, "cannot be written", errno);
    if (::rename(temporary.path.c_str(), path.c_str()) != 0)
        return systemError(path, "cannot be replaced", errno);
    temporary.renamed = true;
    return syncFolder(path.parent_path());
}

Result<std::string> readFile(const std::filesystem::path &path, std::size_t maxBytes) {
    // Without O_NONBLOCK a pipe in place of a file would block for ever.
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd.ok())
        return systemError(path, "cannot be read", errno);
    struct stat status {};
    if (::fstat(fd.get(), &status) != 0)
        return systemError(path, "cannot be read", errno);
    if (!S_ISREG(status.st_mode))
        return Error(Problem{path.string(), "is not a file", ""});

    std::string bytes;
    const auto expected = static_cast<std::size_t>(std::max<off_t>(0, status.st_size));
    bytes.reserve(std::min(expected, maxBytes));
    char chunk[1 << 16];
    for (;;) {
        const ssize_t count = ::read(fd.get(), chunk, sizeof chunk);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(path, "cannot be read", errno);
        if (count == 0)
            return bytes;
        bytes.append(chunk, static_cast<std::size_t>(count));
        if (bytes.size() > maxBytes)
            return Error(Problem{path.string(), "is too large",
                                 "at most " + std::to_string(maxBytes) + " bytes"});
    }
}

} // namespace paddock
