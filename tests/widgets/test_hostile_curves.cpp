// Reference curves from files of others: whatever they hold, an error that names the file or curves
// that can be drawn.
#include "tests/support/hostile_bytes.h"
#include "widgets/plots/reference_curves.h"

#include <QTest>

#include <cmath>

using namespace paddock;
using namespace paddock::test;

namespace {

constexpr const char *kName = "sample";

std::string readCurves(const std::string &csv) {
    const auto curves = parseReferenceCurves(csv, kName);
    if (!curves)
        return curves.error().text().find(kName) != std::string::npos
                   ? ""
                   : "the error names no file: " + curves.error().text();
    for (const auto &[tag, points] : curves->curves)
        for (const auto &[step, value] : points)
            if (!std::isfinite(step) || !std::isfinite(value))
                return "a point that is nowhere in " + tag;
    return {};
}

} // namespace

class TestHostileCurves : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readersOutliveHostileFiles() {
        std::string csv = "step,Environment/Cumulative Reward,Losses/Policy Loss\n";
        for (int i = 1; i <= 40; ++i)
            csv += std::to_string(1000 * i) + "," + std::to_string(0.25 * i - 3) +
                   (i % 5 ? ",0.0" + std::to_string(i) : ",") + "\n";
        const std::string wrong = attack(csv, readCurves, 200, 500);
        QVERIFY2(wrong.empty(), wrong.c_str());
        for (const char c : {',', '\n', '"', '1', '\0'})
            QCOMPARE(QString::fromStdString(readCurves(std::string(1'000'000, c))), QString());
    }
};

QTEST_GUILESS_MAIN(TestHostileCurves)
#include "test_hostile_curves.moc"
