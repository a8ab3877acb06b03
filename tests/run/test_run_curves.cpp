// Claims about curves read from run directories: they follow what is written, forget what is taken
// back, and are summed up over seeds as a table by hand says.
#include "core/base/file_io.h"
#include "core/run/curve_line.h"
#include "core/run/run_curves.h"
#include "core/run/run_directory.h"
#include "core/run/timing_tag.h"

#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>

using namespace paddock;
namespace fs = std::filesystem;

namespace {

fs::path pathOf(const QTemporaryDir &folder) {
    return fs::path(folder.path().toStdString()) / "run";
}

RunDirectory makeRun(const QTemporaryDir &folder) {
    Result<RunDirectory> run = RunDirectory::createAt(pathOf(folder));
    if (!run || !run->writeScenario(R"({"name":"x","training":{"seed":3,"gamma":0.9}})"))
        qFatal("no run can be made");
    return std::move(*run);
}

void add(RunDirectory &run, std::int64_t step, double reward) {
    if (!run.appendMetrics({step, 0, {{tag::kReward, reward}}}) ||
        !run.appendTiming({step, double(step) / 100, {{tag::kEpisodes, double(step) / 10}}}))
        qFatal("no row can be written");
}

std::vector<double> rewards(RunCurvesReader &reader) {
    const auto curve = reader.curves()->find(tag::kReward, 0);
    std::vector<double> out;
    for (std::size_t i = 0; curve && i < curve->points().size(); ++i)
        out.push_back(curve->points()[i].mean);
    return out;
}

RunCurves::Curve curveOf(const std::vector<std::pair<double, double>> &samples) {
    auto curve = std::make_shared<MetricCurve>();
    for (const auto &[step, value] : samples)
        curve->add(step, value);
    return curve;
}

} // namespace

