#include "core/run/sweep_runner.h"

#include "core/base/file_io.h"
#include "core/run/run_directory.h"
#include "core/run/run_index.h"

#include <algorithm>

namespace paddock {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMaxPlanBytes = 16u << 20;

// A plan without what may change between two starts.
std::string essence(SweepSpec spec) {
    spec.name.clear(); // that of the folder
    spec.jobs = 1;
    spec.threads = 0;
    spec.base.trackFile.clear();
    return writeSweep(spec);
}

Status openFolder(const SweepSpec &spec, const fs::path &folder) {
    std::error_code code;
    if (!fs::exists(folder, code))
        return saveSweep(spec, folder);
    if (fs::exists(folder / kSweepFile, code)) {
        const Result<SweepSpec> before = loadSweep(folder);
        if (!before)
            return before.error();
        if (essence(*before) != essence(spec))
            return Error(Problem{folder.string(), "holds a sweep with another plan",
                                 "the same plan, or another name"});
        return Done{};
    }
    if (!fs::is_directory(folder, code) || !fs::is_empty(folder, code))
        return Error(Problem{folder.string(), "holds something else", "a free name"});
    return saveSweep(spec, folder);
}

} // namespace

const char *sweepStateName(SweepRunState state) {
    static constexpr const char *kNames[] = {"waiting", "running", "finished",
                                             "stopped", "failed",  "left out"};
    return kNames[int(state)];
}

Result<std::unique_ptr<SweepRunner>> SweepRunner::create(const SweepSpec &spec,
                                                         const fs::path &runsFolder) {
    Result<std::vector<SweepRun>> runs = expandSweep(spec);
    if (!runs)
        return runs.error();
    const fs::path folder = runsFolder / spec.name;
    if (const Status opened = openFolder(spec, folder); !opened)
        return opened.error();
    return std::unique_ptr<SweepRunner>(new SweepRunner(std::move(*runs), folder, spec));
}

SweepRunner::SweepRunner(std::vector<SweepRun> runs, fs::path folder, const SweepSpec &spec)
    : m_folder(std::move(folder)) {
    const int cores = int(std::thread::hardware_concurrency());
    m_jobs = std::clamp(spec.jobs, 1, std::max(1, cores));
    m_threads = spec.threads > 0 ? spec.threads : std::max(1, cores / m_jobs);
    for (SweepRun &run : runs) {
        auto job = std::make_unique<Job>();
        job->item.name = run.name;
        job->item.runDir = m_folder / run.name;
        job->item.settings = run.settings;
        job->item.seed = run.scenario.training.seed;
        job->item.maxSteps = run.scenario.training.maxSteps;
        job->run = std::move(run);
        m_queue.push_back(std::move(job));
    }
    lookAtFolder();
}

SweepRunner::~SweepRunner() {
    cancel();
    for (std::jthread &thread : m_threadsOfJobs)
        thread.join();
}

// What an earlier start has finished is not trained again.
void SweepRunner::lookAtFolder() {
    for (const auto &job : m_queue) {
        if (!holdsRun(job->item.runDir))
            continue;
        const RunSummary run = readRunSummary(job->item.runDir);
        const std::int64_t saved = run.checkpoints.empty() ? 0 : run.checkpoints.back();
        job->item.steps = run.state == RunState::Finished ? std::max(run.steps, saved) : saved;
        const auto metric = [&run](const char *name) {
            const auto found = run.metrics.find(name);
            return found == run.metrics.end() ? 0.0 : found->second;
        };
        job->item.successRate = metric(tag::kSuccess);
        job->item.meanReturn = metric(tag::kReward);
        if (run.state == RunState::Finished && saved >= job->item.maxSteps)
            job->item.state = SweepRunState::Finished;
    }
    const auto waiting = std::stable_partition(m_queue.begin(), m_queue.end(), [](const auto &job) {
        return job->item.state == SweepRunState::Finished;
    });
    m_done = std::size_t(waiting - m_queue.begin());
}

void SweepRunner::start() {
    std::lock_guard lock(m_mutex);
    if (!m_threadsOfJobs.empty())
        return;
    m_started = std::chrono::steady_clock::now();
    m_working = m_jobs;
    for (int i = 0; i < m_jobs; ++i)
        m_threadsOfJobs.emplace_back([this](std::stop_token stop) { work(stop); });
}

void SweepRunner::work(std::stop_token stop) {
    while (Job *job = next(stop))
        train(*job);
    std::lock_guard lock(m_mutex);
    if (--m_working == 0)
        m_wallSeconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - m_started).count();
    m_changed.notify_all();
}

// The first one that waits, as running; null when there is none or the sweep was cancelled.
SweepRunner::Job *SweepRunner::next(std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop,
                   [this] { return m_cancelled || m_done == m_queue.size() || !m_paused; });
    if (stop.stop_requested() || m_cancelled || m_done == m_queue.size())
        return nullptr;
    Job *job = m_queue[m_done++].get();
    job->item.state = SweepRunState::Running;
    return job;
}

// A new run; one that was interrupted goes on, or begins anew where it left no checkpoint.
Result<std::unique_ptr<TrainingSession>> SweepRunner::makeSession(const Job &job) const {
    SessionOptions options;
    options.threads = m_threads;
    const fs::path &runDir = job.item.runDir;
    if (!holdsRun(runDir))
        options.runDir = runDir;
    else if (!listCheckpoints(runDir).empty())
        options.resume = runDir;
    else if (const auto trashed = trashRun(runDir); trashed)
        options.runDir = runDir;
    else
        return trashed.error();
    return TrainingSession::create(job.run.scenario, options);
}

