#include "widgets/form/field_words.h"
#include "widgets/language/language.h"
#include "widgets/theme/number_text.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <vector>

using namespace paddock;

namespace {

struct Entry {
    QString source;
    QStringList translations; // several where a number decides
    bool finished = true;
};

std::vector<Entry> entriesOf(const QString &path) {
    QFile file(path);
    std::vector<Entry> out;
    if (!file.open(QIODevice::ReadOnly))
        return out;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"message") {
            out.emplace_back();
        } else if (xml.name() == u"source") {
            out.back().source = xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            out.back().translations << xml.readElementText();
        } else if (xml.name() == u"translation") {
            out.back().finished = xml.attributes().value("type") != u"unfinished";
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (!text.trimmed().isEmpty())
                out.back().translations << text;
        }
    }
    return out;
}

QStringList placeholders(const QString &text) {
    static const QRegularExpression mark("%(L?\\d+|n)");
    QStringList found;
    for (auto it = mark.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    found.removeDuplicates();
    return found;
}

qsizetype mnemonics(QString text) {
    return text.remove("&&").count('&');
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

    std::vector<Entry> m_german;

  private Q_SLOTS:
    void initTestCase() {
        m_german = entriesOf(PADDOCK_SOURCE_DIR "/translations/paddock_de.ts");
        QVERIFY(m_german.size() > 500);
    }
    void cleanup() { installLanguage(*qApp, "en"); }

    void nearlyAllWordsAreGerman() {
        const auto done = std::count_if(m_german.begin(), m_german.end(),
                                        [](const Entry &entry) { return entry.finished; });
        QVERIFY2(double(done) >= 0.95 * double(m_german.size()),
                 qPrintable(QString("%1 of %2").arg(done).arg(m_german.size())));
    }
    void placeholdersAreThoseOfTheSource() {
        for (const Entry &entry : m_german)
            for (const QString &text : entry.translations)
                QVERIFY2(placeholders(text) == placeholders(entry.source), qPrintable(text));
    }
    void mnemonicsAreThereWhereTheSourceHasThem() {
        for (const Entry &entry : m_german)
            for (const QString &text : entry.translations)
                QVERIFY2(mnemonics(text) == mnemonics(entry.source), qPrintable(text));
    }
    void endingsThatAskForMoreAreKept() {
        for (const Entry &entry : m_german)
            for (const QString &text : entry.translations)
                QVERIFY2(text.endsWith(u'…') == entry.source.endsWith(u'…'), qPrintable(text));
    }

    void aChoiceBeatsTheSystem() { QCOMPARE(languageOf("en", {"de-DE"}), QString("en")); }
    void theSystemsDearestKnownLanguageIsTaken() {
        if (languages().size() < 2)
            QSKIP("built without Qt Linguist's tools");
        QCOMPARE(languageOf("system", {"fr-FR", "de-AT", "en"}), QString("de"));
    }
    void anUnknownLanguageIsEnglish() {
        QCOMPARE(languageOf("klingon", {"fr-FR"}), QString("en"));
        QCOMPARE(languageOf("", {}), QString("en"));
    }
    void installedWordsAreUsed() {
        if (languages().size() < 2)
            QSKIP("built without Qt Linguist's tools");
        installLanguage(*qApp, "de");
        QCOMPARE(QCoreApplication::translate("paddock::StudioActions", "&File"), QString("&Datei"));
        installLanguage(*qApp, "en");
        QCOMPARE(QCoreApplication::translate("paddock::StudioActions", "&File"), QString("&File"));
    }
    void wordsOfFreeFunctionsAreUsed() {
        if (languages().size() < 2)
            QSKIP("built without Qt Linguist's tools");
        installLanguage(*qApp, "de");
        QCOMPARE(sectionTitle("vehicles[1]"), QString("Fahrzeug 2"));
    }
    void numbersKeepTheirPoint() {
        installLanguage(*qApp, "de");
        QCOMPARE(decimalText(1.5, 2), QString("1.50"));
    }
};

QTEST_MAIN(TestTranslations)
#include "test_translations.moc"
