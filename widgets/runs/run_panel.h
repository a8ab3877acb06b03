// The run browser: all runs of the folder, what can be done with the selected ones, and the way
// back from the last change.
#pragma once

#include "widgets/runs/run_view.h"
#include "widgets/window/studio_actions.h"

#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace paddock {

class RunPanel : public QWidget {
    Q_OBJECT
  public:
    struct Parts {
        StudioActions &actions;
        RunStore &store;
        Settings &settings;
        ThemeManager &themes;
    };
    explicit RunPanel(const Parts &parts, QWidget *parent = nullptr);

    RunView &view() { return *m_view; }
    RunFilter &filter() { return *m_filter; }
    QLineEdit &search() { return *m_search; }
    QString noticeText() const { return m_notice->text(); }

  Q_SIGNALS:
    void openWanted(const std::filesystem::path &run);
    void resumeWanted(const RunSummary &run);
    void forkWanted(const RunSummary &run);
    // None: no longer.
    void compareWanted(const std::vector<std::filesystem::path> &runs);

  protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    QWidget *buildHeader();
    QWidget *buildNotice();
    void connectActions();
    void showCount();
    void enableActions();
    void showNotice();
    void compare();
    std::vector<std::filesystem::path> selectedPaths() const;
    void archive();
    void remove();
    void openFolder();
    void withSelected(void (RunPanel::*signal)(const RunSummary &run));

    StudioActions &m_actions;
    RunStore &m_store;
    RunTable *m_table = nullptr;
    RunFilter *m_filter = nullptr;
    RunView *m_view = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_count = nullptr;
    QList<QToolButton *> m_worded; // without their words where there is little room
    QWidget *m_noticeRow = nullptr;
    QLabel *m_notice = nullptr;
    std::vector<std::filesystem::path> m_compared; // in the plots now
};

} // namespace paddock
