// One key figure of drivers side by side: a box, its mean with the interval, and every run as a dot
// that opens its replay.
#pragma once

#include "core/run/evaluation_summary.h"
#include "widgets/theme/theme_manager.h"

#include <QWidget>

#include <vector>

namespace paddock {

class KpiPlot : public QWidget {
    Q_OBJECT
  public:
    struct Dot {
        QPointF at;
        std::size_t cell = 0; // of the grid
        int run = 0;
        double value = 0;
    };

    explicit KpiPlot(ThemeManager &themes, QWidget *parent = nullptr);

    // Copies what it shows.
    void show(Kpi kpi, const EvaluationJob &job, const EvaluationGrid &grid,
              const EvaluationArena &arena);
    Kpi kpi() const { return m_kpi; }
    const std::vector<Dot> &dots() const { return m_dots; } // as they lie now
    QSize sizeHint() const override { return {360, 240}; }
    QSize minimumSizeHint() const override { return {240, 200}; }

  Q_SIGNALS:
    void runPicked(std::size_t cell, int run);

  protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

  private:
    struct Column {
        QString name;
        int driver = 0;
        std::size_t cell = 0;
        KpiStats stats;
        std::vector<std::pair<int, double>> runs; // number, value
    };
    void place();
    double yOf(double value) const;
    double xOf(std::size_t column) const;
    QRectF frame() const;
    int dotNear(const QPointF &point) const; // -1: none
    void hover(int dot);
    void paintAxes(QPainter &painter) const;
    void paintBox(QPainter &painter, const Column &column, double x, const QColor &color) const;
    void paintMean(QPainter &painter, const Column &column, double x, const QColor &color) const;

    ThemeManager &m_themes;
    Kpi m_kpi = Kpi::Return;
    std::vector<Column> m_columns;
    std::vector<Dot> m_dots;
    double m_low = 0, m_high = 1;
    int m_hovered = -1;
};

} // namespace paddock
