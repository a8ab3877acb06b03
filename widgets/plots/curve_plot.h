// One small plot: the smoothed metric bold over its faint raw curve, marks of parameter changes, a
// cursor.
#pragma once

#include "widgets/plots/metric_curve.h"
#include "widgets/plots/plot_library.h"
#include "widgets/theme/theme.h"

#include <QHash>
#include <QString>

#include <vector>

namespace paddock {

// What a plot shows and how it is labelled.
struct PlotSpec {
    const char *tag = "";
    QString title;
    QString unit;     // label of the y axis
    double scale = 1; // from the metric to the shown value, e.g. 100 for percent
};

// A change that the curves should explain.
struct PlotMark {
    double step = 0;
    QString text;
};

class CurvePlot : public QCustomPlot {
    Q_OBJECT
  public:
    CurvePlot(PlotSpec spec, const Theme &theme, QWidget *parent = nullptr);

    const PlotSpec &spec() const { return m_spec; }
    const MetricCurve &curve() const { return m_curve; }
    const std::vector<PlotMark> &marks() const { return m_marks; }

    void add(double step, double value); // drawn with the next refresh()
    void addMark(const PlotMark &mark);
    void clearRun();
    void setReference(const QString &name, const std::vector<std::pair<double, double>> &points);
    void setSmoothing(double weight);
    void setStepRange(double max); // of the x axis while the person has not zoomed
    void setTheme(const Theme &theme);
    void setCursor(double step); // shared vertical line and readout
    void clearCursor();
    void refresh(); // queues a replot when something changed

    QString readout() const { return m_readout; }
    QString smoothingNote() const;
    // Step, raw value, smoothed value of all points in view.
    QByteArray csv() const;

  Q_SIGNALS:
    void cursorMoved(double step);
    void cursorLeft();
    void stepRangeChosen(double lower, double upper); // by drag or wheel
    void stepRangeReset();                            // by double click

  protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

  private:
    void buildHeader();
    void buildGraphs();
    void rebuildData();
    void fitValues();
    void updateReadout();
    void drawMark(const PlotMark &mark);
    void styleAxis(QCPAxis *axis, const Theme &theme);

    PlotSpec m_spec;
    MetricCurve m_curve;
    std::vector<PlotMark> m_marks;
    std::vector<double> m_smoothed;
    QString m_referenceName;
    QString m_readout;
    double m_smoothing = 0.6;
    double m_cursorStep = -1;
    bool m_dirty = true;

    QCPGraph *m_low = nullptr; // extremes of merged samples
    QCPGraph *m_high = nullptr;
    QCPGraph *m_raw = nullptr;
    QCPGraph *m_bold = nullptr;
    QCPGraph *m_reference = nullptr;
    QCPTextElement *m_title = nullptr;
    QCPTextElement *m_note = nullptr;
    QCPTextElement *m_value = nullptr;
    QCPItemStraightLine *m_cursor = nullptr;
    std::vector<QCPItemStraightLine *> m_markLines;
    std::vector<QCPItemText *> m_markTexts;
    QColor m_markColor;
    QColor m_markGround; // behind the words of a mark, so that curves do not cross them
};

} // namespace paddock
