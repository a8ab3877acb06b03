#include "widgets/form/field_words.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace paddock {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("FieldWords", text);
}

QString rangeWords(const FieldRow &row) {
    const bool low = std::isfinite(row.min), high = std::isfinite(row.max);
    if ((row.type != "number" && row.type != "integer" && row.type != "numbers") || !(low || high))
        return {};
    const QString unit = row.unit.empty() ? "" : " " + unitText(QString::fromStdString(row.unit));
    if (low && high)
        return tr("Range: %1 to %2%3").arg(valueText(row.min), valueText(row.max), unit);
    return low ? tr("At least %1%2").arg(valueText(row.min), unit)
               : tr("At most %1%2").arg(valueText(row.max), unit);
}

} // namespace

QString fieldName(const QString &path) {
    return path.section('.', -1).replace('_', ' ');
}

QString fieldGroup(const QString &path) {
    return path.contains('.') ? path.left(path.lastIndexOf('.')) : QString();
}

QString fieldSection(const QString &path) {
    return path.contains('.') ? path.section('.', 0, 0) : QString();
}

QString sectionTitle(const QString &section) {
    if (section.isEmpty())
        return tr("Document");
    if (section == "parallel")
        return tr("Parallel worlds");
    static const QRegularExpression item(R"(^vehicles\[(\d+)\]$)");
    if (const auto match = item.match(section); match.hasMatch())
        return tr("Vehicle %1").arg(match.captured(1).toInt() + 1);
    QString title = QString(section).replace('_', ' ');
    title[0] = title[0].toUpper();
    return title;
}

QString symbolText(const QString &symbol) {
    static const QHash<QString, QString> greek{
        {"alpha", "α"},  {"beta", "β"},  {"gamma", "γ"}, {"delta", "δ"}, {"epsilon", "ε"},
        {"lambda", "λ"}, {"xi", "ξ"},    {"tau", "τ"},   {"mu", "μ"},    {"sigma", "σ"},
        {"theta", "θ"},  {"omega", "ω"}, {"rho", "ρ"},   {"psi", "ψ"},   {"eta", "η"},
    };
    const QString head = symbol.section('_', 0, 0);
    return greek.value(head, head) + symbol.mid(head.size());
}

QString unitText(const QString &unit) {
    return QString(unit).replace("^2", "²").replace("^3", "³").replace("m s", "m·s");
}

QString fieldHelp(const FieldRow &row, const QString &presetValue) {
    QStringList lines{QString::fromStdString(row.path)};
    if (!row.help.empty())
        lines << QString::fromStdString(row.help);
    if (const QString range = rangeWords(row); !range.isEmpty())
        lines << range;
    if (row.type == "numbers" || row.type == "texts")
        lines << tr("Several values with commas between");
    if (!presetValue.isEmpty())
        lines << tr("Preset: %1").arg(presetValue);
    if (row.live)
        lines << tr("Live: may change while a run trains");
    return lines.join('\n');
}

QString problemPath(const Problem &problem) {
    const QString where = QString::fromStdString(problem.where);
    const int slash = int(where.lastIndexOf(": /"));
    QString pointer = slash >= 0 ? where.mid(slash + 3) : where.startsWith('/') ? where.mid(1) : "";
    static const QRegularExpression index(R"(/(\d+)(?=/|$))");
    return pointer.replace(index, "[\\1]").replace('/', '.');
}

} // namespace paddock
