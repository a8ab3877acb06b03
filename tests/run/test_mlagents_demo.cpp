// ML-Agents' demonstrations: the published one number by number, ours there and back, damage of all
// kinds.
#include "core/base/file_io.h"
#include "core/run/mlagents_demo.h"
#include "core/run/proto_wire.h"
#include "tests/run/demonstration_samples.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace paddock;
using namespace paddock::test;

namespace {

const char *const kPublished =
    PADDOCK_SOURCE_DIR "/../shared/data/paper/demonstrations/F1TENTH1.demo";

// One record written by hand: reward, done, two values of sensor "S", actions.
std::string record(float reward, bool done, float a, float b, std::vector<std::int64_t> actions) {
    ProtoMessage info;
    info.fixed32(7, reward).varint(8, done);
    const ProtoMessage data = ProtoMessage().packedFloats(1, {a, b});
    info.message(13, ProtoMessage().packedVarints(1, {2}).message(4, data).bytes(8, "S"));
    return ProtoMessage()
        .message(1, info)
        .message(2, ProtoMessage().packedVarints(7, actions))
        .delimited();
}

std::string fileOf(const std::string &records, std::uint64_t steps,
                   const std::vector<std::int64_t> &branches = {3, 3}) {
    std::string bytes = ProtoMessage().varint(1, 1).bytes(2, "hand").varint(3, steps).delimited();
    bytes.resize(33, '\0');
    const ProtoMessage spec = ProtoMessage().varint(2, branches.size()).packedVarints(3, branches);
    return bytes + ProtoMessage().bytes(7, "A").message(9, spec).delimited() + records;
}

} // namespace

