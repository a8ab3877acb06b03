#include "widgets/drive/drive_panel.h"

#include "widgets/drive/panel_rows.h"
#include "widgets/form/collapsible_section.h"
#include "widgets/theme/number_text.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace paddock {

namespace {

constexpr std::array kSpeeds{0.25, 0.5, 1.0, 2.0, 4.0};
constexpr int kLeastWidth = 312;              // px
constexpr int kRealTime = 2;                  // of kSpeeds
constexpr int kLeastCap = 10, kMostCap = 100; // % of throttle

QComboBox *quietBox() {
    auto *box = new QComboBox;
    box->setFocusPolicy(Qt::TabFocus); // a click leaves the keys to the scene
    box->setMinimumContentsLength(1);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

} // namespace

DrivePanel::DrivePanel(const Parts &parts, QWidget *parent)
    : QWidget(parent), m_actions(parts.actions), m_drive(parts.drive), m_devices(parts.devices),
      m_themes(parts.themes) {
    m_opponent = new OpponentBox(parts.shelf, parts.runsFolder);
    auto *content = new QWidget;
    auto *sections = new QVBoxLayout(content);
    sections->setContentsMargins(0, 0, 0, 0);
    sections->setSpacing(0);
    for (QWidget *part : {buildState(), buildHands(), buildControl(), buildRace()})
        sections->addWidget(part);
    sections->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    setMinimumWidth(kLeastWidth);
    setFocusProxy(m_device);
    connectDevices();
    connect(&m_drive, &DriveController::phaseChanged, this, [this] {
        m_problem.clear();
        showPhase();
    });
    connect(&m_drive, &DriveController::statusChanged, this, &DrivePanel::showInput);
    showControl();
    showPhase();
}

QWidget *DrivePanel::buildState() {
    m_state = new QLabel;
    m_state->setFont(uiFont(6, true));
    m_state->setAccessibleName(tr("State of the drive"));
    m_hint = new QLabel;
    m_hint->setWordWrap(true);
    m_hint->setProperty("role", "muted");
    m_hint->setMinimumHeight(m_hint->fontMetrics().height() * 2);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kTiny);
    auto *start = actionButton(m_actions.driveStart, true);
    start->setObjectName("primary");
    buttons->addWidget(start);
    buttons->addWidget(actionButton(m_actions.drivePause, true));
    buttons->addWidget(actionButton(m_actions.driveRestart, true));
    buttons->addStretch(1);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kMedium, space::kMedium);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_state);
    layout->addWidget(m_hint);
    layout->addSpacing(space::kTiny);
    layout->addLayout(buttons);
    return box;
}

QWidget *DrivePanel::buildHands() {
    m_device = quietBox();
    m_deviceNote = panelNote();
    m_bars = new AxisBars(m_themes);
    auto *calibrate = actionButton(m_actions.calibrate, true);
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, 0);
    row->addStretch(1);
    row->addWidget(calibrate);
    auto *bars = new QWidget;
    auto *barsLayout = new QVBoxLayout(bars);
    barsLayout->setContentsMargins(space::kMedium, space::kTiny, space::kMedium, 0);
    barsLayout->addWidget(m_bars);
    auto *section = new CollapsibleSection(tr("Hands"));
    section->addWidget(panelRow(tr("Device"), m_device, tr("Keyboard, gamepad or wheel")));
    section->addWidget(m_deviceNote);
    section->addWidget(bars);
    section->addWidget(holder);
    return section;
}

