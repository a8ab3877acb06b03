// Which metrics a run has to show, in the order in which they matter, and how each is labelled.
#pragma once

#include "core/scenario/scenario.h"

#include <QString>

#include <set>
#include <string>
#include <vector>

namespace paddock {

// One line of a plot for each group of agents.
struct PlotLine {
    const char *tag = ""; // of core/run/metrics.h
    QString name;         // where a plot has several lines; empty where it has one
};

struct PlotSpec {
    std::vector<PlotLine> lines;
    QString title;
    QString unit;          // label of the y axis
    double scale = 1;      // from the metric to the shown value, e.g. 100 for percent
    bool wholeRun = false; // one value for all groups, e.g. throughput

    bool shows(const char *tag) const;
};

// What is learned, then how it is learned: races have laps, imitation has its losses and rewards
// where the document enables it.
std::vector<PlotSpec> plotsOf(const Scenario &scenario);
// Those and what else runs with these tags have to show.
std::vector<PlotSpec> plotsOf(const Scenario &scenario, const std::set<std::string> &tags);
// Names of the groups as people read them: "racer 1", ...; one "" where all share a policy.
std::vector<QString> groupNames(const Scenario &scenario);
QString readableGroup(const std::string &name); // "racer_1" -> "racer 1"

} // namespace paddock
