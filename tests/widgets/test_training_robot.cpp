// A robot at the window: it starts a small run and uses the controls as a person would.
#include "tests/widgets/studio_test.h"
#include "widgets/plots/curve_plot.h"

using namespace paddock;
using Phase = RunController::Phase;

namespace {
constexpr std::int64_t kEndless = 100'000'000; // agent steps
constexpr int kPatience = 60'000;              // ms, for a machine that is busy
} // namespace

class TestTrainingRobot : public StudioTest {
    Q_OBJECT

    static Scenario smallScenario(std::int64_t steps) {
        Scenario s = presetScenario(presetNames().front());
        s.parallel.worlds = 2;
        s.training.horizon = 16;
        s.training.bufferSize = 128;
        s.training.batchSize = 32;
        s.training.hiddenUnits = 8;
        s.training.numLayers = 1;
        s.training.maxSteps = steps;
        s.training.summaryFreq = 256;
        return s;
    }
    void begin(std::int64_t steps) {
        m_window->document().setScenario(smallScenario(steps), {});
        m_window->actions().start->trigger();
        QVERIFY(m_window->run().active());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->run().phase() != Phase::Preparing, kPatience);
    }
    void end() {
        m_window->actions().stop->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
    }

  private Q_SLOTS:
    void init() { openWindow(); }
    void cleanup() { closeWindow(); }

    void aRunEndsByItselfAtItsLastStep() {
        begin(2000);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
        QCOMPARE(m_window->run().progress().state, SessionState::Finished);
        QVERIFY(m_window->run().progress().steps >= 2000);
    }
    void metricsReachTheCurves() {
        begin(2000);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Ended, kPatience);
        QVERIFY(!m_window->plots().plotOf(tag::kEntropy)->curve().empty());
    }
    void thePickedAgentIsExplained() {
        begin(kEndless);
        m_window->scene().pick(5);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->inspector().title(), QString("World 2 · Agent 2"),
                                  kPatience);
        QVERIFY(!m_window->inspector().observations().entries().empty());
        end();
    }
    void onlyWhatCanBeSeenIsExplainedToTheLast() {
        begin(kEndless);
        bool explained = false;
        connect(&m_window->run(), &RunController::detailReady, m_window.get(),
                [&explained](const std::shared_ptr<const SessionSnapshot> &snapshot) {
                    explained = !snapshot->picked.sensitivity.empty();
                });
        QTRY_VERIFY_WITH_TIMEOUT(explained, kPatience);
        m_window->findChild<QDockWidget *>("inspector")->close();
        QTRY_VERIFY_WITH_TIMEOUT(!explained, kPatience);
        end();
    }
    void hudAndInspectorTellOfTheSameMoment() {
        begin(kEndless);
        m_window->actions().cameraFollow->trigger(); // all lines
        QStringList steps;
        connect(&m_window->run(), &RunController::detailReady, m_window.get(), [&] {
            const QString hud = m_window->scene().view().hudLines().value(3).section(' ', 2, 2);
            const QString panel = m_window->inspector().subtitle().section(' ', 4, 4);
            if (hud != panel)
                steps << hud + " and " + panel;
        });
        int details = 0;
        connect(&m_window->run(), &RunController::detailReady, m_window.get(),
                [&details] { ++details; });
        QTRY_VERIFY_WITH_TIMEOUT(details >= 3, kPatience);
        QVERIFY2(steps.isEmpty(), qPrintable(steps.join(", ")));
        end();
    }
    void pauseHoldsTheSteps() {
        begin(kEndless);
        m_window->actions().pause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Paused, kPatience);
        const std::int64_t steps = m_window->run().progress().steps;
        QCoreApplication::processEvents();
        QCOMPARE(m_window->run().progress().steps, steps);
        m_window->actions().pause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Running, kPatience);
        end();
    }
    void spaceInTheScenePauses() {
        begin(kEndless);
        QApplication::setActiveWindow(m_window.get());
        m_window->scene().view().setFocus();
        QTest::keyClick(&m_window->scene().view(), Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Paused, kPatience);
        end();
    }
    void oneStepIsOneDecisionOfEveryAgent() {
        begin(kEndless);
        m_window->actions().pause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().phase(), Phase::Paused, kPatience);
        const std::int64_t steps = m_window->run().progress().steps;
        m_window->actions().step->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->run().progress().steps, steps + 8, kPatience);
        end();
    }
    void aLiveChangeIsMarkedOnTheCurves() {
        begin(kEndless);
        auto *edit = qobject_cast<QLineEdit *>(
            m_window->form().row("training.learning_rate")->editor().widget());
        QVERIFY(edit && edit->isEnabled());
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, "0.0001");
        QTest::keyClick(edit, Qt::Key_Return);
        const CurvePlot *plot = m_window->plots().plotOf(tag::kReward);
        QTRY_COMPARE_WITH_TIMEOUT(plot->marks().size(), std::size_t(1), kPatience);
        QCOMPARE(plot->marks().front().text, QString("α = 0.0001"));
        end();
    }
    void fieldsThatAreNotLiveAreLockedUntilTheEnd() {
        begin(kEndless);
        QWidget *edit = m_window->form().row("training.num_layers")->editor().widget();
        QVERIFY(!edit->isEnabled());
        end();
        QVERIFY(edit->isEnabled());
    }
    void closingStopsTheRunWithACheckpoint() {
        begin(kEndless);
        m_window->close();
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), kPatience);
        QCOMPARE(m_window->run().progress().state, SessionState::Stopped);
    }
    void aDocumentThatIsNotSoundIsExplainedInsteadOfStarted() {
        Scenario scenario = smallScenario(2000);
        scenario.agents.vehicle = "nothing of this name";
        m_window->document().setScenario(scenario, {});
        m_window->actions().start->trigger();
        QCOMPARE(m_window->run().phase(), Phase::Idle);
        QVERIFY(m_window->findChild<QDialog *>());
    }
};

QTEST_MAIN(TestTrainingRobot)
#include "test_training_robot.moc"
