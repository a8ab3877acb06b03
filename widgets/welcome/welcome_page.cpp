#include "widgets/welcome/welcome_page.h"

#include "widgets/lessons/lesson.h"
#include "widgets/theme/icons.h"
#include "widgets/welcome/tile_flow.h"

#include <QFileInfo>
#include <QIcon>
#include <QPushButton>
#include <QScrollBar>

#include <algorithm>

namespace paddock {

namespace {

constexpr const char *kAtStartKey = "welcome/at_start";
constexpr int kWidest = 1320;    // px of content
constexpr int kTwoColumns = 900; // px from which the recent documents stand beside the rest
constexpr int kSide = 320;       // px
constexpr int kLogo = 56;        // px
constexpr int kSection = 32;     // px between parts of the page

} // namespace

bool WelcomePage::wantedAtStart(const Settings &settings) {
    return settings.value(kAtStartKey, true).toBool();
}

WelcomePage::WelcomePage(StudioActions &actions, Settings &settings, ThemeManager &themes,
                         QWidget *parent)
    : QScrollArea(parent), m_actions(actions), m_settings(settings), m_themes(themes),
      m_folder(shippedScenarios()) {
    setObjectName("welcome");
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget;
    body->setObjectName("welcomeBody");
    auto *middle = new QWidget;
    middle->setMaximumWidth(kWidest);
    auto *content = new QVBoxLayout(middle);
    content->setContentsMargins(kSection, kSection, kSection, kSection);
    content->setSpacing(space::kHuge);
    content->addWidget(buildHead());
    content->addWidget(buildNotice());
    content->addWidget(buildActions());
    content->addWidget(buildLessons());
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(kSection);
    m_columns->addWidget(buildGallery(), 1);
    m_columns->addWidget(buildRecent(), 0, Qt::AlignTop);
    content->addLayout(m_columns);
    content->addStretch(1);
    auto *centred = new QHBoxLayout(body);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->addStretch(1);
    centred->addWidget(middle, 1000);
    centred->addStretch(1);
    setWidget(body);
    setFocusProxy(m_train);
    connect(&m_shelf, &DocumentShelf::ready, this, &WelcomePage::showCard);
    connect(&themes, &ThemeManager::changed, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *WelcomePage::buildHead() {
    auto *head = new QWidget;
    auto *logo = new QLabel;
    logo->setPixmap(QIcon(":/paddock/paddock.svg").pixmap(QSize(kLogo, kLogo)));
    auto *title = new QLabel(tr("Paddock"));
    title->setFont(uiFont(12, true));
    auto *line =
        new QLabel(tr("Watch cars learn to drive, drive with them, judge what they learnt."));
    line->setFont(uiFont(1));
    line->setProperty("role", "muted");
    line->setWordWrap(true);
    m_atStart = new QCheckBox(tr("Show at start"));
    m_atStart->setToolTip(tr("Begin here when the program is started without a document"));
    m_atStart->setChecked(wantedAtStart(m_settings));
    connect(m_atStart, &QCheckBox::toggled, this,
            [this](bool on) { m_settings.setValue(kAtStartKey, on); });
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(title);
    words->addWidget(line);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kLarge);
    layout->addWidget(logo, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_atStart, 0, Qt::AlignTop);
    return head;
}

QWidget *WelcomePage::buildNotice() {
    auto *notice = new QFrame;
    notice->setObjectName("banner");
    m_noticeText = new QLabel;
    m_noticeText->setWordWrap(true);
    auto *back = new QPushButton(tr("Go to the run"));
    connect(back, &QPushButton::clicked, this, &WelcomePage::runWanted);
    auto *layout = new QHBoxLayout(notice);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
    layout->addWidget(m_noticeText, 1);
    layout->addWidget(back);
    notice->hide();
    m_notice = notice;
    return notice;
}

void WelcomePage::showNotice(const QString &text) {
    m_noticeText->setText(text);
    m_notice->setVisible(!text.isEmpty());
    verticalScrollBar()->setValue(0);
}

QString WelcomePage::notice() const {
    return m_noticeText->text();
}

QString WelcomePage::shipped(const QString &name) const {
    const QString file = m_folder + "/" + name;
    return !m_folder.isEmpty() && QFileInfo::exists(file) ? file : QString();
}

QWidget *WelcomePage::buildActions() {
    auto *holder = new QWidget;
    const QString race = shipped("racing_tuned.json");
    QAction *judge = m_actions.modeAction(StudioMode::Evaluate);
    const int cards = 2 + (race.isEmpty() ? 0 : 1) + (judge ? 1 : 0);
    auto *flow = new TileFlow(232, space::kLarge, cards, holder);
    m_train = new ActionCard(m_themes, "play", tr("Train in 30 seconds"),
                             tr("A hundred cars learn to cross an intersection while you watch."));
    m_train->setPrimary(true);
    connect(m_train, &QAbstractButton::clicked, this,
            [this] { Q_EMIT trainWanted(shipped("intersection_tuned.json")); });
    flow->addWidget(m_train);
    m_drive = new ActionCard(m_themes, "mode-drive", tr("Drive a lap"),
                             tr("Take the wheel with keys, a gamepad or a steering wheel."));
    connect(m_drive, &QAbstractButton::clicked, this, [this, race] { Q_EMIT driveWanted(race); });
    flow->addWidget(m_drive);
    m_drive->setVisible(!race.isEmpty());
    if (judge) {
        auto *card = new ActionCard(m_themes, "mode-evaluate", tr("Judge a policy"),
                                    tr("Let drivers meet the same starts and compare them."));
        connect(card, &QAbstractButton::clicked, judge, &QAction::trigger);
        flow->addWidget(card);
    }
    auto *open = new ActionCard(m_themes, "file-open", tr("Open a document"),
                                tr("Or drop a scenario, a run or a map on this window."));
    connect(open, &QAbstractButton::clicked, m_actions.open, &QAction::trigger);
    flow->addWidget(open);
    return holder;
}

QWidget *WelcomePage::heading(const QString &text, QWidget *beside) {
    auto *line = new QWidget;
    auto *label = new QLabel(text);
    label->setFont(uiFont(3, true));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label, 1);
    if (beside)
        layout->addWidget(beside);
    line->setMinimumHeight(32);
    return line;
}

QWidget *WelcomePage::buildLessons() {
    auto *part = new QWidget;
    auto *cards = new QWidget;
    const QList<Lesson> lessons = loadLessons(m_folder + "/lessons");
    auto *flow = new TileFlow(280, space::kLarge, std::max(1, int(lessons.size())), cards);
    for (const Lesson &lesson : lessons) {
        const QString minutes =
            lesson.minutes > 0 ? tr(" About %1 minutes.").arg(int(lesson.minutes)) : QString();
        auto *card = new ActionCard(m_themes, "lesson", lesson.title, lesson.summary + minutes);
        const QString file = lesson.file;
        connect(card, &QAbstractButton::clicked, this, [this, file] { Q_EMIT lessonWanted(file); });
        flow->addWidget(card);
        m_lessons << card;
    }
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kMedium);
    layout->addWidget(heading(tr("Lessons")));
    layout->addWidget(cards);
    part->setVisible(!m_lessons.isEmpty());
    return part;
}

