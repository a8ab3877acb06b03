#include "widgets/drive/take_over.h"

#include "widgets/drive/lap_thumbnail.h"
#include "widgets/theme/number_text.h"

#include <QFileInfo>

#include <utility>

namespace paddock {

TakeOver::TakeOver(const Parts &parts, QObject *parent) : QObject(parent), m_(parts) {
    connect(m_.actions.takeOver, &QAction::triggered, this, &TakeOver::toggle);
    connect(&m_.keys, &DriveKeys::left, this, [this] {
        if (m_shown)
            m_.run.release();
    });
    connect(&m_.devices, &DriveDevices::chosenLost, this, [this](const QString &name) {
        if (!m_holding)
            return;
        m_.run.release();
        m_.scene.showNotice(tr("%1 was unplugged: the policy drives again").arg(name));
    });
    connect(&m_.run, &RunController::takenChanged, this, &TakeOver::showTaken);
    connect(&m_.run, &RunController::phaseChanged, this, &TakeOver::enableAction);
    connect(&m_.run, &RunController::lapsReady, this, &TakeOver::keep);
    enableAction();
}

void TakeOver::enableAction() {
    const bool possible = m_.run.going();
    m_.actions.takeOver->setEnabled(possible);
    m_.actions.takeOver->setToolTip(
        possible ? tr("Take over (G)\nDrive the picked agent by hand while training goes on; Esc "
                      "gives it back")
                 : tr("Take over (G)\nThere must be a run to take an agent of"));
}

void TakeOver::toggle(bool on) {
    if (!on)
        return m_.run.release();
    const auto [mode, assist] = m_.control();
    m_.prepareShelf(m_.scene.pickedRow());
    m_.run.takeOver(m_.scene.pickedRow(), mode, assist,
                    [devices = &m_.devices] { return devices->input(); });
    showTaken();
}

// One car is hard to drive from far above.
void TakeOver::showTaken() {
    const bool taken = m_.run.takenRow() >= 0;
    m_.actions.takeOver->setChecked(taken);
    if (taken == std::exchange(m_holding, taken))
        return;
    m_.scene.setTaken(m_.run.takenRow());
    m_.devices.setActive(taken);
    m_.keys.setDriving(taken);
    SceneView &view = m_.scene.view();
    if (taken) {
        m_camera = view.cameraMode();
        if (m_camera == CameraMode::Overview)
            view.setCameraMode(CameraMode::Follow);
        view.setFocus();
    } else if (m_shown && m_camera == CameraMode::Overview) {
        view.setCameraMode(m_camera);
    }
}

void TakeOver::setShown(bool shown) {
    if (!shown)
        m_.run.release();
    m_shown = shown;
}

void TakeOver::pressed(DriveButton button) {
    if (!m_holding)
        return;
    if (button == DriveButton::Pause)
        m_.run.togglePause();
    else if (button == DriveButton::Discard)
        m_.shelf.discardLast();
}

void TakeOver::keep(const std::vector<DrivenLap> &laps) {
    for (const DrivenLap &lap : laps) {
        if (!m_.shelf.add(lap))
            return;
        const double seconds = lap.episode.lapTime > 0
                                   ? lap.episode.lapTime
                                   : double(lap.episode.rows()) * lap.meta.decisionPeriod;
        const QString text =
            tr("%1 · %2 s").arg(verdictText(verdictName(lap.verdict)), decimalText(seconds, 2));
        const QString file = QFileInfo(m_.shelf.file()).fileName();
        if (lap.verdict == LapVerdict::Clean)
            m_.scene.showNotice(tr("%1: kept in %2").arg(text, file), tr("Discard"),
                                [this] { m_.shelf.discardLast(); });
        else
            m_.scene.showNotice(tr("%1: not kept").arg(text), tr("Keep in %1").arg(file),
                                [this] { m_.shelf.keepSetAside(); });
    }
}

} // namespace paddock
