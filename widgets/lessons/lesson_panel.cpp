#include "widgets/lessons/lesson_panel.h"

#include "widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace paddock {

namespace {
constexpr int kWidth = 304;  // px
constexpr int kTick = 16;    // px
constexpr int kTickGap = 10; // px, at most
} // namespace

// One mark for each step: done, present, to come.
class LessonTicks : public QWidget {
  public:
    LessonTicks(LessonPlayer &player, ThemeManager &themes) : m_player(player), m_themes(themes) {
        setFixedHeight(kTick + 4);
        setAccessibleName(LessonPanel::tr("Steps of the lesson"));
    }

  protected:
    void paintEvent(QPaintEvent *) override {
        if (!m_player.active())
            return;
        const Theme &theme = m_themes.theme();
        const int n = int(m_player.lesson().steps.size());
        const double pitch = std::min<double>(kTick + kTickGap, double(width() - kTick) / n);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        for (int i = 0; i < n; ++i) {
            const QRectF dot(1 + i * pitch, 2, kTick - 2, kTick - 2);
            const bool done = m_player.done(i), here = i == m_player.current();
            painter.setPen(QPen(here   ? theme.accent
                                : done ? theme.good
                                       : theme.muted,
                                here ? 2 : 1.2));
            painter.setBrush(done ? theme.good : theme.panel);
            painter.drawEllipse(dot);
            if (done)
                drawTick(painter, dot, theme.panel);
        }
    }

  private:
    static void drawTick(QPainter &painter, const QRectF &dot, const QColor &color) {
        const auto at = [&dot](double x, double y) {
            return dot.topLeft() + QPointF(x * dot.width(), y * dot.height());
        };
        painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF tick[] = {at(0.28, 0.52), at(0.44, 0.68), at(0.72, 0.34)};
        painter.drawPolyline(tick, 3);
    }

    LessonPlayer &m_player;
    ThemeManager &m_themes;
};

LessonPanel::LessonPanel(LessonPlayer &player, ThemeManager &themes, QWidget *parent)
    : QFrame(parent), m_player(player), m_themes(themes) {
    setObjectName("lessonPanel");
    setFixedWidth(kWidth);
    m_ticks = new LessonTicks(player, themes);
    m_step = new QLabel;
    m_step->setFont(uiFont(2, true));
    m_step->setWordWrap(true);
    m_words = new QLabel;
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::MarkdownText);
    m_words->setAlignment(Qt::AlignTop);
    m_done = new QFrame;
    m_done->setObjectName("banner");
    m_doneIcon = new QLabel;
    m_doneIcon->setFixedSize(20, 20);
    m_state = new QLabel;
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::MarkdownText);
    auto *done = new QHBoxLayout(m_done);
    done->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    done->addWidget(m_doneIcon, 0, Qt::AlignTop);
    done->addWidget(m_state, 1);
    auto *text = new QWidget;
    auto *body = new QVBoxLayout(text);
    body->setContentsMargins(space::kLarge, 0, space::kLarge, space::kSmall);
    body->setSpacing(space::kMedium);
    body->addWidget(m_step);
    body->addWidget(m_words);
    body->addWidget(m_done);
    body->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kMedium);
    layout->addWidget(buildHead());
    layout->addWidget(scroll, 1);
    layout->addWidget(buildButtons());
    hide();
    connect(&player, &LessonPlayer::changed, this, &LessonPanel::refresh);
    connect(&player, &LessonPlayer::activeChanged, this, &LessonPanel::refresh);
    connect(&themes, &ThemeManager::changed, this, &LessonPanel::refresh);
}

QWidget *LessonPanel::buildHead() {
    auto *head = new QWidget;
    m_title = new QLabel;
    m_title->setFont(uiFont(0, true));
    m_title->setWordWrap(true);
    m_leave = new QToolButton;
    m_leave->setText("×");
    m_leave->setFixedSize(24, 24);
    m_leave->setToolTip(tr("Leave the lesson; document and run stay as they are"));
    m_leave->setAccessibleName(tr("Leave the lesson"));
    connect(m_leave, &QToolButton::clicked, &m_player, &LessonPlayer::leave);
    auto *line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(m_leave, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(space::kLarge, space::kMedium, space::kSmall, 0);
    layout->addLayout(line);
    layout->addWidget(m_ticks);
    return head;
}

QWidget *LessonPanel::buildButtons() {
    auto *foot = new QWidget;
    m_show = new QPushButton(tr("Show me"));
    m_back = new QPushButton(tr("Back"));
    m_next = new QPushButton(tr("Next"));
    m_show->setToolTip(tr("Point at what this step is about"));
    connect(m_show, &QPushButton::clicked, this,
            [this] { Q_EMIT showWanted(m_player.step().show); });
    connect(m_back, &QPushButton::clicked, &m_player, &LessonPlayer::back);
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_player.last())
            m_player.leave();
        else
            m_player.next();
    });
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(space::kLarge, 0, space::kLarge, space::kLarge);
    layout->addWidget(m_show);
    layout->addStretch(1);
    layout->addWidget(m_back);
    layout->addWidget(m_next);
    return foot;
}

void LessonPanel::refresh() {
    setVisible(m_player.active());
    if (!m_player.active())
        return;
    const Theme &theme = m_themes.theme();
    const LessonStep &step = m_player.step();
    const int current = m_player.current();
    const bool done = m_player.done(current);
    m_title->setText(m_player.lesson().title);
    m_step->setText(step.title);
    if (m_words->text() != step.words)
        m_words->setText(step.words);
    const QString reading = m_player.reading();
    const bool says = done ? !step.then.isEmpty() || !step.until.isEmpty() : !reading.isEmpty();
    m_done->setVisible(says);
    const QString state = !done ? reading : step.then.isEmpty() ? tr("Done.") : step.then;
    if (m_state->text() != state)
        m_state->setText(state);
    m_doneIcon->setPixmap(done ? themedPixmap("keep", theme.good, 20, devicePixelRatioF())
                               : themedPixmap("clock", theme.muted, 20, devicePixelRatioF()));
    m_show->setVisible(!step.show.isEmpty());
    m_back->setEnabled(current > 0);
    m_next->setText(m_player.last()                ? tr("Finish")
                    : done || step.until.isEmpty() ? tr("Next")
                                                   : tr("Skip"));
    m_next->setDefault(done || step.until.isEmpty());
    m_ticks->setToolTip(tr("Step %1 of %2").arg(current + 1).arg(m_player.lesson().steps.size()));
    m_ticks->update();
}

} // namespace paddock
