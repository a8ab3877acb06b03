#include "core/scenario/racing_line.h"

#include "core/scenario/polyline.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

constexpr double kGravity = 9.81;         // m/s^2
constexpr double kLoadCeiling = 3;        // times its load at rest a tyre grips with at most
constexpr double kSpacing = 0.1;          // m between points of a line
constexpr std::size_t kMinPoints = 64;    // of a line
constexpr std::size_t kCoarsePoints = 48; // from which lines are refined
constexpr double kInsideBend = 0.95;      // share of a bend's radius that lines may go inside it
constexpr int kSmoothing = 4;             // rounds, against kinks where a line leaves a wall
constexpr double kRelaxation = 1.8;       // of the sweeps; beyond 1 they converge much faster

double distance(Vec2 a, Vec2 b) {
    return std::hypot(double(b.x) - a.x, double(b.y) - a.y);
}

// 1/m, of the circle through three points.
double curvature(Vec2 a, Vec2 b, Vec2 c) {
    const double product = distance(a, b) * distance(b, c) * distance(c, a);
    const double twiceArea =
        (double(b.x) - a.x) * (double(c.y) - a.y) - (double(b.y) - a.y) * (double(c.x) - a.x);
    return product > 0 ? 2 * std::abs(twiceArea) / product : 0;
}

// The road in front of a line that is still to be found: a frame at each point and how far to
// either side one may go.
struct Corridor {
    std::vector<Vec2> centre, normal; // m; unit, to the left
    std::vector<double> low, high;    // m, right is negative

    std::size_t size() const { return centre.size(); }
    Vec2 at(std::size_t i, double offset) const { return centre[i] + normal[i] * float(offset); }
};

// Widths at a point of a finer or coarser line, from the nearest place of the track's own.
Corridor corridorOf(const Track &track, double margin, std::size_t count) {
    Corridor road;
    road.centre = resampleClosed(track.centre, count);
    const double step = closedLength(track.centre) / double(count);
    std::size_t segment = 0;
    double begin = 0; // m, arc length of that segment's first point
    const std::size_t n = track.centre.size();
    const auto segmentLength = [&](std::size_t i) {
        return distance(track.centre[i], track.centre[(i + 1) % n]);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const double s = double(i) * step;
        while (segment + 1 < n && begin + segmentLength(segment) <= s)
            begin += segmentLength(segment++);
        const double t = std::clamp((s - begin) / segmentLength(segment), 0.0, 1.0);
        const std::size_t next = (segment + 1) % n;
        const auto between = [&](const std::vector<float> &width) {
            return (1 - t) * double(width[segment]) + t * double(width[next]);
        };
        const Vec2 along = tangentAt(road.centre, i);
        road.normal.push_back({-along.y, along.x});
        road.low.push_back(std::min(margin - between(track.rightWidth), 0.0));
        road.high.push_back(std::max(between(track.leftWidth) - margin, 0.0));
    }
    // Inside a bend frames meet at its middle; the line stays this side of it.
    for (std::size_t i = 0; i < count; ++i) {
        const Vec2 a = road.centre[(i + count - 1) % count], c = road.centre[(i + 1) % count];
        const double room = kInsideBend / std::max(curvature(a, road.centre[i], c), 1e-9);
        const bool left = cross(road.centre[i] - a, c - road.centre[i]) > 0;
        double &inside = left ? road.high[i] : road.low[i];
        inside = std::clamp(inside, -room, room);
    }
    return road;
}

// One sweep over all points: each goes where the sum of the length and the bending of the line is
// least while its neighbours stay. Returns the largest move, m.
double sweep(const Corridor &road, std::vector<double> &offsets, double straightness) {
    const std::size_t n = road.size();
    const double spacing = closedLength(road.centre) / double(n);
    const auto point = [&](std::size_t i) { return road.at(i % n, offsets[i % n]); };
    double moved = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 a = point(i + n - 2), b = point(i + n - 1), d = point(i + 1), e = point(i + 2);
        // Length: |c - b|^2 / |c - b| + ..., with the distances of the sweep before.
        const Vec2 c = point(i);
        const double before = 1 / std::max(distance(b, c), 1e-6);
        const double after = 1 / std::max(distance(c, d), 1e-6);
        const double shorten = 1 - straightness;
        // Bending: squared second differences of the three triples that hold the point.
        const double bend = straightness / (spacing * spacing * spacing);
        const auto pull = [&](auto axis) {
            const double length = shorten * (before * axis(b) + after * axis(d));
            const double straight = bend * (4 * (axis(b) + axis(d)) - axis(a) - axis(e));
            return length + straight;
        };
        const double weight = shorten * (before + after) + 6 * bend;
        const double x = pull([](Vec2 p) { return double(p.x); }) / weight - road.centre[i].x;
        const double y = pull([](Vec2 p) { return double(p.y); }) / weight - road.centre[i].y;
        const double wanted = x * road.normal[i].x + y * road.normal[i].y;
        const double relaxed = offsets[i] + kRelaxation * (wanted - offsets[i]);
        const double placed = std::clamp(relaxed, road.low[i], road.high[i]);
        moved = std::max(moved, std::abs(placed - offsets[i]));
        offsets[i] = placed;
    }
    return moved;
}

// Offsets at twice as many points.
std::vector<double> refined(const std::vector<double> &offsets) {
    std::vector<double> fine;
    for (std::size_t i = 0; i < offsets.size(); ++i) {
        fine.push_back(offsets[i]);
        fine.push_back(0.5 * (offsets[i] + offsets[(i + 1) % offsets.size()]));
    }
    return fine;
}

