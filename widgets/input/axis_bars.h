// Live bars of what a person does: steering from its middle, throttle from its left end, and the
// raw axes of the device below them. One paint for all, so it can change 100 times a second.
#pragma once

#include "widgets/input/drive_devices.h"
#include "widgets/theme/theme_manager.h"

#include <QWidget>

#include <vector>

namespace paddock {

class AxisBars : public QWidget {
    Q_OBJECT
  public:
    explicit AxisBars(ThemeManager &themes, QWidget *parent = nullptr);

    // Without raw axes (a keyboard) there is no dead zone to show either.
    void setInput(const DriveInput &input, const std::vector<double> &rawAxes,
                  const DeviceCalibration &calibration);

    QRect steerTrack() const; // where the bars lie, px
    QRect throttleTrack() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    struct Bar;
    int rowHeight() const;
    int axisRowHeight() const;
    QRect track(int row) const;
    void paintRow(QPainter &painter, int row, const Bar &bar);
    void paintTrack(QPainter &painter, const QRectF &track, const Bar &bar);
    void paintAxis(QPainter &painter, int axis);
    Bar steerBar() const;
    Bar throttleBar() const;

    ThemeManager &m_themes;
    DriveInput m_input;
    std::vector<double> m_axes;
    DeviceCalibration m_calibration;
};

} // namespace paddock
