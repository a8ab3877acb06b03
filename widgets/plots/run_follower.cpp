#include "widgets/plots/run_follower.h"

#include <chrono>

namespace paddock {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

namespace {

constexpr auto kPeriod = std::chrono::milliseconds(500);  // between two looks at a run that grows
constexpr auto kPublish = std::chrono::milliseconds(250); // of a long file that is being read

} // namespace

struct RunFollower::Followed {
    explicit Followed(const fs::path &folder) : reader(folder) {}

    RunCurvesReader reader;
    bool unsaid = true; // something was read that nobody has seen
    Clock::time_point said;
};

RunFollower::RunFollower(QObject *parent) : QObject(parent) {}

RunFollower::~RunFollower() {
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_wake.notify_all();
        m_thread.join();
    }
}

void RunFollower::follow(const std::vector<fs::path> &folders) {
    {
        std::lock_guard lock(m_mutex);
        std::map<fs::path, std::shared_ptr<const RunCurves>> wanted;
        for (const fs::path &folder : folders) {
            const auto known = m_curves.find(folder);
            wanted.emplace(folder, known == m_curves.end() ? nullptr : known->second);
        }
        m_curves = std::move(wanted);
        m_new = true;
    }
    m_wake.notify_all();
    if (!folders.empty() && !m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

std::shared_ptr<const RunCurves> RunFollower::curves(const fs::path &folder) const {
    std::lock_guard lock(m_mutex);
    const auto found = m_curves.find(folder);
    return found == m_curves.end() ? nullptr : found->second;
}

void RunFollower::work(const std::stop_token &stop) {
    std::map<fs::path, std::unique_ptr<Followed>> runs;
    while (!stop.stop_requested()) {
        {
            std::lock_guard lock(m_mutex);
            m_new = false;
            std::erase_if(runs, [this](const auto &run) { return !m_curves.contains(run.first); });
            for (const auto &[folder, curves] : m_curves)
                if (!runs.contains(folder))
                    runs.emplace(folder, std::make_unique<Followed>(folder));
        }
        const bool more = readAll(runs);
        std::unique_lock lock(m_mutex);
        if (!more && !runs.empty())
            m_wake.wait_for(lock, stop, kPeriod, [this] { return m_new; });
        else if (!more)
            m_wake.wait(lock, stop, [this] { return m_new; });
    }
}

// True while there is more to read at once.
bool RunFollower::readAll(std::map<fs::path, std::unique_ptr<Followed>> &runs) {
    bool more = false;
    for (auto &[folder, run] : runs) {
        run->unsaid = run->reader.poll() || run->unsaid;
        more = more || !run->reader.atEnd();
        const bool due = run->reader.atEnd() || Clock::now() - run->said > kPublish;
        if (!run->unsaid || !due)
            continue;
        publish(folder, run->reader.curves());
        run->unsaid = false;
        run->said = Clock::now();
    }
    return more;
}

void RunFollower::publish(const fs::path &folder, std::shared_ptr<const RunCurves> curves) {
    {
        std::lock_guard lock(m_mutex);
        const auto wanted = m_curves.find(folder);
        if (wanted == m_curves.end())
            return;
        wanted->second = std::move(curves);
    }
    tellWindow();
}

void RunFollower::tellWindow() {
    if (m_told.exchange(true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_told = false;
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

} // namespace paddock
