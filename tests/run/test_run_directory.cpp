#include "core/run/run_directory.h"

#include "core/base/file_io.h"
#include "core/run/checkpoint_folder.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace paddock;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t kTime = 1700000000; // 2023-11-14 22:13:20 UTC
const RunDirectory::Files kFiles{{"weights.safetensors", std::string("a\0b", 3)},
                                 {"state.json", "{}"}};

MetricRow rowAt(std::int64_t step) {
    return {step, double(step) / 10, {{"x", double(step)}}};
}

std::string slurp(const fs::path &path) {
    return *readFile(path, 1 << 20);
}

void spill(const fs::path &path, const std::string &text) {
    std::ofstream(path, std::ios::app) << text;
}

} // namespace

class TestRunDirectory : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void theNameTellsTimeScenarioAndSeed() {
        const auto run = RunDirectory::create(root(), "crossing", 7, kTime);
        QCOMPARE(run->path().filename().string(), std::string("20231114-221320_crossing_s7"));
    }

    void aTakenNameGetsANumber() {
        const auto first = RunDirectory::create(root(), "crossing", 7, kTime);
        const auto second = RunDirectory::create(root(), "crossing", 7, kTime);
        QCOMPARE(second->path().string(), first->path().string() + "_2");
    }

    void noScenarioNameLeavesTheRunsFolder_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"../../etc", "/abs", "..", "", "a b\n", "\xff"})
            QTest::addRow("'%s'", name) << QString::fromLatin1(name);
    }
    void noScenarioNameLeavesTheRunsFolder() {
        QFETCH(const QString, name);
        const auto run = RunDirectory::create(root() / "runs", name.toStdString(), 1, kTime);
        QVERIFY(run.ok());
        QCOMPARE(fs::canonical(run->path()).parent_path(), fs::canonical(root() / "runs"));
    }

    void anExactFolderThatHoldsARunIsRefused() {
        const auto run = RunDirectory::createAt(root() / "mine");
        QVERIFY(run.ok());
        const auto again = RunDirectory::createAt(root() / "mine");
        QVERIFY(!again.ok());
        QVERIFY(again.error().text().find("already holds a run") != std::string::npos);
    }

    void anExactEmptyFolderIsTaken() {
        fs::create_directory(root() / "empty");
        QVERIFY(RunDirectory::createAt(root() / "empty").ok());
    }

    void onlyARunOpens() {
        QVERIFY(!RunDirectory::open(root()).ok());
        QVERIFY(!RunDirectory::open(root() / "missing").ok());
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->writeScenario("{}").ok());
        QVERIFY(RunDirectory::open(root() / "run").ok());
        QCOMPARE(*RunDirectory::open(root() / "run")->readScenario(), std::string("{}"));
    }

    void aRunWhereAFileStandsIsAnError() {
        spill(root() / "file", "x");
        QVERIFY(!RunDirectory::createAt(root() / "file").ok());
        QVERIFY(!RunDirectory::create(root() / "file", "a", 1, kTime).ok());
    }

    void rowsCanBeReadAsSoonAsTheyAreAppended() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->appendMetrics(rowAt(10)).ok());
        QCOMPARE(slurp(run->path() / "metrics.jsonl"), std::string("{\"step\":10,\"x\":10}\n"));
        QVERIFY(run->appendTiming(rowAt(10)).ok());
        QCOMPARE(slurp(run->path() / "timing.jsonl"),
                 std::string("{\"step\":10,\"wall_seconds\":1,\"x\":10}\n"));
    }

    void anEventIsOneLine() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->appendEvent("first\nsecond").ok());
        QCOMPARE(slurp(run->path() / "events.log"), std::string("first second\n"));
    }

    void anOpenedRunGoesOnBehindItsRows() {
        {
            auto run = RunDirectory::createAt(root() / "run");
            QVERIFY(run->writeScenario("{}").ok());
            QVERIFY(run->appendMetrics(rowAt(1)).ok());
        }
        auto run = RunDirectory::open(root() / "run");
        QVERIFY(run->appendMetrics(rowAt(2)).ok());
        QCOMPARE(run->readMetrics()->size(), std::size_t{2});
    }

    void truncationForgetsLaterRowsAndAppendsGoOn() {
        auto run = RunDirectory::createAt(root() / "run");
        for (const int step : {10, 20, 30}) {
            QVERIFY(run->appendMetrics(rowAt(step)).ok());
            QVERIFY(run->appendTiming(rowAt(step)).ok());
        }
        QVERIFY(run->truncateMetricsAfter(20).ok());
        QVERIFY(run->appendMetrics(rowAt(40)).ok());
        const auto rows = run->readMetrics();
        QCOMPARE(rows->size(), std::size_t{3});
        QCOMPARE(rows->back().step, std::int64_t{40});
        const std::string timing = slurp(run->path() / "timing.jsonl");
        QVERIFY(timing.find("30") == std::string::npos);
    }

    void aLineCutByACrashIsLeftOut() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->appendMetrics(rowAt(10)).ok());
        spill(run->path() / "metrics.jsonl", "{\"step\":20,\"x\":");
        QCOMPARE(run->readMetrics()->size(), std::size_t{1});
        QVERIFY(run->truncateMetricsAfter(100).ok());
        QCOMPARE(slurp(run->path() / "metrics.jsonl"), std::string("{\"step\":10,\"x\":10}\n"));
    }

    void aBrokenLineInTheMiddleIsAnErrorThatNamesIt() {
        auto run = RunDirectory::createAt(root() / "run");
        spill(run->path() / "metrics.jsonl", "rubbish\n");
        QVERIFY(run->appendMetrics(rowAt(10)).ok());
        const auto rows = run->readMetrics();
        QVERIFY(!rows.ok());
        QVERIFY(rows.error().text().find("metrics.jsonl:1") != std::string::npos);
    }

    void aCheckpointReadsBackAsWritten() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->writeCheckpoint(102'400, kFiles, 5).ok());
        QCOMPARE(run->checkpointPath(102'400).filename().string(),
                 std::string("step_000000102400"));
        QVERIFY(*readCheckpoint(run->checkpointPath(102'400)) == kFiles);
    }

    void onlyTheNewestCheckpointsAreKept() {
        auto run = RunDirectory::createAt(root() / "run");
        for (const int step : {100, 200, 300, 400})
            QVERIFY(run->writeCheckpoint(step, kFiles, 2).ok());
        QCOMPARE(run->checkpoints(), (std::vector<std::int64_t>{300, 400}));
        QVERIFY(run->latestCheckpoint() == 400);
    }

    void keepZeroKeepsAll() {
        auto run = RunDirectory::createAt(root() / "run");
        for (const int step : {100, 200, 300})
            QVERIFY(run->writeCheckpoint(step, kFiles, 0).ok());
        QCOMPARE(run->checkpoints().size(), std::size_t{3});
    }

    void theCheckpointJustWrittenIsNeverPruned() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->writeCheckpoint(300, kFiles, 1).ok());
        QVERIFY(run->writeCheckpoint(100, kFiles, 1).ok()); // resumed from an earlier step
        QCOMPARE(run->checkpoints(), (std::vector<std::int64_t>{100}));
    }

    void aFailedCheckpointPrunesNothingAndLeavesNothing() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->writeCheckpoint(100, kFiles, 1).ok());
        QVERIFY(!run->writeCheckpoint(200, {{"ok", "x"}, {"sub/file", "x"}}, 1).ok());
        QCOMPARE(run->checkpoints(), (std::vector<std::int64_t>{100}));
        const fs::directory_iterator entries(run->path() / "checkpoints");
        QCOMPARE(std::distance(begin(entries), end(entries)), std::ptrdiff_t{1});
    }

    void aCheckpointOfTheSameStepIsReplaced() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->writeCheckpoint(100, {{"old", "1"}}, 5).ok());
        QVERIFY(run->writeCheckpoint(100, {{"new", "2"}}, 5).ok());
        QVERIFY(*readCheckpoint(run->checkpointPath(100)) == (RunDirectory::Files{{"new", "2"}}));
    }

    void laterCheckpointsCanBeForgotten() {
        auto run = RunDirectory::createAt(root() / "run");
        for (const int step : {100, 200, 300})
            QVERIFY(run->writeCheckpoint(step, kFiles, 0).ok());
        QVERIFY(run->removeCheckpointsAfter(100).ok());
        QCOMPARE(run->checkpoints(), (std::vector<std::int64_t>{100}));
    }

    void leftoversOfACrashAreCleanedOnOpening() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(run->writeScenario("{}").ok());
        const fs::path checkpoints = run->path() / "checkpoints";
        fs::create_directory(checkpoints / ".step_000000000200.new"); // cut while writing
        fs::create_directory(checkpoints / ".step_000000000100.old"); // cut between two renames
        fs::create_directory(checkpoints / "notes");                  // somebody else's
        QVERIFY(RunDirectory::open(run->path()).ok());
        QCOMPARE(run->checkpoints(), (std::vector<std::int64_t>{100}));
        QVERIFY(!fs::exists(checkpoints / ".step_000000000200.new"));
        QVERIFY(fs::exists(checkpoints / "notes"));
    }

    void checkpointNamesReadBack() {
        QCOMPARE(checkpointName(5), std::string("step_000000000005"));
        QVERIFY(checkpointStep(checkpointName(1'234'567'890'123)) == 1'234'567'890'123);
        for (const char *name :
             {"step_5", "step_00000000000x", "other", "step_", "step_-00000000005"})
            QVERIFY(!checkpointStep(name));
    }

    void aRunAndItsCheckpointAreLocated() {
        auto run = RunDirectory::createAt(root() / "run");
        QVERIFY(!locateCheckpoint(run->path()).ok());
        QVERIFY(run->writeCheckpoint(100, kFiles, 0).ok());
        QVERIFY(run->writeCheckpoint(200, kFiles, 0).ok());
        QCOMPARE(locateCheckpoint(run->path())->step, std::int64_t{200});
        const auto first = locateCheckpoint(run->checkpointPath(100));
        QCOMPARE(first->step, std::int64_t{100});
        QCOMPARE(first->runDir, fs::canonical(run->path()));
        QVERIFY(!locateCheckpoint(root()).ok());
        QVERIFY(!locateCheckpoint(root() / "missing").ok());
    }

  private:
    fs::path root() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRunDirectory)
#include "test_run_directory.moc"
