// Looks at what the person does and at the run, and says which conditions of a lesson hold.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/drive/drive_controller.h"
#include "widgets/drive/lap_shelf.h"
#include "widgets/lessons/lesson.h"
#include "widgets/run/run_controller.h"
#include "widgets/window/scene_panel.h"
#include "widgets/window/studio_actions.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace paddock {

class LessonWatch : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        StudioActions &actions;
        DocumentModel &document;
        RunController &run;
        ScenePanel &scene;
        DriveController &drive;
        LapShelf &shelf;
    };
    // How often things that happen had happened when a step began.
    struct Moment {
        int starts = 0;
        int picks = 0;
    };
    explicit LessonWatch(const Parts &parts, QObject *parent = nullptr);

    Moment now() const { return m_now; }
    bool met(const LessonCondition &condition, const Moment &since) const;
    // How far a number is, in words: "success rate 43 %, wanted above 80 %"; empty for others.
    QString reading(const LessonCondition &condition) const;

  Q_SIGNALS:
    void changed(); // something that a condition may be about; told once for all of a moment

  private:
    std::optional<double> number(const LessonCondition &condition) const;
    bool runIs(const QString &state, const Moment &since) const;

    Parts m_;
    Moment m_now;
    QHash<QString, double> m_metrics; // newest of the present run, by tag
    QTimer m_soon;
};

} // namespace paddock