// Speeds that the tyres bear, lowered until each can be reached from the one before and left for
// the one after.
void slowDown(std::vector<double> &speed, std::span<const double> step, const CarLimits &limits) {
    const std::size_t n = speed.size();
    const auto reach = [&](double from, double metres, double push) {
        return std::sqrt(std::max(from * from + 2 * push * metres, 0.0));
    };
    // Twice round, so that the slowest place has had its say everywhere.
    for (std::size_t k = 0; k < 2 * n; ++k) {
        const std::size_t i = k % n, next = (i + 1) % n;
        const double push = std::max(limits.longitudinal - limits.drag * speed[i], 0.0);
        speed[next] = std::min(speed[next], reach(speed[i], step[i], push));
    }
    for (std::size_t k = 2 * n; k-- > 0;) {
        const std::size_t i = k % n, next = (i + 1) % n;
        const double brake = limits.longitudinal + limits.drag * speed[next];
        speed[i] = std::min(speed[i], reach(speed[next], step[i], brake));
    }
}

} // namespace

CarLimits carLimits(const VehicleSpec &car) {
    CarLimits limits;
    // N/kg that the tyres grip with: see VehicleSpec::tireLoadFloor.
    const double wheels = 4 * car.wheelMass, floor = car.tireLoadFloor;
    const double grip =
        kGravity / car.planarMass *
        (floor * (car.weightMass + wheels) + (1 - floor / kLoadCeiling) * car.weightMass);
    const double driven = car.drivetrain == Drivetrain::AllWheels ? 1 : 0.5;
    limits.lateral = car.lateralTire.extremumForce * grip;
    limits.longitudinal = car.longitudinalTire.extremumForce * grip;
    limits.drag = car.linearDrag;
    limits.turningRadius = car.wheelbase / std::tan(car.steeringLimit);
    limits.halfWidth = car.bodyWidth / 2;
    // The wheels turn faster than the car drives by the slip that carries the drag.
    const double wheelSpeed = car.motorTorque / car.wheelDamping * car.wheelRadius;
    double low = 0, high = wheelSpeed;
    for (int i = 0; i < 60; ++i) {
        const double v = 0.5 * (low + high);
        const double slip = (wheelSpeed - v) / wheelSpeed;
        const double u = std::min(slip / car.longitudinalTire.extremumSlip, 1.0);
        const double push = driven * limits.longitudinal * (u + u * u - u * u * u);
        (push > limits.drag * v ? low : high) = v;
    }
    limits.topSpeed = high;
    return limits;
}

LineLap lapAlong(std::span<const Vec2> line, const CarLimits &limits) {
    const std::size_t n = line.size();
    LineLap lap;
    std::vector<double> step;
    double sharpest = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Vec2 next = line[(i + 1) % n];
        const double bend = curvature(line[(i + n - 1) % n], line[i], next);
        sharpest = std::max(sharpest, bend);
        lap.speed.push_back(bend > 0 ? std::min(limits.topSpeed, std::sqrt(limits.lateral / bend))
                                     : limits.topSpeed);
        step.push_back(distance(line[i], next));
        lap.length += step.back();
    }
    slowDown(lap.speed, step, limits);
    for (std::size_t i = 0; i < n; ++i)
        lap.time += 2 * step[i] / (lap.speed[i] + lap.speed[(i + 1) % n]);
    lap.minSpeed = *std::min_element(lap.speed.begin(), lap.speed.end());
    lap.minRadius = sharpest > 0 ? 1 / sharpest : std::numeric_limits<double>::infinity();
    return lap;
}

std::vector<Vec2> lineBetweenWalls(const Track &track, double margin, double straightness,
                                   std::size_t count) {
    // From coarse to fine: far along the road a coarse line settles in few sweeps.
    std::size_t coarse = count;
    while (coarse % 2 == 0 && coarse / 2 >= kCoarsePoints)
        coarse /= 2;
    std::vector<double> offsets(coarse, 0.0);
    for (;;) {
        const Corridor road = corridorOf(track, margin, offsets.size());
        const std::size_t most = 40 * offsets.size();
        for (std::size_t k = 0; k < most && sweep(road, offsets, straightness) > 1e-6; ++k) {
        }
        if (offsets.size() == count) {
            std::vector<Vec2> line;
            for (std::size_t i = 0; i < count; ++i)
                line.push_back(road.at(i, offsets[i]));
            return smoothClosed(std::move(line), kSmoothing);
        }
        offsets = refined(offsets);
    }
}

LapFloor lapFloor(const Track &track, const CarLimits &limits) {
    // A multiple of 8, so that lines can be found from coarse to fine.
    const std::size_t wanted = std::size_t(double(track.length()) / kSpacing);
    const std::size_t count = std::max(wanted, kMinPoints) / 8 * 8;
    LapFloor floor;
    floor.centre = lapAlong(resampleClosed(track.centre, count), limits);
    bool steerable = false;
    for (const double straightness : {0.0, 0.8, 0.85, 0.9, 0.95, 0.98, 1.0}) {
        std::vector<Vec2> line = lineBetweenWalls(track, limits.halfWidth, straightness, count);
        LineLap lap = lapAlong(line, limits);
        if (straightness == 0) {
            floor.shortest = lap;
            floor.shortestBound = lap.length / limits.topSpeed;
        }
        // A line that the car can steer goes before any that it cannot.
        const bool canSteer = lap.minRadius >= limits.turningRadius;
        const bool faster = floor.line.empty() || lap.time < floor.fastest.time;
        if (canSteer == steerable ? !faster : steerable)
            continue;
        steerable = canSteer;
        floor.fastest = std::move(lap);
        floor.line = std::move(line);
        floor.straightness = straightness;
    }
    return floor;
}

} // namespace paddock
