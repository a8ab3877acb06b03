// Documents that are wrong in every way we could think of: each is refused with words, none crashes
// the program.
#include "tests/support/cli_process.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace paddock::test;

namespace {

// A document of version 1 with `members` in it.
QByteArray with(const QByteArray &members) {
    return "{\"version\": 1, " + members + "}";
}

QByteArray nested(int depth) {
    return with("\"map\": " + QByteArray(depth, '[') + QByteArray(depth, ']'));
}

QByteArray objects(int depth) {
    QByteArray text;
    for (int i = 0; i < depth; ++i)
        text += "{\"map\":";
    return text + "1" + QByteArray(depth, '}');
}

} // namespace

class TestCliDocuments : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aWrongDocumentIsRefusedWithWords_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("fragment");
        const auto row = [this](const char *name, const QByteArray &text, const char *fragment) {
            QTest::newRow(name) << text << QString(fragment);
            m_names << documentName(text);
            write(m_names.back(), text);
        };
        // Not a document at all.
        row("empty", "", "is not JSON");
        row("blank", " \n\t ", "is not JSON");
        row("truncated", R"({"version": 1, "map": {"lane_width": 0.3)", "is not JSON");
        row("truncated word", "{\"version\": 1, \"name\": \"cros", "is not JSON");
        row("two documents", "{\"version\": 1} {\"version\": 1}", "is not JSON");
        row("trailing comma", R"({"version": 1,})", "is not JSON");
        row("NaN", with(R"("map": {"lane_width": NaN})"), "is not JSON");
        row("infinity", with(R"("map": {"lane_width": -Infinity})"), "is not JSON");
        row("number beyond doubles", with(R"("map": {"lane_width": 1e999})"), ".json");
        row("binary", QByteArray("\x00\x01\x02\xff\xfe", 5), "holds a NUL byte");
        row("broken UTF-8", with("\"name\": \"\xc3\x28\""), "is not JSON");
        row("a list", "[1, 2]", "expected an object");
        row("a number", "42", "expected an object");
        row("null", "null", "expected an object");
        // Beyond the limits.
        row("deep lists", nested(100'000), "nested too deeply");
        row("deep objects", objects(100'000), "nested too deeply");
        row("too large", with("\"name\": \"" + QByteArray(5 << 20, 'x') + "\""), "at most");
        row("key twice", with(R"("name": "a", "name": "b")"), "twice");
        row("key twice within", with(R"("map": {"lane_width": 0.3, "lane_width": 0.4})"), "twice");
        // Another format or version.
        row("no version", R"({"name": "x"})", "/version");
        row("later version", R"({"version": 2})", "/version");
        row("version as text", R"({"version": "1"})", "/version");
        row("another format", with(R"("format": "geojson")"), "/format");
        row("unknown preset", with(R"("preset": "papr")"), "/preset");
        row("preset as number", with(R"("preset": 3)"), "/preset");
        // Unknown keys.
        row("unknown key", with(R"("trainng": {})"), "/trainng");
        row("unknown key hints", with(R"("trainng": {})"), "training");
        row("unknown key within", with(R"("map": {"lane_with": 0.3})"), "/map/lane_with");
        row("unknown key in a list", with(R"("vehicles": [{"whelbase": 1}])"),
            "/vehicles/0/whelbase");
        row("pointer characters in a key", with(R"("a/b~c": 1)"), "is not a known key");
        row("a very long key", with("\"" + QByteArray(100'000, 'k') + "\": 1"),
            "is not a known key");
        // Wrong types.
        row("text for a number", with(R"("map": {"lane_width": "wide"})"), "/map/lane_width");
        row("null for a number", with(R"("map": {"lane_width": null})"), "/map/lane_width");
        row("true for an integer", with(R"("agents": {"count": true})"), "/agents/count");
        row("fraction for an integer", with(R"("agents": {"count": 2.5})"), "/agents/count");
        row("list for an object", with(R"("training": [])"), "/training");
        row("object for a list", with(R"("vehicles": {})"), "/vehicles");
        row("number for text", with(R"("name": 5)"), "/name");
        row("text in a list of numbers", with(R"("agents": {"legs": [0, "x"]})"), "/agents/legs");
        row("number in a list of texts", with(R"("agents": {"intentions": [1]})"),
            "/agents/intentions");
        row("unknown choice", with(R"("map": {"traffic_side": "middle"})"), "/map/traffic_side");
        // Out of range.
        row("negative count", with(R"("agents": {"count": -1})"), "/agents/count");
        row("no agents", with(R"("agents": {"count": 0})"), "/agents/count");
        row("huge count", with(R"("agents": {"count": 1000000000})"), "/agents/count");
        row("count beyond 64 bits", with(R"("agents": {"count": 99999999999999999999})"),
            "/agents/count");
        row("huge number of worlds", with(R"("parallel": {"worlds": 1e18})"), "/parallel/worlds");
        row("negative width", with(R"("map": {"lane_width": -0.3})"), "/map/lane_width");
        row("gamma above one", with(R"("training": {"gamma": 1.5})"), "/training/gamma");
        row("huge network", with(R"("training": {"hidden_units": 1000000})"),
            "/training/hidden_units");
        row("no vehicles", with(R"("vehicles": [])"), "/vehicles");
        // Sound fields that do not fit together.
        row("unknown vehicle", with(R"("agents": {"vehicle": "tank"})"), "/agents/vehicle");
        row("unknown leg", with(R"("agents": {"legs": [7]})"), "/agents/legs");
        row("unknown intention", with(R"("agents": {"intentions": ["up"]})"), "/agents/intentions");
        row("period of no whole ticks", with(R"("task": {"decision_period": 0.0123})"),
            "/task/decision_period");
    }
    // The program judges all of them in one go: its start, with a learning library behind it, is
    // what takes time.
    void aWrongDocumentIsRefusedWithWords() {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, fragment);
        const QString name = documentName(text);
        QStringList words;
        for (const QString &line : verdict().err.split('\n'))
            if (line.startsWith(name))
                words << line;
        QVERIFY2(!words.isEmpty(), "the document was taken for a good one");
        const QString said = words.join('\n');
        QVERIFY2(said.contains(fragment), qPrintable(said.left(500)));
        QVERIFY2(said.size() < 20'000, "messages stay readable whatever the document holds");
    }

    void wrongDocumentsExitWithTwo() { QCOMPARE(verdict().exitCode, 2); }

    void allProblemsAreNamedAtOnce() {
        write("three.json",
              with(R"("map": {"lane_width": -1}, "agents": {"count": "x"}, "speed": 3)"));
        const CliResult result = runCli({"validate", "three.json"}, m_folder.path());
        QCOMPARE(result.err.trimmed().split('\n').size(), 3);
    }

  private:
    static QString documentName(const QByteArray &text) {
        return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex() + ".json";
    }
    void write(const QString &name, const QByteArray &text) {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    // What the program says of all documents of the table.
    const CliResult &verdict() {
        if (!m_verdict)
            m_verdict = runCli(QStringList{"validate"} + m_names, m_folder.path());
        return *m_verdict;
    }

    QTemporaryDir m_folder;
    QStringList m_names;
    std::optional<CliResult> m_verdict;
};

QTEST_GUILESS_MAIN(TestCliDocuments)
#include "test_cli_documents.moc"
