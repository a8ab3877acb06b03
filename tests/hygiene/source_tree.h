// The project's own sources, read for what they look like.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace paddock::test {

struct SourceFile {
    QString path; // from the repository's root, e.g. "core/base/rng.h"
    QString text;

    bool isHeader() const { return path.endsWith(".h"); }
    int lines() const { return int(text.count('\n')); }
};

// All .h and .cpp files below `folders`, sorted by path.
QList<SourceFile> readSources(const QStringList &folders);

struct Include {
    QString target;   // between the brackets or quotes
    bool own = false; // in quotes
    int line = 0;
};
QList<Include> includesOf(const SourceFile &file);

// `text` with comments, literals and preprocessor lines blanked; every line stays where it is.
QString codeOnly(const QString &text);

} // namespace paddock::test
