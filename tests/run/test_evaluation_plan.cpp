// Claims about evaluation plans as documents.
#include "core/run/evaluation_plan.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace paddock;

namespace {

constexpr const char *kPlan = R"({
  "format": "paddock-evaluation", "version": 1, "name": "crossing", "runs": 4, "seed": 7,
  "degrees": [0, 2.5],
  "drivers": [{"driver": "full_speed"}, {"kind": "policy", "file": "runs/x", "greedy": true},
              {"name": "me", "kind": "laps", "file": "/abs/me.pdemo"}],
  "scenarios": [{"file": "../s/cross.json", "preset": "paper"}]
})";

std::string wordsOf(const Result<EvaluationPlan> &plan) {
    return plan ? std::string() : plan.error().text();
}

} // namespace

class TestEvaluationPlan : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void everyFieldIsRead() {
        const auto plan = readPlan(kPlan, "p.json");
        QVERIFY2(plan.ok(), wordsOf(plan).c_str());
        QCOMPARE(plan->runs, std::int64_t(4));
        QCOMPARE(plan->seed, std::int64_t(7));
        QCOMPARE(plan->degrees, (std::vector<double>{0, 2.5}));
        QCOMPARE(plan->drivers[1], (PlanDriver{"", PlanDriverKind::Policy, "", "runs/x", true}));
        QCOMPARE(plan->drivers[2].kind, PlanDriverKind::Laps);
        QCOMPARE(plan->scenarios[0].preset, std::string("paper"));
    }

    void whatIsWrittenReadsBackTheSame() {
        const auto plan = readPlan(kPlan, "p.json");
        const auto again = readPlan(writePlan(*plan), "q.json");
        QVERIFY2(again.ok(), wordsOf(again).c_str());
        QCOMPARE(*again, *plan);
    }

    // Somebody who saves before choosing drivers must be able to open it again.
    void anUnfinishedPlanReadsBackToo() {
        EvaluationPlan plan;
        plan.runs = 3;
        const auto again = readPlan(writePlan(plan), "q.json");
        QVERIFY2(again.ok(), wordsOf(again).c_str());
        QCOMPARE(*again, plan);
        QCOMPARE(planProblems(plan, "q.json").size(), std::size_t(2));
    }

    void allProblemsAreToldAtOnceEachWithItsPlace() {
        const auto plan = readPlan(R"({"version": 1, "runs": 0, "sed": 3, "degrees": [-1],
            "drivers": [{"kind": "poliy", "dirver": "x"}], "scenarios": 5})",
                                   "p.json");
        QVERIFY(!plan.ok());
        const std::string words = plan.error().text();
        for (const char *part :
             {"p.json: /runs is 0; expected", "/sed is not a known key; expected perhaps \"seed\"",
              "/degrees is [-1]", "/drivers/0/kind is \"poliy\"; expected one of built_in",
              "/drivers/0/dirver is not a known key; expected perhaps \"driver\"",
              "/scenarios is 5"})
            QVERIFY2(words.find(part) != std::string::npos, words.c_str());
        QCOMPARE(plan.error().problems.size(), std::size_t(6));
    }

    void anUnknownDriverIsAnsweredWithTheNearestOne() {
        EvaluationPlan plan;
        plan.drivers = {{.driver = "ful_speed"}, {.kind = PlanDriverKind::Laps}};
        plan.scenarios = {PlanScenario{}};
        const auto problems = planProblems(plan, "p.json");
        QCOMPARE(problems.size(), std::size_t(3));
        QCOMPARE(problems[0].text(),
                 std::string("p.json: /drivers/0/driver is \"ful_speed\"; expected perhaps "
                             "\"full_speed\""));
        QCOMPARE(problems[1].where, std::string("p.json: /drivers/1/file"));
        // The window has a document open that stands for a scenario without a file.
        QCOMPARE(planProblems(plan, "p.json", true).size(), std::size_t(2));
    }

    void pathsAreThoseOfThePlansFolder() {
        QTemporaryDir folder;
        const std::filesystem::path base = folder.path().toStdString();
        std::filesystem::create_directory(base / "plans");
        auto plan = readPlan(kPlan, "p.json");
        plan->opponent = "follow_the_gap"; // a driver's name is no path
        QVERIFY(savePlan(*plan, base / "plans/raw.json").ok());
        QFile file(folder.path() + "/plans/p.json");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(kPlan);
        file.close();
        auto loaded = loadPlan(base / "plans/p.json");
        QVERIFY2(loaded.ok(), wordsOf(loaded).c_str());
        QCOMPARE(loaded->drivers[1].file, (base / "plans/runs/x").string());
        QCOMPARE(loaded->drivers[2].file, std::string("/abs/me.pdemo"));
        QCOMPARE(loaded->scenarios[0].file, (base / "s/cross.json").string());
        // Saved again, what lies below is relative, so that the folder can move.
        QVERIFY(savePlan(*loaded, base / "plans/q.json").ok());
        QFile saved(folder.path() + "/plans/q.json");
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const auto text = readPlan(saved.readAll().toStdString(), "q.json");
        QCOMPARE(text->drivers[1].file, std::string("runs/x"));
        QCOMPARE(*loadPlan(base / "plans/q.json"), *loaded);
    }

    void driversAreCalledByWhatTheyAre() {
        QCOMPARE(driverLabel({.driver = "cautious"}), std::string("cautious"));
        QCOMPARE(driverLabel({.kind = PlanDriverKind::Policy, .file = "/a/run1/", .greedy = true}),
                 std::string("run1 (greedy)"));
        QCOMPARE(driverLabel({.kind = PlanDriverKind::Policy,
                              .file = "/a/run1/checkpoints/step_000000000800"}),
                 std::string("run1/step_000000000800"));
        QCOMPARE(driverLabel({.name = "me", .kind = PlanDriverKind::Laps, .file = "x.pdemo"}),
                 std::string("me"));
    }
};

QTEST_APPLESS_MAIN(TestEvaluationPlan)
#include "test_evaluation_plan.moc"
