#include "widgets/scene/scene_theme.h"

#include <array>

namespace paddock {

QColor agentColor(int agent) {
    // Okabe & Ito, "Color universal design" (2008): vermillion, blue, bluish green, orange, reddish
    // purple, sky blue, yellow.
    static const std::array<QColor, 7> kColors{QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x72, 0xB2),
                                               QColor(0x00, 0x9E, 0x73), QColor(0xE6, 0x9F, 0x00),
                                               QColor(0xCC, 0x79, 0xA7), QColor(0x56, 0xB4, 0xE9),
                                               QColor(0xF0, 0xE4, 0x42)};
    return agent < 0 ? QColor(0x98, 0xA2, 0xB3) : kColors[std::size_t(agent) % kColors.size()];
}

} // namespace paddock
