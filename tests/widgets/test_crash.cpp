// The real program, killed without a warning: what was not saved comes back, also after a second
// crash.
#include "core/scenario/scenario_io.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace paddock;

namespace {
constexpr int kPatience = 60'000; // ms, for a machine that is busy
} // namespace

class TestCrash : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    std::unique_ptr<QProcess> start(const QStringList &arguments) {
        auto program = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("XDG_CONFIG_HOME", m_home->filePath("config"));
        environment.insert("XDG_DATA_HOME", m_home->filePath("data"));
        environment.insert("LIBGL_ALWAYS_SOFTWARE", "1");
        program->setProcessEnvironment(environment);
        program->setWorkingDirectory(m_home->path());
        program->setProcessChannelMode(QProcess::ForwardedChannels);
        program->start(PADDOCK_BIN_DIR "/paddock", arguments);
        return program;
    }
    // Documents that windows have left or keep.
    QStringList kept() const {
        QStringList out;
        QDirIterator it(m_home->filePath("data"), {"*.json"}, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                out << QString::fromUtf8(file.readAll());
        }
        return out;
    }
    bool keeps(const char *words) const {
        const QStringList all = kept();
        return std::any_of(all.begin(), all.end(),
                           [words](const QString &text) { return text.contains(words); });
    }
    static void killHard(QProcess &program) {
        program.kill(); // SIGKILL
        QVERIFY(program.waitForFinished(kPatience));
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    }

  private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_home.reset(); }

    void anUnsavedEditOutlivesTwoCrashes() {
        const auto first = start({"--edit", "training.gamma=0.9375"});
        QTRY_VERIFY_WITH_TIMEOUT(keeps("0.9375"), kPatience);
        killHard(*first);
        QVERIFY(keeps("0.9375"));
        const auto second = start({"--recover", "--edit", "training.lambda=0.8125"});
        QTRY_VERIFY_WITH_TIMEOUT(keeps("0.8125"), kPatience);
        QVERIFY(keeps("0.9375")); // recovered, then edited on
        killHard(*second);
        QVERIFY(keeps("0.8125"));
    }
};

QTEST_GUILESS_MAIN(TestCrash)
#include "test_crash.moc"
