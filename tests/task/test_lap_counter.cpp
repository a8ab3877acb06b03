// Claims about laps: what counts is the way won, whatever a car does about the lines.
#include "core/scenario/track_builder.h"
#include "core/task/lap_counter.h"

#include <QtTest>

#include <cmath>

using namespace paddock;

namespace {

// A ring of radius 3 m with 19 checkpoints, driven counter-clockwise.
Track ring() {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (int i = 0; i < 180; ++i) {
        const float a = 2 * kPi * float(i) / 180;
        points.push_back({3 * std::cos(a), 3 * std::sin(a)});
        widths.push_back({0.8f, 0.8f});
    }
    const auto track = trackFromCenterline(points, widths, {});
    if (!track)
        qFatal("%s", track.error().text().c_str());
    return *track;
}

struct Lap {
    Track track = ring();
    TrackCourse course{track};
    LapCounter counter{course};
    float s = 0;
    int checkpoints = 0, laps = 0, best = 0;
    double time = 0;

    explicit Lap(float start) : s(start) { counter.start(start); }
    // Moves by `metres` in small steps of 10 ms.
    void drive(float metres) {
        const int steps = std::max(1, int(std::abs(metres) / 0.05f));
        for (int i = 0; i < steps; ++i) {
            s += metres / float(steps);
            const float wrapped = s - course.length() * std::floor(s / course.length());
            const LapEvents events = counter.advance(wrapped, 0.01);
            checkpoints += events.checkpoints;
            laps += events.lap;
            best += events.bestLap;
            if (events.lap)
                time = events.lapTime;
        }
    }
};

} // namespace

class TestLapCounter : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // The second lap takes half as long a step: at checkpoint k it is ahead by half of the time
    // that the first one had taken.
    void deltaIsTheTimeAgainstTheBestLapAtTheSameCheckpoint() {
        const Track track = ring();
        const TrackCourse course(track);
        LapCounter counter(course);
        counter.start(0.3f);
        const std::size_t checkpoints = course.checkpoints().size();
        const float step = course.length() / 1900;
        float s = 0.3f;
        std::size_t passed = 0;
        std::vector<double> first;
        for (int i = 0; i < 3900; ++i) {
            s = s + step >= course.length() ? s + step - course.length() : s + step;
            const bool slow = passed <= checkpoints;
            const LapEvents events = counter.advance(s, slow ? 0.02 : 0.01);
            passed += std::size_t(events.checkpoints);
            if (events.checkpoints == 0)
                continue;
            if (passed <= checkpoints) {
                QVERIFY(!counter.delta());
                first.push_back(counter.lapTime());
            } else if (passed > checkpoints + 1 && passed < 2 * checkpoints + 1) {
                QVERIFY(counter.delta().has_value());
                const double taken = first[passed - checkpoints - 1];
                QVERIFY(std::abs(double(*counter.delta()) + taken / 2) < 0.021);
            }
        }
        QVERIFY(passed > 2 * checkpoints);
        counter.start(0.3f);
        QVERIFY(!counter.delta());
    }

    void aRoundFromTheFirstCheckpointIsALap() {
        Lap lap(0.3f);
        lap.drive(2 * lap.course.length());
        QCOMPARE(lap.laps, 1); // the second round is not whole: the clock began at the first line
        lap.drive(lap.course.length() / 19);
        QCOMPARE(lap.laps, 2);
        QCOMPARE(lap.counter.laps(), 2);
    }

    void everyCheckpointCountsOncePerRound() {
        Lap lap(0.3f);
        lap.drive(3 * lap.course.length());
        QCOMPARE(lap.checkpoints, 57);
    }

    void drivingToAndFroOverALineWinsNothing() {
        Lap lap(0.3f);
        lap.drive(2);
        const int passed = lap.checkpoints;
        for (int i = 0; i < 50; ++i) {
            lap.drive(-1.5f);
            lap.drive(1.5f);
        }
        QCOMPARE(lap.checkpoints, passed);
        QCOMPARE(lap.laps, 0);
    }

    void theWrongWayRoundIsNoLap() {
        Lap lap(0.3f);
        lap.drive(-3 * lap.course.length());
        QCOMPARE(lap.checkpoints, 0);
        QVERIFY(lap.counter.wrongWay());
        lap.drive(3 * lap.course.length());
        QCOMPARE(lap.checkpoints, 0); // back where it began
        QVERIFY(!lap.counter.wrongWay());
    }

    void reversingOverTheLineAndBackIsNoLap() {
        Lap lap(0.3f);
        lap.drive(lap.course.length() + 0.5f);
        const int before = lap.laps;
        lap.drive(-2);
        lap.drive(2);
        QCOMPARE(lap.laps, before);
    }

    void lapTimeIsTheSumOfItsTicks() {
        Lap lap(0.3f);
        lap.drive(lap.course.length() * (1 + 1.5f / 19));
        QCOMPARE(lap.laps, 1);
        const double expected = 0.01 * lap.course.length() / 0.05;
        QVERIFY2(std::abs(lap.time - expected) < 0.02 * expected,
                 qPrintable(QString::number(lap.time)));
    }

    void onlyAFasterLapIsTheBest() {
        Lap lap(0.3f);
        lap.drive(lap.course.length() * (1 + 1.5f / 19));
        QCOMPARE(lap.best, 1);
        lap.counter.start(0.3f); // a new episode keeps the record
        lap.s = 0.3f;
        lap.drive(-1);
        lap.drive(1);
        lap.drive(0.5f);
        for (int i = 0; i < 20; ++i) { // dawdle within the lap
            lap.drive(-0.2f);
            lap.drive(0.2f);
        }
        lap.drive(lap.course.length() * (1 + 1.5f / 19));
        QCOMPARE(lap.laps, 2);
        QCOMPARE(lap.best, 1);
    }
};

QTEST_GUILESS_MAIN(TestLapCounter)
#include "test_lap_counter.moc"
