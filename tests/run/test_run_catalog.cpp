// Claims about a folder of runs that is looked at again and again: it shows what listRuns() shows,
// and reads only what has changed.
#include "core/base/file_io.h"
#include "core/run/run_catalog.h"
#include "core/run/run_directory.h"
#include "core/run/run_lock.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;
namespace fs = std::filesystem;

class TestRunCatalog : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path root() const { return m_folder->path().toStdString(); }
    fs::path makeRun(const fs::path &name) const {
        Result<RunDirectory> run = RunDirectory::createAt(root() / name);
        if (!run || !run->writeScenario(R"({"name": "crossing"})") ||
            !run->appendMetrics({1000, 0, {{tag::kReward, 1.0}}}))
            qFatal("the run cannot be written");
        return root() / name;
    }

  private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        makeRun("a");
        makeRun("b");
    }

    void itShowsWhatTheListShows() {
        RunCatalog catalog(root());
        QVERIFY(catalog.refresh() == listRuns(root()));
        makeRun("c");
        fs::remove_all(root() / "a");
        QVERIFY(catalog.refresh() == listRuns(root()));
    }

    void whatHasNotChangedIsNotReadAgain() {
        RunCatalog catalog(root());
        (void)catalog.refresh();
        QCOMPARE(catalog.lastRead(), std::size_t(2));
        (void)catalog.refresh();
        QCOMPARE(catalog.lastRead(), std::size_t(0));
        QVERIFY(RunDirectory::open(root() / "b")->appendMetrics({2000, 0, {}}).ok());
        const std::vector<RunSummary> runs = catalog.refresh();
        QCOMPARE(catalog.lastRead(), std::size_t(1));
        QVERIFY(runs == listRuns(root()));
    }

    void notesAndStateAreChangesToo() {
        RunCatalog catalog(root());
        (void)catalog.refresh();
        QVERIFY(saveRunNotes(root() / "a", {{"best"}, "", false, "", 0}).ok());
        Result<RunLock> lock = RunLock::take(root() / "b");
        QVERIFY(lock.ok());
        QVERIFY(catalog.refresh() == listRuns(root()));
        QCOMPARE(catalog.lastRead(), std::size_t(2));
        lock->release();
        QVERIFY(catalog.refresh() == listRuns(root()));
        QCOMPARE(catalog.lastRead(), std::size_t(1));
    }

    void lookingAtALockTakesNothing() {
        QVERIFY(RunLock::take(root() / "a").ok()); // taken and given back
        QVERIFY(!RunLock::isTaken(root() / "a"));
        QVERIFY(RunLock::take(root() / "a").ok());
        const Result<RunLock> held = RunLock::take(root() / "a");
        QVERIFY(RunLock::isTaken(root() / "a"));
        QVERIFY(!RunLock::take(root() / "a").ok());
    }

    void runsOfASweepAreFoundAndNamed() {
        makeRun("grid/001");
        RunCatalog catalog(root());
        QCOMPARE(catalog.refresh().size(), std::size_t(2)); // a folder of something else
        QVERIFY(writeFileAtomic(root() / "grid" / kSweepFile, "{}").ok());
        const std::vector<RunSummary> runs = catalog.refresh();
        QCOMPARE(runs.size(), std::size_t(3));
        const auto swept = std::find_if(runs.begin(), runs.end(),
                                        [](const RunSummary &run) { return run.name == "001"; });
        QCOMPARE(swept->sweep, std::string("grid"));
    }

    void noFolderIsNoRun() { QVERIFY(RunCatalog(root() / "nowhere").refresh().empty()); }
};

QTEST_GUILESS_MAIN(TestRunCatalog)
#include "test_run_catalog.moc"
