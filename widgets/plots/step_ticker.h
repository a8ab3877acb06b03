// Tick labels of the plots: steps as "100 k", values without a comma in any locale.
#pragma once

#include "widgets/plots/plot_library.h"
#include "widgets/theme/number_text.h"

#include <cmath>

namespace paddock {

// Large values as counts, tiny ones with an exponent, none that is longer than its column.
inline QString plotValue(double value, int significant) {
    if (std::abs(value) < 1e-12)
        return "0";
    if (std::abs(value) >= 1e4)
        return shortCount(value);
    if (std::abs(value) >= 1e-3) // the digits before the point are never cut off
        return valueText(value, std::abs(value) >= 1e3 ? 4 : significant);
    const int exponent = int(std::floor(std::log10(std::abs(value)) + 1e-9));
    return valueText(value / std::pow(10.0, exponent), significant) + "e" +
           QString::number(exponent);
}

class StepTicker : public QCPAxisTicker {
  public:
    StepTicker() { setTickCount(4); }

  protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override {
        return shortCount(tick);
    }
};

class ValueTicker : public QCPAxisTicker {
  public:
    ValueTicker() { setTickCount(3); }

  protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override {
        return plotValue(tick, 4);
    }
};

class LogValueTicker : public QCPAxisTickerLog {
  public:
    LogValueTicker() {
        setTickCount(3);
        setSubTickCount(0);
    }

  protected:
    QString getTickLabel(double tick, const QLocale &, QChar, int) override {
        return plotValue(tick, 2);
    }
};

} // namespace paddock
