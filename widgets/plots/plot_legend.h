// Samples of the lines in all plots with their names, in one row.
#pragma once

#include "widgets/plots/curve_style.h"
#include "widgets/theme/theme_manager.h"

#include <QString>
#include <QWidget>

#include <vector>

class QCPPainter;

namespace paddock {

struct LegendEntry {
    QString name;
    int group = -1;     // whose colour it has
    int reference = -1; // pattern of a reference curve; -1: a curve of a run
    int run = -1;       // identity of a compared run; -1: the window's own
    bool own = false;   // the window's own run beside others: it has the accent
    bool band = false;  // mean and band over several runs
};

class PlotLegend : public QWidget {
    Q_OBJECT
  public:
    explicit PlotLegend(ThemeManager &themes, QWidget *parent = nullptr);

    void setEntries(std::vector<LegendEntry> entries); // none: takes no room
    const std::vector<LegendEntry> &entries() const { return m_entries; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent *event) override;

  private:
    void paintSample(QCPPainter &painter, const LegendEntry &entry, const QRectF &area);

    ThemeManager &m_themes;
    std::vector<LegendEntry> m_entries;
};

} // namespace paddock
