// Numbers as words, the same in every locale.
#pragma once

#include <QString>

namespace paddock {

QString shortCount(double n);                         // 950, 1.5 k, 100 k, 1 M
QString groupedCount(qint64 n);                       // 412,300
QString valueText(double value, int significant = 4); // 0.7134, 3e-04 -> 0.0003, 1.2e-07
QString decimalText(double value, int decimals);
QString durationText(double seconds); // 0:19, 12:05, 1:02:03; "-" when negative
QString percentText(double fraction); // 0.731 -> 73 %

} // namespace paddock
