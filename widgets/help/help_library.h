// The pages of the help: keys and parameters are written from what the program itself works with,
// concepts and curves in our own words.
#pragma once

#include "widgets/help/help_entry.h"
#include "widgets/window/studio_actions.h"

#include <QByteArray>

namespace paddock {

QList<HelpEntry> conceptPages();
QList<HelpEntry> curvePages();
QList<HelpEntry> keyPages(const StudioActions &actions);
// Of all kinds of documents, each parameter once.
QList<HelpEntry> parameterPages();
// From what "paddock-cli --help-all" prints.
QList<HelpEntry> commandPages(const QByteArray &helpOfAll);

QString sectionName(HelpSection section);
QString curveTopic(const char *tag);
QString parameterTopic(const QString &path);

} // namespace paddock
