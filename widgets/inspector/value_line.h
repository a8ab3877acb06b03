// The critic's value along the episode, and beside it the return that came: what the agent was paid
// from each moment on, discounted, with the value now for what is still to come.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QWidget>

#include <vector>

namespace paddock {

// G_t = sum of gamma^i r_(t+i) up to now + gamma^(n-t) V_n; `values` [n + 1], `rewards` [n].
// Empty where the sizes do not fit.
std::vector<double> returnsThatCame(const std::vector<float> &values,
                                    const std::vector<float> &rewards, double gamma);

class ValueLine : public QWidget {
    Q_OBJECT
  public:
    explicit ValueLine(ThemeManager &themes, QWidget *parent = nullptr);

    // `period`: s of a decision.
    void setEpisode(const std::vector<float> &values, const std::vector<float> &rewards,
                    double gamma, double period);
    const std::vector<double> &values() const { return m_values; }
    const std::vector<double> &returns() const { return m_returns; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    struct Scale {
        double low = 0, high = 1;
    };
    Scale scale() const;
    void paintAxes(QPainter &painter, const QRectF &area, const Scale &scale);
    void paintSeries(QPainter &painter, const QRectF &area, const Scale &scale,
                     const std::vector<double> &series, const QPen &pen);

    ThemeManager &m_themes;
    std::vector<double> m_values, m_returns; // [n]
    double m_period = 0;                     // s
};

} // namespace paddock
