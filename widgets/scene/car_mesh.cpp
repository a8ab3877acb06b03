#include "widgets/scene/car_mesh.h"

#include "widgets/scene/polygon.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

const QColor kTrim(0x1A, 0x1D, 0x22);
const QColor kGlass(0x16, 0x20, 0x2B);
const QColor kTyre(0x1B, 0x1C, 0x1F);
const QColor kRim(0xC4, 0xCA, 0xD2);
const QColor kRimShade(0x30, 0x34, 0x3B);
const QColor kHeadLight(0xFF, 0xF6, 0xDC);
const QColor kTailLight(0xD8, 0x1E, 0x28);

// A corner of the side view; x forward, y up. `arch`: the edge that starts here belongs to a wheel
// arch.
struct ProfilePoint {
    Vec2 at;
    bool arch;
};

void appendArch(float axle, const CarShape &s, int segments, std::vector<ProfilePoint> &profile) {
    const float radius = 1.2f * s.wheelRadius;
    const float dip = std::asin(std::clamp((s.wheelRadius - s.clearance) / radius, 0.f, 1.f));
    for (int i = 0; i <= segments; ++i) {
        const float angle = kPi + dip - (kPi + 2 * dip) * float(i) / float(segments);
        profile.push_back(
            {{axle + radius * std::cos(angle), s.wheelRadius + radius * std::sin(angle)},
             i < segments});
    }
}

// The side view without the cabin, counter-clockwise with x to the right.
std::vector<ProfilePoint> sideProfile(const CarShape &s, int archSegments) {
    const float l = s.length(), f = s.front, r = -s.rear, c = s.clearance, h = s.shoulder;
    std::vector<ProfilePoint> profile{{{r + 0.035f * l, c}, false}};
    appendArch(0, s, archSegments, profile);
    appendArch(s.wheelbase, s, archSegments, profile);
    for (const Vec2 p :
         {Vec2{f - 0.03f * l, c}, Vec2{f - 0.004f * l, c + 0.16f * h}, Vec2{f, 0.48f * h},
          Vec2{f - 0.012f * l, 0.72f * h}, Vec2{f - 0.07f * l, 0.87f * h}, Vec2{r + 0.74f * l, h},
          Vec2{r + 0.08f * l, 1.02f * h}, Vec2{r + 0.012f * l, 0.94f * h}, Vec2{r, 0.70f * h},
          Vec2{r + 0.006f * l, c + 0.2f * h}})
        profile.push_back({p, false});
    return profile;
}

std::vector<Vec2> inset(const std::vector<ProfilePoint> &profile, float distance) {
    std::vector<Vec2> points;
    for (const ProfilePoint &p : profile)
        points.push_back(p.at);
    return offsetPolyline(points, distance, true);
}

QVector3D at(Vec2 side, float y) {
    return {side.x, y, side.y};
}

// The profile drawn out across the car with rounded shoulders.
void addHull(const CarShape &s, CarDetail detail, MeshBuilder &b) {
    const bool isNear = detail == CarDetail::Near;
    const auto profile = sideProfile(s, isNear ? 10 : 3);
    const float bevel = 0.09f * s.halfWidth * 2;
    const int steps = isNear ? 3 : 1;
    std::vector<std::vector<Vec2>> rings; // from the broad middle to the flat side
    std::vector<float> ys;
    for (int i = 0; i <= steps; ++i) {
        const float angle = 0.5f * kPi * float(i) / float(steps);
        rings.push_back(inset(profile, 0.45f * bevel * (1 - std::cos(angle))));
        ys.push_back(s.halfWidth - bevel * (1 - std::sin(angle)));
    }
    const std::size_t n = profile.size();
    for (std::size_t i = 0; i < n; ++i) {
        const std::size_t j = (i + 1) % n;
        profile[i].arch ? b.setColor(kTrim) : b.setColor(Qt::white, Material::Paint);
        b.quad(at(rings[0][i], ys[0]), at(rings[0][j], ys[0]), at(rings[0][j], -ys[0]),
               at(rings[0][i], -ys[0]));
        b.setColor(Qt::white, Material::Paint);
        for (int k = 0; k < steps; ++k) {
            const auto &in = rings[std::size_t(k)], &out = rings[std::size_t(k) + 1];
            const float y = ys[std::size_t(k)], z = ys[std::size_t(k) + 1];
            b.quad(at(out[i], z), at(out[j], z), at(in[j], y), at(in[i], y));
            b.quad(at(in[i], -y), at(in[j], -y), at(out[j], -z), at(out[i], -z));
        }
    }
    const std::vector<Vec2> &flank = rings.back();
    const std::vector<std::uint32_t> triangles = triangulate(flank);
    for (std::size_t t = 0; t + 2 < triangles.size(); t += 3) {
        const Vec2 p = flank[triangles[t]], q = flank[triangles[t + 1]],
                   r = flank[triangles[t + 2]];
        b.triangle(at(p, -s.halfWidth), at(q, -s.halfWidth), at(r, -s.halfWidth));
        b.triangle(at(p, s.halfWidth), at(r, s.halfWidth), at(q, s.halfWidth));
    }
}

