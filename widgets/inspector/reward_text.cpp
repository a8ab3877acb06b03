#include "widgets/inspector/reward_text.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace paddock {

QString rewardEquation(const IntersectionTaskSpec &task) {
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("RewardEquation", text);
    };
    const auto line = [](const QString &value, const QString &when) {
        return QString("<tr><td>%1</td><td>&nbsp;&nbsp;%2</td></tr>").arg(value, when);
    };
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
    return "<table cellspacing='0' cellpadding='1'>" + rows.join("") + "</table>" +
           tr("g: from the agent to its goal, m");
}

} // namespace paddock
