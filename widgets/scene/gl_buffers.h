// Owners of GL buffers and vertex arrays. All calls need the context of the functions that are
// passed in.
#pragma once

#include <QOpenGLBuffer>
#include <QOpenGLFunctions_3_3_Core>
#include <QOpenGLVertexArrayObject>

#include <cstddef>
#include <span>

namespace paddock {

using Gl = QOpenGLFunctions_3_3_Core;

// A buffer whose whole content is replaced now and then; the old storage is orphaned, so nobody
// waits for it.
class DataBuffer {
  public:
    explicit DataBuffer(QOpenGLBuffer::Type type = QOpenGLBuffer::VertexBuffer) : m_buffer(type) {}
    void create() { m_buffer.create(); }
    void bind() { m_buffer.bind(); }
    std::size_t count() const { return m_count; }

    template <class T>
    void upload(std::span<const T> items, GLenum usage = GL_STREAM_DRAW) {
        m_count = items.size();
        m_buffer.bind();
        m_buffer.setUsagePattern(QOpenGLBuffer::UsagePattern(usage));
        m_buffer.allocate(items.data(), int(items.size_bytes()));
    }

  private:
    QOpenGLBuffer m_buffer;
    std::size_t m_count = 0;
};

// One attribute of an interleaved buffer.
struct Attribute {
    GLuint location;
    GLint components;
    GLenum type; // bytes are normalised unless `isInteger`
    std::size_t offset;
    bool isInteger = false; // bytes keep their value, 3 is 3.0
};

// Describes the buffer that is bound to the vertex array that is bound. `divisor` 1: one value per
// instance.
inline void setAttributes(Gl &gl, std::span<const Attribute> attributes, GLsizei stride,
                          GLuint divisor) {
    for (const Attribute &a : attributes) {
        gl.glEnableVertexAttribArray(a.location);
        gl.glVertexAttribPointer(a.location, a.components, a.type,
                                 a.type == GL_UNSIGNED_BYTE && !a.isInteger, stride,
                                 reinterpret_cast<const void *>(a.offset));
        gl.glVertexAttribDivisor(a.location, divisor);
    }
}

} // namespace paddock
