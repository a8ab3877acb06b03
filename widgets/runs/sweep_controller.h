// Owns the sweep of the window and polls it. Its runs train in the background, whatever else the
// window shows or trains.
#pragma once

#include "core/run/sweep_runner.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <future>

namespace paddock {

class SweepController : public QObject {
    Q_OBJECT
  public:
    explicit SweepController(std::filesystem::path runsFolder, QObject *parent = nullptr);
    ~SweepController() override; // stops the runs with checkpoints and joins them

    bool active() const; // something runs or waits
    bool starting() const { return m_creating.valid(); }
    const SweepProgress &progress() const { return m_progress; } // of the newest sweep
    std::filesystem::path folder() const;                        // its own; empty: none yet
    const std::filesystem::path &runsFolder() const { return m_runsFolder; }
    int jobs() const { return m_runner ? m_runner->jobs() : 0; }

    // Begins the plan, or goes on with it where its folder is there. Problems arrive by failed().
    void start(const SweepSpec &spec);
    void goOn(const std::filesystem::path &folder); // with one that was begun, from its folder
    void togglePause();
    void cancel();
    void leaveOut(const std::string &name);
    void moveTo(const std::string &name, int place); // among those that wait

  Q_SIGNALS:
    void changed(); // progress(), a few times a second
    void ended();
    void failed(const Error &error);

  private:
    using Created = Result<std::unique_ptr<SweepRunner>>;
    void begin(std::function<Created()> create);
    void poll();
    void adopt();
    void show();

    std::filesystem::path m_runsFolder;
    std::future<Created> m_creating;
    std::unique_ptr<SweepRunner> m_runner;
    SweepProgress m_progress;
    QTimer m_timer;
};

} // namespace paddock
