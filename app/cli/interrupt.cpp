#include "app/cli/interrupt.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace paddock::cli {

namespace {

// A handler may touch nothing but lock-free atomics and write(): the pipe is what wakes the waiting
// thread.
std::atomic<int> signalsSeen{0};
int wakePipe[2] = {-1, -1};

extern "C" void onSignal(int signal) {
    const int savedErrno = errno;
    if (signalsSeen.fetch_add(1) > 0)
        _exit(128 + signal);
    const char byte = 0;
    [[maybe_unused]] const ssize_t written = write(wakePipe[1], &byte, 1);
    errno = savedErrno;
}

void setHandler(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

} // namespace

InterruptWatch::InterruptWatch() {
    signalsSeen = 0;
    if (pipe2(wakePipe, O_CLOEXEC | O_NONBLOCK) != 0)
        wakePipe[0] = wakePipe[1] = -1; // polling alone still notices, a little later
    setHandler(onSignal);
}

InterruptWatch::~InterruptWatch() {
    setHandler(SIG_DFL);
    for (int &end : wakePipe) {
        close(end);
        end = -1;
    }
}

bool InterruptWatch::requested() const {
    return signalsSeen > 0;
}

void InterruptWatch::sleepFor(std::chrono::milliseconds time) const {
    pollfd wake{wakePipe[0], POLLIN, 0};
    // Once the byte is there the pipe stays readable; then only the time counts.
    const bool listening = !requested() && wakePipe[0] >= 0;
    poll(&wake, listening ? 1 : 0, static_cast<int>(time.count()));
}

} // namespace paddock::cli