void SweepRunner::train(Job &job) {
    Result<std::unique_ptr<TrainingSession>> session = makeSession(job);
    {
        std::lock_guard lock(m_mutex);
        if (!session) {
            job.item.state = SweepRunState::Failed;
            job.item.problem = session.error().text();
            return;
        }
        job.session = session->get();
        job.session->post(CommandWatch{0, false}); // nobody looks: no snapshots
        if (m_paused)
            job.session->post(CommandPause{});
        if (m_cancelled || job.item.state != SweepRunState::Running)
            job.session->post(CommandStop{});
        job.session->start();
    }
    (*session)->wait();
    finish(job, **session);
}

void SweepRunner::finish(Job &job, const TrainingSession &session) {
    const SessionProgress last = session.progress();
    std::lock_guard lock(m_mutex);
    update(job.item, last);
    job.item.stepsPerSecond = 0;
    job.item.paramsHash = session.paramsHash();
    job.item.problem = last.message;
    job.item.state = last.state == SessionState::Finished ? SweepRunState::Finished
                     : last.state == SessionState::Failed ? SweepRunState::Failed
                                                          : SweepRunState::Stopped;
    job.session = nullptr;
}

void SweepRunner::update(SweepItem &item, const SessionProgress &progress) const {
    item.steps = progress.steps;
    item.stepsPerSecond = progress.stepsPerSecond;
    item.successRate = progress.successRate;
    item.meanReturn = progress.meanReturn;
}

void SweepRunner::pause() {
    std::lock_guard lock(m_mutex);
    m_paused = true;
    for (const auto &job : m_queue)
        if (job->session)
            job->session->post(CommandPause{});
}

void SweepRunner::resume() {
    std::lock_guard lock(m_mutex);
    m_paused = false;
    for (const auto &job : m_queue)
        if (job->session)
            job->session->post(CommandResume{});
    m_changed.notify_all();
}

void SweepRunner::cancel() {
    std::lock_guard lock(m_mutex);
    m_cancelled = true;
    for (const auto &job : m_queue)
        if (job->session)
            job->session->post(CommandStop{});
    m_changed.notify_all();
}

SweepRunner::Job *SweepRunner::find(const std::string &name) {
    const auto found = std::find_if(m_queue.begin(), m_queue.end(),
                                    [&name](const auto &job) { return job->item.name == name; });
    return found == m_queue.end() ? nullptr : found->get();
}

void SweepRunner::leaveOut(const std::string &name) {
    std::lock_guard lock(m_mutex);
    Job *job = find(name);
    if (!job)
        return;
    if (job->session)
        return job->session->post(CommandStop{});
    if (job->item.state == SweepRunState::Running)
        job->item.state = SweepRunState::Left; // being made: stops as soon as it stands
    if (job->item.state != SweepRunState::Waiting)
        return;
    job->item.state = SweepRunState::Left;
    const auto at = std::find_if(m_queue.begin(), m_queue.end(),
                                 [job](const auto &each) { return each.get() == job; });
    std::rotate(m_queue.begin() + std::ptrdiff_t(m_done), at, at + 1);
    ++m_done;
    m_changed.notify_all();
}

void SweepRunner::moveTo(const std::string &name, int place) {
    std::lock_guard lock(m_mutex);
    const auto first = m_queue.begin() + std::ptrdiff_t(m_done);
    const auto at = std::find_if(first, m_queue.end(),
                                 [&name](const auto &job) { return job->item.name == name; });
    if (at == m_queue.end())
        return;
    const auto to = first + std::clamp<std::ptrdiff_t>(place, 0, m_queue.end() - first - 1);
    if (to < at)
        std::rotate(to, at, at + 1);
    else
        std::rotate(at, at + 1, to + 1);
}

SweepProgress SweepRunner::progress() const {
    std::lock_guard lock(m_mutex);
    SweepProgress all;
    double steps = 0, wanted = 0, left = 0, rate = 0;
    for (const auto &job : m_queue) {
        SweepItem item = job->item;
        if (job->session)
            update(item, job->session->progress());
        all.finished += item.state == SweepRunState::Finished;
        all.running += item.state == SweepRunState::Running;
        all.waiting += item.state == SweepRunState::Waiting;
        all.failed += item.state == SweepRunState::Failed;
        const double done = double(std::min(item.steps, item.maxSteps));
        steps += done;
        wanted += double(item.maxSteps);
        if (item.state == SweepRunState::Running || item.state == SweepRunState::Waiting)
            left += double(item.maxSteps) - done;
        rate += item.stepsPerSecond;
        all.items.push_back(std::move(item));
    }
    all.fraction = wanted > 0 ? steps / wanted : 1;
    all.etaSeconds = left <= 0 ? 0 : rate > 0 ? left / rate : -1;
    all.paused = m_paused;
    all.ended = !m_threadsOfJobs.empty() && m_working == 0;
    const auto now = std::chrono::steady_clock::now();
    all.wallSeconds = m_threadsOfJobs.empty() ? 0
                      : all.ended             ? m_wallSeconds
                                  : std::chrono::duration<double>(now - m_started).count();
    return all;
}

void SweepRunner::wait() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_working == 0; });
}

} // namespace paddock
