#include "widgets/window/run_tool_bar.h"

#include "widgets/help/help_entry.h"
#include "widgets/theme/action_button.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"

#include <QFontMetrics>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace paddock {

namespace {

constexpr std::array kSpeeds{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 0.0}; // 0: as fast as possible

QLabel *mutedLabel(const QString &text) {
    auto *label = new QLabel(text);
    label->setProperty("role", "muted");
    return label;
}

} // namespace

RunToolBar::RunToolBar(StudioActions &actions, RunController &run, DocumentModel &document,
                       QWidget *parent)
    : QToolBar(tr("Run"), parent), m_run(run), m_document(document) {
    setObjectName("runToolBar");
    setMovable(false);
    setIconSize({20, 20});
    addRunButtons(actions);
    addSeparator();
    addSpeed(actions);
    addAction(actions.render);
    addSeparator();
    m_randomization = new RandomizationBar(document);
    setHelpTopic(m_randomization, "concept/randomization");
    addWidget(m_randomization);
    addSeparator();
    addPreset();
    connect(&run, &RunController::phaseChanged, this, [this, &actions] { showPhase(actions); });
    connect(&run, &RunController::progressChanged, this, [this](const SessionProgress &p) {
        m_achieved->setText(p.realTimeFactor > 0 ? valueText(p.realTimeFactor, 3) + "x" : "-");
    });
    connect(&document, &DocumentModel::changed, this, &RunToolBar::showDocument);
    showPhase(actions);
    showDocument();
}

void RunToolBar::addRunButtons(StudioActions &actions) {
    auto *start = new ActionButton(actions.start, true);
    start->setObjectName("primary");
    addWidget(start);
    addActions({actions.pause, actions.step, actions.stop, actions.checkpoint});
}

void RunToolBar::addSpeed(StudioActions &actions) {
    m_speed = new QComboBox;
    for (double speed : kSpeeds)
        m_speed->addItem(speed > 0 ? valueText(speed) + "x" : tr("max"), speed);
    m_speed->setCurrentIndex(int(kSpeeds.size()) - 1);
    m_speed->setToolTip(tr("Speed to hold: simulated time of a world / wall time (- and =)"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the scene
    setHelpTopic(m_speed, "concept/speed");
    m_speed->setFixedWidth(80);
    m_achieved = new QLabel("-");
    m_achieved->setFont(numberFont());
    m_achieved->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_achieved->setFixedWidth(QFontMetrics(m_achieved->font()).horizontalAdvance("00000x"));
    m_achieved->setToolTip(tr("Achieved real-time factor: simulated time of a world / wall time"));
    m_achieved->setAccessibleName(tr("Achieved real-time factor"));
    addWidget(m_speed);
    addWidget(m_achieved);
    addWidget(mutedLabel(" " + tr("real time") + "  "));
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this](int i) { m_run.setSpeed(kSpeeds[std::size_t(i)]); });
    const auto shift = [this](int by) {
        m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + by, 0, m_speed->count() - 1));
    };
    connect(actions.slower, &QAction::triggered, this, [shift] { shift(-1); });
    connect(actions.faster, &QAction::triggered, this, [shift] { shift(1); });
}

void RunToolBar::addPreset() {
    m_preset = new QComboBox;
    m_preset->setAccessibleName(tr("Preset"));
    m_preset->setFocusPolicy(Qt::TabFocus);
    m_preset->setMinimumWidth(96);
    addWidget(mutedLabel(tr("Preset") + " "));
    addWidget(m_preset);
    connect(m_preset, &QComboBox::textActivated, this, [this](const QString &name) {
        m_document.usePreset(name);
        showDocument();
    });
}

void RunToolBar::showPhase(StudioActions &actions) {
    using Phase = RunController::Phase;
    const Phase phase = m_run.phase();
    const bool going = phase == Phase::Running || phase == Phase::Paused;
    actions.start->setEnabled(!m_run.active());
    actions.pause->setEnabled(going);
    actions.pause->setText(phase == Phase::Paused ? tr("&Resume") : tr("&Pause"));
    actions.stop->setEnabled(going || phase == Phase::Preparing);
    actions.checkpoint->setEnabled(going);
    actions.step->setEnabled(going || !m_run.active());
    m_preset->setEnabled(!m_run.active());
    m_preset->setToolTip(m_run.active() ? tr("Locked while a run is active")
                                        : tr("Values where the document says nothing else"));
    if (!going)
        m_achieved->setText("-");
}

void RunToolBar::showDocument() {
    QStringList names, shown;
    for (const std::string &name : presetNames(m_document.scenario().kind))
        names << QString::fromStdString(name);
    for (int i = 0; i < m_preset->count(); ++i)
        shown << m_preset->itemText(i);
    if (names != shown) { // another kind of document
        m_preset->clear();
        m_preset->addItems(names);
    }
    m_preset->setCurrentText(QString::fromStdString(m_document.scenario().preset));
}

} // namespace paddock
