// Claims about the colours of a policy's map, and a robot that lays one over the road of a run.
#include "widgets/window/main_window.h"

#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

namespace {

constexpr int kPatience = 60'000; // ms, for a machine that is busy

// Three places in a row with values 0, 1 and 2 and choices 0, 1, 1 of two.
PolicyMap row() {
    PolicyMap map;
    map.row = 5;
    map.step = 1234;
    map.cell = 0.1f;
    map.branches = {2};
    for (int i = 0; i < 3; ++i) {
        map.places.push_back({{0.1f * float(i), 0}, 0});
        map.values.push_back(float(i));
        map.probabilities.insert(map.probabilities.end(),
                                 {i == 0 ? 0.9f : 0.2f, i == 0 ? 0.1f : 0.8f});
    }
    return map;
}

PolicyHeatWords words() {
    return {{"steer"}, {{"left", "right"}}, 4};
}

} // namespace

class TestPolicyHeat : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void valuesRunFromTheLowEndOfTheScaleToTheHighOne() {
        const auto heat = policyHeat(row(), {}, words());
        QCOMPARE(heat->world, 1);
        QCOMPARE(heat->colors[0], valueColor(0));
        QCOMPARE(heat->colors[1], valueColor(0.5));
        QCOMPARE(heat->colors[2], valueColor(1));
        QCOMPARE(heat->legend.stops.front().label, QString("0.00"));
        QCOMPARE(heat->legend.stops.back().label, QString("2.00"));
        QVERIFY(heat->legend.continuous);
        QVERIFY(heat->legend.note.contains("world 2, A2, step 1,234"));
    }
    void choicesHaveTheColoursOfTheirOptions() {
        const auto heat = policyHeat(row(), {0}, words());
        QCOMPARE(heat->colors[0], choiceColor(0, 2));
        QCOMPARE(heat->colors[2], choiceColor(1, 2));
        QVERIFY(!heat->legend.continuous);
        QCOMPARE(heat->legend.stops[1].label, QString("right"));
        QVERIFY(heat->legend.title.contains("steer"));
    }
    // Whoever sees no colours sees the order all the same.
    void theScaleGrowsLighterAllTheWay() {
        double before = -1;
        for (int i = 0; i <= 40; ++i) {
            const QColor c = valueColor(i / 40.0);
            const double light = 0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF();
            QVERIFY(light > before);
            before = light;
        }
    }
    void aMapWithoutPlacesIsNone() { QVERIFY(!policyHeat({}, {}, words())); }

    void aRobotLaysTheMapOverTheRoadAndTakesItAway() {
        QTemporaryDir folder;
        ThemeManager themes;
        Settings settings(folder.filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = folder.filePath("runs").toStdString();
        options.threads = 1;
        MainWindow window(themes, settings, options);
        window.setUnattended(true);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        Scenario s = presetScenario(presetNames().front());
        s.parallel.worlds = 2;
        s.training.hiddenUnits = 8;
        s.training.numLayers = 1;
        s.training.maxSteps = 100'000'000;
        window.document().setScenario(s, {});
        window.actions().start->trigger();
        window.actions().mapValue->setChecked(true);
        const auto heat = [&window] { return window.scene().view().heat(); };
        QTRY_VERIFY_WITH_TIMEOUT(heat() != nullptr, kPatience);
        QCOMPARE(heat()->world, 0);
        QVERIFY(heat()->middles.size() > 500);
        QVERIFY(heat()->legend.continuous);
        // Paused, and for another agent and another question.
        window.actions().pause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.run().phase(), RunController::Phase::Paused, kPatience);
        window.scene().pick(6);
        window.actions().mapSteer->setChecked(true);
        QVERIFY(!window.actions().mapValue->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(heat() && heat()->world == 1 && !heat()->legend.continuous,
                                 kPatience);
        QCOMPARE(heat()->legend.stops.size(), std::size_t(3));
        window.actions().mapSteer->setChecked(false);
        QVERIFY(!heat());
        window.actions().stop->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.run().phase(), RunController::Phase::Ended, kPatience);
    }
};

QTEST_MAIN(TestPolicyHeat)
#include "test_policy_heat.moc"
