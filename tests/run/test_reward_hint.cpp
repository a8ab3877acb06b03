// Claims about the hint at reward that is earned without the task: it names what is there, with
// numbers, on made and on published curves, and keeps silent where there is nothing.
#include "core/base/text.h"
#include "core/run/reward_hint.h"

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace paddock;

namespace {

const QString kCurves = PADDOCK_SOURCE_DIR "/../shared/data/paper/curves/";
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

// Evenly spread noise in [-1, 1], the same in every run of the test.
class Noise {
  public:
    double next() {
        m_state = m_state * 6364136223846793005ull + 1442695040888963407ull;
        return double(m_state >> 33) / double(1ull << 30) - 1;
    }

  private:
    unsigned long long m_state = 7;
};

// 100 rows: `reward` and `success` of the part of the run from 0 to 1, with noise.
template <class Reward, class Success>
std::vector<HintSample> series(Reward reward, Success success, Noise &noise, int rows = 100) {
    std::vector<HintSample> out;
    for (int i = 0; i < rows; ++i) {
        const double t = double(i) / rows;
        out.push_back({10'000.0 * (i + 1), reward(t) + 0.1 * noise.next(),
                       std::clamp(success(t) + 0.05 * noise.next(), 0.0, 1.0), 500});
    }
    return out;
}

std::vector<HintSample> published(const QString &name) {
    QFile file(kCurves + name);
    std::vector<HintSample> out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    const QList<QByteArray> tags = file.readLine().trimmed().split(',');
    const auto reward = tags.indexOf("Environment/Cumulative Reward");
    const auto length = tags.indexOf("Environment/Episode Length");
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        if (cells.size() == tags.size())
            out.push_back({*parseNumber(cells[0].toStdString()),
                           *parseNumber(cells[reward].toStdString()), kUnknown,
                           *parseNumber(cells[length].toStdString())});
    }
    return out;
}

} // namespace

class TestRewardHint : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aReturnThatRisesWhileSuccessFallsIsNamed() {
        Noise noise;
        const auto hints =
            findRewardHints(series([](double t) { return t < 0.5 ? 2.0 : 3.0; },
                                   [](double t) { return t < 0.5 ? 0.6 : 0.3; }, noise));
        QCOMPARE(hints.size(), std::size_t(1));
        QCOMPARE(hints[0].kind, RewardHint::Kind::SuccessFalls);
        QVERIFY(std::abs(hints[0].rewardAfter - hints[0].rewardBefore - 1) < 0.15);
        QVERIFY(std::abs(hints[0].otherBefore - 0.6) < 0.05);
        QVERIFY(std::abs(hints[0].otherAfter - 0.3) < 0.05);
    }
    void theClaimIsSaidInWordsWithNumbers() {
        const RewardHint hint{RewardHint::Kind::SuccessFalls, 600'000, 1e6, 6, 6.21, 0.58, 0.31};
        QCOMPARE(QString::fromStdString(hint.text()),
                 QString("From 600 k to 1 M steps the return rose by 0.21 while the success rate "
                         "fell from 58 % to 31 %: the agents may earn reward without reaching "
                         "their goals."));
    }
    void aReturnThatRisesMuchWhileSuccessStallsIsNamed() {
        Noise noise;
        const auto hints = findRewardHints(series([](double t) { return t < 0.5 ? 2.0 : 4.0; },
                                                  [](double) { return 0.5; }, noise));
        QCOMPARE(hints.size(), std::size_t(1));
        QCOMPARE(hints[0].kind, RewardHint::Kind::SuccessStalls);
    }
    void learningRaisesNothing() {
        Noise noise;
        QVERIFY(findRewardHints(
                    series([](double t) { return 6 * t; }, [](double t) { return 0.9 * t; }, noise))
                    .empty());
    }
    void theStartOfATrainingRaisesNothing() {
        Noise noise; // shaping is learned long before the first success
        QVERIFY(findRewardHints(series([](double t) { return 5 * t; },
                                       [](double t) { return t < 0.8 ? 0.0 : t - 0.8; }, noise))
                    .empty());
    }
    void noiseRaisesNothing() {
        Noise noise;
        for (int run = 0; run < 50; ++run)
            QVERIFY(findRewardHints(series([&](double) { return 3 + noise.next(); },
                                           [&](double) { return 0.5 + 0.3 * noise.next(); }, noise,
                                           400))
                        .empty());
    }
    void aTaskThatIsSolvedRaisesNothing() {
        Noise noise;
        QVERIFY(findRewardHints(series([](double t) { return t < 0.5 ? 2.0 : 4.0; },
                                       [](double) { return 1.0; }, noise))
                    .empty());
    }
    void fewRowsRaiseNothing() {
        QVERIFY(findRewardHints({}).empty());
        Noise noise;
        QVERIFY(findRewardHints(series([](double t) { return 9 * t; },
                                       [](double t) { return 1 - t; }, noise, 10))
                    .empty());
    }

    // The published runs did not record success. Where return is far above that of a success, about
    // 7, their episodes are far longer than those of one, about 520 steps.
    void thePublishedRunsThatLoiterAreNamed_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<double>("step");
        QTest::newRow("1 world") << "intersection-01env.csv" << 700e3;
        QTest::newRow("5 worlds") << "intersection-05env.csv" << 950e3;
        QTest::newRow("10 worlds") << "intersection-10env.csv" << 400e3;
        QTest::newRow("20 worlds") << "intersection-20env.csv" << 600e3;
    }
    void thePublishedRunsThatLoiterAreNamed() {
        QFETCH(QString, file);
        QFETCH(double, step);
        const auto samples = published(file);
        if (samples.empty())
            QSKIP("the published curves are not here");
        const auto hints = findRewardHints(samples);
        QVERIFY(std::any_of(hints.begin(), hints.end(), [&](const RewardHint &hint) {
            return hint.fromStep <= step && step <= hint.toStep;
        }));
        for (const RewardHint &hint : hints)
            QVERIFY2(hint.rewardAfter > 7, hint.text().c_str());
    }
    void thePublishedRunsThatDoNotAreNot() {
        QStringList files{"intersection-15env.csv", "intersection-25env.csv"};
        for (const char *pairs : {"01", "02", "04", "06", "08", "10"})
            for (int agent : {1, 2})
                files << QString("racing-%1pair-agent%2.csv").arg(pairs).arg(agent);
        for (const QString &file : files) {
            const auto samples = published(file);
            if (samples.empty())
                QSKIP("the published curves are not here");
            const auto hints = findRewardHints(samples);
            QVERIFY2(hints.empty(),
                     hints.empty() ? "" : (file.toStdString() + ": " + hints[0].text()).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestRewardHint)
#include "test_reward_hint.moc"
