// Paths of demonstrations, one or one for each group.
#include "core/scenario/training_spec.h"

#include <QtTest>

using namespace paddock;

class TestTrainingSpec : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void oneDemonstrationServesEveryGroup() {
        QCOMPARE(demoPathOf("laps.demo", 0), std::string("laps.demo"));
        QCOMPARE(demoPathOf("laps.demo", 3), std::string("laps.demo"));
    }
    void eachGroupHasTheOneAtItsPlace() {
        QCOMPARE(demoPathOf("a b.demo, c.demo ,d.demo", 0), std::string("a b.demo"));
        QCOMPARE(demoPathOf("a b.demo, c.demo ,d.demo", 1), std::string("c.demo"));
        QCOMPARE(demoPathOf("a b.demo, c.demo ,d.demo", 2), std::string("d.demo"));
        QCOMPARE(demoPathOf("a b.demo, c.demo ,d.demo", 9), std::string("d.demo"));
    }
    void nothingGivenIsNothing() {
        QCOMPARE(demoPathOf("", 0), std::string());
        QCOMPARE(demoPathOf(" , x", 0), std::string());
    }
};

QTEST_GUILESS_MAIN(TestTrainingSpec)
#include "test_training_spec.moc"
