#include "widgets/scene/scene_renderer.h"

#include "widgets/scene/color_mix.h"
#include "widgets/scene/gl_support.h"
#include "widgets/scene/shader_source.h"

#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr GLuint kFrameBinding = 0;
const QVector3D kToLight = QVector3D(-0.42f, 0.38f, 0.83f).normalized();

// As in shaders/frame.glsl (std140).
struct FrameBlock {
    float viewProjection[16];
    float eye[4], light[4], lightColor[4], skyColor[4], groundColor[4];
    float fog[4], fogRange[4], pixel[4], skyTop[4], skyBottom[4];
};

void set(float (&v)[4], float a, float b, float c, float d = 0) {
    v[0] = a;
    v[1] = b;
    v[2] = c;
    v[3] = d;
}

void set(float (&v)[4], const QColor &c) {
    set(v, float(c.redF()), float(c.greenF()), float(c.blueF()));
}

// Light and ambient sum to one on level ground, so that the theme's colours come out as they are
// named.
void setLight(FrameBlock &block) {
    set(block.light, kToLight.x(), kToLight.y(), kToLight.z());
    const float direct = 0.62f / kToLight.z();
    set(block.lightColor, 1.04f * direct, 1.0f * direct, 0.93f * direct);
    set(block.skyColor, 0.36f, 0.38f, 0.43f);
    set(block.groundColor, 0.20f, 0.19f, 0.18f);
}

FrameBlock frameBlock(const SceneFrame &frame, QSize pixels) {
    FrameBlock block{};
    const Camera &camera = frame.camera;
    const CameraPose &pose = camera.pose();
    std::copy_n(camera.viewProjection().constData(), 16, block.viewProjection);
    const QVector3D eye = camera.eye();
    set(block.eye, eye.x(), eye.y(), eye.z());
    setLight(block);
    const QColor base = frame.theme.background;
    const bool isDark = base.lightnessF() < 0.5;
    const QColor top = mixed(base, isDark ? QColor(60, 76, 102) : QColor(196, 214, 236), 0.30f);
    set(block.skyTop, top);
    set(block.skyBottom, base);
    set(block.fog, mixed(base, top, 0.6f));
    // Low cameras see far: there the distance fades. Looking down on tiles there is nothing to
    // hide.
    const bool isLow = !pose.orthographic && pose.elevation < 0.9f;
    const bool isFollowing = frame.subjectWorld >= 0;
    const float start = isFollowing ? 1.8f : std::max(4.f, 2.5f * pose.distance);
    const float length = isFollowing ? 4.5f : 2.5f * start;
    const float strength = isLow ? std::min(1.f, (0.9f - pose.elevation) * 4) : 0;
    set(block.fogRange, start, strength / length, 0);
    const float tangent = std::tan(0.5f * pose.fieldOfView);
    set(block.pixel, 2 * tangent * (pose.orthographic ? pose.distance : 1) / float(pixels.height()),
        0, 0);
    return block;
}

const Attribute kSurfaceAttributes[] = {{0, 2, GL_FLOAT, offsetof(SurfaceVertex, x)},
                                        {1, 4, GL_UNSIGNED_BYTE, offsetof(SurfaceVertex, rgba)}};
const Attribute kLineAttributes[] = {{0, 2, GL_FLOAT, offsetof(LineVertex, x)},
                                     {1, 2, GL_FLOAT, offsetof(LineVertex, nx)},
                                     {2, 2, GL_FLOAT, offsetof(LineVertex, side)},
                                     {3, 4, GL_UNSIGNED_BYTE, offsetof(LineVertex, rgba)}};
const Attribute kMeshAttributes[] = {
    {0, 3, GL_FLOAT, offsetof(MeshVertex, position)},
    {1, 3, GL_FLOAT, offsetof(MeshVertex, normal)},
    {2, 4, GL_UNSIGNED_BYTE, offsetof(MeshVertex, rgba)},
    {3, 2, GL_UNSIGNED_BYTE, offsetof(MeshVertex, material), true}};
const Attribute kOriginAttribute[] = {{4, 2, GL_FLOAT, 0}};
const Attribute kSurfaceOrigin[] = {{2, 2, GL_FLOAT, 0}};
const Attribute kCarAttributes[] = {{4, 4, GL_FLOAT, offsetof(CarInstance, x)},
                                    {5, 4, GL_FLOAT, offsetof(CarInstance, roll)},
                                    {6, 4, GL_UNSIGNED_BYTE, offsetof(CarInstance, rgba)},
                                    {7, 1, GL_UNSIGNED_BYTE, offsetof(CarInstance, braking), true}};
