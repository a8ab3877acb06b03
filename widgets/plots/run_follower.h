// Reads the curves of runs from their folders on a thread of its own, and goes on while they grow.
#pragma once

#include "core/run/run_curves.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace paddock {

class RunFollower : public QObject {
    Q_OBJECT
  public:
    explicit RunFollower(QObject *parent = nullptr);
    ~RunFollower() override;

    void follow(const std::vector<std::filesystem::path> &folders); // forgets all others
    // The newest that was read; null: nothing yet.
    std::shared_ptr<const RunCurves> curves(const std::filesystem::path &folder) const;

  Q_SIGNALS:
    void changed(); // on the thread of this object

  private:
    struct Followed;

    void work(const std::stop_token &stop);
    bool readAll(std::map<std::filesystem::path, std::unique_ptr<Followed>> &runs);
    void publish(const std::filesystem::path &folder, std::shared_ptr<const RunCurves> curves);
    void tellWindow();

    mutable std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::map<std::filesystem::path, std::shared_ptr<const RunCurves>> m_curves; // all wanted ones
    bool m_new = false;               // other folders are wanted
    std::atomic<bool> m_told = false; // changed() is on its way
    std::jthread m_thread;            // last: stopped and joined before the rest goes
};

} // namespace paddock
