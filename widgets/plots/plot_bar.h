// What can be chosen for all plots at once: smoothing, each run or mean and band; and the legend.
#pragma once

#include "widgets/plots/plot_legend.h"
#include "widgets/theme/theme_manager.h"

#include <QComboBox>
#include <QLabel>
#include <QSlider>
#include <QWidget>

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
    PlotLegend &legend() const { return *m_legend; }

  Q_SIGNALS:
    void smoothingChanged(double weight);
    void bandsChanged(bool bands);

  private:
    void buildSmoothing();
    void buildBands();

    QLabel *m_label = nullptr;
    QSlider *m_slider = nullptr;
    QComboBox *m_bands = nullptr;
    PlotLegend *m_legend = nullptr;
};

} // namespace paddock
