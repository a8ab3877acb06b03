// Demonstrations of Unity ML-Agents: `.demo` files in and out.
//
// Layout (field numbers from the project's .proto files): a DemonstrationMetaProto with its length
// in front, in the first 32 bytes; from byte 33 (0x21) a BrainParametersProto with its length, then
// AgentInfoActionPairProtos with theirs. A recorder that was closed appends its metadata once more,
// without a length: the number of steps says where the records end.
//
// A record holds the reward and the end that came *with* its observation. So row t of an episode
// gets observation and action of record t and the reward of record t+1, as ML-Agents' own loader
// pairs them; the record that ends an episode becomes its closing row.
#pragma once

#include "core/run/demonstration.h"

namespace paddock {

// What a file held, and what of it was left out.
struct MlAgentsDemo {
    Demonstration demonstration;
    std::int64_t records = 0;
    std::string note; // e.g. that the file ends within a record; empty when all was well
};

// Only vector observations and discrete actions. Errors: not such a file, another version, images,
// continuous actions, sizes that change, actions out of range.
Result<MlAgentsDemo> decodeMlAgentsDemo(std::string_view bytes, const std::string &source);
Result<MlAgentsDemo> readMlAgentsDemo(const std::filesystem::path &path);

// Observation names of the form <sensor>_<k>, k counting from 0, become the sensor's values; runs
// of other names become sensors "VectorSensor_size<n>". Poses, lap times and outcomes have no place
// in such a file.
Result<std::string> encodeMlAgentsDemo(const Demonstration &demonstration);
Status writeMlAgentsDemo(const Demonstration &demonstration, const std::filesystem::path &path);

} // namespace paddock
