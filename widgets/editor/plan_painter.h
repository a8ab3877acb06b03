// A scenario seen from straight above, as the editor and its previews draw it.
#pragma once

#include "core/scenario/scenario.h"
#include "widgets/editor/plan_transform.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <optional>
#include <span>
#include <vector>

namespace paddock {

class PlanPainter {
  public:
    PlanPainter(QPainter &painter, const PlanTransform &transform, const Theme &theme)
        : m_p(painter), m_t(transform), m_theme(theme), m_scene(sceneTheme(theme)) {}

    void ground(QSizeF size);
    void grid(QSizeF size, bool overRoad);
    // Road, walls, lines; checkpoints, starts and ways of the agents on top.
    void scenario(const Scenario &scenario);
    void track(const Track &track); // road, walls and checkpoints alone
    void car(const VehicleSpec &car, Pose pose, QColor color, double opacity = 1);
    void polyline(std::span<const Vec2> line, const QPen &pen, bool closed = false);
    // A word on a quiet pill, its middle at `at`.
    void label(QPointF at, const QString &text, const QColor &color, bool strong = false);
    void rulers(QSizeF size, QPointF pointer);
    void scaleBar(QSizeF size);

    static constexpr int kRuler = 22; // px

  private:
    QPainterPath path(std::span<const Vec2> line, bool closed) const;
    double px(double metres, double least) const { return std::max(least, metres * m_t.scale()); }
    void obstacles(const Track &track);
    void checkpoints(const Track &track);
    void finishLine(Vec2 left, Vec2 right);
    void arrows(const Track &track);
    void starts(const Scenario &scenario);
    void crossing(const Scenario &scenario);
    void routes(const Scenario &scenario);
    void goals(const Scenario &scenario);

    QPainter &m_p;
    const PlanTransform &m_t;
    const Theme &m_theme;
    SceneTheme m_scene;
};

// m, with what lies around the road; nullopt: there is nothing to see.
struct PlanBox {
    Vec2 min, max;
};
std::optional<PlanBox> planBox(const Scenario &scenario);

} // namespace paddock
