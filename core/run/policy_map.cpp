#include "core/run/policy_map.h"

#include "core/learn/ppo.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr std::size_t kBatch = 128; // places between two looks at the stop token

} // namespace

int PolicyMap::choice(std::size_t i, std::size_t branch) const {
    std::size_t width = 0, offset = 0;
    for (std::size_t k = 0; k < branches.size(); ++k) {
        offset = k == branch ? width : offset;
        width += std::size_t(branches[k]);
    }
    const auto first = probabilities.begin() + std::ptrdiff_t(i * width + offset);
    return int(std::max_element(first, first + branches[branch]) - first);
}

std::vector<Pose> mapPlaces(const Viewpoint &view, float cell, const std::stop_token &stop) {
    std::vector<Pose> places;
    const Viewpoint::Bounds bounds = view.bounds();
    const int columns = int(std::ceil((bounds.max.x - bounds.min.x) / cell));
    const int rows = int(std::ceil((bounds.max.y - bounds.min.y) / cell));
    for (int y = 0; y < rows && !stop.stop_requested(); ++y)
        for (int x = 0; x < columns; ++x) {
            const Vec2 middle = bounds.min + Vec2{float(x) + 0.5f, float(y) + 0.5f} * cell;
            if (const std::optional<Pose> place = view.placeAt(middle))
                places.push_back(*place);
        }
    return places;
}

// A coarse grid tells how much of the box is road; the fine one follows from that.
float mapCell(const Viewpoint &view, const PolicyMapOptions &options, const std::stop_token &stop) {
    const Viewpoint::Bounds bounds = view.bounds();
    const float width = bounds.max.x - bounds.min.x, height = bounds.max.y - bounds.min.y;
    const float most = float(std::max(options.samples, 1));
    const float coarse = std::max(std::sqrt(width * height / most), options.leastCell);
    const float road = float(mapPlaces(view, coarse, stop).size()) * coarse * coarse;
    float cell = std::max(std::sqrt(road / most), options.leastCell);
    while (mapPlaces(view, cell, stop).size() > std::size_t(std::max(options.samples, 1)))
        cell *= 1.05f;
    return cell;
}

Result<PolicyMap> samplePolicyMap(const PolicySituation &situation, const PolicyMapOptions &options,
                                  std::stop_token stop, std::atomic<float> &done) {
    PpoLearner learner(situation.training, situation.shape, 1);
    if (const Status loaded = learner.load(situation.weights); !loaded)
        return loaded.error();
    PolicyMap map;
    map.row = situation.row;
    map.step = situation.step;
    map.agent = situation.view->pose();
    map.branches = situation.shape.branches;
    map.cell = mapCell(*situation.view, options, stop);
    map.places = mapPlaces(*situation.view, map.cell, stop);
    if (stop.stop_requested())
        return Error("cancelled");
    const std::size_t n = map.size(), width = std::size_t(situation.shape.logitCount());
    const std::size_t columns = std::size_t(situation.shape.observationSize);
    map.values.resize(n);
    map.probabilities.resize(n * width);
    std::vector<float> seen(kBatch * columns);
    for (std::size_t first = 0; first < n; first += kBatch) {
        if (stop.stop_requested())
            return Error("cancelled");
        const std::size_t count = std::min(kBatch, n - first);
        for (std::size_t i = 0; i < count; ++i)
            situation.view->observe(map.places[first + i],
                                    std::span(seen).subspan(i * columns, columns));
        learner.evaluate({seen.data(), count, columns},
                         {map.probabilities.data() + first * width, count, width},
                         {map.values.data() + first, count, 1});
        done = float(first + count) / float(n);
    }
    return map;
}

PolicyMapJob::PolicyMapJob(std::shared_ptr<const PolicySituation> situation,
                           PolicyMapOptions options) {
    m_thread =
        std::jthread([this, situation = std::move(situation), options](std::stop_token stop) {
            try {
                Result<PolicyMap> map = samplePolicyMap(*situation, options, stop, m_progress);
                if (map)
                    m_map = std::make_shared<const PolicyMap>(std::move(*map));
                else
                    m_problem = map.error().text();
            } catch (const std::exception &e) {
                m_problem = e.what();
            }
            m_ended = true;
        });
}

} // namespace paddock