const Attribute kDecalAttributes[] = {{0, 3, GL_FLOAT, offsetof(Decal, x)},
                                      {1, 3, GL_FLOAT, offsetof(Decal, halfX)},
                                      {2, 4, GL_UNSIGNED_BYTE, offsetof(Decal, rgba)},
                                      {3, 1, GL_UNSIGNED_BYTE, offsetof(Decal, kind), true}};

template <class T>
std::span<const T> view(const std::vector<T> &v) {
    return {v.data(), v.size()};
}

} // namespace

// The picture before its samples are averaged; remade when its size changes.
struct SceneRenderer::Multisample {
    QOpenGLFramebufferObject buffer;
    int wanted;

    Multisample(QSize size, int samples) : buffer(size, format(samples)), wanted(samples) {}
    static QOpenGLFramebufferObjectFormat format(int samples) {
        QOpenGLFramebufferObjectFormat f;
        f.setAttachment(QOpenGLFramebufferObject::Depth);
        f.setInternalTextureFormat(GL_RGBA8);
        f.setSamples(samples);
        return f;
    }
};

SceneRenderer::SceneRenderer() {
    QOpenGLContext *context = QOpenGLContext::currentContext();
    if (!context || !m_gl.initializeOpenGLFunctions()) {
        m_error = QStringLiteral("OpenGL 3.3 is not available on this display.");
        return;
    }
    const char *name = reinterpret_cast<const char *>(m_gl.glGetString(GL_RENDERER));
    const QString renderer = QString::fromLatin1(name ? name : "");
    m_isSoftware = isSoftwareRenderer(renderer);
    if (compile())
        createArrays();
}

SceneRenderer::~SceneRenderer() {
    if (m_frameBlock)
        m_gl.glDeleteBuffers(1, &m_frameBlock);
}

bool SceneRenderer::compile() {
    const std::pair<QOpenGLShaderProgram *, const char *> programs[] = {
        {&m_background, "background"}, {&m_surface, "surface"}, {&m_line, "line"},
        {&m_decal, "decal"},           {&m_solid, "solid"},     {&m_car, "car"},
        {&m_heatColors, "heat"}};
    for (const auto &[program, name] : programs) {
        m_error = loadShader(*program, QLatin1String(name));
        if (!m_error.isEmpty())
            return false;
        const GLuint block = m_gl.glGetUniformBlockIndex(program->programId(), "Frame");
        if (block != GL_INVALID_INDEX)
            m_gl.glUniformBlockBinding(program->programId(), block, kFrameBinding);
    }
    return true;
}

void SceneRenderer::createArrays() {
    m_noArray.create();
    m_gl.glGenBuffers(1, &m_frameBlock);
    for (DataBuffer *buffer : {&m_tileOrigins, &m_decals, &m_nearCars, &m_farCars})
        buffer->create();
    createTileArray(m_tileSurface, kSurfaceAttributes, sizeof(SurfaceVertex));
    createTileArray(m_tileLines, kLineAttributes, sizeof(LineVertex));
    createTileArray(m_slab, kMeshAttributes, sizeof(MeshVertex));
    createTileArray(m_solids, kMeshAttributes, sizeof(MeshVertex));
    createTileArray(m_freeLines, kLineAttributes, sizeof(LineVertex));
    m_freeLines.array.bind();
    const Vec2 zero[1]{};
    m_zeroOrigin.create();
    m_zeroOrigin.upload(std::span<const Vec2>(zero), GL_STATIC_DRAW);
    setAttributes(m_gl, kOriginAttribute, sizeof(Vec2), 1);
    createHeatArray();
    createCarArray(m_carNear, m_nearCars);
    createCarArray(m_carFar, m_farCars);
    m_decalArray.create();
    m_decalArray.bind();
    m_decals.bind();
    setAttributes(m_gl, kDecalAttributes, sizeof(Decal), 1);
    m_decalArray.release();
}

void SceneRenderer::createTileArray(StaticMesh &mesh, std::span<const Attribute> attributes,
                                    GLsizei stride) {
    mesh.array.create();
    mesh.vertices.create();
    mesh.indices.create();
    mesh.array.bind();
    mesh.vertices.bind();
    setAttributes(m_gl, attributes, stride, 0);
    m_tileOrigins.bind();
    const bool isSurface = &mesh == &m_tileSurface;
    setAttributes(m_gl, isSurface ? kSurfaceOrigin : kOriginAttribute, sizeof(Vec2), 1);
    mesh.indices.bind();
    mesh.array.release();
}

