// What an evaluation came to: key figures, box plots and paired differences of one scenario and
// degree at a time; words and one click to begin where there is nothing yet.
#pragma once

#include "widgets/evaluate/evaluation_controller.h"
#include "widgets/evaluate/kpi_plot.h"
#include "widgets/theme/theme_manager.h"
#include "widgets/window/studio_actions.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>

namespace paddock {

class ResultsView : public QWidget {
    Q_OBJECT
  public:
    ResultsView(StudioActions &actions, EvaluationController &evaluation, ThemeManager &themes,
                QWidget *parent = nullptr);

    QTableWidget *figures() const { return m_figures; }
    QTableWidget *differences() const { return m_differences; }
    const QList<KpiPlot *> &plots() const { return m_plots; }
    QComboBox *arenaBox() const { return m_arena; }
    QPushButton *exampleButton() const { return m_example; }
    void showMessage(const QString &text); // below the head, until the next evaluation

  Q_SIGNALS:
    void exampleWanted();
    void runPicked(std::size_t cell, int run);

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    QWidget *buildHead(StudioActions &actions);
    QWidget *buildEmpty();
    QWidget *buildResults();
    QTableWidget *buildTable(const QString &name);
    void showPhase();
    void showProgress();
    void showResults();
    void showArena();
    void fillFigures(const EvaluationArena &arena);
    void fillDifferences(const EvaluationArena &arena);
    void layOutPlots();
    int room() const; // px, for what stands across the page

    EvaluationController &m_evaluation;
    ThemeManager &m_themes;
    QLabel *m_title = nullptr;
    QLabel *m_message = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_count = nullptr;
    QComboBox *m_arena = nullptr;
    QStackedWidget *m_stack = nullptr;
    QPushButton *m_example = nullptr;
    QTableWidget *m_figures = nullptr;
    QTableWidget *m_differences = nullptr;
    QLabel *m_differencesTitle = nullptr;
    QGridLayout *m_plotGrid = nullptr;
    QList<KpiPlot *> m_plots;
    std::vector<EvaluationArena> m_arenas;
};

} // namespace paddock
