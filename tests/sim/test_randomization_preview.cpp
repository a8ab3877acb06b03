#include "core/sim/randomization.h"
#include "core/sim/randomization_preview.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace paddock;

namespace {

const RandomizationRow &rowOf(const std::vector<RandomizationRow> &rows, const char *field) {
    return *std::find_if(rows.begin(), rows.end(), [field](const RandomizationRow &row) {
        return row.field == std::string("randomization.") + field;
    });
}

double deviation(const std::vector<float> &samples) {
    double sum = 0, squares = 0;
    for (const float s : samples) {
        sum += double(s);
        squares += double(s) * double(s);
    }
    const double n = double(samples.size()), mean = sum / n;
    return std::sqrt(squares / n - mean * mean);
}

} // namespace

class TestRandomizationPreview : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void noiseHasTheDeviationOfItsVariance() {
        RandomizationSpec spec;
        spec.degree = 2;
        const auto rows = previewRandomization(spec, 1, 20'000);
        // Twice the root of 1e-4 m^2 is 2 cm; 20000 samples know it to 0.5 %.
        QVERIFY(std::abs(deviation(rowOf(rows, "position_noise_variance").samples) - 0.02) < 3e-4);
        QVERIFY(std::abs(deviation(rowOf(rows, "action_noise_variance").samples) - 0.1) < 2e-3);
    }
    void dynamicsAreWhatWorldsDraw() {
        RandomizationSpec spec;
        spec.degree = 1;
        spec.comRange = 0.05;
        const auto rows = previewRandomization(spec, 7, 30);
        for (int world = 0; world < 30; ++world) {
            const DynamicsSample sample = drawDynamics(spec, 7, world, 0);
            QCOMPARE(rowOf(rows, "friction_range").samples[std::size_t(world)], sample.friction);
            QCOMPARE(rowOf(rows, "com_range").samples[std::size_t(world)], sample.comOffset);
        }
    }
    void withoutDegreeNothingDiffers() {
        for (const RandomizationRow &row : previewRandomization({}, 1, 50))
            for (const float sample : row.samples)
                QCOMPARE(double(sample), row.nominal);
        const GhostDrives ghosts = driveGhosts(presetScenario("paper"), {}, {});
        QCOMPARE(ghosts.paths.size(), std::size_t(24));
        for (const auto &path : ghosts.paths)
            QCOMPARE(path, ghosts.paths.front());
    }
    void ghostsOfOtherFrictionGoOtherWays() {
        Scenario s = presetScenario("paper");
        s.randomization.degree = 2;
        const GhostDrives ghosts = driveGhosts(s, {{1, 2}, 0.5f}, {});
        QCOMPARE(ghosts.paths.front().front(), (Pose{{1, 2}, 0.5f}));
        QVERIFY(ghosts.paths.front() != ghosts.paths.back());
        QCOMPARE(ghosts, driveGhosts(s, {{1, 2}, 0.5f}, {})); // the same every time
    }
    void stoppedGhostsEndEarly() {
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(driveGhosts(presetScenario("paper"), {}, stop.get_token()).paths.empty());
    }
};

QTEST_APPLESS_MAIN(TestRandomizationPreview)
#include "test_randomization_preview.moc"
