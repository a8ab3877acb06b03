#include "widgets/runs/run_opener.h"

#include "core/run/run_fork.h"

#include <memory>

namespace paddock {

namespace fs = std::filesystem;

namespace {

// The track lies in the run's folder; whoever saves the document elsewhere still finds it.
void keepTrack(Scenario &scenario, const fs::path &runDir) {
    if (scenario.track && !scenario.trackFile.empty())
        scenario.trackFile = (runDir / scenario.trackFile).string();
}

QString nameOf(const fs::path &run) {
    return QString::fromStdString(run.filename().string());
}

} // namespace

RunOpener::RunOpener(Parts parts, QObject *parent) : QObject(parent), m_(std::move(parts)) {}

bool RunOpener::busy() {
    if (m_.run.active())
        Q_EMIT notice(tr("Stop the run that is training first"));
    return m_.run.active();
}

void RunOpener::open(const fs::path &run) {
    if (busy())
        return;
    m_.store.post([this, run]() -> RunStore::Then {
        auto scenario = std::make_shared<Result<Scenario>>(loadScenario(run / "scenario.json"));
        auto record = std::make_shared<RunRecord>(readRunRecord(run));
        return [this, run, scenario, record] {
            if (*scenario)
                show(run, **scenario, *record);
            else
                Q_EMIT problem(tr("%1 cannot be opened").arg(nameOf(run)), scenario->error());
        };
    });
}

// The document is a copy without a file: saving it must not change what the run tells of itself.
void RunOpener::show(const fs::path &run, const Scenario &scenario, const RunRecord &record) {
    if (busy() || !m_.mayLeave())
        return;
    Scenario document = scenario;
    keepTrack(document, run);
    m_.document.setScenario(document, {});
    Q_EMIT recordReady(document, record);
    Q_EMIT notice(tr("Opened run %1").arg(nameOf(run)));
    for (const Problem &each : record.problems)
        Q_EMIT notice(QString::fromStdString(each.text()));
}

void RunOpener::ask(GoOnDialog::Kind kind, const RunSummary &run) {
    if (busy())
        return;
    m_.store.post([this, kind, run]() -> RunStore::Then {
        auto own = std::make_shared<Result<Scenario>>(checkpointScenario(run.path));
        return [this, kind, run, own] {
            if (!*own) {
                Q_EMIT problem(tr("%1 cannot go on").arg(nameOf(run.path)), own->error());
                return;
            }
            auto *dialog = new GoOnDialog(kind, run, **own, m_.document.scenario(), &m_.window);
            connect(dialog, &GoOnDialog::chosen, this,
                    [this, kind](const GoOnChoice &choice) { goOn(kind, choice); });
            dialog->open();
        };
    });
}

void RunOpener::goOn(GoOnDialog::Kind kind, const GoOnChoice &choice) {
    if (busy() || (!choice.ofDocument && !m_.mayLeave()))
        return;
    Scenario document = choice.scenario;
    if (choice.ofDocument)
        (void)m_.document.setField("training.max_steps",
                                   QString::number(document.training.maxSteps));
    else {
        keepTrack(document, kind == GoOnDialog::Kind::Resume
                                ? choice.from
                                : choice.from.parent_path().parent_path());
        m_.document.setScenario(document, {});
    }
    if (kind == GoOnDialog::Kind::Resume)
        m_.run.resume(document, choice.from);
    else
        m_.run.fork(document, choice.from);
}

} // namespace paddock
