#include "widgets/inspector/inspector_panel.h"

#include "widgets/form/field_words.h"
#include "widgets/inspector/reward_text.h"
#include "widgets/theme/number_text.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace paddock {

namespace {

constexpr double kLeastScale = 1e-3; // of a bar, so that noise about zero stays small
constexpr double kValueScale = 10;   // of the value bar, returns of the paper's runs
constexpr int kSwatch = 12;          // px

// Bars are drawn against the largest size seen of each quantity in this run.
double scaled(std::vector<double> &scales, std::size_t i, double value) {
    if (scales.size() <= i)
        scales.resize(i + 1, kLeastScale);
    if (std::isfinite(value))
        scales[i] = std::max(scales[i], std::abs(value));
    return std::isfinite(value) ? value / scales[i] : 0;
}

BarEntry quantityEntry(const std::vector<NamedQuantity> &names, std::size_t i, double value) {
    BarEntry entry;
    if (i < names.size()) {
        entry.name = QString::fromStdString(names[i].name).replace('_', ' ');
        entry.unit = unitText(QString::fromStdString(names[i].unit));
        entry.help = QString::fromStdString(names[i].help);
    }
    entry.value = decimalText(value, 3);
    return entry;
}

QLabel *wordsLabel() {
    auto *label = new QLabel;
    label->setFont(uiFont(-1));
    label->setWordWrap(true);
    label->setContentsMargins(space::kMedium, 0, space::kMedium, space::kTiny);
    return label;
}

} // namespace

InspectorPanel::InspectorPanel(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    build();
}

QLabel *InspectorPanel::caption(const QString &text) {
    auto *label = new QLabel(text);
    label->setProperty("role", "muted");
    label->setFont(uiFont(-1));
    label->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, 0);
    return label;
}

void InspectorPanel::build() {
    m_empty = new QLabel(tr("Start a run, then click a car or press Tab in the scene.\n\nHere you "
                            "will see what that agent observes, what its policy makes of it and "
                            "what it earns."));
    m_empty->setWordWrap(true);
    m_empty->setProperty("role", "muted");
    m_empty->setContentsMargins(space::kMedium, space::kLarge, space::kMedium, 0);
    m_empty->setAlignment(Qt::AlignTop);

    m_content = new QWidget;
    auto *sections = new QVBoxLayout(m_content);
    sections->setContentsMargins(0, 0, 0, 0);
    sections->setSpacing(0);
    sections->addLayout(buildHead());
    sections->addWidget(m_driver);
    sections->addWidget(m_subtitle);
    buildSections(*sections);
    sections->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *holder = new QWidget;
    auto *holderLayout = new QVBoxLayout(holder);
    holderLayout->setContentsMargins(0, 0, 0, 0);
    holderLayout->addWidget(m_empty);
    holderLayout->addWidget(m_content, 1);
    scroll->setWidget(holder);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setFocusProxy(scroll);
    m_content->hide();
}

QLayout *InspectorPanel::buildHead() {
    m_swatch = new QLabel;
    m_swatch->setFixedSize(kSwatch, kSwatch);
    m_title = new QLabel;
    m_title->setFont(uiFont(1, true));
    m_driver = new QLabel;
    m_driver->setContentsMargins(space::kMedium, 0, space::kMedium, space::kTiny);
    m_subtitle = new QLabel;
    m_subtitle->setProperty("role", "muted");
    m_subtitle->setFont(numberFont(-1));
    m_subtitle->setContentsMargins(space::kMedium, 0, space::kMedium, space::kSmall);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kTiny);
    head->setSpacing(space::kSmall);
    head->addWidget(m_swatch);
    head->addWidget(m_title, 1);
    return head;
}

