// A driver of ours that moves the stick instead of a person: to show the window at work, and to
// test it.
#pragma once

#include "core/drivers/manual_control.h"
#include "core/run/training_session.h"
#include "core/scenario/scenario.h"

#include <QString>

#include <functional>

namespace paddock {

// `driver` is one of builtinDriverNames(); empty function when there is none for the scenario.
std::function<DriveInput(const SessionSnapshot &)> automaticHands(const QString &driver,
                                                                  const Scenario &scenario);

} // namespace paddock
