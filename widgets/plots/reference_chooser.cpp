#include "widgets/plots/reference_chooser.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QInputDialog>

namespace paddock {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("ReferenceChooser", text);
}

} // namespace

ReferenceChoice readReferences(const QStringList &files, const QStringList &groups,
                               const AskGroup &ask) {
    ReferenceChoice out;
    for (const QString &file : files) {
        Result<ReferenceCurves> read = loadReferenceCurves(file.toStdString());
        if (!read) {
            for (const Problem &problem : read.error().problems)
                out.problems.push_back(problem);
            continue;
        }
        if (read->group < 0 && groups.size() > 1 && ask) {
            const std::optional<int> answer = ask(QFileInfo(file).fileName(), groups);
            if (!answer)
                continue;
            read->group = *answer;
        }
        out.curves.push_back(std::move(*read));
    }
    return out;
}

AskGroup askInDialog(QWidget *parent) {
    return [parent](const QString &file, const QStringList &groups) -> std::optional<int> {
        bool chosen = false;
        const QStringList choices = groups + QStringList{tr("all of them")};
        const QString answer = QInputDialog::getItem(parent, tr("Reference curves"),
                                                     tr("Whose curves does %1 hold?").arg(file),
                                                     choices, 0, false, &chosen);
        if (!chosen)
            return std::nullopt;
        const int at = int(choices.indexOf(answer));
        return at < groups.size() ? at : -1;
    };
}

} // namespace paddock