// Between the wheels, so that nobody looks through the arches; and a splitter under the nose.
void addUnderbody(const CarShape &s, CarDetail detail, MeshBuilder &b) {
    const float inner = s.halfTrack - 0.5f * s.wheelWidth - 0.002f, l = s.length();
    b.setColor(kTrim);
    b.box({-s.rear + 0.06f * l, -inner, s.clearance},
          {s.front - 0.11f * l, inner, 0.75f * s.shoulder});
    if (detail == CarDetail::Far)
        return;
    b.box({s.front - 0.10f * l, -0.86f * s.halfWidth, 0.75f * s.clearance},
          {s.front - 0.012f * l, 0.86f * s.halfWidth, s.clearance + 0.06f * s.shoulder});
}

using Ring = std::array<QVector3D, 8>;

// A rectangle with cut corners, from the front right corner counter-clockwise seen from above.
Ring cabinRing(float rear, float front, float half, float cut, float z) {
    return {QVector3D(front, -half + cut, z), QVector3D(front, half - cut, z),
            QVector3D(front - cut, half, z),  QVector3D(rear + cut, half, z),
            QVector3D(rear, half - cut, z),   QVector3D(rear, -half + cut, z),
            QVector3D(rear + cut, -half, z),  QVector3D(front - cut, -half, z)};
}

// A window in the face low0-low1-high1-high0, from u0 to u1 along it.
void addWindow(QVector3D low0, QVector3D low1, QVector3D high0, QVector3D high1, float u0, float u1,
               MeshBuilder &b) {
    const QVector3D out = QVector3D::crossProduct(low1 - low0, high0 - low0).normalized() * 0.0008f;
    const auto point = [&](float u, float v) {
        const QVector3D low = low0 + (low1 - low0) * u, high = high0 + (high1 - high0) * u;
        return low + (high - low) * v + out;
    };
    b.quad(point(u0, 0.10f), point(u1, 0.10f), point(u1, 0.93f), point(u0, 0.93f));
}

void addCabin(const CarShape &s, CarDetail detail, MeshBuilder &b) {
    const float l = s.length(), r = -s.rear, cut = 0.10f * s.halfWidth;
    const float shoulder = 0.99f * s.shoulder;
    const Ring base = cabinRing(r + 0.055f * l, r + 0.76f * l, 0.88f * s.halfWidth, cut, shoulder);
    const float eaves = shoulder + 0.90f * (s.roof - shoulder);
    const Ring upper = cabinRing(r + 0.17f * l, r + 0.545f * l, 0.70f * s.halfWidth, cut, eaves);
    const Ring crown = cabinRing(r + 0.195f * l, r + 0.51f * l, 0.62f * s.halfWidth, cut, s.roof);
    for (std::size_t i = 0; i < 8; ++i) {
        const std::size_t j = (i + 1) % 8;
        b.setColor(Qt::white, Material::Paint);
        b.quad(base[i], base[j], upper[j], upper[i]);
        b.quad(upper[i], upper[j], crown[j], crown[i]);
        if (i > 0 && i < 7)
            b.triangle(crown[0], crown[i], crown[j]);
        if (i % 2 == 1)
            continue; // the cut corners are the pillars
        b.setColor(kGlass, Material::Glass);
        const bool isSide = i == 2 || i == 6;
        if (isSide && detail == CarDetail::Near) {
            addWindow(base[i], base[j], upper[i], upper[j], 0.06f, 0.49f, b);
            addWindow(base[i], base[j], upper[i], upper[j], 0.53f, 0.94f, b);
        } else {
            addWindow(base[i], base[j], upper[i], upper[j], 0.04f, 0.96f, b);
        }
    }
}

