#include "core/run/metric_curve.h"
#include "widgets/plots/reference_curves.h"

#include <QTest>

#include <cmath>

using namespace paddock;

class TestMetricCurve : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // Weight 0.5 over 1, 2, 4, 8 by hand: averages 0.5, 1.25, 2.625, 5.3125 over 1 - 0.5^n.
    void debiasedSmoothingEqualsTheTableByHand() {
        MetricCurve curve;
        for (int i = 0; i < 4; ++i)
            curve.add(i + 1, std::pow(2.0, i));
        const std::vector<double> expected{1.0, 1.25 / 0.75, 2.625 / 0.875, 5.3125 / 0.9375};
        const std::vector<double> smoothed = curve.smoothed(0.5);
        QCOMPARE(smoothed.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(smoothed[i], expected[i]);
    }
    void smoothedConstantIsThatConstantFromTheFirstPoint() {
        MetricCurve curve;
        for (int i = 1; i <= 50; ++i)
            curve.add(i, 3.5);
        for (double value : curve.smoothed(0.99))
            QVERIFY(std::abs(value - 3.5) < 1e-12);
    }
    void withoutWeightTheSmoothedCurveIsTheRawOne() {
        MetricCurve curve;
        curve.add(1, 4);
        curve.add(2, -1);
        QCOMPARE(curve.smoothed(0), (std::vector<double>{4, -1}));
    }
    void pointsStayWithinTheCapacity() {
        MetricCurve curve(100);
        for (int i = 1; i <= 10'000; ++i) {
            curve.add(i, i);
            QVERIFY(curve.points().size() <= 100);
        }
    }
    void decimationKeepsMinimumAndMaximum() {
        MetricCurve curve(16);
        for (int i = 1; i <= 1000; ++i)
            curve.add(i, i == 333 ? -77 : i == 777 ? 99 : 0);
        double lowest = 0, highest = 0;
        for (const CurvePoint &p : curve.points()) {
            lowest = std::min(lowest, p.min);
            highest = std::max(highest, p.max);
        }
        QCOMPARE(lowest, -77.0);
        QCOMPARE(highest, 99.0);
    }
    void decimationKeepsTheMean() {
        MetricCurve curve(10);
        double sum = 0;
        for (int i = 1; i <= 500; ++i) {
            curve.add(i, i * 0.5);
            sum += i * 0.5;
        }
        double kept = 0;
        std::int64_t count = 0;
        for (const CurvePoint &p : curve.points()) {
            kept += p.mean * double(p.count);
            count += p.count;
        }
        QCOMPARE(count, 500);
        QVERIFY(std::abs(kept - sum) < 1e-9 * sum);
    }
    void allOfALongCurveIsEquallyFine() {
        MetricCurve curve(64);
        for (int i = 1; i <= 10'000; ++i)
            curve.add(i, i);
        const auto &points = curve.points();
        QVERIFY(points.size() > 32);
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            QCOMPARE(points[i].count, points.front().count);
        QCOMPARE(points.front().count, std::int64_t(256)); // 10'000 / 64, the next power of two
    }
    void theNewestStepSurvivesDecimation() {
        MetricCurve curve(8);
        for (int i = 1; i <= 1001; ++i)
            curve.add(i, 0);
        QCOMPARE(curve.points().back().step, 1001.0);
    }
    void samplesThatAreNotFiniteAreLeftOut() {
        MetricCurve curve;
        curve.add(1, std::nan(""));
        curve.add(2, INFINITY);
        QVERIFY(curve.empty());
    }
    void stepsThatDoNotGrowAreLeftOut() {
        MetricCurve curve;
        curve.add(5, 1);
        curve.add(5, 2);
        curve.add(4, 3);
        QCOMPARE(curve.points().size(), std::size_t(1));
    }
    void nearestFindsTheCloserNeighbour() {
        MetricCurve curve;
        for (double step : {10.0, 20.0, 40.0})
            curve.add(step, 0);
        QCOMPARE(curve.nearest(0), 0);
        QCOMPARE(curve.nearest(29), 1);
        QCOMPARE(curve.nearest(31), 2);
        QCOMPARE(curve.nearest(1e9), 2);
    }
    void referenceFileGivesOneCurvePerColumn() {
        const auto read = parseReferenceCurves("step,a,b\n10,1.5,\n20,2.5,7\n", "paper");
        QVERIFY(read.ok());
        QCOMPARE(read->curves.at("a").size(), std::size_t(2));
        QCOMPARE(read->curves.at("b").front(), (std::pair{20.0, 7.0}));
    }
    void referenceFileWithAWordForANumberNamesTheLine() {
        const auto read = parseReferenceCurves("step,a\n10,1\n20,much\n", "paper");
        QVERIFY(!read.ok());
        QVERIFY(read.error().text().find("line 3") != std::string::npos);
    }
    void theNameOfAReferenceSaysWhoseItIs() {
        QCOMPARE(groupOfReference("racing-10pair-agent1"), 0);
        QCOMPARE(groupOfReference("racing-10pair-agent2"), 1);
        QCOMPARE(groupOfReference("Racer_3"), 2);
        for (const char *name : {"intersection-25env", "agent", "agent0", "10", "", "agent1-best"})
            QCOMPARE(groupOfReference(name), -1);
        QCOMPARE(parseReferenceCurves("step,a\n1,2\n", "x-agent2")->group, 1);
    }
    void whatIsNowhereIsLeftOutOfAReference() {
        const auto read = parseReferenceCurves("step,a\n1,nan\n2,inf\n3,4\n", "x");
        QVERIFY(read.ok());
        QCOMPARE(read->curves.at("a").size(), std::size_t(1));
        QVERIFY(!parseReferenceCurves("step,a\nnan,1\n", "x").ok());
    }
    void referenceFileWithoutStepsIsRefused() {
        QVERIFY(!parseReferenceCurves("time,a\n1,2\n", "paper").ok());
    }
};

QTEST_GUILESS_MAIN(TestMetricCurve)
#include "test_metric_curve.moc"
