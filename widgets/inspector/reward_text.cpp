#include "widgets/inspector/reward_text.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace paddock {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("RewardEquation", text);
}

QString line(const QString &value, const QString &when) {
    return QString("<tr><td>%1</td><td>&nbsp;&nbsp;%2</td></tr>").arg(value, when);
}

QString table(const QStringList &rows) {
    return "<table cellspacing='0' cellpadding='1'>" + rows.join("") + "</table>";
}

} // namespace

QString rewardEquation(const IntersectionTaskSpec &task) {
    QStringList rows;
    rows << line(valueText(task.goalReward), tr("at the goal"));
    rows << line(task.violationPenalty == 0 ? QString("0")
                                            : "−" + valueText(task.violationPenalty) + " · ‖g‖",
                 tr("on a violation"));
    if (task.shapingScale != 0)
        rows << line(QString("%1 / (%2 + ‖g‖)")
                         .arg(valueText(task.shapingScale), valueText(task.shapingOffset)),
                     tr("otherwise"));
    if (task.progressReward != 0)
        rows << line("+ " + valueText(task.progressReward) + " · Δ‖g‖", tr("nearer to the goal"));
    if (task.stepPenalty != 0)
        rows << line("− " + valueText(task.stepPenalty), tr("every step"));
    return table(rows) + tr("g: from the agent to its goal, m");
}

QString rewardEquation(const RacingTaskSpec &race) {
    QStringList rows;
    rows << line("−" + valueText(race.collisionPenalty), tr("on a collision"))
         << line(valueText(race.bestLapReward), tr("at the best lap so far"))
         << line(valueText(race.lapReward), tr("at a lap"));
    if (race.checkpointReplacesSpeed)
        rows << line(valueText(race.checkpointReward), tr("at a checkpoint"));
    rows << line(valueText(race.speedReward) + " · v", tr("otherwise"));
    if (race.progressReward != 0)
        rows << line("+ " + valueText(race.progressReward) + " · Δs", tr("every step"));
    return table(rows) + (race.progressReward != 0 ? tr("v: speed, m/s; s: way along the track, m")
                                                   : tr("v: speed, m/s"));
}

QString rewardEquation(const Scenario &scenario) {
    return scenario.kind == ScenarioKind::Racing ? rewardEquation(scenario.racing)
                                                 : rewardEquation(scenario.task);
}

} // namespace paddock
