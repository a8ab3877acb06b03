#include "core/base/worker_pool.h"

#include <algorithm>
#include <chrono>

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif

namespace paddock {

namespace {

// Waking a sleeping thread costs about as much as this; longer spinning only burns the core of
// somebody else.
constexpr auto kSpinTime = std::chrono::microseconds(40);

void relax() {
#if defined(__x86_64__) || defined(__i386__)
    _mm_pause();
#else
    std::this_thread::yield();
#endif
}

// Spins until `ready()` or until the spin time is over; says whether it became ready.
template <class Ready>
bool spinUntil(Ready ready) {
    const auto until = std::chrono::steady_clock::now() + kSpinTime;
    do {
        for (int i = 0; i < 16; ++i) {
            if (ready())
                return true;
            relax();
        }
    } while (std::chrono::steady_clock::now() < until);
    return ready();
}

int resolveThreads(int threads) {
    if (threads > 0)
        return threads;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace

IndexRange sliceOf(int count, int slices, int slice) {
    const int share = count / slices;
    const int larger = count % slices;
    const int begin = slice * share + std::min(slice, larger);
    return {begin, begin + share + (slice < larger ? 1 : 0)};
}

WorkerPool::WorkerPool(int threads) : m_threads(resolveThreads(threads)), m_errors(m_threads) {
    m_workers.reserve(m_threads - 1);
    for (int slice = 1; slice < m_threads; ++slice)
        m_workers.emplace_back([this, slice](std::stop_token stop) { work(stop, slice); });
}

WorkerPool::~WorkerPool() {
    // All at once: one after the other would add up their wake-up times.
    for (std::jthread &worker : m_workers)
        worker.request_stop();
}

void WorkerPool::run(int count, Call call, void *context) {
    if (count <= 0)
        return;
    if (m_threads == 1 || count == 1) {
        for (int i = 0; i < count; ++i)
            call(context, i);
        return;
    }
    m_count = count;
    m_call = call;
    m_context = context;
    m_pending.store(m_threads - 1, std::memory_order_relaxed);
    m_generation.fetch_add(
        1); // sequentially consistent with m_sleepers: nobody falls asleep unseen
    if (m_sleepers.load() > 0) {
        std::lock_guard lock(m_mutex); // a worker between its check and its wait holds this
        m_wake.notify_all();
    }
    runSlice(0);
    waitForWorkers();
    rethrowFirst();
}

void WorkerPool::runSlice(int slice) {
    const IndexRange range = sliceOf(m_count, m_threads, slice);
    try {
        for (int i = range.begin; i < range.end; ++i)
            m_call(m_context, i);
    } catch (...) {
        m_errors[slice] = std::current_exception();
    }
}

void WorkerPool::work(std::stop_token stop, int slice) {
    std::uint64_t seen = 0;
    while (waitForJob(stop, seen)) {
        ++seen;
        runSlice(slice);
        if (m_pending.fetch_sub(1) == 1 && m_callerSleeps.load()) {
            std::lock_guard lock(m_mutex);
            m_done.notify_one();
        }
    }
}

// True once there is a job after `seen`, false when the pool goes down.
bool WorkerPool::waitForJob(const std::stop_token &stop, std::uint64_t seen) {
    const auto hasJob = [this, seen] { return m_generation.load() != seen; };
    if (spinUntil([&] { return hasJob() || stop.stop_requested(); }))
        return hasJob();
    std::unique_lock lock(m_mutex);
    m_sleepers.fetch_add(1);
    const bool job = m_wake.wait(lock, stop, hasJob);
    m_sleepers.fetch_sub(1);
    return job;
}

void WorkerPool::waitForWorkers() {
    const auto allDone = [this] { return m_pending.load() == 0; };
    if (spinUntil(allDone))
        return;
    std::unique_lock lock(m_mutex);
    m_callerSleeps.store(true);
    m_done.wait(lock, allDone);
    m_callerSleeps.store(false);
}

void WorkerPool::rethrowFirst() {
    std::exception_ptr first;
    for (std::exception_ptr &error : m_errors) {
        if (error && !first)
            first = error;
        error = nullptr;
    }
    if (first)
        std::rethrow_exception(first);
}

} // namespace paddock
