// Reference curves from files that a person points at, each for the group of agents that it tells
// of.
#pragma once

#include "core/base/result.h"
#include "widgets/plots/reference_curves.h"

#include <QString>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace paddock {

// Asks whose curves a file holds; `groups` are their names. -1: everybody's. nullopt: leave it out.
using AskGroup = std::function<std::optional<int>(const QString &file, const QStringList &groups)>;

struct ReferenceChoice {
    std::vector<ReferenceCurves> curves;
    std::vector<Problem> problems; // of the files that cannot be read
};

// Reads all `files`. One whose name says no group is asked about where there are several groups.
ReferenceChoice readReferences(const QStringList &files, const QStringList &groups,
                               const AskGroup &ask);
// Asks in a small dialog before `parent`.
AskGroup askInDialog(QWidget *parent);

} // namespace paddock
