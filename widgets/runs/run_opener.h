// What the window does with a kept run: shows it again, goes on with it, forks it.
#pragma once

#include "core/run/run_record.h"
#include "widgets/document/document_model.h"
#include "widgets/run/run_controller.h"
#include "widgets/runs/go_on_dialog.h"
#include "widgets/runs/run_store.h"

#include <functional>

namespace paddock {

class RunOpener : public QObject {
    Q_OBJECT
  public:
    struct Parts {
        QWidget &window;
        RunStore &store;
        DocumentModel &document;
        RunController &run;
        std::function<bool()> mayLeave; // asks about unsaved changes of the document
    };
    RunOpener(Parts parts, QObject *parent);

    void open(const std::filesystem::path &run); // its document and its curves
    // Both ask in a dialog first.
    void resume(const RunSummary &run) { ask(GoOnDialog::Kind::Resume, run); }
    void fork(const RunSummary &run) { ask(GoOnDialog::Kind::Fork, run); }
    void goOn(GoOnDialog::Kind kind, const GoOnChoice &choice);

  Q_SIGNALS:
    void recordReady(const Scenario &scenario, const RunRecord &record);
    void notice(const QString &text);
    void problem(const QString &title, const Error &error);

  private:
    void ask(GoOnDialog::Kind kind, const RunSummary &run);
    void show(const std::filesystem::path &run, const Scenario &scenario, const RunRecord &record);
    bool busy(); // a run is active: says so

    Parts m_;
};

} // namespace paddock
