// Runs that are laid over each other in the plots: each alone, or those of one document with
// several seeds as their mean and a band.
#pragma once

#include "core/run/run_curves.h"
#include "widgets/plots/plot_axis.h"
#include "widgets/plots/run_follower.h"

#include <QObject>
#include <QString>

#include <memory>
#include <set>
#include <string>
#include <vector>

namespace paddock {

// A run in its folder, as a person calls it. Runs of equal `identity` look alike.
struct ComparedRun {
    QString folder;
    QString label;
    int identity = 0; // from 0: colour and mark

    bool operator==(const ComparedRun &) const = default;
};

// One run, or several of one document that are shown as one.
struct ComparedSet {
    QString label;
    int identity = 0;
    std::vector<std::shared_ptr<const RunCurves>> runs;
};

StepClock clockOf(const RunCurves &run);

// What is shown along an axis, from the first row to the last; empty: lower above upper.
struct AxisExtent {
    double lower = 1, upper = 0;

    bool empty() const { return lower > upper; }
    void include(double x);
};

class Comparison : public QObject {
    Q_OBJECT
  public:
    explicit Comparison(QObject *parent = nullptr);

    void setRuns(const std::vector<ComparedRun> &runs);
    const std::vector<ComparedRun> &runs() const { return m_runs; }
    // Not compared with itself: the run whose rows come to the window anyway.
    void setOwnFolder(const QString &folder);
    const QString &ownFolder() const { return m_own; }
    void setBands(bool bands); // mean and band instead of each run
    bool bands() const { return m_bands; }
    bool hasSeeds() const { return m_hasSeeds; } // runs that differ only by their seed

    const std::vector<ComparedSet> &sets() const { return m_sets; } // of those that were read
    std::set<std::string> tags() const;                             // that any of them has
    AxisExtent extent(PlotAxis axis) const;
    // What cannot be read, in words.
    QString problems() const;

  Q_SIGNALS:
    void changed();

  private:
    void rebuild();

    std::vector<ComparedRun> m_runs;
    QString m_own;
    bool m_bands = false;
    bool m_hasSeeds = false;
    std::vector<ComparedSet> m_sets;
    RunFollower m_follower;
};

} // namespace paddock
