// What the window is for at the moment; each mode has panels of its own around the same scene.
#pragma once

namespace paddock {

enum class StudioMode { Train, Drive };

} // namespace paddock
