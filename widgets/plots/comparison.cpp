#include "widgets/plots/comparison.h"

#include <QDir>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace paddock {

namespace {

std::filesystem::path pathOf(const QString &folder) {
    return QDir::cleanPath(QDir(folder).absolutePath()).toStdString();
}

} // namespace

StepClock clockOf(const RunCurves &run) {
    return {run.seconds, run.episodes, run.started};
}

void AxisExtent::include(double x) {
    if (!std::isfinite(x))
        return;
    const bool first = empty();
    lower = first ? x : std::min(lower, x);
    upper = first ? x : std::max(upper, x);
}

Comparison::Comparison(QObject *parent) : QObject(parent) {
    connect(&m_follower, &RunFollower::changed, this, &Comparison::rebuild);
}

void Comparison::setRuns(const std::vector<ComparedRun> &runs) {
    m_runs = runs;
    std::vector<std::filesystem::path> folders;
    for (const ComparedRun &run : m_runs)
        folders.push_back(pathOf(run.folder));
    m_follower.follow(folders);
    rebuild();
}

void Comparison::setOwnFolder(const QString &folder) {
    m_own = folder;
    rebuild();
}

void Comparison::setBands(bool bands) {
    m_bands = bands;
    rebuild();
}

// A band has the look of the first of its runs.
void Comparison::rebuild() {
    m_sets.clear();
    m_hasSeeds = false;
    std::map<std::string, std::size_t> setOf; // document -> its set
    std::map<std::string, int> counts;
    for (const ComparedRun &run : m_runs) {
        const auto curves = m_follower.curves(pathOf(run.folder));
        if (!curves || (!m_own.isEmpty() && pathOf(run.folder) == pathOf(m_own)))
            continue;
        const std::string &document = curves->document;
        m_hasSeeds = m_hasSeeds || (!document.empty() && counts[document] > 0);
        ++counts[document];
        const auto same = setOf.find(document);
        if (m_bands && !document.empty() && same != setOf.end()) {
            m_sets[same->second].runs.push_back(curves);
            continue;
        }
        setOf[document] = m_sets.size();
        m_sets.push_back({run.label, run.identity, {curves}});
    }
    for (ComparedSet &set : m_sets)
        if (set.runs.size() > 1)
            set.label = tr("%1, %n seeds", nullptr, int(set.runs.size())).arg(set.label);
    Q_EMIT changed();
}

std::set<std::string> Comparison::tags() const {
    std::set<std::string> out;
    for (const ComparedSet &set : m_sets)
        for (const auto &run : set.runs)
            for (const auto &[tag, curves] : run->tags)
                out.insert(tag);
    return out;
}

AxisExtent Comparison::extent(PlotAxis axis) const {
    AxisExtent out;
    for (const ComparedSet &set : m_sets)
        for (const auto &run : set.runs) {
            const StepClock clock = clockOf(*run);
            for (const auto &[tag, groups] : run->tags)
                for (const auto &curve : groups)
                    if (curve)
                        for (double step :
                             {curve->points().front().step, curve->points().back().step})
                            out.include(axisPosition(axis, clock, step));
        }
    return out;
}

QString Comparison::problems() const {
    QStringList out;
    for (const ComparedRun &run : m_runs)
        if (const auto curves = m_follower.curves(pathOf(run.folder)))
            if (!curves->problem.empty())
                out << QString::fromStdString(curves->problem);
    return out.join("\n");
}

} // namespace paddock
