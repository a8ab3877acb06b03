// Claims about carrying out a plan: same seeds for all, same bits on any number of threads, replays
// that are what was judged.
#include "core/run/driven_lap.h"
#include "core/run/evaluation_export.h"
#include "core/run/evaluation_grid.h"
#include "core/run/evaluation_summary.h"

#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <cmath>

using namespace paddock;

namespace {

Scenario crossing() {
    Scenario scenario = presetScenario("paper");
    scenario.task.timeLimit = 4;
    return scenario;
}

EvaluationPlan smallPlan() {
    EvaluationPlan plan;
    plan.runs = 6;
    plan.degrees = {0, 2};
    plan.drivers = {{.driver = "full_speed"}, {.driver = "cautious"}, {.driver = "random"}};
    plan.scenarios = {{}};
    return plan;
}

EvaluationJob jobOf(const EvaluationPlan &plan, const Scenario &scenario = crossing()) {
    Result<EvaluationJob> job = prepareEvaluation(plan, "plan", &scenario);
    if (!job)
        qFatal("%s", job.error().text().c_str());
    return std::move(*job);
}

EvaluationGrid carryOut(const EvaluationJob &job, int threads = 2) {
    return runEvaluation(job, threads, {});
}

// A file of two laps that were driven in `scenario`: one clean in 0.1 s, one into something.
std::string lapFile(const QTemporaryDir &folder, const Scenario &scenario) {
    LapSplitter splitter(demonstrationMeta(scenario, 0));
    Demonstration laps{splitter.meta(), {}};
    const std::vector<float> seen(laps.meta.observationSize());
    const std::vector<std::int32_t> action{1, 1};
    for (const LapVerdict verdict : {LapVerdict::Clean, LapVerdict::Collision}) {
        for (int row = 0; row < 5; ++row)
            splitter.add(seen, {{0.1f * float(row), 0}, 0}, action, 0.5f);
        laps.episodes.push_back(
            splitter.close(verdict, verdict == LapVerdict::Clean ? 0.1 : 0, false).episode);
    }
    const std::string file = folder.filePath("me.pdemo").toStdString();
    if (const Status written = writeDemonstration(laps, file); !written)
        qFatal("%s", written.error().text().c_str());
    return file;
}

} // namespace

