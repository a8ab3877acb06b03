#include "widgets/scene/camera.h"

#include <algorithm>
#include <cmath>

namespace paddock {

QVector3D CameraPose::backward() const {
    const float flat = std::cos(elevation);
    return {flat * std::cos(azimuth), flat * std::sin(azimuth), std::sin(elevation)};
}

QVector3D CameraPose::up() const {
    const float flat = std::sin(elevation);
    return {-flat * std::cos(azimuth), -flat * std::sin(azimuth), std::cos(elevation)};
}

QVector3D CameraPose::right() const {
    return QVector3D::crossProduct(up(), backward());
}

QMatrix4x4 CameraPose::view() const {
    QMatrix4x4 m;
    m.lookAt(eye(), target, up());
    return m;
}

QMatrix4x4 CameraPose::projection(float aspect, float reach) const {
    QMatrix4x4 m;
    const float tangent = std::tan(0.5f * fieldOfView);
    if (orthographic) {
        const float half = distance * tangent;
        m.ortho(-half * aspect, half * aspect, -half, half, distance - reach, distance + reach);
        return m;
    }
    const float near = std::max(0.01f, 0.06f * distance);
    m.perspective(fieldOfView * 180.f / kPi, aspect, near, distance + reach);
    return m;
}

Camera::Camera(const CameraPose &pose, float width, float height, float reach)
    : m_pose(pose), m_width(std::max(width, 1.f)), m_height(std::max(height, 1.f)),
      m_viewProjection(pose.projection(m_width / m_height, reach) * pose.view()),
      m_inverse(m_viewProjection.inverted()) {}

QVector3D Camera::eye() const {
    return m_pose.eye();
}

std::optional<QPointF> Camera::toScreen(QVector3D point) const {
    const QVector4D clip = m_viewProjection * QVector4D(point, 1);
    if (clip.w() <= 1e-6f)
        return std::nullopt;
    return QPointF(0.5 * m_width * (1 + clip.x() / clip.w()),
                   0.5 * m_height * (1 - clip.y() / clip.w()));
}

Ray Camera::rayThrough(QPointF pixel) const {
    const float x = 2 * float(pixel.x()) / m_width - 1, y = 1 - 2 * float(pixel.y()) / m_height;
    const float half = std::tan(0.5f * m_pose.fieldOfView);
    const QVector3D across = m_pose.right() * (x * half * m_width / m_height);
    const QVector3D upward = m_pose.up() * (y * half);
    if (m_pose.orthographic)
        return {m_pose.eye() + (across + upward) * m_pose.distance, -m_pose.backward()};
    return {m_pose.eye(), (across + upward - m_pose.backward()).normalized()};
}

std::optional<Vec2> Camera::groundAt(QPointF pixel) const {
    const Ray ray = rayThrough(pixel);
    if (ray.direction.z() >= -1e-4f)
        return std::nullopt;
    const QVector3D hit = ray.origin - ray.direction * (ray.origin.z() / ray.direction.z());
    return Vec2{hit.x(), hit.y()};
}

float Camera::pixelsPerMetre(QVector3D point) const {
    const float tangent = std::tan(0.5f * m_pose.fieldOfView);
    const float depth = m_pose.orthographic
                            ? m_pose.distance
                            : QVector3D::dotProduct(m_pose.eye() - point, m_pose.backward());
    return 0.5f * m_height / (tangent * std::max(depth, 0.01f));
}

bool Camera::sees(QVector3D centre, float radius) const {
    const QVector3D offset = centre - m_pose.eye();
    const float tangent = std::tan(0.5f * m_pose.fieldOfView);
    const float depth = -QVector3D::dotProduct(offset, m_pose.backward());
    if (!m_pose.orthographic && depth < -radius)
        return false;
    const float halfHeight =
        tangent * (m_pose.orthographic ? m_pose.distance : std::max(depth, 0.f));
    const float halfWidth = halfHeight * m_width / m_height;
    // A sphere leans over a slanted side plane by at most radius / cos(half angle), taken as 2.
    const float slack = m_pose.orthographic ? radius : 2 * radius;
    return std::abs(QVector3D::dotProduct(offset, m_pose.right())) <= halfWidth + slack &&
           std::abs(QVector3D::dotProduct(offset, m_pose.up())) <= halfHeight + slack;
}

namespace {

struct Extent {
    float left, right, bottom, top; // NDC of the points when the picture is square
    float nearest;                  // m from the eye, along the view
};

Extent extentOf(const CameraPose &pose, std::span<const QVector3D> points) {
    Extent e{1e9f, -1e9f, 1e9f, -1e9f, 1e9f};
    const float tangent = std::tan(0.5f * pose.fieldOfView);
    const QVector3D eye = pose.eye(), right = pose.right(), up = pose.up(), back = pose.backward();
    for (const QVector3D &p : points) {
        const float depth = QVector3D::dotProduct(eye - p, back);
        e.nearest = std::min(e.nearest, depth);
        const float scale =
            1 / (tangent * (pose.orthographic ? pose.distance : std::max(depth, 1e-3f)));
        const float x = QVector3D::dotProduct(p - eye, right) * scale;
        const float y = QVector3D::dotProduct(p - eye, up) * scale;
        e.left = std::min(e.left, x);
        e.right = std::max(e.right, x);
        e.bottom = std::min(e.bottom, y);
        e.top = std::max(e.top, y);
    }
    return e;
}

bool fits(const Extent &e, float aspect, float limit, float strip) {
    const float height = limit * (1 - strip);
    return e.nearest > 0.05f && e.left >= -limit * aspect && e.right <= limit * aspect &&
           e.bottom >= -height - strip && e.top <= height - strip;
}

// Moves the target over the ground so that the points lie around the middle of what the strip at
// the top leaves of the picture.
void centre(CameraPose &pose, const Extent &e, float strip) {
    const float half = std::tan(0.5f * pose.fieldOfView) * pose.distance;
    const QVector3D right = pose.right();
    const QVector3D ahead(-std::cos(pose.azimuth), -std::sin(pose.azimuth), 0);
    pose.target += right * (0.5f * (e.left + e.right) * half);
    pose.target += ahead * ((0.5f * (e.bottom + e.top) + strip) * half /
                            std::max(std::sin(pose.elevation), 0.2f));
}

CameraPose centredAt(CameraPose pose, std::span<const QVector3D> points, float distance,
                     float strip) {
    pose.distance = distance;
    for (int i = 0; i < 8; ++i)
        centre(pose, extentOf(pose, points), strip);
    return pose;
}

} // namespace

CameraPose fitting(CameraPose pose, std::span<const QVector3D> points, float aspect, float margin,
                   float strip) {
    if (points.empty())
        return pose;
    QVector3D lo = points[0], hi = points[0];
    for (const QVector3D &p : points) {
        lo = {std::min(lo.x(), p.x()), std::min(lo.y(), p.y()), std::min(lo.z(), p.z())};
        hi = {std::max(hi.x(), p.x()), std::max(hi.y(), p.y()), std::max(hi.z(), p.z())};
    }
    pose.target = (lo + hi) * 0.5f;
    pose.target.setZ(0);
    const float size = std::max((hi - lo).length(), 0.1f);
    float tooNear = 0.1f * size, farEnough = 40 * size / std::min(aspect, 1.f);
    for (int i = 0; i < 40; ++i) {
        const float distance = std::sqrt(tooNear * farEnough);
        const bool ok = fits(extentOf(centredAt(pose, points, distance, strip), points), aspect,
                             1 - margin, strip);
        (ok ? farEnough : tooNear) = distance;
    }
    return centredAt(pose, points, farEnough, strip);
}

CameraPose mix(const CameraPose &a, const CameraPose &b, float t) {
    CameraPose m = b;
    m.target = a.target + (b.target - a.target) * t;
    m.distance = a.distance * std::pow(b.distance / a.distance, t);
    m.azimuth = a.azimuth + wrapAngle(b.azimuth - a.azimuth) * t;
    m.elevation = a.elevation + (b.elevation - a.elevation) * t;
    m.fieldOfView = a.fieldOfView + (b.fieldOfView - a.fieldOfView) * t;
    return m;
}

} // namespace paddock
