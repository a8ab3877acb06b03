#include "widgets/plots/plot_export.h"
#include "widgets/plots/curve_plot.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <map>
#include <vector>

namespace paddock {

namespace {

constexpr int kExportScale = 2;       // PNG pixels per screen pixel
constexpr int kDotsPerInch = 96;      // a screen's, so that type keeps its size
constexpr QSize kLeastPlot(320, 200); // px
constexpr int kLegendHeight = 28;     // px
constexpr int kSample = 24;           // px of a line in the legend

QByteArray columnName(const CurvePlot &plot, const SeriesIdentity &identity) {
    const QByteArray tag = plot.spec().lines[std::size_t(identity.line)].tag;
    if (identity.run >= 0)
        return identity.name.toUtf8() + ' ' + tag;
    const QString &group = plot.groups()[std::size_t(identity.group)];
    return group.isEmpty() ? tag : group.toUtf8() + ' ' + tag;
}

QByteArray quoted(QByteArray cell) {
    if (!cell.contains(',') && !cell.contains('"') && !cell.contains('\n'))
        return cell;
    return '"' + cell.replace('"', "\"\"") + '"';
}

// A run has its raw and its smoothed value, a band its mean, its edges and how many runs it has.
QByteArray header(const CurvePlot &plot, const CurveSeries &series) {
    const QByteArray name = columnName(plot, series.identity());
    if (!series.isBand())
        return ',' + quoted(name) + ',' + quoted(name + " (smoothed)");
    QByteArray out;
    for (const char *what : {" (mean)", " (low)", " (high)", " (runs)"})
        out += ',' + quoted(name + what);
    return out;
}

QByteArray cells(const CurveSeries &series, int at, double scale) {
    if (at < 0)
        return series.isBand() ? ",,,," : ",,";
    const LinePoint &p = series.line()[std::size_t(at)];
    const auto number = [scale](double value) {
        return ',' + valueText(value / scale, 9).toLatin1();
    };
    if (!series.isBand())
        return number(p.raw) + number(p.smooth);
    return number(p.smooth) + number(p.low) + number(p.high) + ',' + QByteArray::number(p.runs);
}

// Legends of the lines below the plots, so that a picture explains itself.
std::vector<const CurveSeries *> namedLines(const std::vector<CurvePlot *> &plots) {
    std::vector<const CurveSeries *> out;
    for (const CurveSeries *series : plots.front()->allSeries())
        if (!series->identity().name.isEmpty())
            out.push_back(series);
    return out;
}

// Where the plots of a picture stand, px.
struct Sheet {
    int columns = 1;
    QSize each;
    int rows = 1;
    int legend = 0; // height

    QSize size() const { return {columns * each.width(), rows * each.height() + legend}; }
};

Sheet sheetOf(const std::vector<CurvePlot *> &plots, int columns) {
    Sheet sheet;
    sheet.columns = std::clamp(columns, 1, int(plots.size()));
    sheet.rows = (int(plots.size()) + sheet.columns - 1) / sheet.columns;
    sheet.each = plots.front()->size().expandedTo(kLeastPlot);
    sheet.legend = namedLines(plots).size() > 1 ? kLegendHeight : 0;
    return sheet;
}

void paintLegend(QCPPainter &painter, const std::vector<CurvePlot *> &plots, const Sheet &sheet,
                 const Theme &theme) {
    painter.setFont(uiFont(-1));
    double x = space::kMedium;
    const double y = sheet.size().height() - sheet.legend / 2.0;
    for (const CurveSeries *series : namedLines(plots)) {
        painter.setPen(runPen(series->color(), series->identity().pattern));
        painter.drawLine(QPointF(x, y), QPointF(x + kSample, y));
        x += kSample + space::kTiny;
        painter.setPen(theme.text);
        const QString name = series->identity().name;
        const double width = painter.fontMetrics().horizontalAdvance(name);
        painter.drawText(QRectF(x, y - 10, width + 4, 20), Qt::AlignLeft | Qt::AlignVCenter, name);
        x += width + space::kLarge;
    }
}

// Each plot draws itself into a picture of its own first: it fills all that it is given.
void paintSheet(QPaintDevice *device, const std::vector<CurvePlot *> &plots, const Sheet &sheet,
                const Theme &theme, bool vectors) {
    QCPPainter painter;
    if (!painter.begin(device))
        return;
    painter.setMode(QCPPainter::pmVectorized, vectors);
    painter.setMode(QCPPainter::pmNoCaching, vectors);
    painter.fillRect(QRect(QPoint(), sheet.size()), theme.panel);
    for (std::size_t i = 0; i < plots.size(); ++i) {
        painter.save();
        painter.translate(int(i) % sheet.columns * sheet.each.width(),
                          int(i) / sheet.columns * sheet.each.height());
        plots[i]->toPainter(&painter, sheet.each.width(), sheet.each.height());
        painter.restore();
    }
    if (sheet.legend > 0)
        paintLegend(painter, plots, sheet, theme);
}

// The colours of the picture while it is drawn.
class Dressed {
  public:
    Dressed(const std::vector<CurvePlot *> &plots, const Theme &theme, const Theme &shown)
        : m_plots(plots), m_shown(shown) {
        for (CurvePlot *plot : m_plots) {
            plot->setTheme(theme);
            plot->refresh();
            plot->prepareView();
        }
    }
    ~Dressed() {
        for (CurvePlot *plot : m_plots)
            plot->setTheme(m_shown);
    }
    Dressed(const Dressed &) = delete;
    Dressed &operator=(const Dressed &) = delete;

