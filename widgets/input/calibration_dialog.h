// Teaches the window a gamepad or wheel: four guided steps, then what came out of them to look at
// and change. Nothing is kept before Save. The bars show the device live all the way.
#pragma once

#include "widgets/input/axis_bars.h"
#include "widgets/input/axis_capture.h"
#include "widgets/input/drive_devices.h"
#include "widgets/theme/theme_manager.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QStackedWidget>

class QGridLayout;

namespace paddock {

class CalibrationDialog : public QDialog {
    Q_OBJECT
  public:
    // Of the chosen device. Watches it while open, also when nothing else does. Starts with the
    // guide, or with the settings when the device has been calibrated before.
    CalibrationDialog(DriveDevices &devices, ThemeManager &themes, QWidget *parent = nullptr);
    ~CalibrationDialog() override;

    const DeviceCalibration &draft() const { return m_draft; } // what Save would keep
    bool guiding() const { return m_guiding; }

  private:
    struct AxisEditor {
        QComboBox *axis = nullptr;
        QCheckBox *inverted = nullptr;
        QSlider *deadZone = nullptr; // percent
        QLabel *deadZoneText = nullptr;
    };
    void layOut(ThemeManager &themes);
    void layOutForKeyboard();
    QWidget *makeGuide();
    QWidget *makeSettings();
    AxisEditor makeEditor(const QString &key, const QString &name, QGridLayout &grid, int row);
    QLayout *makeButtons();

    void startGuide();
    void goOn(); // next step, or Save
    void reset();
    void showDraft(); // in the editors
    void takeEditors();
    void observe(); // the device
    void refresh();
    QString guideText() const;
    QString hintText() const;

    DriveDevices &m_devices;
    bool m_wasActive;
    bool m_guiding = false;
    DeviceCalibration m_draft;
    AxisCapture m_capture;

    QStackedWidget *m_pages = nullptr;
    QLabel *m_step = nullptr, *m_words = nullptr, *m_hint = nullptr, *m_problem = nullptr;
    AxisEditor m_steer, m_throttle;
    QCheckBox *m_fromRest = nullptr;
    AxisBars *m_bars = nullptr;
    QPushButton *m_guide = nullptr, *m_reset = nullptr, *m_next = nullptr;
};

} // namespace paddock
