#include "core/sim/world.h"

#include "core/base/hash.h"

#include <box2d/box2d.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace paddock {

namespace {

Vec2 toVec2(b2Vec2 v) {
    return {v.x, v.y};
}

struct Car {
    b2Body *body = nullptr;
    DynamicsSample sample;
    VehicleDynamics dynamics;
    VehicleState state;
    VehicleCommand command;
    int touched = kTouchedNobody;
};

// Of the body that carries the walls.
constexpr std::size_t kWallIndex = ~std::size_t(0);

} // namespace

struct World::Impl : b2ContactListener, b2ContactFilter {
    Impl(const VehicleSpec &vehicle, int agents, WorldSetup given)
        : spec(vehicle), setup(std::move(given)) {
        for (int i = 0; i < agents; ++i)
            cars.push_back({nullptr, {}, VehicleDynamics(spec, {}), {}, {}, kTouchedNobody});
        build();
    }

    void build() {
        physics = std::make_unique<b2World>(b2Vec2(0, 0));
        physics->SetAllowSleeping(false);
        physics->SetContinuousPhysics(false); // centimetres per tick at most
        physics->SetContactListener(this);
        physics->SetContactFilter(this);
        addWalls();
        for (std::size_t i = 0; i < cars.size(); ++i)
            addBody(i);
    }

    void addBody(std::size_t index) {
        Car &car = cars[index];
        b2BodyDef def;
        def.type = b2_dynamicBody;
        // Apart from each other until they are placed.
        def.position.Set(1000.0f + 10.0f * float(index), 1000.0f);
        def.userData.pointer = index;
        car.body = physics->CreateBody(&def);
        // Box2D pads polygons by a skin; taking it off makes cars touch where they are drawn.
        const float inset = float(spec.contactInset) + b2_polygonRadius;
        const float half = float(spec.bodyFront + spec.bodyRear) / 2;
        const float middle = float(spec.bodyFront - spec.bodyRear) / 2;
        constexpr float kThinnest = 0.005f; // m
        b2PolygonShape shape;
        shape.SetAsBox(std::max(half - inset, kThinnest),
                       std::max(float(spec.bodyWidth) / 2 - inset, kThinnest), b2Vec2(middle, 0),
                       0);
        b2FixtureDef fixture;
        fixture.shape = &shape;
        fixture.density = 1;
        fixture.friction = 0.2f;
        car.body->CreateFixture(&fixture);
        applyMass(car);
        car.state = car.dynamics.restState();
        car.command = {};
        car.touched = kTouchedNobody;
    }

    void addWalls() {
        if (setup.walls.empty())
            return;
        b2BodyDef def;
        def.userData.pointer = kWallIndex;
        b2Body *body = physics->CreateBody(&def);
        for (const std::vector<Vec2> &wall : setup.walls) {
            // Two-sided edges: a chain would only stop cars from one side.
            for (std::size_t i = 0; i < wall.size(); ++i) {
                const Vec2 from = wall[i], to = wall[(i + 1) % wall.size()];
                b2EdgeShape edge;
                edge.SetTwoSided({from.x, from.y}, {to.x, to.y});
                body->CreateFixture(&edge, 0);
            }
        }
    }

    static std::size_t indexOf(b2Fixture *fixture) {
        return fixture->GetBody()->GetUserData().pointer;
    }

    bool ShouldCollide(b2Fixture *a, b2Fixture *b) override {
        const std::size_t i = indexOf(a), j = indexOf(b);
        return i == kWallIndex || j == kWallIndex || setup.isolation.collides(int(i), int(j));
    }

    static void applyMass(Car &car) {
        const Vec2 com = car.dynamics.centreOfMass();
        b2MassData mass;
        mass.mass = car.dynamics.planarMass();
        mass.center.Set(com.x, com.y);
        mass.I = car.dynamics.yawInertia() + mass.mass * dot(com, com); // about the rear axle
        car.body->SetMassData(&mass);
    }

    void BeginContact(b2Contact *contact) override {
        const std::size_t a = indexOf(contact->GetFixtureA()), b = indexOf(contact->GetFixtureB());
        noteTouch(a, b);
        noteTouch(b, a);
    }
    void noteTouch(std::size_t agent, std::size_t other) {
        if (agent != kWallIndex && cars[agent].touched == kTouchedNobody)
            cars[agent].touched = other == kWallIndex ? kTouchedWall : int(other);
    }

    VehicleSpec spec;
    WorldSetup setup;
    std::vector<Car> cars;
    std::unique_ptr<b2World> physics;
};

World::World(const VehicleSpec &spec, int agents, WorldSetup setup)
    : m_impl(std::make_unique<Impl>(spec, agents, std::move(setup))) {}
World::~World() = default;
World::World(World &&) noexcept = default;
World &World::operator=(World &&) noexcept = default;

int World::agents() const {
    return int(m_impl->cars.size());
}

float World::tickLength() const {
    return float(m_impl->spec.tick);
}

void World::rebuild() {
    m_impl->build();
}

