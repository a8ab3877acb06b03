// What happened to a watched agent, in one short line.
#pragma once

#include "core/run/training_session.h"

#include <QString>

namespace paddock {

// "ep 12 · 37  checkpoint 3 at 4.20 s", "ep 12 · 220  hit the wall, return 3.41"
QString noteText(const AgentNote &note);

} // namespace paddock
