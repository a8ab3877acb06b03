// Recordings as files; see episode_recording.h for the format.
#include "core/base/byte_stream.h"
#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/run/demonstration_chunks.h"
#include "core/run/episode_recording.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr std::string_view kMagic = "PADREC01";
constexpr std::uint32_t kMeta = demo::kindOf("META"), kFrames = demo::kindOf("FRAM");
constexpr std::size_t kMaxSource = 4096;                          // bytes
constexpr int kVisualFloats = 18, kRaceFloats = 4, kRaceInts = 3; // numbers of one agent

// The numbers of a car, in the order of the file.
template <class Visual, class Use>
void eachFloat(Visual &v, const Use &use) {
    for (auto *number :
         {&v.pose.position.x, &v.pose.position.y, &v.pose.yaw, &v.goal.x, &v.goal.y, &v.speed,
          &v.throttle, &v.steerCommand, &v.steer, &v.wheelAngle, &v.roll, &v.pitch, &v.heave,
          &v.velocity.x, &v.velocity.y, &v.end.position.x, &v.end.position.y, &v.end.yaw})
        use(*number);
}
template <class Race, class Use>
void eachRaceFloat(Race &r, const Use &use) {
    for (auto *number : {&r.lapTime, &r.lastLapTime, &r.bestLapTime, &r.along})
        use(*number);
}
template <class Race, class Use>
void eachRaceInt(Race &r, const Use &use) {
    for (auto *number : {&r.laps, &r.nextCheckpoint, &r.checkpoints})
        use(*number);
}

std::string encodeMeta(const EpisodeRecording &recording) {
    ByteWriter out;
    out.text(recording.source);
    out.value(recording.seed);
    out.value(std::int32_t(recording.world));
    out.value(recording.firstStep);
    out.value(std::int32_t(recording.picked));
    out.text(writeScenario(recording.scenario));
    out.text(recording.scenario.track ? writeTrack(*recording.scenario.track) : "");
    return out.take();
}

std::string encodeFrames(const WorldFrames &frames) {
    std::vector<float> numbers;
    std::vector<std::int64_t> places;
    std::vector<std::uint8_t> marks;
    for (const AgentVisual &visual : frames.visuals) {
        eachFloat(visual, [&](float number) { numbers.push_back(number); });
        marks.insert(marks.end(), {std::uint8_t(visual.braking), visual.outcome});
    }
    for (const AgentProgress &progress : frames.progress) {
        places.insert(places.end(), {progress.episode, progress.episodeStep});
        eachRaceInt(progress.race, [&](int number) { places.push_back(number); });
        eachRaceFloat(progress.race, [&](float number) { numbers.push_back(number); });
        marks.push_back(std::uint8_t(progress.race.wrongWay));
    }
    ByteWriter out;
    out.value(std::int32_t(frames.shape.agents));
    out.list(numbers);
    out.list(places);
    out.list(marks);
    out.list(frames.actions);
    for (const auto *values : {&frames.rewardTerms, &frames.returnTerms, &frames.observations,
                               &frames.probabilities, &frames.values})
        out.list(*values);
    return out.take();
}

// Puts the numbers of cars back; false when the lists do not fit each other.
bool spread(const std::vector<float> &numbers, const std::vector<std::int64_t> &places,
            const std::vector<std::uint8_t> &marks, WorldFrames &frames) {
    constexpr std::size_t kFloats = kVisualFloats + kRaceFloats, kPlaces = 2 + kRaceInts;
    const std::size_t rows = numbers.size() / kFloats;
    if (numbers.size() != rows * kFloats || places.size() != rows * kPlaces ||
        marks.size() != rows * 3)
        return false;
    frames.visuals.resize(rows);
    frames.progress.resize(rows);
    auto number = numbers.begin();
    auto mark = marks.begin();
    for (AgentVisual &visual : frames.visuals) {
        eachFloat(visual, [&number](float &out) { out = *number++; });
        visual.braking = *mark++ != 0;
        visual.outcome = *mark++;
    }
    auto place = places.begin();
    for (AgentProgress &progress : frames.progress) {
        progress.episode = *place++;
        progress.episodeStep = int(*place++);
        eachRaceInt(progress.race, [&place](int &out) { out = int(*place++); });
        eachRaceFloat(progress.race, [&number](float &out) { out = *number++; });
        progress.race.wrongWay = *mark++ != 0;
    }
    return true;
}

