#include "widgets/inspector/inspector_panel.h"
#include "widgets/inspector/reward_text.h"

#include <QTest>

#include <cmath>
#include <numbers>

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
    static Scenario race(RangeLayout layout = RangeLayout::Paper) {
        Scenario out = presetScenario("paper", ScenarioKind::Racing);
        out.racing.layout = layout;
        return out;
    }
    // A racer that sees 1 m everywhere but 0.5 m straight to its right, where the 5th ray points:
    // 27 rays over 270 degrees are 10.38 degrees apart, the 14th looks ahead.
    static SessionSnapshot racer() {
        SessionSnapshot out = *snapshot();
        out.picked.observation.assign(28, 1.0f);
        out.picked.observation[0] = 3;
        out.picked.observation[5] = 0.5f;
        out.picked.race = {.laps = 2,
                           .nextCheckpoint = 3,
                           .checkpoints = 12,
                           .lapTime = 4.25f,
                           .lastLapTime = 61.5f,
                           .bestLapTime = 59.996f,
                           .delta = {}};
        return out;
    }
    void showRacer(const SessionSnapshot &racer) {
        SessionInfo names = info();
        names.groups = {"racer_1", "racer_2"};
        m_panel->setRun(names, race());
        m_panel->setSnapshot(std::make_shared<SessionSnapshot>(racer));
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

    // Decisions
    void theMarkedChoiceIsTheOneOfTheseProbabilities() {
        auto later = std::make_shared<SessionSnapshot>(*snapshot());
        later->picked.nextAction = {0, 1};
        m_panel->show();
        m_panel->setSnapshot(later);
        QVERIFY(m_panel->branches()[0]->entries()[0].marked);
        QVERIFY(!m_panel->branches()[0]->entries()[1].marked);
        QVERIFY(m_panel->branches()[1]->entries()[1].marked);
    }
    void logitsStandBeforeTheirProbabilities() {
        auto later = std::make_shared<SessionSnapshot>(*snapshot());
        later->picked.logits = {-0.5f, 0.5986f, 0.1f, 0.2f, 1.25f};
        m_panel->show();
        m_panel->setSnapshot(later);
        QCOMPARE(m_panel->branches()[0]->entries()[0].second, QString("-0.50"));
        QCOMPARE(m_panel->branches()[1]->entries()[2].second, QString("1.25"));
    }
    void entropyOfACoinIsLogTwo() {
        const float coin[] = {0.5f, 0.5f}, sure[] = {1, 0};
        QVERIFY(std::abs(entropyOf(coin, 2) - std::log(2.0)) < 1e-12);
        QCOMPARE(entropyOf(sure, 2), 0.0);
        // -(0.25 ln 0.25 + 0.75 ln 0.75) = 0.5623
        QVERIFY(m_panel->decision().caption(0).contains("entropy 0.56 of 0.69"));
    }
    // gamma 0.5: G_2 = V_2 = 4, G_1 = 2 + 0.5 * 4 = 4, G_0 = 1 + 0.5 * 4 = 3.
    void theReturnThatCameEndsInTheValueNow() {
        QCOMPARE(returnsThatCame({9, 9, 4}, {1, 2}, 0.5), (std::vector<double>{3, 4, 4}));
        QVERIFY(returnsThatCame({9, 9}, {1, 2}, 0.5).empty());
    }
    void sensitivityIsWeighedByTheScaleOfEachObservation() {
        auto later = std::make_shared<SessionSnapshot>(*snapshot());
        later->picked.observation = {2, -0.5f};
        later->picked.sensitivity = {0.25f, -2};
        m_panel->show();
        m_panel->setSnapshot(later);
        const auto &entries = m_panel->observations().entries();
        QCOMPARE(entries[0].weight, 0.5); // 0.25 * 2 against 2 * 0.5
        QCOMPARE(entries[1].weight, -1.0);
        QVERIFY(entries[1].help.contains("-2"));
    }
    void signedSharesSumTheirSizesToOne() {
        const auto shares = signedShares({{"a", -1}, {"b", 0}, {"c", 3}});
        QCOMPARE(shares.size(), std::size_t(2));
        QCOMPARE(shares[0].name, QString("c"));
        QCOMPARE(shares[0].value, 0.75);
        QCOMPARE(shares[1].value, -0.25);
        QVERIFY(signedShares({{"a", 0}}).empty());
    }
    void theReturnIsTakenApart() {
        QVERIFY(m_panel->reward().shares().words().contains("goal +67"));
    }
    void theCaseThatPaidWearsAPointer() {
        IntersectionTaskSpec task;
        QVERIFY(!rewardEquation(task).contains("▸"));
        const QString paid = rewardEquation(task, {"violation"});
        QCOMPARE(paid.count("▸"), 1);
        QVERIFY(paid.indexOf("▸") > paid.indexOf("at the goal"));
        QVERIFY(paid.indexOf("▸") < paid.indexOf("on a violation"));
    }
    void theSampleIsComparedWithItsRange() {
        Scenario scenario;
        scenario.randomization.degree = 2;
        scenario.randomization.frictionRange = 0.1;
        SessionInfo names = info();
        names.dynamics = dynamicsQuantities();
        m_panel->setRun(names, scenario);
        auto later = std::make_shared<SessionSnapshot>(*snapshot());
        later->picked.dynamics = {0.9f, 0.005f, 0, 0, 0}; // friction 0.8 to 1.2
        m_panel->show();
        m_panel->setSnapshot(later);
        const auto &entries = m_panel->dynamics().entries();
        QVERIFY(std::abs(entries[0].fraction + 0.5) < 1e-6);
        QCOMPARE(entries[0].second, QString("−50 %"));
        QCOMPARE(entries[2].second, QString("–"));
    }
    void whatHappenedIsListedNewestFirst() {
        auto later = std::make_shared<SessionSnapshot>(*snapshot());
        later->picked.notes = {{AgentNote::Kind::Checkpoint, 11, 37, 3, 4.2f},
                               {AgentNote::Kind::Ended, 11, 90, int(Outcome::Wall), -0.5f}};
        m_panel->show();
        m_panel->setSnapshot(later);
        const QStringList lines = m_panel->notes().split('\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], QString("ep 12 · 90  hit the wall, return -0.50"));
        QCOMPARE(lines[1], QString("ep 12 · 37  checkpoint 3 at 4.20 s"));
    }
    void whatHasNoExplanationShowsNone() {
        m_panel->show();
        auto bare = std::make_shared<SessionSnapshot>(*snapshot());
        bare->picked.probabilities.clear();
        bare->picked.rewardTerms.clear();
        bare->picked.returnTerms.clear();
        m_panel->setSnapshot(bare); // must not read past what there is
        QCOMPARE(m_panel->reward().shares().words(), QString("nothing paid yet"));
    }

    // Races
    void theRaceIsReadOffTheCard() {
        showRacer(racer());
        QCOMPARE(m_panel->race().lap(), QString("2"));
        QCOMPARE(m_panel->race().checkpoint(), QString("4 / 12"));
        QCOMPARE(m_panel->race().lapTime(), QString("4.25 s"));
        QCOMPARE(m_panel->race().lastTime(), QString("1:01.50"));
        QCOMPARE(m_panel->race().bestTime(), QString("1:00.00"));
        QVERIFY(!m_panel->race().wrongWay());
    }
    void theWrongWayIsSaid() {
        SessionSnapshot lost = racer();
        lost.picked.race.wrongWay = true;
        showRacer(lost);
        QVERIFY(m_panel->race().wrongWay());
    }
    void noLapHasNoTime() {
        QCOMPARE(lapTimeText(0), QString("-"));
        QCOMPARE(lapTimeText(59.996), QString("1:00.00"));
    }
    void whoDoesNotRaceHasNoCard() {
        QVERIFY(m_panel->race().parentWidget()->parentWidget()->isHidden());
        showRacer(racer());
        QVERIFY(!m_panel->race().parentWidget()->parentWidget()->isHidden());
    }
    void thePolicyIsNamedWhereThereAreSeveral() {
        QCOMPARE(m_panel->driver(), QString());
        SessionSnapshot second = racer();
        second.picked.group = 1;
        showRacer(second);
        QCOMPARE(m_panel->driver(), QString("policy racer 2"));
    }
    void whoDrivesByHandIsToldSoInsteadOfProbabilities() {
        QCOMPARE(m_panel->actionNote(), QString());
        SessionSnapshot mine = racer();
        mine.picked.byHand = true;
        mine.picked.probabilities.clear();
        showRacer(mine);
        QVERIFY(m_panel->driver().startsWith("you drive"));
        QVERIFY(m_panel->actionNote().contains("throttle 1.0, steering right"));
        for (const BarList *list : m_panel->branches())
            QVERIFY(list->isHidden());
        m_panel->setSnapshot(std::make_shared<SessionSnapshot>(racer()));
        m_panel->show();
        QCOMPARE(m_panel->actionNote(), QString());
        QVERIFY(!m_panel->branches()[0]->isHidden());
    }
    void rangesAreFoldedAwayFromTheOtherObservations() {
        showRacer(racer());
        QCOMPARE(m_panel->observations().entries().size(), std::size_t(1));
        QCOMPARE(m_panel->ranges().entries().size(), std::size_t(27));
        QVERIFY(!m_panel->rangeSection().expanded());
        QVERIFY(!m_panel->polar().isHidden());
    }
    void whoHasNoRangeFinderHasNoPolarPicture() {
        QVERIFY(m_panel->polar().isHidden());
        QVERIFY(m_panel->rangeSection().isHidden());
        QCOMPARE(m_panel->observations().entries().size(), std::size_t(2));
    }
    void theNearestRayIsTold() {
        showRacer(racer());
        const double angle = 135.0 - 4 * 270.0 / 26; // degrees to the right
        QCOMPARE(m_panel->polar().words(),
                 QString("nearest %1° right: 0.50 m").arg(std::round(angle)));
    }
    void aheadIsUpAndLeftIsLeft() {
        showRacer(racer());
        const PolarRanges &polar = m_panel->polar();
        const QPointF c = polar.centre();
        QVERIFY(polar.pointOf(13).y() < c.y() - 10 && std::abs(polar.pointOf(13).x() - c.x()) < 1);
        QVERIFY(polar.pointOf(0).x() > c.x() && polar.pointOf(26).x() < c.x());
    }
    void theRayUnderThePointerIsTold() {
        PolarRanges polar(*m_themes);
        polar.resize(300, 216);
        polar.setReading(LidarColumns(race()).read(racer().picked.observation));
        const auto move = [&](const QPointF &at) {
            QMouseEvent event(QEvent::MouseMove, at, at, Qt::NoButton, Qt::NoButton,
                              Qt::NoModifier);
            QCoreApplication::sendEvent(&polar, &event);
        };
        move(polar.centre() + QPointF(0, -40));
        QCOMPARE(polar.words(), QString("ahead: 1.00 m"));
        QTest::keyClick(&polar, Qt::Key_Left);
        QCOMPARE(polar.words(), QString("10° left: 1.00 m"));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(&polar, &leave);
        QVERIFY(polar.words().startsWith("nearest"));
    }
    // Centre ray, first to the right, first to the left: a miss flag and a share of 10 m each.
    void theReleasedLayoutIsReadInItsOwnOrder() {
        const Scenario scenario = race(RangeLayout::Released);
        std::vector<float> row(55, 0.1f);
        row[0] = 1; // nothing ahead
        row[1] = 1;
        row[3] = 0.25f; // to the right
        const LidarReading reading = LidarColumns(scenario).read(row);
        QCOMPARE(reading.ranges.size(), std::size_t(27));
        QCOMPARE(reading.ranges[0], 10.0);
        QCOMPARE(reading.angles[0], 0.0);
        QCOMPARE(reading.ranges[1], 2.5);
        QVERIFY(std::abs(reading.angles[1] + 270.0 / 26 * std::numbers::pi / 180) < 1e-5);
        QVERIFY(!LidarColumns(scenario).holds(54)); // the speed
    }
};

QTEST_MAIN(TestInspector)
#include "test_inspector.moc"
