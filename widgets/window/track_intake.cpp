#include "widgets/window/track_intake.h"

#include "core/scenario/scenario_io.h"
#include "core/scenario/track_import.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <exception>

namespace paddock {

namespace {

constexpr int kMaxNames = 1000;

std::filesystem::path freeName(const std::filesystem::path &folder, const std::string &stem) {
    for (int i = 1; i < kMaxNames; ++i) {
        const std::string number = i > 1 ? std::string("-").append(std::to_string(i)) : "";
        const std::filesystem::path file = folder / (stem + number + ".json");
        if (!std::filesystem::exists(file))
            return file;
    }
    return folder / (stem + "-new.json");
}

} // namespace

Result<Scenario> raceOnTrack(const std::filesystem::path &file,
                             const std::filesystem::path &folder) {
    const Result<Track> track = importTrack(file, {});
    if (!track)
        return track.error();
    std::filesystem::path document = std::filesystem::absolute(file);
    if (document.extension() != ".json") {
        std::error_code problem;
        std::filesystem::create_directories(folder, problem);
        document = freeName(folder, file.stem().string());
        if (const Status saved = saveTrack(*track, document); !saved)
            return saved.error();
    }
    Scenario race = presetScenario("tuned", ScenarioKind::Racing);
    race.name = track->name;
    race.description = "A race on " + track->name + ".";
    race.trackFile = document.string();
    race.track = std::make_shared<const Track>(*track);
    const std::vector<Problem> problems = validate(race, file.string());
    if (!problems.empty())
        return Error(problems);
    return race;
}

TrackIntake::TrackIntake(QString folder, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)) {}

QString TrackIntake::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/tracks";
}

void TrackIntake::read(const QString &file) {
    if (m_busy)
        return;
    m_busy = true;
    m_thread = std::jthread([this, file, folder = m_folder] {
        const auto made = [&]() -> Result<Scenario> {
            try {
                return raceOnTrack(file.toStdString(), folder.toStdString());
            } catch (const std::exception &error) {
                return Error(Problem{file.toStdString(), error.what(), ""});
            }
        }();
        QMetaObject::invokeMethod(
            this,
            [this, file, made] {
                m_busy = false;
                if (made)
                    Q_EMIT ready(*made, file);
                else
                    Q_EMIT failed(file, made.error());
            },
            Qt::QueuedConnection);
    });
}

} // namespace paddock
