#include "core/learn/blas_info.h"

#include <QtTest>

using namespace paddock;

class TestBlasInfo : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void namesTheLibraryThatIsLoaded() {
        const QString name = QString::fromStdString(blasName());
        QVERIFY2(name != "unknown BLAS" && !name.isEmpty(), qPrintable(name));
    }
    void nameSaysWhetherItIsTheReference() {
        QCOMPARE(QString::fromStdString(blasName()).startsWith("reference BLAS"),
                 blasIsReference());
    }
};

QTEST_GUILESS_MAIN(TestBlasInfo)
#include "test_blas_info.moc"
