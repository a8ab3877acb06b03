#include "app/studio/film_program.h"

#include "core/run/checkpoint_compare.h"
#include "core/run/episode_rollout.h"
#include "widgets/theme/theme.h"
#include "widgets/video/film.h"

#include <CLI/CLI.hpp>
#include <QGuiApplication>
#include <QLocale>
#include <QStringList>

#include <csignal>
#include <cstdio>
#include <string_view>

namespace paddock {

namespace {

constexpr int kFailed = 1, kBadArguments = 2; // exit codes
constexpr double kRolloutSeconds = 20;        // of a run, where nothing else is asked for

volatile std::sig_atomic_t g_stop = 0;

struct FilmArguments {
    std::string out, from, beside, size = "1280x720", camera = "birdseye", theme = "dark";
    std::string driver = "policy";
    std::uint64_t seed = 1000;
    FilmOptions options;
    int agent = 0; // from 1; 0: the recording's own
    bool noWords = false;
};

QSize sizeOf(const std::string &text) {
    int width = 0, height = 0;
    char rest = 0;
    const bool good = std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) == 2;
    return good ? QSize(width, height) : QSize();
}

std::string checkFilmSize(const std::string &text) {
    const QSize size = sizeOf(text);
    const bool good =
        size.width() >= 16 && size.height() >= 16 && size.width() <= 7680 && size.height() <= 4320;
    return good ? "" : "is " + text + "; expected WIDTHxHEIGHT from 16x16 to 7680x4320";
}

void addOptions(CLI::App &app, FilmArguments &a) {
    app.add_option("--video", a.out, "Film to write: .mp4, .webm, .webp, .gif or .apng")
        ->required();
    app.add_option("--from", a.from, "Recording (.prec), run, checkpoint or scenario document")
        ->required();
    app.add_option("--beside", a.beside, "Another of these, shown beside the first");
    app.add_option("--video-size", a.size, "Pixels")->type_name("WxH")->check(checkFilmSize);
    app.add_option("--fps", a.options.framesPerSecond, "Pictures a second")
        ->check(CLI::Range(1, 240));
    app.add_option("--seconds", a.options.seconds, "Simulated seconds; 0 = all of it")
        ->check(CLI::Range(0.0, 3600.0));
    app.add_option("--start", a.options.start, "Where it begins, s")->check(CLI::NonNegativeNumber);
    app.add_option("--speed", a.options.speed, "Simulated seconds in a second of the film")
        ->check(CLI::Range(0.001, 1000.0));
    app.add_option("--camera", a.camera, "Camera")
        ->check(CLI::IsMember({"overview", "orbit", "birdseye", "follow", "driver"}));
    app.add_option("--agent", a.agent, "Agent to follow, from 1")->check(CLI::Range(1, 10'000));
    app.add_option("--driver", a.driver, "Who drives in a run or document");
    app.add_option("--seed", a.seed, "Seed of a run's episodes");
    app.add_option("--theme", a.theme, "Colours")->check(CLI::IsMember({"dark", "light"}));
    app.add_flag("--no-words", a.noWords, "Without time and names");
}

FilmOptions optionsOf(const FilmArguments &a) {
    static const QStringList cameras{"overview", "orbit", "birdseye", "follow", "driver"};
    FilmOptions options = a.options;
    options.size = sizeOf(a.size);
    options.camera = CameraMode(cameras.indexOf(QString::fromStdString(a.camera)));
    options.agent = a.agent - 1;
    options.words = !a.noWords;
    options.overlays.names = !a.noWords;
    options.theme = sceneTheme(a.theme == "light" ? lightTheme() : darkTheme());
    return options;
}

// A file as it is; anything else is driven from its seed on.
Result<EpisodeRecording> sourceOf(const std::string &from, const FilmArguments &a) {
    if (std::filesystem::path(from).extension() == kRecordingSuffix)
        return loadRecording(from);
    RolloutOptions rollout;
    rollout.seed = a.seed;
    rollout.seconds =
        a.options.start + (a.options.seconds > 0 ? a.options.seconds : kRolloutSeconds);
    return recordRun(from, a.driver, rollout);
}

int report(const Error &error, int code) {
    std::fprintf(stderr, "paddock: %s\n", error.text().c_str());
    return code;
}

bool showProgress(int done, int all) {
    if (done == all || done % 10 == 0) {
        std::printf("picture %d of %d\n", done, all);
        std::fflush(stdout);
    }
    return g_stop == 0;
}

int shoot(const FilmArguments &a) {
    const Result<EpisodeRecording> first = sourceOf(a.from, a);
    if (!first)
        return report(first.error(), kBadArguments);
    Result<EpisodeRecording> second = EpisodeRecording{};
    if (!a.beside.empty()) {
        second = sourceOf(a.beside, a);
        if (!second)
            return report(second.error(), kBadArguments);
        if (!(second->frames.shape == first->frames.shape))
            return report(Error(Problem{a.beside, "is of another scenario", "that of the first"}),
                          kBadArguments);
    }
    const Result<FilmSummary> film =
        shootFilm(*first, a.beside.empty() ? nullptr : &*second, optionsOf(a), a.out, showProgress);
    if (!film)
        return report(film.error(), kFailed);
    std::printf("%s: %d pictures of %dx%d, %.2f s, %s\n", a.out.c_str(), film->pictures,
                film->size.width(), film->size.height(), film->seconds, film->encoder.c_str());
    return 0;
}

} // namespace

bool wantsFilm(int argc, char **argv) {
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]).starts_with("--video") &&
            std::string_view(argv[i]) != "--video-size")
            return true;
    return false;
}

int runFilm(int argc, char **argv) {
    FilmArguments arguments;
    CLI::App app{"Paddock: a film of a recording, run or checkpoint", "paddock"};
    addOptions(app, arguments);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &e) {
        return app.exit(e) == 0 ? 0 : kBadArguments;
    }
    for (const int signal : {SIGINT, SIGTERM})
        std::signal(signal, [](int) { g_stop = 1; });
    QGuiApplication application(argc, argv);
    QLocale::setDefault(QLocale::c());
    return shoot(arguments);
}

} // namespace paddock
