#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/theme/theme_manager.h"

#include <QApplication>
#include <QTest>

using namespace paddock;

class TestTheme : public QObject {
    Q_OBJECT

    static void addThemes() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }
    static const Theme &current() {
        QFETCH(bool, dark);
        return dark ? darkTheme() : lightTheme();
    }

  private Q_SLOTS:
    void blackOnWhiteHasTheHighestContrast() {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
    }
    void contrastOfMidGreyIsTheWorkedExample() { // #777777 on white is 4.48 (W3C, G18)
        QVERIFY(std::abs(contrastRatio(QColor("#777777"), Qt::white) - 4.48) < 0.01);
    }
    void textOverPanelsIsReadable_data() { addThemes(); }
    void textOverPanelsIsReadable() {
        const Theme &t = current();
        for (const QColor &ground : {t.surface, t.panel, t.raised})
            QVERIFY(contrastRatio(t.text, ground) >= 4.5);
    }
    void mutedTextOverPanelsIsReadable_data() { addThemes(); }
    void mutedTextOverPanelsIsReadable() {
        const Theme &t = current();
        for (const QColor &ground : {t.surface, t.panel, t.raised})
            QVERIFY(contrastRatio(t.muted, ground) >= 4.5);
    }
    void stateColoursOverThePanelAreReadable_data() { addThemes(); }
    void stateColoursOverThePanelAreReadable() {
        const Theme &t = current();
        for (const QColor &color : {t.accent, t.good, t.warn, t.bad})
            QVERIFY2(contrastRatio(color, t.panel) >= 4.5, qPrintable(color.name()));
    }
    void textOverTheAccentIsReadable_data() { addThemes(); }
    void textOverTheAccentIsReadable() {
        QVERIFY(contrastRatio(current().onAccent, current().accent) >= 4.5);
    }
    void styleSheetHasNoTokenLeft_data() { addThemes(); }
    void styleSheetHasNoTokenLeft() { QVERIFY(!themeStyleSheet(current()).contains('@')); }
    void choosingAThemeSetsThePalette() {
        ThemeManager themes;
        themes.setChoice(ThemeChoice::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), lightTheme().panel);
        themes.setChoice(ThemeChoice::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), darkTheme().panel);
    }
    void iconsTakeTheThemesColour() {
        const QImage image = themedPixmap("stop", Qt::red, 20, 1).toImage();
        int red = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                red += image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).alpha() > 128;
        QVERIFY(red > 10);
    }
    void themeNamesReadBack() {
        for (ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Dark, ThemeChoice::Light})
            QCOMPARE(ThemeManager::choiceFromName(ThemeManager::choiceName(choice)), choice);
    }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
