// What a plot says in words: above it, at the cursor, and of its marks.
#include "widgets/plots/curve_plot.h"
#include "widgets/plots/step_ticker.h"
#include "widgets/theme/number_text.h"

#include <QFontMetrics>
#include <QToolTip>

#include <algorithm>

namespace paddock {

namespace {

constexpr int kLeftMargin = 56;           // px, as in curve_plot.cpp
constexpr std::size_t kReadableLines = 3; // in the row above a plot

// What stands in brackets behind a smoothed value: the raw one, or the edges of a band.
QString besideMean(const LinePoint &p) {
    return p.runs == 1 ? plotValue(p.raw, 3)
                       : QString("%1…%2").arg(plotValue(p.low, 3), plotValue(p.high, 3));
}

} // namespace

QString CurvePlot::smoothingWords() const {
    return tr("smoothed %1").arg(decimalText(m_smoothing, 2));
}

QString CurvePlot::smoothingNote() const {
    QStringList notes;
    if (m_logY)
        notes << tr("logarithmic");
    if (m_smoothing > 0)
        notes << smoothingWords();
    if (m_axis != PlotAxis::Steps)
        return notes.join(" · ");
    if (m_references.size() == 1)
        notes << tr("··· %1").arg(QString::fromStdString(m_references.front().name));
    if (m_references.size() > 1)
        notes << tr("··· %1 references").arg(m_references.size());
    return notes.join(" · ");
}

int CurvePlot::pointAt(const CurveSeries &series) const {
    return hasCursor() ? nearestPoint(series.line(), m_cursorX) : int(series.line().size()) - 1;
}

void CurvePlot::showOneReadout(const CurveSeries &only) {
    const int at = pointAt(only);
    m_readout.clear();
    if (at >= 0) {
        const LinePoint &p = only.line()[std::size_t(at)];
        const QString bold = plotValue(p.smooth, 3);
        m_readout = !hasCursor()
                        ? bold
                        : QString("%1: %2 (%3)").arg(axisText(m_axis, p.x), bold, besideMean(p));
    }
    m_header->setReadouts({}, width());
    m_header->setValue(m_readout);
}

void CurvePlot::showReadouts(const std::vector<const CurveSeries *> &all) {
    std::vector<PlotReadout> readouts;
    QStringList words;
    QString step;
    for (const CurveSeries *series : all) {
        const int at = pointAt(*series);
        const QString name = series->identity().name;
        QString bold = "-", raw;
        if (at >= 0) {
            const LinePoint &p = series->line()[std::size_t(at)];
            bold = plotValue(p.smooth, 3);
            raw = !hasCursor() ? QString() : QString(" (%1)").arg(besideMean(p));
            step = !hasCursor() ? QString() : axisText(m_axis, p.x);
        }
        readouts.push_back(
            {{name + " " + bold + raw, name + " " + bold, bold}, series->textColor()});
        words << name + " " + bold + raw;
    }
    m_readout = (step.isEmpty() ? QString() : step + ": ") + words.join(", ");
    if (!m_header->fits(readouts, width()))
        readouts.clear(); // the legend names the lines, and the card at the mouse their values
    m_header->setReadouts(readouts, width());
    m_header->setValue(step);
}

void CurvePlot::updateReadout() {
    const std::vector<const CurveSeries *> all = allSeries();
    if (all.size() == 1)
        showOneReadout(*all.front());
    else
        showReadouts(all);
    placeNote();
}

// A narrow header has no room for the note, which then stands with the axis; a number of references
// is the first to give way, as the legend names them.
void CurvePlot::placeNote() {
    const QString value = allSeries().size() == 1 ? m_readout : QString("100 k");
    const bool narrow = !m_header->hasRoom(smoothingNote(), value, width());
    m_header->setNote(narrow ? QString() : smoothingNote());
    QString label = axisLabel(m_axis);
    if (narrow && !smoothingNote().isEmpty())
        label = tr("%1, %2").arg(axisLabel(m_axis), smoothingNote());
    const QFontMetrics metrics(xAxis->labelFont());
    if (m_references.size() > 1 && metrics.horizontalAdvance(label) > axisRect()->width())
        label = m_smoothing > 0 ? tr("%1, %2").arg(axisLabel(m_axis), smoothingWords())
                                : axisLabel(m_axis);
    xAxis->setLabel(
        metrics.elidedText(label, Qt::ElideRight, std::max(120, width() - kLeftMargin)));
}

void CurvePlot::setCursor(double x) {
    m_cursorX = m_axis == PlotAxis::WallTime ? x : std::max(0.0, x);
    m_cursor->point1->setCoords(x, 0);
    m_cursor->point2->setCoords(x, 1);
    m_cursor->setVisible(true);
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::clearCursor() {
    if (!hasCursor())
        return;
    m_cursorX = std::numeric_limits<double>::quiet_NaN();
    m_cursor->setVisible(false);
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

// All lines at the cursor, for plots that have more of them than room above.
QString CurvePlot::card() const {
    QStringList rows;
    for (const CurveSeries *series : allSeries()) {
        const int at = pointAt(*series);
        if (at < 0)
            continue;
        const LinePoint &p = series->line()[std::size_t(at)];
        rows << QString("<tr><td><span style=\"color:%1\">\u25a0</span> %2&nbsp;&nbsp;</td>"
                        "<td align=\"right\">%3&nbsp;</td><td>(%4)</td></tr>")
                    .arg(series->textColor().name(), series->identity().name.toHtmlEscaped(),
                         plotValue(p.smooth, 4), besideMean(p));
    }
    return QString("<b>%1</b> %2<table>%3</table>")
        .arg(m_spec.title.toHtmlEscaped(), axisText(m_axis, m_cursorX), rows.join(QString()));
}

void CurvePlot::explain(const QPoint &at) {
    const QPoint beside = mapToGlobal(at + QPoint(space::kMedium, space::kMedium));
    if (const PlotMark *mark = m_marks.near(at.x()))
        QToolTip::showText(beside, mark->detail.isEmpty() ? mark->text : mark->detail, this);
    else if (hasCursor() && allSeries().size() > kReadableLines)
        QToolTip::showText(beside, card(), this);
    else if (QToolTip::isVisible())
        QToolTip::hideText();
}

} // namespace paddock
