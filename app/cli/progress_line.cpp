#include "app/cli/progress_line.h"

#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <unistd.h>

namespace paddock::cli {

namespace {

constexpr int kBarCells = 20;

double fractionOf(const SessionProgress &progress) {
    if (progress.maxSteps <= 0)
        return 0;
    return std::clamp(double(progress.steps) / double(progress.maxSteps), 0.0, 1.0);
}

std::string twoDigits(std::int64_t value) {
    return (value < 10 ? "0" : "") + numberText(value);
}

std::string percentText(double fraction) {
    return fixedText(std::isfinite(fraction) ? 100 * fraction : 0, 0) + "%";
}

} // namespace

std::string durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0 || seconds > 1e9)
        return "-";
    const auto total = static_cast<std::int64_t>(std::llround(seconds));
    const std::int64_t hours = total / 3600, minutes = total / 60 % 60;
    const std::string rest = ":" + twoDigits(total % 60);
    return hours > 0 ? numberText(hours) + ":" + twoDigits(minutes) + rest
                     : numberText(minutes) + rest;
}

std::string progressText(const SessionProgress &progress) {
    return percentText(fractionOf(progress)) + "  " + numberText(progress.steps) + "/" +
           numberText(progress.maxSteps) + "  " + fixedText(progress.stepsPerSecond, 0) +
           " steps/s  success " + percentText(progress.successRate) + "  ETA " +
           durationText(progress.etaSeconds);
}

ProgressLine::ProgressLine(bool quiet) : m_quiet(quiet), m_terminal(isatty(STDERR_FILENO)) {}

void ProgressLine::update(const SessionProgress &progress) {
    update(fractionOf(progress), progressText(progress));
}

void ProgressLine::update(double fraction, const std::string &text) {
    const auto now = std::chrono::steady_clock::now();
    if (m_quiet || now < m_next)
        return;
    using namespace std::chrono_literals;
    m_next = now + (m_terminal ? std::chrono::milliseconds(200ms) : 5000ms);
    draw(fraction, text);
}

void ProgressLine::say(const std::string &text) {
    clear();
    std::fprintf(stderr, "%s\n", text.c_str());
}

void ProgressLine::finish(const SessionProgress &progress) {
    finish(fractionOf(progress), progressText(progress));
}

void ProgressLine::finish(double fraction, const std::string &text) {
    if (m_quiet)
        return;
    draw(fraction, text);
    if (m_terminal)
        std::fputc('\n', stderr);
    m_drawn = false;
}

void ProgressLine::draw(double fraction, const std::string &text) {
    if (!m_terminal) {
        std::fprintf(stderr, "%s\n", text.c_str());
        return;
    }
    clear();
    const auto filled =
        static_cast<std::size_t>(std::lround(kBarCells * std::clamp(fraction, 0.0, 1.0)));
    const std::string bar = std::string(filled, '#') + std::string(kBarCells - filled, '.');
    std::fprintf(stderr, "[%s] %s", bar.c_str(), text.c_str());
    std::fflush(stderr);
    m_drawn = true;
}

void ProgressLine::clear() {
    if (m_drawn)
        std::fputs("\r\033[K", stderr); // to the line's start, erase the rest
    m_drawn = false;
}

} // namespace paddock::cli
