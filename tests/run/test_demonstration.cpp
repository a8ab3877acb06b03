// The demonstration file: whatever happens to its end, the laps before it are there.
#include "core/run/demonstration_load.h"
#include "core/run/mlagents_demo.h"
#include "tests/run/demonstration_samples.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <limits>
#include <sys/resource.h>

using namespace paddock;
using namespace paddock::test;

namespace {

std::string sampleBytes() {
    return *encodeDemonstration(sampleDemonstration());
}

// Where the chunks of sampleBytes() end: the header's and the three episodes'.
std::vector<std::size_t> chunkEnds() {
    std::vector<std::size_t> ends;
    Demonstration part{sampleMeta(), {}};
    ends.push_back(encodeDemonstration(part)->size());
    for (const DemonstrationEpisode &episode : sampleDemonstration().episodes) {
        part.episodes.push_back(episode);
        ends.push_back(encodeDemonstration(part)->size());
    }
    return ends;
}

} // namespace

class TestDemonstration : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsWrittenIsReadBack() {
        const Result<DemonstrationFile> file = decodeDemonstration(sampleBytes(), "x");
        QVERIFY(file.ok());
        QVERIFY(file->demonstration == sampleDemonstration());
        QVERIFY(file->lost.empty());
    }

    // Returns by hand: 0.125 + 0.25 (0+1+2), 0.125 + 0.25 (1), 0.125 + 0.25 (2+3+4+5).
    void meanReturnCountsEveryReward() {
        QCOMPARE(sampleDemonstration().meanReturn(), (0.875 + 0.375 + 3.625) / 3);
    }

    void aClosingRowIsNoDecision() {
        QCOMPARE(sampleEpisode(0, 4, true).decisions(), std::size_t(3));
        QCOMPARE(sampleEpisode(0, 4, false).decisions(), std::size_t(4));
    }

    void aFileCutAnywhereGivesTheWholeChunksBefore() {
        const std::string bytes = sampleBytes();
        const std::vector<std::size_t> ends = chunkEnds();
        QCOMPARE(ends.back(), bytes.size());
        const Demonstration whole = sampleDemonstration();
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto file = decodeDemonstration(std::string_view(bytes).substr(0, size), "x");
            QCOMPARE(file.ok(), size >= ends[0]);
            if (!file)
                continue;
            std::size_t complete = 0;
            while (complete + 1 < ends.size() && ends[complete + 1] <= size)
                ++complete;
            QCOMPARE(file->demonstration.episodes.size(), complete);
            for (std::size_t i = 0; i < complete; ++i)
                QVERIFY(file->demonstration.episodes[i] == whole.episodes[i]);
            QCOMPARE(file->goodBytes, ends[complete]);
            QCOMPARE(file->lost.empty(), size == ends[complete]);
        }
    }

    void aFlippedBitNeverPassesForData() {
        const std::string bytes = sampleBytes();
        const Demonstration whole = sampleDemonstration();
        const std::vector<std::size_t> ends = chunkEnds();
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string bad = bytes;
                bad[at] = char(bad[at] ^ (1 << bit));
                const auto file = decodeDemonstration(bad, "x");
                QCOMPARE(file.ok(), at >= ends[0]);
                if (!file)
                    continue;
                QVERIFY(!file->lost.empty());
                for (std::size_t i = 0; i < file->demonstration.episodes.size(); ++i)
                    QVERIFY(file->demonstration.episodes[i] == whole.episodes[i]);
            }
        }
    }

    void aHugeLengthIsDamageAndNoAllocation() {
        std::string bytes = sampleBytes();
        const std::size_t length = chunkEnds()[0] + 4;
        for (std::size_t i = 0; i < 8; ++i)
            bytes[length + i] = char(0xff);
        const auto file = decodeDemonstration(bytes, "x");
        QVERIFY(file.ok());
        QCOMPARE(file->demonstration.episodes.size(), std::size_t(0));
        QVERIFY(!file->lost.empty());
    }

    void otherFilesAreRefused() {
        for (const char *text : {"", "PADDEMO", "PADDEMO1", "PADDEMO2 and more", "{}"})
            QVERIFY(!decodeDemonstration(text, "x").ok());
    }

    void episodesThatDoNotFitAreRefused() {
        const DemonstrationMeta meta = sampleMeta();
        QVERIFY(checkEpisode(meta, sampleEpisode(0, 3), "x").empty());
        DemonstrationEpisode episode = sampleEpisode(0, 3);
        episode.actions[2] = 3; // of three choices
        QCOMPARE(checkEpisode(meta, episode, "x").size(), std::size_t(1));
        episode.observations[0] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(checkEpisode(meta, episode, "x").size(), std::size_t(2));
        episode.poses.pop_back();
        QCOMPARE(checkEpisode(meta, episode, "x").size(), std::size_t(3));
        QVERIFY(!encodeDemonstration({meta, {episode}}).ok());
    }

    void theWriterAppendsWhatTheReaderFinds() {
        const auto path = newPath("append.pdemo");
        auto writer = DemonstrationWriter::create(path, sampleMeta());
        QVERIFY(writer.ok());
        for (const DemonstrationEpisode &episode : sampleDemonstration().episodes)
            QVERIFY(writer->append(episode).ok());
        QVERIFY(readDemonstration(path)->demonstration == sampleDemonstration());
    }

    void discardedEpisodesComeBackInTheirPlace() {
        const auto path = newPath("undo.pdemo");
        auto writer = DemonstrationWriter::create(path, sampleMeta());
        for (const DemonstrationEpisode &episode : sampleDemonstration().episodes)
            QVERIFY(writer->append(episode).ok());
        QVERIFY(writer->discard(0).ok());
        QVERIFY(writer->discardLast().ok());
        const auto less = readDemonstration(path);
        QCOMPARE(less->demonstration.episodes.size(), std::size_t(1));
        QVERIFY(less->demonstration.episodes[0] == sampleEpisode(1, 2));
        QVERIFY(writer->undo().ok());
        QVERIFY(writer->undo().ok());
        QVERIFY(!writer->undo().ok());
        QVERIFY(readDemonstration(path)->demonstration == sampleDemonstration());
    }

    void undoWorksAfterTheFileIsOpenedAgain() {
        const auto path = newPath("again.pdemo");
        QVERIFY(writeDemonstration(sampleDemonstration(), path).ok());
        QVERIFY(DemonstrationWriter::open(path)->discardLast().ok());
        auto writer = DemonstrationWriter::open(path);
        QCOMPARE(writer->aliveCount(), std::size_t(2));
        QVERIFY(writer->undo().ok());
        QCOMPARE(writer->aliveCount(), std::size_t(3));
    }

    void openingATornFileMendsIt() {
        const auto path = newPath("torn.pdemo");
        QFile file(QString::fromStdString(path.string()));
        const std::string bytes = sampleBytes();
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes.data(), qint64(bytes.size()) - 7);
        file.close();
        auto writer = DemonstrationWriter::open(path);
        QVERIFY(writer.ok());
        QCOMPARE(writer->aliveCount(), std::size_t(2));
        QFile tail(QString::fromStdString(path.string() + ".lost"));
        QCOMPARE(std::size_t(tail.size()), bytes.size() - 7 - chunkEnds()[2]);
        QVERIFY(writer->append(sampleEpisode(2, 5)).ok());
        const auto mended = readDemonstration(path);
        QVERIFY(mended->lost.empty());
        QVERIFY(mended->demonstration == sampleDemonstration());
    }

    void anExistingFileIsNotOverwritten() {
        const auto path = newPath("there.pdemo");
        QVERIFY(DemonstrationWriter::create(path, sampleMeta()).ok());
        QVERIFY(!DemonstrationWriter::create(path, sampleMeta()).ok());
    }

    void aRefusedEpisodeChangesNothing() {
        const auto path = newPath("refused.pdemo");
        auto writer = DemonstrationWriter::create(path, sampleMeta());
        DemonstrationEpisode wrong = sampleEpisode(0, 3);
        wrong.rewards.pop_back();
        QVERIFY(!writer->append(wrong).ok());
        QVERIFY(!writer->discardLast().ok());
        QVERIFY(readDemonstration(path)->demonstration.episodes.empty());
        QVERIFY(readDemonstration(path)->lost.empty());
    }

    // A limit on the size of files stands for a full disk.
    void aFullDiskLosesNothingOld() {
        const auto path = newPath("full.pdemo");
        QVERIFY(writeDemonstration({sampleMeta(), {sampleEpisode(0, 4)}}, path).ok());
        auto writer = DemonstrationWriter::open(path);
        const auto before = std::filesystem::file_size(path);
        rlimit limit;
        getrlimit(RLIMIT_FSIZE, &limit);
        const rlimit full{before + 10, limit.rlim_max};
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &full);
        const Status refused = writer->append(sampleEpisode(1, 2));
        setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, handler);
        QVERIFY(!refused.ok());
        QCOMPARE(std::filesystem::file_size(path), before);
        QCOMPARE(writer->aliveCount(), std::size_t(1));
        QVERIFY(writer->append(sampleEpisode(1, 2)).ok());
        QCOMPARE(readDemonstration(path)->demonstration.episodes.size(), std::size_t(2));
    }

    void learnersGetEveryDecisionAndNoClosingRow() {
        const DemonstrationData data = learnerData(sampleDemonstration());
        QCOMPARE(data.samples(), std::size_t(8));
        QCOMPARE(data.dones, (std::vector<std::uint8_t>{0, 0, 1, 1, 0, 0, 0, 1}));
        QCOMPARE(data.observations.size(), std::size_t(8 * 3));
        QCOMPARE(data.observations[3 * 3], 100.0f); // the first of the second episode
        QCOMPARE(data.rewards, (std::vector<float>{0, 0.25f, 0.5f, 0.25f, 0.5f, 0.75f, 1, 1.25f}));
    }

    void filesOfBothFormatsMakeOneSetOfSamples() {
        const auto ours = newPath("ours.pdemo"), theirs = newPath("theirs.demo");
        QVERIFY(writeDemonstration(sampleDemonstration(), ours).ok());
        QVERIFY(writeMlAgentsDemo(sampleDemonstration(), theirs).ok());
        const auto data = loadLearnerData({ours, theirs}, {3, {3, 2}});
        QVERIFY(data.ok());
        QCOMPARE(data->samples(), std::size_t(16));
        const auto wrong = loadLearnerData({ours, theirs, newPath("none")}, {4, {3, 3}});
        QVERIFY(!wrong.ok());
        QCOMPARE(wrong.error().problems.size(), std::size_t(5)); // sizes, branches, no file
    }

  private:
    std::filesystem::path newPath(const char *name) {
        return m_folder.filePath(name).toStdString();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestDemonstration)
#include "test_demonstration.moc"
