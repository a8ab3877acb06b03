// Explains the picked agent: how it stands in its race, what it sees, what it may do and did, what
// it earns, under which dynamics.
#pragma once

#include "core/run/training_session.h"
#include "core/task/dynamics_range.h"
#include "core/task/lidar_reading.h"
#include "widgets/form/collapsible_section.h"
#include "widgets/inspector/bar_list.h"
#include "widgets/inspector/decision_view.h"
#include "widgets/inspector/polar_ranges.h"
#include "widgets/inspector/race_card.h"
#include "widgets/inspector/reward_view.h"
#include "widgets/theme/theme_manager.h"

#include <QLabel>
#include <QWidget>

#include <memory>
#include <vector>

namespace paddock {

class InspectorPanel : public QWidget {
    Q_OBJECT
  public:
    explicit InspectorPanel(ThemeManager &themes, QWidget *parent = nullptr);

    void setRun(const SessionInfo &info, const Scenario &scenario); // a run began
    // Shown at once, or as soon as the panel can be seen.
    void setSnapshot(std::shared_ptr<const SessionSnapshot> snapshot);
    void setScenario(const Scenario &scenario);          // equation and ranges follow the document
    void setMapActions(const QList<QAction *> &actions); // what lays maps over the road

    QString title() const { return m_title->text(); }
    QString subtitle() const { return m_subtitle->text(); }
    QString driver() const { return m_driver->text(); }             // whose policy, or the person
    const BarList &observations() const { return *m_observations; } // but the ranges of a racer
    const BarList &ranges() const { return *m_ranges; }
    const PolarRanges &polar() const { return *m_polar; }
    const CollapsibleSection &rangeSection() const { return *m_rangeSection; }
    const RaceCard &race() const { return *m_race; }
    // What stands in place of probabilities, empty where there are some.
    QString actionNote() const { return m_decision->note(); }
    const BarList &rewards() const { return m_reward->terms(); }
    const std::vector<BarList *> &branches() const { return m_decision->branches(); }
    const DecisionView &decision() const { return *m_decision; }
    const RewardView &reward() const { return *m_reward; }
    const BarList &dynamics() const { return *m_dynamics; }
    QString notes() const { return m_notes->text(); } // what happened, newest first

  protected:
    void showEvent(QShowEvent *event) override;

  private:
    void build();
    QLayout *buildHead();
    void buildSections(QVBoxLayout &sections);
    void explain(const SessionSnapshot &snapshot);
    void showHead(const SessionSnapshot &snapshot);
    void showRace(const AgentDetail &agent);
    void showObservation(const AgentDetail &agent);
    void showNotes(const AgentDetail &agent);
    void showDynamics(const AgentDetail &agent);

    ThemeManager &m_themes;
    SessionInfo m_info;
    LidarColumns m_lidar;
    int m_familySize = 1;                             // places in a family have colours
    std::shared_ptr<const SessionSnapshot> m_pending; // came while the panel was hidden
    int m_shownRow = -1;
    std::vector<double> m_observationScale; // largest size seen, [D]
    std::vector<DynamicsRange> m_dynamicsRanges;

    QWidget *m_content = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_swatch = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QLabel *m_driver = nullptr;
    QLabel *m_notes = nullptr;
    CollapsibleSection *m_raceSection = nullptr;
    RaceCard *m_race = nullptr;
    DecisionView *m_decision = nullptr;
    RewardView *m_reward = nullptr;
    CollapsibleSection *m_noteSection = nullptr;
    CollapsibleSection *m_dynamicsSection = nullptr;
    BarList *m_observations = nullptr;
    PolarRanges *m_polar = nullptr;
    CollapsibleSection *m_rangeSection = nullptr;
    BarList *m_ranges = nullptr;
    BarList *m_dynamics = nullptr;
};

} // namespace paddock
