// How often which value was drawn: bars, the nominal value as a line, the ends in numbers.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QWidget>

#include <vector>

namespace paddock {

class SampleHistogram : public QWidget {
    Q_OBJECT
  public:
    explicit SampleHistogram(ThemeManager &themes, QWidget *parent = nullptr);
    void setSamples(std::vector<float> samples, double nominal, const QString &unit);
    double least() const { return m_least; }
    double most() const { return m_most; }
    QSize sizeHint() const override { return {200, 46}; }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    ThemeManager &m_themes;
    std::vector<int> m_bins;
    double m_least = 0, m_most = 0, m_nominal = 0;
    QString m_unit;
};

} // namespace paddock
