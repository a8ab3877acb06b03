// The list of laps: each change is on the disk and can be taken back; whatever cuts the file short
// costs at most the newest lap.
#include "core/base/file_io.h"
#include "core/run/lap_library.h"
#include "tests/run/demonstration_samples.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace paddock;
using namespace paddock::test;

namespace {

LapLibrary open(const std::filesystem::path &path) {
    auto library = LapLibrary::open(path, sampleMeta());
    if (!library)
        qFatal("%s", library.error().text().c_str());
    return std::move(*library);
}

std::vector<std::size_t> chunks(const LapLibrary &library) {
    std::vector<std::size_t> all;
    for (const LapEntry &lap : library.laps())
        all.push_back(lap.chunk);
    return all;
}

using Chunks = std::vector<std::size_t>;

DemonstrationEpisode lapOf(int number, const char *outcome = "clean") {
    DemonstrationEpisode episode = sampleEpisode(number, 4 + number, false);
    episode.outcome = outcome;
    return episode;
}

} // namespace

class TestLapLibrary : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void entriesTellWhatTheLapsHold() {
        LapLibrary library = open(newPath());
        QVERIFY(library.append(lapOf(2), true).ok());
        QVERIFY(library.append(lapOf(1, "collision"), true).ok());
        const LapEntry &lap = library.laps()[0];
        QCOMPARE(lap.verdict, std::string("clean"));
        QCOMPARE(lap.lapTime, 3.0);
        QCOMPARE(lap.rows, std::size_t(6));
        QCOMPARE(lap.seconds, 6 * 0.02);
        QCOMPARE(lap.totalReward, 0.125 + 0.25 * (2 + 3 + 4 + 5 + 6 + 7));
        QCOMPARE(lap.path.size(), std::size_t(6));
        QVERIFY((lap.path[5] == Vec2{5, 5.5f}));
        QCOMPARE(library.cleanLaps(), 1);
        QVERIFY(*library.lap(1) == lapOf(1, "collision"));
    }

    void longPathsAreThinnedFromEndToEnd() {
        LapLibrary library = open(newPath());
        QVERIFY(library.append(sampleEpisode(0, 1000, false), true).ok());
        const std::vector<Vec2> &path = library.laps()[0].path;
        QCOMPARE(path.size(), std::size_t(200));
        QCOMPARE(path.front().x, 0.0f);
        QCOMPARE(path.back().x, 999.0f);
    }

    void lapsOfDriversAreToldInTheSameWords() {
        LapLibrary library = open(newPath());
        for (const char *outcome : {"goal", "lap", "wall", "lane_bound", "collision_a2", "time"})
            QVERIFY(library.append(lapOf(0, outcome), true).ok());
        std::vector<std::string> verdicts;
        for (const LapEntry &lap : library.laps())
            verdicts.push_back(lap.verdict);
        QCOMPARE(verdicts, (std::vector<std::string>{"clean", "clean", "off track", "off track",
                                                     "collision", "time"}));
    }

    void everyChangeIsOnTheDiskAndCanBeTakenBack() {
        const auto path = newPath();
        LapLibrary library = open(path);
        std::vector<Chunks> history{chunks(library)};
        const auto changed = [&](const Status &status) {
            history.push_back(chunks(library));
            return status.ok() && chunks(open(path)) == history.back();
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY(changed(library.append(lapOf(i), true)));
        QVERIFY(changed(library.discard(1)));
        QCOMPARE(history.back(), (Chunks{0, 2, 3}));
        QVERIFY(changed(library.trim(2, 1, 3)));
        QCOMPARE(history.back(), (Chunks{0, 3, 4}));
        QVERIFY(changed(library.append(lapOf(5), false)));
        QCOMPARE(history.back(), (Chunks{0, 3, 4})); // set aside at once
        QVERIFY(changed(library.discardLast()));
        QCOMPARE(history.back(), (Chunks{0, 3}));
        while (history.size() > 1) {
            const bool setAside = library.undoText() == "discard lap 6";
            QVERIFY(library.undo().ok());
            history.pop_back();
            if (setAside) {
                QCOMPARE(chunks(library), (Chunks{0, 3, 4, 5})); // what undo is for there
                QVERIFY(library.discard(5).ok());
            }
            QCOMPARE(chunks(open(path)), chunks(library));
            if (setAside)
                break;
            QCOMPARE(chunks(library), history.back());
        }
    }

    void undoGoesAllTheWayBack() {
        LapLibrary library = open(newPath());
        for (int i = 0; i < 3; ++i)
            QVERIFY(library.append(lapOf(i), true).ok());
        QVERIFY(library.trim(0, 1, 3).ok());
        QCOMPARE(library.undoText(), std::string("trim lap 1"));
        QVERIFY(library.undo().ok());
        QCOMPARE(chunks(library), (Chunks{0, 1, 2})); // in its old place
        for (int left = 2; left >= 0; --left) {
            QVERIFY(library.undo().ok());
            QCOMPARE(library.laps().size(), std::size_t(left));
        }
        QVERIFY(!library.canUndo());
        QVERIFY(!library.undo().ok());
    }

    void discardsAndTrimsCanBeTakenBackAfterTheFileIsOpenedAgain() {
        const auto path = newPath();
        {
            LapLibrary library = open(path);
            for (int i = 0; i < 3; ++i)
                QVERIFY(library.append(lapOf(i), true).ok());
            QVERIFY(library.discard(2).ok());
            QVERIFY(library.trim(1, 0, 2).ok());
        }
        LapLibrary library = open(path);
        QCOMPARE(chunks(library), (Chunks{0, 3}));
        QCOMPARE(library.undoText(), std::string("trim lap 2"));
        QVERIFY(library.undo().ok());
        QCOMPARE(chunks(library), (Chunks{0, 1}));
        QVERIFY(library.undo().ok());
        QCOMPARE(chunks(library), (Chunks{0, 1, 2}));
    }

    void aTrimmedLapIsNoWholeLap() {
        LapLibrary library = open(newPath());
        DemonstrationEpisode whole = sampleEpisode(1, 6, true);
        whole.outcome = "clean";
        QVERIFY(library.append(whole, true).ok());
        QVERIFY(library.trim(0, 2, 5).ok());
        const auto part = library.lap(1);
        QVERIFY(part.ok());
        QCOMPARE(part->outcome, std::string("trimmed"));
        QCOMPARE(part->lapTime, 0.0);
        QCOMPARE(part->startReward, 0.0f);
        QVERIFY(!part->closed && part->truncated);
        QCOMPARE(part->observations, std::vector<float>(whole.observations.begin() + 6,
                                                        whole.observations.begin() + 15));
        QCOMPARE(part->actions,
                 std::vector<std::int32_t>(whole.actions.begin() + 4, whole.actions.begin() + 10));
        QCOMPARE(part->rewards,
                 std::vector<float>(whole.rewards.begin() + 2, whole.rewards.begin() + 5));
        QCOMPARE(part->poses.size(), std::size_t(9));
        QCOMPARE(library.cleanLaps(), 0);
        // To the end: what closed the whole lap closes its part.
        QVERIFY(library.undo().ok());
        QVERIFY(library.trim(0, 3, 6).ok());
        QVERIFY(library.lap(2)->closed);
    }

    void nothingIsTrimmedWhereNothingIsCut() {
        LapLibrary library = open(newPath());
        QVERIFY(library.append(lapOf(0), true).ok());
        const std::string before = library.undoText();
        QVERIFY(library.trim(0, 0, 4).ok());
        QCOMPARE(chunks(library), (Chunks{0}));
        QCOMPARE(library.undoText(), before);
        QCOMPARE(library.laps()[0].verdict, std::string("clean"));
        for (const auto &[first, last] : {std::pair{2, 2}, std::pair{3, 1}, std::pair{0, 5}})
            QVERIFY(!library.trim(0, std::size_t(first), std::size_t(last)).ok());
        QVERIFY(!library.trim(1, 0, 1).ok());
        QVERIFY(!library.discard(1).ok());
        QCOMPARE(chunks(library), (Chunks{0}));
    }

    void otherRowsAreRefused() {
        const auto path = newPath();
        QVERIFY(!LapLibrary::open(path, std::nullopt).ok()); // not there
        open(path);
        QVERIFY(LapLibrary::open(path, std::nullopt).ok());
        DemonstrationMeta other = sampleMeta();
        other.scenarioHash = 1; // a document that was edited drives the same rows
        QVERIFY(LapLibrary::open(path, other).ok());
        other.branches = {3, 3};
        QVERIFY(!LapLibrary::open(path, other).ok());
    }

    void twoProgramsDoNotOverwriteEachOther() {
        const auto path = newPath();
        LapLibrary mine = open(path), theirs = open(path);
        QVERIFY(theirs.append(lapOf(0), true).ok());
        const Status refused = mine.append(lapOf(1), true);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().text().find("another program") != std::string::npos);
        QCOMPARE(chunks(open(path)), (Chunks{0}));
    }

    // What the disk holds after a kill or a power cut: any start of the file.
    void aFileCutAnywhereLosesAtMostTheNewestLap() {
        const auto path = newPath();
        LapLibrary library = open(path);
        std::vector<std::uintmax_t> ends{std::filesystem::file_size(path)};
        for (int i = 0; i < 4; ++i) {
            QVERIFY(library.append(lapOf(i), true).ok());
            ends.push_back(std::filesystem::file_size(path));
        }
        const std::string bytes = *readFile(path, 1 << 20);
        for (std::size_t whole = 0; whole < ends.size(); ++whole)
            for (const int more : {0, 1, 7, 15, 16, 17, 60}) {
                const std::size_t size = std::size_t(ends[whole]) + std::size_t(more);
                if (size > bytes.size())
                    continue;
                const auto cutPath = newPath();
                QVERIFY(writeFileAtomic(cutPath, std::string_view(bytes).substr(0, size)).ok());
                LapLibrary cut = open(cutPath);
                QCOMPARE(cut.laps().size(), whole);
                QCOMPARE(cut.lost().empty(), more == 0);
                QVERIFY(cut.append(lapOf(9), true).ok()); // and goes on
                QVERIFY(*cut.lap(whole) == lapOf(9));
                QVERIFY(open(cutPath).lost().empty());
                if (more > 0) // what was torn is kept beside it
                    QCOMPARE(std::filesystem::file_size(cutPath.string() + ".lost"),
                             std::uintmax_t(more));
            }
    }

    // A process that is killed while it appends has told how many laps it was through with.
    void killedWhileItAppendsNoLapThatWasToldIsLost() {
        const auto path = newPath();
        open(path);
        int told[2];
        QCOMPARE(::pipe(told), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            auto library = LapLibrary::open(path, sampleMeta());
            for (char i = 0; library && library->append(lapOf(3), true).ok(); ++i)
                if (::write(told[1], &i, 1) != 1)
                    break;
            ::_exit(1);
        }
        ::close(told[1]);
        char one = 0;
        std::size_t count = 0;
        while (count < 20 && ::read(told[0], &one, 1) == 1)
            ++count;
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(told[0], &one, 1) == 1)
            ++count;
        ::close(told[0]);
        const std::size_t kept = open(path).laps().size();
        QVERIFY2(kept == count || kept == count + 1,
                 qPrintable(QString("%1 of %2").arg(kept).arg(count)));
    }

  private:
    std::filesystem::path newPath() {
        return m_folder.filePath(QString("%1.pdemo").arg(++m_count)).toStdString();
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestLapLibrary)
#include "test_lap_library.moc"
