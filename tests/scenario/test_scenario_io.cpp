// Claims about scenario documents: what is read, written, compared and refused.
#include "core/scenario/scenario_io.h"

#include <QtTest>

#include <nlohmann/json.hpp>

#include <clocale>
#include <fstream>

using namespace paddock;

namespace {

// A document with `body` behind the header.
std::string document(const std::string &body) {
    return R"({"format": "paddock-scenario", "version": 1)" + (body.empty() ? "" : ", " + body) +
           "}";
}

std::string textOf(const std::filesystem::path &file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string errorOf(const std::string &json) {
    const Result<Scenario> scenario = readScenario(json, "test.json");
    return scenario ? "" : scenario.error().text();
}

} // namespace

class TestScenarioIo : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void emptyDocumentIsThePaperPreset() {
        const auto scenario = readScenario(document(""), "test.json");
        QVERIFY(scenario.ok());
        QVERIFY(differences(presetScenario("paper"), *scenario).empty());
        QCOMPARE(scenario->training.learningRate, 3e-4); // Table I
        QCOMPARE(scenario->training.batchSize, std::int64_t(64));
        QCOMPARE(scenario->training.bufferSize, std::int64_t(1024));
    }

    void everyPresetIsValid() {
        for (const std::string &name : presetNames())
            QVERIFY2(validate(presetScenario(name), name).empty(), name.c_str());
    }

    void presetValuesHoldWhereTheDocumentIsSilent() {
        const auto scenario =
            readScenario(document(R"("preset": "tuned", "training": {"seed": 7})"), "test.json");
        QVERIFY(scenario.ok());
        Scenario expected = presetScenario("tuned");
        expected.training.seed = 7;
        QVERIFY(differences(expected, *scenario).empty());
    }

    void rebasingKeepsWhatTheDocumentChanged() {
        Scenario document = presetScenario("paper");
        document.training.gamma = 0.97;
        document.name = "mine";
        Scenario expected = presetScenario("tuned");
        expected.training.gamma = 0.97;
        expected.name = "mine";
        const auto moved = rebased(document, "tuned");
        QVERIFY(moved.ok());
        QVERIFY(differences(expected, *moved).empty());
        QVERIFY(!rebased(document, "released").ok()); // racing has that one
    }

    void writtenDocumentReadsBackEqual() {
        Scenario scenario = presetScenario("tuned");
        scenario.training.learningRate = 0.1 + 0.2; // needs all its digits
        scenario.vehicles.push_back(vehicleDefaults(VehicleModel::F1tenth));
        scenario.description = "line\nbreak \"quote\" \\ ä";
        const auto back = readScenario(writeScenario(scenario), "test.json");
        QVERIFY2(back.ok(), back ? "" : back.error().text().c_str());
        QVERIFY(differences(scenario, *back).empty());
        QCOMPARE(back->training.learningRate, scenario.training.learningRate);
    }

    void vehicleModelBringsItsDefaults() {
        const auto scenario = readScenario(
            document(
                R"("vehicles": [{"model": "nigel"}, {"model": "f1tenth", "wheelbase": 0.33}])"),
            "test.json");
        QVERIFY2(scenario.ok(), scenario ? "" : scenario.error().text().c_str());
        QCOMPARE(scenario->vehicles[1].steeringRate, 3.2);
        QCOMPARE(scenario->vehicles[1].wheelbase, 0.33);
        QCOMPARE(scenario->vehicles[1].name, std::string("f1tenth"));
    }

    void allProblemsAreReportedAtOnce() {
        const std::string text = errorOf(document(
            R"("vehicles": [{}, {"wheelbase": -0.3}], "training": {"gama": 0.9, "batch_size": 2.5}, "task": 3)"));
        QVERIFY2(text.find("test.json: /vehicles/1/wheelbase is -0.3; expected 0.05 to 5 m") !=
                     std::string::npos,
                 text.c_str());
        QVERIFY2(text.find("/training/gama is not a known key; expected perhaps \"gamma\"") !=
                     std::string::npos,
                 text.c_str());
        QVERIFY2(text.find("/training/batch_size is 2.5; expected a whole number") !=
                     std::string::npos,
                 text.c_str());
        QVERIFY2(text.find("/task is 3; expected an object") != std::string::npos, text.c_str());
    }

