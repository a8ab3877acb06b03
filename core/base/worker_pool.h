// Threads that run the same loop again and again with a fixed split, so that who computes what
// never depends on scheduling. A call allocates nothing; between calls the workers spin for a
// moment and then sleep.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <vector>

namespace paddock {

// Half-open range of loop indices.
struct IndexRange {
    int begin = 0;
    int end = 0;
};

// The `slice`-th of `slices` contiguous parts of [0, count): sizes differ by one at most, the
// larger ones come first.
IndexRange sliceOf(int count, int slices, int slice);

class WorkerPool {
  public:
    // `threads` counts the caller's; 0 = as many as the machine has cores.
    explicit WorkerPool(int threads);
    ~WorkerPool(); // joins

    int threads() const { return m_threads; }

    // Runs body(i) for each i of [0, count) and returns when all are done; the caller takes slice
    // 0. When bodies throw, each slice ends at its first exception and the one with the smallest
    // index is rethrown here. One call at a time, never from within a body.
    template <class F>
    void parallelFor(int count, F &&body) {
        using Body = std::remove_reference_t<F>;
        run(
            count, [](void *context, int i) { (*static_cast<Body *>(context))(i); },
            const_cast<void *>(static_cast<const void *>(std::addressof(body))));
    }

  private:
    using Call = void (*)(void *context, int index);

    void run(int count, Call call, void *context);
    void runSlice(int slice);
    void work(std::stop_token stop, int slice);
    bool waitForJob(const std::stop_token &stop, std::uint64_t seen);
    void waitForWorkers();
    void rethrowFirst();

    int m_threads = 1;
    // The job in hand: written by the caller before m_generation moves, read by workers after it.
    int m_count = 0;
    Call m_call = nullptr;
    void *m_context = nullptr;
    std::vector<std::exception_ptr> m_errors; // [threads]

    alignas(64) std::atomic<std::uint64_t> m_generation{0}; // number of jobs so far
    alignas(64) std::atomic<int> m_pending{0}; // workers that are not done with the job
    std::atomic<int> m_sleepers{0};            // workers on m_wake
    std::atomic<bool> m_callerSleeps{false};
    std::mutex m_mutex;
    std::condition_variable_any m_wake;  // a new job
    std::condition_variable m_done;      // m_pending reached 0
    std::vector<std::jthread> m_workers; // last: stopped and joined before the rest goes
};

} // namespace paddock
