#include "widgets/scene/heat_map.h"

#include <cmath>
#include <map>
#include <utility>

namespace paddock {

namespace {

constexpr int kOpacity = 190; // of 255: the road shows through

// What the squares around one corner of the grid add up to.
struct CornerSum {
    int red = 0, green = 0, blue = 0, count = 0;
    void add(const QColor &color) {
        red += color.red();
        green += color.green();
        blue += color.blue();
        ++count;
    }
};

using Corner = std::pair<int, int>; // column, row

class Corners {
  public:
    explicit Corners(const HeatMap &map) : m_map(map) {
        for (std::size_t i = 0; i < map.middles.size(); ++i)
            for (int k = 0; k < 4; ++k)
                m_sums[of(i, k)].add(map.colors[i]);
    }
    Corner of(std::size_t i, int k) const {
        const Vec2 from = m_map.middles[i] - m_map.middles.front();
        return {int(std::lround(from.x / m_map.cell)) + (k & 1),
                int(std::lround(from.y / m_map.cell)) + (k >> 1)};
    }
    QColor colorOf(std::size_t i, int k) const {
        if (!m_map.legend.continuous)
            return m_map.colors[i];
        const CornerSum &sum = m_sums.at(of(i, k));
        return QColor(sum.red / sum.count, sum.green / sum.count, sum.blue / sum.count);
    }

  private:
    const HeatMap &m_map;
    std::map<Corner, CornerSum> m_sums;
};

} // namespace

HeatMesh buildHeatMesh(const HeatMap &map) {
    HeatMesh mesh;
    if (map.middles.empty() || map.colors.size() != map.middles.size() || !(map.cell > 0))
        return mesh;
    const Corners corners(map);
    for (std::size_t i = 0; i < map.middles.size(); ++i) {
        const auto first = std::uint32_t(mesh.vertices.size());
        for (int k = 0; k < 4; ++k) {
            const Vec2 half{(k & 1 ? 0.5f : -0.5f) * map.cell, (k >> 1 ? 0.5f : -0.5f) * map.cell};
            const Vec2 at = map.middles[i] + half;
            const QColor color = corners.colorOf(i, k);
            mesh.vertices.push_back({at.x,
                                     at.y,
                                     {std::uint8_t(color.red()), std::uint8_t(color.green()),
                                      std::uint8_t(color.blue()), std::uint8_t(kOpacity)}});
        }
        mesh.indices.insert(mesh.indices.end(),
                            {first, first + 1, first + 3, first, first + 3, first + 2});
    }
    return mesh;
}

} // namespace paddock
