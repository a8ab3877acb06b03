// Does with dropped files what can be done with them, and says in words what cannot.
#pragma once

#include "widgets/drive/drive_mode.h"
#include "widgets/window/document_actions.h"
#include "widgets/window/dropped_files.h"
#include "widgets/window/lesson_guide.h"
#include "widgets/window/track_intake.h"
#include "widgets/window/train_mode.h"

#include <QObject>

namespace paddock {

class DropTarget : public QObject {
    Q_OBJECT
  public:
    // `tracks`: the folder for tracks that are made of maps.
    DropTarget(DocumentActions &files, LessonGuide &lessons, TrainMode &train, DriveMode &drive,
               const QString &tracks, QObject *parent);

    // The first one that can be opened is; the others are told of.
    void open(const QStringList &paths);
    bool busy() const { return m_intake.busy(); }

  Q_SIGNALS:
    void modeWanted(StudioMode mode);
    void recordingWanted(const QString &file); // to be shown
    void tell(const QString &title, const QString &markdown);
    void problem(const QString &title, const Error &error);
    void notice(const QString &text);

  private:
    bool openOne(const DroppedFile &file);
    bool openLaps(const QString &file);

    DocumentActions &m_files;
    LessonGuide &m_lessons;
    TrainMode &m_train;
    DriveMode &m_drive;
    TrackIntake m_intake;
};

} // namespace paddock
