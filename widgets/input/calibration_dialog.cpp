#include "widgets/input/calibration_dialog.h"

#include "widgets/input/calibration.h"
#include "widgets/theme/number_text.h"

#include <QGridLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

namespace paddock {

namespace {

constexpr int kWidth = 560; // px
constexpr int kSteps = 4;

QLabel *wrapped(const QString &name, QWidget *parent) {
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    return label;
}

} // namespace

CalibrationDialog::CalibrationDialog(DriveDevices &devices, ThemeManager &themes, QWidget *parent)
    : QDialog(parent), m_devices(devices), m_wasActive(devices.active()),
      m_draft(devices.calibration()) {
    const DriveDevice device = devices.chosenDevice();
    setWindowTitle(tr("Calibrate %1").arg(device.name));
    if (device.kind == DeviceKind::Keyboard) {
        layOutForKeyboard();
        return;
    }
    layOut(themes);
    m_devices.setActive(true);
    connect(&m_devices, &DriveDevices::inputChanged, this, &CalibrationDialog::observe);
    connect(&m_devices, &DriveDevices::devicesChanged, this, &CalibrationDialog::refresh);
    showDraft();
    if (m_draft == DriveDevices::defaultCalibration(device))
        startGuide();
    else
        refresh();
}

CalibrationDialog::~CalibrationDialog() {
    m_devices.disconnect(this);
    m_devices.setActive(m_wasActive);
}

void CalibrationDialog::layOutForKeyboard() {
    auto *words = wrapped("words", this);
    words->setText(tr("A keyboard needs no calibration.\n\nW or Up gives throttle, S or Down takes "
                      "it away, A and D or Left and Right steer. The steering moves to its end in "
                      "a quarter of a second and back in half of that.\n\nTo calibrate a gamepad "
                      "or a wheel, plug it in and choose it first."));
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName("close");
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    layout->setSpacing(space::kLarge);
    layout->addWidget(words);
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(kWidth * 3 / 4);
}

void CalibrationDialog::layOut(ThemeManager &themes) {
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(makeGuide());
    m_pages->addWidget(makeSettings());
    m_problem = wrapped("problem", this);
    m_problem->setProperty("role", "bad");
    m_bars = new AxisBars(themes, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_problem);
    layout->addWidget(m_bars);
    layout->addLayout(makeButtons());
    setMinimumWidth(kWidth);
}

QWidget *CalibrationDialog::makeGuide() {
    auto *page = new QWidget(this);
    m_step = wrapped("step", page);
    m_step->setProperty("role", "muted");
    m_words = wrapped("words", page);
    m_words->setFont(uiFont(3));
    m_hint = wrapped("hint", page);
    m_hint->setProperty("role", "muted");
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    for (QLabel *label : {m_step, m_words, m_hint})
        layout->addWidget(label);
    layout->addStretch(1);
    return page;
}

QWidget *CalibrationDialog::makeSettings() {
    auto *page = new QWidget(this);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kMedium);
    grid->setVerticalSpacing(space::kSmall);
    m_steer = makeEditor("steer", tr("Steering"), *grid, 0);
    m_throttle = makeEditor("throttle", tr("Throttle"), *grid, 3);
    m_fromRest = new QCheckBox(tr("From the middle"), page);
    m_fromRest->setObjectName("fromRest");
    m_fromRest->setToolTip(tr("On: half of the way is used, from where a stick rests. Off: the "
                              "whole way, like a trigger or pedal."));
    connect(m_fromRest, &QCheckBox::toggled, this, &CalibrationDialog::takeEditors);
    grid->addWidget(m_fromRest, 5, 1, 1, 2);
    grid->setRowMinimumHeight(2, space::kSmall);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(6, 1);
    return page;
}

// Two rows: axis and direction, dead zone.
CalibrationDialog::AxisEditor CalibrationDialog::makeEditor(const QString &key, const QString &name,
                                                            QGridLayout &grid, int row) {
    const DriveDevice device = m_devices.chosenDevice();
    AxisEditor out;
    out.axis = new QComboBox(this);
    for (int axis = 0; axis < device.axes; ++axis)
        out.axis->addItem(axisName(device, axis));
    out.axis->setObjectName(key + "Axis");
    out.axis->setAccessibleName(tr("%1: axis").arg(name));
    out.inverted = new QCheckBox(tr("Inverted"), this);
    out.inverted->setObjectName(key + "Inverted");
    out.inverted->setAccessibleName(tr("%1: inverted").arg(name));
    out.deadZone = new QSlider(Qt::Horizontal, this);
    out.deadZone->setRange(0, int(std::lround(kMaxDeadZone * 100)));
    out.deadZone->setObjectName(key + "DeadZone");
    out.deadZone->setAccessibleName(tr("%1: dead zone in percent").arg(name));
    out.deadZone->setToolTip(tr("Share of the way around the rest that counts as rest."));
    out.deadZoneText = new QLabel(this);
    out.deadZoneText->setFont(numberFont());
    out.deadZoneText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid.addWidget(new QLabel(name, this), row, 0);
    grid.addWidget(out.axis, row, 1);
    grid.addWidget(out.inverted, row, 2);
    grid.addWidget(new QLabel(tr("Dead zone"), this), row + 1, 0);
    grid.addWidget(out.deadZone, row + 1, 1);
    grid.addWidget(out.deadZoneText, row + 1, 2);
    connect(out.axis, &QComboBox::currentIndexChanged, this, &CalibrationDialog::takeEditors);
    connect(out.inverted, &QCheckBox::toggled, this, &CalibrationDialog::takeEditors);
    connect(out.deadZone, &QSlider::valueChanged, this, &CalibrationDialog::takeEditors);
    return out;
}

