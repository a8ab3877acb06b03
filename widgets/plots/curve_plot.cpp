#include "widgets/plots/curve_plot.h"

#include "widgets/plots/step_ticker.h"
#include "widgets/theme/number_text.h"

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kLeftMargin = 56;      // px: the same in all plots, so that their axes line up
constexpr int kRightMargin = 20;     // px: half of the last tick label
constexpr int kBottomMargin = 34;    // px: tick labels and the axis label
constexpr int kRoomForNote = 290;    // px of a plot
constexpr int kRoomForReadout = 380; // px of a plot
constexpr int kSmallFont = -2;       // points below the application's font

} // namespace

CurvePlot::CurvePlot(PlotSpec spec, const Theme &theme, QWidget *parent)
    : QCustomPlot(parent), m_spec(std::move(spec)) {
    setMinimumSize(200, 104);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Plot of %1").arg(m_spec.title));
    setToolTip(QString("%1\n%2").arg(
        QString::fromLatin1(m_spec.tag),
        tr("Drag: move. Ctrl+wheel: zoom. Double click: all. Right click: export.")));
    setInteractions(QCP::iRangeDrag);
    setNoAntialiasingOnDrag(true);
    buildHeader();
    buildGraphs();
    setTheme(theme);
}

void CurvePlot::buildHeader() {
    plotLayout()->insertRow(0);
    auto *header = new QCPLayoutGrid;
    m_title = new QCPTextElement(this, m_spec.title);
    m_note = new QCPTextElement(this, smoothingNote());
    m_value = new QCPTextElement(this, " ");
    m_title->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_note->setTextFlags(Qt::AlignLeft | Qt::AlignVCenter);
    m_value->setTextFlags(Qt::AlignRight | Qt::AlignVCenter);
    header->addElement(0, 0, m_title);
    header->addElement(0, 1, m_note);
    header->addElement(0, 2, m_value);
    header->setColumnStretchFactor(0, 0.001);
    header->setColumnStretchFactor(1, 0.001);
    header->setColumnStretchFactor(2, 1);
    header->setColumnSpacing(space::kSmall);
    header->setMargins({space::kTiny, space::kTiny, space::kSmall, 0});
    plotLayout()->addElement(0, 0, header);
    plotLayout()->setRowStretchFactor(0, 0.001);
    plotLayout()->setRowSpacing(0);
}

void CurvePlot::buildGraphs() {
    axisRect()->setAutoMargins(QCP::msNone);
    axisRect()->setMargins({kLeftMargin, space::kTiny, kRightMargin, kBottomMargin});
    axisRect()->setRangeDrag(Qt::Horizontal);
    xAxis->setTicker(QSharedPointer<StepTicker>::create());
    xAxis->setLabel(tr("agent steps"));
    yAxis->setLabel(m_spec.unit);
    yAxis->setTicker(QSharedPointer<ValueTicker>::create());
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setLabelPadding(1);
        axis->setTickLabelPadding(3);
        axis->setNumberFormat("g"); // no powers of ten drawn as superscripts: too wide
        axis->setSubTicks(false);
        axis->setTickLength(0, 3);
    }
    xAxis->setRange(0, 1);
    m_low = addGraph();
    m_high = addGraph();
    m_high->setChannelFillGraph(m_low);
    m_reference = addGraph();
    m_raw = addGraph();
    m_bold = addGraph();
    m_cursor = new QCPItemStraightLine(this);
    m_cursor->setVisible(false);
    connect(xAxis, qOverload<const QCPRange &>(&QCPAxis::rangeChanged), this,
            [this](const QCPRange &range) {
                if (QGuiApplication::mouseButtons() & Qt::LeftButton)
                    Q_EMIT stepRangeChosen(range.lower, range.upper);
            });
}

void CurvePlot::styleAxis(QCPAxis *axis, const Theme &theme) {
    axis->setBasePen(QPen(theme.line));
    axis->setTickPen(QPen(theme.line));
    axis->setTickLabelColor(theme.muted);
    axis->setLabelColor(theme.muted);
    axis->setTickLabelFont(uiFont(kSmallFont));
    axis->setLabelFont(uiFont(kSmallFont));
    QColor grid = theme.line;
    grid.setAlphaF(0.5);
    axis->grid()->setPen(QPen(grid));
    axis->grid()->setZeroLinePen(QPen(grid));
}