class TestRunCurves : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aRunThatGrowsIsFollowed() {
        const QTemporaryDir folder;
        RunDirectory run = makeRun(folder);
        RunCurvesReader reader(pathOf(folder));
        add(run, 100, 1);
        QVERIFY(reader.poll());
        QCOMPARE(rewards(reader), std::vector<double>{1});
        QVERIFY(!reader.poll());
        add(run, 200, 2);
        QVERIFY(reader.poll());
        QCOMPARE(rewards(reader), (std::vector<double>{1, 2}));
    }
    void aLineThatIsNotWholeYetWaits() {
        const QTemporaryDir folder;
        RunDirectory run = makeRun(folder);
        std::ofstream file(pathOf(folder) / "metrics.jsonl", std::ios::app);
        file << "{\"step\":100,\"Environment/Cumul" << std::flush;
        RunCurvesReader reader(pathOf(folder));
        reader.poll();
        QVERIFY(rewards(reader).empty());
        file << "ative Reward\":1.5}"
             << "\n"
             << std::flush;
        reader.poll();
        QCOMPARE(rewards(reader), std::vector<double>{1.5});
    }
    void rowsThatAResumedRunTakesBackAreForgotten() {
        const QTemporaryDir folder;
        RunDirectory run = makeRun(folder);
        RunCurvesReader reader(pathOf(folder));
        for (int step : {100, 200, 300})
            add(run, step, step);
        reader.poll();
        QVERIFY(run.truncateMetricsAfter(100).ok());
        add(run, 200, -1);
        QVERIFY(reader.poll());
        QCOMPARE(rewards(reader), (std::vector<double>{100, -1}));
        QCOMPARE(reader.curves()->seconds->points().size(), std::size_t(2));
    }
    void timeAndEpisodesAreReadBesideTheSteps() {
        const QTemporaryDir folder;
        RunDirectory run = makeRun(folder);
        RunCurvesReader reader(pathOf(folder));
        add(run, 100, 1);
        add(run, 200, 1);
        reader.poll();
        QCOMPARE(reader.curves()->seconds->points().back().mean, 2.0);
        QCOMPARE(reader.curves()->episodes->points().back().mean, 20.0);
    }
    void theClockOfAResumedRunGoesOn() {
        const QTemporaryDir folder;
        RunDirectory run = makeRun(folder);
        RunCurvesReader reader(pathOf(folder));
        QVERIFY(run.appendTiming({100, 50, {}}).ok() && run.appendTiming({200, 4, {}}).ok());
        reader.poll();
        QCOMPARE(reader.curves()->seconds->points().back().mean, 54.0);
    }
    void groupsHaveCurvesOfTheirOwn() {
        const QTemporaryDir folder;
        RunDirectory run = makeRun(folder);
        RunCurvesReader reader(pathOf(folder));
        QVERIFY(run.appendMetrics({100, 0, {{tag::kReward, 1}}, 0, "racer_1"}).ok());
        QVERIFY(run.appendMetrics({100, 0, {{tag::kReward, 2}}, 1, "racer_2"}).ok());
        reader.poll();
        const auto curves = reader.curves();
        QCOMPARE(curves->groups, (std::vector<std::string>{"racer_1", "racer_2"}));
        QCOMPARE(curves->find(tag::kReward, 1)->points().front().mean, 2.0);
        QVERIFY(!curves->find(tag::kReward, 2));
    }
    void documentsAreEqualApartFromTheSeed() {
        const QTemporaryDir folder;
        RunDirectory run = makeRun(folder);
        const auto documentOf = [&](const char *json) {
            if (!writeFileAtomic(pathOf(folder) / "scenario.json", json))
                qFatal("cannot write");
            return RunCurvesReader(pathOf(folder)).curves()->document;
        };
        const std::string first = documentOf(R"({"training":{"seed":1,"gamma":0.9}})");
        QCOMPARE(documentOf(R"({"training":{"gamma":0.9,"seed":2}})"), first);
        QVERIFY(documentOf(R"({"training":{"gamma":0.8,"seed":1}})") != first);
    }
    void aFolderWithoutARunSaysWhatIsMissing() {
        const QTemporaryDir folder;
        RunCurvesReader reader(pathOf(folder));
        QVERIFY(!reader.poll());
        QVERIFY(reader.curves()->problem.find("scenario.json") != std::string::npos);
    }

    // Runs read 1, 3 at steps 10, 20 and 5 at step 15 only to 20: by hand.
    void theBandIsMeanLeastAndGreatest() {
        const std::vector<RunCurves::Curve> runs{curveOf({{10, 1}, {20, 3}}),
                                                 curveOf({{15, 6}, {20, 9}})};
        const auto band = bandOf(runs, 0, BandSpread::Extremes);
        QCOMPARE(band.size(), std::size_t(3));
        QCOMPARE(band[0].runs, 1); // only one run speaks of step 10
        QCOMPARE(band[0].smooth, 1.0);
        QCOMPARE(band[1].smooth, 4.0); // of 2, between 1 and 3, and 6
        QCOMPARE(band[1].low, 2.0);
        QCOMPARE(band[1].high, 6.0);
        QCOMPARE(band[2].smooth, 6.0);
    }
    void theBandOfADeviationIsTheSampleDeviation() {
        const std::vector<RunCurves::Curve> runs{curveOf({{10, 2}}), curveOf({{10, 4}}),
                                                 curveOf({{10, 9}})};
        const auto band = bandOf(runs, 0, BandSpread::Deviation);
        QCOMPARE(band[0].smooth, 5.0);
        QCOMPARE(band[0].high, 5.0 + std::sqrt((9.0 + 1.0 + 16.0) / 2));
    }
    void aBandOfManyStepsIsBounded() {
        std::vector<RunCurves::Curve> runs;
        for (int r = 0; r < 3; ++r) {
            auto curve = std::make_shared<MetricCurve>();
            for (int i = 1; i < 20'000; ++i)
                curve->add(3 * i + r, i);
            runs.push_back(curve);
        }
        const auto band = bandOf(runs, 0, BandSpread::Extremes);
        QVERIFY(band.size() <= 4096);
        QVERIFY(std::abs(band[2000].smooth - band[2000].step / 3) < 1);
    }

    // Oracle: the extremes of all samples of the buckets that the view touches, one by one.
    void extremesOfEveryViewAreExact() {
        MetricCurve curve(1000);
        std::vector<double> samples;
        for (int i = 0; i < 50'000; ++i) {
            samples.push_back(std::sin(i * 12.9898) * 43758.5453 -
                              std::floor(std::sin(i * 12.9898) * 43758.5453));
            curve.add(i, samples.back());
        }
        const auto line = lineOf(curve, 0);
        const int bucket = int(curve.points().front().count);
        for (int from = 0; from < 50'000; from += 777)
            for (int width : {100, 3000, 40'000}) {
                const ValueRange found = valuesInView(line, from, from + width, -1e9);
                double low = 1e9, high = -1e9;
                for (const LinePoint &p : line)
                    if (p.x >= from && p.x <= from + width)
                        for (int i = std::max(0, int(p.step) - bucket + 1); i <= int(p.step); ++i) {
                            low = std::min(low, samples[std::size_t(i)]);
                            high = std::max(high, samples[std::size_t(i)]);
                        }
                if (!found.any)
                    continue;
                QCOMPARE(found.low, low);
                QCOMPARE(found.high, high);
                double drawnLow = 1e9, drawnHigh = -1e9;
                const auto drawn = pointsInView(line, from, from + width, 50);
                QVERIFY(drawn.size() <= 50 + 3);
                for (const LinePoint &p : drawn)
                    if (p.x >= from && p.x <= from + width) {
                        drawnLow = std::min(drawnLow, p.low);
                        drawnHigh = std::max(drawnHigh, p.high);
                    }
                QCOMPARE(drawnLow, low);
                QCOMPARE(drawnHigh, high);
            }
    }
};

QTEST_GUILESS_MAIN(TestRunCurves)
#include "test_run_curves.moc"
