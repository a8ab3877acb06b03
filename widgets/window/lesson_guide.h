// Brings lessons to the window: opens their document, points at what a step is about, shows their
// panel beside the scene.
#pragma once

#include "widgets/lessons/lesson_panel.h"
#include "widgets/lessons/lesson_player.h"
#include "widgets/lessons/spotlight.h"
#include "widgets/window/document_actions.h"
#include "widgets/window/studio_parts.h"

#include <QObject>

#include <functional>

namespace paddock {

class DriveMode;
class TrainMode;

class LessonGuide : public QObject {
    Q_OBJECT
  public:
    LessonGuide(const StudioParts &parts, TrainMode &train, DriveMode &drive,
                DocumentActions &files, QObject *parent);

    LessonPlayer &player() { return *m_player; }
    LessonPanel &panel() { return *m_panel; } // the window lays it out
    // False when the lesson, its document or a run that goes on forbids it; problem() says why.
    bool begin(const QString &file);
    // "action:start", "field:training.gamma", "panel:curves", "mode:drive", "randomization",
    // "scene"; null when it is not to be seen now.
    QWidget *find(const QString &target);
    bool knows(const QString &target) const; // whether such a thing can exist
    void modeEntered();                      // the room for the panel may be another

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override; // of the middle's size

  Q_SIGNALS:
    void problem(const QString &title, const Error &error);
    void modeWanted(StudioMode mode);

  private:
    QAction *actionOf(const QString &name) const;
    QWidget *findField(const QString &path);
    void pointAt(const QString &target);
    void makeRoom();
    void layOver(bool over); // the scene, or beside it

    StudioParts m_;
    TrainMode &m_train;
    DocumentActions &m_files;
    LessonWatch *m_watch = nullptr;
    LessonPlayer *m_player = nullptr;
    LessonPanel *m_panel = nullptr;
    Spotlight *m_spotlight = nullptr;
    bool m_over = false;            // the panel lies over the scene
    bool m_inspectorHidden = false; // by us, in a narrow window
};

} // namespace paddock
