// What passes between two threads: the bounded queue and the latest value.
#include "core/base/bounded_queue.h"
#include "core/base/latest_value.h"

#include <QTest>

#include <thread>

using namespace paddock;

class TestHandOver : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aFullQueueDropsTheOldestAndCounts() {
        BoundedQueue<int> queue(3);
        for (int i = 1; i <= 5; ++i)
            queue.pushDropOldest(i);
        QCOMPARE(queue.dropped(), std::uint64_t{2});
        QCOMPARE(queue.takeAll(), (std::vector<int>{3, 4, 5}));
    }

    void theQueueKeepsTheOrder() {
        BoundedQueue<int> queue(8);
        queue.pushDropOldest(1);
        queue.pushDropOldest(2);
        QCOMPARE(queue.tryPop(), std::optional<int>(1));
        QCOMPARE(queue.tryPop(), std::optional<int>(2));
        QCOMPARE(queue.tryPop(), std::optional<int>());
    }

    void aWaitingReaderGetsWhatAnotherThreadPushes() {
        BoundedQueue<int> queue(100);
        int sum = 0;
        {
            std::jthread reader([&](std::stop_token stop) {
                for (int i = 0; i < 100; ++i)
                    sum += queue.waitPop(stop).value_or(-1000);
            });
            for (int i = 1; i <= 100; ++i)
                queue.pushDropOldest(i);
            reader.join();
        }
        QCOMPARE(sum, 5050);
    }

    void aStopEndsTheWait() {
        BoundedQueue<int> queue(4);
        std::optional<int> got = 5;
        {
            std::jthread reader([&](std::stop_token stop) { got = queue.waitPop(stop); });
            reader.request_stop();
        }
        QCOMPARE(got, std::optional<int>());
    }

    void onlyTheLatestValueIsTakenAndOnlyOnce() {
        LatestValue<int> latest;
        QVERIFY(!latest.take());
        latest.put(std::make_shared<int>(1));
        latest.put(std::make_shared<int>(2));
        QCOMPARE(*latest.take(), 2);
        QVERIFY(!latest.take());
    }

    void aReplacedValueIsFreed() {
        LatestValue<int> latest;
        auto value = std::make_shared<int>(1);
        const std::weak_ptr<int> watch = value;
        latest.put(std::move(value));
        latest.put(std::make_shared<int>(2));
        QVERIFY(watch.expired());
    }
};

QTEST_GUILESS_MAIN(TestHandOver)
#include "test_hand_over.moc"
