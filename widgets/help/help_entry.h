// One page of the help, and how pages are found.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace paddock {

enum class HelpSection { Concepts, Keys, Curves, Parameters, Commands };

struct HelpEntry {
    QString
        topic; // "concept/runs", "key/start", "curve/Policy/Entropy", "parameter/training.gamma"
    HelpSection section = HelpSection::Concepts;
    QString title;
    QString text;  // Markdown; links are "help:" and a topic
    QString words; // more to be found by
};

// How well an entry answers the words, 0: not at all. All words must be in it; a hit in the title
// counts more than one in the text.
int helpRank(const HelpEntry &entry, const QString &words);
// The best first; all in their own order when there are no words.
QList<const HelpEntry *> searchHelp(const QList<HelpEntry> &entries, const QString &words);

// Which entry explains a widget, and the nearest such topic from a widget upwards.
void setHelpTopic(QWidget *widget, const QString &topic);
QString helpTopicAt(const QWidget *widget);

// Markdown gives some characters a meaning that a key or a document's text does not have.
QString escapedMarkdown(QString text);

} // namespace paddock
