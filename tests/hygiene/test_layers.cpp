// Dependencies point one way. docs/architecture.md says why; this list is the law.
#include "tests/hygiene/source_tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QTest>

using namespace paddock::test;

namespace {

// What each layer may include besides itself.
const QMap<QString, QStringList> kAllowed{
    {"core/base", {}},
    {"core/scenario", {"core/base"}},
    {"core/sim", {"core/base", "core/scenario"}},
    {"core/task", {"core/base", "core/scenario", "core/sim"}},
    {"core/drivers", {"core/base", "core/scenario", "core/sim", "core/task"}},
    {"core/learn", {"core/base", "core/scenario"}},
    {"core/run",
     {"core/base", "core/scenario", "core/sim", "core/task", "core/drivers", "core/learn"}},
    {"widgets",
     {"core/base", "core/scenario", "core/sim", "core/task", "core/drivers", "core/run"}},
    {"app/studio",
     {"core/base", "core/scenario", "core/sim", "core/task", "core/drivers", "core/learn",
      "core/run", "widgets"}},
    {"app/cli",
     {"core/base", "core/scenario", "core/sim", "core/task", "core/drivers", "core/learn",
      "core/run"}}};

struct LibraryRule {
    const char *name;
    const char *includes; // pattern of what is included
    const char *where;    // pattern of the files that may
};

const LibraryRule kLibraries[]{
    {"LibTorch", "^(torch|ATen|c10|caffe2)/", "^core/learn/.*\\.cpp$"},
    {"Box2D", "^box2d/", "^core/sim/.*\\.cpp$|^core/run/benchmark\\.cpp$"},
    {"Qt", "^Q[A-Z]|^Qt[A-Z]\\w*/|^qcustomplot\\.h$", "^widgets/|^app/studio/"},
    {"OpenGL", "^(GL|EGL|glm)/", "^widgets/"},
    // Its forward declarations cost nothing and may be anywhere that its .cpp files may.
    {"nlohmann-json", "^nlohmann/(?!json_fwd)", "^core/.*\\.cpp$|^app/cli/|^widgets/.*\\.cpp$"},
    {"HDF5", "^hdf5\\.h$", "^core/run/.*\\.cpp$"},
    {"CLI11", "^CLI/", "^app/"},
    {"FFmpeg", "^lib(av|sw)", "^widgets/video/video_file\\.cpp$"},
    {"SDL", "^SDL", "^widgets/input/sdl_joysticks\\.cpp$"}};

QString layerOf(const QString &path) {
    for (const QString &layer : kAllowed.keys())
        if (path.startsWith(layer + "/"))
            return layer;
    return {};
}

QString at(const SourceFile &file, const Include &include) {
    return QString("%1:%2 includes %3").arg(file.path).arg(include.line).arg(include.target);
}

QByteArray report(const QStringList &violations) {
    return violations.join("\n").toUtf8();
}

} // namespace

class TestLayers : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        m_files = readSources({"core", "widgets", "app"});
        QVERIFY(m_files.size() > 10);
    }

    void everyFileBelongsToALayer() {
        QStringList violations;
        for (const SourceFile &file : m_files)
            if (layerOf(file.path).isEmpty())
                violations << file.path;
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    void noLayerIncludesOneThatItMustNotKnow() {
        QStringList violations;
        for (const SourceFile &file : m_files) {
            const QString from = layerOf(file.path);
            for (const Include &include : includesOf(file)) {
                const QString to = layerOf(include.target);
                if (include.own && !to.isEmpty() && to != from && !kAllowed[from].contains(to))
                    violations << at(file, include);
            }
        }
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    void librariesStayWhereTheyBelong() {
        QStringList violations;
        for (const LibraryRule &rule : kLibraries) {
            const QRegularExpression includes(rule.includes), where(rule.where);
            for (const SourceFile &file : m_files)
                for (const Include &include : includesOf(file))
                    if (includes.match(include.target).hasMatch() &&
                        !where.match(file.path).hasMatch())
                        violations << at(file, include);
        }
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    void ownIncludesAreNamedFromTheRoot() {
        QStringList violations;
        for (const SourceFile &file : m_files)
            for (const Include &include : includesOf(file))
                if (include.own && !isGenerated(include.target) &&
                    !QFile::exists(QDir(PADDOCK_SOURCE_DIR).filePath(include.target)))
                    violations << at(file, include);
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    void everyHeaderIsIncludedOnce() {
        QStringList violations;
        for (const SourceFile &file : m_files)
            if (file.isHeader() && !file.text.contains("\n#pragma once\n"))
                violations << file.path;
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    // A header says in its first lines what it is.
    void everyHeaderStartsWithWords() {
        QStringList violations;
        for (const SourceFile &file : m_files)
            if (file.isHeader() && !file.text.startsWith("// "))
                violations << file.path;
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    void coreAndCliNeverTranslateSignals() {
        QStringList violations;
        for (const SourceFile &file : m_files)
            if (!file.path.startsWith("widgets/") && !file.path.startsWith("app/studio/") &&
                codeOnly(file.text).contains("Q_OBJECT"))
                violations << file.path;
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    // A new file has to be named, so that a build never depends on what lies about.
    void noBuildFileGlobs() {
        QStringList violations;
        for (const char *folder : {"core", "widgets", "app", "cmake"}) {
            QDirIterator it(QDir(PADDOCK_SOURCE_DIR).filePath(folder),
                            {"CMakeLists.txt", "*.cmake"}, QDir::Files,
                            QDirIterator::Subdirectories);
            while (it.hasNext()) {
                QFile file(it.next());
                if (file.open(QIODevice::ReadOnly) && file.readAll().contains("file(GLOB"))
                    violations << file.fileName();
            }
        }
        QVERIFY2(violations.isEmpty(), report(violations));
    }

  private:
    static bool isGenerated(const QString &target) {
        return target == "paddock_build_config.h" || target.endsWith(".moc");
    }

    QList<SourceFile> m_files;
};

QTEST_GUILESS_MAIN(TestLayers)
#include "test_layers.moc"
