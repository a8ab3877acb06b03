#include "core/scenario/track_import.h"

#include "core/base/file_io.h"
#include "core/scenario/track_import_csv.h"
#include "core/scenario/track_import_ros.h"

namespace paddock {

Result<Track> importTrack(const std::filesystem::path &file, TrackOptions options) {
    const std::string ending = file.extension().string();
    if (options.name.empty())
        options.name = file.stem().string();
    if (ending == ".json")
        return loadTrack(file);
    if (ending == ".yaml" || ending == ".yml")
        return importRosMap(file, options);
    if (ending != ".csv" && ending != ".txt")
        return Error(Problem{file.string(), "ends in \"" + ending + "\"",
                             ".yaml (ROS map), .csv (centre line with widths) or .json (track)"});
    const Result<std::string> text = readFile(file, kMaxCsvBytes);
    if (!text)
        return text.error();
    return trackFromCsv(*text, file.filename().string(), options);
}

} // namespace paddock
