#include "tests/hygiene/function_lengths.h"

#include <QRegularExpression>

namespace paddock::test {

namespace {

enum class Brace { Container, Function, Value };

QString withoutTemplateHead(QString head) {
    while (head.startsWith("template")) {
        const qsizetype open = head.indexOf('<');
        qsizetype at = open;
        int depth = 0;
        do {
            if (at < 0 || at >= head.size())
                return head;
            depth += head[at] == '<' ? 1 : head[at] == '>' ? -1 : 0;
            ++at;
        } while (depth > 0);
        head = head.mid(at).trimmed();
    }
    return head;
}

// What the brace behind `head`, the text since the last statement, opens.
Brace braceAfter(const QString &head) {
    static const QRegularExpression container(
        "^(inline\\s+)?(namespace|class|struct|union|enum|extern)\\b");
    static const QRegularExpression initialisers("\\)[^:]*[^:]:[^:]");
    static const QRegularExpression trailing("\\b(const|noexcept|override|final|mutable|try)$");
    const QString plain = withoutTemplateHead(head.trimmed());
    if (container.match(plain).hasMatch())
        return Brace::Container;
    if (!plain.contains('('))
        return Brace::Value;
    // `: m_x{0}` is a value; the body's brace follows ')' or '}'.
    const QChar last = plain.back();
    const bool afterName = last.isLetterOrNumber() || last == '_' || last == '>';
    if (initialisers.match(plain).hasMatch() && afterName && !trailing.match(plain).hasMatch())
        return Brace::Value;
    return Brace::Function;
}

QString nameIn(const QString &head) {
    static const QRegularExpression name("([\\w:~]+|operator\\S+)\\s*\\(");
    return name.match(withoutTemplateHead(head.trimmed())).captured(1);
}

class Scanner {
  public:
    explicit Scanner(const SourceFile &file) : m_path(file.path), m_code(codeOnly(file.text)) {}

    QList<FunctionLength> scan() {
        for (m_at = 0; m_at < m_code.size(); ++m_at)
            take(m_code[m_at]);
        return m_functions;
    }

  private:
    void take(QChar c) {
        if (c == '\n')
            ++m_line;
        if (m_head.isEmpty() && !c.isSpace())
            m_headLine = m_line;
        if (c == '{')
            return open();
        if (c == '}' || (c == ';' && m_parentheses == 0))
            return reset();
        m_parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (!m_head.isEmpty() || !c.isSpace())
            m_head += c;
        static const QRegularExpression label(
            "^((public|private|protected)(\\s+Q_SLOTS)?\\s*:|Q_SIGNALS\\s*:|Q_OBJECT\\s)$");
        if ((c == ':' || c.isSpace()) && label.match(m_head).hasMatch())
            m_head.clear();
    }

    void open() {
        const Brace brace = m_parentheses > 0 ? Brace::Value : braceAfter(m_head);
        if (brace == Brace::Container)
            return reset(); // look inside
        const QString head = m_head;
        skipBlock();
        if (brace == Brace::Value) {
            m_head += "}"; // goes on: more initialisers, the body or a semicolon
            return;
        }
        m_functions << FunctionLength{
            QString("%1:%2 %3").arg(m_path).arg(m_headLine).arg(nameIn(head)),
            m_line - m_headLine + 1};
        reset();
    }

    // From an opening brace to its partner.
    void skipBlock() {
        for (int depth = 0; m_at < m_code.size(); ++m_at) {
            const QChar c = m_code[m_at];
            m_line += c == '\n';
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0)
                return;
        }
    }

    void reset() {
        m_head.clear();
        m_parentheses = 0;
    }

    QString m_path;
    QString m_code;
    QString m_head;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_headLine = 1;
    int m_parentheses = 0;
    QList<FunctionLength> m_functions;
};

} // namespace

QList<FunctionLength> functionsOf(const SourceFile &file) {
    return Scanner(file).scan();
}

} // namespace paddock::test
