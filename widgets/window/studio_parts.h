// What all modes of the window share: the document, the run, the scene, and who keeps their words.
#pragma once

#include "widgets/document/document_model.h"
#include "widgets/document/settings.h"
#include "widgets/run/event_log.h"
#include "widgets/run/run_controller.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/document_actions.h"
#include "widgets/window/scene_panel.h"
#include "widgets/window/studio_actions.h"

#include <QDockWidget>
#include <QMainWindow>

namespace paddock {

struct StudioParts {
    QMainWindow &window; // for its docks
    StudioActions &actions;
    ThemeManager &themes;
    Settings &settings;
    DocumentModel &document;
    RunController &run;
    ScenePanel &scene;
    EventLog &log;
    QDockWidget &logDock;
    QString runsFolder; // absolute
    DocumentActions &files;
};

} // namespace paddock
