// Keeps the map of the watched agent's policy up to date while it is shown: asks the run for a
// frozen situation, samples it on a thread of its own, turns it into colours. One at a time.
#pragma once

#include "widgets/run/policy_heat.h"
#include "widgets/run/run_controller.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace paddock {

class PolicyMapController : public QObject {
    Q_OBJECT
  public:
    explicit PolicyMapController(RunController &run, QObject *parent = nullptr);

    // What is shown from now on; nullopt: nothing, and what is under way is cancelled.
    void show(std::optional<PolicyHeatChoice> choice);
    void setRow(int row);
    bool busy() const { return m_job != nullptr; }
    float progress() const { return m_job ? m_job->progress() : 0; }
    const std::shared_ptr<const PolicyMap> &map() const { return m_map; } // newest; may be null

  Q_SIGNALS:
    void heatChanged(std::shared_ptr<const HeatMap> heat); // null: none
    void failed(const QString &why);

  private:
    void begin(const Scenario &scenario);
    void sample(const std::shared_ptr<const PolicySituation> &situation);
    void poll();
    void paint();

    RunController &m_run;
    PolicyHeatWords m_words;
    std::optional<PolicyHeatChoice> m_choice;
    int m_row = 0;
    bool m_asked = false; // a situation is on its way
    std::unique_ptr<PolicyMapJob> m_job;
    std::shared_ptr<const PolicyMap> m_map;
    std::uint64_t m_sampledAt =
        0;                   // decision of the newest snapshot when the last one was asked for
    std::uint64_t m_now = 0; // decision of the newest snapshot
    QElapsedTimer m_since;   // the last map was finished
    QTimer m_timer;
};

} // namespace paddock
