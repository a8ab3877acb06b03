#include "widgets/timeline/timeline_strip.h"

#include "widgets/drive/panel_rows.h"
#include "widgets/theme/icons.h"

#include <QHBoxLayout>

namespace paddock {

namespace {
constexpr int kWhereWidth = 116; // px, so that the line does not move with the numbers
constexpr int kWordsWidth = 960; // px, from which on buttons have words
constexpr int kLeastWidth = 400; // px
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
    m_recordings->setText(tr("Recordings"));
    m_recordings->setAccessibleName(m_recordings->text());
    m_recordings->setIconSize({20, 20});
    m_recordings->setToolTip(tr("Recordings of this run, and what can be done with the one shown"));
    m_recordings->setPopupMode(QToolButton::InstantPopup);
    m_recordings->setMenu(m_menu);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kSmall, 0, space::kSmall, 0);
    layout->setSpacing(space::kTiny);
    for (QAction *action : {actions.stepBack, actions.playPast, actions.step})
        layout->addWidget(actionButton(action));
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_where);
    layout->addWidget(m_speed);
    m_worded = {actionButton(actions.goLive, true), actionButton(actions.keepEpisode, true),
                m_recordings};
    for (QToolButton *button : m_worded)
        layout->addWidget(button);
    setWhere({});
    setMinimumWidth(kLeastWidth); // without the words
    const auto wear = [this, &themes] {
        m_recordings->setIcon(themedIcon("film", themes.theme()));
    };
    connect(&themes, &ThemeManager::changed, this, wear);
    wear();
}

void TimelineStrip::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    const auto style =
        width() < kWordsWidth ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    for (QToolButton *button : m_worded)
        button->setToolButtonStyle(style);
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
    m_where->setVisible(!text.isEmpty()); // the hint for beginners has its room
}

double TimelineStrip::speed() const {
    return m_speed->currentData().toDouble();
}

} // namespace paddock
