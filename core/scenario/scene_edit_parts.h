// The two halves of scene_edit: what it does for a race and what for the intersection.
#pragma once

#include "core/scenario/scene_edit.h"

namespace paddock::scene_edit {

std::vector<SceneHandle> raceHandles(const Scenario &scenario, SceneLayer layer,
                                     SceneItem selected);
std::optional<Vec2> racePlace(const Scenario &scenario, SceneItem item);
Scenario raceDragged(const Scenario &scenario, SceneItem item, Vec2 to, const DragOptions &options);

std::vector<SceneHandle> crossingHandles(const Scenario &scenario, SceneItem selected);
std::optional<Vec2> crossingPlace(const Scenario &scenario, SceneItem item);
Scenario crossingDragged(const Scenario &scenario, SceneItem item, Vec2 to);
std::vector<ItemField> crossingFields(const Scenario &scenario, SceneItem item);
Scenario withCrossingField(const Scenario &scenario, SceneItem item, std::size_t field,
                           double value);

} // namespace paddock::scene_edit
