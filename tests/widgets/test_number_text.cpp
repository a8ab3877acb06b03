#include "widgets/form/field_words.h"
#include "widgets/theme/number_text.h"

#include <QLocale>
#include <QTest>

using namespace paddock;

class TestNumberText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany)); }

    void stepsAreShortWithUnitPrefixes() {
        QCOMPARE(shortCount(0), QString("0"));
        QCOMPARE(shortCount(950), QString("950"));
        QCOMPARE(shortCount(1500), QString("1.5 k"));
        QCOMPARE(shortCount(100'000), QString("100 k"));
        QCOMPARE(shortCount(1e6), QString("1 M"));
    }
    void whatRoundsUpTakesTheNextPrefix() { QCOMPARE(shortCount(999'999), QString("1 M")); }
    void numbersHaveAPointInEveryLocale() { QCOMPARE(decimalText(1234.5, 2), QString("1234.50")); }
    void groupsAreThousands() { QCOMPARE(groupedCount(412'300), QString("412,300")); }
    void negativeZeroHasNoSign() { QCOMPARE(decimalText(-0.0001, 2), QString("0.00")); }
    void durationsReadAsClocks() {
        QCOMPARE(durationText(19.9), QString("0:19"));
        QCOMPARE(durationText(725), QString("12:05"));
        QCOMPARE(durationText(3723), QString("1:02:03"));
        QCOMPARE(durationText(-1), QString("-"));
    }
    void symbolsAreGreek() {
        QCOMPARE(symbolText("alpha"), QString("α"));
        QCOMPARE(symbolText("delta_max"), QString("δ_max"));
        QCOMPARE(symbolText("I_z"), QString("I_z"));
    }
    void problemPointersBecomePaths() {
        const Problem problem{"oval.json: /vehicles/1/wheelbase", "is -0.3", ""};
        QCOMPARE(problemPath(problem), QString("vehicles[1].wheelbase"));
    }
};

QTEST_GUILESS_MAIN(TestNumberText)
#include "test_number_text.moc"
