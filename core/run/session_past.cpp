// The recent past of the world that somebody watches: every decision of it, in bounded memory.
#include "core/run/session_impl.h"

#include <algorithm>

namespace paddock {

namespace {

constexpr int kMostFrames = 2000;
constexpr int kMostRows = 40'000; // frames times agents, for worlds of many

} // namespace

void TrainingSession::Impl::keepPast() {
    if (!render)
        return;
    const int agents = batch->agentsPerWorld();
    if (!past)
        past.emplace(frameShape(*scenario), std::min(kMostFrames, kMostRows / agents));
    const std::size_t rows = std::size_t(batch->rows());
    past->add(*batch, watchedRow / agents, {actions.data(), rows, actions.size() / rows});
}

// A copy; whoever asked for it looks at it while the run goes on.
void TrainingSession::Impl::recall() {
    if (!past || past->count() == 0)
        return;
    auto recording = std::make_shared<EpisodeRecording>();
    recording->scenario = *scenario;
    recording->scenario.parallel.worlds = 1;
    recording->source = directory.path().filename().string();
    recording->seed = std::uint64_t(scenario->training.seed);
    recording->world = past->world();
    recording->firstStep = past->firstStep();
    const int agents = batch->agentsPerWorld();
    recording->picked = watchedRow / agents == past->world() ? watchedRow % agents : 0;
    recording->frames = past->unrolled();
    addJudgements(recording->frames);
    pasts.put(std::move(recording));
}

// Probabilities and values, as the policies of this moment see what was seen then.
void TrainingSession::Impl::addJudgements(WorldFrames &frames) {
    const std::size_t d = std::size_t(frames.shape.observations);
    const std::size_t p = std::size_t(frames.shape.probabilities);
    const std::size_t rows = frames.visuals.size();
    frames.values.resize(rows);
    frames.probabilities.resize(rows * p);
    std::vector<std::size_t> mine;
    std::vector<float> seen, probabilities, values;
    for (const auto &group : groups) {
        mine.clear();
        seen.clear();
        for (std::size_t row = 0; row < rows; ++row)
            if (scenario->groupOf(int(row % std::size_t(frames.shape.agents))) == group->index()) {
                mine.push_back(row);
                const auto from = frames.observations.begin() + std::ptrdiff_t(row * d);
                seen.insert(seen.end(), from, from + std::ptrdiff_t(d));
            }
        probabilities.resize(mine.size() * p);
        values.resize(mine.size());
        group->learner().evaluate({seen.data(), mine.size(), d},
                                  {probabilities.data(), mine.size(), p},
                                  {values.data(), mine.size(), 1});
        for (std::size_t i = 0; i < mine.size(); ++i) {
            frames.values[mine[i]] = values[i];
            std::copy_n(probabilities.begin() + std::ptrdiff_t(i * p), p,
                        frames.probabilities.begin() + std::ptrdiff_t(mine[i] * p));
        }
    }
}

} // namespace paddock
