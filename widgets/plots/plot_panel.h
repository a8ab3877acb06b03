// The learning curves of a run as small multiples with one smoothing, one cursor and one range of
// steps.
#pragma once

#include "core/run/metrics.h"
#include "core/run/training_session.h"
#include "widgets/plots/curve_plot.h"
#include "widgets/plots/reference_curves.h"
#include "widgets/theme/theme_manager.h"

#include <QElapsedTimer>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSlider>
#include <QTimer>
#include <QWidget>

#include <vector>

namespace paddock {

class PlotPanel : public QWidget {
    Q_OBJECT
  public:
    explicit PlotPanel(ThemeManager &themes, QWidget *parent = nullptr);

    void clearRun(std::int64_t maxSteps); // a new run begins
    void addRows(const std::vector<MetricRow> &rows);
    // Marks parameter changes on every curve; other events leave no mark.
    void addMark(const PlotMark &mark);
    void setReference(const ReferenceCurves &reference);
    void clearReference();
    void setSmoothing(double weight);
    double smoothing() const;

    const std::vector<CurvePlot *> &plots() const { return m_plots; }
    CurvePlot *plotOf(const char *tag) const; // null when no plot shows it

  Q_SIGNALS:
    void smoothingChanged(double weight);
    void message(const QString &text); // outcome of an export, in words

  protected:
    void resizeEvent(QResizeEvent *event) override;

  private:
    QWidget *buildHeader();
    void buildPlots();
    void arrange();
    void wantRefresh();
    void refreshNext();
    void setCursor(double step);
    void clearCursor();
    void chooseRange(double lower, double upper);
    void resetRange();
    void showMenu(CurvePlot *plot, const QPoint &at);
    void exportPlot(CurvePlot *plot, const QString &extension);

    ThemeManager &m_themes;
    std::vector<CurvePlot *> m_plots;
    QGridLayout *m_grid = nullptr;
    QScrollArea *m_scroll = nullptr;
    QSlider *m_slider = nullptr;
    QLabel *m_smoothingLabel = nullptr;
    QTimer m_refresh;
    std::size_t m_next = 0; // plot whose turn it is
    int m_waiting = 0;      // plots that have not had their turn since the last change
    double m_maxStep = 1;   // of the x axis, agent steps
    double m_lastStep = 1;  // with which the run ends
    bool m_zoomed = false;
    int m_columns = 0;
};

// Writes what the plot shows; the format follows the extension (png, pdf, csv). Answers what went
// wrong.
QString writePlot(CurvePlot &plot, const QString &file);

} // namespace paddock