QWidget *DrivePanel::buildControl() {
    auto *modes = new QWidget;
    auto *row = new QHBoxLayout(modes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const std::array names{tr("Choices"), tr("Smooth")};
    for (std::size_t i = 0; i < m_modes.size(); ++i) {
        auto *mode = m_modes[i] = new QToolButton;
        mode->setObjectName("segment");
        mode->setText(names[i]);
        mode->setCheckable(true);
        mode->setAutoExclusive(true);
        mode->setFocusPolicy(Qt::TabFocus);
        mode->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(mode);
        connect(mode, &QToolButton::toggled, this, &DrivePanel::showControl);
    }
    m_modes[0]->setChecked(true);
    m_modeNote = panelNote();
    m_cap = new QSlider(Qt::Horizontal);
    m_cap->setRange(kLeastCap, kMostCap);
    m_cap->setValue(kMostCap);
    m_cap->setFocusPolicy(Qt::TabFocus);
    m_capText = new QLabel;
    m_capText->setFont(numberFont());
    m_capText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_capText->setFixedWidth(m_capText->fontMetrics().horizontalAdvance("100 %"));
    auto *cap = new QWidget;
    auto *capRow = new QHBoxLayout(cap);
    capRow->setContentsMargins(0, 0, 0, 0);
    capRow->addWidget(m_cap);
    capRow->addWidget(m_capText);
    m_throttleHelp = new QCheckBox(tr("slow down before walls"));
    m_throttleHelp->setFocusPolicy(Qt::TabFocus);
    connect(m_cap, &QSlider::valueChanged, this, &DrivePanel::showControl);
    connect(m_throttleHelp, &QCheckBox::toggled, this, &DrivePanel::showControl);
    auto *section = new CollapsibleSection(tr("Control and assists"));
    section->addWidget(panelRow(tr("Steering"), modes));
    section->addWidget(m_modeNote);
    section->addWidget(panelRow(tr("Throttle cap"), cap, tr("The most throttle that is given")));
    section->addWidget(panelRow(tr("Throttle help"), m_throttleHelp));
    m_cap->setAccessibleName(tr("Throttle cap"));
    return section;
}

QWidget *DrivePanel::buildRace() {
    m_agent = quietBox();
    m_speed = quietBox();
    for (double speed : kSpeeds)
        m_speed->addItem(tr("%1x real time").arg(valueText(speed)), speed);
    m_speed->setCurrentIndex(kRealTime);
    connect(m_agent, &QComboBox::currentIndexChanged, this, &DrivePanel::agentChanged);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this](int i) { m_drive.setSpeed(kSpeeds[std::size_t(i)]); });
    connect(m_actions.driveSlower, &QAction::triggered, this, [this] { shiftSpeed(-1); });
    connect(m_actions.driveFaster, &QAction::triggered, this, [this] { shiftSpeed(1); });
    auto *section = new CollapsibleSection(tr("On the track"));
    section->addWidget(panelRow(tr("You drive"), m_agent, tr("Place of the agent in its family")));
    section->addWidget(m_opponent);
    section->addWidget(panelRow(tr("Time runs"), m_speed, tr("- slower, = faster")));
    return section;
}

void DrivePanel::shiftSpeed(int by) {
    m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + by, 0, m_speed->count() - 1));
}

void DrivePanel::connectDevices() {
    connect(&m_devices, &DriveDevices::devicesChanged, this, &DrivePanel::fillDevices);
    connect(&m_devices, &DriveDevices::inputChanged, this, &DrivePanel::showInput);
    connect(m_device, &QComboBox::activated, this, [this](int i) {
        m_devices.choose(m_device->itemData(i).toString());
        fillDevices();
    });
    fillDevices();
}

void DrivePanel::fillDevices() {
    const QSignalBlocker quiet(m_device);
    m_device->clear();
    for (const DriveDevice &device : m_devices.devices())
        m_device->addItem(device.name, device.id);
    int chosen = m_device->findData(m_devices.chosen());
    if (chosen < 0) {
        m_device->addItem(tr("not plugged in"), m_devices.chosen());
        chosen = m_device->count() - 1;
    }
    m_device->setCurrentIndex(chosen);
    const bool keys = m_devices.axes().empty();
    m_actions.calibrate->setEnabled(!keys && m_devices.chosenPresent());
    m_actions.calibrate->setToolTip(
        m_actions.calibrate->isEnabled()
            ? tr("Axes, ends and dead zone of this device")
            : tr("The keyboard needs none; plug in a gamepad or wheel and choose it"));
    m_deviceNote->setText(!m_devices.chosenPresent() ? tr("This device is not plugged in.")
                          : keys ? tr("Arrows or W A S D, while the scene has the keyboard. A "
                                      "gamepad or wheel appears here when it is plugged in.")
                                 : QString());
    m_deviceNote->setVisible(!m_deviceNote->text().isEmpty());
    showInput();
}

