#include "widgets/inspector/decision_view.h"

#include "widgets/theme/number_text.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace paddock {

double entropyOf(const float *probabilities, std::size_t count) {
    double entropy = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double p = double(probabilities[i]);
        entropy -= p > 0 ? p * std::log(p) : 0;
    }
    return entropy;
}

DecisionView::DecisionView(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    m_value = new BarList(themes, BarList::Zero::Middle);
    m_line = new ValueLine(themes);
    m_note = new QLabel;
    m_note->setFont(uiFont(-1));
    m_note->setWordWrap(true);
    m_note->setContentsMargins(space::kMedium, 0, space::kMedium, space::kTiny);
    m_tables = new QVBoxLayout;
    m_tables->setSpacing(0);
    m_maps = new QWidget;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_value);
    layout->addWidget(m_line);
    layout->addWidget(m_note);
    layout->addLayout(m_tables);
    layout->addWidget(m_maps);
    m_maps->hide();
}

void DecisionView::setMapActions(const QList<QAction *> &actions) {
    auto *layout = new QHBoxLayout(m_maps);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, 0);
    layout->setSpacing(space::kTiny);
    auto *caption = new QLabel(tr("Over the road"));
    caption->setProperty("role", "muted");
    caption->setFont(uiFont(-1));
    layout->addWidget(caption);
    layout->addStretch(1);
    for (QAction *action : actions) {
        auto *button = new QToolButton;
        button->setDefaultAction(action);
        button->setText(action->iconText());
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setAccessibleName(QString(action->text()).remove('&'));
        layout->addWidget(button);
    }
    m_maps->show();
}

void DecisionView::setRun(const SessionInfo &info, const Scenario &scenario) {
    m_info = info;
    m_gamma = scenario.training.gamma;
    m_period = scenario.decisionPeriod();
    m_valueScale = 1;
    m_line->setEpisode({}, {}, m_gamma, m_period);
    for (QWidget *widget : m_branchWidgets)
        delete widget;
    m_branchWidgets.clear();
    m_branches.clear();
    m_captions.clear();
    for (std::size_t k = 0; k < m_info.branchNames.size(); ++k) {
        auto *caption = new QLabel;
        caption->setProperty("role", "muted");
        caption->setFont(uiFont(-1));
        caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        caption->setToolTip(tr("Logit and probability of each choice; ● is sampled"));
        caption->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, 0);
        auto *list = new BarList(m_themes, BarList::Zero::Left);
        list->setColumns(7, 6, 2);
        m_tables->addWidget(caption);
        m_tables->addWidget(list);
        m_branchWidgets.push_back(caption);
        m_branchWidgets.push_back(list);
        m_captions.push_back(caption);
        m_branches.push_back(list);
    }
}

void DecisionView::show(const AgentDetail &agent) {
    showValue(agent);
    showNote(agent);
    std::size_t offset = 0;
    for (std::size_t k = 0; k < m_branches.size() && k < m_info.branchOptions.size(); ++k) {
        showBranch(agent, k, offset);
        offset += m_info.branchOptions[k].size();
    }
}

void DecisionView::showValue(const AgentDetail &agent) {
    if (std::isfinite(agent.value))
        m_valueScale = std::max(m_valueScale, std::abs(double(agent.value)));
    BarEntry value;
    value.name = tr("value");
    value.value = decimalText(agent.value, 3);
    value.help = tr("What the critic expects the rest of the episode to pay, discounted");
    value.fraction = agent.value / m_valueScale;
    m_value->setEntries({value});
    m_line->setVisible(!agent.values.empty());
    m_line->setEpisode(agent.values, agent.rewards, m_gamma, m_period);
}

void DecisionView::showBranch(const AgentDetail &agent, std::size_t branch, std::size_t offset) {
    const auto &options = m_info.branchOptions[branch];
    const std::size_t count = options.size();
    // The choice that belongs to these probabilities; else the one that was taken.
    const auto &chosen = agent.nextAction.empty() ? agent.action : agent.nextAction;
    const bool known = offset + count <= agent.probabilities.size();
    std::vector<BarEntry> entries;
    for (std::size_t i = 0; i < count; ++i) {
        BarEntry entry;
        entry.name = QString::fromStdString(options[i]);
        entry.marked = branch < chosen.size() && std::size_t(chosen[branch]) == i;
        const double p = known ? double(agent.probabilities[offset + i]) : 0;
        entry.fraction = p;
        entry.value = decimalText(p * 100, 1);
        entry.unit = "%";
        if (offset + i < agent.logits.size())
            entry.second = decimalText(agent.logits[offset + i], 2);
        entry.help = entry.marked ? tr("Sampled for this observation") : QString();
        entries.push_back(entry);
    }
    m_branches[branch]->setEntries(std::move(entries));
    const double entropy = known ? entropyOf(&agent.probabilities[offset], count) : 0;
    m_captions[branch]->setText(tr("%1 · entropy %2 of %3 nat")
                                    .arg(QString::fromStdString(m_info.branchNames[branch]),
                                         decimalText(entropy, 2),
                                         decimalText(std::log(double(count)), 2)));
}

// A car that a person drives has no policy at work, so there is nothing to draw bars of.
void DecisionView::showNote(const AgentDetail &agent) {
    const bool none = agent.probabilities.empty();
    for (QWidget *widget : m_branchWidgets)
        widget->setVisible(!none);
    m_note->setVisible(none && !m_branches.empty());
    if (!none)
        return;
    QStringList chosen;
    for (std::size_t k = 0; k < agent.action.size() && k < m_info.branchOptions.size(); ++k) {
        const auto &options = m_info.branchOptions[k];
        if (agent.action[k] >= 0 && std::size_t(agent.action[k]) < options.size())
            chosen << QString::fromStdString(m_info.branchNames[k] + " " +
                                             options[std::size_t(agent.action[k])]);
    }
    QString text = agent.byHand ? tr("You drive this car, so its policy chooses nothing.")
                                : tr("No probabilities are known of this step.");
    if (!chosen.isEmpty())
        text += " " + tr("Taken: %1.").arg(chosen.join(", "));
    m_note->setText(text);
}

} // namespace paddock
