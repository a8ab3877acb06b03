#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/reward_text.h"

#include <QTest>

using namespace paddock;

class TestInspector : public QObject {
    Q_OBJECT

    ThemeManager *m_themes = nullptr;
    InspectorPanel *m_panel = nullptr;

    static SessionInfo info() {
        SessionInfo out;
        out.observations = {{"goal_x", "m", "ahead"}, {"goal_y", "m", "left"}};
        out.rewardTerms = {{"goal", "", ""}, {"shaping", "", ""}};
        out.branchNames = {"throttle", "steering"};
        out.branchOptions = {{"0.5", "1.0"}, {"left", "straight", "right"}};
        return out;
    }
    static std::shared_ptr<const SessionSnapshot> snapshot() {
        auto out = std::make_shared<SessionSnapshot>();
        out->scene.worlds = 3;
        out->scene.agentsPerWorld = 4;
        out->scene.agents.resize(12);
        AgentDetail &a = out->picked;
        a.row = 6;
        a.observation = {0.84f, -0.31f};
        a.probabilities = {0.25f, 0.75f, 0.1f, 0.2f, 0.7f};
        a.action = {1, 2};
        a.rewardTerms = {0, 0.01f};
        a.returnTerms = {1, 0.5f};
        return out;
    }

  private Q_SLOTS:
    void init() {
        m_themes = new ThemeManager;
        m_panel = new InspectorPanel(*m_themes);
        m_panel->setRun(info(), Scenario{});
        m_panel->setSnapshot(snapshot());
    }
    void cleanup() {
        delete m_panel;
        delete m_themes;
    }

    void titleNamesWorldAndAgentFromOne() {
        QCOMPARE(m_panel->title(), QString("World 2 · Agent 3"));
    }
    void observationsHaveNameUnitAndValue() {
        const BarEntry &entry = m_panel->observations().entries()[0];
        QCOMPARE(entry.name, QString("goal x"));
        QCOMPARE(entry.unit, QString("m"));
        QCOMPARE(entry.value, QString("0.840"));
    }
    void eachBranchShowsItsOwnProbabilities() {
        QCOMPARE(m_panel->branches().size(), std::size_t(2));
        QCOMPARE(m_panel->branches()[0]->entries()[1].value, QString("75.0"));
        QCOMPARE(m_panel->branches()[1]->entries()[2].value, QString("70.0"));
    }
    void theSampledActionIsMarked() {
        QVERIFY(m_panel->branches()[0]->entries()[1].marked);
        QVERIFY(!m_panel->branches()[0]->entries()[0].marked);
        QVERIFY(m_panel->branches()[1]->entries()[2].marked);
    }
    void rewardTermsAreSummed() {
        const BarEntry &sum = m_panel->rewards().entries().back();
        QCOMPARE(sum.value, QString("1.500"));
        QCOMPARE(sum.second, QString("0.010"));
    }
    void equationHoldsTheDocumentsNumbers() {
        IntersectionTaskSpec task;
        task.violationPenalty = 0.375;
        QVERIFY(rewardEquation(task).contains("0.375"));
    }
    void raceHasItsOwnEquation() {
        Scenario race = presetScenario("paper", ScenarioKind::Racing);
        race.racing.collisionPenalty = 0.625;
        QVERIFY(rewardEquation(race).contains("0.625"));
        QVERIFY(rewardEquation(race).contains("checkpoint"));
        QVERIFY(!rewardEquation(race).contains("Δs"));
    }
    void equationLeavesOutATermWithoutWeight() {
        IntersectionTaskSpec task;
        QVERIFY(rewardEquation(task).contains("otherwise"));
        task.shapingScale = 0;
        QVERIFY(!rewardEquation(task).contains("otherwise"));
    }
    void aHiddenPanelShowsTheNewestWhenItAppears() {
        auto later = std::make_shared<SessionSnapshot>(*snapshot());
        later->picked.row = 7;
        m_panel->setSnapshot(later);
        QCOMPARE(m_panel->title(), QString("World 2 · Agent 3"));
        m_panel->show();
        QCOMPARE(m_panel->title(), QString("World 2 · Agent 4"));
    }
    void equationNamesTheProgressTermOnlyWhenThereIsOne() {
        IntersectionTaskSpec task;
        QVERIFY(!rewardEquation(task).contains("Δ"));
        task.progressReward = 2;
        QVERIFY(rewardEquation(task).contains("Δ"));
    }
};

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
