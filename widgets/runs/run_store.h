// The runs of a folder for the window: looked at on a thread of its own as long as somebody
// watches, and changed there too. Every change can be taken back.
#pragma once

#include "core/base/bounded_queue.h"
#include "core/run/run_catalog.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <thread>

namespace paddock {

class RunStore : public QObject {
    Q_OBJECT
  public:
    explicit RunStore(const QString &runsFolder, QObject *parent = nullptr);
    ~RunStore() override; // what was asked for is still written

    const std::filesystem::path &folder() const { return m_folder; }
    const std::vector<RunSummary> &runs() const { return m_runs; }  // as of the last look
    const RunSummary *find(const std::filesystem::path &run) const; // null: there is none
    bool listed() const { return m_listed; }                        // the first look is over

    void setWatching(bool watching); // looks every two seconds while true
    void refresh();                  // looks as soon as can be

    // `work` runs on the store's thread, what it returns in this one. Neither is called any more
    // once the store is gone.
    using Then = std::function<void()>;
    void post(std::function<Then()> work);

    // Changes, each one step of the history; `words` name it, e.g. "archive 2 runs".
    struct NotesChange {
        std::filesystem::path run;
        RunNotes before, after;
    };
    void changeNotes(std::vector<NotesChange> changes, const QString &words);
    void moveToTrash(const std::vector<std::filesystem::path> &runs, const QString &words);
    bool canUndo() const { return !m_history.empty(); }
    QString undoWords() const { return canUndo() ? m_history.back().words : QString(); }
    void undo();

  Q_SIGNALS:
    void changed();     // runs()
    void done();        // a change or an undo is over; undoWords() is the newest
    void undoChanged(); // canUndo()
    void problem(const QString &title, const Error &error);

  private:
    struct Step {
        QString words;
        std::vector<NotesChange> notes;
        std::vector<std::filesystem::path> trashed; // where they lie now
    };
    void work(std::stop_token stop);
    void collect();
    void show(std::vector<RunSummary> runs);
    void remember(Step step);
    void fail(const QString &title, std::vector<Problem> problems);

    std::filesystem::path m_folder;
    RunCatalog m_catalog; // the thread's
    std::vector<RunSummary> m_runs;
    std::vector<Step> m_history;
    bool m_listed = false;
    bool m_looking = false;   // a look is under way
    bool m_lookAgain = false; // what was asked for meanwhile, it may have missed
    int m_waiting = 0;        // jobs whose outcome has not come yet
    QTimer m_look, m_collect;
    BoundedQueue<std::function<Then()>> m_jobs;
    BoundedQueue<Then> m_outcomes;
    std::jthread m_thread; // last: joined before the rest goes
};

} // namespace paddock