class TestEvaluationGrid : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyCellHasItsRuns() {
        const EvaluationJob job = jobOf(smallPlan());
        const EvaluationGrid grid = carryOut(job);
        QVERIFY(grid.complete());
        QCOMPARE(grid.cells.size(), std::size_t(6));
        QCOMPARE(job.totalRuns(), std::int64_t(36));
        for (const EvaluationCell &cell : grid.cells) {
            QCOMPARE(cell.runs.size(), std::size_t(6));
            for (const EvaluationRun &run : cell.runs) {
                QCOMPARE(run.agents, 4);
                QVERIFY(run.duration > 0 && run.duration <= 4 + 1e-9);
                QCOMPARE(run.success, run.outcome == "goal");
            }
        }
    }

    void threadsDoNotChangeOneBit() {
        const EvaluationJob job = jobOf(smallPlan());
        QCOMPARE(evaluationCsv(job, carryOut(job, 1)), evaluationCsv(job, carryOut(job, 5)));
    }

    // Run i of two drivers that are the same one is the same run.
    void driversMeetTheSameRuns() {
        EvaluationPlan plan = smallPlan();
        plan.drivers = {{.driver = "full_speed"}, {.driver = "full_speed"}};
        const EvaluationJob job = jobOf(plan);
        QCOMPARE(job.driverNames, (std::vector<std::string>{"full_speed", "full_speed (2)"}));
        const EvaluationGrid grid = carryOut(job);
        for (const PairedDifference &pair : pairedDifferences(grid, Kpi::Return)) {
            QCOMPARE(pair.n, std::int64_t(6));
            QCOMPARE(pair.difference, 0.0);
            QCOMPARE(pair.interval, (Interval{0, 0}));
        }
        QCOMPARE(pairedDifferences(grid, Kpi::Return).size(), std::size_t(2));
    }

    void anotherSeedIsAnotherSample() {
        EvaluationPlan plan = smallPlan();
        plan.drivers.resize(1);
        const EvaluationGrid first = carryOut(jobOf(plan));
        plan.seed += 1;
        const EvaluationGrid second = carryOut(jobOf(plan));
        QVERIFY(first.cells[0].runs[0].episodeReturn != second.cells[0].runs[0].episodeReturn);
    }

    void aReplayIsTheRunThatWasJudged() {
        const EvaluationJob job = jobOf(smallPlan());
        const EvaluationGrid grid = carryOut(job);
        for (const std::size_t cell : {std::size_t(1), std::size_t(5)})
            for (const int run : {0, 3}) {
                const auto replay = replayRun(job, cell, run, {});
                QVERIFY2(replay.ok(), replay.ok() ? "" : replay.error().text().c_str());
                const EvaluationRun &judged = grid.cells[cell].runs[std::size_t(run)];
                QCOMPARE(replay->run.episodeReturn, judged.episodeReturn);
                QCOMPARE(replay->run.outcome, judged.outcome);
                QCOMPARE(replay->run.duration, judged.duration);
                // One frame a decision and the one before the first.
                const double seconds = double(replay->frames.size() - 1) * replay->period;
                QVERIFY(std::abs(seconds - judged.duration) < 1e-9);
                QCOMPARE(replay->frames.front().agents.size(), std::size_t(4));
                QCOMPARE(replay->scenario.parallel.worlds, std::int64_t(1));
            }
    }

    void aRunThatIsNotThereHasNoReplay() {
        const EvaluationJob job = jobOf(smallPlan());
        QVERIFY(!replayRun(job, 0, 6, {}).ok());
        QVERIFY(!replayRun(job, 0, -1, {}).ok());
        QVERIFY(!replayRun(job, 99, 0, {}).ok());
    }

    // Stopped after the first cell: that one is kept, those under way are not.
    void stoppingKeepsWholeCellsOnly() {
        const EvaluationJob job = jobOf(smallPlan());
        std::stop_source stop;
        std::atomic<std::int64_t> told{0};
        const EvaluationGrid grid = runEvaluation(
            job, 1, stop.get_token(),
            {.progress = [&](std::int64_t runs) { told = runs; },
             .cell = [&](std::size_t, const EvaluationCell &) { stop.request_stop(); }});
        QCOMPARE(told.load(), std::int64_t(6));
        QVERIFY(!grid.complete() && grid.problems.empty());
        QVERIFY(grid.cells[0].complete && grid.cells[0].runs.size() == 6);
        for (std::size_t i = 1; i < grid.cells.size(); ++i)
            QVERIFY(!grid.cells[i].complete && grid.cells[i].runs.empty());
    }

    void lapsAreRunsOfTheirOwn() {
        QTemporaryDir folder;
        const Scenario scenario = crossing();
        EvaluationPlan plan = smallPlan();
        plan.drivers = {{.driver = "cautious"},
                        {.kind = PlanDriverKind::Laps, .file = lapFile(folder, scenario)}};
        const EvaluationJob job = jobOf(plan, scenario);
        const EvaluationGrid grid = carryOut(job);
        QCOMPARE(grid.cells.size(), std::size_t(3)); // two degrees, and as driven
        const EvaluationCell &laps = grid.cells.back();
        QVERIFY(!laps.degree);
        QCOMPARE(laps.runs.size(), std::size_t(2));
        QCOMPARE(laps.runs[0].episodeReturn, 2.5);
        QVERIFY(laps.runs[0].success && !laps.runs[1].success);
        QCOMPARE(laps.runs[0].lapTime, 0.1);
        QVERIFY(std::isnan(laps.runs[1].lapTime));
        QCOMPARE(laps.runs[1].collisions, 1);
        QVERIFY(pairedDifferences(grid, Kpi::Return).empty());
        const auto replay = replayRun(job, 2, 1, {});
        QVERIFY2(replay.ok(), replay.ok() ? "" : replay.error().text().c_str());
        QCOMPARE(replay->frames.size(), std::size_t(5));
        QCOMPARE(replay->frames[3].agents[0].pose.position.x, 0.1f * 3);
    }

    void whoCannotDriveIsSaidBeforeAnybodyDoes() {
        EvaluationPlan plan = smallPlan();
        plan.drivers = {{.driver = "follow_the_gap"},
                        {.kind = PlanDriverKind::Policy, .file = "/nowhere/at/all"},
                        {.kind = PlanDriverKind::Laps, .file = "/nowhere.pdemo"}};
        const Scenario scenario = crossing();
        const auto job = prepareEvaluation(plan, "p.json", &scenario);
        QVERIFY(!job.ok());
        QCOMPARE(job.error().problems.front().where.rfind("p.json: /drivers/2", 0), std::size_t(0));
        plan.drivers.pop_back();
        const auto again = prepareEvaluation(plan, "p.json", &scenario);
        QVERIFY(!again.ok());
        QCOMPARE(again.error().problems.size(), std::size_t(2));
    }

    // By hand: returns 1, 2, 3 and 2, 4, 9 differ by 1, 2, 6: mean 3, deviation sqrt(7).
    void differencesAreTakenRunByRun() {
        EvaluationGrid grid;
        for (const std::vector<double> &returns :
             {std::vector<double>{1, 2, 3}, std::vector<double>{2, 4, 9}}) {
            EvaluationCell cell{0, int(grid.cells.size()), 1.0, true, {}};
            for (const double value : returns)
                cell.runs.push_back({.run = int(cell.runs.size()), .episodeReturn = value});
            grid.cells.push_back(cell);
        }
        const auto pairs = pairedDifferences(grid, Kpi::Return);
        QCOMPARE(pairs.size(), std::size_t(1));
        QCOMPARE(pairs[0].difference, 3.0);
        const double half = 4.30265 * std::sqrt(7.0) / std::sqrt(3.0);
        QVERIFY(std::abs(pairs[0].interval.high - (3 + half)) < 1e-4);
        QVERIFY(!pairs[0].clear());
    }

    // Shares 0, 0, 0, 0.25: mean 0.0625, s = 0.125, t(3) = 3.18245, so the half width is 0.1989.
    void theIntervalOfAShareIsAShare() {
        EvaluationCell cell;
        for (const int reached : {0, 0, 0, 1})
            cell.runs.push_back({.run = int(cell.runs.size()), .agents = 4, .reached = reached});
        const KpiStats stats = kpiStats(cell, Kpi::Reached);
        QCOMPARE(stats.mean, 0.0625);
        QCOMPARE(stats.interval.low, 0.0); // not -0.1364
        QVERIFY(std::abs(stats.interval.high - (0.0625 + 3.18245 * 0.125 / 2)) < 1e-4);
    }

    void spreadsheetsGetARowForEachRun() {
        EvaluationPlan plan = smallPlan();
        plan.degrees = {0.5};
        plan.drivers = {{.name = "=1+\"2\"", .driver = "full_speed"}};
        const EvaluationJob job = jobOf(plan);
        const std::string csv = evaluationCsv(job, carryOut(job));
        QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::ptrdiff_t(7));
        QVERIFY2(csv.find("\"intersection\",0.5,\"'=1+\"\"2\"\"\",0,1000,") != std::string::npos,
                 csv.c_str()); // quoted, and no formula
    }
};

QTEST_APPLESS_MAIN(TestEvaluationGrid)
#include "test_evaluation_grid.moc"
