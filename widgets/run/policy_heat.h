// A policy's map as colours over the road, with the scale that explains them.
#pragma once

#include "core/run/policy_map.h"
#include "widgets/scene/heat_map.h"

#include <QStringList>

#include <memory>

namespace paddock {

// What of a map is shown: the critic's value, or the most probable choice of a branch.
struct PolicyHeatChoice {
    int branch = -1; // -1: the value
    bool operator==(const PolicyHeatChoice &) const = default;
};

// Names of what is chosen, from the run.
struct PolicyHeatWords {
    QStringList branches;             // [K]
    std::vector<QStringList> options; // [K][choices]
    int agentsPerWorld = 1;
};

// 0..1 from dark blue over green to light yellow: lightness rises all the way, so that the order is
// seen without colours, too.
QColor valueColor(double share);
// Choice `index` of `count`: of three or more the ends are blue and orange and the middle is grey.
QColor choiceColor(int index, int count);

std::shared_ptr<const HeatMap> policyHeat(const PolicyMap &map, PolicyHeatChoice choice,
                                          const PolicyHeatWords &words);

} // namespace paddock