bool decodeFrames(std::string_view payload, WorldFrames &frames) {
    ByteReader in(payload);
    std::int32_t agents = 0;
    std::vector<float> numbers;
    std::vector<std::int64_t> places;
    std::vector<std::uint8_t> marks;
    const bool read = in.value(agents) && in.list(numbers) && in.list(places) && in.list(marks) &&
                      in.list(frames.actions) && in.list(frames.rewardTerms) &&
                      in.list(frames.returnTerms) && in.list(frames.observations) &&
                      in.list(frames.probabilities) && in.list(frames.values) && in.atEnd();
    return read && agents == frames.shape.agents && spread(numbers, places, marks, frames);
}

Result<EpisodeRecording> decodeMeta(std::string_view payload, const std::string &name) {
    ByteReader in(payload);
    EpisodeRecording recording;
    std::int32_t world = 0, picked = 0;
    std::string scenario, track;
    if (!in.text(recording.source) || !in.value(recording.seed) || !in.value(world) ||
        !in.value(recording.firstStep) || !in.value(picked) || !in.text(scenario) ||
        !in.text(track) || !in.atEnd() || recording.source.size() > kMaxSource)
        return Error(Problem{name, "has a head that cannot be read", "a recording of Paddock"});
    recording.world = world;
    recording.picked = picked;
    Result<Scenario> document = readScenario(scenario, name + ": scenario");
    if (!document)
        return document.error();
    recording.scenario = std::move(*document);
    if (track.empty() != (recording.scenario.kind != ScenarioKind::Racing))
        return Error(Problem{name, "holds no track that fits its scenario", ""});
    if (!track.empty()) {
        Result<Track> read = readTrack(track, name + ": track");
        if (!read)
            return read.error();
        recording.scenario.track = std::make_shared<const Track>(std::move(*read));
    }
    if (std::vector<Problem> problems = validate(recording.scenario, name); !problems.empty())
        return Error(std::move(problems));
    return recording;
}

bool allFinite(const std::vector<float> &values) {
    return std::all_of(values.begin(), values.end(), [](float v) { return std::isfinite(v); });
}

bool soundVisual(const AgentVisual &visual) {
    bool sound = true;
    eachFloat(visual, [&sound](float number) { sound = sound && std::isfinite(number); });
    return sound;
}

bool soundProgress(const AgentProgress &progress) {
    bool sound = progress.episode >= 0 && progress.episodeStep >= 0;
    eachRaceInt(progress.race, [&sound](int number) { sound = sound && number >= 0; });
    eachRaceFloat(progress.race,
                  [&sound](float number) { sound = sound && std::isfinite(number); });
    return sound;
}

// Every choice is one that its branch has.
bool soundActions(const WorldFrames &frames, const TaskLayout &layout) {
    const std::size_t branches = layout.branches.size();
    for (std::size_t i = 0; i < frames.actions.size(); ++i)
        if (frames.actions[i] < 0 ||
            std::size_t(frames.actions[i]) >= layout.branches[i % branches].options.size())
            return false;
    return true;
}

} // namespace

