// Plane vectors and poses. Frames: x forward or east, y left or north, yaw counter-clockwise from
// x.
#pragma once

#include <cmath>

namespace paddock {

struct Vec2 {
    float x = 0; // m
    float y = 0; // m

    constexpr bool operator==(const Vec2 &) const = default;
    constexpr Vec2 operator+(Vec2 o) const { return {x + o.x, y + o.y}; }
    constexpr Vec2 operator-(Vec2 o) const { return {x - o.x, y - o.y}; }
    constexpr Vec2 operator*(float s) const { return {x * s, y * s}; }
};

constexpr float dot(Vec2 a, Vec2 b) {
    return a.x * b.x + a.y * b.y;
}
constexpr float cross(Vec2 a, Vec2 b) {
    return a.x * b.y - a.y * b.x;
}
inline float length(Vec2 v) {
    return std::sqrt(dot(v, v));
}

// `v` turned counter-clockwise by `angle` (rad).
inline Vec2 rotated(Vec2 v, float angle) {
    const float c = std::cos(angle), s = std::sin(angle);
    return {c * v.x - s * v.y, s * v.x + c * v.y};
}

inline constexpr float kPi = 3.14159265358979323846f;

// `angle` brought into (-pi, pi].
inline float wrapAngle(float angle) {
    const float wrapped = std::remainder(angle, 2 * kPi);
    return wrapped <= -kPi ? kPi : wrapped;
}

// A frame in the plane: `position` in the parent frame, turned by `yaw`.
struct Pose {
    Vec2 position;
    float yaw = 0; // rad

    constexpr bool operator==(const Pose &) const = default;
    Vec2 toParent(Vec2 local) const { return position + rotated(local, yaw); }
    Vec2 toLocal(Vec2 point) const { return rotated(point - position, -yaw); }
};

} // namespace paddock
