#include "widgets/drive/replay_box.h"

#include "widgets/drive/lap_thumbnail.h"
#include "widgets/drive/panel_rows.h"
#include "widgets/theme/number_text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace paddock {

LapPathView::LapPathView(ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_themes(themes) {
    setAccessibleName(tr("Way of the lap"));
    setMinimumHeight(96);
    connect(&themes, &ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void LapPathView::setLap(const LapEntry *lap) {
    m_lap = lap ? std::optional(*lap) : std::nullopt;
    setPart(0, 1, 0);
}

void LapPathView::setPart(double from, double to, double cursor) {
    m_from = from;
    m_to = to;
    m_cursor = cursor;
    update();
}

void LapPathView::paintEvent(QPaintEvent *) {
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.raised);
    const QRectF box = QRectF(rect()).adjusted(space::kMedium, 0, -space::kMedium, 0);
    painter.drawRoundedRect(box, 4, 4);
    if (!m_lap || m_lap->path.size() < 2) {
        painter.setPen(theme.muted);
        painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap,
                         m_lap ? tr("This lap was kept without its way")
                               : tr("Select a lap to look at it"));
        return;
    }
    LapPathLook look;
    look.line = theme.accent;
    look.faint = theme.line;
    look.width = 2.5;
    look.from = m_from;
    look.to = m_to;
    look.cursor = m_cursor;
    look.dot = theme.text;
    drawLapPath(painter, m_lap->path, box.adjusted(4, 4, -4, -4), look);
}

ReplayBox::ReplayBox(StudioActions &actions, LapReplay &replay, ThemeManager &themes,
                     QWidget *parent)
    : QWidget(parent), m_replay(replay) {
    m_path = new LapPathView(themes);
    m_timeline = new LapTimeline(themes);
    m_time = new QLabel;
    m_time->setFont(numberFont());
    m_part = new QLabel;
    m_part->setProperty("role", "muted");
    m_part->setFont(uiFont(-1));
    m_part->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_part->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    buttons->setSpacing(space::kTiny);
    for (QAction *action : {actions.replayBack, actions.replayLap, actions.replayForward})
        buttons->addWidget(actionButton(action));
    buttons->addWidget(m_time);
    buttons->addWidget(m_part, 1);
    buttons->addWidget(actionButton(actions.trimLap, true));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kSmall, 0, space::kSmall);
    layout->setSpacing(space::kTiny);
    layout->addWidget(m_path, 1);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(space::kTiny, 0, space::kTiny, 0);
    line->addWidget(m_timeline);
    layout->addLayout(line);
    layout->addLayout(buttons);
    connect(m_timeline, &LapTimeline::cursorMoved, &replay, [&replay](int row) {
        if (replay.playing())
            replay.pause();
        replay.seek(row);
    });
    connect(m_timeline, &LapTimeline::partChanged, this, &ReplayBox::showPosition);
    connect(&replay, &LapReplay::moved, this, [this](int row) {
        m_timeline->setCursorRow(row);
        showPosition();
    });
    setLap(nullptr, m_period);
}

void ReplayBox::setLap(const LapEntry *lap, double period) {
    m_period = period > 0 ? period : m_period;
    m_path->setLap(lap);
    m_timeline->setRows(lap ? int(lap->rows) : 0);
    showPosition();
}

void ReplayBox::showPosition() {
    const double rows = std::max(m_timeline->rows(), 1);
    m_path->setPart(m_timeline->first() / rows, m_timeline->last() / rows,
                    m_timeline->cursorRow() / rows);
    m_time->setText(tr("%1 s").arg(decimalText(m_timeline->cursorRow() * m_period, 2)));
    const int part = m_timeline->last() - m_timeline->first();
    m_part->setText(m_timeline->whole() ? QString()
                                        : tr("keeps %1 s").arg(decimalText(part * m_period, 2)));
}

} // namespace paddock
