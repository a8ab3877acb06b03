// What the policy makes of the picked agent's observation: its value along the episode, and of each
// branch logits, probabilities and the choice that will be sampled.
#pragma once

#include "core/run/training_session.h"
#include "widgets/inspector/bar_list.h"
#include "widgets/inspector/value_line.h"

#include <QAction>
#include <QLabel>
#include <QVBoxLayout>
#include <QWidget>

#include <vector>

namespace paddock {

// Entropy of probabilities in nat, 0 log 0 being 0.
double entropyOf(const float *probabilities, std::size_t count);

class DecisionView : public QWidget {
    Q_OBJECT
  public:
    explicit DecisionView(ThemeManager &themes, QWidget *parent = nullptr);

    void setRun(const SessionInfo &info, const Scenario &scenario);
    void setMapActions(const QList<QAction *> &actions); // buttons that lay the map over the road
    void show(const AgentDetail &agent);

    const std::vector<BarList *> &branches() const { return m_branches; }
    QString caption(std::size_t branch) const { return m_captions[branch]->text(); }
    const ValueLine &valueLine() const { return *m_line; }
    // What stands in place of probabilities, empty where there are some.
    QString note() const { return m_note->isHidden() ? "" : m_note->text(); }

  private:
    void showValue(const AgentDetail &agent);
    void showBranch(const AgentDetail &agent, std::size_t branch, std::size_t offset);
    void showNote(const AgentDetail &agent);

    ThemeManager &m_themes;
    SessionInfo m_info;
    double m_gamma = 0.99, m_period = 0;
    double m_valueScale = 1; // largest size seen in this run
    BarList *m_value = nullptr;
    ValueLine *m_line = nullptr;
    QLabel *m_note = nullptr;
    QWidget *m_maps = nullptr;
    QVBoxLayout *m_tables = nullptr;
    std::vector<QWidget *> m_branchWidgets; // captions and lists, rebuilt with each run
    std::vector<BarList *> m_branches;
    std::vector<QLabel *> m_captions;
};

} // namespace paddock
