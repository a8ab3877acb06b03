// The cameras of the scene.
#pragma once

namespace paddock {

enum class CameraMode { Overview, Orbit, BirdsEye, Follow, Driver };

} // namespace paddock
