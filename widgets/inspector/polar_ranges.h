// What a range finder sees, drawn around the car: ahead is up, the rings are distances.
#pragma once

#include "core/task/lidar_reading.h"
#include "widgets/theme/theme_manager.h"

#include <QPolygonF>
#include <QString>
#include <QWidget>

namespace paddock {

class PolarRanges : public QWidget {
    Q_OBJECT
  public:
    explicit PolarRanges(ThemeManager &themes, QWidget *parent = nullptr);

    // `weights` [rays]: how much the chosen action depends on each; empty: not told.
    void setReading(LidarReading reading, std::vector<double> weights = {});
    const LidarReading &reading() const { return m_reading; }

    // The ray under the pointer, or chosen with the arrow keys; else the one that is nearest to
    // something. -1: there are no rays.
    int shownRay() const;
    QString words() const;          // of the shown ray: "35° left: 2.41 m"
    QPointF pointOf(int ray) const; // px, where its hit is drawn
    QPointF centre() const;         // px, the sensor

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return false; }

  protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

  private:
    double radius() const;               // px, of the reach
    double distance(double range) const; // px from the centre
    int rayTowards(const QPointF &at) const;
    void choose(int ray);
    void paintRings(QPainter &painter);
    void paintRays(QPainter &painter);
    void paintCar(QPainter &painter);

    ThemeManager &m_themes;
    LidarReading m_reading;
    std::vector<double> m_weights; // [rays] or none
    double m_most = 0;             // largest of their sizes
    std::vector<int> m_sweep;      // rays from right to left
    int m_chosen = -1;
};

} // namespace paddock
