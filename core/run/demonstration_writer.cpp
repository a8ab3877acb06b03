#include "core/base/file_io.h"
#include "core/run/demonstration.h"
#include "core/run/demonstration_chunks.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paddock {

namespace {

bool writeAt(int fd, std::string_view bytes, std::uint64_t offset) {
    while (!bytes.empty()) {
        const ssize_t written =
            ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return true;
}

// What is about to be cut off may be more than half a chunk: damage in the middle of the file.
Status keepTail(const std::filesystem::path &path, std::size_t from) {
    const Result<std::string> bytes = readFile(path, kMaxDemonstrationBytes);
    if (!bytes)
        return bytes.error();
    std::filesystem::path tail = path;
    tail += ".lost";
    return writeFileAtomic(tail, std::string_view(*bytes).substr(std::min(from, bytes->size())));
}

} // namespace

Result<DemonstrationWriter> DemonstrationWriter::create(const std::filesystem::path &path,
                                                        const DemonstrationMeta &meta) {
    if (std::filesystem::exists(path))
        return Error(Problem{path.string(), "is there already", "a new name"});
    if (const Status status = writeDemonstration({meta, {}}, path); !status)
        return status.error();
    return open(path);
}

Result<DemonstrationWriter> DemonstrationWriter::open(const std::filesystem::path &path) {
    Result<DemonstrationFile> file = readDemonstration(path);
    if (!file)
        return file.error();
    if (const Status kept = file->lost.empty() ? Status(Done{}) : keepTail(path, file->goodBytes);
        !kept)
        return kept.error();
    const int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return systemError(path, "cannot be written", errno);
    if (::ftruncate(fd, static_cast<off_t>(file->goodBytes)) != 0) {
        const int code = errno;
        ::close(fd);
        return systemError(path, "cannot be mended", code);
    }
    return DemonstrationWriter(fd, path, std::move(*file));
}

DemonstrationWriter::DemonstrationWriter(int fd, std::filesystem::path path,
                                         DemonstrationFile state)
    : m_fd(fd), m_path(std::move(path)), m_meta(std::move(state.demonstration.meta)),
      m_size(state.goodBytes), m_alive(std::move(state.alive)) {
    for (const DiscardedEpisode &discarded : state.discarded)
        m_discarded.push_back(discarded.chunk);
}

DemonstrationWriter::DemonstrationWriter(DemonstrationWriter &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1)), m_path(std::move(other.m_path)),
      m_meta(std::move(other.m_meta)), m_size(other.m_size), m_alive(std::move(other.m_alive)),
      m_discarded(std::move(other.m_discarded)) {}

DemonstrationWriter &DemonstrationWriter::operator=(DemonstrationWriter &&other) noexcept {
    std::swap(m_fd, other.m_fd);
    std::swap(m_path, other.m_path);
    std::swap(m_meta, other.m_meta);
    std::swap(m_size, other.m_size);
    std::swap(m_alive, other.m_alive);
    std::swap(m_discarded, other.m_discarded);
    return *this;
}

DemonstrationWriter::~DemonstrationWriter() {
    if (m_fd >= 0)
        ::close(m_fd);
}

std::size_t DemonstrationWriter::aliveCount() const {
    return static_cast<std::size_t>(std::count(m_alive.begin(), m_alive.end(), true));
}

Status DemonstrationWriter::append(const DemonstrationEpisode &episode) {
    std::vector<Problem> problems = checkEpisode(m_meta, episode, m_path.string());
    if (!problems.empty())
        return Error(std::move(problems));
    Status status = write(demo::kEpisode, demo::encodeEpisode(episode));
    if (status)
        m_alive.push_back(true);
    return status;
}

Status DemonstrationWriter::discardLast() {
    const auto last = std::find(m_alive.rbegin(), m_alive.rend(), true);
    if (last == m_alive.rend())
        return Error(Problem{m_path.string(), "has no episode to discard", ""});
    return discard(static_cast<std::size_t>(m_alive.rend() - last) - 1);
}

Status DemonstrationWriter::discard(std::size_t chunk) {
    if (chunk >= m_alive.size() || !m_alive[chunk])
        return Error(Problem{m_path.string(), "has no such episode to discard", ""});
    const auto index = static_cast<std::uint32_t>(chunk);
    Status status = write(demo::kDrop, demo::encodeIndex(index));
    if (status) {
        m_alive[chunk] = false;
        m_discarded.push_back(index);
    }
    return status;
}

Status DemonstrationWriter::restore(std::size_t chunk) {
    if (chunk >= m_alive.size() || m_alive[chunk])
        return Error(Problem{m_path.string(), "has no such episode to bring back", ""});
    const auto index = static_cast<std::uint32_t>(chunk);
    Status status = write(demo::kBack, demo::encodeIndex(index));
    if (status) {
        m_alive[chunk] = true;
        std::erase(m_discarded, index);
    }
    return status;
}

Status DemonstrationWriter::undo() {
    if (m_discarded.empty())
        return Error(Problem{m_path.string(), "has nothing to bring back", ""});
    return restore(m_discarded.back());
}

Status DemonstrationWriter::write(std::uint32_t kind, const std::string &payload) {
    struct stat now {};
    if (::fstat(m_fd, &now) != 0 || static_cast<std::uint64_t>(now.st_size) != m_size)
        return Error(Problem{m_path.string(), "was changed by another program",
                             "the file as it was opened; open it again"});
    const std::string bytes = demo::chunk(kind, payload);
    if (!writeAt(m_fd, bytes, m_size) || ::fsync(m_fd) != 0) {
        const int code = errno;
        // What is there of the chunk goes; a reader would skip it anyway.
        const bool mended = ::ftruncate(m_fd, static_cast<off_t>(m_size)) == 0;
        return systemError(m_path, mended ? "cannot be written" : "cannot be written or mended",
                           code);
    }
    m_size += bytes.size();
    return Done{};
}

} // namespace paddock
