// Fills the plots with made rows and pans through them, to measure what a very long run costs.
#pragma once

#include "widgets/plots/plot_panel.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace paddock {

class PlotLoad : public QObject {
    Q_OBJECT
  public:
    PlotLoad(PlotPanel &plots, int rows, QObject *parent = nullptr);

    // Rows that were made, points kept, and the time of a redraw of all plots, as one line.
    QString report() const;

  private:
    void step();
    void addRows();
    void pan();

    PlotPanel &m_plots;
    int m_rows;
    int m_made = 0;
    int m_panned = 0;
    std::vector<double> m_redraws; // ms, of all plots
    QTimer m_timer;
};

} // namespace paddock
