// When pictures may begin, with times written by hand.
#include "widgets/scene/picture_pace.h"

#include <QTest>

using namespace paddock;

class TestPicturePace : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void theFirstPictureNeedNotWait() { QCOMPARE(PicturePace().next(false), 0.0); }

    void quickPicturesComeThirtyTimesASecond() {
        PicturePace pace;
        pace.add(1000, 1002);
        QCOMPARE(pace.next(false), 1000 + 1000.0 / 30);
    }
    void slowPicturesLeaveTimeForTheTraining() {
        PicturePace pace;
        pace.add(1000, 1100);
        QVERIFY(pace.next(false) >= 1150);
    }
    void smoothMotionDoesNotRest() {
        PicturePace pace;
        pace.setSmoothness(Smoothness::Smooth);
        pace.add(1000, 1100);
        QCOMPARE(pace.next(false), 1100.0);
    }
    void handsDoNotWait() {
        PicturePace pace;
        pace.add(1000, 1100);
        QCOMPARE(pace.next(true), 1100.0);
    }
    void oneSlowPictureCountsForLittle() {
        PicturePace pace;
        pace.add(0, 40);
        pace.add(100, 1100);
        QVERIFY(pace.next(true) < 100 + 400);
    }
};

QTEST_APPLESS_MAIN(TestPicturePace)
#include "test_picture_pace.moc"
