// Dialogs that tell: versions, what is wrong with a document; and the one
// question about a document that a crash has left.
#pragma once

#include "core/base/result.h"
#include "widgets/document/document_recovery.h"

#include <QDialog>
#include <QString>

namespace paddock {

// A text with a close button; not modal, deletes itself when closed.
QDialog *openTextDialog(QWidget *parent, const QString &title, const QString &markdown,
                        const QSize &size);
QString aboutText(const QString &blas);
// All problems of an error as Markdown, one an item.
QString problemList(const Error &error);

enum class RecoveryAnswer { Recover, Discard, Later };
RecoveryAnswer askAboutRecovery(QWidget *parent, const RecoveryFile &found);

} // namespace paddock
