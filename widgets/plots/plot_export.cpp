#include "widgets/plots/plot_export.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QSaveFile>

#include <map>
#include <vector>

namespace paddock {

namespace {

constexpr double kExportScale = 2; // PNG pixels per screen pixel

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

} // namespace

QByteArray plotCsv(const CurvePlot &plot) {
    QByteArray out = "step";
    const std::vector<const CurveSeries *> all = plot.allSeries();
    std::map<double, std::vector<int>> rows; // step -> point of each line, -1: none
    for (std::size_t s = 0; s < all.size(); ++s) {
        out += header(plot, *all[s]);
        const auto &line = all[s]->line();
        for (std::size_t i = 0; i < line.size(); ++i)
            if (plot.xAxis->range().contains(line[i].x))
                rows.try_emplace(line[i].step, all.size(), -1).first->second[s] = int(i);
    }
    for (const auto &[step, at] : rows) {
        out += '\n' + valueText(step, 15).toLatin1();
        for (std::size_t s = 0; s < at.size(); ++s)
            out += cells(*all[s], at[s], plot.spec().scale);
    }
    return out + '\n';
}

QString writePlot(CurvePlot &plot, const QString &file) {
    plot.refresh();
    const QString failed =
        QCoreApplication::translate("PlotPanel", "%1 cannot be written").arg(file);
    if (file.endsWith(".png"))
        return plot.savePng(file, 0, 0, kExportScale) ? QString() : failed;
    if (file.endsWith(".pdf"))
        return plot.savePdf(file, 0, 0, QCP::epNoCosmetic) ? QString() : failed;
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return failed + ": " + out.errorString();
    out.write(plotCsv(plot));
    return out.commit() ? QString() : failed + ": " + out.errorString();
}

} // namespace paddock
