#include "core/run/metrics.h"
#include "core/scenario/scenario_io.h"
#include "widgets/help/help_library.h"
#include "widgets/plots/curve_plot.h"
#include "widgets/window/main_window.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

namespace {

HelpEntry entry(const QString &topic, const QString &title, const QString &text = {}) {
    return {topic, HelpSection::Concepts, title, text, {}};
}

QStringList titlesOf(const QList<const HelpEntry *> &found) {
    QStringList out;
    for (const HelpEntry *one : found)
        out << one->title;
    return out;
}

} // namespace

class TestHelp : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

    HelpWindow &help(const QString &topic = "concept/start") {
        return m_window->help().open(topic);
    }
    static QStringList listed(const HelpWindow &window) {
        QStringList out;
        for (int i = 0; i < window.list()->topLevelItemCount(); ++i)
            out << window.list()->topLevelItem(i)->text(0);
        return out;
    }

  private Q_SLOTS:
    void initTestCase() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_themes = std::make_unique<ThemeManager>();
        m_themes->setChoice(ThemeChoice::Dark);
        m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
        SessionOptions options;
        options.runsFolder = m_folder->filePath("runs").toStdString();
        m_window = std::make_unique<MainWindow>(*m_themes, *m_settings, options);
        m_window->setUnattended(true);
    }
    void cleanup() {
        for (QDialog *dialog : m_window->findChildren<QDialog *>())
            delete dialog;
        m_window->keys().resetAll();
    }
    void cleanupTestCase() {
        m_window.reset();
        m_settings.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void titleHitsComeBeforeHitsInTheText() {
        const QList<HelpEntry> entries{entry("a", "Runs", "entropy entropy entropy"),
                                       entry("b", "Entropy", "how undecided"),
                                       entry("c", "Weight of entropy", "beta")};
        QCOMPARE(titlesOf(searchHelp(entries, "entropy")),
                 (QStringList{"Entropy", "Weight of entropy", "Runs"}));
    }
    void allWordsMustBeInAnEntry() {
        const QList<HelpEntry> entries{entry("a", "Learning rate", "size of a step"),
                                       entry("b", "Success rate", "share of episodes")};
        QCOMPARE(titlesOf(searchHelp(entries, "RATE learning")), QStringList{"Learning rate"});
        QVERIFY(searchHelp(entries, "rate nonsense").isEmpty());
    }
    void everyParameterHasAPage() {
        QSet<QString> topics;
        for (const HelpEntry &page : parameterPages())
            topics.insert(page.topic);
        for (ScenarioKind kind : {ScenarioKind::Intersection, ScenarioKind::Racing})
            for (const FieldRow &field : listFields(presetScenario(presetNames().front(), kind)))
                QVERIFY2(topics.contains(parameterTopic(QString::fromStdString(field.path))),
                         field.path.c_str());
    }
    void aParametersPageHasWhatItsFieldHas() {
        for (const HelpEntry &page : parameterPages())
            if (page.topic == "parameter/training.gamma") {
                QVERIFY2(page.text.contains("training.gamma"), qPrintable(page.text));
                QVERIFY2(page.text.contains("γ"), qPrintable(page.text));
                QVERIFY2(page.text.contains("0 to 1"), qPrintable(page.text));
                return;
            }
        QFAIL("no page of training.gamma");
    }
    void everyKeyStandsInTheTable() {
        const QString table = keyPages(m_window->actions()).front().text;
        for (const QAction *action : m_window->actions().all())
            for (const QKeySequence &key : action->shortcuts())
                QVERIFY2(table.contains(escapedMarkdown(key.toString(QKeySequence::NativeText))),
                         qPrintable(action->text()));
    }
    void everyPlotHasAPage() {
        QSet<QString> topics;
        for (const HelpEntry &page : curvePages())
            topics.insert(page.topic);
        for (ScenarioKind kind : {ScenarioKind::Intersection, ScenarioKind::Racing}) {
            Scenario scenario = presetScenario(presetNames().front(), kind);
            scenario.training.cloning.enabled = scenario.training.gail.enabled =
                scenario.training.curiosity.enabled = scenario.training.rnd.enabled = true;
            for (const PlotSpec &plot : plotsOf(scenario))
                QVERIFY2(topics.contains(curveTopic(plot.lines.front().tag)),
                         plot.lines.front().tag);
        }
    }
    void noLinkLeadsNowhere() {
        HelpWindow &window = help();
        QSet<QString> topics;
        for (const HelpEntry &page : window.entries())
            topics.insert(page.topic);
        static const QRegularExpression link("\\]\\(help:([^)]+)\\)");
        for (const HelpEntry &page : window.entries())
            for (auto it = link.globalMatch(page.text); it.hasNext();) {
                const QString to = it.next().captured(1).replace("%20", " ");
                QVERIFY2(topics.contains(to) || to.startsWith("settings/"),
                         qPrintable(page.topic + " links to " + to));
            }
    }
    void topicsAreUnique() {
        QSet<QString> topics;
        for (const HelpEntry &page : help().entries()) {
            QVERIFY2(!topics.contains(page.topic), qPrintable(page.topic));
            topics.insert(page.topic);
        }
    }

    void typingFindsAndReturnOpensTheBest() {
        HelpWindow &window = help();
        QTest::keyClicks(window.searchBox(), "entropy");
        QCOMPARE(listed(window).value(0), QString("Entropy"));
        QTest::keyClick(window.searchBox(), Qt::Key_Return);
        QCOMPARE(window.topic(), curveTopic(tag::kEntropy));
    }
    void wordsThatNothingHasAreSaid() {
        HelpWindow &window = help();
        window.searchBox()->setText("qwertzuiop");
        QCOMPARE(listed(window), QStringList{"Nothing has these words."});
    }
    void aFollowedLinkCanBeTakenBack() {
        HelpWindow &window = help();
        Q_EMIT window.page()->anchorClicked(QUrl("help:concept/runs"));
        QCOMPARE(window.topic(), QString("concept/runs"));
        QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(window.topic(), QString("concept/start"));
        QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(window.topic(), QString("concept/runs"));
    }
    void linksWithSpacesInTheirTopicArrive() {
        HelpWindow &window = help();
        Q_EMIT window.page()->anchorClicked(QUrl("help:curve/Environment/Success%20Rate"));
        QCOMPARE(window.topic(), curveTopic(tag::kSuccess));
    }
    void anUnknownTopicOpensTheFirstPage() {
        QCOMPARE(help("no/such/thing").topic(), QString("concept/start"));
    }
    void aFieldOfTheFormOpensItsParameter() {
        FieldRowWidget *row = m_window->form().row("training.gamma");
        QCOMPARE(helpTopicAt(row->editor().widget()), QString("parameter/training.gamma"));
    }
    void aPlotOpensItsCurve() {
        QCOMPARE(helpTopicAt(m_window->plots().plotOf(tag::kEntropy)), curveTopic(tag::kEntropy));
    }
    void newKeysAreShownAtOnce() {
        HelpWindow &window = help("key/start");
        m_window->keys().add(m_window->actions().start, QKeySequence("Ctrl+Alt+S"));
        QVERIFY(window.page()->toPlainText().contains("Ctrl+Alt+S"));
    }
    void linksOpenTheSettingsOfKeys() {
        HelpWindow &window = help("keys");
        Q_EMIT window.page()->anchorClicked(QUrl("help:settings/keys"));
        QVERIFY(m_window->findChild<SettingsDialog *>());
    }
    void commandsComeFromTheProgramsOwnHelp() {
        const QByteArray printed = "Paddock.\nUsage: x\n\nSubcommands:\ntrain\n  Train agents\n"
                                   "  Options:\n    --out TEXT    Folder\n\nlaps\n  Show laps\n\n"
                                   "Exit codes: 0\n";
        const QList<HelpEntry> pages = commandPages(printed);
        QCOMPARE(pages.size(), 2);
        QCOMPARE(pages[0].title, QString("paddock-cli train"));
        QVERIFY(pages[0].text.contains("Train agents"));
        QVERIFY(pages[0].text.contains("--out TEXT"));
        QVERIFY(!pages[1].text.contains("Exit codes"));
    }
    void nonsenseInsteadOfHelpHasNoCommands() {
        QVERIFY(commandPages("segmentation fault\n").isEmpty());
        QVERIFY(commandPages({}).isEmpty());
    }
    void theRealProgramHasTheCommandsThatTheWindowHas() {
        QProcess program;
        program.start(PADDOCK_BIN_DIR "/paddock-cli", {"--help-all"});
        QVERIFY(program.waitForFinished(60'000));
        QStringList names;
        for (const HelpEntry &page : commandPages(program.readAllStandardOutput()))
            names << page.topic;
        for (const char *name : {"command/train", "command/eval", "command/bench"})
            QVERIFY2(names.contains(name), name);
    }
};

QTEST_MAIN(TestHelp)
#include "test_help.moc"
