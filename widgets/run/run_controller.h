// Owns the training session of the window and polls it; everything the window shows of a run comes
// from here.
#pragma once

#include "core/run/episode_recording.h"
#include "core/run/policy_map.h"
#include "core/run/training_session.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <future>
#include <memory>
#include <optional>

namespace paddock {

class RunController : public QObject {
    Q_OBJECT
  public:
    enum class Phase { Idle, Preparing, Running, Paused, Stopping, Ended };

    explicit RunController(SessionOptions options, QObject *parent = nullptr);
    ~RunController() override; // stops the run with a checkpoint and joins it

    Phase phase() const { return m_phase; }
    bool active() const; // between start and the end of the session's thread
    bool hasSession() const { return m_session != nullptr; }
    const SessionInfo &info() const { return m_info; } // of the newest run
    SessionProgress progress() const;
    double speed() const { return m_speed; }
    bool render() const { return m_render; }
    int watchedRow() const { return m_row; }

    // Creates the session beside the window's thread, then runs it. Problems arrive by failed().
    void start(const Scenario &scenario, bool paused = false);
    // The same from a checkpoint (of a run directory: its latest one): in the run's own folder, or
    // in a new one. Rows that are there already arrive first by metricsReady().
    void resume(const Scenario &scenario, const std::filesystem::path &from);
    void fork(const Scenario &scenario, const std::filesystem::path &from);
    void togglePause();
    void stepOnce();
    void stop(); // with a checkpoint
    void checkpoint();
    void setSpeed(double realTimeFactor);                         // 0 = as fast as possible
    void setThreads(int threads) { m_options.threads = threads; } // of the next run
    void setRender(bool on);
    void watch(int row);
    void setWhy(bool on); // whether the watched agent is explained to the last
    // Asks for a frozen situation of `row`; it comes by situationReady().
    void requestSituation(int row);
    void setLive(const QString &path, const QString &value);
    void recall(); // the recent past of the watched world, by pastReady()
    // A person drives `row` while the others go on learning; `hands` is asked at every poll.
    void takeOver(int row, ManualMode mode, const AssistSpec &assist,
                  std::function<DriveInput()> hands);
    void release();                          // the policy drives again
    int takenRow() const { return m_taken; } // -1: none
    bool going() const { return m_phase == Phase::Running || m_phase == Phase::Paused; }

  Q_SIGNALS:
    void phaseChanged();
    void started(const Scenario &scenario); // the session exists; info() is valid
    void snapshotReady(std::shared_ptr<const SessionSnapshot> snapshot);
    // The newest one ten times a second at most, and the last one always: for all that is read, so
    // that all of it tells of the same moment.
    void detailReady(std::shared_ptr<const SessionSnapshot> snapshot);
    void situationReady(std::shared_ptr<const PolicySituation> situation);
    void progressChanged(const SessionProgress &progress); // four times a second at most
    void metricsReady(const std::vector<MetricRow> &rows);
    void eventsReady(const std::vector<SessionEvent> &events);
    void lapsReady(const std::vector<DrivenLap> &laps); // driven by hand
    void takenChanged();
    void pastReady(std::shared_ptr<const EpisodeRecording> past);
    void failed(const Error &error);

  private:
    struct NewRun {
        std::unique_ptr<TrainingSession> session;
        std::vector<MetricRow> rows; // of its time before
    };
    using Created = Result<NewRun>;
    using Maker = std::function<Result<std::unique_ptr<TrainingSession>>(const SessionOptions &)>;

    void begin(Maker maker, bool paused);
    void poll();
    void adoptSession();
    void pollRun();
    void finishRun();
    void passSnapshot();
    void passPast();
    void passDetail();
    void drain();
    void drainHands();
    void setTaken(int row);
    void passProgress();
    void setPhase(Phase phase);

    SessionOptions m_options;
    std::future<Created> m_creating;
    std::unique_ptr<TrainingSession> m_session;
    SessionInfo m_info;
    Phase m_phase = Phase::Idle;
    QTimer m_timer;
    int m_ticks = 0;
    std::shared_ptr<const SessionSnapshot> m_detail; // not passed on yet
    double m_speed = 0;
    bool m_render = true;
    int m_row = 0;
    bool m_why = false;
    int m_taken = -1;
    std::function<DriveInput()> m_hands; // of whoever drives the taken agent
    bool m_stopWanted = false;           // asked for while the session was still being made
};

QString phaseName(RunController::Phase phase);

} // namespace paddock
