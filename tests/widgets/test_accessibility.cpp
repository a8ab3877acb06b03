// The window without a mouse and without eyes: every control has a name, and keys reach it.
#include "widgets/window/main_window.h"

#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>

using namespace paddock;

namespace {

template <class... Widgets>
bool isOne(const QWidget *widget) {
    return ((qobject_cast<const Widgets *>(widget) != nullptr) || ...);
}

// What a person operates; parts of such widgets, which Qt makes and names, are not asked.
bool isControl(const QWidget *widget) {
    if (widget->objectName().startsWith("qt_") || isOne<QScrollBar, QHeaderView>(widget))
        return false;
    for (const QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (isOne<QComboBox, QAbstractSpinBox, QLineEdit, QDialogButtonBox, QAbstractItemView>(
                parent))
            return false;
    return isOne<QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider,
                 QAbstractItemView, QTextEdit>(widget);
}

QString nameOf(QWidget *widget) {
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
    return face ? face->text(QAccessible::Name).trimmed() : QString();
}

QString whereIs(const QWidget *widget) {
    QStringList path;
    for (; widget; widget = widget->parentWidget())
        path.prepend(
            QString("%1(%2)").arg(widget->metaObject()->className(), widget->objectName()));
    return path.join(" > ");
}

QStringList nameless(QWidget *root) {
    QStringList out;
    for (QWidget *widget : root->findChildren<QWidget *>())
        if (isControl(widget) && nameOf(widget).isEmpty())
            out << whereIs(widget);
    return out;
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ThemeManager> m_themes;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

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
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    void cleanup() { m_window->setMode(StudioMode::Train); }
    void cleanupTestCase() {
        m_window.reset();
        m_settings.reset();
        m_themes.reset();
        m_folder.reset();
    }

    void everyControlOfEveryModeHasAName() {
        for (const QAction *mode : m_window->actions().modes()) {
            m_window->setMode(StudioActions::modeOf(mode));
            const QStringList missing = nameless(m_window.get());
            QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
        }
    }
    void everyControlOfTheDialogsHasAName() {
        const QStringList settings = nameless(&m_window->openSettings());
        QVERIFY2(settings.isEmpty(), qPrintable(settings.join('\n')));
        const QStringList help = nameless(&m_window->help().open("keys"));
        QVERIFY2(help.isEmpty(), qPrintable(help.join('\n')));
    }
    void f6VisitsAllPanelsAndComesBack() {
        QApplication::setActiveWindow(m_window.get());
        m_window->scene().view().setFocus();
        QSet<QWidget *> seen;
        for (int i = 0; i < 12; ++i) {
            m_window->actions().nextPanel->trigger();
            seen.insert(QApplication::focusWidget());
        }
        QVERIFY(seen.size() >= 4); // form, inspector, curves, log or scene
        QVERIFY(seen.contains(&m_window->scene().view()));
    }
    void focusIsDrawnOnBothThemes() {
        for (ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
            m_themes->setChoice(choice);
            QLineEdit *search = m_window->form().searchBox();
            QApplication::setActiveWindow(m_window.get());
            m_window->scene().view().setFocus();
            const QImage before = search->grab().toImage();
            search->setFocus();
            const QImage after = search->grab().toImage();
            QVERIFY(before != after);
            QCOMPARE(after.pixelColor(after.width() / 2, 0), m_themes->theme().accent);
        }
    }
};

QTEST_MAIN(TestAccessibility)
#include "test_accessibility.moc"
