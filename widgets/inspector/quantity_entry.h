// Rows of the inspector's lists made from what the core names.
#pragma once

#include "core/task/layout.h"
#include "widgets/form/field_words.h"
#include "widgets/inspector/bar_list.h"
#include "widgets/theme/number_text.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace paddock {

// Bars are drawn against the largest size seen of each quantity in this run; noise about zero stays
// small.
inline double scaledBySize(std::vector<double> &scales, std::size_t i, double value) {
    constexpr double kLeast = 1e-3;
    if (scales.size() <= i)
        scales.resize(i + 1, kLeast);
    if (std::isfinite(value))
        scales[i] = std::max(scales[i], std::abs(value));
    return std::isfinite(value) ? value / scales[i] : 0;
}

inline BarEntry quantityEntry(const std::vector<NamedQuantity> &names, std::size_t i,
                              double value) {
    BarEntry entry;
    if (i < names.size()) {
        entry.name = QString::fromStdString(names[i].name).replace('_', ' ');
        entry.unit = unitText(QString::fromStdString(names[i].unit));
        entry.help = QString::fromStdString(names[i].help);
    }
    entry.value = decimalText(value, 3);
    return entry;
}

} // namespace paddock
