#include "core/run/build_info.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace paddock;

class TestBuildInfo : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyEntryOfBuildJsonSaysSomething() {
        const std::string text = buildInfoJson("Some BLAS");
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
        for (const char *key :
             {"version", "commit", "compiler", "build_type", "box2d", "libtorch", "blas", "cpu"})
            QVERIFY2(!json.value(QLatin1String(key)).toString().isEmpty(), key);
        QCOMPARE(json.value("blas").toString(), QString("Some BLAS"));
        QVERIFY(json.value("cores").toInt() > 0);
    }

    void theVersionHasThreeNumbers() {
        const QString version = QString::fromStdString(programVersion());
        QVERIFY(QRegularExpression("^\\d+\\.\\d+\\.\\d+$").match(version).hasMatch());
    }
};

QTEST_GUILESS_MAIN(TestBuildInfo)
#include "test_build_info.moc"
