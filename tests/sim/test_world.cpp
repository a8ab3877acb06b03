// Claims about one physics world: contacts, and state that can be had back exactly.
#include "core/sim/world.h"

#include <QtTest>

using namespace paddock;

namespace {
const VehicleSpec kSpec = vehicleDefaults(VehicleModel::Nigel);

void ticks(World &world, int count) {
    for (int i = 0; i < count; ++i)
        world.tick();
}
} // namespace

class TestWorld : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void carsTouchWhereTheyAreDrawn() {
        // Side by side: footprints are 0.175 m wide.
        for (const auto &[gap, touches] : {std::pair{0.004f, false}, {-0.004f, true}}) {
            World world(kSpec, 2);
            world.place(0, {{0, 0}, 0});
            world.place(1, {{0, 0.175f + gap}, 0});
            ticks(world, 2);
            QCOMPARE(world.touched(0) == 1, touches);
            QCOMPARE(world.touched(1) == 0, touches);
        }
    }

    void contactIsForgottenOnlyWhenCleared() {
        World world(kSpec, 3);
        world.place(0, {{0, 0}, 0});
        world.place(1, {{0.1f, 0}, 0});
        world.place(2, {{5, 5}, 0});
        ticks(world, 1);
        QCOMPARE(world.touched(0), 1);
        QCOMPARE(world.touched(2), -1);
        world.clearContacts(0);
        QCOMPARE(world.touched(0), -1);
    }

    void footprintIsTheBodyInTheWorld() {
        World world(kSpec, 1);
        world.place(0, {{1, 2}, kPi / 2});
        Vec2 corners[4];
        world.footprint(0, corners);
        QVERIFY(length(corners[0] - Vec2{1 - 0.0875f, 2.23f}) < 1e-4f); // front left
        QVERIFY(length(corners[2] - Vec2{1 + 0.0875f, 1.93f}) < 1e-4f); // rear right
    }

    void wallsAreTouchedFromInside() {
        const std::vector<std::vector<Vec2>> room{{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
        World world(kSpec, 1, {room, {}});
        world.place(0, {{0, 0}, 0});
        ticks(world, 10);
        QCOMPARE(world.touched(0), kTouchedNobody);
        world.setCommand(0, {1, 0});
        for (int i = 0; i < 2000 && world.touched(0) == kTouchedNobody; ++i)
            world.tick();
        QCOMPARE(world.touched(0), kTouchedWall);
        // The nose is 0.23 m ahead of the rear axle.
        const float gap = 1 - (world.pose(0).position.x + 0.23f);
        QVERIFY2(gap > 0 && gap < 0.015f, qPrintable(QString::number(gap)));
    }

    // Families {0, 1} and {2, 3}, all four on one spot: who touches whom is the switches' word
    // alone.
    void isolationDecidesWhoTouches_data() {
        QTest::addColumn<bool>("within");
        QTest::addColumn<bool>("between");
        QTest::newRow("nobody") << false << false;
        QTest::newRow("family") << true << false;
        QTest::newRow("strangers") << false << true;
        QTest::newRow("everybody") << true << true;
    }
    void isolationDecidesWhoTouches() {
        QFETCH(bool, within);
        QFETCH(bool, between);
        IsolationSpec spec;
        spec.collideWithin = within;
        spec.collideBetween = between;
        for (const auto &[a, b] : {std::pair{0, 1}, {0, 2}, {1, 3}, {2, 3}}) {
            World world(kSpec, 4, {{}, Isolation(spec, 2)});
            for (int agent = 0; agent < 4; ++agent)
                world.place(agent, {{10.0f * float(agent), 0}, 0});
            world.place(a, {{0, 50}, 0});
            world.place(b, {{0.05f, 50}, 0.1f});
            ticks(world, 3);
            QCOMPARE(world.touched(a) == b, a / 2 == b / 2 ? within : between);
        }
    }

    // A ghost leaves no trace: the other's way is the same to the last bit.
    void ghostsNeverPush() {
        IsolationSpec apart;
        apart.collideWithin = false;
        World alone(kSpec, 2, {{}, Isolation(apart, 2)}),
            crossed(kSpec, 2, {{}, Isolation(apart, 2)});
        for (World *world : {&alone, &crossed}) {
            world->place(0, {{0, 0}, 0});
            world->place(1, {{world == &alone ? 50.0f : 0.3f, 0}, kPi});
            world->setCommand(0, {1, 0.2f});
            world->setCommand(1, {1, 0});
            ticks(*world, 300);
        }
        QVERIFY(alone.pose(0) == crossed.pose(0));
    }

    // The exact way back to a state: rebuild, replay the same commands, compare the hash.
    void rebuildAndReplayGivesTheSameBits() {
        World world(kSpec, 2);
        const auto play = [&] {
            world.rebuild();
            world.place(0, {{0, 0}, 0});
            world.place(1, {{0.5f, 0.02f}, kPi});
            for (int i = 0; i < 300; ++i) {
                world.setCommand(0, {1, float(i % 7 - 3) / 3});
                world.setCommand(1, {0.5f, float(i % 5 - 2) / 2});
                world.tick();
            }
            return world.stateHash();
        };
        const auto first = play();
        ticks(world, 100); // a history that must leave no trace
        QCOMPARE(play(), first);
        QVERIFY(world.touched(0) == 1);
    }

    void stateHashSeesEveryCar() {
        World a(kSpec, 2), b(kSpec, 2);
        for (World *world : {&a, &b}) {
            world->place(0, {{0, 0}, 0});
            world->place(1, {{2, 0}, 0});
        }
        QCOMPARE(a.stateHash(), b.stateHash());
        b.setCommand(1, {1, 0});
        b.tick();
        a.tick();
        QVERIFY(a.stateHash() != b.stateHash());
    }

    void placedCarIsAtRest() {
        World world(kSpec, 1);
        world.place(0, {});
        world.setCommand(0, {1, 1});
        ticks(world, 100);
        world.place(0, {{3, 4}, 1});
        QCOMPARE(world.velocity(0).x, 0.0f);
        QCOMPARE(world.velocity(0).yaw, 0.0f);
        QCOMPARE(world.state(0).steer, 0.0f);
        QVERIFY(world.pose(0).position == (Vec2{3, 4}));
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "test_world.moc"
