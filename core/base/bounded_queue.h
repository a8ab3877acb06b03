// A queue between two threads that never grows past its capacity.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace paddock {

template <class T>
class BoundedQueue {
  public:
    explicit BoundedQueue(std::size_t capacity) : m_capacity(capacity) {}

    // Appends; when full the oldest element makes room and is counted.
    void pushDropOldest(T value) {
        {
            std::lock_guard lock(m_mutex);
            if (m_items.size() == m_capacity) {
                m_items.pop_front();
                ++m_dropped;
            }
            m_items.push_back(std::move(value));
        }
        m_ready.notify_one();
    }
    std::optional<T> tryPop() {
        std::lock_guard lock(m_mutex);
        return popLocked();
    }
    // Waits for an element; nullopt once `stop` is requested.
    std::optional<T> waitPop(std::stop_token stop) {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, stop, [this] { return !m_items.empty(); });
        return popLocked();
    }
    // The same, giving up after `patience`.
    template <class Duration>
    std::optional<T> waitPopFor(std::stop_token stop, Duration patience) {
        std::unique_lock lock(m_mutex);
        m_ready.wait_for(lock, stop, patience, [this] { return !m_items.empty(); });
        return popLocked();
    }
    std::vector<T> takeAll() {
        std::lock_guard lock(m_mutex);
        std::vector<T> all(std::make_move_iterator(m_items.begin()),
                           std::make_move_iterator(m_items.end()));
        m_items.clear();
        return all;
    }
    std::uint64_t dropped() const {
        std::lock_guard lock(m_mutex);
        return m_dropped;
    }

  private:
    std::optional<T> popLocked() {
        if (m_items.empty())
            return std::nullopt;
        std::optional<T> value = std::move(m_items.front());
        m_items.pop_front();
        return value;
    }

    mutable std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::deque<T> m_items;
    std::size_t m_capacity;
    std::uint64_t m_dropped = 0;
};

} // namespace paddock
