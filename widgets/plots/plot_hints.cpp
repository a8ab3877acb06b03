#include "widgets/plots/plot_hints.h"

#include "core/run/metrics.h"

#include <QCoreApplication>

namespace paddock {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("PlotHints", text);
}

MetricCurve curveOf(const ReferenceCurves &reference, const char *tag) {
    MetricCurve out;
    const auto found = reference.curves.find(tag);
    if (found != reference.curves.end())
        for (const auto &[step, value] : found->second)
            out.add(step, value);
    return out;
}

} // namespace

PlotMark markOf(const RewardHint &hint) {
    const QString detail = QString::fromStdString(hint.text());
    switch (hint.kind) {
    case RewardHint::Kind::SuccessFalls:
        return {(hint.fromStep + hint.toStep) / 2, tr("return up, success down"), MarkKind::Hint,
                detail};
    case RewardHint::Kind::SuccessStalls:
        return {(hint.fromStep + hint.toStep) / 2, tr("return up, success not"), MarkKind::Hint,
                detail};
    case RewardHint::Kind::EpisodesGrow:
        break;
    }
    return {hint.toStep, tr("long episodes pay"), MarkKind::Hint, detail};
}

QStringList hintsOfReference(const ReferenceCurves &reference) {
    const MetricCurve reward = curveOf(reference, tag::kReward);
    const MetricCurve success = curveOf(reference, tag::kSuccess);
    const MetricCurve length = curveOf(reference, tag::kLength);
    QStringList out;
    for (const RewardHint &hint : findRewardHints(hintSamples(reward, &success, &length)))
        out << QString("%1: %2").arg(QString::fromStdString(reference.name),
                                     QString::fromStdString(hint.text()));
    return out;
}

} // namespace paddock
