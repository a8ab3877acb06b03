// The parts of scene_edit: what it does for a race, for its obstacles, and for the intersection.
#pragma once

#include "core/scenario/scene_edit.h"
#include "core/scenario/track.h"

namespace paddock::scene_edit {

std::vector<SceneHandle> raceHandles(const Scenario &scenario, SceneLayer layer,
                                     SceneItem selected);
std::optional<Vec2> racePlace(const Scenario &scenario, SceneItem item);
Scenario raceDragged(const Scenario &scenario, SceneItem item, Vec2 to, const DragOptions &options);

// Obstacles are counted by obstaclesOf().
std::optional<Vec2> obstaclePlace(const Track &track, SceneItem item);
void addObstacleHandles(const Track &track, std::vector<SceneHandle> &handles);
void dragObstacle(Track &track, SceneItem item, Vec2 to);
// Its number; nullopt and nothing changed where none can stand.
std::optional<int> addObstacle(Track &track, Vec2 at);
void removeObstacle(Track &track, int index);
std::vector<ItemField> obstacleFields(const Track &track, int index);
void setObstacleField(Track &track, int index, std::size_t field, double value);

std::vector<SceneHandle> crossingHandles(const Scenario &scenario, SceneItem selected);
std::optional<Vec2> crossingPlace(const Scenario &scenario, SceneItem item);
Scenario crossingDragged(const Scenario &scenario, SceneItem item, Vec2 to);
std::vector<ItemField> crossingFields(const Scenario &scenario, SceneItem item);
Scenario withCrossingField(const Scenario &scenario, SceneItem item, std::size_t field,
                           double value);

} // namespace paddock::scene_edit
