// Metric rows and the sinks that keep them. Tags are ML-Agents' exact strings, plus Paddock's own.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace paddock {

namespace tag {
inline constexpr const char *kReward = "Environment/Cumulative Reward";
inline constexpr const char *kLength = "Environment/Episode Length";
inline constexpr const char *kSuccess = "Environment/Success Rate";
inline constexpr const char *kCollision = "Environment/Collision Rate";
inline constexpr const char *kLapTime = "Environment/Lap Time"; // s, mean of whole laps
inline constexpr const char *kLaps = "Environment/Laps";        // per episode
inline constexpr const char *kCollisionsPerLap = "Environment/Collisions Per Lap";
inline constexpr const char *kEntropy = "Policy/Entropy";
inline constexpr const char *kLearningRate = "Policy/Learning Rate";
inline constexpr const char *kEpsilon = "Policy/Epsilon";
inline constexpr const char *kBeta = "Policy/Beta";
inline constexpr const char *kValueEstimate = "Policy/Extrinsic Value Estimate";
inline constexpr const char *kExtrinsicReward = "Policy/Extrinsic Reward";
inline constexpr const char *kCuriosityValueEstimate = "Policy/Curiosity Value Estimate";
inline constexpr const char *kGailValueEstimate = "Policy/Gail Value Estimate";
inline constexpr const char *kRndValueEstimate = "Policy/Rnd Value Estimate";
inline constexpr const char *kCuriosityReward = "Policy/Curiosity Reward";
inline constexpr const char *kGailReward = "Policy/Gail Reward";
inline constexpr const char *kRndReward = "Policy/Rnd Reward";
inline constexpr const char *kGailPolicyEstimate = "Policy/GAIL Policy Estimate";
inline constexpr const char *kGailExpertEstimate = "Policy/GAIL Expert Estimate";
inline constexpr const char *kGailGradMagLoss = "Policy/GAIL Grad Mag Loss";
inline constexpr const char *kGailBeta = "Policy/GAIL Beta"; // VAIL
inline constexpr const char *kApproxKl = "Policy/Approx KL";
inline constexpr const char *kClipFraction = "Policy/Clip Fraction";
inline constexpr const char *kPolicyLoss = "Losses/Policy Loss";
inline constexpr const char *kValueLoss = "Losses/Value Loss";
inline constexpr const char *kCloningLoss = "Losses/Pretraining Loss";
inline constexpr const char *kGailLoss = "Losses/GAIL Loss";
inline constexpr const char *kGailKlLoss = "Losses/GAIL KL Loss"; // VAIL
inline constexpr const char *kCuriosityForwardLoss = "Losses/Curiosity Forward Loss";
inline constexpr const char *kCuriosityInverseLoss = "Losses/Curiosity Inverse Loss";
inline constexpr const char *kRndLoss = "Losses/RND Loss";
inline constexpr const char *kExplainedVariance = "Losses/Explained Variance";
inline constexpr const char *kStepsPerSecond =
    "Perf/Steps Per Second"; // wall time: never in metrics.jsonl
} // namespace tag

// All metrics of one summary, at one step.
struct MetricRow {
    std::int64_t step = 0; // agent steps of the group
    double wallSeconds = 0;
    std::vector<std::pair<std::string, double>> values; // tag, value
    int group = 0;                                      // of the policy that the row tells of
    std::string groupName = {};                         // empty where there is only one policy

    double get(const std::string &name, double fallback) const;
};

// metrics.jsonl: one JSON object a line, {"step": n, "<tag>": value, ...}; where there are several
// policies a line each, with "group": n and "policy": its name. Holds nothing that
// depends on wall time, so that equal runs have equal files.
std::string metricLine(const MetricRow &row);
Result<MetricRow> parseMetricLine(const std::string &line);

// TensorBoard event file (TFRecord framing with masked CRC-32C, hand-encoded Event protos).
class EventFileWriter {
  public:
    // Opens `folder`/events.out.tfevents.<stamp>.paddock; makes the folder. `wallTime` is Unix
    // seconds.
    static Result<EventFileWriter> open(const std::filesystem::path &folder, double wallTime);
    Status write(const MetricRow &row, double wallTime); // values as simple_value scalars
    Status writeText(const std::string &tag, const std::string &text, double wallTime);
    // Tells readers to forget what earlier files of this folder say of `step` and later: a run was
    // resumed there.
    Status writeRestart(std::int64_t step, double wallTime);
    Status flush();

  private:
    std::ofstream m_file;
    Status record(const std::string &payload);
};

std::uint32_t crc32c(const std::string &bytes);

} // namespace paddock
