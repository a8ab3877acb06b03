// The name of each action in the settings, the same in every language and version.
#pragma once

#include "widgets/window/studio_actions.h"

#include <QList>

#include <utility>

namespace paddock {

QList<std::pair<QString, QAction *>> namedActions(const StudioActions &actions);

} // namespace paddock