void WelcomePage::showLessons() {
    if (m_lessons.isEmpty())
        return;
    ensureWidgetVisible(m_lessons.front(), 0, kSection * 2);
    m_lessons.front()->setFocus();
}

QWidget *WelcomePage::buildGallery() {
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("Search scenarios"));
    m_search->setAccessibleName(tr("Search scenarios"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(220);
    connect(m_search, &QLineEdit::textChanged, this, &WelcomePage::filter);
    auto *grid = new QWidget;
    auto *flow = new TileFlow(220, space::kLarge, 4, grid);
    for (const QString &file : shippedDocuments(m_folder)) {
        auto *tile = new DocumentTile(m_themes, file);
        connect(tile, &QAbstractButton::clicked, this, [this, file] { Q_EMIT openWanted(file); });
        flow->addWidget(tile);
        m_tiles << tile;
    }
    m_nothing = new QLabel(
        m_tiles.isEmpty() ? tr("The folder “scenarios” that comes with the program is missing.")
                          : tr("No scenario has these words in its name or description."));
    m_nothing->setProperty("role", "muted");
    m_nothing->setWordWrap(true);
    m_nothing->setVisible(m_tiles.isEmpty());
    auto *part = new QWidget;
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kMedium);
    layout->addWidget(heading(tr("Scenarios"), m_search));
    layout->addWidget(m_nothing);
    layout->addWidget(grid);
    layout->addStretch(1);
    return part;
}

QWidget *WelcomePage::buildRecent() {
    m_side = new QWidget;
    m_recent = new RecentList(m_settings, m_themes);
    connect(m_recent, &RecentList::openWanted, this, &WelcomePage::openWanted);
    auto *layout = new QVBoxLayout(m_side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kMedium);
    layout->addWidget(heading(tr("Recent")));
    layout->addWidget(m_recent);
    layout->addStretch(1);
    return m_side;
}

void WelcomePage::refresh() {
    m_recent->refresh();
    QStringList files;
    for (const DocumentTile *tile : m_tiles)
        files << tile->card().file;
    for (const QString &file : m_recent->files())
        if (!files.contains(file))
            files << file;
    m_shelf.ask(files, DocumentTile::pictureSize() * devicePixelRatioF(),
                sceneTheme(m_themes.theme()));
}

void WelcomePage::showCard(const DocumentCard &card) {
    for (DocumentTile *tile : m_tiles)
        if (tile->card().file == card.file)
            tile->setCard(card);
    m_recent->setCard(card);
}

void WelcomePage::filter(const QString &words) {
    bool any = false;
    for (DocumentTile *tile : m_tiles) {
        tile->setVisible(tile->matches(words));
        any = any || tile->matches(words);
    }
    m_nothing->setVisible(!any);
}

// Too narrow for two columns, the recent documents go below the others.
void WelcomePage::resizeEvent(QResizeEvent *event) {
    const bool wide = viewport()->width() >= kTwoColumns;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setAlignment(m_side, wide ? Qt::AlignTop : Qt::Alignment());
    m_side->setMinimumWidth(wide ? kSide : 0);
    m_side->setMaximumWidth(wide ? kSide : QWIDGETSIZE_MAX);
    QScrollArea::resizeEvent(event);
}

} // namespace paddock
