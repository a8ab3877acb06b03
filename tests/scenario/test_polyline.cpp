// Closed lines: closed forms on squares and circles, and lines that cross themselves.
#include "core/scenario/polyline.h"

#include <QtTest>

using namespace paddock;

namespace {

std::vector<Vec2> circle(float radius, int points, bool clockwise = false) {
    std::vector<Vec2> line;
    for (int i = 0; i < points; ++i) {
        const double a = 2 * M_PI * i / points * (clockwise ? -1 : 1);
        line.push_back({float(radius * std::cos(a)), float(radius * std::sin(a))});
    }
    return line;
}

const std::vector<Vec2> kSquare{{0, 0}, {2, 0}, {2, 2}, {0, 2}};

} // namespace

class TestPolyline : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void lengthAndAreaOfASquare() {
        QCOMPARE(closedLength(kSquare), 8.0);
        QCOMPARE(signedArea(kSquare), 4.0);
        const std::vector<Vec2> reversed(kSquare.rbegin(), kSquare.rend());
        QCOMPARE(signedArea(reversed), -4.0);
    }

    void enclosesWhatLiesInside() {
        QVERIFY(encloses(kSquare, {1, 1}));
        QVERIFY(!encloses(kSquare, {3, 1}));
        QVERIFY(!encloses(kSquare, {-1, 1}));
    }

    void distanceIsToTheNearestPlaceOfTheLine() {
        QCOMPARE(distanceTo(kSquare, {1, 0.5f}), 0.5);
        QCOMPARE(distanceTo(kSquare, {5, 6}), 5.0);
    }

    void aRayEndsAtTheFirstSegment() {
        QCOMPARE(*castRay(kSquare, {0.5f, 1}, {1, 0}), 1.5);
        QVERIFY(!castRay(kSquare, {3, 1}, {1, 0}));
    }

    void resamplingKeepsLengthAndSpacing() {
        const std::vector<Vec2> even = resampleClosed(circle(5, 400), 100);
        QCOMPARE(even.size(), std::size_t(100));
        QVERIFY(std::abs(closedLength(even) - 2 * M_PI * 5) < 0.02);
        for (std::size_t i = 0; i < even.size(); ++i)
            QVERIFY(std::abs(length(even[(i + 1) % 100] - even[i]) - 0.314f) < 0.002f);
    }

    void simplifyingStaysWithinTheTolerance() {
        const std::vector<Vec2> line = circle(5, 1000);
        const std::vector<Vec2> simple = simplifyClosed(line, 0.01);
        QVERIFY(simple.size() < 100);
        for (const Vec2 p : line)
            QVERIFY(distanceTo(simple, p) <= 0.0101);
    }

    void simplifyingASquareLeavesItsCorners() {
        const std::vector<Vec2> dense = resampleClosed(kSquare, 80);
        QCOMPARE(simplifyClosed(dense, 1e-4).size(), std::size_t(4));
    }

    void aSimpleLineHasNoCrossing() {
        Crossing found;
        QCOMPARE(findSelfCrossing(circle(5, 3000), found), CrossingState::None);
        QCOMPARE(findSelfCrossing(kSquare, found), CrossingState::None);
    }

    void anEightCrossesItself() {
        Crossing found;
        const std::vector<Vec2> eight{{0, 0}, {2, 2}, {2, 0}, {0, 2}};
        QCOMPARE(findSelfCrossing(eight, found), CrossingState::Found);
        QVERIFY(length(found.at - Vec2{1, 1}) < 1e-6f);
    }

    void twoLinesCrossWhereTheyMeet() {
        Crossing found;
        const std::vector<Vec2> other{{1, 1}, {3, 1}, {3, 3}};
        QCOMPARE(findCrossing(kSquare, other, found), CrossingState::Found);
        const std::vector<Vec2> within{{0.5f, 0.5f}, {1.5f, 0.5f}, {1, 1.5f}};
        QCOMPARE(findCrossing(kSquare, within, found), CrossingState::None);
    }

    // A pair test over all segments is the oracle for the grid.
    void theGridFindsWhatTryingAllPairsFinds() {
        std::uint32_t state = 1;
        const auto next = [&state] { return float((state = state * 1664525u + 1013904223u) >> 8); };
        int crossed = 0;
        for (int round = 0; round < 300; ++round) {
            std::vector<Vec2> line;
            for (int i = 0; i < 5; ++i)
                line.push_back({next() / (1 << 20), next() / (1 << 20)});
            bool any = false;
            for (std::size_t i = 0; i < 5; ++i)
                for (std::size_t j = i + 2; j < 5 && j + 1 - i < 5; ++j) {
                    const auto side = [](Vec2 a, Vec2 b, Vec2 c) {
                        return cross(b - a, c - a) > 0;
                    };
                    const Vec2 a = line[i], b = line[(i + 1) % 5], c = line[j],
                               d = line[(j + 1) % 5];
                    any |= side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b);
                }
            Crossing found;
            QCOMPARE(findSelfCrossing(line, found) == CrossingState::Found, any);
            crossed += any;
        }
        QVERIFY(crossed > 50 && crossed < 300);
    }

    void loopsOfATooWideOffsetGo() {
        // Offset of a rounded corner by more than its radius: a small loop at one corner.
        std::vector<Vec2> line{{0, 0},        {10, 0},      {10, 10}, {0.5f, 10}, {0.5f, 9},
                               {-0.2f, 9.5f}, {0.2f, 9.7f}, {1, 8},   {0, 5}};
        QVERIFY(removeLoops(line, 0.25));
        Crossing found;
        QCOMPARE(findSelfCrossing(line, found), CrossingState::None);
        QVERIFY(signedArea(line) > 85);
    }

    void aFigureOfEightIsNoLoop() {
        std::vector<Vec2> eight{{0, 0}, {2, 2}, {2, 0}, {0, 2}};
        QVERIFY(!removeLoops(eight, 0.25));
    }
};

QTEST_GUILESS_MAIN(TestPolyline)
#include "test_polyline.moc"
