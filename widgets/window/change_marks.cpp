#include "widgets/window/change_marks.h"

#include "widgets/form/field_words.h"

#include <QRegularExpression>

namespace paddock {

namespace {

constexpr int kMaxText = 26; // letters that a small plot has room for

} // namespace

std::optional<PlotMark> markOf(const SessionEvent &event, const std::vector<FieldRow> &fields) {
    if (event.level != EventLevel::Change)
        return std::nullopt;
    const QString text = QString::fromStdString(event.text);
    static const QRegularExpression lastWord(R"(([^\s]+)\s*$)");
    const QString value = lastWord.match(text).captured(1);
    for (const FieldRow &field : fields) {
        const QString path = QString::fromStdString(field.path);
        const QString key = path.section('.', -1);
        if (!field.live || !text.contains(QRegularExpression("\\b" + key + "\\b")))
            continue;
        const QString symbol = symbolText(QString::fromStdString(field.symbol));
        const QString name = symbol.isEmpty() ? fieldName(path) : symbol;
        return PlotMark{double(event.step), name + " = " + value};
    }
    return PlotMark{double(event.step),
                    text.size() > kMaxText ? text.left(kMaxText - 1) + "…" : text};
}

} // namespace paddock
