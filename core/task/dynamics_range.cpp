#include "core/task/dynamics_range.h"

namespace paddock {

double DynamicsRange::share(double value) const {
    const double room = value < nominal ? nominal - low : high - nominal;
    return room > 0 ? (value - nominal) / room : 0;
}

std::vector<DynamicsRange> dynamicsRanges(const RandomizationSpec &spec) {
    const auto about = [&](double nominal, double range) {
        return DynamicsRange{nominal, nominal - spec.degree * range, nominal + spec.degree * range};
    };
    return {about(1, spec.frictionRange),
            {0, 0, spec.degree * spec.delayRange},
            about(0, spec.comRange),
            about(0, spec.suspensionRange),
            about(0, spec.tireStiffnessRange)};
}

} // namespace paddock
