// What this display can do for the scene.
#pragma once

#include <QString>
#include <QSurfaceFormat>

namespace paddock {

struct GlSupport {
    QString problem;         // why the scene cannot be shown; empty when it can
    bool isSoftware = false; // a processor does the work of a graphics card
};

const GlSupport &glSupport(); // asks the display once per program; needs the application

// Of the scene's contexts: OpenGL 3.3 core, no samples, since the scene has its own smooth buffer.
QSurfaceFormat sceneFormat();

// Whether a renderer of this name (GL_RENDERER) is a software rasteriser.
bool isSoftwareRenderer(const QString &name);

} // namespace paddock
