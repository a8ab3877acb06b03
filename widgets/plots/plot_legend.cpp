#include "widgets/plots/plot_legend.h"

#include "widgets/plots/plot_library.h"

#include <QFontMetrics>

namespace paddock {

namespace {

constexpr int kSample = 28;    // px, length of a sample
constexpr int kLeastName = 24; // px, of a name that is cut off
constexpr int kRowHeight = 20; // px

int entryWidth(const LegendEntry &entry) {
    return kSample + space::kTiny + QFontMetrics(uiFont(-1)).horizontalAdvance(entry.name) +
           space::kLarge;
}

} // namespace

PlotLegend::PlotLegend(ThemeManager &themes, QWidget *parent) : QWidget(parent), m_themes(themes) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void PlotLegend::setEntries(std::vector<LegendEntry> entries) {
    m_entries = std::move(entries);
    QStringList names;
    for (const LegendEntry &entry : m_entries)
        names << entry.name;
    setToolTip(names.join("\n"));
    setAccessibleName(tr("Lines of the plots: %1").arg(names.join(", ")));
    updateGeometry();
    update();
}

QSize PlotLegend::sizeHint() const {
    int width = 0;
    for (const LegendEntry &entry : m_entries)
        width += entryWidth(entry);
    return {width, kRowHeight};
}

QSize PlotLegend::minimumSizeHint() const {
    return {m_entries.empty() ? 0 : kSample, kRowHeight};
}

void PlotLegend::paintSample(QCPPainter &painter, const LegendEntry &entry, const QRectF &area) {
    const Theme &theme = m_themes.theme();
    const QColor color =
        entry.run >= 0 ? runColor(entry.run, theme) : groupColor(entry.group, entry.own, theme);
    if (entry.band) {
        QColor ground = color;
        ground.setAlphaF(0.3f);
        painter.fillRect(area.adjusted(0, 4, 0, -4), ground);
    }
    painter.setPen(entry.reference < 0 ? runPen(color, 0) : referencePen(color, entry.reference));
    painter.drawLine(QPointF(area.left(), area.center().y()),
                     QPointF(area.right(), area.center().y()));
    if (entry.reference >= 0)
        return;
    const QCPScatterStyle mark = endMark(entry.run >= 0 ? entry.run + 1 : entry.group, color);
    mark.applyTo(&painter, QPen(color));
    mark.drawShape(&painter, area.center());
}

void PlotLegend::paintEvent(QPaintEvent *) {
    QCPPainter painter(this); // which the marks of the plots can be drawn with
    painter.setAntialiasing(true);
    painter.setFont(uiFont(-1));
    int left = 0;
    for (const LegendEntry &entry : m_entries) {
        const int room = width() - left - kSample - space::kTiny;
        if (room < kLeastName)
            break;
        paintSample(painter, entry, QRectF(left, 0, kSample, height()));
        painter.setPen(m_themes.theme().text);
        const QRect words(left + kSample + space::kTiny, 0, room, height());
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(entry.name, Qt::ElideRight, room));
        left += entryWidth(entry);
    }
}

} // namespace paddock