void DrivePanel::showInput() {
    const DriveInput input = m_drive.automatic() ? m_drive.status().input : m_devices.input();
    m_bars->setInput(input, m_devices.axes(), m_devices.calibration());
}

ManualMode DrivePanel::mode() const {
    return m_modes[1]->isChecked() ? ManualMode::Continuous : ManualMode::Discrete;
}

AssistSpec DrivePanel::assist() const {
    AssistSpec assist;
    assist.speedCap = m_cap->value() / 100.0;
    assist.autoThrottle = m_throttleHelp->isChecked() && m_throttleHelp->isEnabled();
    return assist;
}

void DrivePanel::showControl() {
    if (!m_throttleHelp)
        return; // still being built
    m_modeNote->setText(
        mode() == ManualMode::Discrete
            ? tr("What you do is the nearest of the choices that a policy has.")
            : tr("Choices are mixed so that the wheels follow your stick; still the same choices, "
                 "so that a policy can learn from them."));
    m_capText->setText(percentText(assist().speedCap));
    Q_EMIT assistChanged();
}

void DrivePanel::setScenario(const Scenario &scenario) {
    const int agent = std::max(m_agent->currentIndex(), 0);
    const QSignalBlocker quiet(m_agent);
    m_agent->clear();
    for (int i = 0; i < int(scenario.agents.count); ++i)
        m_agent->addItem(tr("Agent A%1").arg(i + 1));
    m_agent->setCurrentIndex(std::min(agent, m_agent->count() - 1));
    const bool race = scenario.kind == ScenarioKind::Racing;
    m_throttleHelp->setEnabled(race);
    m_throttleHelp->setToolTip(race ? tr("The program chooses the throttle; you only steer")
                                    : tr("Needs LIDAR: for races"));
    m_opponent->setScenario(scenario);
}

bool DrivePanel::apply(DriveSetup &setup) {
    setup.agent = std::max(agent(), 0);
    setup.mode = mode();
    setup.assist = assist();
    if (m_opponent->apply(setup))
        return true;
    showProblem(m_opponent->problem());
    return false;
}

void DrivePanel::showProblem(const QString &why) {
    m_problem = why;
    showPhase();
}

QString DrivePanel::hint() const {
    using Phase = DriveController::Phase;
    switch (m_drive.phase()) {
    case Phase::Idle:
        return tr("F5 puts you at the wheel.");
    case Phase::Preparing:
        return tr("The world is being made.");
    case Phase::Driving:
        return tr("Esc leaves the wheel. R records, Backspace starts over.");
    case Phase::Countdown:
        return tr("The recording begins when the countdown ends.");
    case Phase::Paused:
        return m_drive.pauseReason().isEmpty()
                   ? tr("Space goes on.")
                   : tr("%1. Space goes on.").arg(m_drive.pauseReason());
    case Phase::Ended:
        return tr("F5 starts anew.");
    }
    return {};
}

void DrivePanel::showPhase() {
    using Phase = DriveController::Phase;
    const Phase phase = m_drive.phase();
    const bool active = m_drive.hasSession() && phase != Phase::Ended;
    m_state->setText(phaseName(phase));
    m_hint->setText(m_problem.isEmpty() ? hint() : m_problem);
    m_hint->setProperty("role",
                        m_problem.isEmpty() && m_drive.pauseReason().isEmpty() ? "muted" : "warn");
    style()->unpolish(m_hint); // the role decides the colour
    style()->polish(m_hint);
    m_actions.driveStart->setEnabled(phase != Phase::Preparing);
    m_actions.driveStart->setText(active ? tr("&Start anew") : tr("&Start driving"));
    m_actions.drivePause->setEnabled(active);
    m_actions.drivePause->setText(phase == Phase::Paused ? tr("&Resume") : tr("&Pause"));
    m_actions.driveRestart->setEnabled(active);
    m_agent->setEnabled(!active);
    m_agent->setToolTip(active ? tr("Set when the drive starts; F5 starts anew") : QString());
}

} // namespace paddock
