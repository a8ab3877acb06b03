#include "widgets/help/help_entry.h"

#include <QRegularExpression>
#include <QStringList>
#include <QVariant>

#include <algorithm>

namespace paddock {

namespace {

constexpr const char *kTopicProperty = "paddockHelp";

bool beginsAWord(const QString &text, const QString &word) {
    const qsizetype at = text.indexOf(word);
    return at == 0 || (at > 0 && !text[at - 1].isLetterOrNumber());
}

int rankOfWord(const QString &title, const QString &near, const QString &text,
               const QString &word) {
    if (title == word)
        return 100;
    if (title.startsWith(word))
        return 60;
    if (title.contains(word))
        return beginsAWord(title, word) ? 40 : 25;
    if (near.contains(word))
        return beginsAWord(near, word) ? 20 : 12;
    return text.contains(word) ? 3 : 0;
}

} // namespace

int helpRank(const HelpEntry &entry, const QString &words) {
    const QString all = words.toLower().simplified();
    const QString title = entry.title.toLower();
    const QString near = (entry.topic + ' ' + entry.words).toLower();
    const QString text = entry.text.toLower();
    int rank = title == all ? 200 : title.startsWith(all) ? 50 : 0;
    for (const QString &word : all.split(' ', Qt::SkipEmptyParts)) {
        const int one = rankOfWord(title, near, text, word);
        if (one == 0)
            return 0;
        rank += one;
    }
    return rank;
}

QList<const HelpEntry *> searchHelp(const QList<HelpEntry> &entries, const QString &words) {
    QList<std::pair<int, const HelpEntry *>> found;
    const bool any = !words.trimmed().isEmpty();
    for (const HelpEntry &entry : entries)
        if (const int rank = any ? helpRank(entry, words) : 1; rank > 0)
            found.append({rank, &entry});
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<const HelpEntry *> out;
    for (const auto &[rank, entry] : found)
        out << entry;
    return out;
}

void setHelpTopic(QWidget *widget, const QString &topic) {
    widget->setProperty(kTopicProperty, topic);
}

QString helpTopicAt(const QWidget *widget) {
    for (; widget; widget = widget->parentWidget())
        if (const QVariant topic = widget->property(kTopicProperty); topic.isValid())
            return topic.toString();
    return {};
}

QString escapedMarkdown(QString text) {
    for (const char *c : {"\\", "`", "*", "_", "|", "<", "[", "#"})
        text.replace(c, QString("\\") + c);
    return text;
}

} // namespace paddock
