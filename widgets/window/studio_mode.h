// What the window is for at the moment; each mode has panels of its own around the same scene.
#pragma once

namespace paddock {

enum class StudioMode { Train, Drive, Scenario, Evaluate, Welcome };

// Under which its layout is kept, e.g. "train".
const char *modeName(StudioMode mode);

} // namespace paddock
