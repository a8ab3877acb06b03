#include "app/cli/child_process.h"

#include "core/base/file_io.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

namespace paddock::cli {

namespace {

// The reading end and the writing end; both are closed when they go.
struct Pipe {
    int ends[2] = {-1, -1};

    bool open() { return ::pipe(ends) == 0; }
    void close(int which) {
        if (ends[which] >= 0)
            ::close(std::exchange(ends[which], -1));
    }
    ~Pipe() {
        close(0);
        close(1);
    }
};

std::vector<char *> pointers(std::vector<std::string> &texts) {
    std::vector<char *> all;
    for (std::string &text : texts)
        all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

std::vector<std::string> environmentOn(const std::string &display) {
    std::vector<std::string> all;
    for (char **entry = environ; *entry; ++entry)
        if (display.empty() || std::string(*entry).rfind("DISPLAY=", 0) != 0)
            all.emplace_back(*entry);
    if (!display.empty())
        all.push_back("DISPLAY=" + display);
    return all;
}

// Starts a program whose descriptor `as` is the pipe's writing end. -1: it cannot be started.
pid_t spawn(const std::filesystem::path &program, std::vector<std::string> arguments,
            const std::string &display, Pipe &out, int as, bool quiet) {
    arguments.insert(arguments.begin(), program.string());
    std::vector<std::string> environment = environmentOn(display);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addclose(&actions, out.ends[0]); // first: it may be `as` itself
    posix_spawn_file_actions_adddup2(&actions, out.ends[1], as);
    if (quiet)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = -1;
    const int failed = posix_spawn(&process, program.c_str(), &actions, nullptr,
                                   pointers(arguments).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    out.close(1);
    errno = failed;
    return failed ? -1 : process;
}

std::filesystem::path inPath(const std::string &name) {
    const char *all = std::getenv("PATH");
    std::string rest = all ? all : "";
    while (!rest.empty()) {
        const std::size_t end = rest.find(':');
        const std::filesystem::path file = std::filesystem::path(rest.substr(0, end)) / name;
        if (::access(file.c_str(), X_OK) == 0)
            return file;
        rest = end == std::string::npos ? "" : rest.substr(end + 1);
    }
    return {};
}

// The next line of a descriptor; false at its end.
bool readLine(int fd, std::string &line) {
    line.clear();
    char c = 0;
    for (;;) {
        const ssize_t got = ::read(fd, &c, 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return !line.empty();
        if (c == '\n')
            return true;
        line += c;
    }
}

int waitFor(pid_t process) {
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

std::filesystem::path siblingProgram(const std::string &name) {
    std::error_code failed;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failed);
    const std::filesystem::path beside = self.parent_path() / name;
    return !failed && ::access(beside.c_str(), X_OK) == 0 ? beside : inPath(name);
}

Result<int> runProgram(const std::filesystem::path &program,
                       const std::vector<std::string> &arguments, const std::string &display,
                       const std::function<void(const std::string &line)> &heard) {
    Pipe out;
    if (!out.open())
        return systemError(program, "cannot be listened to", errno);
    const pid_t process = spawn(program, arguments, display, out, STDOUT_FILENO, false);
    if (process < 0)
        return systemError(program, "cannot be started", errno);
    std::string line;
    while (readLine(out.ends[0], line))
        heard(line);
    return waitFor(process);
}

PrivateDisplay::~PrivateDisplay() {
    if (m_process < 0)
        return;
    ::kill(m_process, SIGTERM);
    (void)waitFor(m_process);
}

// The server chooses a free number itself and writes it down when it is ready.
Status PrivateDisplay::start() {
    const std::filesystem::path server = inPath("Xvfb");
    if (server.empty())
        return Error(Problem{"display", "is not there, and neither is Xvfb to make one",
                             "DISPLAY to be set, or the package xvfb"});
    Pipe out;
    if (!out.open())
        return systemError(server, "cannot be listened to", errno);
    const std::vector<std::string> arguments{"-displayfd", "3",         "-screen", "0",
                                             "640x480x24", "-nolisten", "tcp",     "-noreset"};
    m_process = spawn(server, arguments, {}, out, 3, true);
    if (m_process < 0)
        return systemError(server, "cannot be started", errno);
    std::string number;
    if (!readLine(out.ends[0], number))
        return Error(Problem{server.string(), "ended before its display was there", ""});
    m_name = ":" + number;
    return Done{};
}

} // namespace paddock::cli