void SceneRenderer::createHeatArray() {
    m_heat.array.create();
    m_heat.vertices.create();
    m_heat.indices.create();
    m_heat.array.bind();
    m_heat.vertices.bind();
    setAttributes(m_gl, kSurfaceAttributes, sizeof(SurfaceVertex), 0);
    m_heat.indices.bind();
    m_heat.array.release();
}

void SceneRenderer::createCarArray(StaticMesh &mesh, DataBuffer &instances) {
    mesh.array.create();
    mesh.vertices.create();
    mesh.indices.create();
    mesh.array.bind();
    mesh.vertices.bind();
    setAttributes(m_gl, kMeshAttributes, sizeof(MeshVertex), 0);
    instances.bind();
    setAttributes(m_gl, kCarAttributes, sizeof(CarInstance), 1);
    mesh.indices.bind();
    mesh.array.release();
}

void SceneRenderer::setModel(const SceneModel &model, const SceneTheme &theme) {
    const TileMesh tile = buildTileMesh(model.geometry, theme);
    const auto upload = [](StaticMesh &mesh, auto vertices,
                           std::span<const std::uint32_t> indices) {
        mesh.array.bind();
        mesh.vertices.upload(vertices, GL_STATIC_DRAW);
        mesh.indices.upload(indices, GL_STATIC_DRAW);
        mesh.array.release();
    };
    upload(m_tileSurface, view(tile.surface), view(tile.surfaceIndices));
    upload(m_tileLines, view(tile.lines), view(tile.lineIndices));
    upload(m_slab, view(tile.slab.vertices), view(tile.slab.indices));
    upload(m_solids, view(tile.solids.vertices), view(tile.solids.indices));
    upload(m_carNear, view(model.carNear.vertices), view(model.carNear.indices));
    upload(m_carFar, view(model.carFar.vertices), view(model.carFar.indices));

    m_surface.bind();
    m_surface.setUniformValue("invTileSize", 2 / std::max(tile.max.x - tile.min.x, 0.1f));
    m_car.bind();
    for (int part = 1; part < 5; ++part)
        m_car.setUniformValue(m_car.uniformLocation(QStringLiteral("hubs[%1]").arg(part)),
                              hubPosition(model.car, CarPart(part)));
    m_car.setUniformValue("tiltAbout",
                          QVector3D(0.5f * model.car.wheelbase, 0, model.car.wheelRadius));
    m_car.release();
}

void SceneRenderer::draw(const SceneFrame &frame, QSize pixels, GLuint target, int samples) {
    const bool isMulti = samples > 1;
    if (!isMulti)
        m_multisample.reset();
    else if (!m_multisample || m_multisample->buffer.size() != pixels ||
             m_multisample->wanted != samples)
        m_multisample = std::make_unique<Multisample>(pixels, samples);
    const bool isReady = isMulti && m_multisample->buffer.isValid();
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, isReady ? m_multisample->buffer.handle() : target);
    m_gl.glViewport(0, 0, pixels.width(), pixels.height());
    m_batches.build(frame);
    uploadFrame(frame, pixels);
    drawScene();
    if (!isReady)
        return;
    m_gl.glBindFramebuffer(GL_READ_FRAMEBUFFER, m_multisample->buffer.handle());
    m_gl.glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target);
    m_gl.glBlitFramebuffer(0, 0, pixels.width(), pixels.height(), 0, 0, pixels.width(),
                           pixels.height(), GL_COLOR_BUFFER_BIT, GL_NEAREST);
    m_gl.glBindFramebuffer(GL_FRAMEBUFFER, target);
}

void SceneRenderer::uploadFrame(const SceneFrame &frame, QSize pixels) {
    const FrameBlock block = frameBlock(frame, pixels);
    m_gl.glBindBuffer(GL_UNIFORM_BUFFER, m_frameBlock);
    m_gl.glBufferData(GL_UNIFORM_BUFFER, sizeof(block), &block, GL_STREAM_DRAW);
    m_gl.glBindBufferBase(GL_UNIFORM_BUFFER, kFrameBinding, m_frameBlock);
    m_tileOrigins.upload(view(m_batches.tiles()));
    m_decals.upload(view(m_batches.decals()));
    m_nearCars.upload(view(m_batches.nearCars()));
    m_farCars.upload(view(m_batches.farCars()));
    uploadHeat(frame);
}

