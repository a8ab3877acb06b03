#include "core/base/text.h"

#include <QTest>

#include <clocale>
#include <cmath>
#include <cstring>
#include <limits>
#include <locale>
#include <vector>

using namespace paddock;

namespace {

// Writes numbers like de_DE does, whether or not that locale is installed.
struct GermanNumbers : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

const std::vector<std::string> kKeys{"wheelbase", "track_width", "wheel_radius", "learning_rate",
                                     "gamma"};

} // namespace

class TestText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void numbersReadBackAsThemselves_data() {
        QTest::addColumn<double>("value");
        const double values[] = {0,
                                 0.1,
                                 1.0 / 3,
                                 -2.5e-7,
                                 6.02214076e23,
                                 123456789.125,
                                 std::numeric_limits<double>::max(),
                                 std::numeric_limits<double>::denorm_min(),
                                 std::numeric_limits<double>::infinity(),
                                 0.1f};
        for (const double value : values)
            QTest::addRow("%.17g", value) << value;
    }
    void numbersReadBackAsThemselves() {
        QFETCH(const double, value);
        QVERIFY(parseNumber(numberText(value)) == value);
        const float single = static_cast<float>(value);
        QVERIFY(static_cast<float>(*parseNumber(numberText(single))) == single);
    }

    void numbersAreShort() {
        QCOMPARE(numberText(0.1), std::string("0.1"));
        QCOMPARE(numberText(0.1f), std::string("0.1"));
        QCOMPARE(numberText(3e-4), std::string("0.0003"));
        QCOMPARE(numberText(1e6), std::string("1000000"));
        QCOMPARE(numberText(1e-9), std::string("1e-09"));
        QCOMPARE(numberText(std::nan("")), std::string("nan"));
        QCOMPARE(fixedText(2.0 / 3, 2), std::string("0.67"));
    }

    void aCommaLocaleChangesNothing() {
        const std::locale cpp = std::locale::global(std::locale(std::locale(), new GermanNumbers));
        const std::string c = std::setlocale(LC_ALL, nullptr);
        std::setlocale(LC_ALL, "de_DE.UTF-8"); // where it is installed
        const std::string written = numberText(1234567.5) + " " + fixedText(1234567.25, 1) + " " +
                                    numberText(std::int64_t{1234567});
        const std::optional<double> read = parseNumber("1234567.5");
        const std::optional<double> comma = parseNumber("1,5");
        std::setlocale(LC_ALL, c.c_str());
        std::locale::global(cpp);
        QCOMPARE(written, std::string("1234567.5 1234567.2 1234567"));
        QVERIFY(read == 1234567.5);
        QVERIFY(!comma);
    }

    void onlyWholeTextsAreNumbers_data() {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", " ", "1x", "x1", "1 2", "0x10", "--1", "+-1", "1e", "1e999"})
            QTest::addRow("'%s'", text) << text;
    }
    void onlyWholeTextsAreNumbers() {
        QFETCH(const QString, text);
        QVERIFY(!parseNumber(text.toStdString()));
        QVERIFY(!parseInteger(text.toStdString()));
    }

    void blanksAndAPlusSignAreFine() {
        QVERIFY(parseNumber(" +1.5\t") == 1.5);
        QVERIFY(parseInteger("\n+12 ") == 12);
    }

    void integersMayBeWrittenAsWholeNumbers() {
        QVERIFY(parseInteger("1e6") == 1'000'000);
        QVERIFY(parseInteger("2.0") == 2);
        QVERIFY(parseInteger("9223372036854775807") == std::numeric_limits<std::int64_t>::max());
        QVERIFY(!parseInteger("2.5"));
        QVERIFY(!parseInteger("1e300"));
        QVERIFY(!parseInteger("nan"));
        QVERIFY(!parseInteger("9223372036854775808"));
    }

    void editDistanceCountsSingleChanges() {
        QCOMPARE(editDistance("", "abc"), std::size_t{3});
        QCOMPARE(editDistance("kitten", "sitting"), std::size_t{3});
        QCOMPARE(editDistance("same", "same"), std::size_t{0});
        QCOMPARE(editDistance("form", "from"), std::size_t{1}); // a swap is one change
        QCOMPARE(editDistance("ab", "ba"), std::size_t{1});
    }

    void nearestFindsTheMistypedWord() {
        QCOMPARE(nearest("weelbase", kKeys), std::optional<std::string>("wheelbase"));
        QCOMPARE(nearest("trackWidth", kKeys), std::optional<std::string>("track_width"));
        QCOMPARE(nearest("GAMMA", kKeys), std::optional<std::string>("gamma"));
    }

    void nearestDoesNotGuessWildly() {
        QVERIFY(!nearest("colour", kKeys));
        QVERIFY(!nearest("", kKeys));
        QVERIFY(!nearest(std::string(5000, 'w'), kKeys));
        QVERIFY(!nearest("gamma", std::vector<std::string>{}));
    }

    void trimmedKeepsInnerBlanks() {
        QVERIFY(trimmed(" \t a b\r\n") == "a b");
        QVERIFY(trimmed(" \n ").empty());
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "test_text.moc"
