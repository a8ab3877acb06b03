// Vertical marks in a plot: changes of parameters, notes of a person, hints.
#pragma once

#include "widgets/theme/theme.h"

#include <QString>

#include <functional>
#include <vector>

class QCPItemStraightLine;
class QCPItemText;
class QCustomPlot;

namespace paddock {

enum class MarkKind { Change, Note, Hint };

// Something at a step that the curves should explain.
struct PlotMark {
    double step = 0;
    QString text; // short, beside the line
    MarkKind kind = MarkKind::Change;
    QString detail = {}; // all of it, when the mouse is there; empty: `text`
};

class PlotMarks {
  public:
    explicit PlotMarks(QCustomPlot &plot) : m_plot(plot) {}

    const std::vector<PlotMark> &all() const { return m_marks; }
    void add(const PlotMark &mark); // one at the step and of the kind of the last takes its words
    void clear();
    void clear(MarkKind kind);
    void setTheme(const Theme &theme);
    // Where steps are drawn; a mark that is nowhere is hidden.
    void place(const std::function<double(double step)> &position);
    const PlotMark *near(double pixelX) const; // null: none

  private:
    struct Drawn {
        QCPItemStraightLine *line;
        QCPItemText *text;
    };

    Drawn draw(const PlotMark &mark);
    void remove(std::size_t at);
    void paint(const PlotMark &mark, const Drawn &drawn) const;

    QCustomPlot &m_plot;
    Theme m_theme;
    std::vector<PlotMark> m_marks;
    std::vector<Drawn> m_drawn; // of each mark
};

} // namespace paddock
