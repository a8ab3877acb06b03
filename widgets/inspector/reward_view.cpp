#include "widgets/inspector/reward_view.h"

#include "widgets/form/field_words.h"
#include "widgets/inspector/quantity_entry.h"
#include "widgets/inspector/reward_text.h"
#include "widgets/theme/number_text.h"

#include <QVBoxLayout>

#include <numeric>

namespace paddock {

RewardView::RewardView(ThemeManager &themes, QWidget *parent) : QWidget(parent) {
    m_equation = new QLabel;
    m_equation->setFont(uiFont(-1));
    m_equation->setWordWrap(true);
    m_equation->setContentsMargins(space::kMedium, 0, space::kMedium, space::kTiny);
    m_equation->setTextFormat(Qt::RichText);
    m_equation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_terms = new BarList(themes, BarList::Zero::Middle);
    m_terms->setColumns(7, 8, 0);
    m_shares = new ShareBar(themes);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *>{m_equation, m_terms, m_shares})
        layout->addWidget(part);
}

void RewardView::setRun(const SessionInfo &info) {
    m_info = info;
    m_scale.clear();
}

void RewardView::setScenario(const Scenario &scenario) {
    m_scenario = scenario;
    m_equation->setText(rewardEquation(scenario, m_paid));
}

void RewardView::show(const AgentDetail &agent) {
    showEquation(agent);
    std::vector<BarEntry> entries;
    std::vector<SharePart> parts;
    for (std::size_t i = 0; i < agent.returnTerms.size(); ++i) {
        const double sum = agent.returnTerms[i];
        BarEntry entry = quantityEntry(m_info.rewardTerms, i, sum);
        entry.second =
            i < agent.rewardTerms.size() ? decimalText(agent.rewardTerms[i], 3) : QString();
        entry.fraction = scaledBySize(m_scale, i, sum);
        entry.marked = i < agent.rewardTerms.size() && agent.rewardTerms[i] != 0;
        parts.push_back({entry.name, sum});
        entries.push_back(entry);
    }
    const auto total = [](const std::vector<float> &terms) {
        return std::accumulate(terms.begin(), terms.end(), 0.0);
    };
    BarEntry all;
    all.name = tr("sum");
    all.second = decimalText(total(agent.rewardTerms), 3);
    all.value = decimalText(total(agent.returnTerms), 3);
    all.fraction = scaledBySize(m_scale, agent.returnTerms.size(), total(agent.returnTerms));
    entries.push_back(all);
    m_terms->setEntries(std::move(entries));
    m_shares->setParts(parts);
}

// Laid out anew only when another case applies.
void RewardView::showEquation(const AgentDetail &agent) {
    QStringList paid;
    for (std::size_t i = 0; i < agent.rewardTerms.size() && i < m_info.rewardTerms.size(); ++i)
        if (agent.rewardTerms[i] != 0)
            paid << QString::fromStdString(m_info.rewardTerms[i].name);
    if (paid == m_paid)
        return;
    m_paid = paid;
    m_equation->setText(rewardEquation(m_scenario, m_paid));
}

} // namespace paddock
