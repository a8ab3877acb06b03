#include "core/run/svg_chart.h"

#include "core/base/text.h"
#include "core/run/html_page.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

constexpr double kWidth = 480, kHeight = 280;
constexpr double kLeft = 64, kRight = 28, kTop = 34, kBottom = 40; // of the axes' frame
constexpr std::size_t kColours = 8;

std::string num(double value) {
    return numberText(std::round(value * 100) / 100);
}

std::string textAt(double x, double y, const std::string &text, const char *anchor,
                   const char *look = "") {
    return "<text x=\"" + num(x) + "\" y=\"" + num(y) + "\" text-anchor=\"" + anchor + "\"" +
           (*look ? std::string(" class=\"") + look + "\"" : "") + ">" + escapedHtml(text) +
           "</text>";
}

std::string lineFrom(double x1, double y1, double x2, double y2, const std::string &look) {
    return "<line x1=\"" + num(x1) + "\" y1=\"" + num(y1) + "\" x2=\"" + num(x2) + "\" y2=\"" +
           num(y2) + "\" class=\"" + look + "\"/>";
}

// A range of values on a range of pixels.
struct Scale {
    double low = 0, high = 1, from = 0, to = 1;
    double at(double value) const { return from + (value - low) / (high - low) * (to - from); }
    void widen() {
        if (high > low)
            return;
        const double margin = std::max(std::abs(low) * 0.1, 0.5);
        low -= margin;
        high += margin;
    }
};

std::string tickText(double value) {
    const double size = std::abs(value);
    if (size >= 1e6)
        return numberText(std::round(value / 1e4) / 100) + " M";
    if (size >= 1e4)
        return numberText(std::round(value / 10) / 100) + " k";
    return numberText(std::round(value * 1e6) / 1e6);
}

std::string frame(const std::string &title, const Scale &y) {
    std::string svg = "<svg viewBox=\"0 0 " + num(kWidth) + " " + num(kHeight) +
                      "\" role=\"img\" aria-label=\"" + escapedHtml(title) + "\">";
    svg += textAt(kLeft, 18, title, "start", "title");
    for (const double tick : niceTicks(y.low, y.high, 5)) {
        svg += lineFrom(kLeft, y.at(tick), kWidth - kRight, y.at(tick), "grid");
        svg += textAt(kLeft - 8, y.at(tick) + 4, tickText(tick), "end");
    }
    return svg;
}

// At most `most` points: means of as many neighbours as it takes.
std::vector<std::pair<double, double>> thinned(const std::vector<std::pair<double, double>> &points,
                                               std::size_t most) {
    std::vector<std::pair<double, double>> finite;
    std::copy_if(points.begin(), points.end(), std::back_inserter(finite),
                 [](const auto &p) { return std::isfinite(p.first) && std::isfinite(p.second); });
    const std::size_t each = (finite.size() + most - 1) / most;
    if (each <= 1)
        return finite;
    std::vector<std::pair<double, double>> out;
    for (std::size_t i = 0; i < finite.size(); i += each) {
        const std::size_t end = std::min(finite.size(), i + each);
        double x = 0, y = 0;
        for (std::size_t k = i; k < end; ++k) {
            x += finite[k].first;
            y += finite[k].second;
        }
        out.emplace_back(x / double(end - i), y / double(end - i));
    }
    return out;
}

// Dots of equal values stand beside each other.
double aside(std::size_t index) {
    constexpr double kStep = 5;
    const double steps = double((index % 9 + 1) / 2);
    return index % 2 ? steps * kStep : -steps * kStep;
}

std::string boxMarks(const ChartBox &one, double x, const Scale &y, const std::string &colour) {
    constexpr double kHalf = 22, kCap = 10;
    const std::string look = "box s" + colour;
    std::string svg;
    for (std::size_t i = 0; i < one.values.size(); ++i)
        svg += "<circle cx=\"" + num(x + aside(i)) + "\" cy=\"" + num(y.at(one.values[i])) +
               "\" r=\"3\" class=\"dot f" + colour + "\"/>";
    const double top = y.at(one.box.q3), bottom = y.at(one.box.q1);
    svg += "<rect x=\"" + num(x - kHalf) + "\" y=\"" + num(top) + "\" width=\"" + num(2 * kHalf) +
           "\" height=\"" + num(bottom - top) + "\" class=\"" + look + "\"/>";
    svg += lineFrom(x - kHalf, y.at(one.box.median), x + kHalf, y.at(one.box.median),
                    "mean s" + colour);
    svg += lineFrom(x, top, x, y.at(one.box.whiskerHigh), look);
    svg += lineFrom(x, bottom, x, y.at(one.box.whiskerLow), look);
    for (const double end : {one.box.whiskerLow, one.box.whiskerHigh})
        svg += lineFrom(x - kCap, y.at(end), x + kCap, y.at(end), look);
    return svg;
}

