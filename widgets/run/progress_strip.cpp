#include "widgets/run/progress_strip.h"

#include "widgets/theme/number_text.h"
#include "widgets/theme/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>

namespace paddock {

namespace {
constexpr int kBarRange = 1000;
}

ProgressStrip::ProgressStrip(QWidget *parent) : QWidget(parent) {
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kMedium, 2, space::kMedium, 2);
    layout->setSpacing(space::kTiny);
    m_phase = new QLabel;
    m_phase->setMinimumWidth(72);
    m_phase->setFont(uiFont(-1, true));
    m_bar = new QProgressBar;
    m_bar->setRange(0, kBarRange);
    m_bar->setTextVisible(false);
    m_bar->setMinimumWidth(80);
    m_bar->setMaximumWidth(240);
    m_bar->setAccessibleName(tr("Progress of the run"));
    layout->addWidget(m_phase);
    layout->addWidget(m_bar, 1);
    m_steps = addCell(tr("steps"), tr("Agent steps of the run / in all"), 15);
    m_episodes = addCell(tr("episodes"), tr("Episodes that ended"), 7);
    m_success = addCell(tr("success"), tr("Of the last 200 episodes"), 5);
    m_return = addCell(tr("return"), tr("Mean of the last 200 episodes"), 6);
    m_speed = addCell(tr("steps/s"), tr("Agent steps a second, over the last second"), 6);
    m_elapsed = addCell(tr("elapsed"), tr("Wall time while running"), 6);
    m_eta = addCell(tr("left"), tr("Estimated wall time until the last step"), 6);
    layout->addStretch(0);
    setPhase(RunController::Phase::Idle);
    setProgress({});
}

QLabel *ProgressStrip::addCell(const QString &caption, const QString &help, int digits) {
    auto *value = new QLabel;
    value->setFont(numberFont(-1));
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setMinimumWidth(QFontMetrics(value->font()).horizontalAdvance('0') * digits);
    value->setToolTip(help);
    value->setAccessibleName(caption);
    auto *unit = new QLabel(caption);
    unit->setProperty("role", "muted");
    unit->setFont(uiFont(-1));
    unit->setToolTip(help);
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->addSpacing(space::kSmall);
    row->addWidget(value);
    row->addWidget(unit);
    return value;
}

void ProgressStrip::setPhase(RunController::Phase phase) {
    m_phase->setText(phaseName(phase));
}

void ProgressStrip::setProgress(const SessionProgress &p) {
    m_bar->setValue(p.maxSteps > 0 ? int(double(p.steps) * kBarRange / double(p.maxSteps)) : 0);
    const bool any = p.steps > 0;
    m_steps->setText(p.maxSteps > 0 ? groupedCount(p.steps) + " / " + shortCount(double(p.maxSteps))
                                    : "-");
    m_episodes->setText(any ? groupedCount(p.episodes) : "-");
    m_success->setText(p.episodes > 0 ? percentText(p.successRate) : "-");
    m_return->setText(p.episodes > 0 ? decimalText(p.meanReturn, 2) : "-");
    m_speed->setText(any ? shortCount(double(qRound64(p.stepsPerSecond))) : "-");
    m_elapsed->setText(any ? durationText(p.wallSeconds) : "-");
    m_eta->setText(durationText(p.etaSeconds));
}

} // namespace paddock