void CurvePlot::setTheme(const Theme &theme) {
    setBackground(QBrush(theme.panel));
    styleAxis(xAxis, theme);
    styleAxis(yAxis, theme);
    QColor faint = theme.accent;
    faint.setAlphaF(0.35);
    m_raw->setPen(QPen(faint, 1));
    m_bold->setPen(QPen(theme.accent, 1.8));
    m_reference->setPen(QPen(theme.muted, 1, Qt::DashLine));
    QColor band = theme.accent;
    band.setAlphaF(0.12);
    m_low->setPen(Qt::NoPen);
    m_high->setPen(Qt::NoPen);
    m_high->setBrush(band);
    m_cursor->setPen(QPen(theme.muted, 1, Qt::DotLine));
    m_title->setFont(uiFont(-1, true));
    m_title->setTextColor(theme.text);
    m_note->setFont(uiFont(kSmallFont));
    m_note->setTextColor(theme.muted);
    m_value->setFont(numberFont(-1));
    m_value->setTextColor(theme.text);
    m_markColor = theme.warn;
    for (QCPItemStraightLine *line : m_markLines)
        line->setPen(QPen(m_markColor, 1, Qt::DashLine));
    m_markGround = theme.panel;
    m_markGround.setAlphaF(0.6f);
    for (QCPItemText *text : m_markTexts) {
        text->setColor(m_markColor);
        text->setBrush(m_markGround);
    }
    m_dirty = true;
    refresh();
}

QString CurvePlot::smoothingNote() const {
    QString note = m_smoothing > 0 ? tr("smoothed %1").arg(decimalText(m_smoothing, 2)) : QString();
    if (!m_referenceName.isEmpty())
        note += (note.isEmpty() ? "" : " · ") + tr("-- %1").arg(m_referenceName);
    return note.isEmpty() ? " " : note;
}

void CurvePlot::add(double step, double value) {
    m_curve.add(step, value * m_spec.scale);
    m_dirty = true;
}

void CurvePlot::addMark(const PlotMark &mark) {
    m_dirty = true;
    if (!m_marks.empty() && m_marks.back().step == mark.step) { // one line, all words
        m_marks.back().text += ", " + mark.text;
        m_markTexts.back()->setText(m_marks.back().text);
        return;
    }
    m_marks.push_back(mark);
    drawMark(mark);
}

void CurvePlot::drawMark(const PlotMark &mark) {
    auto *line = new QCPItemStraightLine(this);
    line->point1->setCoords(mark.step, 0);
    line->point2->setCoords(mark.step, 1);
    line->setPen(QPen(m_markColor, 1, Qt::DashLine));
    auto *text = new QCPItemText(this);
    text->setText(mark.text);
    text->setRotation(-90);
    text->setFont(uiFont(kSmallFont));
    text->setColor(m_markColor);
    text->setBrush(m_markGround);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    text->setPadding({2, 2, 2, 2});
    text->position->setTypeX(QCPItemPosition::ptPlotCoords);
    text->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    text->position->setCoords(mark.step, 1.0);
    text->setClipToAxisRect(true);
    m_markLines.push_back(line);
    m_markTexts.push_back(text);
}

void CurvePlot::clearRun() {
    m_curve.clear();
    m_marks.clear();
    for (QCPItemStraightLine *line : m_markLines)
        removeItem(line);
    for (QCPItemText *text : m_markTexts)
        removeItem(text);
    m_markLines.clear();
    m_markTexts.clear();
    m_dirty = true;
    refresh();
}

void CurvePlot::setReference(const QString &name,
                             const std::vector<std::pair<double, double>> &points) {
    m_referenceName = points.empty() ? QString() : name;
    m_reference->data()->clear();
    for (const auto &[step, value] : points)
        m_reference->addData(step, value * m_spec.scale);
    m_dirty = true;
    refresh();
}

void CurvePlot::setSmoothing(double weight) {
    m_smoothing = std::clamp(weight, 0.0, 0.999);
    m_dirty = true;
    refresh();
}

void CurvePlot::setStepRange(double max) {
    const double upper = max * 1.0005; // the last tick is inside, whatever the rounding
    if (xAxis->range().lower == 0 && xAxis->range().upper == upper)
        return;
    xAxis->setRange(0, upper);
    m_dirty = true;
}

void CurvePlot::rebuildData() {
    m_smoothed = m_curve.smoothed(m_smoothing);
    const auto &points = m_curve.points();
    QVector<QCPGraphData> raw, bold, low, high;
    bool merged = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        raw.append({points[i].step, points[i].mean});
        bold.append({points[i].step, m_smoothed[i]});
        low.append({points[i].step, points[i].min});
        high.append({points[i].step, points[i].max});
        merged = merged || points[i].count > 1;
    }
    m_raw->data()->set(raw, true);
    m_bold->data()->set(bold, true);
    m_low->data()->set(merged ? low : QVector<QCPGraphData>(), true);
    m_high->data()->set(merged ? high : QVector<QCPGraphData>(), true);
}

