// Owns the drive of the window and polls it: hands go in, pictures, laps and events come out.
#pragma once

#include "core/run/drive_session.h"
#include "widgets/input/drive_devices.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <vector>

namespace paddock {

class DriveController : public QObject {
    Q_OBJECT
  public:
    enum class Phase { Idle, Preparing, Driving, Countdown, Paused, Ended };
    // Drives instead of the devices; sees what the driven agent sees.
    using Hands = std::function<DriveInput(const SessionSnapshot &)>;

    explicit DriveController(DriveDevices &devices, QObject *parent = nullptr);
    ~DriveController() override;

    Phase phase() const { return m_phase; }
    bool moving() const { return m_phase == Phase::Driving || m_phase == Phase::Countdown; }
    bool hasSession() const { return m_session != nullptr; }
    const SessionInfo &info() const { return m_info; }         // of the newest drive
    const DriveStatus &status() const { return m_status; }     // newest
    const QString &pauseReason() const { return m_whyPaused; } // empty: somebody wanted it
    int drivenRow() const { return m_row; }
    double speed() const { return m_speed; }

    // Makes the session beside the window's thread, then drives. Problems arrive by failed().
    void start(DriveSetup setup);
    void stop();
    void pause(const QString &why = {});
    void resume();
    void togglePause();
    void restart();
    void arm(bool on);
    void setSpeed(double factor); // of time, 0.1 to 4
    void setAssist(ManualMode mode, const AssistSpec &assist);
    void setHands(Hands hands) { m_hands = std::move(hands); }
    bool automatic() const { return m_hands != nullptr; }

  Q_SIGNALS:
    void phaseChanged();
    void started(const Scenario &scene, int row); // what the scene shows, who is driven in it
    void snapshotReady(std::shared_ptr<const SessionSnapshot> snapshot);
    void detailReady(std::shared_ptr<const SessionSnapshot> snapshot); // ten times a second at most
    void statusChanged(const DriveStatus &status);                     // the same, and at changes
    void lapsReady(const std::vector<DrivenLap> &laps);
    void eventsReady(const std::vector<SessionEvent> &events);
    void failed(const Error &error);

  private:
    using Created = Result<std::unique_ptr<DriveSession>>;

    void poll();
    void adoptSession();
    void pollDrive();
    void passStatus(const DriveStatus &status);
    void followState();
    void setPhase(Phase phase);
    DriveInput handsNow() const;

    DriveDevices &m_devices;
    Hands m_hands;
    std::future<Created> m_creating;
    std::unique_ptr<DriveSession> m_session;
    SessionInfo m_info;
    DriveStatus m_status;
    Phase m_phase = Phase::Idle;
    QString m_whyPaused;
    QTimer m_timer;
    int m_ticks = 0;
    std::shared_ptr<const SessionSnapshot> m_newest, m_detail; // m_detail: not passed on yet
    int m_row = 0;
    double m_speed = 1;
    bool m_stopWanted = false;
};

QString phaseName(DriveController::Phase phase);

} // namespace paddock
