// Metres on the plan and pixels on the screen: x right, y up, no turning.
#pragma once

#include "core/base/vec2.h"

#include <QPointF>
#include <QSizeF>

#include <algorithm>
#include <cmath>

namespace paddock {

class PlanTransform {
  public:
    static constexpr double kMinScale = 0.02, kMaxScale = 20'000; // px/m

    void setSize(QSizeF size) { m_size = size; }
    double scale() const { return m_scale; } // px/m
    Vec2 toPlan(QPointF p) const {
        return {float(m_x + (p.x() - m_size.width() / 2) / m_scale),
                float(m_y - (p.y() - m_size.height() / 2) / m_scale)};
    }
    QPointF toScreen(Vec2 p) const {
        return {m_size.width() / 2 + (double(p.x) - m_x) * m_scale,
                m_size.height() / 2 - (double(p.y) - m_y) * m_scale};
    }
    // What lies under `at` stays there.
    void zoom(QPointF at, double factor) {
        const double next = std::clamp(m_scale * factor, kMinScale, kMaxScale);
        const double dx = at.x() - m_size.width() / 2, dy = at.y() - m_size.height() / 2;
        m_x += dx / m_scale - dx / next;
        m_y -= dy / m_scale - dy / next;
        m_scale = next;
    }
    void pan(QPointF by) {
        m_x -= by.x() / m_scale;
        m_y += by.y() / m_scale;
    }
    void centreOn(Vec2 p) {
        m_x = double(p.x);
        m_y = double(p.y);
    }
    // The box fits with `margin` px around it.
    void frame(Vec2 min, Vec2 max, double margin) {
        const double width = std::max(double(max.x) - min.x, 0.1);
        const double height = std::max(double(max.y) - min.y, 0.1);
        m_x = (double(min.x) + max.x) / 2;
        m_y = (double(min.y) + max.y) / 2;
        m_scale = std::clamp(std::min((m_size.width() - 2 * margin) / width,
                                      (m_size.height() - 2 * margin) / height),
                             kMinScale, kMaxScale);
    }
    // m: the finest of 1, 2, 5, 10, ... that is at least `pixels` wide.
    double gridStep(double pixels) const {
        const double wanted = pixels / m_scale;
        const double decade = std::pow(10.0, std::floor(std::log10(wanted)));
        for (const double digit : {1.0, 2.0, 5.0})
            if (digit * decade >= wanted * 0.999)
                return digit * decade;
        return 10 * decade;
    }

  private:
    QSizeF m_size{100, 100};
    double m_x = 0, m_y = 0; // m, in the middle
    double m_scale = 100;
};

} // namespace paddock
