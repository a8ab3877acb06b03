#include "core/base/file_io.h"
#include "core/base/hash.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace paddock;
namespace fs = std::filesystem;

namespace {

// Lets no file of this process grow beyond `bytes`: the portable way to a disk that is full.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

  private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

void spill(const fs::path &path, const std::string &bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string slurp(const fs::path &path) {
    const Result<std::string> bytes = readFile(path, 1 << 24);
    return bytes ? *bytes : "unreadable: " + bytes.error().text();
}

std::ptrdiff_t filesIn(const fs::path &folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

} // namespace

class TestFileIo : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsWrittenIsReadBack() {
        const std::string bytes("a\0b\n\xff", 5);
        QVERIFY(writeFileAtomic(folder() / "x", bytes).ok());
        QCOMPARE(slurp(folder() / "x"), bytes);
    }

    void writingReplacesTheOldFileAndLeavesNothingElse() {
        const fs::path path = folder() / "replaced" / "x";
        fs::create_directory(path.parent_path());
        QVERIFY(writeFileAtomic(path, "old and longer").ok());
        QVERIFY(writeFileAtomic(path, "new").ok());
        QCOMPARE(slurp(path), std::string("new"));
        QCOMPARE(filesIn(path.parent_path()), 1);
    }

    void aFullDiskKeepsTheOldFileAndLeavesNothingElse() {
        const fs::path path = folder() / "full" / "x";
        fs::create_directory(path.parent_path());
        spill(path, "old");
        {
            const FileSizeLimit limit(4096);
            const Status status = writeFileAtomic(path, std::string(100'000, 'n'));
            QVERIFY(!status.ok());
            QVERIFY(status.error().text().find(path.string()) != std::string::npos);
        }
        QCOMPARE(slurp(path), std::string("old"));
        QCOMPARE(filesIn(path.parent_path()), 1);
    }

    void aReadOnlyFolderKeepsTheOldFile() {
        if (::geteuid() == 0)
            QSKIP("permissions do not bind the super-user");
        const fs::path path = folder() / "locked" / "x";
        fs::create_directory(path.parent_path());
        spill(path, "old");
        fs::permissions(path.parent_path(), fs::perms::owner_read | fs::perms::owner_exec);
        const bool written = writeFileAtomic(path, "new").ok();
        fs::permissions(path.parent_path(), fs::perms::owner_all);
        QVERIFY(!written);
        QCOMPARE(slurp(path), std::string("old"));
    }

    void aTargetThatIsAFolderIsAnErrorAndLeavesNothing() {
        const fs::path parent = folder() / "taken";
        fs::create_directories(parent / "x" / "y");
        QVERIFY(!writeFileAtomic(parent / "x", "new").ok());
        QCOMPARE(filesIn(parent), 1);
    }

    void aMissingFolderIsAnError() {
        const Status status = writeFileAtomic(folder() / "nowhere" / "x", "new");
        QVERIFY(!status.ok());
        QVERIFY(status.error().text().find("No such file") != std::string::npos);
    }

    void readingStopsAtTheLimit() {
        const fs::path path = folder() / "large";
        spill(path, std::string(1001, 'x'));
        QVERIFY(readFile(path, 1001).ok());
        const Result<std::string> tooLarge = readFile(path, 1000);
        QVERIFY(!tooLarge.ok());
        QVERIFY(tooLarge.error().text().find("at most 1000 bytes") != std::string::npos);
    }

    void whatIsNoFileIsNotRead() {
        const fs::path pipe = folder() / "pipe";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QVERIFY(!readFile(pipe, 100).ok()); // and does not wait for a writer
        QVERIFY(!readFile(folder(), 100).ok());
        QVERIFY(!readFile(folder() / "missing", 100).ok());
    }

    // From the authors' test suite (Fowler, Noll, Vo).
    void fnvMatchesThePublishedVectors() {
        QCOMPARE(fnv1a(""), std::uint64_t{0xcbf29ce484222325});
        QCOMPARE(fnv1a("a"), std::uint64_t{0xaf63dc4c8601ec8c});
        QCOMPARE(fnv1a("foobar"), std::uint64_t{0x85944171f73967e8});
    }

    void aHashGoesOnFromAHash() { QCOMPARE(fnv1a("bar", fnv1a("foo")), fnv1a("foobar")); }

    void hexTextHasSixteenDigits() {
        QCOMPARE(hexText(0xaf63dc4c8601ec8c), std::string("af63dc4c8601ec8c"));
        QCOMPARE(hexText(0x1f), std::string("000000000000001f"));
    }

  private:
    fs::path folder() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestFileIo)
#include "test_file_io.moc"
