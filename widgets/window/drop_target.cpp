#include "widgets/window/drop_target.h"

#include <QFileInfo>

namespace paddock {

DropTarget::DropTarget(DocumentActions &files, LessonGuide &lessons, TrainMode &train,
                       DriveMode &drive, const QString &tracks, QObject *parent)
    : QObject(parent), m_files(files), m_lessons(lessons), m_train(train), m_drive(drive),
      m_intake(tracks) {
    connect(&m_intake, &TrackIntake::ready, this,
            [this](const Scenario &scenario, const QString &file) {
                if (!m_files.openValues(scenario, DocumentActions::Origin::MadeHere))
                    return;
                Q_EMIT notice(
                    tr("A race on %1; it is not saved yet").arg(QFileInfo(file).fileName()));
                Q_EMIT modeWanted(StudioMode::Train);
            });
    connect(&m_intake, &TrackIntake::failed, this, [this](const QString &file, const Error &error) {
        Q_EMIT problem(tr("%1 is no track").arg(QFileInfo(file).fileName()), error);
    });
}

void DropTarget::open(const QStringList &paths) {
    QStringList words;
    bool opened = false;
    for (const QString &path : paths) {
        const DroppedFile file = inspectDropped(path);
        const QString name = QFileInfo(path).fileName();
        if (!file.words.isEmpty())
            words << "**" + name + "**\n\n" + file.words;
        else if (opened)
            words << tr("**%1** was not opened: one thing at a time.").arg(name);
        else
            opened = openOne(file);
    }
    if (!words.isEmpty())
        Q_EMIT tell(tr("What was dropped"), words.join("\n\n"));
}

bool DropTarget::openOne(const DroppedFile &file) {
    switch (file.kind) {
    case DropKind::Scenario:
        if (m_files.openFile(file.path))
            Q_EMIT modeWanted(StudioMode::Train);
        return true;
    case DropKind::Lesson:
        m_lessons.begin(file.path);
        return true;
    case DropKind::Track:
    case DropKind::Map:
        if (m_intake.busy())
            Q_EMIT notice(tr("Another map is still being read"));
        m_intake.read(file.path);
        return true;
    case DropKind::Run:
        m_train.openRun(file.path.toStdString());
        Q_EMIT modeWanted(StudioMode::Train);
        return true;
    case DropKind::Laps:
        return openLaps(file.path);
    case DropKind::Recording:
        Q_EMIT modeWanted(StudioMode::Train);
        Q_EMIT recordingWanted(file.path);
        return true;
    default:
        return false;
    }
}

// Laps belong to the scenario that is open, if they fit it.
bool DropTarget::openLaps(const QString &file) {
    Q_EMIT modeWanted(StudioMode::Drive);
    const Status status = m_drive.shelf().choose(file);
    if (!status)
        Q_EMIT problem(tr("%1 does not fit the open document").arg(QFileInfo(file).fileName()),
                       status.error());
    return true;
}

} // namespace paddock
