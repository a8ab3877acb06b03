// Words above a plot: its title, how it is smoothed, and what its lines are worth.
#pragma once

#include "widgets/plots/plot_library.h"
#include "widgets/theme/theme.h"

#include <QString>

#include <vector>

namespace paddock {

// What a line is worth at the cursor, in the line's colour; `words` are tried from the longest to
// the shortest until all lines of the plot fit.
struct PlotReadout {
    std::vector<QString> words;
    QColor color;
};

class PlotHeader {
  public:
    PlotHeader(QCustomPlot &plot, const QString &title); // makes the topmost rows of the plot

    void setTheme(const Theme &theme);
    void setNote(const QString &note);   // beside the title, muted
    void setValue(const QString &value); // at the right
    // In a row of their own; none: no such row. `room` in px.
    void setReadouts(const std::vector<PlotReadout> &readouts, int room);
    bool fits(const std::vector<PlotReadout> &readouts, int room) const; // the shortest words
    // What the row says, for tests and for people who do not see it.
    QString readoutText() const;
    // Whether title, note and value stand in one row of `room` px.
    bool hasRoom(const QString &note, const QString &value, int room) const;

  private:
    void makeRow(std::size_t count);

    QCustomPlot &m_plot;
    QCPLayoutGrid *m_row = nullptr; // of readouts; null where there is one line
    std::vector<QCPTextElement *> m_readouts;
    QCPTextElement *m_title = nullptr;
    QCPTextElement *m_note = nullptr;
    QCPTextElement *m_value = nullptr;
};

} // namespace paddock
