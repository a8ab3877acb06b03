// A person takes an agent of a running session over: the policies drive the others and go on
// learning, in real time.
#include "core/run/session_impl.h"

namespace paddock {

namespace {

double orRealTime(double speed) {
    return speed > 0 ? speed : 1;
}

} // namespace

void TrainingSession::Impl::takeOver(const CommandTakeOver &command) {
    release();
    if (command.row < 0)
        return;
    const int row = std::min(command.row, batch->rows() - 1), agents = batch->agentsPerWorld();
    const int agent = row % agents;
    taken.emplace(TakenAgent{row,
                             ManualControl(live, command.mode, command.assist),
                             LapSplitter(demonstrationMeta(*scenario, agent)),
                             batch->task(row / agents).race(agent).laps,
                             batch->task(row / agents).episodeStep(agent) == 0,
                             {},
                             {},
                             speed});
    speed = orRealTime(speed);
    speedSince = Clock::now();
    speedSimSeconds = simSeconds;
    say(EventLevel::Info, "world " + std::to_string(row / agents + 1) + ", agent A" +
                              std::to_string(agent + 1) + " is driven by hand");
}

void TrainingSession::Impl::release() {
    if (!taken)
        return;
    if (taken->laps.rows() > 0)
        closeLap(LapVerdict::Time, 0); // cut short; may be kept all the same
    speed = taken->speedBefore;
    speedSince = Clock::now();
    speedSimSeconds = simSeconds;
    taken.reset();
    say(EventLevel::Info, "the policies drive again");
}

void TrainingSession::Impl::chooseByHand() {
    const int agents = batch->agentsPerWorld(), agent = taken->row % agents;
    const Task &task = batch->task(taken->row / agents);
    DriveInput now;
    {
        std::lock_guard lock(inputMutex);
        now = input;
    }
    const auto seen = batch->observations().row(std::size_t(taken->row));
    taken->seen.assign(seen.begin(), seen.end());
    taken->pose = task.world().pose(agent);
    const std::size_t branches = std::size_t(batch->layout().branchCount());
    taken->control.choose(now, {task.visual(agent).steer, taken->seen},
                          std::span(actions).subspan(std::size_t(taken->row) * branches, branches));
}

// Keeps the step for a demonstration; a lap ends at its line or with the episode.
void TrainingSession::Impl::keepByHand() {
    const std::size_t row = std::size_t(taken->row);
    const std::size_t branches = std::size_t(batch->layout().branchCount());
    handDriven[row] = 1;
    taken->laps.add(taken->seen, taken->pose, std::span(actions).subspan(row * branches, branches),
                    batch->rewards()[row]);
    const int agents = batch->agentsPerWorld();
    const RaceStatus race = batch->task(taken->row / agents).race(taken->row % agents);
    for (const FinishedEpisode &episode : batch->finished())
        if (episode.row == taken->row)
            closeLap(verdictOf(episode.outcome), episode.summary.lastLapTime);
    if (batch->terminated()[row] || batch->truncated()[row]) {
        taken->laps.drop(); // an episode that a restart cut
        taken->lapsBefore = race.laps;
        taken->wholeLap = true;
    } else if (race.laps > taken->lapsBefore) {
        closeLap(LapVerdict::Clean, race.lastLapTime);
        taken->lapsBefore = race.laps;
    }
}

// A lap that began before the person took over has no time of theirs.
void TrainingSession::Impl::closeLap(LapVerdict verdict, double lapTime) {
    const bool timed = verdict == LapVerdict::Clean && taken->wholeLap;
    drivenLaps.pushDropOldest(
        taken->laps.close(verdict, timed ? lapTime : 0, verdict == LapVerdict::Time));
    taken->wholeLap = true;
}

} // namespace paddock
