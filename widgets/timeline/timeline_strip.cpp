#include "widgets/timeline/timeline_strip.h"

#include "widgets/drive/panel_rows.h"
#include "widgets/theme/icons.h"

#include <QHBoxLayout>

namespace paddock {

namespace {
constexpr int kWhereWidth = 116; // px, so that the line does not move with the numbers
} // namespace

TimelineStrip::TimelineStrip(StudioActions &actions, ThemeManager &themes, QWidget *parent)
    : QWidget(parent) {
    setAutoFillBackground(true);
    m_bar = new TimelineBar(themes);
    m_where = new QLabel;
    m_where->setFont(numberFont());
    m_where->setFixedWidth(kWhereWidth);
    m_where->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_where->setAccessibleName(tr("Place on the time line"));
    m_speed = new QComboBox;
    m_speed->setAccessibleName(tr("Speed of playing"));
    m_speed->setToolTip(tr("How fast recordings play"));
    fillSpeeds();
    m_menu = new QMenu(this);
    m_recordings = new QToolButton;
    auto *open = new QAction(tr("Recordings"), m_recordings);
    open->setToolTip(tr("Recordings of this run, and what can be done with the one shown"));
    setIconName(open, "overlay-more");
    m_recordings->setDefaultAction(open);
    m_recordings->setPopupMode(QToolButton::InstantPopup);
    m_recordings->setStyleSheet("QToolButton::menu-indicator { image: none; }");
    m_recordings->setMenu(m_menu);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kSmall, 0, space::kSmall, 0);
    layout->setSpacing(space::kTiny);
    for (QAction *action : {actions.stepBack, actions.playPast, actions.step})
        layout->addWidget(actionButton(action));
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_where);
    layout->addWidget(m_speed);
    layout->addWidget(actionButton(actions.goLive, true));
    layout->addWidget(actionButton(actions.keepEpisode));
    layout->addWidget(m_recordings);
}

void TimelineStrip::fillSpeeds() {
    for (const double times : {0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0})
        m_speed->addItem(QString::number(times) + "x", times);
    m_speed->setCurrentIndex(m_speed->findData(1.0));
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT speedChanged(speed()); });
}

void TimelineStrip::setWhere(const QString &text, const QString &help) {
    m_where->setText(text);
    m_where->setToolTip(help);
}

double TimelineStrip::speed() const {
    return m_speed->currentData().toDouble();
}

} // namespace paddock
