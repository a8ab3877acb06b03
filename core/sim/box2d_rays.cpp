#include "core/sim/box2d_rays.h"

#include <box2d/box2d.h>

namespace paddock {

namespace {

class Nearest : public b2RayCastCallback {
  public:
    float ReportFixture(b2Fixture *, const b2Vec2 &, const b2Vec2 &, float fraction) override {
        share = fraction;
        return fraction; // looks for nearer ones only from now on
    }
    float share = 1; // of the way
};

} // namespace

struct Box2dRays::Impl {
    b2World world{b2Vec2(0, 0)};
};

Box2dRays::Box2dRays(const std::vector<std::vector<Vec2>> &walls)
    : m_impl(std::make_unique<Impl>()) {
    const b2BodyDef def;
    b2Body *ground = m_impl->world.CreateBody(&def);
    for (const std::vector<Vec2> &wall : walls)
        for (std::size_t i = 0; i < wall.size(); ++i) {
            const Vec2 a = wall[i], b = wall[(i + 1) % wall.size()];
            if (a == b)
                continue;
            b2EdgeShape edge; // seen from both sides
            edge.SetTwoSided(b2Vec2(a.x, a.y), b2Vec2(b.x, b.y));
            ground->CreateFixture(&edge, 0);
        }
}

Box2dRays::~Box2dRays() = default;

double Box2dRays::cast(Vec2 origin, double dx, double dy, double limit) const {
    const b2Vec2 from(origin.x, origin.y);
    const b2Vec2 to(origin.x + float(dx * limit), origin.y + float(dy * limit));
    Nearest nearest;
    m_impl->world.RayCast(&nearest, from, to);
    return double(nearest.share) * limit;
}

} // namespace paddock
