// Loads the shaders that are built into the program.
#pragma once

#include <QOpenGLShaderProgram>
#include <QString>

namespace paddock {

// Compiles and links shaders/<name>.vert and .frag behind shaders/frame.glsl. Returns what went
// wrong, or nothing.
QString loadShader(QOpenGLShaderProgram &program, const QString &name);

} // namespace paddock
