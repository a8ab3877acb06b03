#include "widgets/run/policy_heat.h"

#include "widgets/scene/color_mix.h"
#include "widgets/theme/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace paddock {

namespace {

constexpr int kStops = 5; // of the value's scale

QString tr(const char *text) {
    return QCoreApplication::translate("PolicyHeat", text);
}

QString agentWords(const PolicyMap &map, const PolicyHeatWords &words) {
    const int perWorld = std::max(words.agentsPerWorld, 1);
    return tr("world %1, A%2, step %3")
        .arg(map.row / perWorld + 1)
        .arg(map.row % perWorld + 1)
        .arg(groupedCount(map.step));
}

void colorByValue(const PolicyMap &map, HeatMap &heat) {
    const auto [low, high] = std::minmax_element(map.values.begin(), map.values.end());
    const double least = double(*low), span = double(*high) - least;
    for (const float value : map.values)
        heat.colors.push_back(valueColor(span > 0 ? (double(value) - least) / span : 0.5));
    heat.legend.title = tr("Value of being there");
    // As many decimals as tell the ends apart.
    const int decimals = span > 0 ? std::clamp(2 - int(std::floor(std::log10(span))), 0, 6) : 3;
    for (int i = 0; i < kStops; ++i) {
        const double share = double(i) / (kStops - 1);
        heat.legend.stops.push_back(
            {valueColor(share),
             i % 2 == 0 ? decimalText(least + share * span, decimals) : QString()});
    }
}

void colorByChoice(const PolicyMap &map, std::size_t branch, const PolicyHeatWords &words,
                   HeatMap &heat) {
    const int count = map.branches[branch];
    for (std::size_t i = 0; i < map.size(); ++i)
        heat.colors.push_back(choiceColor(map.choice(i, branch), count));
    heat.legend.continuous = false;
    heat.legend.title = tr("Most probable %1").arg(words.branches.value(int(branch)));
    const QStringList names = branch < words.options.size() ? words.options[branch] : QStringList();
    for (int i = 0; i < count; ++i)
        heat.legend.stops.push_back({choiceColor(i, count), names.value(i)});
}

} // namespace

QColor valueColor(double share) {
    static const std::array<QColor, 5> kScale{QColor(0x23, 0x1E, 0x5C), QColor(0x2A, 0x5B, 0x8C),
                                              QColor(0x2F, 0x92, 0x8C), QColor(0x86, 0xC2, 0x5E),
                                              QColor(0xF6, 0xE8, 0x6A)};
    const double at = std::clamp(share, 0.0, 1.0) * double(kScale.size() - 1);
    const std::size_t low = std::min(std::size_t(at), kScale.size() - 2);
    return mixed(kScale[low], kScale[low + 1], float(at - double(low)));
}

QColor choiceColor(int index, int count) {
    const QColor first(0x00, 0x72, 0xB2), middle(0xC9, 0xCE, 0xD6), last(0xD5, 0x5E, 0x00);
    if (count < 2)
        return middle;
    const double at = double(index) / (count - 1);
    if (count == 2)
        return index == 0 ? first : last;
    return at < 0.5 ? mixed(first, middle, float(2 * at)) : mixed(middle, last, float(2 * at - 1));
}

std::shared_ptr<const HeatMap> policyHeat(const PolicyMap &map, PolicyHeatChoice choice,
                                          const PolicyHeatWords &words) {
    if (map.places.empty())
        return nullptr;
    auto heat = std::make_shared<HeatMap>();
    heat->world = map.row / std::max(words.agentsPerWorld, 1);
    heat->cell = map.cell;
    for (const Pose &place : map.places)
        heat->middles.push_back(place.position);
    if (choice.branch >= 0 && std::size_t(choice.branch) < map.branches.size())
        colorByChoice(map, std::size_t(choice.branch), words, *heat);
    else
        colorByValue(map, *heat);
    heat->legend.note = agentWords(map, words) + tr("; others as they stood");
    return heat;
}

} // namespace paddock
