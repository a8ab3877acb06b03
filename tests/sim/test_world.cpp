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
