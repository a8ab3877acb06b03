// Claims about the least lap times: closed forms on lines that have one.
#include "core/scenario/racing_line.h"
#include "core/scenario/track_builder.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace paddock;

namespace {

constexpr double kPiD = std::numbers::pi;

std::vector<Vec2> circle(double radius, int points = 180) {
    std::vector<Vec2> line;
    for (int i = 0; i < points; ++i) {
        const double a = 2 * kPiD * i / points;
        line.push_back({float(radius * std::cos(a)), float(radius * std::sin(a))});
    }
    return line;
}

// Two straights of `straight` m and two half circles.
std::vector<Vec2> stadium(double straight, double radius, double step) {
    std::vector<Vec2> line;
    const double bend = kPiD * radius, round = 2 * (straight + bend);
    const int count = int(std::lround(round / step));
    for (int i = 0; i < count; ++i) {
        const double s = round * i / count;
        const bool second = s >= straight + bend;
        const double t = second ? s - straight - bend : s;
        const double angle = std::max(t - straight, 0.0) / radius - kPiD / 2;
        double x = t < straight ? t - straight / 2 : straight / 2 + radius * std::cos(angle);
        double y = t < straight ? -radius : radius * std::sin(angle);
        line.push_back(second ? Vec2{float(-x), float(-y)} : Vec2{float(x), float(y)});
    }
    return line;
}

Track ringTrack(double radius, float halfWidth) {
    const std::vector<Vec2> centre = circle(radius, 180);
    const std::vector<TrackWidths> widths(centre.size(), TrackWidths{halfWidth, halfWidth});
    const auto track = trackFromCenterline(centre, widths, {});
    if (!track)
        qFatal("%s", track.error().text().c_str());
    return *track;
}

bool close(double value, double expected, double tolerance) {
    if (std::abs(value - expected) <= tolerance)
        return true;
    qWarning("is %g, expected %g +- %g", value, expected, tolerance);
    return false;
}

const CarLimits kCar{.topSpeed = 5,
                     .lateral = 9,
                     .longitudinal = 4,
                     .drag = 0,
                     .turningRadius = 0.5,
                     .halfWidth = 0.1};

} // namespace

class TestRacingLine : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    // v = min(top speed, sqrt(lateral * r)), and the lap is 2 pi r / v.
    void aCircleIsDrivenAtItsLimit() {
        for (const double radius : {1.0, 2.0, 6.0}) {
            const LineLap lap = lapAlong(circle(radius), kCar);
            const double speed = std::min(kCar.topSpeed, std::sqrt(kCar.lateral * radius));
            QVERIFY(close(lap.minSpeed, speed, 1e-3));
            QVERIFY(close(lap.minRadius, radius, 1e-3 * radius));
            QVERIFY(close(lap.time, 2 * kPiD * radius / speed, 2e-3));
        }
    }

    // From the bend's speed up with constant acceleration, back down with the same: the top of each
    // straight has v^2 = v0^2 + a L, and each half takes (v - v0) / a.
    void straightsAreSpedUpAndBrakedOn() {
        const double straight = 3, radius = 1, v0 = std::sqrt(kCar.lateral * radius);
        const LineLap lap = lapAlong(stadium(straight, radius, 0.01), kCar);
        const double top = std::sqrt(v0 * v0 + kCar.longitudinal * straight);
        QVERIFY(top < kCar.topSpeed);
        const double expected = 2 * kPiD * radius / v0 + 4 * (top - v0) / kCar.longitudinal;
        QVERIFY(close(lap.time, expected, 0.01));
        QVERIFY(close(*std::max_element(lap.speed.begin(), lap.speed.end()), top, 0.02));
    }

    // A lap that never brakes takes its length over the top speed, however hard the drag pulls.
    void nothingIsFasterThanTheTopSpeed() {
        CarLimits car = kCar;
        car.drag = 0.3;
        const LineLap lap = lapAlong(circle(8), car);
        QVERIFY(close(lap.time, lap.length / car.topSpeed, 1e-9));
    }

    // On a ring every line that bends least or is shortest runs along the inner wall.
    void theShortestLineOfARingHugsItsInnerWall() {
        const Track ring = ringTrack(4, 0.8f);
        const std::vector<Vec2> line = lineBetweenWalls(ring, 0.1, 0, 96);
        for (const Vec2 point : line)
            QVERIFY(close(length(point), 4 - 0.8 + 0.1, 0.02));
    }

    // Where it bends, a line between walls is faster than the middle of the road, and it keeps the
    // car between the walls.
    void theFastestLineBeatsTheCentre() {
        const std::vector<Vec2> centre = stadium(6, 2, 0.1);
        const std::vector<TrackWidths> widths(centre.size(), TrackWidths{0.7f, 0.7f});
        const auto track = trackFromCenterline(centre, widths, {});
        QVERIFY(bool(track));
        const LapFloor floor = lapFloor(*track, kCar);
        QVERIFY(floor.fastest.time < 0.97 * floor.centre.time);
        QVERIFY(floor.shortest.length <= floor.fastest.length + 1e-6);
        QVERIFY(floor.shortestBound < floor.fastest.time);
        QVERIFY(floor.fastest.minRadius >= kCar.turningRadius);
        for (const Vec2 point : floor.line) {
            const double across = std::abs(point.x) <= 3 ? std::abs(point.y)
                                                         : length({std::abs(point.x) - 3, point.y});
            QVERIFY(across > 2 - 0.7 + 0.1 - 0.03 && across < 2 + 0.7 - 0.1 + 0.03);
        }
    }

    // F1TENTH: the tyres grip with 0.2308 of the weight with wheels and 0.9231 of what the springs
    // carry, 1.0 times that across and 0.72 along. The wheels run at 21.4 N m / 0.25 N m s * 0.058
    // m = 4.965 m/s, less the slip that holds against a drag of 0.273 v.
    void limitsComeFromTheCarsNumbers() {
        const CarLimits limits = carLimits(vehicleDefaults(VehicleModel::F1tenth));
        const double grip = 9.81 * (0.2308 * 3.906 + 0.92307 * 3.47) / 3.47;
        QVERIFY(close(limits.lateral, grip, 1e-3));
        QVERIFY(close(limits.longitudinal, 0.72 * grip, 1e-3));
        QVERIFY(close(limits.turningRadius, 0.5612, 1e-3));
        QVERIFY(limits.topSpeed > 4.75 && limits.topSpeed < 4.95);
        const double u = (1 - limits.topSpeed / 4.9648) / 0.15;
        QVERIFY(
            close(limits.longitudinal * (u + u * u - u * u * u), 0.273 * limits.topSpeed, 0.01));
    }
};

QTEST_APPLESS_MAIN(TestRacingLine)
#include "test_racing_line.moc"
