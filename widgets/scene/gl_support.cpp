#include "widgets/scene/gl_support.h"

#include "widgets/scene/gl_buffers.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>

namespace paddock {

namespace {

QString words(const char *text) {
    return QCoreApplication::translate("GlSupport", text);
}

GlSupport askDisplay() {
    // These platforms have no window that GL could be shown in; asking Qt for one ends in a crash.
    const QString platform = QGuiApplication::platformName();
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
        return {words("This display has no graphics for 3D pictures.")};
    QOpenGLContext context;
    context.setFormat(sceneFormat());
    QOffscreenSurface surface;
    surface.setFormat(sceneFormat());
    surface.create();
    if (!context.create() || !surface.isValid() || !context.makeCurrent(&surface))
        return {words("This display offers no OpenGL.")};
    Gl gl;
    if (!gl.initializeOpenGLFunctions())
        return {words("This display offers OpenGL %1.%2; the scene needs 3.3.")
                    .arg(context.format().majorVersion())
                    .arg(context.format().minorVersion())};
    const char *name = reinterpret_cast<const char *>(gl.glGetString(GL_RENDERER));
    const bool isSoftware = isSoftwareRenderer(QString::fromLatin1(name ? name : ""));
    context.doneCurrent();
    return {{}, isSoftware};
}

} // namespace

const GlSupport &glSupport() {
    static const GlSupport support = askDisplay();
    return support;
}

QSurfaceFormat sceneFormat() {
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    format.setSamples(0);
    return format;
}

bool isSoftwareRenderer(const QString &name) {
    for (const char *known : {"llvmpipe", "softpipe", "swrast", "SwiftShader"})
        if (name.contains(QLatin1String(known), Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace paddock
