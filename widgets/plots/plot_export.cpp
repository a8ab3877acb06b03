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
    const QString &group = plot.groups()[std::size_t(identity.group)];
    return group.isEmpty() ? tag : group.toUtf8() + ' ' + tag;
}

} // namespace

QByteArray plotCsv(const CurvePlot &plot) {
    QByteArray out = "step";
    const auto &series = plot.series();
    std::vector<std::vector<double>> smoothed;
    std::map<double, std::vector<int>> rows; // step -> point of each line, -1: none
    for (std::size_t s = 0; s < series.size(); ++s) {
        const QByteArray name = columnName(plot, series[s]->identity());
        out += ',' + name + ',' + name + " (smoothed)";
        smoothed.push_back(series[s]->curve().smoothed(plot.smoothing()));
        const auto &points = series[s]->curve().points();
        for (std::size_t i = 0; i < points.size(); ++i)
            if (plot.xAxis->range().contains(points[i].step))
                rows.try_emplace(points[i].step, series.size(), -1).first->second[s] = int(i);
    }
    const auto number = [&plot](double value) {
        return valueText(value / plot.spec().scale, 9).toLatin1();
    };
    for (const auto &[step, at] : rows) {
        out += '\n' + valueText(step, 15).toLatin1();
        for (std::size_t s = 0; s < at.size(); ++s) {
            const std::size_t i = std::size_t(at[s]);
            out += at[s] < 0 ? QByteArray(",,")
                             : ',' + number(series[s]->curve().points()[i].mean) + ',' +
                                   number(smoothed[s][i]);
        }
    }
    return out + '\n';
}

QString writePlot(CurvePlot &plot, const QString &file) {
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
