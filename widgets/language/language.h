// The languages of the window: which there are, which one is wanted, and how its words get in.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace paddock {

struct Language {
    QString code; // "de"
    QString name; // in the language itself: "Deutsch"
};

// English, which the program is written in, and each language whose words are built in.
QList<Language> languages();

// A choice is the code of a language; any other word follows the system.
inline constexpr const char *kSystemLanguage = "system";
// The code that a choice means here; English where the system speaks none of ours. `wanted` are the
// system's languages, the dearest first, e.g. "de-AT".
QString languageOf(const QString &choice, const QStringList &wanted);
QString languageOf(const QString &choice); // the system as it is

// All words of `app` in the language from now on; windows that stand already keep theirs. Numbers
// stay as they are in every language.
void installLanguage(QCoreApplication &app, const QString &code);

} // namespace paddock
