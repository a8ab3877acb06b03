// The bar above the scene follows the document.
#include "widgets/window/run_tool_bar.h"

#include <QMainWindow>
#include <QTest>

using namespace paddock;

class TestRunToolBar : public QObject {
    Q_OBJECT

    static QStringList offered(const RunToolBar &bar) {
        QStringList names;
        for (int i = 0; i < bar.presetBox()->count(); ++i)
            names << bar.presetBox()->itemText(i);
        return names;
    }
    static QStringList presets(ScenarioKind kind) {
        QStringList names;
        for (const std::string &name : presetNames(kind))
            names << QString::fromStdString(name);
        return names;
    }

  private Q_SLOTS:
    void thePresetsOfferedAreThoseOfTheDocumentsKind() {
        QMainWindow window;
        StudioActions actions(&window);
        RunController run({});
        DocumentModel document;
        const RunToolBar bar(actions, run, document);
        QCOMPARE(offered(bar), presets(ScenarioKind::Intersection));
        document.setScenario(presetScenario("released", ScenarioKind::Racing), {});
        QCOMPARE(offered(bar), presets(ScenarioKind::Racing));
        QCOMPARE(bar.presetBox()->currentText(), QString("released"));
        document.setScenario(presetScenario("tuned"), {});
        QCOMPARE(offered(bar), presets(ScenarioKind::Intersection));
        QCOMPARE(bar.presetBox()->currentText(), QString("tuned"));
    }
};

QTEST_MAIN(TestRunToolBar)
#include "test_run_tool_bar.moc"
