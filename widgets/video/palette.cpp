#include "widgets/video/palette.h"

#include <algorithm>

namespace paddock {

namespace {

constexpr int kBits = 5;                  // of each colour, of the table of what is known
constexpr std::size_t kSampled = 1 << 17; // pixels

int channel(std::uint32_t pixel, int which) {
    return int(pixel >> (8 * which) & 0xFF);
}

using Pixels = std::vector<std::uint32_t>;

// A part of the sampled pixels.
struct Box {
    Pixels::iterator first, last;
    int widest = 0, width = 0; // its longest side

    Box(Pixels::iterator from, Pixels::iterator to) : first(from), last(to) {
        for (int which = 0; which < 3; ++which) {
            const auto [least, most] =
                std::minmax_element(first, last, [which](std::uint32_t a, std::uint32_t b) {
                    return channel(a, which) < channel(b, which);
                });
            const int side = first == last ? 0 : channel(*most, which) - channel(*least, which);
            if (side > width) {
                width = side;
                widest = which;
            }
        }
    }
    // Boxes that are wide count more than those that are merely full: small things have colours
    // too.
    double weight() const { return double(width) * double(width) * double(last - first); }
    std::uint32_t mean() const {
        std::uint64_t sums[3] = {};
        for (auto it = first; it != last; ++it)
            for (int which = 0; which < 3; ++which)
                sums[which] += std::uint64_t(channel(*it, which));
        const auto count = std::uint64_t(std::max<std::ptrdiff_t>(last - first, 1));
        std::uint32_t colour = 0xFF000000u;
        for (int which = 0; which < 3; ++which)
            colour |= std::uint32_t(sums[which] / count) << (8 * which);
        return colour;
    }
};

Pixels sampled(const QImage &picture) {
    const std::size_t all = std::size_t(picture.width()) * std::size_t(picture.height());
    const std::size_t stride = std::max<std::size_t>(all / kSampled, 1);
    Pixels pixels;
    for (std::size_t i = 0; i < all; i += stride) {
        const int y = int(i / std::size_t(picture.width())),
                  x = int(i % std::size_t(picture.width()));
        pixels.push_back(reinterpret_cast<const std::uint32_t *>(picture.constScanLine(y))[x]);
    }
    return pixels;
}

} // namespace

Palette::Palette(const QImage &picture) : m_known(std::size_t(1) << (3 * kBits), -1) {
    Pixels pixels = sampled(picture);
    std::vector<Box> boxes{Box(pixels.begin(), pixels.end())};
    while (boxes.size() < m_colours.size()) {
        const auto fullest =
            std::max_element(boxes.begin(), boxes.end(),
                             [](const Box &a, const Box &b) { return a.weight() < b.weight(); });
        if (fullest->weight() <= 0)
            break;
        const Box box = *fullest;
        const auto middle = box.first + (box.last - box.first) / 2;
        std::nth_element(box.first, middle, box.last, [&box](std::uint32_t a, std::uint32_t b) {
            return channel(a, box.widest) < channel(b, box.widest);
        });
        *fullest = Box(box.first, middle);
        boxes.emplace_back(middle, box.last);
    }
    m_colours.fill(0xFF000000u);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        m_colours[i] = boxes[i].mean();
}

std::uint8_t Palette::nearest(std::uint32_t pixel) const {
    int best = 0, least = INT32_MAX;
    for (int i = 0; i < int(m_colours.size()); ++i) {
        int away = 0;
        for (int which = 0; which < 3; ++which) {
            const int off = channel(pixel, which) - channel(m_colours[std::size_t(i)], which);
            away += off * off;
        }
        if (away < least) {
            least = away;
            best = i;
        }
    }
    return std::uint8_t(best);
}

void Palette::indices(const std::uint32_t *pixels, int count, std::uint8_t *out) {
    for (int i = 0; i < count; ++i) {
        std::size_t place = 0;
        for (int which = 0; which < 3; ++which)
            place = place << kBits | std::size_t(channel(pixels[i], which) >> (8 - kBits));
        if (m_known[place] < 0)
            m_known[place] = nearest(pixels[i]);
        out[i] = std::uint8_t(m_known[place]);
    }
}

} // namespace paddock
