// What can be chosen for all plots at once: smoothing, the x axis, each run or mean and band; and
// the legend.
#pragma once

#include "widgets/plots/plot_axis.h"
#include "widgets/plots/plot_legend.h"
#include "widgets/theme/theme_manager.h"

#include <QComboBox>
#include <QLabel>
#include <QSlider>
#include <QWidget>

#include <algorithm>

namespace paddock {

class PlotBar : public QWidget {
    Q_OBJECT
  public:
    explicit PlotBar(ThemeManager &themes, QWidget *parent = nullptr);

    double smoothing() const;
    void setSmoothing(double weight);
    bool bands() const { return m_bands->currentIndex() > 0; }
    void setBands(bool bands) { m_bands->setCurrentIndex(bands ? 1 : 0); }
    void offerBands(bool offered) { m_bands->setVisible(offered); }
    PlotAxis axis() const { return kPlotAxes[std::max(0, m_axis->currentIndex())]; }
    void setAxis(PlotAxis axis) { m_axis->setCurrentIndex(int(axis)); }
    PlotLegend &legend() const { return *m_legend; }

  Q_SIGNALS:
    void smoothingChanged(double weight);
    void bandsChanged(bool bands);
    void axisChanged(PlotAxis axis);

  private:
    void buildSmoothing();
    void buildAxis();
    void buildBands();

    QLabel *m_label = nullptr;
    QSlider *m_slider = nullptr;
    QComboBox *m_axis = nullptr;
    QComboBox *m_bands = nullptr;
    PlotLegend *m_legend = nullptr;
};

} // namespace paddock