void addLights(const CarShape &s, CarDetail detail, MeshBuilder &b) {
    const float l = s.length(), w = s.halfWidth, h = s.shoulder;
    const float nose = s.front - 0.002f * l, tail = -s.rear;
    for (const float side : {-1.f, 1.f}) {
        const auto lamp = [&](float x0, float x1, float y0, float y1, float z0, float z1) {
            b.box({x0, side > 0 ? y0 : -y1, z0}, {x1, side > 0 ? y1 : -y0, z1});
        };
        b.setColor(kHeadLight, Material::HeadLight);
        lamp(nose - 0.05f * l, nose, 0.46f * w, 0.84f * w, 0.53f * h, 0.71f * h);
        b.setColor(kTailLight, Material::TailLight);
        lamp(tail - 0.003f * l, tail + 0.03f * l, 0.38f * w, 0.86f * w, 0.66f * h, 0.82f * h);
    }
    if (detail == CarDetail::Far)
        return;
    b.setColor(kTrim);
    b.box({nose - 0.05f * l, -0.40f * w, 0.36f * h}, {nose + 0.004f * l, 0.40f * w, 0.58f * h});
    b.box({tail - 0.003f * l, -0.36f * w, 0.70f * h}, {tail + 0.03f * l, 0.36f * w, 0.78f * h});
}

// Narrower towards nose and tail, seen from above.
QVector3D tapered(const CarShape &s, QVector3D p) {
    const float l = s.length();
    const float ahead = std::max(0.f, (p.x() - (s.front - 0.30f * l)) / (0.30f * l));
    const float behind = std::max(0.f, (-s.rear + 0.22f * l - p.x()) / (0.22f * l));
    p.setY(p.y() * (1 - 0.15f * ahead * ahead - 0.09f * behind * behind));
    return p;
}

// A wheel or anything round: `profile` of (radius, offset along the axis), swept about the axis.
template <class Place>
void addRevolution(std::span<const Vec2> profile, int segments, Place &&place, MeshBuilder &b) {
    for (int i = 0; i < segments; ++i) {
        const float a0 = 2 * kPi * float(i) / float(segments);
        const float a1 = 2 * kPi * float(i + 1) / float(segments);
        for (std::size_t k = 0; k + 1 < profile.size(); ++k)
            b.quad(place(profile[k], a0), place(profile[k], a1), place(profile[k + 1], a1),
                   place(profile[k + 1], a0));
    }
}

// A bright ring, five spokes over a dark dish: makes the turning visible.
template <class Place>
void addRim(float r, float half, CarDetail detail, Place &&place, MeshBuilder &b) {
    const bool isNear = detail == CarDetail::Near;
    const int sectors = isNear ? 20 : 6;
    const float inner = isNear ? 0.56f * r : 0.66f * r;
    if (isNear) {
        b.setColor(kRim);
        const Vec2 ring[] = {{0.66f * r, half}, {inner, 0.96f * half}};
        addRevolution(ring, sectors, place, b);
    }
    for (int i = 0; i < sectors; ++i) {
        b.setColor(isNear ? (i % 4 == 0 ? kRim : kRimShade) : i % 3 == 0 ? kRim : kRimShade);
        const float a0 = 2 * kPi * float(i) / float(sectors);
        const float a1 = 2 * kPi * float(i + 1) / float(sectors);
        b.triangle(place({inner, 0.96f * half}, a0), place({inner, 0.96f * half}, a1),
                   place({0, 0.80f * half}, 0));
    }
}

