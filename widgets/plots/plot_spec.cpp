#include "widgets/plots/plot_spec.h"

#include "core/run/metrics.h"

#include <QCoreApplication>

#include <algorithm>

namespace paddock {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("PlotSpec", text);
}

PlotSpec plot(const char *tag, const QString &title, const QString &unit, double scale = 1) {
    return {{{tag, {}}}, title, unit, scale, false};
}

void addRace(std::vector<PlotSpec> &out) {
    out.push_back(plot(tag::kLapTime, tr("Lap time"), tr("s")));
    out.push_back(plot(tag::kLaps, tr("Laps"), tr("per episode")));
    out.push_back(plot(tag::kCollisionsPerLap, tr("Collisions"), tr("per lap")));
}

void addGail(std::vector<PlotSpec> &out) {
    out.push_back(plot(tag::kGailReward, tr("GAIL reward"), tr("reward")));
    out.push_back(plot(tag::kGailLoss, tr("GAIL loss"), tr("nat")));
    out.push_back(
        {{{tag::kGailPolicyEstimate, tr("policy")}, {tag::kGailExpertEstimate, tr("expert")}},
         tr("GAIL estimates"),
         tr("expert-likeness")});
}

void addCuriosity(std::vector<PlotSpec> &out) {
    out.push_back(plot(tag::kCuriosityReward, tr("Curiosity reward"), tr("reward")));
    out.push_back(
        {{{tag::kCuriosityForwardLoss, tr("forward")}, {tag::kCuriosityInverseLoss, tr("inverse")}},
         tr("Curiosity losses"),
         tr("loss")});
}

// Which plots a run has besides those that every run has.
struct Shown {
    bool race = false, cloning = false, gail = false, curiosity = false, rnd = false;
};

void addImitation(std::vector<PlotSpec> &out, const Shown &shown) {
    if (shown.cloning)
        out.push_back(plot(tag::kCloningLoss, tr("Cloning loss"), tr("nat")));
    if (shown.gail)
        addGail(out);
    if (shown.curiosity)
        addCuriosity(out);
    if (shown.rnd) {
        out.push_back(plot(tag::kRndReward, tr("RND reward"), tr("reward")));
        out.push_back(plot(tag::kRndLoss, tr("RND loss"), tr("loss")));
    }
    if (shown.gail || shown.curiosity || shown.rnd)
        out.push_back(plot(tag::kExtrinsicReward, tr("Extrinsic reward"), tr("reward")));
}

std::vector<PlotSpec> plotsOf(const Shown &shown) {
    std::vector<PlotSpec> out;
    out.push_back(plot(tag::kReward, tr("Cumulative reward"), tr("reward")));
    if (shown.race)
        addRace(out);
    out.push_back(plot(tag::kSuccess, tr("Success rate"), tr("%"), 100));
    out.push_back(plot(tag::kLength, tr("Episode length"), tr("steps")));
    out.push_back(plot(tag::kEntropy, tr("Entropy"), tr("nat")));
    addImitation(out, shown);
    out.push_back(plot(tag::kValueLoss, tr("Value loss"), tr("reward²")));
    out.push_back(plot(tag::kApproxKl, tr("Approx. KL"), tr("nat")));
    out.push_back(plot(tag::kLearningRate, tr("Learning rate"), tr("rate α")));
    out.push_back(plot(tag::kStepsPerSecond, tr("Throughput"), tr("steps/s")));
    out.back().wholeRun = true;
    return out;
}

Shown shownBy(const Scenario &scenario) {
    const TrainingSpec &training = scenario.training;
    return {scenario.kind == ScenarioKind::Racing, training.cloning.enabled, training.gail.enabled,
            training.curiosity.enabled, training.rnd.enabled};
}

} // namespace

bool PlotSpec::shows(const char *tag) const {
    return std::any_of(lines.begin(), lines.end(),
                       [tag](const PlotLine &line) { return qstrcmp(line.tag, tag) == 0; });
}

std::vector<PlotSpec> plotsOf(const Scenario &scenario) {
    return plotsOf(shownBy(scenario));
}

std::vector<PlotSpec> plotsOf(const Scenario &scenario, const std::set<std::string> &tags) {
    Shown shown = shownBy(scenario);
    shown.race = shown.race || tags.contains(tag::kLapTime) || tags.contains(tag::kLaps);
    shown.cloning = shown.cloning || tags.contains(tag::kCloningLoss);
    shown.gail = shown.gail || tags.contains(tag::kGailLoss);
    shown.curiosity = shown.curiosity || tags.contains(tag::kCuriosityReward);
    shown.rnd = shown.rnd || tags.contains(tag::kRndLoss);
    return plotsOf(shown);
}

QString readableGroup(const std::string &name) {
    return QString::fromStdString(name).replace('_', ' ');
}

std::vector<QString> groupNames(const Scenario &scenario) {
    std::vector<QString> out;
    for (int group = 0; group < std::max(1, scenario.policyGroups()); ++group)
        out.push_back(readableGroup(scenario.groupName(group)));
    return out;
}

} // namespace paddock
