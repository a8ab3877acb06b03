// Claims about runs that begin with the weights of another: the parent stays as it was, the fork
// goes on like a resumed run, and both are told from their folders.
#include "core/base/file_io.h"
#include "core/run/checkpoint.h"
#include "core/run/run_directory.h"
#include "core/run/run_fork.h"
#include "core/run/run_index.h"
#include "core/run/run_record.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;
namespace fs = std::filesystem;

namespace {

// Two worlds, a small net: an update every 320 steps.
Scenario tiny(std::int64_t steps) {
    Scenario s;
    s.parallel.worlds = 2;
    s.training.maxSteps = steps;
    s.training.horizon = 40;
    s.training.bufferSize = 320;
    s.training.hiddenUnits = 16;
    s.training.summaryFreq = 320;
    s.training.checkpointInterval = 640;
    return s;
}

std::unique_ptr<TrainingSession> sound(Result<std::unique_ptr<TrainingSession>> session) {
    if (!session)
        qFatal("%s", session.error().text().c_str());
    return std::move(*session);
}

std::uint64_t finish(TrainingSession &session) {
    session.start();
    session.wait();
    if (session.progress().state != SessionState::Finished)
        qFatal("%s", session.progress().message.c_str());
    return session.paramsHash();
}

// Names and bytes of all files of a run but the lock.
std::map<std::string, std::string> filesOf(const fs::path &run) {
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(run))
        if (entry.is_regular_file() && entry.path().filename() != ".lock")
            files[fs::relative(entry.path(), run).string()] =
                readFile(entry.path(), 1 << 24).value();
    return files;
}

} // namespace

class TestRunFork : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    fs::path m_parent;

    fs::path root() const { return m_folder.path().toStdString(); }
    SessionOptions inRuns() const {
        SessionOptions options;
        options.runsFolder = root();
        return options;
    }

  private Q_SLOTS:
    void initTestCase() {
        SessionOptions options;
        options.runDir = m_parent = root() / "parent";
        finish(*sound(TrainingSession::create(tiny(1280), options)));
    }

    void theForkNamesItsParentAndLeavesItAsItWas() {
        const auto before = filesOf(m_parent);
        const auto fork = sound(createFork(tiny(1600), m_parent, inRuns()));
        finish(*fork);
        QVERIFY(filesOf(m_parent) == before);
        const RunSummary summary = readRunSummary(fork->info().runDir);
        QCOMPARE(summary.notes.parent, std::string("parent"));
        QCOMPARE(summary.notes.parentStep, std::int64_t(1280));
        QCOMPARE(summary.path.parent_path(), root());
        QCOMPARE(summary.steps, std::int64_t(1600));
    }

    // The independent path: the run resumed in its own folder, from the same checkpoint.
    void aForkWithoutChangesIsTheResumedRun() {
        const fs::path copy = root() / "copy";
        fs::copy(m_parent, copy, fs::copy_options::recursive);
        SessionOptions options;
        options.resume = copy / "checkpoints" / "step_000000000640";
        const auto resumed = sound(TrainingSession::create(tiny(1280), options));
        const auto fork =
            sound(createFork(tiny(1280), m_parent / "checkpoints/step_000000000640", inRuns()));
        QCOMPARE(fork->progress().steps, std::int64_t(640));
        QCOMPARE(finish(*fork), finish(*resumed));
    }

    void changedParametersAreTheForks() {
        Scenario changed = tiny(1920);
        changed.training.learningRate = 0.00005;
        const auto fork = sound(createFork(changed, m_parent, inRuns()));
        const std::uint64_t other = finish(*fork);
        QVERIFY(other != finish(*sound(createFork(tiny(1920), m_parent, inRuns()))));
        const auto scenario = checkpointScenario(fork->info().runDir);
        QVERIFY(scenario.ok());
        QCOMPARE(scenario->training.learningRate, 0.00005);
        QCOMPARE(checkpointScenario(m_parent)->training.learningRate,
                 tiny(1).training.learningRate);
    }

    void aShapeThatDoesNotFitIsRefusedAndLeavesNothing() {
        Scenario wider = tiny(1600);
        wider.training.hiddenUnits = 32;
        SessionOptions options;
        options.runsFolder = root() / "refused";
        QVERIFY(!createFork(wider, m_parent, options).ok());
        QVERIFY(fs::is_empty(options.runsFolder));
        QVERIFY(!createFork(wider, root() / "nowhere", options).ok());
    }

    void theCurvesOfAForkBeginAtItsCheckpoint() {
        const auto fork =
            sound(createFork(tiny(1280), m_parent / "checkpoints/step_000000000640", inRuns()));
        finish(*fork);
        const RunRecord curves = readRunRecord(fork->info().runDir);
        QVERIFY(curves.problems.empty());
        QCOMPARE(curves.rows.size(), std::size_t(2)); // 960, 1280
        QCOMPARE(curves.rows.front().step, std::int64_t(960));
        QVERIFY(curves.rows.front().wallSeconds > 0);
        QVERIFY(curves.events.front().text.find("forked from") != std::string::npos);
        QCOMPARE(curves.events.front().step, std::int64_t(640));
    }

    void damagedLogsGiveWhatIsSoundAndSaySo() {
        const fs::path run = root() / "damaged";
        fs::create_directories(run);
        QVERIFY(writeFileAtomic(run / "metrics.jsonl",
                                "{\"step\":10,\"a\":1}\nnoise\n{\"step\":20,\"a\":2}\n{\"step\":3")
                    .ok());
        QVERIFY(
            writeFileAtomic(run / "events.log", "step 5 change: x 1 -> 2\nstep x\nhello\n\n").ok());
        const RunRecord curves = readRunRecord(run);
        QCOMPARE(curves.rows.size(), std::size_t(2));
        QCOMPARE(curves.rows.back().get("a", 0), 2.0);
        QCOMPARE(curves.problems.size(), std::size_t(1)); // the cut last line is none
        QCOMPARE(curves.events.size(), std::size_t(1));
        QCOMPARE(curves.events.front().level, EventLevel::Change);
        QVERIFY(readRunRecord(root() / "nowhere").problems.empty());
    }
};

QTEST_GUILESS_MAIN(TestRunFork)
#include "test_run_fork.moc"
