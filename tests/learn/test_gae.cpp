// Generalised advantage estimation against a table computed by hand, and the buffer that it reads.
#include "core/learn/rollout_buffer.h"

#include <QtTest>

using namespace paddock;

namespace {

constexpr float kGamma = 0.5f, kLambda = 0.5f; // gamma * lambda = 1/4: the table has short decimals

// Four steps of three rows; rewards are 1 everywhere, values 2, 4, 8, 16 by step. Row 0 is cut by
// the horizon only, row 1 terminates after step 1, row 2 is truncated after step 2 where its final
// observation is worth 10. After the last step all rows are worth 32.
RolloutBuffer threeRows() {
    PolicyShape shape;
    shape.observationSize = 1;
    shape.branches = {2};
    RolloutBuffer buffer(shape, 3, 4);
    for (int t = 0; t < 4; ++t) {
        const std::vector<float> seen{float(t), 10.0f + float(t), 20.0f + float(t)};
        const std::vector<float> final{-1, -2, -3};
        const std::vector<std::int32_t> actions{0, 1, 0};
        const std::vector<float> logProbs{-1, -2, -3}, rewards{1, 1, 1};
        const std::vector<std::uint8_t> terminated{0, std::uint8_t(t == 1), 0};
        const std::vector<std::uint8_t> truncated{0, 0, std::uint8_t(t == 2)};
        buffer.append({seen.data(), 3, 1}, {actions.data(), 3, 1}, {logProbs.data(), 3, 1},
                      rewards.data(), terminated.data(), truncated.data(), {final.data(), 3, 1});
        for (std::size_t r = 0; r < 3; ++r)
            buffer.values[std::size_t(t) * 3 + r] = float(2 << t);
    }
    return buffer;
}

RolloutBuffer estimated(float rewardStrength = 1) {
    RolloutBuffer buffer = threeRows();
    const float truncatedValues[] = {10};
    const float lastValues[] = {32, 32, 32};
    computeGae(buffer, truncatedValues, lastValues, kGamma, kLambda, rewardStrength);
    return buffer;
}

std::vector<float> advantagesOf(const RolloutBuffer &buffer, std::size_t row) {
    std::vector<float> all;
    for (std::size_t t = 0; t < 4; ++t)
        all.push_back(buffer.advantages[t * 3 + row]);
    return all;
}

} // namespace

class TestGae : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // delta = 1 + next / 2 - value = 1 at every step, so A = 1, 1 + 1/4, ...
    void horizonCutBootstrapsFromTheLastValue() {
        QCOMPARE(advantagesOf(estimated(), 0), (std::vector<float>{1.328125f, 1.3125f, 1.25f, 1}));
    }
    // Step 1: 1 + 0 - 4 = -3, and nothing flows over the end.
    void terminationHasNoFuture() {
        QCOMPARE(advantagesOf(estimated(), 1), (std::vector<float>{0.25f, -3, 1.25f, 1}));
    }
    // Step 2: 1 + 10 / 2 - 8 = -2, and the sum ends there.
    void truncationBootstrapsFromTheFinalObservation() {
        QCOMPARE(advantagesOf(estimated(), 2), (std::vector<float>{1.125f, 0.5f, -2, 1}));
    }
    void returnsAreAdvantagesPlusValues() {
        const RolloutBuffer buffer = estimated();
        for (std::size_t i = 0; i < 12; ++i)
            QCOMPARE(buffer.returns[i], buffer.advantages[i] + buffer.values[i]);
    }
    void rewardsCountByTheirStrength() { // last step: 3 * 1 + 16 - 16
        QCOMPARE(advantagesOf(estimated(3), 0).back(), 3.0f);
    }
    void finalObservationsAreKeptForTruncatedRowsOnly() {
        const RolloutBuffer buffer = threeRows();
        QCOMPARE(buffer.truncatedSamples, std::vector<std::int32_t>{2 * 3 + 2});
        QCOMPARE(buffer.truncatedObservations, std::vector<float>{-3});
    }
    void samplesAreTimeMajor() {
        const RolloutBuffer buffer = threeRows();
        QCOMPARE(buffer.observations[3 * 1 + 2], 21.0f);
        QVERIFY(buffer.full());
    }
    void terminationWinsOverTruncation() {
        PolicyShape shape;
        shape.observationSize = 1;
        shape.branches = {2};
        RolloutBuffer buffer(shape, 1, 1);
        const float number = 0;
        const std::int32_t action = 0;
        const std::uint8_t yes = 1;
        buffer.append({&number, 1, 1}, {&action, 1, 1}, {&number, 1, 1}, &number, &yes, &yes,
                      {&number, 1, 1});
        QVERIFY(buffer.terminated[0] && !buffer.truncated[0]);
        QVERIFY(buffer.truncatedSamples.empty());
    }
    void clearForgetsStepsAndTruncations() {
        RolloutBuffer buffer = threeRows();
        buffer.clear();
        QCOMPARE(buffer.samples(), 0);
        QVERIFY(buffer.truncatedSamples.empty() && buffer.truncatedObservations.empty());
    }
};

QTEST_GUILESS_MAIN(TestGae)
#include "test_gae.moc"
