#include "core/run/scan_matcher.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace paddock {

namespace {

constexpr int kRounds = 8;
constexpr double kSigma = 0.02;       // m, of a range on a good map
constexpr double kOutlier = 6;        // standard deviations; farther off a ray sees something else
constexpr double kSteepest = 8;       // m of range per m of pose; beyond that a ray grazes or jumps
constexpr double kLongestStep = 0.05; // m and rad, of a round
constexpr std::array<double, 3> kProbe{2e-3, 2e-3, 1e-3}; // m, m, rad

using Vector3 = std::array<double, 3>;
struct Normal { // of a weighted least squares problem
    std::array<Vector3, 3> a{};
    Vector3 b{};
};

Pose moved(Pose pose, const Vector3 &by) {
    return {{float(pose.position.x + by[0]), float(pose.position.y + by[1])},
            float(pose.yaw + by[2])};
}

// Gauss without pivoting: the matrix is positive definite.
Vector3 solve(Normal n) {
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t r = i + 1; r < 3; ++r) {
            const double q = n.a[r][i] / n.a[i][i];
            for (std::size_t c = i; c < 3; ++c)
                n.a[r][c] -= q * n.a[i][c];
            n.b[r] -= q * n.b[i];
        }
    Vector3 x{};
    for (std::size_t i = 3; i-- > 0;) {
        x[i] = n.b[i];
        for (std::size_t c = i + 1; c < 3; ++c)
            x[i] -= n.a[i][c] * x[c];
        x[i] /= n.a[i][i];
    }
    return x;
}

// Adds one ray: its slope along x, y and yaw and by how much it reads too far.
void addRay(Normal &n, const Vector3 &slope, double error) {
    const double steepness = std::hypot(slope[0], slope[1], 0.2 * slope[2]);
    if (steepness > kSteepest)
        return;
    const double sigma = kSigma * std::max(1.0, steepness);
    const double off = std::abs(error) / sigma;
    if (off > kOutlier)
        return;
    const double weight = (off < 1 ? 1 : 1 / off) / (sigma * sigma);
    for (std::size_t i = 0; i < 3; ++i) {
        n.b[i] += weight * slope[i] * error;
        for (std::size_t k = 0; k < 3; ++k)
            n.a[i][k] += weight * slope[i] * slope[k];
    }
}

} // namespace

ScanMatcher::ScanMatcher(const LidarMap &map) : m_map(map) {
    const std::size_t rays = std::size_t(map.rays());
    m_here.resize(rays);
    for (std::vector<float> &scan : m_moved)
        scan.resize(rays);
}

Pose ScanMatcher::refine(Pose guess, std::span<const float> ranges, float freedom) {
    const float limit = m_map.spec().range;
    const double hold = 1 / (double(freedom) * freedom);
    Pose pose = guess;
    for (int round = 0; round < kRounds; ++round) {
        m_map.scan(pose, {}, m_here);
        for (std::size_t i = 0; i < 3; ++i) {
            Vector3 probe{};
            probe[i] = kProbe[i];
            m_map.scan(moved(pose, probe), {}, m_moved[i]);
        }
        Normal n;
        for (std::size_t ray = 0; ray < m_here.size(); ++ray) {
            if (ranges[ray] >= limit || m_here[ray] >= limit)
                continue;
            Vector3 slope;
            for (std::size_t i = 0; i < 3; ++i)
                slope[i] = (double(m_moved[i][ray]) - double(m_here[ray])) / kProbe[i];
            addRay(n, slope, double(ranges[ray]) - double(m_here[ray]));
        }
        const Vector3 back{double(guess.position.x) - pose.position.x,
                           double(guess.position.y) - pose.position.y,
                           double(wrapAngle(guess.yaw - pose.yaw))};
        for (std::size_t i = 0; i < 3; ++i) {
            n.a[i][i] += hold;
            n.b[i] += hold * back[i];
        }
        Vector3 step = solve(n);
        for (double &s : step)
            s = std::clamp(s, -kLongestStep, kLongestStep);
        pose = moved(pose, step);
        if (std::abs(step[0]) + std::abs(step[1]) + std::abs(step[2]) < 2e-5)
            break;
    }
    return pose;
}

void ScanMatcher::errors(Pose pose, std::span<const float> ranges, std::vector<float> &out) {
    const float limit = m_map.spec().range;
    m_map.scan(pose, {}, m_here);
    for (std::size_t ray = 0; ray < m_here.size(); ++ray)
        if (ranges[ray] < limit)
            out.push_back(std::abs(ranges[ray] - m_here[ray]));
}

double ScanMatcher::misfit(Pose pose, std::span<const float> ranges) {
    constexpr float kMost = 0.5f; // m
    m_map.scan(pose, {}, m_here);
    double sum = 0;
    for (std::size_t ray = 0; ray < m_here.size(); ++ray)
        sum += double(std::min(std::abs(ranges[ray] - m_here[ray]), kMost));
    return sum / double(m_here.size());
}

} // namespace paddock
