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

void addImitation(std::vector<PlotSpec> &out, const TrainingSpec &training) {
    if (training.cloning.enabled)
        out.push_back(plot(tag::kCloningLoss, tr("Cloning loss"), tr("nat")));
    if (training.gail.enabled)
        addGail(out);
    if (training.curiosity.enabled)
        addCuriosity(out);
    if (training.rnd.enabled) {
        out.push_back(plot(tag::kRndReward, tr("RND reward"), tr("reward")));
        out.push_back(plot(tag::kRndLoss, tr("RND loss"), tr("loss")));
    }
    if (training.gail.enabled || training.curiosity.enabled || training.rnd.enabled)
        out.push_back(plot(tag::kExtrinsicReward, tr("Extrinsic reward"), tr("reward")));
}

} // namespace

bool PlotSpec::shows(const char *tag) const {
    return std::any_of(lines.begin(), lines.end(),
                       [tag](const PlotLine &line) { return qstrcmp(line.tag, tag) == 0; });
}

std::vector<PlotSpec> plotsOf(const Scenario &scenario) {
    std::vector<PlotSpec> out;
    out.push_back(plot(tag::kReward, tr("Cumulative reward"), tr("reward")));
    if (scenario.kind == ScenarioKind::Racing)
        addRace(out);
    out.push_back(plot(tag::kSuccess, tr("Success rate"), tr("%"), 100));
    out.push_back(plot(tag::kLength, tr("Episode length"), tr("steps")));
    out.push_back(plot(tag::kEntropy, tr("Entropy"), tr("nat")));
    addImitation(out, scenario.training);
    out.push_back(plot(tag::kValueLoss, tr("Value loss"), tr("reward²")));
    out.push_back(plot(tag::kApproxKl, tr("Approx. KL"), tr("nat")));
    out.push_back(plot(tag::kLearningRate, tr("Learning rate"), tr("rate α")));
    out.push_back(plot(tag::kStepsPerSecond, tr("Throughput"), tr("steps/s")));
    out.back().wholeRun = true;
    return out;
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
