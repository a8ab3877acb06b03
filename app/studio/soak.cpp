#include "app/studio/soak.h"

#include "core/base/line_fit.h"
#include "widgets/theme/number_text.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace paddock {

namespace {

constexpr int kPeriod = 1000;         // ms
constexpr int kPickEvery = 3;         // s
constexpr int kCameraEvery = 15;      // s
constexpr int kModeEvery = 40;        // s
constexpr int kHelpEvery = 60;        // s
constexpr double kWarmUp = 1.0 / 3;   // of the run, while caches and curves fill
constexpr double kMegabyte = 1 << 20; // bytes

double residentMegabytes() {
    long total = 0, resident = 0;
    std::FILE *file = std::fopen("/proc/self/statm", "r");
    if (!file)
        return 0;
    const int read = std::fscanf(file, "%ld %ld", &total, &resident);
    std::fclose(file);
    return read == 2 ? double(resident) * double(sysconf(_SC_PAGESIZE)) / kMegabyte : 0;
}

void row(const char *name, const QString &value, const char *unit) {
    std::fprintf(stderr, "soak: %-28s %12s %s\n", name, qPrintable(value), unit);
}

} // namespace

Soak::Soak(MainWindow &window) : QObject(&window), m_window(window) {
    m_clock.start();
    m_timer.setInterval(kPeriod);
    connect(&m_timer, &QTimer::timeout, this, &Soak::tick);
    m_timer.start();
}

void Soak::tick() {
    ++m_ticks;
    m_seconds.push_back(double(m_clock.elapsed()) / 1000);
    m_megabytes.push_back(residentMegabytes());
    StudioActions &actions = m_window.actions();
    if (m_ticks % kPickEvery == 0)
        actions.nextAgent->trigger();
    if (m_ticks % kCameraEvery == 0)
        actions.cameras()[m_ticks / kCameraEvery % actions.cameras().size()]->trigger();
    if (m_ticks % kModeEvery == 0) {
        const QList<QAction *> modes = actions.modes();
        m_window.setMode(StudioActions::modeOf(modes[m_ticks / kModeEvery % modes.size()]));
    }
    if (m_ticks % kHelpEvery == 0)
        m_window.help().open("keys");
}

void Soak::print(const LoopProbe &probe) const {
    const std::size_t from = std::size_t(double(m_seconds.size()) * kWarmUp);
    const std::span seconds(m_seconds), megabytes(m_megabytes);
    const double perHour = fitLine(seconds.subspan(from), megabytes.subspan(from)).slope * 3600;
    row("time", decimalText(m_seconds.empty() ? 0 : m_seconds.back(), 0), "s");
    row("steps", groupedCount(m_window.run().progress().steps), "");
    row("event loop, median", decimalText(probe.lateness(0.5), 1), "ms late");
    row("event loop, 99 of 100", decimalText(probe.lateness(0.99), 1), "ms late");
    row("event loop, 999 of 1000", decimalText(probe.lateness(0.999), 1), "ms late");
    row("event loop, worst", decimalText(probe.lateness(1), 1), "ms late");
    if (m_megabytes.empty())
        return;
    row("memory, first", decimalText(m_megabytes.front(), 1), "MiB");
    row("memory, after warm-up", decimalText(m_megabytes[from], 1), "MiB");
    row("memory, last", decimalText(m_megabytes.back(), 1), "MiB");
    row("memory, slope after warm-up", decimalText(perHour, 1), "MiB/h");
}

} // namespace paddock
