#include "core/base/worker_pool.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace paddock;

class TestWorkerPool : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void slicesTileTheRangeInOrder_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("slices");
        for (const int count : {0, 1, 2, 7, 64, 1001})
            for (const int slices : {1, 2, 3, 8, 100})
                QTest::addRow("%d in %d", count, slices) << count << slices;
    }
    void slicesTileTheRangeInOrder() {
        QFETCH(const int, count);
        QFETCH(const int, slices);
        int next = 0;
        for (int slice = 0; slice < slices; ++slice) {
            const IndexRange range = sliceOf(count, slices, slice);
            QCOMPARE(range.begin, next);
            QVERIFY(range.end - range.begin >= count / slices);
            QVERIFY(range.end - range.begin <= count / slices + 1);
            next = range.end;
        }
        QCOMPARE(next, count);
    }

    void everyIndexRunsExactlyOnce_data() {
        QTest::addColumn<int>("threads");
        for (const int threads : {0, 1, 2, 3, 4, 7, 16})
            QTest::addRow("%d threads", threads) << threads;
    }
    void everyIndexRunsExactlyOnce() {
        QFETCH(const int, threads);
        WorkerPool pool(threads);
        for (const int count : {0, 1, 2, 5, 16, 1000}) {
            std::vector<int> runs(count, 0); // plain ints: disjoint slices need no atomics
            pool.parallelFor(count, [&](int i) { ++runs[i]; });
            QCOMPARE(runs, std::vector<int>(count, 1));
        }
    }

    void manyShortJobsInARowAllComplete() {
        WorkerPool pool(4);
        std::vector<int> runs(8, 0);
        for (int job = 0; job < 5000; ++job)
            pool.parallelFor(8, [&](int i) { ++runs[i]; });
        QCOMPARE(runs, std::vector<int>(8, 5000));
    }

    void sliceZeroRunsOnTheCaller() {
        WorkerPool pool(3);
        std::vector<std::thread::id> ids(9);
        pool.parallelFor(9, [&](int i) { ids[i] = std::this_thread::get_id(); });
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ids[i], std::this_thread::get_id());
    }

    void anIndexStaysOnItsThreadFromCallToCall() {
        WorkerPool pool(3);
        std::vector<std::thread::id> first(30), second(30);
        pool.parallelFor(30, [&](int i) { first[i] = std::this_thread::get_id(); });
        pool.parallelFor(30, [&](int i) { second[i] = std::this_thread::get_id(); });
        QCOMPARE(second, first);
    }

    void theExceptionWithTheSmallestIndexIsRethrown() {
        WorkerPool pool(4);
        std::string caught;
        try {
            pool.parallelFor(100, [](int i) {
                if (i == 37 || i == 60 || i == 99)
                    throw std::runtime_error(std::to_string(i));
            });
        } catch (const std::runtime_error &error) {
            caught = error.what();
        }
        QCOMPARE(caught, std::string("37"));
    }

    void thePoolWorksOnAfterAnException() {
        WorkerPool pool(4);
        QVERIFY_EXCEPTION_THROWN(pool.parallelFor(8, [](int) { throw std::logic_error("x"); }),
                                 std::logic_error);
        std::atomic<int> runs = 0;
        pool.parallelFor(8, [&](int) { ++runs; });
        QCOMPARE(runs.load(), 8);
    }

    void poolsThatNeverWorkedJoin() {
        for (int i = 0; i < 20; ++i)
            WorkerPool pool(5);
        QCOMPARE(WorkerPool(5).threads(), 5);
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "test_worker_pool.moc"
