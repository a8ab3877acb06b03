#include "widgets/run/policy_map_controller.h"

namespace paddock {

namespace {

constexpr int kPoll = 40;   // ms
constexpr int kPause = 500; // ms between the end of a map and the next: half a core at most

} // namespace

PolicyMapController::PolicyMapController(RunController &run, QObject *parent)
    : QObject(parent), m_run(run), m_row(run.watchedRow()) {
    m_timer.setInterval(kPoll);
    connect(&m_timer, &QTimer::timeout, this, &PolicyMapController::poll);
    connect(&run, &RunController::started, this, &PolicyMapController::begin);
    connect(&run, &RunController::situationReady, this, &PolicyMapController::sample);
    connect(&run, &RunController::snapshotReady, this,
            [this](const std::shared_ptr<const SessionSnapshot> &snapshot) {
                m_now = snapshot->scene.step;
            });
}

void PolicyMapController::begin(const Scenario &scenario) {
    const SessionInfo &info = m_run.info();
    m_words = {};
    m_words.agentsPerWorld = scenario.agentsPerWorld();
    for (const std::string &name : info.branchNames)
        m_words.branches << QString::fromStdString(name);
    for (const auto &options : info.branchOptions) {
        QStringList names;
        for (const std::string &option : options)
            names << QString::fromStdString(option);
        m_words.options.push_back(names);
    }
    m_job.reset();
    m_map.reset();
    m_asked = false;
    m_since.invalidate();
    Q_EMIT heatChanged(nullptr);
}

void PolicyMapController::show(std::optional<PolicyHeatChoice> choice) {
    if (choice == m_choice)
        return;
    m_choice = choice;
    if (!choice) {
        m_timer.stop();
        m_job.reset();
        m_map.reset();
        m_since.invalidate();
        Q_EMIT heatChanged(nullptr);
        return;
    }
    m_timer.start();
    paint();
}

void PolicyMapController::setRow(int row) {
    if (row == m_row)
        return;
    m_row = row;
    m_job.reset();
    m_map.reset();
    m_since.invalidate();
    Q_EMIT heatChanged(nullptr);
}

// Asks again when the worlds have moved on, but not without a pause.
void PolicyMapController::poll() {
    if (m_job) {
        if (!m_job->ended())
            return;
        if (m_job->map())
            m_map = m_job->map();
        else
            Q_EMIT failed(QString::fromStdString(m_job->problem()));
        m_job.reset();
        m_since.start();
        paint();
        return;
    }
    const bool rested = !m_since.isValid() || m_since.elapsed() >= kPause;
    const bool moved = !m_map || m_now != m_sampledAt;
    if (m_asked || !rested || !moved || !m_run.going())
        return;
    m_asked = true;
    m_sampledAt = m_now;
    m_run.requestSituation(m_row);
}

void PolicyMapController::sample(const std::shared_ptr<const PolicySituation> &situation) {
    m_asked = false;
    if (m_choice && situation->row == m_row)
        m_job = std::make_unique<PolicyMapJob>(situation, PolicyMapOptions{});
}

void PolicyMapController::paint() {
    if (m_choice && m_map)
        Q_EMIT heatChanged(policyHeat(*m_map, *m_choice, m_words));
}

} // namespace paddock
