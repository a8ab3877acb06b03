#include "widgets/theme/number_text.h"

#include <QLocale>

#include <array>
#include <cmath>

namespace paddock {

QString shortCount(double n) {
    struct Scale {
        double size;
        const char *suffix;
    };
    static constexpr std::array scales{Scale{1e9, " G"}, Scale{1e6, " M"}, Scale{1e3, " k"}};
    // 0.9995: what rounds up to the next unit is written in it.
    for (const Scale &s : scales)
        if (std::abs(n) >= s.size * 0.9995)
            return QLocale::c().toString(n / s.size, 'g', 4) + s.suffix;
    return QLocale::c().toString(n, 'g', 4);
}

QString groupedCount(qint64 n) {
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale.toString(n);
}

QString valueText(double value, int significant) {
    return QLocale::c().toString(value, 'g', significant);
}

QString decimalText(double value, int decimals) {
    const QString text = QLocale::c().toString(value, 'f', decimals);
    // A value that rounds to zero has no sign.
    return text.startsWith('-') && text.toDouble() == 0 ? text.mid(1) : text;
}

QString durationText(double seconds) {
    if (!(seconds >= 0) || seconds > 1e9)
        return "-";
    const qint64 s = qint64(seconds);
    const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, '0'); };
    if (s < 3600)
        return QString::number(s / 60) + ":" + two(s % 60);
    return QString::number(s / 3600) + ":" + two(s / 60 % 60) + ":" + two(s % 60);
}

QString percentText(double fraction) {
    return decimalText(fraction * 100, 0) + " %";
}

} // namespace paddock
