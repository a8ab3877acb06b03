#include "widgets/form/field_words.h"
#include "widgets/form/parameter_form.h"

#include <QSignalSpy>
#include <QTest>

using namespace paddock;

class TestParameterForm : public QObject {
    Q_OBJECT

    DocumentModel *m_document = nullptr;
    ThemeManager *m_themes = nullptr;
    ParameterForm *m_form = nullptr;

    QLineEdit *line(const QString &path) {
        return qobject_cast<QLineEdit *>(m_form->row(path)->editor().widget());
    }
    void type(const QString &path, const QString &text) {
        QLineEdit *edit = line(path);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
    void enter(const QString &path, const QString &text) {
        type(path, text);
        QTest::keyClick(line(path), Qt::Key_Return);
    }

  private Q_SLOTS:
    void init() {
        m_document = new DocumentModel;
        m_themes = new ThemeManager;
        m_themes->setChoice(ThemeChoice::Dark);
        m_form = new ParameterForm(*m_document, *m_themes);
        m_form->resize(344, 900);
        m_form->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_form));
    }
    void cleanup() {
        delete m_form;
        delete m_themes;
        delete m_document;
    }

    void everyFieldOfTheListHasARow() {
        for (const FieldRow &field : m_document->fields())
            QVERIFY2(m_form->row(QString::fromStdString(field.path)), field.path.c_str());
        QCOMPARE(m_form->rows().size(), m_document->fields().size());
    }
    void everyRowShowsTheDocumentsValue() {
        for (const FieldRow &field : m_document->fields())
            QCOMPARE(m_form->row(QString::fromStdString(field.path))->editor().text(),
                     QString::fromStdString(field.value));
    }
    void editingSetsTheField() {
        enter("training.gamma", "0.9");
        QCOMPARE(m_document->scenario().training.gamma, 0.9);
    }
    void undoAfterAnEditRestoresScenarioAndText() {
        const std::string before = writeScenario(m_document->scenario());
        const QString text = line("training.gamma")->text();
        enter("training.gamma", "0.9");
        m_document->undo();
        QCOMPARE(writeScenario(m_document->scenario()), before);
        QCOMPARE(line("training.gamma")->text(), text);
    }
    void badTextShowsAMessageAndLeavesTheScenarioAlone() {
        const std::string before = writeScenario(m_document->scenario());
        enter("training.gamma", "much");
        QVERIFY(!m_form->row("training.gamma")->message().isEmpty());
        QCOMPARE(writeScenario(m_document->scenario()), before);
    }
    void valueOutOfRangeIsToldWhileTyping() {
        type("training.gamma", "7");
        QVERIFY(m_form->row("training.gamma")->message().contains("Expected"));
    }
    void escapeTakesBackWhatWasTyped() {
        const QString text = line("training.gamma")->text();
        type("training.gamma", "much");
        QTest::keyClick(line("training.gamma"), Qt::Key_Escape);
        QCOMPARE(line("training.gamma")->text(), text);
        QVERIFY(m_form->row("training.gamma")->message().isEmpty());
    }
    void arrowKeysStepNumbers() {
        QLineEdit *edit = line("parallel.worlds");
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Up);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(m_document->scenario().parallel.worlds, Scenario{}.parallel.worlds + 1);
    }
    void aValueThatDiffersFromThePresetIsMarked() {
        QVERIFY(!m_form->row("training.gamma")->differsFromPreset());
        enter("training.gamma", "0.9");
        QVERIFY(m_form->row("training.gamma")->differsFromPreset());
    }
    void oneClickResetsToThePreset() {
        const double preset = m_document->scenario().training.gamma;
        enter("training.gamma", "0.9");
        auto *reset = m_form->row("training.gamma")->findChild<QToolButton *>();
        QVERIFY(reset->isVisible());
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(m_document->scenario().training.gamma, preset);
    }
    void searchHidesWhatDoesNotMatch() {
        m_form->searchBox()->setText("learning rate");
        QVERIFY(m_form->row("training.learning_rate")->isVisible());
        QVERIFY(!m_form->row("training.gamma")->isVisible());
    }
    void searchFindsFieldsInFoldedSections() {
        QVERIFY(!m_form->row("vehicles[0].wheelbase")->isVisible());
        m_form->searchBox()->setText("wheelbase");
        QVERIFY(m_form->row("vehicles[0].wheelbase")->isVisible());
    }
    void anEndedSearchFoldsSectionsAgain() {
        m_form->searchBox()->setText("wheelbase");
        m_form->searchBox()->clear();
        QVERIFY(!m_form->row("vehicles[0].wheelbase")->isVisible());
    }
    void duringARunFieldsThatAreNotLiveAreLockedWithWords() {
        m_document->setRunActive(true);
        QVERIFY(!line("training.num_layers")->isEnabled());
        QVERIFY(m_form->row("training.num_layers")->toolTip().contains("Locked"));
        QVERIFY(line("training.learning_rate")->isEnabled());
    }
    void aProblemOfTheWholeDocumentStandsBesideItsField() {
        m_form->showProblems({{"document: /agents/vehicle", "names no vehicle", ""}});
        QCOMPARE(m_form->row("agents.vehicle")->message(), QString("names no vehicle"));
    }
    void choicesAreCombos() {
        auto *combo = qobject_cast<QComboBox *>(m_form->row("map.traffic_side")->editor().widget());
        QVERIFY(combo);
        QCOMPARE(combo->count(), 2);
    }
    void everyEditorHasAnAccessibleName() {
        for (FieldRowWidget *row : m_form->rows())
            QVERIFY(!row->editor().widget()->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestParameterForm)
#include "test_parameter_form.moc"
