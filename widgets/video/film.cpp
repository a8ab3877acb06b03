#include "widgets/video/film.h"

#include "core/base/text.h"
#include "widgets/scene/offscreen_scene.h"
#include "widgets/theme/number_text.h"
#include "widgets/timeline/recording_player.h"
#include "widgets/timeline/timeline_marks.h"
#include "widgets/video/video_file.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

// Where the film begins and how many pictures it has.
struct Cut {
    double first = 0; // frames of the recording
    double step = 1;  // frames from picture to picture
    int pictures = 0;
};

Result<Cut> cutOf(const EpisodeRecording &recording, const EpisodeRecording *second,
                  const FilmOptions &options) {
    int frames = recording.frames.count();
    if (second)
        frames = std::min(frames, second->frames.count());
    const double length = frames * recording.period();
    if (!(options.start >= 0 && options.start < length))
        return Error(Problem{"start", "is " + numberText(options.start) + " s",
                             "0 to " + fixedText(length, 2) + " s, as long as the recording"});
    if (!(options.speed > 0 && options.speed <= 1000) || !(options.seconds >= 0))
        return Error(
            Problem{"speed or seconds", "cannot be", "a speed above 0, seconds of 0 or more"});
    const double rest = length - options.start;
    const double shown = options.seconds > 0 ? std::min(options.seconds, rest) : rest;
    Cut cut;
    cut.first = options.start / recording.period();
    cut.step = options.speed / (options.framesPerSecond * recording.period());
    cut.pictures = std::max(1, int(std::lround(shown / options.speed * options.framesPerSecond)));
    return cut;
}

class Film {
  public:
    Film(const EpisodeRecording &first, const EpisodeRecording *second, const FilmOptions &options,
         QSize size)
        : m_first(first), m_second(second), m_options(options), m_scene(size) {
        const int agents = first.frames.shape.agents * (second ? 2 : 1);
        m_row = std::clamp(options.agent >= 0 ? options.agent : first.picked, 0, agents - 1);
    }

    Status begin(double position) {
        if (!m_scene.error().isEmpty())
            return Error(m_scene.error().toStdString());
        SceneState &state = m_scene.state();
        Scenario scenario = m_first.scenario;
        scenario.parallel.worlds = m_second ? 2 : 1;
        state.setTheme(m_options.theme);
        state.overlays = m_options.overlays;
        state.setScenario(scenario);
        state.setPicked(m_row);
        state.setSnapshot(at(position));
        state.updateSubject(true);
        state.rig.setMode(m_options.camera);
        (void)m_scene.draw(kSettle); // what glides into place has arrived
        return Done{};
    }

    QImage picture(double position) {
        SceneState &state = m_scene.state();
        state.setSnapshot(at(position));
        state.hudLines = m_options.words ? QStringList{words(position)} : QStringList();
        return m_scene.draw(1.0f / float(m_options.framesPerSecond));
    }

  private:
    static constexpr float kSettle = 60; // s

    std::shared_ptr<const SessionSnapshot> at(double position) const {
        return snapshotBetween(m_first, m_second, position, m_row);
    }
    QString words(double position) const {
        const QString time = decimalText((position + 1) * m_first.period(), 2) + " s";
        const QString what = eventsAt(m_first, std::min(int(position), m_first.frames.count() - 1));
        return QString::fromStdString(m_first.scenario.name) + "   " + time +
               (what.isEmpty() ? QString() : "   " + what);
    }

    const EpisodeRecording &m_first;
    const EpisodeRecording *m_second;
    const FilmOptions &m_options;
    OffscreenScene m_scene;
    int m_row = 0;
};

} // namespace

Result<FilmSummary> shootFilm(const EpisodeRecording &first, const EpisodeRecording *second,
                              const FilmOptions &options, const std::filesystem::path &file,
                              const FilmProgress &progress) {
    const Result<Cut> cut = cutOf(first, second, options);
    if (!cut)
        return cut.error();
    const QSize size = videoSize(file, options.size);
    Result<std::unique_ptr<VideoFile>> video =
        VideoFile::create(file, size, options.framesPerSecond);
    if (!video)
        return video.error();
    Film film(first, second, options, size);
    if (const Status begun = film.begin(cut->first); !begun)
        return begun.error();
    for (int i = 0; i < cut->pictures; ++i) {
        if (const Status added = (*video)->add(film.picture(cut->first + i * cut->step)); !added)
            return added.error();
        if (!progress(i + 1, cut->pictures))
            return Error(std::string("stopped; no film was written"));
    }
    if (const Status finished = (*video)->finish(); !finished)
        return finished.error();
    return FilmSummary{cut->pictures, double(cut->pictures) / options.framesPerSecond, size,
                       (*video)->encoder()};
}

} // namespace paddock