    void badDocumentsAreRefusedWithWords_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("fragment");
        QTest::newRow("empty") << ""
                               << "is not JSON";
        QTest::newRow("array") << "[]"
                               << "expected an object";
        QTest::newRow("no version") << "{}"
                                    << "/version is missing";
        QTest::newRow("version") << R"({"version": 2})"
                                 << "/version is 2; expected 1";
        QTest::newRow("format") << R"({"format": "x", "version": 1})"
                                << "/format";
        QTest::newRow("nan") << R"({"version": 1, "training": {"gamma": NaN}})"
                             << "is not JSON";
        QTest::newRow("overflow") << R"({"version": 1, "training": {"gamma": 1e999}})"
                                  << "";
        QTest::newRow("preset") << R"({"version": 1, "preset": "papper"})"
                                << "one of paper tuned";
        QTest::newRow("twice") << R"({"version": 1, "name": "a", "name": "b"})"
                               << "twice";
        QTest::newRow("huge")
            << R"({"version": 1, "parallel": {"worlds": 1000000000}})"
            << "/parallel/worlds is 1000000000; expected a whole number, 1 to 4096";
        QTest::newRow("choice") << R"({"version": 1, "task": {"frame": "car"}})"
                                << "expected one of body, world";
        QTest::newRow("vehicle") << R"({"version": 1, "agents": {"vehicle": "tank"}})"
                                 << "/agents/vehicle is \"tank\"; expected one of nigel";
        QTest::newRow("ticks") << R"({"version": 1, "task": {"decision_period": 0.0123}})"
                               << "/task/decision_period";
        QTest::newRow("legs") << R"({"version": 1, "agents": {"legs": [0.5]}})"
                              << "/agents/legs";
        QTest::newRow("empty list") << R"({"version": 1, "task": {"throttles": []}})"
                                    << "/task/throttles";
        QTest::newRow("curve")
            << R"({"version": 1, "vehicles": [{"lateral_tire": {"asymptote_slip": 0.01}}]})"
            << "/vehicles/0/lateral_tire/asymptote_slip";
    }
    void badDocumentsAreRefusedWithWords() {
        QFETCH(QString, json);
        QFETCH(QString, fragment);
        const std::string text = errorOf(json.toStdString());
        QVERIFY(!text.empty());
        QVERIFY2(text.find(fragment.toStdString()) != std::string::npos, text.c_str());
    }

    void everyTruncationIsRefused() {
        std::string text = writeScenario(Scenario{});
        while (text.ends_with('\n'))
            text.pop_back();
        for (std::size_t n = 0; n < text.size(); ++n)
            QVERIFY2(!readScenario(text.substr(0, n), "cut").ok(), std::to_string(n).c_str());
    }

    void flippedBytesNeverCrash() {
        const std::string text = writeScenario(Scenario{});
        for (std::size_t i = 0; i < text.size(); i += 3)
            for (const int bit : {0, 3, 6, 7}) {
                std::string damaged = text;
                damaged[i] = char(damaged[i] ^ (1 << bit));
                (void)readScenario(damaged, "flipped").ok();
            }
    }

    void deepNestingIsRefused() {
        const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
        QVERIFY(errorOf(R"({"version": 1, "name": )" + deep + "}").find("nested too deeply") !=
                std::string::npos);
    }

    void numbersIgnoreTheLocale() {
        const std::string before = writeScenario(Scenario{});
        if (!std::setlocale(LC_ALL, "de_DE.UTF-8"))
            QSKIP("the locale de_DE.UTF-8 is not there; test.sh makes it");
        const std::string after = writeScenario(Scenario{});
        Scenario scenario;
        const bool set = setField(scenario, "training.gamma", "0.5").ok();
        const auto back = readScenario(after, "test.json");
        std::setlocale(LC_ALL, "C");
        QCOMPARE(after, before);
        QVERIFY(set && scenario.training.gamma == 0.5);
        QVERIFY(back.ok() && differences(Scenario{}, *back).empty());
    }

    void fieldsAreSetByPathOrUniqueKey() {
        Scenario scenario;
        QVERIFY(setField(scenario, "training.gamma", "0.5").ok());
        QVERIFY(setField(scenario, "degree", "2").ok());
        QVERIFY(setField(scenario, "vehicles[0].wheelbase", "0.2").ok());
        QVERIFY(setField(scenario, "task.throttles", "0.1, 0.5,1").ok());
        QVERIFY(setField(scenario, "training.max_steps", "1e6").ok());
        QCOMPARE(scenario.training.gamma, 0.5);
        QCOMPARE(scenario.randomization.degree, 2.0);
        QCOMPARE(scenario.vehicles[0].wheelbase, 0.2);
        QCOMPARE(scenario.task.throttles, (std::vector<double>{0.1, 0.5, 1}));
        QCOMPARE(scenario.training.maxSteps, std::int64_t(1'000'000));
    }

    void badSettingsSayWhatIsValid() {
        Scenario scenario;
        const auto error = [&](const char *path, const char *value) {
            const Status set = setField(scenario, path, value);
            return set ? std::string() : set.error().text();
        };
        QCOMPARE(error("training.gamma", "2"), std::string("training.gamma is 2; expected 0 to 1"));
        QVERIFY(error("training.gama", "1").find("training.gamma") != std::string::npos);
        QVERIFY(error("training.gamma", "fast").find("expected 0 to 1") != std::string::npos);
        QVERIFY(error("task.frame", "car").find("body, world") != std::string::npos);
        QVERIFY(error("training.seed", "nan").find("whole number") != std::string::npos);
        QVERIFY(differences(Scenario{}, scenario).empty());
    }

    // What is shipped says what the program does now: documents hold every default, and are sound.
    void shippedDocumentsAreComplete() {
        int count = 0;
        for (const auto &entry :
             std::filesystem::directory_iterator(PADDOCK_SOURCE_DIR "/scenarios")) {
            if (!entry.is_regular_file())
                continue; // tracks have a test of their own
            const auto scenario = loadScenario(entry.path());
            QVERIFY2(scenario.ok(), scenario ? "" : scenario.error().text().c_str());
            QCOMPARE(textOf(entry.path()), writeScenario(*scenario));
            ++count;
        }
        QVERIFY(count >= 3);
    }

    void shippedSchemaAndReferenceAreCurrent() {
        const std::filesystem::path root = PADDOCK_SOURCE_DIR;
        QCOMPARE(textOf(root / "docs/scenario.schema.json"), scenarioSchema());
        QVERIFY(textOf(root / "docs/parameters.md").ends_with(parameterReference()));
    }

    void schemaNamesEveryField() {
        const auto schema = nlohmann::json::parse(scenarioSchema());
        for (const FieldRow &row : listFields(Scenario{})) {
            const nlohmann::json *node = &schema;
            std::string path = row.path;
            for (std::size_t at; !path.empty();
                 path = at == std::string::npos ? "" : path.substr(at + 1)) {
                at = path.find('.');
                std::string key = path.substr(0, at);
                const bool item = key.ends_with("[0]");
                if (item)
                    key.resize(key.size() - 3);
                QVERIFY2((*node)["properties"].contains(key), row.path.c_str());
                node = &(*node)["properties"][key];
                if (item)
                    node = &(*node)["items"];
            }
            QVERIFY2(node->contains("description"), row.path.c_str());
        }
    }

    void everyFieldIsExplained() {
        for (const FieldRow &row : listFields(Scenario{}))
            QVERIFY2(row.help.size() >= 8, row.path.c_str());
    }
};

QTEST_GUILESS_MAIN(TestScenarioIo)
#include "test_scenario_io.moc"
