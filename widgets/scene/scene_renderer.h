// Draws a SceneFrame with OpenGL 3.3 core. Lives exactly as long as one GL context; made and freed
// with it current.
#pragma once

#include "widgets/scene/frame_batches.h"
#include "widgets/scene/gl_buffers.h"

#include <QOpenGLShaderProgram>
#include <QSize>
#include <QString>

#include <memory>

namespace paddock {

class SceneRenderer {
  public:
    // Needs a current context. On failure `error()` says why and nothing else may be called.
    SceneRenderer();
    ~SceneRenderer();
    const QString &error() const { return m_error; }
    bool isSoftware() const { return m_isSoftware; } // a processor does the work of a graphics card

    // Meshes of the model in the theme's colours; call again when either changes.
    void setModel(const SceneModel &model, const SceneTheme &theme);
    // Into the framebuffer that is bound to `target`, over all of it. `samples` > 1: antialiased as
    // far as the hardware goes. `pixels`: size in device pixels.
    void draw(const SceneFrame &frame, QSize pixels, GLuint target, int samples);

  private:
    struct StaticMesh {
        QOpenGLVertexArrayObject array;
        DataBuffer vertices;
        DataBuffer indices{QOpenGLBuffer::IndexBuffer};
    };
    struct Multisample;

    bool compile();
    void createArrays();
    void createTileArray(StaticMesh &mesh, std::span<const Attribute> attributes, GLsizei stride);
    void createHeatArray();
    void createCarArray(StaticMesh &mesh, DataBuffer &instances);
    void uploadFrame(const SceneFrame &frame, QSize pixels);
    void drawScene();
    void drawTiles(StaticMesh &mesh, QOpenGLShaderProgram &program);
    void uploadHeat(const SceneFrame &frame);
    void drawHeat();
    void drawLines();
    void drawDecals();
    void drawCars(StaticMesh &mesh, const std::vector<CarInstance> &cars);

    Gl m_gl;
    QString m_error;
    bool m_isSoftware = false;
    QOpenGLShaderProgram m_background, m_surface, m_line, m_decal, m_solid, m_car, m_heatColors;
    GLuint m_frameBlock = 0;
    QOpenGLVertexArrayObject m_noArray;
    StaticMesh m_tileSurface, m_tileLines, m_slab, m_solids, m_carNear, m_carFar, m_freeLines,
        m_heat;
    int m_heatVersion = -1; // what m_heat was made of
    QOpenGLVertexArrayObject m_decalArray;
    DataBuffer m_tileOrigins, m_zeroOrigin, m_decals, m_nearCars, m_farCars;
    FrameBatches m_batches;
    std::unique_ptr<Multisample> m_multisample;
};

} // namespace paddock
