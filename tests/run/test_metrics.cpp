#include "core/run/metrics.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <limits>

using namespace paddock;

class TestMetrics : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aLineIsOneJsonObject() {
        const std::string line = metricLine({20'000, 1.5, {{"a/b", 0.25}, {"c", -3}}});
        QCOMPARE(line, std::string(R"({"step":20000,"a/b":0.25,"c":-3})"));
    }

    // Qt's JSON reader is the independent judge.
    void tagsAreEscaped() {
        const std::string tag = "say \"x\"\n\\ \xc3\xa9";
        const std::string line = metricLine({1, 0, {{tag, 2}}});
        const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
        QCOMPARE(json.value(QString::fromStdString(tag)).toDouble(), 2.0);
        QVERIFY(line.find('\n') == std::string::npos);
    }

    void brokenTextInATagStillGivesJson() {
        const std::string line = metricLine({1, 0, {{"bad\xff", 2}}});
        QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(line)).isObject());
    }

    void numbersReadBackAsThemselves() {
        const std::vector<double> values{1.0 / 3, 1e-17, 6.02e23, 123456789.125, -0.1};
        for (const double value : values) {
            const auto row = parseMetricLine(metricLine({1, 0, {{"x", value}}}));
            QVERIFY(row->get("x", 0) == value);
        }
    }

    void whatIsNotFiniteIsNull() {
        const double inf = std::numeric_limits<double>::infinity();
        const std::string line = metricLine({1, 0, {{"a", std::nan("")}, {"b", inf}, {"c", -inf}}});
        QCOMPARE(line, std::string(R"({"step":1,"a":null,"b":null,"c":null})"));
        QVERIFY(std::isnan(parseMetricLine(line)->get("a", 0)));
    }

    void wallTimeIsNotInALine() {
        QCOMPARE(metricLine({1, 0.5, {{"x", 1}}}), metricLine({1, 99, {{"x", 1}}}));
    }

    void theOrderOfTagsIsKept() {
        const auto row = parseMetricLine(R"({"step":5,"z":1,"a":2})");
        QCOMPARE(row->step, std::int64_t{5});
        QCOMPARE(row->values[0].first, std::string("z"));
        QCOMPARE(row->values[1].first, std::string("a"));
    }

    void badLinesAreErrors_data() {
        QTest::addColumn<QString>("line");
        for (const char *line :
             {"", "{", "[]", "3", R"({"step":"1"})", R"({"step":1.5})", R"({"x":1})",
              R"({"step":1,"x":"y"})", R"({"step":1,"x":[1]})", R"({"step":1} 2)"})
            QTest::addRow("%s", line) << line;
    }
    void badLinesAreErrors() {
        QFETCH(const QString, line);
        QVERIFY(!parseMetricLine(line.toStdString()).ok());
    }

    void getFallsBackForUnknownTags() {
        const MetricRow row{1, 0, {{"x", 2}}};
        QCOMPARE(row.get("x", -1), 2.0);
        QCOMPARE(row.get("y", -1), -1.0);
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "test_metrics.moc"