class TestMlAgentsDemo : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // Record 2 ends the first episode with reward 0.7; record 3 starts the next one with 0.3.
    void aRowsRewardIsThatOfTheNextRecord() {
        const std::string records =
            record(0, false, 1, 2, {0, 1}) + record(0.5f, false, 3, 4, {1, 2}) +
            record(0.7f, true, 5, 6, {2, 0}) + record(0.3f, false, 7, 8, {0, 0});
        const auto read = decodeMlAgentsDemo(fileOf(records, 4), "x");
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
        const auto &episodes = read->demonstration.episodes;
        QCOMPARE(episodes.size(), std::size_t(2));
        QCOMPARE(episodes[0].rewards, (std::vector<float>{0.5f, 0.7f, 0.0f}));
        QCOMPARE(episodes[0].observations, (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(episodes[0].actions, (std::vector<std::int32_t>{0, 1, 1, 2, 2, 0}));
        QVERIFY(episodes[0].closed && !episodes[1].closed);
        QCOMPARE(episodes[1].startReward, 0.3f);
        QCOMPARE(read->demonstration.meta.observationNames,
                 (std::vector<std::string>{"S_0", "S_1"}));
        QVERIFY(read->note.empty());
    }

    void whatFollowsTheCountedRecordsIsNoRecord() {
        const std::string bytes = fileOf(record(0, false, 1, 2, {0, 1}) + "\x08\x01\x12\x08", 1);
        const auto read = decodeMlAgentsDemo(bytes, "x");
        QCOMPARE(read->records, std::int64_t(1));
        QVERIFY(read->note.empty());
    }

    void aRecorderThatNeverClosedIsReadToItsEnd() {
        const std::string records = record(0, false, 1, 2, {0, 1}) + record(1, false, 1, 2, {0, 1});
        QCOMPARE(decodeMlAgentsDemo(fileOf(records, 0), "x")->records, std::int64_t(2));
    }

    void sampleEpisodesComeBack() {
        Demonstration sample = sampleDemonstration();
        const auto bytes = encodeMlAgentsDemo(sample);
        const auto read = decodeMlAgentsDemo(*bytes, "x");
        QVERIFY(read.ok());
        // Sensors "VectorSensor_size1" and "range"; poses, lap times and outcomes have no place.
        sample.meta.observationNames[0] = "VectorSensor_size1_0";
        sample.meta.scenarioHash = 0;
        sample.meta.decisionPeriod = 0;
        for (DemonstrationEpisode &episode : sample.episodes) {
            episode.poses.clear();
            episode.outcome.clear();
            episode.lapTime = 0;
        }
        QVERIFY(read->demonstration == sample);
    }

    // The reward of its last decision needs a record to travel in.
    void anEpisodeWithoutAnEndGetsOne() {
        const Demonstration sample{sampleMeta(), {sampleEpisode(1, 3, false)}};
        const auto read = decodeMlAgentsDemo(*encodeMlAgentsDemo(sample), "x");
        const DemonstrationEpisode &episode = read->demonstration.episodes.at(0);
        QVERIFY(episode.closed);
        QCOMPARE(episode.rows(), std::size_t(4));
        QCOMPARE(episode.totalReward(), sample.episodes[0].totalReward());
    }

    void thePublishedDemonstrationHasItsKnownNumbers() {
        if (!havePublished())
            QSKIP("the published demonstration is not beside the source");
        const auto read = readMlAgentsDemo(kPublished);
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().text().c_str());
        const Demonstration &demo = read->demonstration;
        QVERIFY2(read->note.empty(), read->note.c_str());
        QCOMPARE(demo.rows(), std::size_t(13295));
        QCOMPARE(demo.meta.observationSize(), std::size_t(55));
        QCOMPARE(demo.meta.branches, (std::vector<std::int32_t>{3, 3}));
        std::vector<std::size_t> laps;
        for (const DemonstrationEpisode &episode : demo.episodes)
            laps.push_back(episode.rows());
        QCOMPARE(laps, (std::vector<std::size_t>{2835, 2670, 2494, 2356, 2673, 267}));
        QCOMPARE(std::count_if(demo.episodes.begin(), demo.episodes.end(),
                               [](const auto &episode) { return episode.closed; }),
                 5);
        // Its own metadata says so, summed in single precision.
        QVERIFY(std::abs(demo.meanReturn() - 60.469234) < 5e-4);
        for (std::size_t i = 0; i < 5; ++i)
            QVERIFY(demo.episodes[i].totalReward() > 70.6 && demo.episodes[i].totalReward() < 75.2);
    }

    void thePublishedChoicesAndSpeedsAreThere() {
        if (!havePublished())
            QSKIP("the published demonstration is not beside the source");
        const auto read = readMlAgentsDemo(kPublished);
        std::map<std::pair<int, int>, int> choices;
        float slowest = 1e9f, fastest = 0;
        std::size_t misses = 0;
        for (const DemonstrationEpisode &episode : read->demonstration.episodes) {
            for (std::size_t t = 0; t < episode.rows(); ++t) {
                ++choices[{episode.actions[2 * t], episode.actions[2 * t + 1]}];
                const float *seen = episode.observations.data() + 55 * t;
                slowest = std::min(slowest, seen[54]);
                fastest = std::max(fastest, seen[54]);
                for (int ray = 0; ray < 27; ++ray)
                    misses += seen[2 * ray] > 0.5f;
            }
        }
        const std::map<std::pair<int, int>, int> published{{{2, 1}, 5234}, {{0, 2}, 3320},
                                                           {{2, 2}, 2989}, {{0, 1}, 772},
                                                           {{2, 0}, 749},  {{0, 0}, 231}};
        QCOMPARE(choices, published);
        QCOMPARE(slowest, 0.0f);
        QVERIFY(std::abs(fastest - 4.84f) < 1e-5f);
        QVERIFY(std::abs(double(misses) / (27.0 * 13295) - 0.0185) < 5e-5);
    }

    void thePublishedDemonstrationComesBackEqual() {
        if (!havePublished())
            QSKIP("the published demonstration is not beside the source");
        const auto read = readMlAgentsDemo(kPublished);
        const auto bytes = encodeMlAgentsDemo(read->demonstration);
        QVERIFY(decodeMlAgentsDemo(*bytes, "x")->demonstration == read->demonstration);
        // Even byte by byte, from behind the metadata up to its second copy.
        const auto original = readFile(kPublished, kMaxDemonstrationBytes);
        QVERIFY(original->size() - bytes->size() == 22);
        QVERIFY(std::string_view(*original).substr(33).starts_with(
            std::string_view(*bytes).substr(33)));
    }

    void wrongFilesAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const std::string &bytes, const char *words) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString(words);
        };
        const std::string good = record(0, false, 1, 2, {0, 1});
        row("empty", "", "no ML-Agents demonstration");
        row("text", "{\"version\": 1, \"name\": \"this is a document of another kind\"}", "");
        row("no records", fileOf("", 0), "no records");
        row("action out of range", fileOf(record(0, false, 1, 2, {0, 3}), 1), "0 to 2");
        row("negative action", fileOf(record(0, false, 1, 2, {-1, 1}), 1), "0 to 2");
        row("too few actions", fileOf(record(0, false, 1, 2, {1}), 1), "has 1 actions");
        row("sizes change",
            fileOf(good + ProtoMessage()
                              .message(1, ProtoMessage().fixed32(7, 1))
                              .message(2, ProtoMessage().packedVarints(7, {0, 0}))
                              .delimited(),
                   2),
            "other observations");
        row("not a number", fileOf(record(0, false, 1, std::nanf(""), {0, 1}), 1), "not finite");
        row("no branches", fileOf(record(0, false, 1, 2, {}), 1, {}), "action branches");
        const ProtoMessage image = ProtoMessage().varint(2, 1).bytes(3, "png");
        row("images",
            fileOf(ProtoMessage()
                       .message(1, ProtoMessage().message(13, image))
                       .message(2, ProtoMessage().packedVarints(7, {0, 0}))
                       .delimited(),
                   1),
            "images");
    }
    void wrongFilesAreRefused() {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, words);
        const auto read = decodeMlAgentsDemo(bytes.toStdString(), "x");
        QVERIFY(!read.ok());
        const QString said = QString::fromStdString(read.error().text());
        QVERIFY2(said.contains(words), qPrintable(said));
    }

    // Whatever it says, it says it: no crash, no record that was not there.
    void aFileCutAnywhereGivesItsWholeRecords() {
        const std::string bytes = *encodeMlAgentsDemo(sampleDemonstration());
        const auto whole = decodeMlAgentsDemo(bytes, "x");
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto read = decodeMlAgentsDemo(std::string_view(bytes).substr(0, size), "x");
            if (!read)
                continue;
            QVERIFY(read->records < whole->records);
            QVERIFY(!read->note.empty());
        }
    }

    void flippedBitsNeverCrashIt() {
        const std::string bytes = *encodeMlAgentsDemo(sampleDemonstration());
        for (std::size_t at = 0; at < bytes.size(); ++at)
            for (int bit = 0; bit < 8; ++bit) {
                std::string bad = bytes;
                bad[at] = char(bad[at] ^ (1 << bit));
                const auto read = decodeMlAgentsDemo(bad, "x");
                QVERIFY(read.ok() || !read.error().problems.empty());
            }
    }

    void hugeCountsAreDamageAndNoAllocation() {
        std::string bytes = fileOf(record(0, false, 1, 2, {0, 1}), 1u << 31);
        bytes += "\xff\xff\xff\xff\xff\xff\xff\xff\x7f";
        const auto read = decodeMlAgentsDemo(bytes, "x");
        QCOMPARE(read->records, std::int64_t(1));
        QVERIFY(!read->note.empty());
    }

  private:
    static bool havePublished() { return std::filesystem::exists(kPublished); }
};

QTEST_GUILESS_MAIN(TestMlAgentsDemo)
#include "test_mlagents_demo.moc"