  private:
    const std::vector<CurvePlot *> &m_plots;
    const Theme &m_shown;
};

void paintPdf(QIODevice &file, const std::vector<CurvePlot *> &plots, const Sheet &sheet,
              const Theme &theme) {
    QPdfWriter writer(&file);
    writer.setResolution(kDotsPerInch);
    writer.setPageSize(QPageSize(QSizeF(sheet.size()) * 72.0 / kDotsPerInch, QPageSize::Point, {},
                                 QPageSize::ExactMatch));
    writer.setPageMargins({0, 0, 0, 0});
    paintSheet(&writer, plots, sheet, theme, true);
}

void paintSvg(QIODevice &file, const std::vector<CurvePlot *> &plots, const Sheet &sheet,
              const Theme &theme) {
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setResolution(kDotsPerInch);
    generator.setSize(sheet.size());
    generator.setViewBox(QRect(QPoint(), sheet.size()));
    generator.setTitle(plots.size() == 1 ? plots.front()->spec().title : QString("Paddock"));
    paintSheet(&generator, plots, sheet, theme, true);
}

} // namespace

QByteArray plotsCsv(const std::vector<CurvePlot *> &plots) {
    struct Column {
        const CurveSeries *series;
        double scale;
    };
    QByteArray out = "step";
    std::vector<Column> columns;
    for (const CurvePlot *plot : plots)
        for (const CurveSeries *series : plot->allSeries()) {
            out += header(*plot, *series);
            columns.push_back({series, plot->spec().scale});
        }
    std::map<double, std::vector<int>> rows; // step -> point of each line, -1: none
    const QCPRange view = plots.front()->xAxis->range();
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto &line = columns[c].series->line();
        for (std::size_t i = 0; i < line.size(); ++i)
            if (view.contains(line[i].x))
                rows.try_emplace(line[i].step, columns.size(), -1).first->second[c] = int(i);
    }
    for (const auto &[step, at] : rows) {
        out += '\n' + valueText(step, 15).toLatin1();
        for (std::size_t c = 0; c < at.size(); ++c)
            out += cells(*columns[c].series, at[c], columns[c].scale);
    }
    return out + '\n';
}

QImage plotPicture(const std::vector<CurvePlot *> &plots, const Theme &theme, const Theme &shown,
                   int columns) {
    const Dressed dressed(plots, theme, shown);
    const Sheet sheet = sheetOf(plots, columns);
    QImage image(sheet.size() * kExportScale, QImage::Format_RGB32);
    image.setDevicePixelRatio(kExportScale);
    paintSheet(&image, plots, sheet, theme, false);
    return image;
}

QString writePlots(const std::vector<CurvePlot *> &plots, const QString &file, const Theme &theme,
                   const Theme &shown, int columns) {
    const QString failed =
        QCoreApplication::translate("PlotPanel", "%1 cannot be written").arg(file);
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return failed + ": " + out.errorString();
    if (file.endsWith(".png")) {
        plotPicture(plots, theme, shown, columns).save(&out, "PNG");
    } else if (file.endsWith(".pdf") || file.endsWith(".svg")) {
        const Dressed dressed(plots, theme, shown);
        const Sheet sheet = sheetOf(plots, columns);
        if (file.endsWith(".pdf"))
            paintPdf(out, plots, sheet, theme);
        else
            paintSvg(out, plots, sheet, theme);
    } else {
        for (CurvePlot *plot : plots)
            plot->refresh();
        out.write(plotsCsv(plots));
    }
    return out.commit() ? QString() : failed + ": " + out.errorString();
}

} // namespace paddock