std::vector<Problem> EpisodeRecording::check(const std::string &where) const {
    std::vector<Problem> problems;
    const auto require = [&](bool good, std::string what, std::string expected) {
        if (!good)
            problems.push_back({where, std::move(what), std::move(expected)});
    };
    const FrameShape wanted = frameShape(scenario);
    require(frames.shape == wanted, "has frames of another scenario", "those of its own");
    const int count = frames.count();
    require(count >= 1 && count <= kMaxRecordedFrames, "holds " + numberText(count) + " frames",
            "1 to " + numberText(kMaxRecordedFrames));
    if (!problems.empty())
        return problems;
    const std::size_t rows = std::size_t(count) * std::size_t(wanted.agents);
    const auto fills = [rows](std::size_t size, int columns) {
        return size == rows * std::size_t(columns);
    };
    require(fills(frames.visuals.size(), 1) && fills(frames.progress.size(), 1) &&
                fills(frames.actions.size(), wanted.branches) &&
                fills(frames.rewardTerms.size(), wanted.terms) &&
                fills(frames.returnTerms.size(), wanted.terms) &&
                fills(frames.observations.size(), wanted.observations) &&
                (frames.values.empty() || fills(frames.values.size(), 1)) &&
                (frames.probabilities.empty() ||
                 fills(frames.probabilities.size(), wanted.probabilities)),
            "has lists that do not fit each other", "as many rows as frames times agents");
    if (!problems.empty())
        return problems;
    require(std::all_of(frames.visuals.begin(), frames.visuals.end(), soundVisual) &&
                std::all_of(frames.progress.begin(), frames.progress.end(), soundProgress) &&
                allFinite(frames.rewardTerms) && allFinite(frames.returnTerms) &&
                allFinite(frames.observations) && allFinite(frames.probabilities) &&
                allFinite(frames.values),
            "holds a number that is none", "finite numbers");
    require(soundActions(frames, taskLayout(scenario)),
            "holds a choice that its agents do not have", "those of its scenario");
    require(picked >= 0 && picked < wanted.agents, "shows agent " + numberText(picked + 1),
            "1 to " + numberText(wanted.agents));
    return problems;
}

std::string encodeRecording(const EpisodeRecording &recording) {
    std::string bytes(kMagic);
    bytes += demo::chunk(kMeta, encodeMeta(recording));
    bytes += demo::chunk(kFrames, encodeFrames(recording.frames));
    return bytes;
}

Result<EpisodeRecording> decodeRecording(std::string_view bytes, const std::string &name) {
    if (!bytes.starts_with(kMagic))
        return Error(Problem{name, "is no recording", "a .prec file"});
    bytes.remove_prefix(kMagic.size());
    const std::optional<demo::Chunk> meta = demo::firstChunk(bytes);
    if (!meta || meta->kind != kMeta)
        return Error(Problem{name, "is damaged in its head", "checksums that are right"});
    Result<EpisodeRecording> recording = decodeMeta(meta->payload, name);
    if (!recording)
        return recording;
    const std::optional<demo::Chunk> frames = demo::firstChunk(bytes.substr(meta->size));
    if (!frames || frames->kind != kFrames || meta->size + frames->size != bytes.size())
        return Error(Problem{name, "is cut or damaged in its frames", "checksums that are right"});
    recording->frames.shape = frameShape(recording->scenario);
    if (!decodeFrames(frames->payload, recording->frames))
        return Error(Problem{name, "has frames that cannot be read", ""});
    if (std::vector<Problem> problems = recording->check(name); !problems.empty())
        return Error(std::move(problems));
    return recording;
}

Status saveRecording(const EpisodeRecording &recording, const std::filesystem::path &file) {
    if (std::vector<Problem> problems = recording.check(file.string()); !problems.empty())
        return Error(std::move(problems));
    std::error_code failed;
    if (file.has_parent_path())
        std::filesystem::create_directories(file.parent_path(), failed);
    if (failed)
        return Error(
            Problem{file.parent_path().string(), "cannot be made: " + failed.message(), ""});
    return writeFileAtomic(file, encodeRecording(recording));
}

Result<EpisodeRecording> loadRecording(const std::filesystem::path &file) {
    const Result<std::string> bytes = readFile(file, kMaxRecordingBytes);
    if (!bytes)
        return bytes.error();
    return decodeRecording(*bytes, file.string());
}

std::vector<std::filesystem::path> listRecordings(const std::filesystem::path &folder) {
    std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> found;
    std::error_code failed;
    for (std::filesystem::directory_iterator it(folder, failed), end; !failed && it != end;
         it.increment(failed))
        if (it->path().extension() == kRecordingSuffix && it->is_regular_file(failed))
            found.emplace_back(it->last_write_time(failed), it->path());
    std::sort(found.rbegin(), found.rend());
    std::vector<std::filesystem::path> paths;
    for (auto &[time, path] : found)
        paths.push_back(std::move(path));
    return paths;
}

} // namespace paddock
