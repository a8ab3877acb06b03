// What one picture draws, sorted into the instance lists that go to the graphics processor. Rebuilt
// in place for every picture; after the first ones nothing is allocated. No GL.
#pragma once

#include "core/run/training_session.h"
#include "widgets/scene/camera.h"
#include "widgets/scene/contact_marks.h"
#include "widgets/scene/heat_map.h"
#include "widgets/scene/scene_model.h"
#include "widgets/scene/scene_options.h"
#include "widgets/scene/scene_theme.h"
#include "widgets/scene/trails.h"

namespace paddock {

struct CarInstance {
    float x, y, yaw, wheelAngle;     // m and rad, scene frame
    float roll, pitch, heave, steer; // rad, rad, m, rad
    std::uint8_t rgba[4];
    std::uint8_t braking;
    std::uint8_t unused[3];
};
static_assert(sizeof(CarInstance) == 40);

enum class DecalKind : std::uint8_t { Glow, Ring, Pick };

// A shape on the ground: a soft box (Glow: shadows, brake light) or a circle with a rim (Ring,
// Pick).
struct Decal {
    float x, y, yaw;
    float halfX, halfY; // m; of a circle both are its radius
    float soft;         // m: of a glow the blur, of a circle the half width of the rim
    std::uint8_t rgba[4];
    std::uint8_t kind; // DecalKind
    std::uint8_t unused[3];
};
static_assert(sizeof(Decal) == 32);

// All that a picture depends on; borrowed for the time of one call.
struct SceneFrame {
    const SceneModel &model;
    const SceneSnapshot *scene = nullptr; // may be null
    const AgentDetail *detail = nullptr;  // of the watched agent; null without a scene
    const Trails &trails;
    const Camera &camera;
    const SceneTheme &theme;
    SceneOverlays overlays;
    int picked = -1;
    int subjectWorld =
        -1;          // where a camera follows a car: the other worlds stay in the haze, unnamed
    int driver = -1; // row whose eyes the camera is
    int ghost = -1;  // row that is only a picture of a lap
    bool markPicked = true;
    const ContactMarks *contacts = nullptr; // may be null
    const HeatMap *heat = nullptr;          // over the road; may be null
    int heatVersion = 0;                    // another one: another map
};

class FrameBatches {
  public:
    void build(const SceneFrame &frame);

    const std::vector<Vec2> &tiles() const { return m_tiles; } // origins of the visible ones
    const std::vector<CarInstance> &nearCars() const { return m_near; }
    const std::vector<CarInstance> &farCars() const { return m_far; }
    const std::vector<Decal> &decals() const { return m_decals; }
    const std::vector<LineVertex> &lines() const { return m_lines; }
    const std::vector<std::uint32_t> &lineIndices() const { return m_lineIndices; }

  private:
    void addTiles(const SceneFrame &frame);
    void addAgent(const SceneFrame &frame, int row);
    void addTrail(const SceneFrame &frame, int row, const QColor &color);
    void addCheckpoints(const SceneFrame &frame);
    void addRays(const SceneFrame &frame);
    void addContacts(const SceneFrame &frame);
    void addVelocity(const SceneFrame &frame);
    void addSteering(const SceneFrame &frame);
    void addLaneBounds(const SceneFrame &frame);
    void addPickedTile(const SceneFrame &frame);

    std::vector<Vec2> m_tiles;
    std::vector<CarInstance> m_near;
    std::vector<CarInstance> m_far;
    std::vector<Decal> m_decals;
    std::vector<LineVertex> m_lines;
    std::vector<std::uint32_t> m_lineIndices;
    std::vector<Vec2> m_points; // of the trail at hand
};

} // namespace paddock
