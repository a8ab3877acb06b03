#include "core/task/task.h"

#include "core/task/intersection_task.h"

namespace paddock {

TaskLayout taskLayout(const Scenario &scenario) {
    return intersectionLayout(scenario);
}

std::unique_ptr<Task> makeTask(std::shared_ptr<const Scenario> scenario, std::uint64_t seed,
                               int world) {
    return std::make_unique<IntersectionTask>(std::move(scenario), seed, world);
}

} // namespace paddock
