// How a person drives: state, hands, control, assists, opponent, speed of time.
#pragma once

#include "widgets/drive/drive_controller.h"
#include "widgets/drive/opponent_box.h"
#include "widgets/input/axis_bars.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/studio_actions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QSlider>
#include <QToolButton>
#include <QWidget>

#include <array>

namespace paddock {

class DrivePanel : public QWidget {
    Q_OBJECT
  public:
    struct Parts {
        StudioActions &actions;
        DriveController &drive;
        DriveDevices &devices;
        LapShelf &shelf;
        ThemeManager &themes;
        QString runsFolder;
    };
    explicit DrivePanel(const Parts &parts, QWidget *parent = nullptr);

    void setScenario(const Scenario &scenario);
    // All that the panel decides of a set-up; false when something is missing, which it shows.
    bool apply(DriveSetup &setup);
    void showProblem(const QString &why); // instead of what to do next

    int agent() const { return m_agent->currentIndex(); }
    void setAgent(int agent) { m_agent->setCurrentIndex(agent); }
    ManualMode mode() const;
    AssistSpec assist() const;
    OpponentBox &opponent() { return *m_opponent; }
    QComboBox *deviceBox() const { return m_device; }
    QString stateText() const { return m_state->text(); }
    QString hintText() const { return m_hint->text(); }

  Q_SIGNALS:
    void agentChanged(int agent);
    void assistChanged();

  private:
    QWidget *buildState();
    QWidget *buildHands();
    QWidget *buildControl();
    QWidget *buildRace();
    void connectDevices();
    void fillDevices();
    void showInput();
    void showPhase();
    void showControl();
    void shiftSpeed(int by);
    QString hint() const;

    StudioActions &m_actions;
    DriveController &m_drive;
    DriveDevices &m_devices;
    ThemeManager &m_themes;
    QLabel *m_state = nullptr;
    QLabel *m_hint = nullptr;
    QComboBox *m_device = nullptr;
    QLabel *m_deviceNote = nullptr;
    AxisBars *m_bars = nullptr;
    std::array<QToolButton *, 2> m_modes{}; // in the order of ManualMode
    QLabel *m_modeNote = nullptr;
    QSlider *m_cap = nullptr;
    QLabel *m_capText = nullptr;
    QCheckBox *m_throttleHelp = nullptr;
    QComboBox *m_agent = nullptr;
    OpponentBox *m_opponent = nullptr;
    QComboBox *m_speed = nullptr;
    QString m_problem;
};

} // namespace paddock
