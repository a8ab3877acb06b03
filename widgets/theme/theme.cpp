#include "widgets/theme/theme.h"

#include "widgets/theme/style_sheet.h"

#include <QApplication>
#include <QFontDatabase>

#include <algorithm>
#include <cmath>

namespace paddock {

const Theme &darkTheme() {
    static const Theme theme{
        true,      "#15181E", "#1C2027", "#262B34", "#343B47", "#E7EAF0",
        "#98A2B3", "#5AA9FF", "#10141A", "#3FB68B", "#E3A33C", "#E5605E",
    };
    return theme;
}

const Theme &lightTheme() {
    static const Theme theme{
        false,     "#F6F7F9", "#FFFFFF", "#EEF1F5", "#D8DDE5", "#1B2330",
        "#5B6675", "#1769D2", "#FFFFFF", "#1B7F5A", "#9A6200", "#C93532",
    };
    return theme;
}

namespace {

double linearChannel(double c) {
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c) {
    return 0.2126 * linearChannel(c.redF()) + 0.7152 * linearChannel(c.greenF()) +
           0.0722 * linearChannel(c.blueF());
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QPalette themePalette(const Theme &theme) {
    QPalette p;
    p.setColor(QPalette::Window, theme.panel);
    p.setColor(QPalette::WindowText, theme.text);
    p.setColor(QPalette::Base, theme.panel);
    p.setColor(QPalette::AlternateBase, theme.raised);
    p.setColor(QPalette::Text, theme.text);
    p.setColor(QPalette::Button, theme.raised);
    p.setColor(QPalette::ButtonText, theme.text);
    p.setColor(QPalette::BrightText, theme.bad);
    p.setColor(QPalette::ToolTipBase, theme.raised);
    p.setColor(QPalette::ToolTipText, theme.text);
    p.setColor(QPalette::PlaceholderText, theme.muted);
    p.setColor(QPalette::Highlight, theme.accent);
    p.setColor(QPalette::HighlightedText, theme.onAccent);
    p.setColor(QPalette::Link, theme.accent);
    p.setColor(QPalette::LinkVisited, theme.accent);
    p.setColor(QPalette::Light, theme.raised);
    p.setColor(QPalette::Midlight, theme.raised);
    p.setColor(QPalette::Mid, theme.line);
    p.setColor(QPalette::Dark, theme.line);
    p.setColor(QPalette::Shadow, theme.surface);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, theme.muted);
    return p;
}

QString themeStyleSheet(const Theme &theme) {
    QString sheet = QString::fromUtf8(kStyleSheetTemplate);
    const std::pair<const char *, QString> words[] = {
        {"@surface", theme.surface.name()}, {"@panel", theme.panel.name()},
        {"@raised", theme.raised.name()},   {"@line", theme.line.name()},
        {"@text", theme.text.name()},       {"@muted", theme.muted.name()},
        {"@accent", theme.accent.name()},   {"@onAccent", theme.onAccent.name()},
        {"@bad", theme.bad.name()},         {"@warn", theme.warn.name()},
        {"@good", theme.good.name()},
    };
    for (const auto &[word, value] : words)
        sheet.replace(QString("%1;").arg(word), value + ";");
    return sheet.replace("@check.svg", theme.dark ? "dark.svg" : "light.svg");
}

SceneTheme sceneTheme(const Theme &theme) {
    SceneTheme scene;
    scene.background = theme.surface;
    scene.accent = theme.accent;
    scene.text = theme.text;
    scene.panel = theme.panel;
    scene.good = theme.good;
    scene.bad = theme.bad;
    if (!theme.dark) {
        scene.ground = QColor("#CFD8CB");
        scene.road = QColor("#8C929C");
        scene.paint = QColor("#FFFFFF");
        scene.kerb = QColor("#B9C0CA");
    }
    return scene;
}

QFont uiFont(int pointDelta, bool bold) {
    QFont font = QApplication::font();
    font.setPointSizeF(std::max(6.0, font.pointSizeF() + pointDelta));
    font.setBold(bold);
    return font;
}

QFont numberFont(int pointDelta) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(std::max(6.0, QApplication::font().pointSizeF() + pointDelta));
    return font;
}

} // namespace paddock
