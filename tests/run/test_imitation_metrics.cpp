// What cloning and the reward signals add to a metric row.
#include "core/run/imitation_metrics.h"

#include <QtTest>

using namespace paddock;

namespace {

UpdateStats gailUpdate(double loss, int minibatches, double rewards, int episodes) {
    UpdateStats stats;
    stats.gail.on = true;
    stats.gail.meanValue = loss / 2;
    stats.gail.finishedRewards = rewards;
    stats.gail.finishedEpisodes = episodes;
    stats.gail.losses.loss = loss;
    stats.gail.losses.minibatches = minibatches;
    return stats;
}

MetricRow rowOf(const ImitationSums &sums, bool vail = false) {
    MetricRow row;
    sums.appendTo(row, vail);
    return row;
}

} // namespace

class TestImitationMetrics : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsOffSaysNothing() {
        ImitationSums sums;
        sums.add(UpdateStats());
        QVERIFY(rowOf(sums).values.empty());
    }
    void lossesAreMeansOverMinibatches() {
        ImitationSums sums;
        sums.add(gailUpdate(1.0, 10, 0, 0));
        sums.add(gailUpdate(2.0, 30, 0, 0));
        QCOMPARE(rowOf(sums).get("Losses/GAIL Loss", -1), 1.75);
    }
    void rewardsAreMeansOverFinishedEpisodes() {
        ImitationSums sums;
        sums.add(gailUpdate(1, 1, 9.0, 1));
        sums.add(gailUpdate(1, 1, 3.0, 3));
        QCOMPARE(rowOf(sums).get("Policy/Gail Reward", -1), 3.0);
    }
    void withoutAFinishedEpisodeThereIsNoReward() {
        ImitationSums sums;
        sums.add(gailUpdate(1, 1, 0, 0));
        QCOMPARE(rowOf(sums).get("Policy/Gail Reward", -1), -1.0);
        QCOMPARE(rowOf(sums).get("Policy/Gail Value Estimate", -1), 0.5);
    }
    void cloningLossCarriesTheTrainersTag() {
        ImitationSums sums;
        UpdateStats stats;
        stats.cloning = {true, 0.25, 1e-4, 8};
        sums.add(stats);
        sums.add(UpdateStats()); // an update in which cloning had no turn does not dilute it
        QCOMPARE(rowOf(sums).get("Losses/Pretraining Loss", -1), 0.25);
    }
    void bottleneckIsToldWithVailAlone() {
        ImitationSums sums;
        sums.add(gailUpdate(1, 1, 0, 0));
        QCOMPARE(rowOf(sums).get("Policy/GAIL Beta", -1), -1.0);
        QCOMPARE(rowOf(sums, true).get("Policy/GAIL Beta", -1), 0.0);
    }
    void curiosityTellsItsTwoLosses() {
        ImitationSums sums;
        UpdateStats stats;
        stats.curiosity.on = true;
        stats.curiosity.losses.forward = 0.03;
        stats.curiosity.losses.inverse = 0.4;
        stats.curiosity.losses.minibatches = 2;
        sums.add(stats);
        QCOMPARE(rowOf(sums).get("Losses/Curiosity Forward Loss", -1), 0.03);
        QCOMPARE(rowOf(sums).get("Losses/Curiosity Inverse Loss", -1), 0.4);
    }
};

QTEST_GUILESS_MAIN(TestImitationMetrics)
#include "test_imitation_metrics.moc"