void CurvePlot::fitValues() {
    bool any = false, found = false;
    QCPRange range;
    for (QCPGraph *graph : {m_raw, m_reference, m_low, m_high}) {
        const QCPRange r = graph->getValueRange(found, QCP::sdBoth, xAxis->range());
        if (!found)
            continue;
        range = any ? range.expanded(r) : r;
        any = true;
    }
    if (!any)
        range = {0, 1};
    const double least = std::max(1e-12, std::abs(range.center()) * 0.02);
    const double pad = std::max(range.size() * 0.08, least);
    yAxis->setRange(range.lower - pad, range.upper + pad);
}

void CurvePlot::updateReadout() {
    m_readout.clear();
    const int at =
        m_cursorStep >= 0 ? m_curve.nearest(m_cursorStep) : int(m_curve.points().size()) - 1;
    if (at >= 0 && at < int(m_smoothed.size())) {
        const CurvePoint &p = m_curve.points()[std::size_t(at)];
        const QString bold = plotValue(m_smoothed[std::size_t(at)], 3);
        m_readout =
            m_cursorStep < 0
                ? bold
                : QString("%1: %2 (%3)").arg(shortCount(p.step), bold, plotValue(p.mean, 3));
    }
    // A narrow header has no room for the note, which then stands with the axis.
    const bool narrow = width() < (m_cursorStep >= 0 ? kRoomForReadout : kRoomForNote);
    const QString note = smoothingNote();
    m_note->setText(narrow ? " " : note);
    xAxis->setLabel(narrow && note != " " ? tr("agent steps, %1").arg(note) : tr("agent steps"));
    m_value->setText(m_readout.isEmpty() ? " " : m_readout);
}

void CurvePlot::refresh() {
    if (!m_dirty)
        return;
    m_dirty = false;
    rebuildData();
    fitValues();
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::setCursor(double step) {
    m_cursorStep = std::max(0.0, step);
    m_cursor->point1->setCoords(step, 0);
    m_cursor->point2->setCoords(step, 1);
    m_cursor->setVisible(true);
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

void CurvePlot::clearCursor() {
    m_cursorStep = -1;
    m_cursor->setVisible(false);
    updateReadout();
    replot(QCustomPlot::rpQueuedReplot);
}

QByteArray CurvePlot::csv() const {
    QByteArray out = "step," + QByteArray(m_spec.tag) + "," + m_spec.tag + " (smoothed)\n";
    const auto &points = m_curve.points();
    const std::vector<double> smoothed = m_curve.smoothed(m_smoothing);
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!xAxis->range().contains(points[i].step))
            continue;
        out += valueText(points[i].step, 15).toLatin1() + ',' +
               valueText(points[i].mean / m_spec.scale, 9).toLatin1() + ',' +
               valueText(smoothed[i] / m_spec.scale, 9).toLatin1() + '\n';
    }
    return out;
}

void CurvePlot::mouseMoveEvent(QMouseEvent *event) {
    QCustomPlot::mouseMoveEvent(event);
    if (axisRect()->rect().contains(event->pos()))
        Q_EMIT cursorMoved(xAxis->pixelToCoord(event->position().x()));
    else
        Q_EMIT cursorLeft();
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent *event) {
    QCustomPlot::mouseDoubleClickEvent(event);
    Q_EMIT stepRangeReset();
}

void CurvePlot::resizeEvent(QResizeEvent *event) {
    QCustomPlot::resizeEvent(event);
    updateReadout();
}

void CurvePlot::leaveEvent(QEvent *event) {
    QCustomPlot::leaveEvent(event);
    Q_EMIT cursorLeft();
}

// Plots live in a scroll area: a plain wheel scrolls it, with Ctrl it zooms.
void CurvePlot::wheelEvent(QWheelEvent *event) {
    if (!(event->modifiers() & Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    const double factor = std::pow(0.85, event->angleDelta().y() / 120.0);
    QCPRange range = xAxis->range();
    const double at = xAxis->pixelToCoord(event->position().x());
    Q_EMIT stepRangeChosen(std::max(0.0, at + (range.lower - at) * factor),
                           at + (range.upper - at) * factor);
    event->accept();
}

} // namespace paddock