void SceneRenderer::uploadHeat(const SceneFrame &frame) {
    const HeatMap *heat = frame.heat;
    if (heat) {
        const Vec2 origin = frame.model.layout.origin(heat->world);
        m_heatColors.bind();
        m_heatColors.setUniformValue("origin", QVector2D(origin.x, origin.y));
    }
    if (frame.heatVersion == m_heatVersion)
        return;
    m_heatVersion = frame.heatVersion;
    const HeatMesh mesh = heat ? buildHeatMesh(*heat) : HeatMesh{};
    m_heat.array.bind();
    m_heat.vertices.upload(view(mesh.vertices), GL_STATIC_DRAW);
    m_heat.indices.upload(view(mesh.indices), GL_STATIC_DRAW);
    m_heat.array.release();
}

void SceneRenderer::drawScene() {
    m_gl.glDepthMask(GL_TRUE);
    m_gl.glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    m_gl.glDisable(GL_SCISSOR_TEST);
    m_gl.glDisable(GL_STENCIL_TEST);
    m_gl.glClearDepth(1);
    m_gl.glClear(GL_DEPTH_BUFFER_BIT); // the background covers every pixel's colour
    m_gl.glDisable(GL_BLEND);
    m_gl.glDisable(GL_CULL_FACE);
    m_gl.glDisable(GL_DEPTH_TEST);
    m_background.bind();
    m_noArray.bind();
    m_gl.glDrawArrays(GL_TRIANGLES, 0, 3);

    m_gl.glCullFace(GL_BACK);
    m_gl.glFrontFace(GL_CCW);
    m_gl.glDepthFunc(GL_LESS);
    m_gl.glEnable(GL_CULL_FACE);
    m_gl.glEnable(GL_DEPTH_TEST);
    drawTiles(m_slab, m_solid);

    // Everything flat lies in one plane: painted in order without depth, it cannot flicker.
    m_gl.glDisable(GL_DEPTH_TEST);
    m_gl.glDisable(GL_CULL_FACE);
    drawTiles(m_tileSurface, m_surface);
    m_gl.glEnable(GL_BLEND);
    m_gl.glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE);
    drawHeat();
    drawTiles(m_tileLines, m_line);
    drawLines();
    drawDecals();
    m_gl.glDisable(GL_BLEND);

    m_gl.glEnable(GL_CULL_FACE);
    m_gl.glEnable(GL_DEPTH_TEST);
    drawTiles(m_solids, m_solid);
    drawCars(m_carNear, m_batches.nearCars());
    drawCars(m_carFar, m_batches.farCars());
    m_gl.glDisable(GL_CULL_FACE);
    m_gl.glDisable(GL_DEPTH_TEST);
    m_gl.glBindVertexArray(0);
    m_gl.glUseProgram(0);
}

void SceneRenderer::drawTiles(StaticMesh &mesh, QOpenGLShaderProgram &program) {
    if (m_batches.tiles().empty() || mesh.indices.count() == 0)
        return;
    program.bind();
    mesh.array.bind();
    m_gl.glDrawElementsInstanced(GL_TRIANGLES, GLsizei(mesh.indices.count()), GL_UNSIGNED_INT,
                                 nullptr, GLsizei(m_batches.tiles().size()));
}

void SceneRenderer::drawHeat() {
    if (m_heat.indices.count() == 0)
        return;
    m_heatColors.bind();
    m_heat.array.bind();
    m_gl.glDrawElements(GL_TRIANGLES, GLsizei(m_heat.indices.count()), GL_UNSIGNED_INT, nullptr);
}

void SceneRenderer::drawLines() {
    if (m_batches.lineIndices().empty())
        return;
    m_line.bind();
    m_freeLines.array.bind();
    m_freeLines.vertices.upload(view(m_batches.lines()));
    m_freeLines.indices.upload(view(m_batches.lineIndices()));
    m_gl.glDrawElements(GL_TRIANGLES, GLsizei(m_freeLines.indices.count()), GL_UNSIGNED_INT,
                        nullptr);
}

void SceneRenderer::drawDecals() {
    if (m_batches.decals().empty())
        return;
    m_decal.bind();
    m_decalArray.bind();
    m_gl.glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, GLsizei(m_batches.decals().size()));
}

void SceneRenderer::drawCars(StaticMesh &mesh, const std::vector<CarInstance> &cars) {
    if (cars.empty())
        return;
    m_car.bind();
    mesh.array.bind();
    m_gl.glDrawElementsInstanced(GL_TRIANGLES, GLsizei(mesh.indices.count()), GL_UNSIGNED_INT,
                                 nullptr, GLsizei(cars.size()));
}

} // namespace paddock
