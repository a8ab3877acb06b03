#include "core/scenario/cell_field.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace paddock {

namespace {

constexpr float kFar = 1e12f; // cells squared

// Lower envelope of parabolas: the one-dimensional squared distance transform of f.
class Envelope {
  public:
    explicit Envelope(std::size_t n) : m_at(n), m_from(n + 1), m_out(n) {}

    template <class Get, class Put>
    void transform(int n, Get get, Put put) {
        int k = -1;
        for (int q = 0; q < n; ++q) {
            const double fq = double(get(q)) + double(q) * q;
            double s = -1e30;
            while (k >= 0) {
                const int v = m_at[std::size_t(k)];
                s = (fq - (double(get(v)) + double(v) * v)) / (2.0 * (q - v));
                if (s > m_from[std::size_t(k)])
                    break;
                --k;
            }
            ++k;
            m_at[std::size_t(k)] = q;
            m_from[std::size_t(k)] = k == 0 ? -1e30 : s;
        }
        const int last = k;
        k = 0;
        for (int q = 0; q < n; ++q) {
            while (k < last && m_from[std::size_t(k) + 1] < q)
                ++k;
            const int v = m_at[std::size_t(k)];
            m_out[std::size_t(q)] = float(double(q - v) * (q - v) + double(get(v)));
        }
        for (int q = 0; q < n; ++q)
            put(q, m_out[std::size_t(q)]);
    }

  private:
    std::vector<int> m_at;
    std::vector<double> m_from;
    std::vector<float> m_out;
};

enum Side { Bottom, Right, Top, Left };
struct Piece {
    Side from, to;
};

// Pieces of the line within a square of four cells by which corners are positive (bit 0 lower left,
// then counter-clockwise), positive on the left of each piece.
std::span<const Piece> piecesOf(int corners) {
    static constexpr Piece kOne[16] = {
        {Bottom, Bottom}, {Bottom, Left},  {Right, Bottom}, {Right, Left},
        {Top, Right},     {Bottom, Left},  {Top, Bottom},   {Top, Left},
        {Left, Top},      {Bottom, Top},   {Right, Bottom}, {Right, Top},
        {Left, Right},    {Bottom, Right}, {Left, Bottom},  {Bottom, Bottom}};
    static constexpr Piece kSaddles[2][2] = {{{Bottom, Left}, {Top, Right}},
                                             {{Right, Bottom}, {Left, Top}}};
    if (corners == 0 || corners == 15)
        return {};
    if (corners == 5 || corners == 10)
        return kSaddles[corners == 10];
    return {&kOne[corners], 1};
}

// Edges between cells have numbers: twice the lower left cell's, plus one when vertical.
std::uint32_t edgeOf(const CellGrid<float> &field, int x, int y, Side side) {
    const auto number = [&field](int cx, int cy, int vertical) {
        return std::uint32_t(field.index(cx, cy) * 2 + std::size_t(vertical));
    };
    switch (side) {
    case Bottom:
        return number(x, y, 0);
    case Top:
        return number(x, y + 1, 0);
    case Left:
        return number(x, y, 1);
    case Right:
        break;
    }
    return number(x + 1, y, 1);
}

Vec2 crossingOn(const CellGrid<float> &field, std::uint32_t edge) {
    const std::size_t cell = edge / 2;
    const bool vertical = edge % 2;
    const std::size_t other = cell + (vertical ? std::size_t(field.width) : 1);
    const float a = field.cells[cell], b = field.cells[other];
    const float t = a / (a - b);
    const float x = float(cell % std::size_t(field.width)),
                y = float(cell / std::size_t(field.width));
    return vertical ? Vec2{x, y + t} : Vec2{x + t, y};
}

} // namespace

CellParts connectedParts(const CellGrid<std::uint8_t> &mask, bool diagonal) {
    CellParts result{CellGrid<std::int32_t>(mask.width, mask.height, 0), {}};
    std::vector<std::uint32_t> open;
    const auto take = [&](int x, int y, std::int32_t label) {
        if (x < 0 || y < 0 || x >= mask.width || y >= mask.height)
            return;
        const std::size_t cell = mask.index(x, y);
        if (!mask.cells[cell] || result.labels.cells[cell])
            return;
        result.labels.cells[cell] = label;
        open.push_back(std::uint32_t(cell));
    };
    for (std::size_t seed = 0; seed < mask.cells.size(); ++seed) {
        if (!mask.cells[seed] || result.labels.cells[seed])
            continue;
        CellPart part;
        const std::int32_t label = std::int32_t(result.parts.size()) + 1;
        take(int(seed % std::size_t(mask.width)), int(seed / std::size_t(mask.width)), label);
        while (!open.empty()) {
            const std::size_t cell = open.back();
            open.pop_back();
            ++part.cells;
            const int x = int(cell % std::size_t(mask.width));
            const int y = int(cell / std::size_t(mask.width));
            part.touchesEdge |= x == 0 || y == 0 || x == mask.width - 1 || y == mask.height - 1;
            for (int dy = -1; dy <= 1; ++dy)
                for (int dx = -1; dx <= 1; ++dx)
                    if (diagonal || dx == 0 || dy == 0)
                        take(x + dx, y + dy, label);
        }
        result.parts.push_back(part);
    }
    return result;
}

CellGrid<float> distanceField(const CellGrid<std::uint8_t> &mask) {
    CellGrid<float> field(mask.width, mask.height, 0);
    for (std::size_t i = 0; i < mask.cells.size(); ++i)
        field.cells[i] = mask.cells[i] ? 0 : kFar;
    Envelope envelope(std::size_t(std::max(mask.width, mask.height)));
    for (int x = 0; x < mask.width; ++x)
        envelope.transform(
            mask.height, [&](int y) { return field.at(x, y); },
            [&](int y, float v) { field.at(x, y) = v; });
    for (int y = 0; y < mask.height; ++y)
        envelope.transform(
            mask.width, [&](int x) { return field.at(x, y); },
            [&](int x, float v) { field.at(x, y) = v; });
    for (float &v : field.cells)
        v = std::sqrt(v);
    return field;
}

std::vector<std::vector<Vec2>> zeroLines(const CellGrid<float> &field) {
    std::unordered_map<std::uint32_t, std::uint32_t> next;
    std::vector<std::uint32_t> starts; // in scan order, so that the result is always the same
    for (int y = 0; y + 1 < field.height; ++y)
        for (int x = 0; x + 1 < field.width; ++x) {
            const int corners = (field.at(x, y) > 0) | (field.at(x + 1, y) > 0) << 1 |
                                (field.at(x + 1, y + 1) > 0) << 2 | (field.at(x, y + 1) > 0) << 3;
            for (const Piece piece : piecesOf(corners)) {
                const std::uint32_t from = edgeOf(field, x, y, piece.from);
                next[from] = edgeOf(field, x, y, piece.to);
                starts.push_back(from);
            }
        }
    std::vector<std::vector<Vec2>> lines;
    for (const std::uint32_t start : starts) {
        std::vector<Vec2> line;
        for (auto it = next.find(start); it != next.end();) {
            line.push_back(crossingOn(field, it->first));
            const std::uint32_t to = it->second;
            next.erase(it);
            it = next.find(to);
        }
        if (line.size() >= 3)
            lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace paddock
