#include "core/scenario/track_drawings.h"

#include "core/scenario/polyline.h"
#include "core/scenario/track_builder.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace paddock {

namespace {

constexpr int kPiecesPerControl = 32; // before even spacing
constexpr float kSpacing = 0.1f;      // m between points of the centre line

struct Control {
    float x, y;  // m
    float width; // m, wall to wall
};

struct Drawing {
    const char *name;
    const char *description;
    std::span<const Control> controls;
};

// Two straights and two half circles of 2.5 m.
constexpr Control kOval[] = {
    {0, -2.5f, 2.0f},        {2, -2.5f, 2.0f},         {4, -2.5f, 2.0f},
    {5.25f, -2.1651f, 2.0f}, {6.1651f, -1.25f, 2.0f},  {6.5f, 0, 2.0f},
    {6.1651f, 1.25f, 2.0f},  {5.25f, 2.1651f, 2.0f},   {4, 2.5f, 2.0f},
    {2, 2.5f, 2.0f},         {0, 2.5f, 2.0f},          {-2, 2.5f, 2.0f},
    {-4, 2.5f, 2.0f},        {-5.25f, 2.1651f, 2.0f},  {-6.1651f, 1.25f, 2.0f},
    {-6.5f, 0, 2.0f},        {-6.1651f, -1.25f, 2.0f}, {-5.25f, -2.1651f, 2.0f},
    {-4, -2.5f, 2.0f},       {-2, -2.5f, 2.0f}};

// The size and character of the Porto track: about 29 m round, 1.3 to 2.7 m wide, a wide bend at
// each end and a narrow, bent way on each side.
constexpr Control kPortoLike[] = {{0, 0, 1.5f},        {2.7f, -0.15f, 1.5f}, {5.3f, 0.1f, 1.7f},
                                  {7.3f, 1.2f, 2.2f},  {7.8f, 3.0f, 2.66f},  {6.5f, 4.5f, 2.2f},
                                  {4.7f, 4.6f, 1.6f},  {3.2f, 3.8f, 1.36f},  {1.6f, 3.7f, 1.36f},
                                  {0.2f, 4.5f, 1.6f},  {-1.4f, 5.2f, 1.9f},  {-3.1f, 4.8f, 2.1f},
                                  {-3.8f, 3.2f, 1.7f}, {-3.2f, 1.5f, 1.36f}, {-1.9f, 0.4f, 1.4f}};

// Three hairpins that turn both ways, joined by straights.
constexpr Control kHairpins[] = {
    {2, 0, 1.6f},         {5, 0, 1.6f},        {8, 0, 1.6f},         {9.8f, 0.2f, 1.7f},
    {10.6f, 1.25f, 1.8f}, {9.8f, 2.3f, 1.7f},  {8, 2.5f, 1.6f},      {5.6f, 2.5f, 1.6f},
    {3.6f, 2.7f, 1.7f},   {2.8f, 3.75f, 1.8f}, {3.6f, 4.8f, 1.7f},   {5.6f, 5.0f, 1.6f},
    {8, 5.0f, 1.6f},      {9.8f, 5.2f, 1.7f},  {10.6f, 6.25f, 1.8f}, {9.8f, 7.3f, 1.7f},
    {8, 7.5f, 1.6f},      {5, 7.5f, 1.6f},     {2, 7.4f, 1.7f},      {0, 6.6f, 1.8f},
    {-1.0f, 4.8f, 1.8f},  {-1.2f, 2.8f, 1.7f}, {-0.9f, 1.1f, 1.7f},  {0.3f, 0.15f, 1.6f}};

const Drawing kDrawings[] = {
    {"oval", "Two straights and two half circles, 2 m wide: the track to begin with.", kOval},
    {"porto_like",
     "Drawn to the size and character of the Porto track of the F1TENTH simulators: narrow, with "
     "two wide bends.",
     kPortoLike},
    {"hairpins", "Hairpins to both sides between straights.", kHairpins}};

// Point and width between controls i and i + 1: a uniform Catmull-Rom curve.
Control between(std::span<const Control> c, std::size_t i, double t) {
    const std::size_t n = c.size();
    const Control p[4] = {c[(i + n - 1) % n], c[i], c[(i + 1) % n], c[(i + 2) % n]};
    const double w[4] = {((-t + 2) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2,
                         ((-3 * t + 4) * t + 1) * t / 2, (t - 1) * t * t / 2};
    double x = 0, y = 0, width = 0;
    for (int k = 0; k < 4; ++k) {
        x += w[k] * double(p[k].x);
        y += w[k] * double(p[k].y);
        width += w[k] * double(p[k].width);
    }
    return {float(x), float(y), float(width)};
}

Result<Track> draw(const Drawing &drawing) {
    std::vector<Vec2> points;
    std::vector<TrackWidths> widths;
    for (std::size_t i = 0; i < drawing.controls.size(); ++i)
        for (int k = 0; k < kPiecesPerControl; ++k) {
            const Control c = between(drawing.controls, i, double(k) / kPiecesPerControl);
            points.push_back({c.x, c.y});
            widths.push_back({c.width / 2, c.width / 2});
        }
    TrackOptions options;
    options.name = drawing.name;
    options.description = drawing.description;
    options.spacing = kSpacing;
    return trackFromCenterline(points, widths, options);
}

} // namespace

std::vector<std::string> drawnTrackNames() {
    std::vector<std::string> names;
    for (const Drawing &drawing : kDrawings)
        names.push_back(drawing.name);
    return names;
}

Result<Track> drawnTrack(const std::string &name) {
    std::string known = "one of";
    for (const Drawing &drawing : kDrawings) {
        if (name == drawing.name)
            return draw(drawing);
        known += std::string(" ") + drawing.name;
    }
    return Error(Problem{"track", "is \"" + name.substr(0, 60) + "\"", known});
}

} // namespace paddock
