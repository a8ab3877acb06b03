// Small helpers for what is painted on the ground.
#pragma once

#include "widgets/scene/frame_batches.h"

#include <algorithm>

namespace paddock {

inline void setRgba(std::uint8_t (&rgba)[4], const QColor &color) {
    rgba[0] = std::uint8_t(color.red());
    rgba[1] = std::uint8_t(color.green());
    rgba[2] = std::uint8_t(color.blue());
    rgba[3] = std::uint8_t(color.alpha());
}

inline Decal decal(DecalKind kind, Vec2 at, float yaw, Vec2 half, float soft, const QColor &color) {
    Decal d{at.x, at.y, yaw, half.x, half.y, soft, {}, std::uint8_t(kind), {0, 0, 0}};
    setRgba(d.rgba, color);
    return d;
}

// Marks keep a width of some three pixels, within limits in metres.
inline float markWidth(const Camera &camera, QVector3D at, float least, float most) {
    return std::clamp(3 / camera.pixelsPerMetre(at), least, most);
}

} // namespace paddock