void InspectorPanel::buildSections(QVBoxLayout &sections) {
    m_race = new RaceCard;
    m_raceSection = new CollapsibleSection(tr("Race"));
    m_raceSection->addWidget(m_race);
    m_value = new BarList(m_themes, BarList::Zero::Middle);
    m_actionNote = wordsLabel();
    m_actionSection = new CollapsibleSection(tr("Action and value"));
    m_actionSection->addWidget(m_value);
    m_actionSection->addWidget(m_actionNote);
    m_rewards = new BarList(m_themes, BarList::Zero::Middle);
    m_rewards->setColumns(7, 8, 0);
    m_equation = wordsLabel();
    m_equation->setTextFormat(Qt::RichText);
    m_equation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *reward = new CollapsibleSection(tr("Reward"));
    reward->addWidget(m_equation);
    reward->setNote(tr("this step · Σ episode"));
    reward->addWidget(m_rewards);
    m_observations = new BarList(m_themes, BarList::Zero::Middle);
    m_polar = new PolarRanges(m_themes);
    m_ranges = new BarList(m_themes, BarList::Zero::Left);
    m_rangeSection = new CollapsibleSection(tr("Ranges"));
    m_rangeSection->addWidget(m_ranges);
    m_rangeSection->setExpanded(false);
    auto *observation = new CollapsibleSection(tr("Observation"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_observations, m_polar, m_rangeSection})
        observation->addWidget(part);
    m_dynamics = new BarList(m_themes, BarList::Zero::Middle);
    m_dynamicsSection = new CollapsibleSection(tr("Randomization in force"));
    m_dynamicsSection->addWidget(m_dynamics);
    for (QWidget *section : std::initializer_list<QWidget *>{m_raceSection, m_actionSection, reward,
                                                             observation, m_dynamicsSection})
        sections.addWidget(section);
}

void InspectorPanel::setRun(const SessionInfo &info, const Scenario &scenario) {
    m_info = info;
    m_familySize = std::max(1, int(scenario.agents.count));
    m_lidar = LidarColumns(scenario);
    m_polar->setVisible(!m_lidar.empty());
    m_rangeSection->setVisible(!m_lidar.empty());
    m_rangeSection->setNote(tr("%1 rays").arg(m_lidar.rays()));
    m_pending.reset();
    m_shownRow = -1;
    m_observationScale.clear();
    m_rewardScale.clear();
    setScenario(scenario);
    buildBranches();
}

void InspectorPanel::setScenario(const Scenario &scenario) {
    m_equation->setText(rewardEquation(scenario));
}

void InspectorPanel::buildBranches() {
    for (QWidget *widget : m_branchWidgets)
        delete widget;
    m_branchWidgets.clear();
    m_branches.clear();
    for (const std::string &name : m_info.branchNames) {
        auto *heading = caption(tr("%1, probability").arg(QString::fromStdString(name)));
        auto *list = new BarList(m_themes, BarList::Zero::Left);
        list->setColumns(0, 6, 5);
        m_actionSection->addWidget(heading);
        m_actionSection->addWidget(list);
        m_branchWidgets.push_back(heading);
        m_branchWidgets.push_back(list);
        m_branches.push_back(list);
    }
}

void InspectorPanel::setSnapshot(std::shared_ptr<const SessionSnapshot> snapshot) {
    if (!snapshot || snapshot->picked.row < 0)
        return;
    if (isVisible() || m_shownRow < 0) // the first one also makes the room that it needs
        explain(*snapshot);
    else
        m_pending = std::move(snapshot);
}

void InspectorPanel::showEvent(QShowEvent *event) {
    QWidget::showEvent(event);
    if (const auto snapshot = std::exchange(m_pending, nullptr))
        explain(*snapshot);
}

void InspectorPanel::explain(const SessionSnapshot &snapshot) {
    if (m_content->isHidden()) {
        m_content->show();
        m_empty->hide();
    }
    m_shownRow = snapshot.picked.row;
    showHead(snapshot);
    showRace(snapshot.picked);
    showAction(snapshot.picked);
    showObservation(snapshot.picked);
    showReward(snapshot.picked);
    showDynamics(snapshot.picked);
}

void InspectorPanel::showHead(const SessionSnapshot &snapshot) {
    const AgentDetail &picked = snapshot.picked;
    const int perWorld = std::max(1, snapshot.scene.agentsPerWorld);
    const int agent = picked.row % perWorld;
    m_title->setText(tr("World %1 · Agent %2").arg(picked.row / perWorld + 1).arg(agent + 1));
    m_swatch->setStyleSheet(QString("background: %1; border-radius: 2px;")
                                .arg(agentColor(agent % m_familySize).name()));
    QString text =
        tr("episode %1 · step %2").arg(groupedCount(picked.episode + 1)).arg(picked.episodeStep);
    if (std::size_t(picked.row) < snapshot.scene.agents.size()) {
        const AgentVisual &body = snapshot.scene.agents[std::size_t(picked.row)];
        text += tr(" · %1 m/s").arg(decimalText(body.speed, 2));
    }
    m_subtitle->setText(text);
    const std::size_t group = std::size_t(std::max(0, picked.group));
    const QString policy =
        group < m_info.groups.size() && !m_info.groups[group].empty()
            ? tr("policy %1").arg(fieldName(QString::fromStdString(m_info.groups[group])))
            : QString();
    QStringList driver;
    if (picked.byHand)
        driver << tr("you drive");
    if (!policy.isEmpty())
        driver << (picked.byHand ? tr("%1 rests").arg(policy) : policy);
    m_driver->setText(driver.join(" · "));
    m_driver->setVisible(!driver.isEmpty());
    m_driver->setFont(uiFont(0, picked.byHand));
}

