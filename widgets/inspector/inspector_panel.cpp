#include "widgets/inspector/inspector_panel.h"

#include "widgets/form/field_words.h"
#include "widgets/inspector/note_text.h"
#include "widgets/inspector/quantity_entry.h"
#include "widgets/theme/number_text.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace paddock {

namespace {

constexpr int kSwatch = 12;       // px
constexpr std::size_t kNotes = 6; // happenings that are listed

} // namespace

InspectorPanel::InspectorPanel(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    build();
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
    m_decision = new DecisionView(m_themes);
    auto *action = new CollapsibleSection(tr("Action and value"));
    action->addWidget(m_decision);
    m_reward = new RewardView(m_themes);
    auto *reward = new CollapsibleSection(tr("Reward"));
    reward->setNote(tr("this step · Σ episode"));
    reward->addWidget(m_reward);
    m_observations = new BarList(m_themes, BarList::Zero::Middle);
    m_polar = new PolarRanges(m_themes);
    m_ranges = new BarList(m_themes, BarList::Zero::Left);
    m_rangeSection = new CollapsibleSection(tr("Ranges"));
    m_rangeSection->addWidget(m_ranges);
    m_rangeSection->setExpanded(false);
    auto *observation = new CollapsibleSection(tr("Observation"));
    observation->setNote(tr("strokes: sensitivity"));
    for (QWidget *part : std::initializer_list<QWidget *>{m_observations, m_polar, m_rangeSection})
        observation->addWidget(part);
    m_dynamics = new BarList(m_themes, BarList::Zero::Middle);
    m_dynamics->setColumns(6, 8, 5);
    m_dynamicsSection = new CollapsibleSection(tr("Randomization in force"));
    m_dynamicsSection->setNote(tr("% of range"));
    m_dynamicsSection->addWidget(m_dynamics);
    m_notes = new QLabel;
    m_notes->setFont(numberFont(-1));
    m_notes->setContentsMargins(space::kMedium, 0, space::kMedium, space::kTiny);
    m_notes->setMinimumHeight(int(kNotes) * QFontMetrics(numberFont(-1)).lineSpacing());
    m_notes->setAlignment(Qt::AlignTop);
    m_notes->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_noteSection = new CollapsibleSection(tr("What happened"));
    m_noteSection->addWidget(m_notes);
    for (QWidget *section : std::initializer_list<QWidget *>{
             m_raceSection, action, reward, observation, m_dynamicsSection, m_noteSection})
        sections.addWidget(section);
}

void InspectorPanel::setMapActions(const QList<QAction *> &actions) {
    m_decision->setMapActions(actions);
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
    setScenario(scenario);
    m_decision->setRun(info, scenario);
    m_reward->setRun(info);
}

void InspectorPanel::setScenario(const Scenario &scenario) {
    m_reward->setScenario(scenario);
    m_dynamicsRanges = dynamicsRanges(scenario.randomization);
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
    m_decision->show(snapshot.picked);
    m_reward->show(snapshot.picked);
    showObservation(snapshot.picked);
    showDynamics(snapshot.picked);
    showNotes(snapshot.picked);
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

// Sensitivities of other units can only be compared by what each observation spans: strokes show
// the gradient times the scale of its bar.
void InspectorPanel::showObservation(const AgentDetail &agent) {
    std::vector<BarEntry> entries, ranges;
    std::vector<double> weights(agent.observation.size());
    double most = 0;
    for (std::size_t i = 0; i < agent.observation.size(); ++i) {
        const double value = agent.observation[i],
                     share = scaledBySize(m_observationScale, i, value);
        if (i < agent.sensitivity.size())
            weights[i] = double(agent.sensitivity[i]) * m_observationScale[i];
        most = std::max(most, std::abs(weights[i]));
        auto &list = m_lidar.holds(i) ? ranges : entries;
        list.push_back(quantityEntry(m_info.observations, i, value));
        BarEntry &entry = list.back();
        entry.fraction = share;
        if (i < agent.sensitivity.size())
            entry.help +=
                (entry.help.isEmpty() ? "" : "\n") +
                tr("∂ log π(action) / ∂ this: %1").arg(valueText(agent.sensitivity[i], 3));
    }
    std::size_t entry = 0, range = 0;
    for (std::size_t i = 0; most > 0 && i < weights.size(); ++i)
        (m_lidar.holds(i) ? ranges[range++] : entries[entry++]).weight = weights[i] / most;
    m_observations->setEntries(std::move(entries));
    m_ranges->setEntries(std::move(ranges));
    m_polar->setReading(m_lidar.read(agent.observation), m_lidar.perMetre(agent.sensitivity));
}

void InspectorPanel::showDynamics(const AgentDetail &agent) {
    m_dynamicsSection->setVisible(!agent.dynamics.empty());
    std::vector<BarEntry> entries;
    for (std::size_t i = 0; i < agent.dynamics.size(); ++i) {
        const double value = agent.dynamics[i];
        entries.push_back(quantityEntry(m_info.dynamics, i, value));
        BarEntry &entry = entries.back();
        entry.name.remove(" offset");
        entry.value = valueText(value, 3);
        entry.second = "–";
        if (i >= m_dynamicsRanges.size())
            continue;
        const DynamicsRange &range = m_dynamicsRanges[i];
        entry.fraction = range.share(value);
        entry.help += "\n" + (range.low == range.high
                                  ? tr("Not randomized: %1").arg(valueText(range.nominal, 4))
                                  : tr("Nominal %1, drawn from %2 to %3")
                                        .arg(valueText(range.nominal, 4), valueText(range.low, 4),
                                             valueText(range.high, 4)));
        if (range.low != range.high)
            entry.second = (entry.fraction < 0 ? "−" : "+") + percentText(std::abs(entry.fraction));
    }
    m_dynamics->setEntries(std::move(entries));
}

void InspectorPanel::showNotes(const AgentDetail &agent) {
    m_noteSection->setVisible(!agent.notes.empty());
    QStringList lines;
    for (auto note = agent.notes.rbegin(); note != agent.notes.rend() && lines.size() < int(kNotes);
         ++note)
        lines << noteText(*note);
    m_notes->setText(lines.join("\n"));
}

} // namespace paddock
