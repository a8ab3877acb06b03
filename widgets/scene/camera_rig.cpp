#include "widgets/scene/camera_rig.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr float kGlideSeconds = 0.25f;
constexpr float kFollowSeconds = 0.18f; // time constant of the chase camera's heading
constexpr float kOverviewElevation = 1.08f;
constexpr float kOverviewFov = 0.20f;     // narrow: tiles far and near look alike
constexpr float kSceneHeight = 0.12f;     // m, cars that must not be cut off at the border
constexpr float kLowestOverview = 0.80f;  // rad: tiles get wider when a picture has the room,
constexpr float kHighestOverview = 1.20f; // and deeper when it is tall
constexpr float kMargin = 0.025f;
constexpr float kHudStrip = 40;           // px at the top, for the one line of the HUD
constexpr float kLargestHudStrip = 0.15f; // of the picture
constexpr float kLowest = 0.06f;

float eased(float t) {
    return t * t * (3 - 2 * t);
}

} // namespace

CameraRig::CameraRig() {
    m_pose = m_from = m_goal = framed(-1);
}

void CameraRig::setLayout(const TileLayout &layout) {
    m_layout = layout;
    m_focus = -1;
    m_isFramed = true;
    m_goal = framed(-1);
    if (!followsSubject()) {
        m_pose = m_goal;
        m_glide = 1;
    }
}

void CameraRig::setPictureSize(QSizeF size) {
    if (size.isEmpty() || size == m_size)
        return;
    m_size = size;
    if (!m_isFramed || followsSubject())
        return;
    m_goal = framed(m_focus);
    if (m_glide >= 1)
        m_pose = m_goal;
}

void CameraRig::setMode(CameraMode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    if (followsSubject()) {
        m_followTurn = 0;
        m_followAzimuth = m_subject.pose.yaw + kPi;
        glideTo(subjectPose());
    } else if (mode == CameraMode::Orbit || (mode == CameraMode::BirdsEye && !m_isFramed)) {
        glideTo(turnedTo(mode));
    } else {
        frame(m_focus);
    }
}

void CameraRig::frame(int world) {
    m_focus = world >= 0 && world < m_layout.worlds() ? world : -1;
    if (followsSubject())
        m_mode = CameraMode::Overview;
    m_isFramed = true;
    glideTo(framed(m_focus));
}

void CameraRig::setSubject(const CameraSubject &subject, bool jumped) {
    m_subject = subject;
    if (jumped)
        m_followAzimuth = subject.pose.yaw + kPi;
    if (!followsSubject())
        return;
    if (jumped && m_glide >= 1)
        glideTo(subjectPose());
    else if (m_glide >= 1)
        m_pose = subjectPose();
}

void CameraRig::orbit(QPointF pixels) {
    if (m_mode == CameraMode::Driver)
        return;
    const float turn = -0.006f * float(pixels.x()), rise = 0.006f * float(pixels.y());
    if (m_mode == CameraMode::Follow) {
        m_followTurn = wrapAngle(m_followTurn + turn);
        m_followRise = std::clamp(m_followRise + rise, kLowest, 1.5f);
        m_pose = subjectPose();
        return;
    }
    becomeFree();
    m_pose.azimuth = wrapAngle(m_pose.azimuth + turn);
    m_pose.elevation += rise;
    limit(m_pose);
}

void CameraRig::pan(QPointF from, QPointF to) {
    if (followsSubject())
        return;
    becomeFree();
    const Camera now = camera();
    const auto a = now.groundAt(from), b = now.groundAt(to);
    const float perPixel = 1 / now.pixelsPerMetre(m_pose.target);
    const QPointF drag = to - from;
    const QVector3D ahead(-std::cos(m_pose.azimuth), -std::sin(m_pose.azimuth), 0);
    QVector3D byScale =
        m_pose.right() * (-float(drag.x()) * perPixel) + ahead * (float(drag.y()) * perPixel);
    // Near the horizon a pixel is many metres: then the scale at the target is the calmer rule.
    if (a && b && length(*a - *b) < 3 * byScale.length())
        byScale = {a->x - b->x, a->y - b->y, 0};
    m_pose.target += byScale;
    limit(m_pose);
}

void CameraRig::zoom(QPointF at, float factor) {
    if (m_mode == CameraMode::Driver)
        return;
    if (m_mode == CameraMode::Follow) {
        m_followDistance = std::clamp(m_followDistance * factor, 1.2f, 20.f);
        m_pose = subjectPose();
        return;
    }
    const auto under = camera().groundAt(at);
    becomeFree();
    const float before = m_pose.distance;
    m_pose.distance *= factor;
    limit(m_pose);
    const float scale = m_pose.distance / before;
    if (!under)
        return;
    // Scaling eye and target about the point under the cursor leaves that point where it is.
    const QVector3D fixed(under->x, under->y, 0);
    m_pose.target = fixed + (m_pose.target - fixed) * scale;
    limit(m_pose);
}

