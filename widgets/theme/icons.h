// Icons of one family: 20 px single-stroke drawings that take their colour from the theme.
#pragma once

#include "widgets/theme/theme.h"

#include <QAction>
#include <QIcon>
#include <QPixmap>

namespace paddock {

// `name` of assets/icons, without ".svg". Disabled icons are muted, checked ones take the accent.
QIcon themedIcon(const QString &name, const Theme &theme);
QPixmap themedPixmap(const QString &name, const QColor &color, int size, qreal devicePixelRatio);

// Remembers which icon an action or button wears, so that a change of theme can redraw it.
void setIconName(QAction *action, const QString &name);
void applyIcons(QObject *root, const Theme &theme); // all actions below `root`

} // namespace paddock
