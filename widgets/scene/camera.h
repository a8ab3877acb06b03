// Where the scene is looked at from, and how scene and screen points map to each other. No GL.
#pragma once

#include "core/base/vec2.h"

#include <QMatrix4x4>
#include <QPointF>
#include <QVector3D>

#include <optional>
#include <span>

namespace paddock {

// A camera that looks at `target` from `distance` away. Frame: x right (east), y up the page
// (north), z up.
struct CameraPose {
    QVector3D target;
    float distance = 5;          // m
    float azimuth = -0.5f * kPi; // rad, from the target to the eye, counter-clockwise from x
    float elevation = 1.0f;      // rad above the ground, at most pi/2
    float fieldOfView = 0.70f;   // rad, vertical
    bool orthographic = false;   // same scale at the target as the perspective camera

    QVector3D backward() const; // unit vector from the target to the eye
    QVector3D up() const;
    QVector3D right() const;
    QVector3D eye() const { return target + backward() * distance; }
    QMatrix4x4 view() const;
    // `aspect` = width / height; `reach`: m, how far from the target things may lie.
    QMatrix4x4 projection(float aspect, float reach) const;
};

struct Ray {
    QVector3D origin;
    QVector3D direction; // unit
};

// A pose with the size of the picture it fills (logical pixels).
class Camera {
  public:
    Camera(const CameraPose &pose, float width, float height, float reach);

    const CameraPose &pose() const { return m_pose; }
    const QMatrix4x4 &viewProjection() const { return m_viewProjection; }
    QVector3D eye() const;

    // Logical pixels, y down; nullopt behind the eye.
    std::optional<QPointF> toScreen(QVector3D point) const;
    Ray rayThrough(QPointF pixel) const;
    std::optional<Vec2> groundAt(QPointF pixel) const; // where the ray meets z = 0
    // How many logical pixels one metre across the view takes at the point.
    float pixelsPerMetre(QVector3D point) const;
    // False when a sphere is surely outside of the picture.
    bool sees(QVector3D centre, float radius) const;

  private:
    CameraPose m_pose;
    float m_width;
    float m_height;
    QMatrix4x4 m_viewProjection;
    QMatrix4x4 m_inverse;
};

// The pose with the given direction whose picture holds all points, centred, with `margin` (0..1)
// of it free. `strip` (0..1) of the picture's height stays free at its top besides.
CameraPose fitting(CameraPose pose, std::span<const QVector3D> points, float aspect, float margin,
                   float strip = 0);

// Between two poses at t in 0..1: the shorter way round, distances in proportion.
CameraPose mix(const CameraPose &a, const CameraPose &b, float t);

} // namespace paddock
