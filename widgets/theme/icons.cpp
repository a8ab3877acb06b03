#include "widgets/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace paddock {

namespace {

constexpr const char *kIconProperty = "paddockIcon";
constexpr int kIconSize = 20; // px

QByteArray drawing(const QString &name, const QColor &color) {
    QFile file(QString(":/paddock/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

} // namespace

QPixmap themedPixmap(const QString &name, const QColor &color, int size, qreal ratio) {
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(drawing(name, color)).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QIcon themedIcon(const QString &name, const Theme &theme) {
    QIcon icon;
    for (qreal ratio : {1.0, 2.0}) {
        icon.addPixmap(themedPixmap(name, theme.text, kIconSize, ratio));
        icon.addPixmap(themedPixmap(name, theme.accent, kIconSize, ratio), QIcon::Normal,
                       QIcon::On);
        QColor faint = theme.muted;
        faint.setAlphaF(1.0);
        icon.addPixmap(themedPixmap(name, faint, kIconSize, ratio), QIcon::Disabled);
        icon.addPixmap(themedPixmap(name, faint, kIconSize, ratio), QIcon::Disabled, QIcon::On);
    }
    return icon;
}

void setIconName(QAction *action, const QString &name) {
    action->setProperty(kIconProperty, name);
}

void applyIcons(QObject *root, const Theme &theme) {
    for (QAction *action : root->findChildren<QAction *>()) {
        const QString name = action->property(kIconProperty).toString();
        if (!name.isEmpty())
            action->setIcon(themedIcon(name, theme));
    }
}

} // namespace paddock