std::string meanMarks(const ChartBox &one, double x, const Scale &y, const std::string &colour) {
    constexpr double kCap = 6;
    const std::string look = "mean s" + colour;
    std::string svg;
    if (std::isfinite(one.interval.low) && std::isfinite(one.interval.high)) {
        svg += lineFrom(x, y.at(one.interval.low), x, y.at(one.interval.high), look);
        for (const double end : {one.interval.low, one.interval.high})
            svg += lineFrom(x - kCap, y.at(end), x + kCap, y.at(end), look);
    }
    const double at = y.at(one.mean);
    return svg + "<rect x=\"" + num(x - 4) + "\" y=\"" + num(at - 4) +
           "\" width=\"8\" height=\"8\" class=\"f" + colour + "\" transform=\"rotate(45 " + num(x) +
           " " + num(at) + ")\"/>";
}

Scale valueScale(const std::vector<ChartBox> &boxes, bool rate) {
    Scale y{0, 1, kHeight - kBottom, kTop};
    if (rate)
        return y;
    y.low = std::numeric_limits<double>::infinity();
    y.high = -y.low;
    const auto include = [&y](double value) {
        if (!std::isfinite(value))
            return;
        y.low = std::min(y.low, value);
        y.high = std::max(y.high, value);
    };
    for (const ChartBox &one : boxes) {
        std::for_each(one.values.begin(), one.values.end(), include);
        include(one.interval.low);
        include(one.interval.high);
    }
    if (y.low > y.high)
        y.low = y.high = 0;
    y.widen();
    return y;
}

std::string shortened(const std::string &name, std::size_t most) {
    if (name.size() <= most)
        return name;
    std::size_t cut = most - 1;
    while (cut > 0 && (name[cut] & 0xC0) == 0x80)
        --cut;
    return name.substr(0, cut) + "\u2026";
}

} // namespace

std::vector<double> niceTicks(double low, double high, int count) {
    std::vector<double> ticks;
    if (!(high > low) || count < 1)
        return ticks;
    const double rough = (high - low) / count;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = power * 10;
    for (const double factor : {5.0, 2.0, 1.0})
        if (power * factor >= rough)
            step = power * factor;
    for (double i = std::ceil(low / step - 1e-9); i * step <= high + step * 1e-9; ++i)
        ticks.push_back(i * step == 0 ? 0 : i * step);
    return ticks;
}

std::string curveChart(const std::string &title, const std::string &below,
                       const std::vector<ChartCurve> &curves) {
    constexpr std::size_t kMost = 600;
    Scale x{0, 1, kLeft, kWidth - kRight}, y{0, 1, kHeight - kBottom, kTop};
    bool first = true;
    std::vector<std::vector<std::pair<double, double>>> thin;
    for (const ChartCurve &curve : curves) {
        thin.push_back(thinned(curve.points, kMost));
        for (const auto &[px, py] : thin.back()) {
            x.low = first ? px : std::min(x.low, px);
            x.high = first ? px : std::max(x.high, px);
            y.low = first ? py : std::min(y.low, py);
            y.high = first ? py : std::max(y.high, py);
            first = false;
        }
    }
    x.widen();
    y.widen();
    std::string svg = frame(title, y);
    for (const double tick : niceTicks(x.low, x.high, 5))
        svg += textAt(x.at(tick), kHeight - kBottom + 16, tickText(tick), "middle");
    svg += textAt(kWidth - kRight, kHeight - 6, below, "end");
    for (std::size_t i = 0; i < thin.size(); ++i) {
        const std::string colour = std::to_string(i % kColours);
        std::string path;
        for (const auto &[px, py] : thin[i])
            path += num(x.at(px)) + "," + num(y.at(py)) + " ";
        svg += "<polyline points=\"" + path + "\" class=\"curve s" + colour + "\"/>";
        if (!curves[i].name.empty() && !thin[i].empty()) {
            const double at = kLeft + 90 * double(i);
            svg += lineFrom(at, kHeight - 10, at + 16, kHeight - 10, "curve s" + colour);
            svg += textAt(at + 20, kHeight - 6, shortened(curves[i].name, 12), "start");
        }
    }
    return svg + "</svg>";
}

std::string boxChart(const std::string &title, const std::vector<ChartBox> &boxes, bool rate) {
    const Scale y = valueScale(boxes, rate);
    std::string svg = frame(title, y);
    const double room = (kWidth - kLeft - kRight) / double(std::max<std::size_t>(boxes.size(), 1));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const double x = kLeft + room * (double(i) + 0.5);
        const std::string colour = std::to_string(i % kColours);
        if (boxes[i].box.n > 0) {
            if (!rate)
                svg += boxMarks(boxes[i], x, y, colour);
            svg += meanMarks(boxes[i], rate ? x : x + 30, y, colour);
        } else {
            svg += textAt(x, (kTop + kHeight - kBottom) / 2, "no value", "middle");
        }
        const std::size_t letters = std::size_t(std::max(4.0, room / 7));
        svg += textAt(x, kHeight - kBottom + 20, shortened(boxes[i].name, letters), "middle");
    }
    return svg + "</svg>";
}

} // namespace paddock
