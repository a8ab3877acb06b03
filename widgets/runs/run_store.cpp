#include "widgets/runs/run_store.h"

#include <algorithm>
#include <limits>
#include <memory>

namespace paddock {

namespace fs = std::filesystem;

namespace {

constexpr int kLookPeriod = 2000;  // ms
constexpr int kCollectPeriod = 25; // ms, only while a job is under way
constexpr std::size_t kMaxHistory = 200;
constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max(); // jobs are never dropped

void append(std::vector<Problem> &all, const Error &error) {
    all.insert(all.end(), error.problems.begin(), error.problems.end());
}

} // namespace

RunStore::RunStore(const QString &runsFolder, QObject *parent)
    : QObject(parent), m_folder(runsFolder.toStdString()), m_catalog(m_folder), m_jobs(kNoLimit),
      m_outcomes(kNoLimit), m_thread([this](std::stop_token stop) { work(stop); }) {
    m_look.setInterval(kLookPeriod);
    m_collect.setInterval(kCollectPeriod);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (!m_looking)
            refresh();
    });
    connect(&m_collect, &QTimer::timeout, this, &RunStore::collect);
}

RunStore::~RunStore() {
    m_thread.request_stop();
    m_thread.join();
    while (const auto job = m_jobs.tryPop())
        (void)(*job)();
}

void RunStore::work(std::stop_token stop) {
    while (const auto job = m_jobs.waitPop(stop))
        m_outcomes.pushDropOldest((*job)());
}

void RunStore::post(std::function<Then()> job) {
    ++m_waiting;
    m_jobs.pushDropOldest(std::move(job));
    m_collect.start();
}

void RunStore::collect() {
    for (const Then &then : m_outcomes.takeAll()) {
        --m_waiting;
        if (then)
            then();
    }
    if (m_waiting == 0)
        m_collect.stop();
}

const RunSummary *RunStore::find(const fs::path &run) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [&run](const RunSummary &each) { return each.path == run; });
    return found == m_runs.end() ? nullptr : &*found;
}

void RunStore::setWatching(bool watching) {
    if (watching == m_look.isActive())
        return;
    if (!watching)
        return m_look.stop();
    m_look.start();
    refresh();
}

void RunStore::refresh() {
    m_lookAgain = m_looking;
    if (m_looking)
        return;
    m_looking = true;
    post([this]() -> Then {
        auto runs = std::make_shared<std::vector<RunSummary>>(m_catalog.refresh());
        return [this, runs] {
            m_looking = false;
            show(std::move(*runs));
            if (m_lookAgain)
                refresh();
        };
    });
}

void RunStore::show(std::vector<RunSummary> runs) {
    if (m_listed && runs == m_runs)
        return;
    m_listed = true;
    m_runs = std::move(runs);
    Q_EMIT changed();
}

void RunStore::remember(Step step) {
    if (m_history.size() == kMaxHistory)
        m_history.erase(m_history.begin());
    m_history.push_back(std::move(step));
    Q_EMIT undoChanged();
}

void RunStore::fail(const QString &title, std::vector<Problem> problems) {
    if (!problems.empty())
        Q_EMIT problem(title, Error(std::move(problems)));
}

void RunStore::changeNotes(std::vector<NotesChange> changes, const QString &words) {
    std::erase_if(changes, [](const NotesChange &c) { return c.before == c.after; });
    if (changes.empty())
        return;
    post([this, changes, words]() -> Then {
        Step step{words, {}, {}};
        std::vector<Problem> problems;
        for (const NotesChange &change : changes)
            if (const Status saved = saveRunNotes(change.run, change.after); saved)
                step.notes.push_back(change);
            else
                append(problems, saved.error());
        return [this, step, problems] {
            if (!step.notes.empty())
                remember(step);
            fail(tr("The notes cannot be saved"), problems);
            Q_EMIT done();
        };
    });
    refresh();
}

void RunStore::moveToTrash(const std::vector<fs::path> &runs, const QString &words) {
    post([this, runs, words]() -> Then {
        Step step{words, {}, {}};
        std::vector<Problem> problems;
        for (const fs::path &run : runs)
            if (const auto trashed = trashRun(run); trashed)
                step.trashed.push_back(*trashed);
            else
                append(problems, trashed.error());
        return [this, step, problems] {
            if (!step.trashed.empty())
                remember(step);
            fail(tr("The run cannot be deleted"), problems);
            Q_EMIT done();
        };
    });
    refresh();
}

// What cannot be taken back stays as it is; a name in the trash that is taken outside stays there.
void RunStore::undo() {
    if (!canUndo())
        return;
    const Step step = m_history.back();
    m_history.pop_back();
    Q_EMIT undoChanged();
    post([this, step]() -> Then {
        std::vector<Problem> problems;
        for (const NotesChange &change : step.notes)
            if (const Status saved = saveRunNotes(change.run, change.before); !saved)
                append(problems, saved.error());
        for (const fs::path &trashed : step.trashed)
            if (const Status back = restoreRun(trashed); !back)
                append(problems, back.error());
        return [this, problems] {
            fail(tr("This cannot be taken back"), problems);
            Q_EMIT done();
        };
    });
    refresh();
}

} // namespace paddock