bool CameraRig::moving() const {
    if (m_glide < 1)
        return true;
    return m_mode == CameraMode::Follow &&
           std::abs(wrapAngle(m_subject.pose.yaw + kPi - m_followAzimuth)) > 1e-3f;
}

bool CameraRig::advance(float seconds) {
    if (!moving())
        return false;
    const float lag = wrapAngle(m_subject.pose.yaw + kPi - m_followAzimuth);
    m_followAzimuth += lag * (1 - std::exp(-seconds / kFollowSeconds));
    if (followsSubject())
        m_goal = subjectPose();
    m_glide = std::min(1.f, m_glide + seconds / kGlideSeconds);
    m_pose = m_glide >= 1 ? m_goal : mix(m_from, m_goal, eased(m_glide));
    return true;
}

Camera CameraRig::camera() const {
    return Camera(m_pose, float(m_size.width()), float(m_size.height()), reach());
}

float CameraRig::reach() const {
    const Vec2 diagonal = m_layout.boundsMax(-1) - m_layout.boundsMin(-1);
    return 1.5f * length(diagonal) + 2;
}

CameraPose CameraRig::framed(int world) const {
    const Vec2 lo = m_layout.boundsMin(world), hi = m_layout.boundsMax(world);
    QVector3D corners[8];
    for (int i = 0; i < 8; ++i)
        corners[i] = {i & 1 ? hi.x : lo.x, i & 2 ? hi.y : lo.y, i & 4 ? kSceneHeight : 0};
    CameraPose pose;
    pose.fieldOfView = kOverviewFov;
    pose.orthographic = m_mode == CameraMode::BirdsEye;
    const float width = float(m_size.width()), height = float(m_size.height());
    const float strip = std::min(kHudStrip / height, kLargestHudStrip);
    const float ground = (hi.x - lo.x) / std::max(hi.y - lo.y, 0.1f);
    const float flattened = ground * height * (1 - strip) / width;
    pose.elevation = pose.orthographic ? 0.5f * kPi
                                       : std::asin(std::clamp(flattened, std::sin(kLowestOverview),
                                                              std::sin(kHighestOverview)));
    return fitting(pose, corners, width / height, kMargin, strip);
}

// The place being looked at, seen the way `mode` looks at it.
CameraPose CameraRig::turnedTo(CameraMode mode) const {
    CameraPose pose = m_pose;
    pose.target.setZ(0);
    pose.orthographic = mode == CameraMode::BirdsEye;
    if (m_pose.orthographic)
        pose.elevation = kOverviewElevation;
    if (pose.orthographic)
        pose.azimuth = -0.5f * kPi;
    // The same height of picture at the target in spite of another lens.
    pose.distance *= std::tan(0.5f * pose.fieldOfView) / std::tan(0.5f * kOverviewFov);
    pose.fieldOfView = kOverviewFov;
    limit(pose);
    return pose;
}

CameraPose CameraRig::subjectPose() const {
    const Pose &car = m_subject.pose;
    const float length = m_subject.length;
    CameraPose pose;
    if (m_mode == CameraMode::Driver) {
        const Vec2 eye = car.toParent({0.50f * m_subject.wheelbase, 0});
        pose.elevation = 0.07f;
        pose.azimuth = car.yaw + kPi;
        pose.distance = 3 * length;
        pose.fieldOfView = 1.10f;
        pose.target =
            QVector3D(eye.x, eye.y, 0.97f * m_subject.roof) - pose.backward() * pose.distance;
        return pose;
    }
    const Vec2 look = car.toParent({0.9f * length, 0});
    pose.target = {look.x, look.y, 0.5f * m_subject.roof};
    pose.azimuth = m_followAzimuth + m_followTurn;
    pose.elevation = m_followRise;
    pose.distance = (m_followDistance + 0.9f) * length;
    pose.fieldOfView = 0.80f;
    return pose;
}

void CameraRig::glideTo(const CameraPose &goal) {
    m_from = m_pose;
    m_goal = goal;
    m_glide = 0;
}

void CameraRig::becomeFree() {
    m_glide = 1;
    m_isFramed = false;
    if (m_mode == CameraMode::Overview)
        m_mode = CameraMode::Orbit;
}

void CameraRig::limit(CameraPose &pose) const {
    const Vec2 lo = m_layout.boundsMin(-1), hi = m_layout.boundsMax(-1);
    pose.target.setX(std::clamp(pose.target.x(), lo.x, hi.x));
    pose.target.setY(std::clamp(pose.target.y(), lo.y, hi.y));
    pose.distance = std::clamp(pose.distance, 0.5f, 4 * reach());
    const float highest = 0.5f * kPi;
    pose.elevation =
        pose.orthographic ? highest : std::clamp(pose.elevation, kLowest, highest - 0.01f);
}

} // namespace paddock
