// Lit triangles on the processor side: built as a soup of flat faces, finished with smooth normals
// and an index.
#pragma once

#include <QColor>
#include <QVector3D>

#include <array>
#include <cstdint>
#include <vector>

namespace paddock {

enum class Material : std::uint8_t { Fixed, Paint, Glass, HeadLight, TailLight };

// Part of a car that moves on its own. Order as in the shader.
enum class CarPart : std::uint8_t { Body, FrontLeft, FrontRight, RearLeft, RearRight };

// One vertex as the shaders read it. Frame: z up, m.
struct MeshVertex {
    float position[3];
    float normal[3];
    std::uint8_t rgba[4];
    std::uint8_t material; // Material
    std::uint8_t part;     // CarPart
    std::uint8_t unused[2];
};
static_assert(sizeof(MeshVertex) == 32);

struct Mesh {
    std::vector<MeshVertex> vertices;
    std::vector<std::uint32_t> indices; // three per triangle, counter-clockwise seen from outside
};

class MeshBuilder {
  public:
    void setColor(const QColor &color, Material material = Material::Fixed);
    void setPart(CarPart part) { m_part = part; }

    // Counter-clockwise seen from outside.
    void triangle(QVector3D a, QVector3D b, QVector3D c);
    void quad(QVector3D a, QVector3D b, QVector3D c, QVector3D d);
    // A box of eight corners with vertical edges bevelled by nothing: min and max corner.
    void box(QVector3D min, QVector3D max);
    // Moves every point added so far.
    template <class F>
    void transform(F &&f) {
        for (Face &face : m_faces)
            for (QVector3D &p : face.corners)
                p = f(p);
    }

    // Faces that meet at less than `creaseAngle` (rad) share a normal.
    Mesh build(float creaseAngle) const;

  private:
    struct Face {
        std::array<QVector3D, 3> corners;
        std::array<std::uint8_t, 4> rgba;
        Material material;
        CarPart part;
    };
    std::vector<Face> m_faces;
    std::array<std::uint8_t, 4> m_rgba{255, 255, 255, 255};
    Material m_material = Material::Fixed;
    CarPart m_part = CarPart::Body;
};

} // namespace paddock
