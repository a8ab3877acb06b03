#include "core/scenario/isolation_spec.h"

namespace paddock {

void IsolationSpec::visit(FieldVisitor &v) {
    v.boolean({.key = "collide_within", .help = "Members of one family touch each other"},
              collideWithin);
    v.boolean({.key = "collide_between",
               .help = "Members of different families touch; false: they pass through each other"},
              collideBetween);
    v.boolean({.key = "perceive_within", .help = "Members of one family see each other"},
              perceiveWithin);
    v.boolean({.key = "perceive_between", .help = "Members of different families see each other"},
              perceiveBetween);
    v.boolean({.key = "interact_within",
               .help = "Members of one family count in each other's observations and rewards"},
              interactWithin);
    v.boolean({.key = "interact_between",
               .help = "Members of different families count in each other's observations and "
                       "rewards"},
              interactBetween);
}

} // namespace paddock
