#include "core/base/line_fit.h"

#include <QTest>

#include <vector>

using namespace paddock;

class TestLineFit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void pointsOfALineGiveTheLine() {
        const std::vector<double> x{0, 1, 2, 3}, y{5, 7, 9, 11};
        QCOMPARE(fitLine(x, y).slope, 2.0);
        QCOMPARE(fitLine(x, y).offset, 5.0);
    }
    // Anscombe's first quartet: y = 3.00 + 0.500 x (Anscombe 1973).
    void anscombesFirstQuartetHasItsPublishedLine() {
        const std::vector<double> x{10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        const std::vector<double> y{8.04, 6.95, 7.58,  8.81, 8.33, 9.96,
                                    7.24, 4.26, 10.84, 4.82, 5.68};
        QVERIFY(qAbs(fitLine(x, y).slope - 0.5) < 0.001);
        QVERIFY(qAbs(fitLine(x, y).offset - 3.0) < 0.01);
    }
    void aSinglePointIsFlat() {
        const std::vector<double> one{4};
        QCOMPARE(fitLine(one, one).slope, 0.0);
        QCOMPARE(fitLine(one, one).offset, 4.0);
    }
    void nothingIsZero() { QCOMPARE(fitLine({}, {}).offset, 0.0); }
};

QTEST_GUILESS_MAIN(TestLineFit)
#include "test_line_fit.moc"
