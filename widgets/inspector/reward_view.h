// What the picked agent earns: the equation with the case that applies, every term of this step and
// of the episode, and what the return is made of.
#pragma once

#include "core/run/training_session.h"
#include "widgets/inspector/bar_list.h"
#include "widgets/inspector/share_bar.h"

#include <QLabel>
#include <QWidget>

#include <vector>

namespace paddock {

class RewardView : public QWidget {
    Q_OBJECT
  public:
    explicit RewardView(ThemeManager &themes, QWidget *parent = nullptr);

    void setRun(const SessionInfo &info);
    void setScenario(const Scenario &scenario); // the equation follows the document
    void show(const AgentDetail &agent);

    const BarList &terms() const { return *m_terms; }
    const ShareBar &shares() const { return *m_shares; }
    QString equation() const { return m_equation->text(); }

  private:
    void showEquation(const AgentDetail &agent);

    SessionInfo m_info;
    Scenario m_scenario;
    std::vector<double> m_scale; // largest size seen, [R + 1]
    QStringList m_paid;          // names of the terms that paid in the step that is shown
    QLabel *m_equation = nullptr;
    BarList *m_terms = nullptr;
    ShareBar *m_shares = nullptr;
};

} // namespace paddock