void World::place(int agent, Pose pose) {
    Car &car = m_impl->cars[std::size_t(agent)];
    car.body->SetTransform(b2Vec2(pose.position.x, pose.position.y), pose.yaw);
    car.body->SetLinearVelocity(b2Vec2(0, 0));
    car.body->SetAngularVelocity(0);
    car.state = car.dynamics.restState();
    car.command = {};
    car.touched = kTouchedNobody;
}

void World::launch(int agent, Pose pose, BodyVelocity velocity, float steer) {
    place(agent, pose);
    Car &car = m_impl->cars[std::size_t(agent)];
    car.body->SetLinearVelocity(b2Mul(car.body->GetTransform().q, b2Vec2(velocity.x, velocity.y)));
    car.body->SetAngularVelocity(velocity.yaw);
    car.state.steer = steer;
    car.state.spin.fill(velocity.x / float(m_impl->spec.wheelRadius));
}

void World::setDynamics(int agent, const DynamicsSample &sample) {
    Car &car = m_impl->cars[std::size_t(agent)];
    if (car.sample == sample)
        return;
    car.sample = sample;
    car.dynamics = VehicleDynamics(m_impl->spec, sample);
    Impl::applyMass(car);
}

const DynamicsSample &World::dynamics(int agent) const {
    return m_impl->cars[std::size_t(agent)].sample;
}

void World::setCommand(int agent, VehicleCommand command) {
    m_impl->cars[std::size_t(agent)].command = command;
}

VehicleCommand World::command(int agent) const {
    return m_impl->cars[std::size_t(agent)].command;
}

void World::tick() {
    for (Car &car : m_impl->cars) {
        const b2Rot rotation = car.body->GetTransform().q;
        const b2Vec2 v = b2MulT(rotation, car.body->GetLinearVelocity());
        const BodyVelocity moved =
            car.dynamics.step(car.state, {v.x, v.y, car.body->GetAngularVelocity()}, car.command);
        car.body->SetLinearVelocity(b2Mul(rotation, b2Vec2(moved.x, moved.y)));
        car.body->SetAngularVelocity(moved.yaw);
    }
    constexpr int kVelocityIterations = 4, kPositionIterations = 2;
    m_impl->physics->Step(tickLength(), kVelocityIterations, kPositionIterations);
}

int World::touched(int agent) const {
    return m_impl->cars[std::size_t(agent)].touched;
}

void World::clearContacts(int agent) {
    m_impl->cars[std::size_t(agent)].touched = -1;
}

Pose World::pose(int agent) const {
    const b2Body &body = *m_impl->cars[std::size_t(agent)].body;
    return {toVec2(body.GetPosition()), body.GetAngle()};
}

BodyVelocity World::velocity(int agent) const {
    const b2Body &body = *m_impl->cars[std::size_t(agent)].body;
    const b2Vec2 v = b2MulT(body.GetTransform().q, body.GetLinearVelocity());
    return {v.x, v.y, body.GetAngularVelocity()};
}

float World::speed(int agent) const {
    return velocity(agent).x;
}

const VehicleState &World::state(int agent) const {
    return m_impl->cars[std::size_t(agent)].state;
}

void World::footprint(int agent, Vec2 corners[4]) const {
    const b2Transform &t = m_impl->cars[std::size_t(agent)].body->GetTransform();
    const float front = float(m_impl->spec.bodyFront), rear = -float(m_impl->spec.bodyRear);
    const float side = float(m_impl->spec.bodyWidth) / 2;
    corners[0] = toVec2(b2Mul(t, b2Vec2(front, side)));
    corners[1] = toVec2(b2Mul(t, b2Vec2(front, -side)));
    corners[2] = toVec2(b2Mul(t, b2Vec2(rear, -side)));
    corners[3] = toVec2(b2Mul(t, b2Vec2(rear, side)));
}

std::uint64_t World::stateHash() const {
    std::uint64_t hash = kFnvOffset;
    for (const Car &car : m_impl->cars) {
        const b2Vec2 p = car.body->GetPosition(), v = car.body->GetLinearVelocity();
        const VehicleState &s = car.state;
        const float values[] = {p.x,
                                p.y,
                                car.body->GetAngle(),
                                v.x,
                                v.y,
                                car.body->GetAngularVelocity(),
                                s.steer,
                                s.wheelAngle,
                                s.spin[0],
                                s.spin[1],
                                s.spin[2],
                                s.spin[3],
                                s.heave,
                                s.heaveRate,
                                s.roll,
                                s.rollRate,
                                s.pitch,
                                s.pitchRate,
                                car.command.throttle,
                                car.command.steer,
                                float(car.touched)};
        hash = fnv1aBytes(values, sizeof values, hash);
    }
    return hash;
}

void warmUpPhysics() {
    static std::once_flag once;
    std::call_once(once, [] {
        World world(VehicleSpec{}, 2);
        world.place(0, {{0, 0}, 0});
        world.place(1, {{0.1f, 0}, 0});
        world.tick();
    });
}

} // namespace paddock