QLayout *CalibrationDialog::makeButtons() {
    const auto button = [&](const char *name, const QString &text) {
        auto *out = new QPushButton(text, this);
        out->setObjectName(name);
        out->setAutoDefault(false);
        return out;
    };
    m_guide = button("guide", {});
    m_reset = button("reset", tr("&Reset"));
    m_reset->setToolTip(tr("Back to what this kind of device has without a calibration"));
    auto *cancel = button("cancel", tr("Cancel"));
    m_next = button("next", {});
    m_next->setDefault(true);
    connect(m_guide, &QPushButton::clicked, this, &CalibrationDialog::startGuide);
    connect(m_reset, &QPushButton::clicked, this, &CalibrationDialog::reset);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_next, &QPushButton::clicked, this, &CalibrationDialog::goOn);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kSmall);
    row->addWidget(m_guide);
    row->addWidget(m_reset);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_next);
    return row;
}

void CalibrationDialog::startGuide() {
    m_guiding = true;
    m_capture.begin(m_draft);
    observe();
}

void CalibrationDialog::goOn() {
    if (!m_guiding) {
        m_devices.setCalibration(m_draft);
        accept();
        return;
    }
    if (m_capture.next()) {
        m_guiding = false;
        m_draft = saneCalibration(m_capture.result(), m_devices.chosenDevice());
        showDraft();
    }
    refresh();
}

void CalibrationDialog::reset() {
    m_guiding = false;
    m_draft = DriveDevices::defaultCalibration(m_devices.chosenDevice());
    showDraft();
    refresh();
}

void CalibrationDialog::showDraft() {
    const auto show = [](const AxisEditor &editor, const AxisCalibration &c) {
        const QSignalBlocker axis(editor.axis), inverted(editor.inverted), zone(editor.deadZone);
        editor.axis->setCurrentIndex(c.axis);
        editor.inverted->setChecked(c.inverted);
        editor.deadZone->setValue(int(std::lround(c.deadZone * 100)));
    };
    show(m_steer, m_draft.steer);
    show(m_throttle, m_draft.throttle);
    const QSignalBlocker fromRest(m_fromRest);
    m_fromRest->setChecked(m_draft.throttleFromRest);
}

void CalibrationDialog::takeEditors() {
    const DriveDevice device = m_devices.chosenDevice();
    const auto take = [&](const AxisEditor &editor, AxisCalibration &c) {
        if (c.axis != editor.axis->currentIndex()) // what was measured is of the other axis
            c = wholeAxis(device, editor.axis->currentIndex());
        c.inverted = editor.inverted->isChecked();
        c.deadZone = editor.deadZone->value() / 100.0;
    };
    take(m_steer, m_draft.steer);
    take(m_throttle, m_draft.throttle);
    m_draft.throttleFromRest = m_fromRest->isChecked();
    refresh();
}

void CalibrationDialog::observe() {
    if (m_guiding && m_devices.chosenPresent())
        m_capture.observe(m_devices.axes());
    refresh();
}

void CalibrationDialog::refresh() {
    const bool there = m_devices.chosenPresent();
    m_problem->setText(
        there
            ? QString()
            : tr("%1 is unplugged. Plug it in again to go on.").arg(m_devices.chosenDevice().name));
    m_problem->setVisible(!there);
    m_pages->setCurrentIndex(m_guiding ? 0 : 1);
    m_step->setText(tr("Step %1 of %2").arg(int(m_capture.step()) + 1).arg(kSteps));
    m_words->setText(guideText());
    m_hint->setText(hintText());
    m_guide->setText(m_guiding ? tr("&Start again") : tr("&Guide me"));
    m_guide->setEnabled(there);
    m_next->setText(m_guiding ? tr("&Next") : tr("&Save"));
    m_next->setEnabled(there && (!m_guiding || m_capture.canGoOn()));
    for (const AxisEditor *editor : {&m_steer, &m_throttle})
        editor->deadZoneText->setText(tr("%1 %").arg(editor->deadZone->value()));
    m_bars->setInput(there ? calibratedInput(m_draft, m_devices.axes()) : DriveInput{},
                     m_devices.axes(), m_draft);
}

QString CalibrationDialog::guideText() const {
    switch (m_capture.step()) {
    case CaptureStep::Ends:
        return tr("Move everything to its ends: steer fully left and right, press and let go of "
                  "every trigger or pedal.");
    case CaptureStep::Rest:
        return tr("Let go of everything.");
    case CaptureStep::Steer:
        return tr("Steer fully to the left.");
    case CaptureStep::Throttle:
        return tr("Give full throttle.");
    }
    return {};
}

QString CalibrationDialog::hintText() const {
    const int moved = m_capture.moved();
    switch (m_capture.step()) {
    case CaptureStep::Ends:
        return m_capture.canGoOn() ? tr("Go on once everything was at both of its ends.")
                                   : tr("Waiting for two axes to move.");
    case CaptureStep::Rest:
        return tr("Go on while nothing is touched.");
    case CaptureStep::Steer:
    case CaptureStep::Throttle:
        return moved < 0 ? tr("Waiting for an axis to move.")
                         : tr("%1 moved most.").arg(axisName(m_devices.chosenDevice(), moved));
    }
    return {};
}

} // namespace paddock
