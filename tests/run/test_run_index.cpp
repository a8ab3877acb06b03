// Claims about the list of runs: it is made from their directories alone, whatever is in them.
#include "core/base/file_io.h"
#include "core/run/run_directory.h"
#include "core/run/run_index.h"
#include "core/run/run_lock.h"
#include "core/run/training_session.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;
namespace fs = std::filesystem;

namespace {

fs::path makeRun(const fs::path &folder, const std::string &name, const std::string &lastEvent) {
    Result<RunDirectory> run = RunDirectory::createAt(folder / name);
    if (!run)
        qFatal("%s", run.error().text().c_str());
    bool written = run->writeScenario(R"({"name": "crossing", "kind": "intersection",
        "preset": "tuned", "training": {"seed": 7, "max_steps": 5000}})")
                       .ok();
    written = written && run->writeBuild("{}").ok();
    for (const std::int64_t step : {1000, 2000})
        written =
            written &&
            run->appendMetrics({step, 0, {{tag::kReward, double(step)}, {tag::kSuccess, 0.5}}})
                .ok() &&
            run->appendTiming({step, double(step) / 100, {}}).ok();
    written = written && run->appendEvent("step 0 info: started with seed 7").ok() &&
              run->appendEvent(lastEvent).ok();
    if (!written)
        qFatal("the run cannot be written");
    return folder / name;
}

const RunSummary &named(const std::vector<RunSummary> &runs, const std::string &name) {
    for (const RunSummary &run : runs)
        if (run.name == name)
            return run;
    qFatal("no run %s", name.c_str());
}

} // namespace

class TestRunIndex : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void aRunIsToldFromItsDirectory() {
        const QTemporaryDir folder;
        const RunSummary run =
            readRunSummary(makeRun(folder.path().toStdString(), "a", "step 2000 info: finished"));
        QCOMPARE(run.name, std::string("a"));
        QCOMPARE(run.scenario, std::string("crossing"));
        QCOMPARE(run.preset, std::string("tuned"));
        QCOMPARE(run.seed, std::int64_t(7));
        QCOMPARE(run.steps, std::int64_t(2000));
        QCOMPARE(run.maxSteps, std::int64_t(5000));
        QCOMPARE(run.wallSeconds, 20.0);
        QCOMPARE(run.metrics.at(tag::kReward), 2000.0);
        QCOMPARE(run.state, RunState::Finished);
        QVERIFY(run.started > 1'600'000'000);
    }

    void theStateIsWhatTheLogEndsWith() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const auto state = [&](const std::string &name, const std::string &last) {
            return readRunSummary(makeRun(root, name, last)).state;
        };
        QCOMPARE(state("a", "step 9 info: stopped"), RunState::Stopped);
        QCOMPARE(state("b", "step 9 info: checkpoint at step 9"), RunState::Interrupted);
        QCOMPARE(state("c", "step 9 error: the run failed: no space"), RunState::Failed);
        QCOMPARE(readRunSummary(root / "c").problem, std::string("no space"));
    }

    void aSessionAtWorkIsSeenAndGuarded() {
        const QTemporaryDir folder;
        Scenario scenario;
        scenario.parallel.worlds = 1;
        scenario.training.maxSteps = 100'000'000;
        SessionOptions options;
        options.runDir = (folder.path() + "/run").toStdString();
        options.startPaused = true;
        auto session = TrainingSession::create(scenario, options);
        QVERIFY(session.ok());
        (*session)->start();
        QCOMPARE(readRunSummary(options.runDir).state, RunState::Running);
        QVERIFY(!trashRun(options.runDir).ok());
        SessionOptions second;
        second.resume = options.runDir;
        (*session)->post(CommandCheckpoint{});
        QVERIFY(QTest::qWaitFor([&] { return !listCheckpoints(options.runDir).empty(); }, 10'000));
        const auto refused = TrainingSession::create(scenario, second);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().text().find("another session") != std::string::npos);
        (*session)->post(CommandStop{});
        (*session)->wait();
        QCOMPARE(readRunSummary(options.runDir).state, RunState::Stopped);
        QVERIFY(TrainingSession::create(scenario, second).ok());
    }

    void severalPoliciesGiveTheirMeans() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        makeRun(root, "a", "step 0 info: finished");
        Result<RunDirectory> run = RunDirectory::open(root / "a");
        QVERIFY(run->appendMetrics({3000, 0, {{tag::kReward, 10}}, 0, "racer_1"}).ok());
        QVERIFY(run->appendMetrics({3000, 0, {{tag::kReward, 20}}, 1, "racer_2"}).ok());
        const RunSummary summary = readRunSummary(root / "a");
        QCOMPARE(summary.steps, std::int64_t(3000));
        QCOMPARE(summary.metrics.at(tag::kReward), 15.0);
        QVERIFY(!summary.metrics.contains(tag::kSuccess)); // of an earlier step
    }

    void whatIsDamagedHidesNothingElse() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        makeRun(root, "good", "step 0 info: finished");
        makeRun(root, "cut", "step 0 info: finished");
        QVERIFY(writeFileAtomic(root / "cut/scenario.json", "{\"name\": \"cro").ok());
        QVERIFY(writeFileAtomic(root / "cut/metrics.jsonl",
                                "{\"step\":1000,\"a\":1}\n{\"step\":2000,\"a\"")
                    .ok());
        QVERIFY(writeFileAtomic(root / "cut/notes.json", "[1, 2").ok());
        fs::create_directories(root / "holidays");
        QVERIFY(writeFileAtomic(root / "letter.txt", "hello").ok());
        const std::vector<RunSummary> runs = listRuns(root);
        QCOMPARE(runs.size(), std::size_t(2));
        QCOMPARE(named(runs, "cut").steps, std::int64_t(1000));
        QVERIFY(named(runs, "cut").problem.find("scenario.json") != std::string::npos);
        QCOMPARE(named(runs, "good").steps, std::int64_t(2000));
        QVERIFY(listRuns(root / "nowhere").empty());
    }

    void notesComeBackAsTheyWereWritten() {
        const QTemporaryDir folder;
        const fs::path run = makeRun(folder.path().toStdString(), "a", "step 0 info: finished");
        const RunNotes notes{{"best", "a \"quoted\" one"}, "läuft\nzwei Zeilen", true, "b", 12};
        QVERIFY(saveRunNotes(run, notes).ok());
        QVERIFY(readRunSummary(run).notes == notes);
    }

    void aDeletedRunComesBack() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const fs::path run = makeRun(root, "a", "step 0 info: finished");
        const auto first = trashRun(run);
        QVERIFY(first.ok());
        QVERIFY(listRuns(root).empty());
        makeRun(root, "a", "step 0 info: stopped"); // another of the same name
        const auto second = trashRun(root / "a");
        QVERIFY(second.ok());
        QVERIFY(restoreRun(*second).ok());
        QCOMPARE(readRunSummary(run).state, RunState::Stopped);
        QVERIFY(!restoreRun(*first).ok()); // the name is taken, and nothing is lost
        QVERIFY(fs::exists(*first / "scenario.json"));
    }
};

QTEST_GUILESS_MAIN(TestRunIndex)
#include "test_run_index.moc"
