#include "widgets/document/document_files.h"

#include "core/base/file_io.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track.h"

namespace paddock {

namespace fs = std::filesystem;

namespace {

// The copy is whole before the original is replaced.
Status keepBackup(const fs::path &file, std::size_t maxBytes) {
    std::error_code code;
    if (!fs::exists(file, code))
        return Done{};
    const Result<std::string> old = readFile(file, maxBytes);
    if (!old)
        return old.error();
    return writeFileAtomic(fs::path(file) += ".bak", *old);
}

Status replace(const fs::path &file, const std::string &text, std::size_t maxBytes) {
    if (const Result<std::string> old = readFile(file, maxBytes); old && *old == text)
        return Done{};
    if (const Status kept = keepBackup(file, maxBytes); !kept)
        return kept;
    return writeFileAtomic(file, text);
}

bool holds(const fs::path &file, const Track &track) {
    const Result<std::string> text = readFile(file, kMaxTrackBytes);
    if (!text)
        return false;
    if (*text == writeTrack(track))
        return true;
    const Result<Track> read = readTrackDraft(*text, file.filename().string());
    return read && *read == track;
}

} // namespace

bool sameDocument(const Scenario &a, const Scenario &b) {
    const bool sameTrack = a.track == b.track || (a.track && b.track && *a.track == *b.track);
    return sameTrack && writeScenario(a) == writeScenario(b);
}

Result<Scenario> openDocument(const fs::path &file) {
    Result<Scenario> strict = loadScenario(file);
    if (strict)
        return strict;
    const Result<std::string> text = readFile(file, kMaxDocumentBytes);
    if (!text)
        return text.error();
    Result<Scenario> draft = readScenario(*text, file.filename().string());
    if (!draft || draft->kind != ScenarioKind::Racing || draft->trackFile.empty())
        return strict;
    const fs::path trackFile = file.parent_path() / draft->trackFile;
    const Result<std::string> lines = readFile(trackFile, kMaxTrackBytes);
    if (!lines)
        return strict;
    Result<Track> track = readTrackDraft(*lines, trackFile.filename().string());
    if (!track)
        return strict;
    draft->track = std::make_shared<const Track>(std::move(*track));
    return draft;
}

Result<std::string> saveDocument(Scenario scenario, const fs::path &file) {
    const fs::path folder = file.parent_path();
    if (scenario.kind == ScenarioKind::Racing && scenario.track &&
        (scenario.trackFile.empty() || !holds(folder / scenario.trackFile, *scenario.track))) {
        scenario.trackFile = file.stem().string() + ".track.json";
        const Status saved =
            replace(folder / scenario.trackFile, writeTrack(*scenario.track), kMaxTrackBytes);
        if (!saved)
            return saved.error();
    }
    const Status saved = replace(file, writeScenario(scenario), kMaxDocumentBytes);
    if (!saved)
        return saved.error();
    return scenario.trackFile;
}

} // namespace paddock
