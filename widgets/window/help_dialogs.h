// Dialogs that only tell: keys, parameters, versions, what is wrong with a document.
#pragma once

#include "core/base/result.h"
#include "widgets/window/studio_actions.h"

#include <QDialog>
#include <QString>

namespace paddock {

// A text with a close button; not modal, deletes itself when closed.
QDialog *openTextDialog(QWidget *parent, const QString &title, const QString &markdown,
                        const QSize &size);
// The list of keys as Markdown, made from the actions.
QString shortcutTable(const StudioActions &actions);
QString aboutText(const QString &blas);
// All problems of an error as Markdown, one an item.
QString problemList(const Error &error);

} // namespace paddock
