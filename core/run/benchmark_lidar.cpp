#include "core/run/benchmark_lidar.h"

#include "core/scenario/track_course.h"
#include "core/scenario/track_drawings.h"
#include "core/sim/box2d_rays.h"
#include "core/sim/lidar.h"

#include <chrono>
#include <cmath>

namespace paddock {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kPoses = 1024;

struct Method {
    const char *name;
    RayMethod method;
};
constexpr Method kMethods[] = {{"brute_force", RayMethod::BruteForce},
                               {"grid", RayMethod::Grid},
                               {"distance_field", RayMethod::DistanceField}};

// Cars anywhere on the track, turned a little and beside the centre line.
std::vector<Pose> posesOn(const Track &track) {
    const TrackCourse course(track);
    Rng rng({1, Purpose::Evaluation});
    std::vector<Pose> poses;
    for (int i = 0; i < kPoses; ++i) {
        Pose pose = course.poseAt(rng.uniform(0, course.length()));
        pose.position = pose.toParent({0, rng.uniform(-0.4f, 0.4f)});
        pose.yaw += rng.uniform(-0.5f, 0.5f);
        poses.push_back(pose);
    }
    return poses;
}

double scansPerSecond(const LidarMap &map, const std::vector<Pose> &poses,
                      std::span<const OrientedBox> cars, double seconds) {
    std::vector<float> ranges(std::size_t(map.rays()));
    const auto begin = Clock::now();
    std::int64_t scans = 0;
    double spent = 0;
    for (; spent < seconds; spent = std::chrono::duration<double>(Clock::now() - begin).count()) {
        for (const Pose &pose : poses)
            map.scan(pose, cars, ranges);
        scans += std::int64_t(poses.size());
    }
    return double(scans) / spent;
}

// The same scans by Box2D's ray cast.
double box2dScansPerSecond(const std::vector<std::vector<Vec2>> &walls, const LidarSpec &spec,
                           const std::vector<Pose> &poses, double seconds) {
    const Box2dRays box2d(walls);
    const std::vector<double> angles = rayAngles(spec);
    const auto begin = Clock::now();
    std::int64_t scans = 0;
    double spent = 0, sum = 0;
    for (; spent < seconds; spent = std::chrono::duration<double>(Clock::now() - begin).count()) {
        for (const Pose &pose : poses) {
            const Vec2 from = pose.toParent(spec.mount.position);
            for (const double angle : angles)
                sum += box2d.cast(from, std::cos(pose.yaw + angle), std::sin(pose.yaw + angle),
                                  spec.range);
        }
        scans += std::int64_t(poses.size());
    }
    return sum > 0 ? double(scans) / spent : 0; // the sum keeps the casts from being left out
}

std::vector<OrientedBox> carsAt(const std::vector<Pose> &poses, std::size_t count) {
    std::vector<OrientedBox> cars;
    for (std::size_t i = 0; i < count; ++i)
        cars.push_back({poses[i].position, poses[i].yaw, 0.25f, 0.135f});
    return cars;
}

} // namespace

void benchLidar(const BenchOptions &options, const std::function<void(const BenchRow &)> &print) {
    const double seconds = options.quick ? 0.1 : 0.5;
    for (const std::string &name : drawnTrackNames()) {
        const Result<Track> track = drawnTrack(name);
        std::vector<std::vector<Vec2>> walls;
        std::size_t segments = 0;
        for (const TrackWall &wall : track->walls) {
            walls.push_back(wall.points);
            segments += wall.points.size();
        }
        const std::vector<Pose> poses = posesOn(*track);
        const std::string sensor =
            "27 rays, 270 degrees, 10 m, " + std::to_string(segments) + " segments, 1 thread";
        const std::string box2d = "lidar/box2d/" + name;
        if (box2d.find(options.filter) != std::string::npos)
            print({box2d, box2dScansPerSecond(walls, {}, poses, seconds), "scans/s", sensor});
        for (const Method &method : kMethods)
            for (const std::size_t cars : {0, 1, 19}) {
                std::string row = std::string("lidar/") + method.name + "/" + name;
                if (cars > 0)
                    row += "/cars" + std::to_string(cars);
                const bool fastest = method.method == kFastestRays;
                if (row.find(options.filter) == std::string::npos || (cars > 0 && !fastest))
                    continue;
                const LidarMap map({}, walls, method.method);
                print({row, scansPerSecond(map, poses, carsAt(poses, cars), seconds), "scans/s",
                       sensor});
            }
    }
}

} // namespace paddock
