#include "widgets/runs/run_words.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace paddock {

namespace {

QString words(const char *text) {
    return QCoreApplication::translate("RunTable", text);
}

} // namespace

QString stateText(RunState state) {
    static constexpr const char *kWords[] = {
        QT_TRANSLATE_NOOP("RunTable", "running"), QT_TRANSLATE_NOOP("RunTable", "finished"),
        QT_TRANSLATE_NOOP("RunTable", "stopped"), QT_TRANSLATE_NOOP("RunTable", "failed"),
        QT_TRANSLATE_NOOP("RunTable", "interrupted")};
    return words(kWords[int(state)]);
}

QString stateIcon(RunState state) {
    static constexpr const char *kIcons[] = {"play", "keep", "stop", "error", "warning"};
    return kIcons[int(state)];
}

QColor stateColor(RunState state, const Theme &theme) {
    switch (state) {
    case RunState::Running:
        return theme.accent;
    case RunState::Finished:
        return theme.good;
    case RunState::Failed:
        return theme.bad;
    case RunState::Interrupted:
        return theme.warn;
    case RunState::Stopped:
        break;
    }
    return theme.muted;
}

QString tagText(const RunNotes &notes) {
    QStringList tags;
    for (const std::string &tag : notes.tags)
        tags << QString::fromStdString(tag);
    return tags.join(", ");
}

std::vector<std::string> parseTags(const QString &text) {
    std::vector<std::string> tags;
    for (const QString &part : text.split(',', Qt::SkipEmptyParts)) {
        const std::string tag = part.simplified().toStdString();
        if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(tag);
    }
    return tags;
}

QString pathText(const std::filesystem::path &path) {
    return QString::fromStdString(path.string());
}

QString runDescription(const RunSummary &run) {
    QStringList lines{pathText(run.path)};
    if (!run.problem.empty())
        lines << QString::fromStdString(run.problem);
    if (!run.notes.parent.empty())
        lines << words(QT_TRANSLATE_NOOP("RunTable", "Forked from %1 at step %2"))
                     .arg(QString::fromStdString(run.notes.parent),
                          groupedCount(run.notes.parentStep));
    lines << (run.checkpoints.empty()
                  ? words(QT_TRANSLATE_NOOP("RunTable", "No checkpoint"))
                  : words(QT_TRANSLATE_NOOP("RunTable", "%1 checkpoints, the last at step %2"))
                        .arg(run.checkpoints.size())
                        .arg(groupedCount(run.checkpoints.back())));
    if (!run.notes.note.empty())
        lines << QString::fromStdString(run.notes.note);
    return lines.join('\n');
}

} // namespace paddock
