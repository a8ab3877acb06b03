#include "widgets/keys/action_names.h"

namespace paddock {

namespace {

struct Named {
    const char *name;
    QAction *StudioActions::*action;
};

constexpr Named kNamed[] = {
    {"new_document", &StudioActions::newDocument},
    {"open", &StudioActions::open},
    {"save", &StudioActions::save},
    {"save_as", &StudioActions::saveAs},
    {"quit", &StudioActions::quit},
    {"undo", &StudioActions::undo},
    {"redo", &StudioActions::redo},
    {"find_parameter", &StudioActions::findParameter},
    {"start", &StudioActions::start},
    {"pause", &StudioActions::pause},
    {"step", &StudioActions::step},
    {"stop", &StudioActions::stop},
    {"checkpoint", &StudioActions::checkpoint},
    {"slower", &StudioActions::slower},
    {"faster", &StudioActions::faster},
    {"render", &StudioActions::render},
    {"take_over", &StudioActions::takeOver},
    {"drive_start", &StudioActions::driveStart},
    {"drive_pause", &StudioActions::drivePause},
    {"drive_restart", &StudioActions::driveRestart},
    {"drive_slower", &StudioActions::driveSlower},
    {"drive_faster", &StudioActions::driveFaster},
    {"record", &StudioActions::record},
    {"keep_lap", &StudioActions::keepLap},
    {"discard_lap", &StudioActions::discardLap},
    {"replay_lap", &StudioActions::replayLap},
    {"replay_back", &StudioActions::replayBack},
    {"replay_forward", &StudioActions::replayForward},
    {"trim_lap", &StudioActions::trimLap},
    {"delete_lap", &StudioActions::deleteLap},
    {"undo_laps", &StudioActions::undoLaps},
    {"train_on_laps", &StudioActions::trainOnLaps},
    {"calibrate", &StudioActions::calibrate},
    {"camera_overview", &StudioActions::cameraOverview},
    {"camera_orbit", &StudioActions::cameraOrbit},
    {"camera_birds_eye", &StudioActions::cameraBirdsEye},
    {"camera_follow", &StudioActions::cameraFollow},
    {"camera_driver", &StudioActions::cameraDriver},
    {"frame_all", &StudioActions::frameAll},
    {"leave_world", &StudioActions::leaveWorld},
    {"next_agent", &StudioActions::nextAgent},
    {"previous_agent", &StudioActions::previousAgent},
    {"next_panel", &StudioActions::nextPanel},
    {"show_goals", &StudioActions::showGoals},
    {"show_trails", &StudioActions::showTrails},
    {"show_lanes", &StudioActions::showLanes},
    {"show_rays", &StudioActions::showRays},
    {"show_names", &StudioActions::showNames},
    {"show_hud", &StudioActions::showHud},
    {"smooth_motion", &StudioActions::smoothMotion},
    {"theme_system", &StudioActions::themeSystem},
    {"theme_dark", &StudioActions::themeDark},
    {"theme_light", &StudioActions::themeLight},
    {"full_screen", &StudioActions::fullScreen},
    {"screenshot", &StudioActions::screenshot},
    {"reset_layout", &StudioActions::resetLayout},
    {"reference_curves", &StudioActions::referenceCurves},
    {"clear_reference", &StudioActions::clearReference},
    {"help", &StudioActions::help},
    {"shortcuts", &StudioActions::shortcuts},
    {"parameters", &StudioActions::parameters},
    {"about", &StudioActions::about},
};

} // namespace

QList<std::pair<QString, QAction *>> namedActions(const StudioActions &actions) {
    QList<std::pair<QString, QAction *>> out;
    for (const Named &named : kNamed)
        out.append({named.name, actions.*named.action});
    for (QAction *mode : actions.modes())
        out.append({QString("mode_") + modeName(StudioActions::modeOf(mode)), mode});
    return out;
}

} // namespace paddock
