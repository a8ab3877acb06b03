#include "core/learn/side_thread.h"

#include <utility>

#ifdef __linux__
#include <pthread.h>
#include <sched.h>
#endif

namespace paddock {

namespace {

// Keeps `thread` off the processor of the caller. A thread that wakes for a job of a few
// milliseconds is else often put behind the one that woke it, where it waits for it to end:
// measured, one run in four learned at half the speed.
void keepApart([[maybe_unused]] std::jthread &thread) {
#ifdef __linux__
    cpu_set_t allowed;
    const int here = sched_getcpu();
    if (here < 0 || sched_getaffinity(0, sizeof allowed, &allowed) != 0)
        return;
    CPU_CLR(std::size_t(here), &allowed);
    if (CPU_COUNT(&allowed) > 0)
        pthread_setaffinity_np(thread.native_handle(), sizeof allowed, &allowed);
#endif
}

} // namespace

SideThread::SideThread() : m_thread([this](std::stop_token stop) { serve(std::move(stop)); }) {}

void SideThread::runBoth(std::function<void()> aside, const std::function<void()> &here) {
    start(std::move(aside));
    std::exception_ptr failure;
    try {
        here();
    } catch (...) {
        failure = std::current_exception();
    }
    wait();
    if (failure)
        std::rethrow_exception(failure);
}

void SideThread::start(std::function<void()> job) {
    keepApart(m_thread);
    {
        std::lock_guard lock(m_mutex);
        m_job = std::move(job);
    }
    m_changed.notify_all();
}

void SideThread::wait() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_job; });
    if (m_failure)
        std::rethrow_exception(std::exchange(m_failure, nullptr));
}

void SideThread::serve(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return bool(m_job); })) {
        lock.unlock();
        std::exception_ptr failure;
        try {
            m_job();
        } catch (...) {
            failure = std::current_exception();
        }
        lock.lock();
        m_failure = failure;
        m_job = nullptr;
        m_changed.notify_all();
    }
}

} // namespace paddock
