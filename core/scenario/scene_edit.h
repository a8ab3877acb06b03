// The scene of a scenario as things to take hold of: where their handles are, what dragging,
// adding, removing and typing does to the document. Functions from one scenario to the next, for a
// race and for the intersection.
#pragma once

#include "core/base/result.h"
#include "core/base/vec2.h"
#include "core/scenario/scenario.h"
#include "core/scenario/scene_item.h"

#include <optional>
#include <string>
#include <vector>

namespace paddock {

struct Route;

struct SceneHandle {
    SceneItem item;
    Vec2 at; // m
};

// Which handles a tool shows; of the intersection all are shown.
enum class SceneLayer { Line, Walls, Checkpoints, Starts, Obstacles };

// `selected` may have handles of its own: widths of a control point, the heading of a slot.
std::vector<SceneHandle> sceneHandles(const Scenario &scenario, SceneLayer layer,
                                      SceneItem selected);
std::optional<Vec2> itemPlace(const Scenario &scenario, SceneItem item); // nullopt: it is not there
std::string itemName(const Scenario &scenario, SceneItem item);          // "control point 3"

struct DragOptions {
    int reach = 1; // of control points, see withControlMoved()
};
// The item taken to a place. Values stay within what the document allows.
Scenario dragged(const Scenario &scenario, SceneItem item, Vec2 to,
                 const DragOptions &options = {});

// A new item of the layer at a place; None where there can be none.
struct Inserted {
    Scenario scenario;
    SceneItem item;
};
Inserted inserted(const Scenario &scenario, SceneLayer layer, Vec2 at, SceneItem selected = {});
// Same scenario where the item cannot go, e.g. the last start slot.
Scenario removed(const Scenario &scenario, SceneItem item);

// What can be typed of an item. Angles are degrees.
struct ItemField {
    std::string key; // of the words, e.g. "x"
    std::string unit;
    double value = 0;
    double min = 0, max = 0;
};
std::vector<ItemField> itemFields(const Scenario &scenario, SceneItem item);
// Error: the value is out of range.
Result<Scenario> withItemField(const Scenario &scenario, SceneItem item, std::size_t field,
                               double value);

// How the cars of one family stand at the start: a race's slots, the intersection's legs and lanes.
std::vector<Pose> startPoses(const Scenario &scenario);
// The ways an agent of the intersection may want to go.
std::vector<Route> agentRoutes(const Scenario &scenario, int agent);

// The race with slot `slot` in front, or the intersection as it is: what a test drive starts from.
Scenario startedFrom(const Scenario &scenario, int slot);

} // namespace paddock
