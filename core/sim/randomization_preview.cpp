#include "core/sim/randomization_preview.h"

#include "core/sim/randomization.h"
#include "core/sim/world.h"

#include <cmath>

namespace paddock {

namespace {

constexpr int kGhosts = 24;
constexpr double kGhostSeconds = 1.5;
constexpr float kGhostThrottle = 0.6f, kGhostSteer = 0.5f; // a bend tells tyres and balance apart
constexpr double kPathStep = 0.05;                         // s between points of a path

} // namespace

std::vector<RandomizationRow> previewRandomization(const RandomizationSpec &spec,
                                                   std::uint64_t seed, int count) {
    std::vector<DynamicsSample> drawn;
    for (int world = 0; world < count; ++world)
        drawn.push_back(drawDynamics(spec, seed, world, 0));
    std::vector<RandomizationRow> rows;
    const auto noise = [&](const char *field, float deviation) {
        RandomizationRow row{std::string("randomization.") + field, {}, 0};
        Rng rng({seed, Purpose::ObservationNoise, 0, std::uint32_t(rows.size()), 0, 0});
        for (int i = 0; i < count; ++i)
            row.samples.push_back(deviation * rng.normal());
        rows.push_back(std::move(row));
    };
    const auto dynamics = [&](const char *field, float DynamicsSample::*member) {
        RandomizationRow row{
            std::string("randomization.") + field, {}, double(DynamicsSample{}.*member)};
        for (const DynamicsSample &sample : drawn)
            row.samples.push_back(sample.*member);
        rows.push_back(std::move(row));
    };
    const NoiseScale scale = noiseScale(spec);
    noise("position_noise_variance", scale.position);
    noise("yaw_noise_variance", scale.yaw);
    noise("speed_noise_variance", scale.speed);
    noise("range_noise_variance", scale.range);
    noise("action_noise_variance", scale.action);
    dynamics("friction_range", &DynamicsSample::friction);
    dynamics("delay_range", &DynamicsSample::delay);
    dynamics("com_range", &DynamicsSample::comOffset);
    dynamics("suspension_range", &DynamicsSample::suspensionOffset);
    dynamics("tire_stiffness_range", &DynamicsSample::tireStiffnessOffset);
    return rows;
}

GhostDrives driveGhosts(const Scenario &scenario, Pose start, const std::stop_token &stop) {
    GhostDrives ghosts;
    ghosts.seconds = kGhostSeconds;
    ghosts.throttle = kGhostThrottle;
    ghosts.steer = kGhostSteer;
    if (scenario.vehicles.empty())
        return ghosts;
    const VehicleSpec &car = scenario.agentVehicle();
    warmUpPhysics();
    const int ticks = int(std::lround(kGhostSeconds / car.tick));
    const int every = std::max(1, int(std::lround(kPathStep / car.tick)));
    World world(car, 1);
    for (int i = 0; i < kGhosts && !stop.stop_requested(); ++i) {
        world.rebuild();
        world.setDynamics(
            0, drawDynamics(scenario.randomization, std::uint64_t(scenario.training.seed), i, 0));
        world.place(0, start);
        world.setCommand(0, {kGhostThrottle, kGhostSteer});
        std::vector<Pose> path{start};
        for (int tick = 1; tick <= ticks; ++tick) {
            world.tick();
            if (tick % every == 0 || tick == ticks)
                path.push_back(world.pose(0));
        }
        ghosts.paths.push_back(std::move(path));
    }
    return ghosts;
}

} // namespace paddock
