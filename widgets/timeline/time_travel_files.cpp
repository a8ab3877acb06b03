// Recordings as files: kept, listed, opened and exported beside the window.
#include "core/run/recording_events.h"
#include "core/run/recording_export.h"
#include "widgets/theme/number_text.h"
#include "widgets/timeline/compare_dialog.h"
#include "widgets/timeline/file_paths.h"
#include "widgets/timeline/time_travel.h"
#include "widgets/timeline/video_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace paddock {

namespace {

constexpr std::size_t kListed = 15;

// The episode that a frame lies in; of what is live the newest one that has ended.
RecordedEpisode episodeOf(const EpisodeRecording &recording, int agent, int frame, bool live) {
    const std::vector<RecordedEpisode> episodes = episodesOf(recording, agent);
    RecordedEpisode found = episodes.back();
    for (const RecordedEpisode &episode : episodes) {
        const bool meant =
            live ? episode.outcome != 0 : frame >= episode.first && frame < episode.last;
        if (meant)
            found = episode;
    }
    return found;
}

// A name that no file has yet.
std::filesystem::path freeName(const std::filesystem::path &folder, const std::string &stem) {
    std::filesystem::path file = folder / (stem + kRecordingSuffix);
    for (int i = 2; std::filesystem::exists(file); ++i)
        file = folder / (stem + "_" + std::to_string(i) + kRecordingSuffix);
    return file;
}

} // namespace

QString TimeTravel::recordingsFolder() const {
    const bool inRun = m_.run.hasSession() && !m_.run.info().runDir.empty();
    const QString parent = inRun ? toText(m_.run.info().runDir) : m_.runsFolder;
    return QDir(parent).filePath(kRecordingsFolder);
}

void TimeTravel::keepEpisode() {
    if (m_view == View::Recording || m_view == View::Comparison)
        return;
    const bool live = !away();
    wantPast([this, live] {
        const Recording source = shown();
        const int agents = source->frames.shape.agents;
        const int agent = (live ? source->picked : m_player.agent()) % agents;
        const int frame = live ? source->frames.count() - 1 : m_player.frame();
        const RecordedEpisode episode = episodeOf(*source, agent, frame, live);
        EpisodeRecording cut = cutRecording(*source, episode.first, episode.last);
        cut.picked = agent;
        const QString end = episode.outcome != 0
                                ? QString::fromStdString(outcomeName(episode.outcome))
                                : tr("under way");
        save(cut, tr("episode of A%1 in world %2: %3 s, %4")
                      .arg(agent + 1)
                      .arg(source->world + 1)
                      .arg(decimalText(cut.frames.count() * cut.period(), 2), end));
    });
}

void TimeTravel::save(const EpisodeRecording &episode, const QString &what) {
    const std::string stem = "world" + std::to_string(episode.world + 1) + "_a" +
                             std::to_string(episode.picked + 1) + "_step" +
                             std::to_string(episode.firstStep);
    const std::filesystem::path file = freeName(toPath(recordingsFolder()), stem);
    m_writing.start([episode, file](std::stop_token) { return saveRecording(episode, file); },
                    [this, file, what](const Status &saved) {
                        if (!saved) {
                            Q_EMIT problem(tr("The episode cannot be kept"), saved.error());
                            return;
                        }
                        const QString text = tr("Kept the %1").arg(what);
                        m_.log.note(EventLevel::Info, text);
                        m_.scene.showNotice(text, tr("Open"),
                                            [this, file] { openFile(toText(file)); });
                        Q_EMIT kept(toText(file));
                    });
}

void TimeTravel::openFile(const QString &file, int frame) {
    m_reading.start([path = toPath(file)](std::stop_token) { return loadRecording(path); },
                    [this, file, frame](Result<EpisodeRecording> read) {
                        if (!read) {
                            Q_EMIT problem(tr("The recording cannot be opened"), read.error());
                            return;
                        }
                        openRecording(std::make_shared<const EpisodeRecording>(std::move(*read)),
                                      QFileInfo(file).completeBaseName(), frame);
                    });
}

void TimeTravel::chooseFile() {
    const QString folder = recordingsFolder();
    const QString file = QFileDialog::getOpenFileName(
        &m_.window, tr("Open recording"), QFileInfo::exists(folder) ? folder : m_.runsFolder,
        tr("Recordings (*%1)").arg(kRecordingSuffix));
    if (!file.isEmpty())
        openFile(file);
}

void TimeTravel::fillMenu() {
    QMenu &menu = m_strip->menu();
    menu.clear();
    for (QAction *action : {m_.actions.openRecording, m_.actions.exportRecording,
                            m_.actions.exportVideo, m_.actions.compareCheckpoints})
        menu.addAction(action);
    menu.addSection(tr("Kept in this run"));
    std::vector<std::filesystem::path> files = listRecordings(toPath(recordingsFolder()));
    if (files.empty())
        menu.addAction(tr("No episode yet"))->setEnabled(false);
    files.resize(std::min(files.size(), kListed));
    for (const std::filesystem::path &file : files)
        connect(menu.addAction(toText(file.stem())), &QAction::triggered, this,
                [this, file] { openFile(toText(file)); });
}

void TimeTravel::exportTable() {
    wantPast([this] {
        const Recording recording = shown();
        const QString file = QFileDialog::getSaveFileName(
            &m_.window, tr("Export the recording"), m_.settings.lastFolder() + "/recording.csv",
            tr("Table (*.csv);;JSON (*.json)"));
        if (file.isEmpty())
            return;
        m_writing.start([recording, path = toPath(file)](
                            std::stop_token) { return exportRecording(*recording, path); },
                        [this, file](const Status &written) {
                            if (!written)
                                Q_EMIT problem(tr("The recording cannot be exported"),
                                               written.error());
                            else
                                m_.log.note(EventLevel::Info, tr("Exported %1").arg(file));
                        });
    });
}

void TimeTravel::exportVideo() {
    wantPast([this] {
        const bool beside = m_view == View::Comparison;
        const Recording first = shown();
        auto *dialog = new VideoDialog(
            first, beside ? m_player.second() : nullptr, away() ? m_player.agent() : first->picked,
            m_.settings.lastFolder() + "/paddock.mp4", m_.themes.theme().dark, &m_.window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &VideoDialog::filmed, this, [this](const QString &file) {
            m_.log.note(EventLevel::Info, tr("Filmed %1").arg(file));
            m_.scene.showNotice(tr("Filmed %1").arg(file));
        });
        dialog->open();
    });
}

void TimeTravel::chooseCheckpoints() {
    const QString run = m_.run.hasSession() ? toText(m_.run.info().runDir) : QString();
    auto *dialog = new CompareDialog(m_.runsFolder, run, &m_.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CompareDialog::compared, this, &TimeTravel::openComparison);
    dialog->open();
}

void TimeTravel::compare(const QString &first, const QString &second) {
    m_comparing.start(
        [one = toPath(first), other = toPath(second)](std::stop_token stop) {
            return compareCheckpoints(one, other, {}, std::move(stop));
        },
        [this](Result<PolicyComparison> result) {
            if (!result)
                Q_EMIT problem(tr("The checkpoints cannot be compared"), result.error());
            else
                openComparison(std::make_shared<const PolicyComparison>(std::move(*result)));
        });
}

} // namespace paddock
