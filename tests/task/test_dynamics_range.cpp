// Claims about ranges of domain randomization: what is drawn lies within and reaches the ends.
#include "core/sim/randomization.h"
#include "core/task/dynamics_range.h"
#include "core/task/layout.h"

#include <QtTest>

#include <algorithm>

using namespace paddock;

class TestDynamicsRange : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void drawsFillTheirRanges() {
        RandomizationSpec spec;
        spec.degree = 2;
        spec.comRange = 0.01;
        spec.suspensionRange = 30;
        spec.tireStiffnessRange = 5;
        const auto ranges = dynamicsRanges(spec);
        QCOMPARE(ranges.size(), dynamicsQuantities().size());
        std::vector<double> low(5, 1e9), high(5, -1e9);
        for (int world = 0; world < 400; ++world) {
            const DynamicsSample d = drawDynamics(spec, 7, world, world % 4);
            const float all[] = {d.friction, d.delay, d.comOffset, d.suspensionOffset,
                                 d.tireStiffnessOffset};
            for (std::size_t i = 0; i < 5; ++i) {
                low[i] = std::min(low[i], double(all[i]));
                high[i] = std::max(high[i], double(all[i]));
            }
        }
        for (std::size_t i = 0; i < 5; ++i) {
            const double slack = 1e-5 * std::max(1.0, ranges[i].high);
            QVERIFY(std::abs(low[i] - ranges[i].low) < slack);
            QVERIFY(std::abs(high[i] - ranges[i].high) < slack);
        }
    }
    void shareIsZeroAtTheNominalAndOneAtTheEnds() {
        const DynamicsRange range{1, 0.5, 3};
        QCOMPARE(range.share(1), 0.0);
        QCOMPARE(range.share(0.5), -1.0);
        QCOMPARE(range.share(2), 0.5);
        QCOMPARE((DynamicsRange{0, 0, 0}).share(0), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestDynamicsRange)
#include "test_dynamics_range.moc"
