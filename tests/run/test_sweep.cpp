// Claims about sweeps: the plan becomes the runs of a table worked out by hand, each run has the
// bits of the same run alone, and what is finished stays finished.
#include "core/base/file_io.h"
#include "core/run/run_directory.h"
#include "core/run/run_index.h"
#include "core/run/sweep_runner.h"
#include "core/run/sweep_text.h"
#include "core/scenario/scenario_io.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;
namespace fs = std::filesystem;

namespace {

// Two worlds, a small net: an update every 320 steps.
Scenario tiny(std::int64_t steps = 640) {
    Scenario s;
    s.parallel.worlds = 2;
    s.training.maxSteps = steps;
    s.training.horizon = 40;
    s.training.bufferSize = 320;
    s.training.hiddenUnits = 8;
    s.training.summaryFreq = 320;
    s.training.checkpointInterval = 320;
    return s;
}

SweepSpec plan(std::int64_t steps = 640) {
    SweepSpec spec;
    spec.name = "grid";
    spec.base = tiny(steps);
    spec.axes = {{"training.learning_rate", {"0.001", "0.0001"}}};
    spec.seeds = {1, 2};
    spec.threads = 1;
    return spec;
}

std::unique_ptr<SweepRunner> sound(Result<std::unique_ptr<SweepRunner>> sweep) {
    if (!sweep)
        qFatal("%s", sweep.error().text().c_str());
    return std::move(*sweep);
}

SweepProgress finish(SweepRunner &sweep) {
    sweep.start();
    sweep.wait();
    return sweep.progress();
}

std::string bytes(const fs::path &file) {
    const auto read = readFile(file, 1 << 24);
    return read ? *read : "";
}

std::string problemsOf(const std::string &json) {
    const auto spec = readSweep(json, "plan.json");
    if (!spec)
        return spec.error().text();
    const auto runs = expandSweep(*spec);
    return runs ? "" : runs.error().text();
}

} // namespace