void addWheel(const CarShape &s, CarPart part, CarDetail detail, MeshBuilder &b) {
    const bool isLeft = part == CarPart::FrontLeft || part == CarPart::RearLeft;
    const float out = isLeft ? 1.f : -1.f, r = s.wheelRadius, half = 0.5f * s.wheelWidth;
    const int segments = detail == CarDetail::Near ? 20 : 6;
    b.setPart(part);
    const auto place = [&](Vec2 p, float angle) {
        // Mirrored on the other side; the angle turns with it to keep faces outward.
        const float a = out * angle;
        return QVector3D(p.x * std::sin(a), out * p.y, p.x * std::cos(a));
    };
    b.setColor(kTyre);
    const Vec2 tyre[] = {{0.6f * r, -half}, {0.94f * r, -half}, {r, -0.7f * half},
                         {r, 0.7f * half},  {0.94f * r, half},  {0.66f * r, half}};
    const Vec2 plain[] = {{r, -half}, {r, half}, {0.66f * r, half}};
    detail == CarDetail::Near ? addRevolution(tyre, segments, place, b)
                              : addRevolution(plain, segments, place, b);
    addRim(r, half, detail, place, b);
    b.setPart(CarPart::Body);
}

// The lidar of a model that is taller than a car of its length would be.
void addLidar(const CarShape &s, CarDetail detail, MeshBuilder &b) {
    if (s.top <= s.roof * 1.05f)
        return;
    const float l = s.length(), x = -s.rear + 0.36f * l, foot = 0.98f * s.roof;
    const int segments = detail == CarDetail::Near ? 20 : 6;
    const auto place = [&](Vec2 p, float angle) {
        return QVector3D(x + p.x * std::cos(angle), p.x * std::sin(angle), p.y);
    };
    const float puck = 0.42f * std::min(0.14f * l, s.top - s.roof);
    b.setColor(kTrim);
    if (detail == CarDetail::Far) {
        const Vec2 plain[] = {
            {0.03f * l, foot}, {0.07f * l, s.top - 1.6f * puck}, {0.07f * l, s.top}, {0, s.top}};
        addRevolution(plain, segments, place, b);
        return;
    }
    const Vec2 mast[] = {{0.045f * l, foot}, {0.03f * l, s.top - 2 * puck}};
    const Vec2 head[] = {{0.03f * l, s.top - 2 * puck},
                         {0.065f * l, s.top - 2 * puck},
                         {0.075f * l, s.top - 1.6f * puck},
                         {0.075f * l, s.top - 0.3f * puck},
                         {0.06f * l, s.top},
                         {0, s.top}};
    addRevolution(mast, segments, place, b);
    addRevolution(head, segments, place, b);
}

} // namespace

CarShape carShape(const VehicleSpec &spec) {
    CarShape s;
    s.front = float(spec.bodyFront);
    s.rear = float(spec.bodyRear);
    s.halfWidth = 0.5f * float(spec.bodyWidth);
    s.wheelbase = float(spec.wheelbase);
    s.halfTrack = 0.5f * float(spec.trackWidth);
    s.wheelRadius = float(spec.wheelRadius);
    s.wheelWidth =
        std::clamp(2 * (s.halfWidth - s.halfTrack), 0.4f * s.wheelRadius, 1.2f * s.wheelRadius);
    s.clearance = 0.5f * s.wheelRadius;
    s.roof = std::max(std::min(float(spec.bodyHeight), 0.44f * s.length()), 2.8f * s.wheelRadius);
    s.shoulder = std::max(0.57f * s.roof, 2.3f * s.wheelRadius);
    // A mast of its true height would hide more than it shows.
    s.top = std::min(std::max(float(spec.bodyHeight), s.roof), s.roof + 0.16f * s.length());
    return s;
}

QVector3D hubPosition(const CarShape &s, CarPart wheel) {
    const bool isFront = wheel == CarPart::FrontLeft || wheel == CarPart::FrontRight;
    const bool isLeft = wheel == CarPart::FrontLeft || wheel == CarPart::RearLeft;
    return {isFront ? s.wheelbase : 0, isLeft ? s.halfTrack : -s.halfTrack, s.wheelRadius};
}

Mesh buildCarMesh(const CarShape &shape, CarDetail detail) {
    MeshBuilder builder;
    addHull(shape, detail, builder);
    addUnderbody(shape, detail, builder);
    addCabin(shape, detail, builder);
    addLights(shape, detail, builder);
    builder.transform([&](QVector3D p) { return tapered(shape, p); });
    addLidar(shape, detail, builder);
    for (const CarPart wheel :
         {CarPart::FrontLeft, CarPart::FrontRight, CarPart::RearLeft, CarPart::RearRight})
        addWheel(shape, wheel, detail, builder);
    return builder.build(0.75f);
}

} // namespace paddock
