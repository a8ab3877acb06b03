#include "core/learn/side_thread.h"

#include <QtTest>

#include <stdexcept>

using namespace paddock;

class TestSideThread : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void bothJobsHaveEndedAfterEachCall() {
        SideThread side;
        int aside = 0, here = 0;
        for (int i = 1; i <= 100; ++i) {
            side.runBoth([&] { ++aside; }, [&] { ++here; });
            QVERIFY(aside == i && here == i);
        }
    }
    void jobsRunOnTwoThreads() {
        SideThread side;
        std::thread::id aside, here;
        side.runBoth([&] { aside = std::this_thread::get_id(); },
                     [&] { here = std::this_thread::get_id(); });
        QVERIFY(aside != here && here == std::this_thread::get_id());
    }
    void whatTheSideThrowsReachesTheCaller() {
        SideThread side;
        QVERIFY_EXCEPTION_THROWN(side.runBoth([] { throw std::runtime_error("aside"); }, [] {}),
                                 std::runtime_error);
    }
    void theSideIsWaitedForWhenTheCallerThrows() {
        SideThread side;
        bool ended = false;
        QVERIFY_EXCEPTION_THROWN(
            side.runBoth([&] { ended = true; }, [] { throw std::runtime_error("here"); }),
            std::runtime_error);
        QVERIFY(ended);
    }
    void servesAgainAfterAFailure() {
        SideThread side;
        QVERIFY_EXCEPTION_THROWN(side.runBoth([] { throw 1; }, [] {}), int);
        bool ran = false;
        side.runBoth([&] { ran = true; }, [] {});
        QVERIFY(ran);
    }
};

QTEST_GUILESS_MAIN(TestSideThread)
#include "test_side_thread.moc"
