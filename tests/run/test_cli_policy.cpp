// paddock-cli policy: what is trained can leave as ONNX.
#include "core/base/rng.h"
#include "core/run/onnx_policy.h"
#include "core/run/policy_file.h"
#include "core/scenario/scenario_io.h"
#include "tests/support/cli_process.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using namespace paddock::test;

class TestCliPolicy : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        const CliResult trained =
            run({"train", "--preset", "paper", "--steps", "2000", "--envs", "2", "--threads", "1",
                 "--set", "training.hidden_units=8", "--set", "training.num_layers=2", "--out",
                 "run", "--quiet"});
        QVERIFY2(trained.exitCode == 0, qPrintable(trained.err));
    }

    void aRunsPolicyIsExportedAndReadBack() {
        const CliResult result =
            run({"policy", "export", "run", "--format", "onnx", "--out", "p.onnx", "--json"});
        QVERIFY2(result.exitCode == 0, qPrintable(result.err));
        const auto policy = OnnxPolicy::load(path("p.onnx"));
        QVERIFY(policy.ok());
        QCOMPARE(policy->observationSizes(), (std::vector<int>{14}));
        QCOMPARE(policy->branches(), (std::vector<int>{2, 3}));
        QCOMPARE(result.json()["action_branches"].toArray(), (QJsonArray{2, 3}));
    }

    // The network on LibTorch and the exported one in plain C++ choose alike.
    void theExportedPolicyDrivesAsTheRunDoes() {
        QCOMPARE(run({"policy", "export", "run", "--out", "same.onnx"}).exitCode, 0);
        const auto scenario = loadScenario(path("run/scenario.json"));
        QVERIFY(scenario.ok());
        const auto trained = loadPolicyDriver(path("run"), *scenario, true, 1);
        const auto exported = loadPolicyDriver(path("same.onnx"), *scenario, true, 1);
        QVERIFY(trained.ok() && exported.ok());
        constexpr std::size_t kRows = 500;
        Rng rng({1, Purpose::Test});
        std::vector<float> seen(kRows * 14);
        for (float &value : seen)
            value = 2 * rng.normal();
        std::vector<std::int32_t> a(kRows * 2), b(kRows * 2);
        (*trained)->act({seen.data(), kRows, 14}, 0, {a.data(), kRows, 2});
        (*exported)->act({seen.data(), kRows, 14}, 0, {b.data(), kRows, 2});
        QCOMPARE(a, b);
    }

    void theObservationCanBeCut() {
        QCOMPARE(run({"policy", "export", "run", "--out", "cut.onnx", "--inputs", "12,2"}).exitCode,
                 0);
        QCOMPARE(OnnxPolicy::load(path("cut.onnx"))->observationSizes(), (std::vector<int>{12, 2}));
    }

    void wrongArgumentsExitWithTwo() {
        QCOMPARE(run({"policy", "export", "nowhere", "--out", "x.onnx"}).exitCode, 2);
        QCOMPARE(run({"policy", "export", "run", "--out", "x.onnx", "--inputs", "3,4"}).exitCode,
                 2);
        QVERIFY(!QFile::exists(m_folder.filePath("x.onnx")));
    }

  private:
    CliResult run(const QStringList &arguments) { return runCli(arguments, m_folder.path()); }
    std::filesystem::path path(const char *name) { return m_folder.filePath(name).toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestCliPolicy)
#include "test_cli_policy.moc"
