// Colours of the scene; the application's theme fills it.
#pragma once

#include <QColor>

namespace paddock {

struct SceneTheme {
    QColor background{0x15, 0x18, 0x1E};
    QColor ground{0x24, 0x2C, 0x2A};
    QColor road{0x3A, 0x40, 0x4A};
    QColor paint{0xE7, 0xEA, 0xF0};
    QColor kerb{0x8A, 0x93, 0xA3};
    QColor accent{0x5A, 0xA9, 0xFF};
    QColor text{0xE7, 0xEA, 0xF0};
    QColor panel{0x1C, 0x20, 0x27};
    QColor good{0x3F, 0xB6, 0x8B};
    QColor bad{0xE5, 0x60, 0x5E};
    QColor obstacle{0xE6, 0x9F, 0x00};
};

// Okabe-Ito: fixed identities of agents by their index within the world, readable by colour-blind
// people.
QColor agentColor(int agent);

} // namespace paddock
