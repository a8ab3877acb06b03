#include "tests/hygiene/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace paddock::test {

namespace {

// Blanks one construct that starts at `at` and returns where it ends.
class Blanker {
  public:
    explicit Blanker(QString text) : m_text(std::move(text)) {}

    QString blanked() {
        for (qsizetype at = 0; at < m_text.size();)
            at = step(at);
        return m_text;
    }

  private:
    bool startsWith(qsizetype at, QLatin1String word) const {
        return QStringView(m_text).mid(at).startsWith(word);
    }
    bool atLineStart(qsizetype at) const {
        while (at > 0 && (m_text[at - 1] == ' ' || m_text[at - 1] == '\t'))
            --at;
        return at == 0 || m_text[at - 1] == '\n';
    }
    qsizetype step(qsizetype at) {
        const QChar c = m_text[at];
        if (startsWith(at, QLatin1String("//")))
            return blank(at, endOfLine(at));
        if (startsWith(at, QLatin1String("/*")))
            return blank(at, after("*/", at + 2));
        if (startsWith(at, QLatin1String("R\"")))
            return blank(at, endOfRawString(at));
        if (c == '"' || (c == '\'' && !isDigitSeparator(at)))
            return blank(at, endOfLiteral(at));
        if (c == '#' && atLineStart(at))
            return blank(at, endOfDirective(at));
        return at + 1;
    }
    bool isDigitSeparator(qsizetype at) const {
        return at > 0 &&
               (m_text[at - 1].isDigit() || QString("abcdefABCDEF").contains(m_text[at - 1])) &&
               at + 1 < m_text.size() && m_text[at + 1].isLetterOrNumber() &&
               m_text.mid(at + 2, 1) != "'";
    }
    qsizetype endOfLine(qsizetype at) const {
        const qsizetype end = m_text.indexOf('\n', at);
        return end < 0 ? m_text.size() : end;
    }
    qsizetype endOfDirective(qsizetype at) const {
        qsizetype end = endOfLine(at);
        while (end < m_text.size() && m_text[end - 1] == '\\')
            end = endOfLine(end + 1);
        return end;
    }
    qsizetype after(const QString &word, qsizetype at) const {
        const qsizetype found = m_text.indexOf(word, at);
        return found < 0 ? m_text.size() : found + word.size();
    }
    qsizetype endOfRawString(qsizetype at) const {
        const qsizetype open = m_text.indexOf('(', at);
        return after(")" + m_text.mid(at + 2, open - at - 2) + "\"", open);
    }
    qsizetype endOfLiteral(qsizetype at) const {
        const QChar quote = m_text[at];
        for (++at; at < m_text.size() && m_text[at] != quote; ++at)
            if (m_text[at] == '\\')
                ++at;
        return std::min(at + 1, m_text.size());
    }
    qsizetype blank(qsizetype begin, qsizetype end) {
        for (qsizetype i = begin; i < end; ++i)
            if (m_text[i] != '\n')
                m_text[i] = ' ';
        return std::max(end, begin + 1);
    }

    QString m_text;
};

} // namespace

QList<SourceFile> readSources(const QStringList &folders) {
    const QDir root(PADDOCK_SOURCE_DIR);
    QList<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator it(root.filePath(folder), {"*.h", "*.cpp"}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                files << SourceFile{root.relativeFilePath(file.fileName()),
                                    QString::fromUtf8(file.readAll())};
        }
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile &a, const SourceFile &b) { return a.path < b.path; });
    return files;
}

QList<Include> includesOf(const SourceFile &file) {
    static const QRegularExpression pattern("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
    QList<Include> includes;
    const QStringList lines = file.text.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = pattern.match(lines[i]);
        if (match.hasMatch())
            includes << Include{match.captured(2), match.captured(1) == "\"", i + 1};
    }
    return includes;
}

QString codeOnly(const QString &text) {
    return Blanker(text).blanked();
}

} // namespace paddock::test
