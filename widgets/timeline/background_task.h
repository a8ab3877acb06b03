// One piece of work at a time beside the window: it may be told to stop, and its result comes back
// on the window's thread.
#pragma once

#include <QMetaObject>
#include <QObject>

#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>

namespace paddock {

template <class T>
class BackgroundTask {
  public:
    // `context` lives on the window's thread and outlives the task.
    explicit BackgroundTask(QObject *context) : m_context(context) {}

    // What is under way before is told to stop and its result dropped.
    void start(std::function<T(std::stop_token)> work, std::function<void(T)> done) {
        const auto run = ++m_run;
        m_busy = true;
        m_thread = std::jthread(
            [this, run, work = std::move(work), done = std::move(done)](std::stop_token stop) {
                auto result = std::make_shared<T>(work(stop));
                QMetaObject::invokeMethod(
                    m_context,
                    [this, run, result, done] {
                        if (run != m_run)
                            return;
                        m_busy = false;
                        done(std::move(*result));
                    },
                    Qt::QueuedConnection);
            });
    }
    void stop() { m_thread.request_stop(); }
    bool busy() const { return m_busy; }

  private:
    QObject *m_context;
    int m_run = 0;
    bool m_busy = false;
    std::jthread m_thread; // last: joined before the rest goes
};

} // namespace paddock
