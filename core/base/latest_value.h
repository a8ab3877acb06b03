// Hand-over of the newest value between two threads: the writer never waits for the reader.
#pragma once

#include <memory>
#include <mutex>
#include <utility>

namespace paddock {

template <class T>
class LatestValue {
  public:
    void put(std::shared_ptr<const T> value) {
        std::shared_ptr<const T> old; // freed outside the lock
        std::lock_guard lock(m_mutex);
        old = std::exchange(m_value, std::move(value));
    }
    // The newest value that was not taken yet, or null.
    std::shared_ptr<const T> take() {
        std::lock_guard lock(m_mutex);
        return std::exchange(m_value, nullptr);
    }

  private:
    std::mutex m_mutex;
    std::shared_ptr<const T> m_value;
};

} // namespace paddock
