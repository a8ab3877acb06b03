#include "core/run/run_annotations.h"

#include "core/base/file_io.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace paddock {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr const char *kFile = "annotations.json";
constexpr std::size_t kMaxBytes = 4u << 20;
constexpr std::size_t kMaxNotes = 1000;
constexpr std::size_t kMaxText = 2000; // bytes

Error foreign(const fs::path &file, const std::string &what) {
    return Error(
        Problem{file.string(), what, R"({"annotations": [{"step": 1000, "text": "..."}, ...]})"});
}

void sortBySteps(std::vector<RunAnnotation> &notes) {
    std::stable_sort(
        notes.begin(), notes.end(),
        [](const RunAnnotation &a, const RunAnnotation &b) { return a.step < b.step; });
}

} // namespace

Result<std::vector<RunAnnotation>> loadAnnotations(const fs::path &runDir) {
    const fs::path file = runDir / kFile;
    std::vector<RunAnnotation> notes;
    std::error_code code;
    if (!fs::exists(file, code))
        return notes;
    const Result<std::string> text = readFile(file, kMaxBytes);
    if (!text)
        return text.error();
    const Json json = Json::parse(*text, nullptr, false);
    const auto list = json.is_object() ? json.find("annotations") : json.end();
    if (!json.is_object() || list == json.end() || !list->is_array())
        return foreign(file, "holds no annotations");
    if (list->size() > kMaxNotes)
        return foreign(file, "has " + std::to_string(list->size()) + " notes, more than " +
                                 std::to_string(kMaxNotes));
    for (const Json &entry : *list) {
        const bool sound = entry.is_object() && entry.contains("step") &&
                           entry["step"].is_number_integer() && entry.contains("text") &&
                           entry["text"].is_string();
        if (!sound)
            return foreign(
                file, "has the entry " +
                          entry.dump(-1, ' ', false, Json::error_handler_t::replace).substr(0, 80));
        notes.push_back({entry["step"].get<std::int64_t>(),
                         entry["text"].get<std::string>().substr(0, kMaxText)});
    }
    sortBySteps(notes);
    return notes;
}

Status saveAnnotations(const fs::path &runDir, std::vector<RunAnnotation> notes) {
    if (notes.size() > kMaxNotes)
        return Error(Problem{runDir.string(), "has " + std::to_string(notes.size()) + " notes",
                             "at most " + std::to_string(kMaxNotes)});
    sortBySteps(notes);
    Json list = Json::array();
    for (const RunAnnotation &note : notes)
        list.push_back({{"step", note.step}, {"text", note.text}});
    const Json json{{"annotations", list}};
    return writeFileAtomic(runDir / kFile,
                           json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

} // namespace paddock
