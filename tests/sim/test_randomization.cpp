// Claims about domain randomization, against Table II.
#include "core/sim/randomization.h"

#include <QtTest>

#include <set>

using namespace paddock;

class TestRandomization : public QObject {
    Q_OBJECT
  private Q_SLOTS:
    void noiseScalesAreRootsOfTheVariances() {
        RandomizationSpec spec;
        spec.degree = 1;
        const NoiseScale noise = noiseScale(spec);
        QVERIFY(std::abs(noise.position - 0.01f) < 1e-7f); // 1 cm
        QVERIFY(std::abs(noise.yaw - 0.0175f) < 1e-7f);    // 1 degree
        QVERIFY(std::abs(noise.speed - 0.01f) < 1e-7f);    // 1 cm/s
        QVERIFY(std::abs(noise.action - 0.05f) < 1e-7f);
        spec.degree = 2;
        QVERIFY(std::abs(noiseScale(spec).position - 0.02f) < 1e-7f);
    }

    void degreeZeroChangesNothing() {
        RandomizationSpec spec;
        spec.comRange = 0.05;
        for (int world = 0; world < 25; ++world)
            QVERIFY(drawDynamics(spec, 1, world, 0) == DynamicsSample{});
        QVERIFY(!noiseScale(spec).any());
    }

    // Friction [-0.1 : 8.33e-3 : 0.1] and delay [0 : 4.17e-4 : 1e-2] s, each value once over 25
    // replicas.
    void replicasTakeEachGridPointOnce() {
        RandomizationSpec spec;
        spec.degree = 1;
        std::set<int> frictions, delays;
        bool together = true;
        for (int world = 0; world < 25; ++world) {
            const DynamicsSample sample = drawDynamics(spec, 1, world, 0);
            const double f = (sample.friction - 0.9) / (0.2 / 24), d = sample.delay / (0.01 / 24);
            QVERIFY(std::abs(f - std::round(f)) < 1e-3 && std::abs(d - std::round(d)) < 1e-3);
            frictions.insert(int(std::round(f)));
            delays.insert(int(std::round(d)));
            together = together && std::abs(f - d) < 0.5;
        }
        QCOMPARE(frictions.size(), std::size_t(25));
        QCOMPARE(delays.size(), std::size_t(25));
        QVERIFY(!together);
    }

    void agentsOfAWorldShareItsFriction() {
        RandomizationSpec spec;
        spec.degree = 1;
        spec.comRange = 0.05;
        std::set<float> offsets;
        for (int agent = 0; agent < 8; ++agent) {
            QCOMPARE(drawDynamics(spec, 1, 3, agent).friction,
                     drawDynamics(spec, 1, 3, 0).friction);
            offsets.insert(drawDynamics(spec, 1, 3, agent).comOffset);
        }
        QVERIFY(offsets.size() > 1);
    }
};

QTEST_GUILESS_MAIN(TestRandomization)
#include "test_randomization.moc"
