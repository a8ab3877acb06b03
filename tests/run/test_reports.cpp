// Claims about reports: they need nothing but themselves, text stays text, charts show the numbers.
#include "core/run/evaluation_report.h"
#include "core/run/html_page.h"
#include "core/run/run_report.h"
#include "core/run/svg_chart.h"

#include <QFile>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <limits>

using namespace paddock;

namespace {

bool wellFormed(const std::string &svg) {
    QXmlStreamReader reader(QString::fromStdString(svg));
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError();
}

// Nothing is fetched and nothing runs.
bool selfContained(const std::string &html) {
    const QString page = QString::fromStdString(html).toLower();
    for (const char *word : {"<script", "src=", "href=", "url(", "@import", "http:", "https:"})
        if (page.contains(word))
            return false;
    return page.startsWith("<!doctype html>") && page.trimmed().endsWith("</html>");
}

void write(const QString &file, const QByteArray &text) {
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(text);
}

EvaluationJob judged(const std::string &driverName) {
    EvaluationPlan plan;
    plan.name = "<b>plan</b>";
    plan.runs = 3;
    plan.degrees = {1};
    plan.drivers = {{.name = driverName, .driver = "full_speed"}, {.driver = "random"}};
    plan.scenarios = {PlanScenario{}};
    Scenario scenario = presetScenario("paper");
    scenario.task.timeLimit = 1;
    auto job = prepareEvaluation(plan, "plan", &scenario);
    if (!job)
        qFatal("%s", job.error().text().c_str());
    return std::move(*job);
}

} // namespace

class TestReports : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void textMeansNothingToABrowser() {
        QCOMPARE(escapedHtml("<a href=\"x\">'&'</a>\x01"),
                 std::string("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt; "));
        QCOMPARE(escapedHtml("ξ 1\n"), std::string("ξ 1\n"));
    }

    void ticksAreRoundNumbersWithinTheRange() {
        QCOMPARE(niceTicks(0, 1, 5),
                 (std::vector<double>{0, 0.2, 0.4, 0.6000000000000001, 0.8, 1}));
        QCOMPARE(niceTicks(-3, 12, 4), (std::vector<double>{0, 5, 10}));
        QVERIFY(niceTicks(1, 1, 4).empty());
    }

    void chartsAreWellFormedWhateverTheNumbers() {
        const double nothing = std::numeric_limits<double>::quiet_NaN();
        const double endless = std::numeric_limits<double>::infinity();
        QVERIFY(wellFormed(curveChart("a & b <c>", "steps", {})));
        QVERIFY(wellFormed(curveChart(
            "c", "steps", {{"<p>", {{0, 1}, {1, nothing}, {2, endless}, {3, 3}}}, {"q", {}}})));
        QVERIFY(wellFormed(boxChart("r", {{"none", {}, {}, 0, {}}}, true)));
        const std::string one = boxChart(
            "b", {{"x", {5}, boxStats(std::vector<double>{5}), 5, {-endless, endless}}}, false);
        QVERIFY(wellFormed(one));
        QVERIFY2(one.find("nan") == std::string::npos && one.find("inf") == std::string::npos,
                 one.c_str());
    }

    void everyRunIsADot() {
        const std::vector<double> values{1, 2, 3, 4};
        const std::string svg =
            boxChart("b", {{"x", values, boxStats(values), 2.5, {1, 4}}}, false);
        QCOMPARE(QString::fromStdString(svg).count("<circle"), 4);
    }

    void anEvaluationIsOnePage() {
        const EvaluationJob job = judged("<script>alert(1)</script>");
        const std::string page =
            evaluationReport(job, runEvaluation(job, 1, {}), R"({"version": "1<2"})");
        QVERIFY(selfContained(page));
        const QString text = QString::fromStdString(page);
        QVERIFY(text.contains("&lt;script&gt;alert(1)"));
        QVERIFY(text.contains("<h1>&lt;b&gt;plan&lt;/b&gt;</h1>"));
        QVERIFY(text.contains("1&lt;2"));
        QVERIFY(text.contains("seed 1000"));
        QVERIFY(text.contains("Paired differences"));
        QVERIFY(!text.contains("not complete"));
    }

    void whatWasStoppedIsSaidToBe() {
        const EvaluationJob job = judged("a");
        std::stop_source stop;
        stop.request_stop();
        const std::string page =
            evaluationReport(job, runEvaluation(job, 1, stop.get_token()), "no JSON");
        QVERIFY(selfContained(page));
        QVERIFY(QString::fromStdString(page).contains("not complete"));
    }

    void aRunIsOnePage() {
        QTemporaryDir folder;
        const QString run = folder.filePath("my <run>");
        QVERIFY(QDir().mkpath(run + "/checkpoints/step_000000000800"));
        write(run + "/scenario.json", R"({"version": 1, "name": "</pre><script>x</script>"})");
        write(run + "/build.json", R"({"version": "0.1.0", "libraries": {"torch": "2"}})");
        write(run + "/events.log", "[1] began & went on\n");
        write(run + "/metrics.jsonl", "{\"step\": 400, \"Environment/Cumulative Reward\": 1.5}\n"
                                      "{\"step\": 800, \"Environment/Cumulative Reward\": 2.5}\n"
                                      "{\"step\": 12, \"Envi");
        const auto page = runReport(run.toStdString());
        QVERIFY2(page.ok(), page.ok() ? "" : page.error().text().c_str());
        QVERIFY(selfContained(*page));
        const QString text = QString::fromStdString(*page);
        QVERIFY(text.contains("my &lt;run&gt;"));
        QVERIFY(text.contains("&lt;script&gt;x"));
        QVERIFY(text.contains("libraries torch"));
        QVERIFY(text.contains("began &amp; went on"));
        QCOMPARE(text.count("<polyline"), 1);
    }

    void whatIsNoRunHasNoReport() {
        QTemporaryDir folder;
        QVERIFY(!runReport(folder.path().toStdString()).ok());
        QVERIFY(!runReport("/nowhere").ok());
    }
};

QTEST_APPLESS_MAIN(TestReports)
#include "test_reports.moc"
