#include "widgets/scene/mesh.h"

#include <cmath>
#include <cstring>
#include <map>
#include <tuple>

namespace paddock {

namespace {

using PointKey = std::tuple<int, int, int, int>; // part and position on a 0.05 mm grid

PointKey keyOf(QVector3D p, CarPart part) {
    constexpr float kPerMetre = 20000;
    return {int(part), int(std::lround(p.x() * kPerMetre)), int(std::lround(p.y() * kPerMetre)),
            int(std::lround(p.z() * kPerMetre))};
}

} // namespace

void MeshBuilder::setColor(const QColor &color, Material material) {
    m_rgba = {std::uint8_t(color.red()), std::uint8_t(color.green()), std::uint8_t(color.blue()),
              255};
    m_material = material;
}

void MeshBuilder::triangle(QVector3D a, QVector3D b, QVector3D c) {
    if (QVector3D::crossProduct(b - a, c - a).lengthSquared() < 1e-16f)
        return;
    m_faces.push_back({{a, b, c}, m_rgba, m_material, m_part});
}

void MeshBuilder::quad(QVector3D a, QVector3D b, QVector3D c, QVector3D d) {
    triangle(a, b, c);
    triangle(a, c, d);
}

void MeshBuilder::box(QVector3D lo, QVector3D hi) {
    const auto p = [&](int i) {
        return QVector3D(i & 1 ? hi.x() : lo.x(), i & 2 ? hi.y() : lo.y(), i & 4 ? hi.z() : lo.z());
    };
    quad(p(4), p(5), p(7), p(6));
    quad(p(0), p(2), p(3), p(1));
    quad(p(1), p(3), p(7), p(5));
    quad(p(0), p(4), p(6), p(2));
    quad(p(2), p(6), p(7), p(3));
    quad(p(0), p(1), p(5), p(4));
}

Mesh MeshBuilder::build(float creaseAngle) const {
    // Twice the area times the normal of every face, and the faces around every point.
    std::vector<QVector3D> areas;
    std::map<PointKey, std::vector<std::size_t>> around;
    for (std::size_t f = 0; f < m_faces.size(); ++f) {
        const auto &c = m_faces[f].corners;
        areas.push_back(QVector3D::crossProduct(c[1] - c[0], c[2] - c[0]));
        for (const QVector3D &p : c)
            around[keyOf(p, m_faces[f].part)].push_back(f);
    }
    const float minCosine = std::cos(creaseAngle);
    Mesh mesh;
    std::map<std::array<std::uint32_t, 8>, std::uint32_t> known;
    for (std::size_t f = 0; f < m_faces.size(); ++f) {
        const Face &face = m_faces[f];
        const QVector3D own = areas[f].normalized();
        for (const QVector3D &p : face.corners) {
            QVector3D sum;
            for (std::size_t other : around[keyOf(p, face.part)])
                if (QVector3D::dotProduct(areas[other].normalized(), own) >= minCosine)
                    sum += areas[other];
            const QVector3D n = sum.normalized();
            MeshVertex vertex{{p.x(), p.y(), p.z()},
                              {n.x(), n.y(), n.z()},
                              {face.rgba[0], face.rgba[1], face.rgba[2], face.rgba[3]},
                              std::uint8_t(face.material),
                              std::uint8_t(face.part),
                              {0, 0}};
            std::array<std::uint32_t, 8> bits;
            static_assert(sizeof(bits) == sizeof(vertex));
            std::memcpy(bits.data(), &vertex, sizeof(vertex));
            const auto [it, isNew] = known.try_emplace(bits, std::uint32_t(mesh.vertices.size()));
            if (isNew)
                mesh.vertices.push_back(vertex);
            mesh.indices.push_back(it->second);
        }
    }
    return mesh;
}

} // namespace paddock
