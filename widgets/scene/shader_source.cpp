#include "widgets/scene/shader_source.h"

#include <QFile>

namespace paddock {

namespace {

QByteArray contents(const QString &name) {
    QFile file(QStringLiteral(":/paddock/shaders/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString loadShader(QOpenGLShaderProgram &program, const QString &name) {
    const QByteArray head = "#version 330 core\n" + contents(QStringLiteral("frame.glsl"));
    const bool ok = program.addShaderFromSourceCode(
                        QOpenGLShader::Vertex, head + contents(name + QStringLiteral(".vert"))) &&
                    program.addShaderFromSourceCode(
                        QOpenGLShader::Fragment, head + contents(name + QStringLiteral(".frag"))) &&
                    program.link();
    return ok ? QString() : QStringLiteral("Shader %1: %2").arg(name, program.log());
}

} // namespace paddock
