// While somebody drives and the scene has the keyboard, plain keys belong to driving: no shortcut
// takes them. Esc leaves the wheel and gives them back.
#pragma once

#include "widgets/input/drive_devices.h"

#include <QObject>
#include <QSet>
#include <QWidget>

namespace paddock {

class DriveKeys : public QObject {
    Q_OBJECT
  public:
    DriveKeys(QWidget *scene, DriveDevices &devices, QObject *parent);

    void setSpared(QSet<int> keys); // these stay shortcuts
    void setDriving(bool driving);
    bool driving() const { return m_driving; }

  Q_SIGNALS:
    void left(); // Esc

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    bool takes(const QKeyEvent &key) const;
    bool handle(QKeyEvent &key);

    DriveDevices &m_devices;
    QSet<int> m_spared;
    bool m_driving = false;
};

} // namespace paddock
