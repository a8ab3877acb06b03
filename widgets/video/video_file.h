// A film as a file, picture by picture. The ending of its name says which kind: .mp4 (H.264, or
// MPEG-4 where that encoder is missing), .webm (VP9 or VP8), .webp, .gif and .apng (short looping
// animations). The file appears under its name when it is whole.
#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QSize>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace paddock {

// ".mp4", ".webm", ...
std::vector<std::string> videoEndings();
// The size that a film of this name gets: some kinds have even sides only.
QSize videoSize(const std::filesystem::path &file, QSize wanted);

class VideoFile {
  public:
    // Pictures of `size`, `framesPerSecond` of them a second. Error: an ending that is no kind of
    // film, no encoder for it, a size it cannot have, or the file cannot be written.
    static Result<std::unique_ptr<VideoFile>> create(const std::filesystem::path &file, QSize size,
                                                     int framesPerSecond);
    ~VideoFile(); // what was not finished leaves nothing behind

    const std::string &encoder() const; // its name, e.g. "libx264"
    Status add(const QImage &picture);  // of the film's size
    Status finish();                    // no more pictures; the file is whole

  private:
    struct Impl;
    explicit VideoFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace paddock