class TestSweep : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path root() const { return m_folder->path().toStdString(); }

  private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aGridIsTheTableWorkedOutByHand() {
        SweepSpec spec = plan();
        spec.axes.push_back({"training.gamma", {"0.9", "0.99"}});
        const auto runs = expandSweep(spec);
        QVERIFY(runs.ok());
        struct Row {
            const char *name;
            double learningRate, gamma;
            std::int64_t seed;
        };
        const Row table[] = {{"001_learning_rate-0.001_gamma-0.9_s1", 0.001, 0.9, 1},
                             {"002_learning_rate-0.001_gamma-0.9_s2", 0.001, 0.9, 2},
                             {"003_learning_rate-0.001_gamma-0.99_s1", 0.001, 0.99, 1},
                             {"004_learning_rate-0.001_gamma-0.99_s2", 0.001, 0.99, 2},
                             {"005_learning_rate-0.0001_gamma-0.9_s1", 0.0001, 0.9, 1},
                             {"006_learning_rate-0.0001_gamma-0.9_s2", 0.0001, 0.9, 2},
                             {"007_learning_rate-0.0001_gamma-0.99_s1", 0.0001, 0.99, 1},
                             {"008_learning_rate-0.0001_gamma-0.99_s2", 0.0001, 0.99, 2}};
        QCOMPARE(runs->size(), std::size(table));
        QCOMPARE(countSweep(spec).value(), std::size(table));
        for (std::size_t i = 0; i < runs->size(); ++i) {
            const SweepRun &run = (*runs)[i];
            QCOMPARE(run.name, std::string(table[i].name));
            QCOMPARE(run.scenario.training.learningRate, table[i].learningRate);
            QCOMPARE(run.scenario.training.gamma, table[i].gamma);
            QCOMPARE(run.scenario.training.seed, table[i].seed);
        }
    }

    void aListTakesTheValuesTogether() {
        SweepSpec spec = plan();
        spec.kind = SweepKind::List;
        spec.axes.push_back({"training.gamma", {"0.9", "0.99"}});
        spec.seeds.clear();
        const auto runs = expandSweep(spec);
        QVERIFY(runs.ok());
        QCOMPARE(runs->size(), std::size_t(2));
        QCOMPARE((*runs)[1].scenario.training.learningRate, 0.0001);
        QCOMPARE((*runs)[1].scenario.training.gamma, 0.99);
        QCOMPARE((*runs)[1].scenario.training.seed, spec.base.training.seed);
    }

    void rangesAreWhatTheirEndsSay() {
        const std::vector<std::string> even{"0", "0.1", "0.2", "0.3"};
        QVERIFY(sweepRange(0, 0.3, 4, false).value() == even);
        const std::vector<std::string> decades{"0.0001", "0.001", "0.01", "0.1"};
        QVERIFY(sweepRange(1e-4, 0.1, 4, true).value() == decades);
        QVERIFY(!sweepRange(0, 1, 3, true).ok());
        QVERIFY(!sweepRange(0, 1, 1, false).ok());
    }

    void linesAreReadAsPeopleTypeThem() {
        const std::vector<std::string> list{"0.1", "high", "3"}, range{"1", "2", "3"};
        QVERIFY(parseSweepValues("0.1, high,3").value() == list);
        QVERIFY(parseSweepValues("1 .. 3 / 3").value() == range);
        QVERIFY((parseSweepValues("1..100 log/3").value() ==
                 std::vector<std::string>{"1", "10", "100"}));
        for (const char *bad : {"", "1,,2", "1..3", "a..3/3", "1..3/x"})
            QVERIFY2(!parseSweepValues(bad).ok(), bad);
        QVERIFY((parseSweepSeeds("7, 1-3").value() == std::vector<std::int64_t>{7, 1, 2, 3}));
        QVERIFY(parseSweepSeeds(" ").value().empty());
        for (const char *bad : {"-1", "3-1", "x", "1-", "0-99999"})
            QVERIFY2(!parseSweepSeeds(bad).ok(), bad);
    }

    void everyMistakeOfAPlanIsNamed_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("fragment");
        const auto row = [](const char *name, const char *rest, const char *fragment) {
            QTest::newRow(name) << QString("{\"version\": 1, \"preset\": \"paper\", ") + rest + "}"
                                << QString(fragment);
        };
        row("unknown key", R"("axis": [])", "\"axes\"");
        row("unknown field", R"("axes": [{"path": "training.gama", "values": [1]}])", "gamma");
        row("out of range", R"("axes": [{"path": "training.gamma", "values": [0.9, 2]}])",
            "0 to 1");
        row("no values", R"("axes": [{"path": "training.gamma", "values": []}])", "is empty");
        row("neither", R"("axes": [{"path": "training.gamma"}])", "one of them");
        row("twice", R"("axes": [{"path": "training.gamma", "values": [0.9]},
            {"path": "training.gamma", "values": [0.8]}])",
            "again");
        row("no list", R"("axes": {"path": "training.gamma"})", "a list");
        row("uneven list", R"("combine": "list", "axes": [{"path": "training.gamma",
            "values": [0.9]}, {"path": "training.lambda", "values": [0.9, 0.8]}])",
            "as many as");
        row("seeds", R"("seeds": [1, 1])", "twice");
        row("negative seed", R"("seeds": [-1])", "whole number");
        row("seed as axis", R"("axes": [{"path": "training.seed", "values": [1]}])", "/seeds");
        row("jobs", R"("jobs": 0)", "1 to 256");
        row("name", R"("name": "../up")", "letters");
        row("too many", R"("axes": [{"path": "training.gamma",
            "range": {"from": 0.1, "to": 0.9, "count": 10000}}], "seeds": [1, 2])",
            "10000");
        row("both documents", R"("document": "x.json")", "beside");
    }
    void everyMistakeOfAPlanIsNamed() {
        QFETCH(const QString, json);
        QFETCH(const QString, fragment);
        const std::string problems = problemsOf(json.toStdString());
        QVERIFY2(QString::fromStdString(problems).contains(fragment), problems.c_str());
    }

    void aPlanComesBackAsItWasWritten() {
        const auto again = readSweep(writeSweep(plan()), "plan.json");
        QVERIFY2(again.ok(), again.ok() ? "" : again.error().text().c_str());
        QCOMPARE(writeSweep(*again), writeSweep(plan()));
    }

    void sideBySideIsOneAfterAnotherAndEachRunIsTheRunAlone() {
        SweepSpec spec = plan();
        spec.jobs = 1;
        const auto serial = sound(SweepRunner::create(spec, root() / "serial"));
        const SweepProgress one = finish(*serial);
        spec.jobs = 2;
        const SweepProgress two = finish(*sound(SweepRunner::create(spec, root() / "parallel")));
        QCOMPARE(one.finished, 4);
        QCOMPARE(two.finished, 4);
        const std::vector<SweepRun> runs = expandSweep(spec).value();
        for (const SweepItem &item : one.items) {
            const auto other =
                std::find_if(two.items.begin(), two.items.end(),
                             [&item](const SweepItem &each) { return each.name == item.name; });
            QCOMPARE(other->paramsHash, item.paramsHash);
            QCOMPARE(bytes(other->runDir / "metrics.jsonl"), bytes(item.runDir / "metrics.jsonl"));
        }
        SessionOptions options;
        options.runDir = root() / "alone";
        auto alone = TrainingSession::create(runs[2].scenario, options);
        QVERIFY(alone.ok());
        (*alone)->start();
        (*alone)->wait();
        QCOMPARE((*alone)->paramsHash(), one.items[2].paramsHash);
        QCOMPARE(bytes(options.runDir / "metrics.jsonl"),
                 bytes(one.items[2].runDir / "metrics.jsonl"));
    }

    void finishedRunsAreNotTrainedAgain() {
        const SweepProgress first = finish(*sound(SweepRunner::create(plan(), root())));
        QCOMPARE(first.finished, 4);
        const auto before = fs::last_write_time(first.items[0].runDir / "metrics.jsonl");
        const auto again = sound(SweepRunner::create(plan(), root()));
        QCOMPARE(again->progress().finished, 4);
        QCOMPARE(again->progress().fraction, 1.0);
        QVERIFY(finish(*again).ended);
        QVERIFY(fs::last_write_time(first.items[0].runDir / "metrics.jsonl") == before);
        SweepSpec other = plan();
        other.seeds = {7};
        QVERIFY(!SweepRunner::create(other, root()).ok()); // another plan under the same name
    }

    void cancellingKeepsWhatIsFinishedAndGoesOnLater() {
        SweepSpec spec = plan();
        spec.axes.clear();
        spec.seeds = {1, 2, 3};
        auto sweep = sound(SweepRunner::create(spec, root()));
        sweep->start();
        QVERIFY(QTest::qWaitFor([&] { return sweep->progress().finished >= 1; }, 30'000));
        sweep->cancel();
        sweep->wait();
        const int done = sweep->progress().finished;
        QVERIFY(done >= 1);
        sweep.reset();
        auto again = sound(SweepRunner::create(spec, root()));
        QCOMPARE(again->progress().finished, done);
        QCOMPARE(finish(*again).finished, 3);
        for (const RunSummary &run : listRuns(root())) {
            QCOMPARE(run.state, RunState::Finished);
            QCOMPARE(run.sweep, std::string("grid"));
        }
    }

    void aPausedSweepBeginsNothingAndGoesOn() {
        const auto sweep = sound(SweepRunner::create(plan(), root()));
        sweep->pause();
        sweep->start();
        QCOMPARE(sweep->progress().running, 0);
        QVERIFY(sweep->progress().paused);
        sweep->resume();
        sweep->wait();
        QCOMPARE(sweep->progress().finished, 4);
    }

    void theQueueCanBeReorderedAndThinned() {
        const auto sweep = sound(SweepRunner::create(plan(), root()));
        const auto names = [&sweep] {
            std::vector<int> order;
            for (const SweepItem &item : sweep->progress().items)
                order.push_back(std::stoi(item.name));
            return order;
        };
        sweep->moveTo(sweep->progress().items[3].name, 0);
        QVERIFY((names() == std::vector<int>{4, 1, 2, 3}));
        sweep->moveTo(sweep->progress().items[0].name, 99);
        QVERIFY((names() == std::vector<int>{1, 2, 3, 4}));
        sweep->leaveOut(sweep->progress().items[1].name);
        const SweepProgress last = finish(*sweep);
        QCOMPARE(last.finished, 3);
        QVERIFY(!holdsRun(sweep->folder() / "002_learning_rate-0.001_s2"));
    }

    void aRunThatFailsLeavesTheOthers() {
        const auto sweep = sound(SweepRunner::create(plan(), root()));
        // A file in the place of a run's folder: it cannot be made.
        QVERIFY(writeFileAtomic(sweep->progress().items[0].runDir, "in the way").ok());
        const SweepProgress last = finish(*sweep);
        QCOMPARE(last.failed, 1);
        QCOMPARE(last.finished, 3);
        QVERIFY(!last.items[0].problem.empty());
    }
};

QTEST_GUILESS_MAIN(TestSweep)
#include "test_sweep.moc"
