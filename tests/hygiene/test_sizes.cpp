// Small files, small functions. The counter is tested first, for a check that counts wrongly is
// worse than none.
#include "tests/hygiene/function_lengths.h"
#include "tests/hygiene/source_tree.h"

#include <QTest>

#include <algorithm>

using namespace paddock::test;

namespace {

constexpr int kLongestFile = 600;
constexpr int kMedianFile = 150;
constexpr int kLongestFunction = 80;
constexpr int kMedianFunction = 12;
constexpr int kNinthDecileFunction = 35;
// Flat lists whose parts would be harder to read than the whole: the field lists, one call per
// field of a document.
const QStringList kMayBeLong{"IntersectionTaskSpec::visit", "TrainingSpec::visit",
                             "VehicleSpec::visit"};

int quantile(QList<int> values, double part) {
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[qsizetype(part * double(values.size() - 1))];
}

QByteArray report(const QStringList &violations) {
    return violations.join("\n").toUtf8();
}

QString names(const QString &code) {
    QStringList list;
    for (const FunctionLength &function : functionsOf({"x.cpp", code}))
        list << function.where.section(' ', -1) + "=" + QString::number(function.lines);
    return list.join(" ");
}

} // namespace

class TestSizes : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        m_all = readSources({"core", "widgets", "app", "tests"});
        for (const SourceFile &file : readSources({"core", "widgets", "app"}))
            m_functions += functionsOf(file);
        QVERIFY(m_all.size() > 10);
        QVERIFY(m_functions.size() > 100);
    }

    void theCounterFindsFunctions_data() {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("found");
        QTest::newRow("plain") << "int f() {\n    return 1;\n}\n"
                               << "f=3";
        QTest::newRow("method") << "class A : public B {\n  public:\n    int g() const {\n        "
                                   "return 2;\n    }\n};\n"
                                << "g=3";
        QTest::newRow("constructor") << "A::A(int x)\n    : m_x{x}, m_y(2) {\n    go();\n}\n"
                                     << "A::A=4";
        QTest::newRow("template") << "template <class T, class = std::enable_if<true>>\nvoid f(T t "
                                     "= {}) {\n}\n"
                                  << "f=3";
        QTest::newRow("values") << "int a[] = {1, 2};\nA b{f(1)};\nenum class E { X };\n"
                                << "";
        QTest::newRow("namespace") << "namespace n {\nvoid f() {}\nvoid g() {}\n}\n"
                                   << "f=1 g=1";
        QTest::newRow("braces in text") << "void f() {\n    p(\"}\", '}'); // }\n    /* } */\n}\n"
                                        << "f=4";
        QTest::newRow("lambda within") << "void f() {\n    g([] {\n        h();\n    });\n}\n"
                                       << "f=5";
        QTest::newRow("slots") << "class A {\n    Q_OBJECT\n\n  private Q_SLOTS:\n    void f() "
                                  "{\n    }\n};\n"
                               << "f=2";
        QTest::newRow("digit separators") << "int f() {\n    return 1'000 + 0xff'ff;\n}\n"
                                          << "f=3";
    }
    void theCounterFindsFunctions() {
        QFETCH(const QString, code);
        QFETCH(const QString, found);
        QCOMPARE(names(code), found);
    }

    void noFileIsTooLong() {
        QStringList violations;
        for (const SourceFile &file : m_all)
            if (file.lines() > kLongestFile)
                violations << QString("%1: %2 lines").arg(file.path).arg(file.lines());
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    void theMedianFileIsShort() {
        QList<int> lines;
        for (const SourceFile &file : m_all)
            lines << file.lines();
        QVERIFY2(quantile(lines, 0.5) <= kMedianFile, QByteArray::number(quantile(lines, 0.5)));
    }

    void noFunctionIsTooLong() {
        QStringList violations;
        for (const FunctionLength &function : m_functions)
            if (function.lines > kLongestFunction &&
                !kMayBeLong.contains(function.where.section(' ', -1)))
                violations << QString("%1: %2 lines").arg(function.where).arg(function.lines);
        QVERIFY2(violations.isEmpty(), report(violations));
    }

    void nearlyAllFunctionsAreShort() {
        QList<int> lines;
        for (const FunctionLength &function : m_functions)
            lines << function.lines;
        QVERIFY2(quantile(lines, 0.5) <= kMedianFunction, QByteArray::number(quantile(lines, 0.5)));
        QVERIFY2(quantile(lines, 0.9) <= kNinthDecileFunction,
                 QByteArray::number(quantile(lines, 0.9)));
    }

  private:
    QList<SourceFile> m_all;
    QList<FunctionLength> m_functions;
};

QTEST_GUILESS_MAIN(TestSizes)
#include "test_sizes.moc"
