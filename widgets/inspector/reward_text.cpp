#include "widgets/inspector/reward_text.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace paddock {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("RewardEquation", text);
}

// The lines of an equation; those that paid wear a pointer.
class Lines {
  public:
    explicit Lines(const QStringList &paid) : m_paid(paid) {}
    void add(const char *term, const QString &value, const QString &when) {
        m_rows << QString("<tr><td>%1&nbsp;</td><td>%2</td><td>&nbsp;&nbsp;%3</td></tr>")
                      .arg(m_paid.contains(QLatin1String(term)) ? "▸" : "&nbsp;", value, when);
    }
    QString table() const {
        return "<table cellspacing='0' cellpadding='1'>" + m_rows.join("") + "</table>";
    }

  private:
    const QStringList &m_paid;
    QStringList m_rows;
};

} // namespace

QString rewardEquation(const IntersectionTaskSpec &task, const QStringList &paid) {
    Lines lines(paid);
    lines.add("goal", valueText(task.goalReward), tr("at the goal"));
    lines.add("violation",
              task.violationPenalty == 0 ? QString("0")
                                         : "−" + valueText(task.violationPenalty) + " · ‖g‖",
              tr("on a violation"));
    if (task.shapingScale != 0)
        lines.add("shaping",
                  QString("%1 / (%2 + ‖g‖)")
                      .arg(valueText(task.shapingScale), valueText(task.shapingOffset)),
                  tr("otherwise"));
    if (task.progressReward != 0)
        lines.add("progress", "+ " + valueText(task.progressReward) + " · Δ‖g‖",
                  tr("nearer to the goal"));
    if (task.stepPenalty != 0)
        lines.add("step", "− " + valueText(task.stepPenalty), tr("every step"));
    return lines.table() + tr("g: from the agent to its goal, m");
}

QString rewardEquation(const RacingTaskSpec &race, const QStringList &paid) {
    Lines lines(paid);
    lines.add("collision", "−" + valueText(race.collisionPenalty), tr("on a collision"));
    lines.add("best_lap", valueText(race.bestLapReward), tr("at the best lap so far"));
    lines.add("lap", valueText(race.lapReward), tr("at a lap"));
    if (race.checkpointReplacesSpeed)
        lines.add("checkpoint", valueText(race.checkpointReward), tr("at a checkpoint"));
    lines.add("speed", valueText(race.speedReward) + " · v", tr("otherwise"));
    if (race.progressReward != 0)
        lines.add("progress", "+ " + valueText(race.progressReward) + " · Δs", tr("every step"));
    return lines.table() + (race.progressReward != 0
                                ? tr("v: speed, m/s; s: way along the track, m")
                                : tr("v: speed, m/s"));
}

QString rewardEquation(const Scenario &scenario, const QStringList &paid) {
    return scenario.kind == ScenarioKind::Racing ? rewardEquation(scenario.racing, paid)
                                                 : rewardEquation(scenario.task, paid);
}

} // namespace paddock
