// Looking back: the recent past of the watched world, recordings that were kept, and two
// checkpoints side by side take the place of what is live in the scene of Train, until the person
// goes back to it. The run is never touched.
#pragma once

#include "core/run/checkpoint_compare.h"
#include "widgets/inspector/inspector_panel.h"
#include "widgets/timeline/background_task.h"
#include "widgets/timeline/recording_player.h"
#include "widgets/timeline/timeline_strip.h"
#include "widgets/window/studio_parts.h"
#include "widgets/window/train_scene.h"

#include <functional>
#include <memory>

namespace paddock {

class TimeTravel : public QObject {
    Q_OBJECT
  public:
    using Recording = RecordingPlayer::Recording;
    enum class View { Live, Past, Recording, Comparison };

    TimeTravel(const StudioParts &parts, TrainScene &scene, InspectorPanel &inspector,
               QObject *parent);

    TimelineStrip &strip() { return *m_strip; } // the scene panel owns it
    RecordingPlayer &player() { return m_player; }
    View view() const { return m_view; }
    bool away() const { return m_view != View::Live; }
    const Recording &past() const { return m_past; } // of the run as it stands; may be null
    void setShown(bool shown);                       // the mode has the scene

    void openFile(const QString &file, int frame = 0); // read beside the window
    void openRecording(Recording recording, const QString &name, int frame);
    void openComparison(std::shared_ptr<const PolicyComparison> comparison);
    void compare(const QString &first, const QString &second); // runs or checkpoints
    void goLive();
    void lookBack(double seconds); // into the past of the watched world
    void stepBack();
    // Right: false while what is live is shown; then it is the run that steps.
    bool stepOn();
    void playOrPause();
    void keepEpisode();
    // What is shown, or the past as it stands; null: nothing to look at.
    Recording shown() const;

  Q_SIGNALS:
    void problem(const QString &title, const Error &error);
    void viewChanged();
    void kept(const QString &file);

  private:
    void connectRun();
    void connectActions();
    void takePast(const Recording &past);
    void followPhase();
    void wantPast(std::function<void()> then);
    void enter(View view, Recording first, Recording second, int frame);
    void showFrame();
    void showWhere();
    void showCurve();
    void showBar();
    void explain();
    void save(const EpisodeRecording &episode, const QString &what);
    void fillMenu();
    void chooseFile();
    void exportTable();
    void exportVideo();
    void chooseCheckpoints();
    void setActions();
    QString recordingsFolder() const;
    QString headline() const;

    StudioParts m_;
    TrainScene &m_scene;
    InspectorPanel &m_inspector;
    TimelineStrip *m_strip = nullptr;
    RecordingPlayer m_player;
    View m_view = View::Live;
    Recording m_past; // as of the newest pause or look back
    std::shared_ptr<const PolicyComparison> m_comparison;
    QString m_name;               // of the recording that is open
    std::function<void()> m_then; // once the past has come
    Scenario m_runScenario;
    HudWords m_words; // of the scenario that is shown
    bool m_shown = true;
    BackgroundTask<Result<EpisodeRecording>> m_reading{this};
    BackgroundTask<Result<PolicyComparison>> m_comparing{this};
    BackgroundTask<Status> m_writing{this};
};

} // namespace paddock
