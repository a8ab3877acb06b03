#include "widgets/timeline/time_travel.h"

#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"
#include "widgets/timeline/timeline_marks.h"

#include <algorithm>
#include <utility>

namespace paddock {

namespace {
constexpr double kReplaySeconds = 5; // of the past that P shows at first
} // namespace

TimeTravel::TimeTravel(const StudioParts &parts, TrainScene &scene, InspectorPanel &inspector,
                       QObject *parent)
    : QObject(parent), m_(parts), m_scene(scene), m_inspector(inspector) {
    m_strip = new TimelineStrip(m_.actions, m_.themes);
    m_.scene.setStrip(m_strip);
    connect(&m_player, &RecordingPlayer::moved, this, &TimeTravel::showFrame);
    connect(&m_player, &RecordingPlayer::stepped, this, &TimeTravel::explain);
    connect(&m_player, &RecordingPlayer::playingChanged, this, &TimeTravel::setActions);
    connect(m_strip, &TimelineStrip::speedChanged, &m_player, &RecordingPlayer::setSpeed);
    connect(&m_strip->bar(), &TimelineBar::cursorMoved, this, [this](int frame) {
        if (!away() && m_past)
            enter(View::Past, m_past, nullptr, frame);
        m_player.pause();
        m_player.seek(frame);
    });
    connect(&m_strip->bar(), &TimelineBar::pastWanted, this, [this](double fraction) {
        wantPast([this, fraction] {
            enter(View::Past, m_past, nullptr, int(fraction * (m_past->frames.count() - 1)));
        });
    });
    connect(&m_.scene, &ScenePanel::picked, this, [this](int row) {
        if (!away() || !m_shown)
            return;
        m_player.setAgent(row);
        showCurve();
    });
    connectRun();
    connectActions();
    showBar();
    setActions();
}

void TimeTravel::connectRun() {
    connect(&m_.run, &RunController::started, this, [this](const Scenario &scenario) {
        goLive();
        m_runScenario = scenario;
        m_past.reset();
        showBar();
    });
    connect(&m_.run, &RunController::phaseChanged, this, &TimeTravel::followPhase);
    connect(&m_.run, &RunController::pastReady, this, &TimeTravel::takePast);
    connect(&m_.run, &RunController::snapshotReady, this,
            [this](const std::shared_ptr<const SessionSnapshot> &snapshot) {
                const bool old =
                    !m_past || m_past->firstStep + std::uint64_t(m_past->frames.count()) !=
                                   snapshot->scene.step;
                if (!away() && old && m_.run.phase() == RunController::Phase::Paused)
                    m_.run.recall();
            });
}

void TimeTravel::connectActions() {
    const StudioActions &actions = m_.actions;
    connect(actions.stepBack, &QAction::triggered, this, &TimeTravel::stepBack);
    connect(actions.playPast, &QAction::triggered, this, &TimeTravel::playOrPause);
    connect(actions.goLive, &QAction::triggered, this, &TimeTravel::goLive);
    connect(actions.keepEpisode, &QAction::triggered, this, &TimeTravel::keepEpisode);
    connect(actions.openRecording, &QAction::triggered, this, &TimeTravel::chooseFile);
    connect(actions.exportRecording, &QAction::triggered, this, &TimeTravel::exportTable);
    connect(actions.exportVideo, &QAction::triggered, this, &TimeTravel::exportVideo);
    connect(actions.compareCheckpoints, &QAction::triggered, this, &TimeTravel::chooseCheckpoints);
    connect(actions.showTimeline, &QAction::toggled, this, [this] { showBar(); });
    connect(&m_strip->menu(), &QMenu::aboutToShow, this, &TimeTravel::fillMenu);
}

void TimeTravel::setShown(bool shown) {
    if (!shown)
        goLive();
    m_shown = shown;
    showBar();
}

void TimeTravel::followPhase() {
    if (m_.run.phase() == RunController::Phase::Paused)
        m_.run.recall();
    else if (!away())
        m_past.reset(); // it is not the newest any more
    showBar();
    setActions();
}

void TimeTravel::takePast(const Recording &past) {
    const auto then = std::exchange(m_then, {});
    if (m_view == View::Past) // what is looked at stays
        return;
    m_past = past;
    if (then)
        then();
    showBar();
    setActions();
}

// Looks at the past as it stands now, once the run has handed it over.
void TimeTravel::wantPast(std::function<void()> then) {
    if (away())
        return then();
    if (!m_.run.going() && !m_past)
        return;
    if (!m_.run.going() || (m_past && m_.run.phase() == RunController::Phase::Paused)) {
        then();
        return;
    }
    m_then = std::move(then);
    m_.run.recall();
}

TimeTravel::Recording TimeTravel::shown() const {
    return away() ? m_player.first() : m_past;
}

void TimeTravel::enter(View view, Recording first, Recording second, int frame) {
    const int agent =
        second ? first->picked : std::clamp(first->picked, 0, first->frames.shape.agents - 1);
    m_scene.setHeld(true);
    m_view = view;
    m_player.open(std::move(first), std::move(second), frame);
    m_player.setSpeed(m_strip->speed());
    const Scenario scenario = m_player.scene();
    m_words = HudWords(scenario);
    m_inspector.setRun(infoOf(*m_player.first()), scenario);
    m_.scene.setScenario(scenario);
    m_.scene.pick(agent);
    showBar();
    m_player.seek(frame);
    setActions();
    Q_EMIT viewChanged();
}

void TimeTravel::openRecording(Recording recording, const QString &name, int frame) {
    m_name = name;
    enter(View::Recording, std::move(recording), nullptr, frame);
}

void TimeTravel::openComparison(std::shared_ptr<const PolicyComparison> comparison) {
    m_comparison = std::move(comparison);
    const Parting *parting = m_comparison->earliest();
    enter(View::Comparison, Recording(m_comparison, &m_comparison->first),
          Recording(m_comparison, &m_comparison->second), parting ? parting->frame() : 0);
}

void TimeTravel::goLive() {
    if (!away())
        return;
    m_view = View::Live;
    m_player.close();
    m_comparison.reset();
    m_scene.setHeld(false);
    if (m_.run.hasSession())
        m_inspector.setRun(m_.run.info(), m_runScenario);
    if (m_scene.newest())
        m_inspector.setSnapshot(m_scene.newest());
    if (m_.run.going())
        m_past.reset(); // it went on meanwhile
    if (m_.run.phase() == RunController::Phase::Paused)
        m_.run.recall();
    showBar();
    setActions();
    Q_EMIT viewChanged();
}

void TimeTravel::lookBack(double seconds) {
    wantPast([this, seconds] {
        const int back = int(seconds / m_past->period());
        enter(View::Past, m_past, nullptr, m_past->frames.count() - 1 - back);
    });
}

// From a moving run the first step back also pauses it: else the next one would be another moment.
void TimeTravel::stepBack() {
    if (away()) {
        (void)m_player.step(-1);
        return;
    }
    if (m_.run.phase() == RunController::Phase::Running)
        m_.run.togglePause();
    wantPast([this] { enter(View::Past, m_past, nullptr, m_past->frames.count() - 2); });
}

bool TimeTravel::stepOn() {
    if (!away())
        return false;
    if (!m_player.step(1) && m_view == View::Past)
        goLive();
    return true;
}

void TimeTravel::playOrPause() {
    if (away()) {
        m_player.playing() ? m_player.pause() : m_player.play();
        return;
    }
    wantPast([this] {
        lookBack(kReplaySeconds);
        m_player.play();
    });
}

void TimeTravel::showFrame() {
    if (!away())
        return;
    m_.scene.setSnapshot(m_player.snapshot());
    m_strip->bar().setCursorFrame(m_player.frame());
}

void TimeTravel::explain() {
    if (!away())
        return;
    const auto snapshot = m_player.snapshot();
    m_inspector.setSnapshot(snapshot);
    QStringList lines = hudLines(*snapshot, {}, 0, m_words);
    lines.front() = headline();
    lines[1] = tr("Agent %1").arg(snapshot->picked.row % snapshot->scene.agentsPerWorld + 1);
    if (const auto words = eventsAt(*m_player.first(), m_player.frame()); !words.isEmpty())
        lines << words;
    m_.scene.setHud(lines);
    showWhere();
}

QString TimeTravel::headline() const {
    const EpisodeRecording &first = *m_player.first();
    const double seconds = first.period();
    switch (m_view) {
    case View::Past:
        return tr("Past of world %1: %2 s ago")
            .arg(first.world + 1)
            .arg(decimalText((m_player.frames() - 1 - m_player.frame()) * seconds, 2));
    case View::Comparison:
        return comparisonWords(*m_comparison);
    default:
        return tr("Recording %1: %2 s of %3 s")
            .arg(m_name, decimalText(m_player.frame() * seconds, 2),
                 decimalText((m_player.frames() - 1) * seconds, 2));
    }
}

void TimeTravel::showWhere() {
    if (!away()) {
        m_strip->setWhere(m_past ? tr("live") : QString());
        return;
    }
    const double period = m_player.first()->period();
    const double at = m_player.frame() * period, all = (m_player.frames() - 1) * period;
    if (m_view == View::Past)
        m_strip->setWhere("−" + decimalText(all - at, 2) + " s", tr("Behind the present"));
    else
        m_strip->setWhere(decimalText(at, 2) + " / " + decimalText(all, 2) + " s",
                          tr("Time in the recording"));
}

void TimeTravel::showCurve() {
    const Recording recording = shown();
    if (!recording)
        return;
    const int agents = recording->frames.shape.agents;
    const int row = away() ? m_player.agent() : recording->picked;
    const Recording whose = row >= agents ? m_player.second() : recording;
    m_strip->bar().setCurve(returnsOf(*whose, row % agents), agentColor(row % agents));
}

// The line shows what can be looked at: the recording, the past while the run stands, or how to get
// there.
void TimeTravel::showBar() {
    const bool wanted = m_.actions.showTimeline->isChecked();
    m_strip->setVisible(m_shown && (away() || (wanted && (m_.run.active() || m_past))));
    TimelineBar &bar = m_strip->bar();
    const Recording recording = shown();
    if (!recording) {
        bar.setHint(m_.run.active() ? tr("Click to look back at the watched world") : QString());
        bar.setFrames(0, {});
        showWhere();
        return;
    }
    const bool both = m_view == View::Comparison;
    const int frames = away() ? m_player.frames() : recording->frames.count();
    bar.setFrames(frames, marksOf(*recording, both ? m_player.second().get() : nullptr));
    bar.setCursorFrame(away() ? m_player.frame() : frames - 1);
    if (const Parting *parting = both ? m_comparison->earliest() : nullptr)
        bar.setParting(parting->frame(), partingWords(*m_comparison, *parting));
    showCurve();
    showWhere();
}

void TimeTravel::setActions() {
    const StudioActions &actions = m_.actions;
    const bool any = away() || m_past || m_.run.going();
    for (QAction *action : {actions.stepBack, actions.playPast, actions.exportRecording})
        action->setEnabled(any);
    actions.goLive->setEnabled(away());
    actions.keepEpisode->setEnabled((m_view == View::Live || m_view == View::Past) &&
                                    (m_past || m_.run.going()));
    const QString icon = m_player.playing() ? "pause" : "play";
    setIconName(actions.playPast, icon);
    actions.playPast->setIcon(themedIcon(icon, m_.themes.theme()));
}

} // namespace paddock
