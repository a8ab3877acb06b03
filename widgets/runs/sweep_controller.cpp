#include "widgets/runs/sweep_controller.h"

#include <chrono>
#include <utility>

namespace paddock {

namespace {
constexpr int kPollPeriod = 200; // ms
} // namespace

SweepController::SweepController(std::filesystem::path runsFolder, QObject *parent)
    : QObject(parent), m_runsFolder(std::move(runsFolder)) {
    m_timer.setInterval(kPollPeriod);
    connect(&m_timer, &QTimer::timeout, this, &SweepController::poll);
}

SweepController::~SweepController() {
    m_timer.stop();
}

bool SweepController::active() const {
    return starting() || (m_runner && !m_progress.ended);
}

std::filesystem::path SweepController::folder() const {
    return m_runner ? m_runner->folder() : std::filesystem::path();
}

void SweepController::start(const SweepSpec &spec) {
    begin([spec, folder = m_runsFolder] { return SweepRunner::create(spec, folder); });
}

void SweepController::goOn(const std::filesystem::path &folder) {
    begin([folder]() -> Created {
        Result<SweepSpec> spec = loadSweep(folder);
        if (!spec)
            return spec.error();
        spec->name = folder.filename().string(); // it may have been moved or renamed
        return SweepRunner::create(*spec, folder.parent_path());
    });
}

void SweepController::begin(std::function<Created()> create) {
    if (active())
        return;
    m_creating = std::async(std::launch::async, [create]() -> Created {
        try {
            return create();
        } catch (const std::exception &e) {
            return Error(std::string("The sweep could not be prepared: ") + e.what());
        }
    });
    m_timer.start();
    Q_EMIT changed();
}

void SweepController::adopt() {
    if (m_creating.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    Created created = m_creating.get();
    if (!created) {
        m_timer.stop();
        Q_EMIT changed();
        Q_EMIT failed(created.error());
        return;
    }
    m_runner = std::move(*created);
    m_runner->start();
    show();
}

void SweepController::poll() {
    if (starting())
        return adopt();
    show();
    if (!m_progress.ended)
        return;
    m_timer.stop();
    Q_EMIT ended();
}

void SweepController::show() {
    m_progress = m_runner->progress();
    Q_EMIT changed();
}

void SweepController::togglePause() {
    if (!m_runner || m_progress.ended)
        return;
    if (m_progress.paused)
        m_runner->resume();
    else
        m_runner->pause();
    show();
}

void SweepController::cancel() {
    if (m_runner)
        m_runner->cancel();
}

void SweepController::leaveOut(const std::string &name) {
    if (!m_runner)
        return;
    m_runner->leaveOut(name);
    show();
}

void SweepController::moveTo(const std::string &name, int place) {
    if (!m_runner)
        return;
    m_runner->moveTo(name, place);
    show();
}

} // namespace paddock
