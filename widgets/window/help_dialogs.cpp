#include "widgets/window/help_dialogs.h"

#include "widgets/help/help_entry.h"
#include "widgets/plots/plot_library.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>
#include <QVBoxLayout>

namespace paddock {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("HelpDialogs", text);
}

void styleTables(QTextDocument &document, const QColor &line) {
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(line);
        format.setCellPadding(space::kTiny);
        format.setCellSpacing(0);
        format.setBottomMargin(space::kMedium);
        table->setFormat(format);
    }
}

} // namespace

QDialog *openTextDialog(QWidget *parent, const QString &title, const QString &markdown,
                        const QSize &size) {
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto *browser = new QTextBrowser;
    browser->document()->setDocumentMargin(space::kLarge);
    // A cell without any character would melt into the one before.
    browser->setMarkdown(
        QString(markdown).replace("|  |", "| \u00a0 |").replace("|  |", "| \u00a0 |"));
    styleTables(*browser->document(), parent->palette().color(QPalette::Mid));
    browser->moveCursor(QTextCursor::Start);
    browser->setAccessibleName(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(0, 0, 0, space::kMedium);
    layout->addWidget(browser, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(space::kLarge, 0, space::kLarge, 0);
    row->addWidget(buttons);
    layout->addLayout(row);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    dialog->resize(size);
    dialog->show();
    return dialog;
}

QString aboutText(const QString &blas) {
    return tr("## Paddock %1\n\nA studio for multi-agent autonomous driving.\n\n"
              "| Part | Version |\n|---|---|\n| Qt | %2 |\n| QCustomPlot | %3 |\n| BLAS | %4 |\n\n"
              "Free software under the GNU General Public License, version 3 or later.")
        .arg(QCoreApplication::applicationVersion(), qVersion(), QCUSTOMPLOT_VERSION_STR,
             blas.isEmpty() ? tr("known once a run has started") : escapedMarkdown(blas));
}

QString problemList(const Error &error) {
    QString out =
        tr("%1 found. Nothing was changed.\n\n")
            .arg(error.problems.size() == 1 ? tr("One problem was")
                                            : tr("%1 problems were").arg(error.problems.size()));
    for (const Problem &problem : error.problems)
        out += "- " + escapedMarkdown(QString::fromStdString(problem.text())) + "\n";
    return out;
}

RecoveryAnswer askAboutRecovery(QWidget *parent, const RecoveryFile &found) {
    const QString when = QLocale::system().toString(found.written, QLocale::ShortFormat);
    QMessageBox box(QMessageBox::Question, tr("Unsaved document"),
                    tr("A window ended without saving “%1” (%2).").arg(found.title, when),
                    QMessageBox::NoButton, parent);
    box.setInformativeText(tr("Recovering opens it as an unsaved document."));
    const auto *recover = box.addButton(tr("&Recover"), QMessageBox::AcceptRole);
    const auto *discard = box.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    box.addButton(tr("&Later"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == recover   ? RecoveryAnswer::Recover
           : box.clickedButton() == discard ? RecoveryAnswer::Discard
                                            : RecoveryAnswer::Later;
}

} // namespace paddock
