#include "core/base/vec2.h"
#include "core/base/view.h"

#include <QTest>

#include <vector>

using namespace paddock;

namespace {

bool near(float value, float expected) {
    return std::abs(value - expected) < 1e-6f;
}

bool near(Vec2 value, Vec2 expected) {
    return near(value.x, expected.x) && near(value.y, expected.y);
}

} // namespace

class TestGeometry : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void rotationIsCounterClockwise() { QVERIFY(near(rotated({1, 0}, kPi / 2), {0, 1})); }

    void crossIsPositiveToTheLeft() {
        QCOMPARE(cross({1, 0}, {0, 1}), 1.0f);
        QCOMPARE(dot({1, 2}, {3, 4}), 11.0f);
        QCOMPARE(length({3, 4}), 5.0f);
    }

    void anglesWrapIntoOneTurn() {
        QVERIFY(near(wrapAngle(3 * kPi / 2), -kPi / 2));
        QVERIFY(near(wrapAngle(-5 * kPi), kPi) || near(wrapAngle(-5 * kPi), -kPi));
        QCOMPARE(wrapAngle(-kPi), kPi); // the interval is open below
        QCOMPARE(wrapAngle(0.5f), 0.5f);
    }

    // A body at (2, 1) that looks north sees one metre ahead of it at (2, 2).
    void posesMapTheirFrame() {
        const Pose pose{{2, 1}, kPi / 2};
        QVERIFY(near(pose.toParent({1, 0}), {2, 2}));
        QVERIFY(near(pose.toLocal({2, 2}), {1, 0}));
        QVERIFY(near(pose.toLocal(pose.toParent({0.3f, -0.7f})), {0.3f, -0.7f}));
    }

    void viewsAreRowMajor() {
        std::vector<float> values{1, 2, 3, 4, 5, 6};
        const MatrixView<float> view{values.data(), 2, 3};
        QCOMPARE(view(1, 0), 4.0f);
        QCOMPARE(view.row(1)[2], 6.0f);
        view(0, 1) = 9;
        QCOMPARE(values[1], 9.0f);
        const MatrixView<const float> read = view;
        QCOMPARE(read.size(), std::size_t{6});
    }
};

QTEST_GUILESS_MAIN(TestGeometry)
#include "test_geometry.moc"
