// A second thread that waits for one job at a time.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace paddock {

class SideThread {
  public:
    SideThread();

    // Runs `aside` on the second thread and `here` on this one; returns, or throws what one threw,
    // when both ended.
    void runBoth(std::function<void()> aside, const std::function<void()> &here);

    // The two halves of it: wait() returns, or throws what the job threw, when it has ended.
    void start(std::function<void()> job);
    void wait();

  private:
    void serve(std::stop_token stop);

    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::function<void()> m_job; // set while a job is under way
    std::exception_ptr m_failure;
    std::jthread m_thread; // last: stops and joins before the rest goes
};

} // namespace paddock
