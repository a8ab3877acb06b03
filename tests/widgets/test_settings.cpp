#include "widgets/document/settings.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

class TestSettings : public QObject {
    Q_OBJECT

    static QString written(const QTemporaryDir &folder, const QString &name,
                           const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }

  private Q_SLOTS:
    void valuesComeBack() {
        QTemporaryDir folder;
        {
            Settings settings(folder.filePath("s.ini"));
            settings.setSmoothing(0.85);
            settings.setThemeName("light");
            settings.setSmoothMotion(true);
        }
        const Settings again(folder.filePath("s.ini"));
        QCOMPARE(again.smoothing(), 0.85);
        QCOMPARE(again.themeName(), QString("light"));
        QVERIFY(again.smoothMotion());
    }
    void damagedFileFallsBackToDefaults() {
        QTemporaryDir folder;
        const QString file =
            written(folder, "s.ini", QByteArray("\0\xff[[[garbage\nversion", 20) + "=x\n");
        const Settings settings(file);
        QVERIFY(settings.recovered());
        QCOMPARE(settings.smoothing(), 0.6);
        QVERIFY(settings.layout("train").isEmpty());
    }
    void damagedFileIsSetAside() {
        QTemporaryDir folder;
        const QString file = written(folder, "s.ini", "not settings at all");
        const Settings settings(file);
        QVERIFY(QFileInfo::exists(file + ".bad"));
    }
    void fileOfAnotherVersionFallsBackToDefaults() {
        QTemporaryDir folder;
        const QString file = written(
            folder, "s.ini", "[General]\nversion=99\ntheme=light\n[plots]\nsmoothing=0.1\n");
        QCOMPARE(Settings(file).smoothing(), 0.6);
    }
    void emptyFileIsAFirstStart() {
        QTemporaryDir folder;
        QVERIFY(!Settings(written(folder, "s.ini", "")).recovered());
    }
    void absurdSmoothingIsBroughtIntoRange() {
        QTemporaryDir folder;
        const QString file =
            written(folder, "s.ini", "[General]\nversion=1\n[plots]\nsmoothing=5\n");
        QCOMPARE(Settings(file).smoothing(), 0.99);
    }
    void recentFilesAreNewestFirstWithoutDoubles() {
        QTemporaryDir folder;
        const QString a = written(folder, "a.json", "{}"), b = written(folder, "b.json", "{}");
        Settings settings(folder.filePath("s.ini"));
        settings.addRecentFile(a);
        settings.addRecentFile(b);
        settings.addRecentFile(a);
        QCOMPARE(settings.recentFiles(), (QStringList{a, b}));
    }
    void recentFilesThatAreGoneAreNotListed() {
        QTemporaryDir folder;
        const QString a = written(folder, "a.json", "{}");
        Settings settings(folder.filePath("s.ini"));
        settings.addRecentFile(a);
        QFile::remove(a);
        QVERIFY(settings.recentFiles().isEmpty());
    }
    void recentFilesAreBounded() {
        QTemporaryDir folder;
        Settings settings(folder.filePath("s.ini"));
        for (int i = 0; i < 3 * Settings::kMaxRecent; ++i)
            settings.addRecentFile(written(folder, QString("%1.json").arg(i), "{}"));
        QCOMPARE(settings.recentFiles().size(), Settings::kMaxRecent);
    }
};

QTEST_MAIN(TestSettings)
#include "test_settings.moc"