void InspectorPanel::showRace(const AgentDetail &agent) {
    m_raceSection->setVisible(agent.race.checkpoints > 0);
    m_race->setStatus(agent.race);
}

// A car that a person drives has no policy at work, so there is nothing to draw bars of.
void InspectorPanel::showActionNote(const AgentDetail &agent) {
    const bool none = agent.probabilities.empty();
    for (QWidget *widget : m_branchWidgets)
        widget->setVisible(!none);
    m_actionNote->setVisible(none && !m_branches.empty());
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
                                : tr("No policy has chosen this step.");
    if (!chosen.isEmpty())
        text += " " + tr("Taken: %1.").arg(chosen.join(", "));
    m_actionNote->setText(text);
}

void InspectorPanel::showAction(const AgentDetail &agent) {
    BarEntry value;
    value.name = tr("value");
    value.value = decimalText(agent.value, 3);
    value.help = tr("What the critic expects the rest of the episode to pay");
    value.fraction = agent.value / kValueScale;
    m_value->setEntries({value});
    showActionNote(agent);
    std::size_t offset = 0;
    for (std::size_t k = 0; k < m_branches.size() && k < m_info.branchOptions.size(); ++k) {
        const auto &options = m_info.branchOptions[k];
        std::vector<BarEntry> entries;
        for (std::size_t i = 0; i < options.size(); ++i) {
            BarEntry entry;
            entry.name = QString::fromStdString(options[i]);
            entry.marked = k < agent.action.size() && std::size_t(agent.action[k]) == i;
            const double p =
                offset + i < agent.probabilities.size() ? agent.probabilities[offset + i] : 0;
            entry.fraction = p;
            entry.value = decimalText(p * 100, 1);
            entry.unit = "%";
            entry.help = entry.marked ? tr("Sampled in this step") : QString();
            entries.push_back(entry);
        }
        offset += options.size();
        m_branches[k]->setEntries(std::move(entries));
    }
}

void InspectorPanel::showObservation(const AgentDetail &agent) {
    std::vector<BarEntry> entries, ranges;
    for (std::size_t i = 0; i < agent.observation.size(); ++i) {
        const double value = agent.observation[i];
        auto &list = m_lidar.holds(i) ? ranges : entries;
        list.push_back(quantityEntry(m_info.observations, i, value));
        list.back().fraction = scaled(m_observationScale, i, value);
    }
    m_observations->setEntries(std::move(entries));
    m_ranges->setEntries(std::move(ranges));
    m_polar->setReading(m_lidar.read(agent.observation));
}

void InspectorPanel::showReward(const AgentDetail &agent) {
    std::vector<BarEntry> entries;
    for (std::size_t i = 0; i < agent.returnTerms.size(); ++i) {
        const double sum = agent.returnTerms[i];
        BarEntry entry = quantityEntry(m_info.rewardTerms, i, sum);
        entry.second =
            i < agent.rewardTerms.size() ? decimalText(agent.rewardTerms[i], 3) : QString();
        entry.fraction = scaled(m_rewardScale, i, sum);
        entries.push_back(entry);
    }
    const auto total = [](const std::vector<float> &terms) {
        return std::accumulate(terms.begin(), terms.end(), 0.0);
    };
    BarEntry all;
    all.name = tr("sum");
    all.second = decimalText(total(agent.rewardTerms), 3);
    all.value = decimalText(total(agent.returnTerms), 3);
    all.fraction = scaled(m_rewardScale, agent.returnTerms.size(), total(agent.returnTerms));
    entries.push_back(all);
    m_rewards->setEntries(std::move(entries));
}

void InspectorPanel::showDynamics(const AgentDetail &agent) {
    m_dynamicsSection->setVisible(!agent.dynamics.empty());
    std::vector<BarEntry> entries;
    for (std::size_t i = 0; i < agent.dynamics.size(); ++i) {
        const double value = agent.dynamics[i];
        entries.push_back(quantityEntry(m_info.dynamics, i, value));
        entries.back().value = valueText(value, 4);
        entries.back().fraction = value;
    }
    m_dynamics->setEntries(std::move(entries));
}

} // namespace paddock
