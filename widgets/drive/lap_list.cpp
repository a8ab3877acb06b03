#include "widgets/drive/lap_list.h"

#include "widgets/drive/lap_thumbnail.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/number_text.h"

#include <QKeyEvent>
#include <QPainter>

namespace paddock {

namespace {

constexpr int kRowHeight = 64; // px
constexpr int kPicture = 56;   // px
constexpr int kIcon = 16;      // px

QString lapTitle(const LapEntry &lap) {
    return LapList::tr("Lap %1").arg(lap.chunk + 1);
}

QString lapTime(const LapEntry &lap) {
    return LapList::tr("%1 s").arg(decimalText(lap.lapTime > 0 ? lap.lapTime : lap.seconds, 2));
}

QString lapFigures(const LapEntry &lap) {
    return LapList::tr("return %1 · %2 rows")
        .arg(decimalText(lap.totalReward, 2), groupedCount(qint64(lap.rows)));
}

} // namespace

LapModel::LapModel(LapShelf &shelf, QObject *parent) : QAbstractListModel(parent), m_shelf(shelf) {
    connect(&shelf, &LapShelf::changed, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int LapModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_shelf.laps().size());
}

QVariant LapModel::data(const QModelIndex &index, int role) const {
    const LapEntry &entry = lap(index.row());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    return QStringList{lapTitle(entry), verdictText(entry.verdict), lapTime(entry),
                       lapFigures(entry)}
        .join(", ");
}

LapDelegate::LapDelegate(const LapModel &model, ThemeManager &themes, QObject *parent)
    : QStyledItemDelegate(parent), m_model(model), m_themes(themes) {}

QSize LapDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const {
    return {kPicture * 4, kRowHeight};
}

void LapDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const {
    const LapEntry &lap = m_model.lap(index.row());
    const Theme &theme = m_themes.theme();
    painter->save();
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, theme.raised);
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), theme.accent);
    }
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), theme.line);
    const QRect picture(row.left() + space::kSmall, row.top() + (row.height() - kPicture) / 2,
                        kPicture, kPicture);
    LapPathLook look;
    look.line = verdictColor(lap.verdict, theme);
    drawLapPath(*painter, lap.path, picture, look);

    QRect words(picture.right() + space::kMedium, row.top() + space::kSmall, 0, kRowHeight / 2 - 8);
    words.setRight(row.right() - space::kMedium);
    painter->setPen(theme.text);
    painter->setFont(uiFont(0, true));
    painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter, lapTitle(lap));
    painter->setFont(numberFont(1));
    painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, lapTime(lap));
    QRect below = words.translated(0, words.height());
    painter->drawPixmap(below.left(), below.top() + (below.height() - kIcon) / 2,
                        themedPixmap(verdictIcon(lap.verdict), look.line, kIcon,
                                     painter->device()->devicePixelRatioF()));
    painter->setFont(uiFont(-1));
    painter->setPen(look.line);
    painter->drawText(below.adjusted(kIcon + space::kTiny, 0, 0, 0),
                      Qt::AlignLeft | Qt::AlignVCenter, verdictText(lap.verdict));
    painter->setPen(theme.muted);
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, lapFigures(lap));
    painter->restore();
}

LapList::LapList(LapShelf &shelf, ThemeManager &themes, QWidget *parent)
    : QListView(parent), m_shelf(shelf) {
    m_model = new LapModel(shelf, this);
    setModel(m_model);
    setItemDelegate(new LapDelegate(*m_model, themes, this));
    setAccessibleName(tr("Laps"));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&themes, &ThemeManager::changed, viewport(), qOverload<>(&QWidget::update));
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                if (!now.isValid())
                    return; // while the model is filled anew
                m_selected = m_model->lap(now.row()).chunk;
                Q_EMIT selectionMoved();
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, &LapList::keepSelection);
}

std::optional<std::size_t> LapList::selected() const {
    return m_selected && m_shelf.find(*m_selected) ? m_selected : std::nullopt;
}

void LapList::select(std::size_t chunk) {
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->lap(row).chunk == chunk) {
            setCurrentIndex(m_model->index(row, 0));
            scrollTo(m_model->index(row, 0));
        }
}

// The same lap where it is still there, else the newest.
void LapList::keepSelection() {
    const bool gone = m_selected && !m_shelf.find(*m_selected);
    if (gone || !m_selected)
        m_selected =
            m_shelf.laps().empty() ? std::nullopt : std::optional(m_shelf.laps().back().chunk);
    if (m_selected)
        select(*m_selected);
    Q_EMIT selectionMoved();
}

void LapList::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Delete && selected())
        Q_EMIT deleteWanted();
    else
        QListView::keyPressEvent(event);
}

void LapList::paintEvent(QPaintEvent *event) {
    QListView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("No laps yet.\n\nStart driving, then press R: after a countdown everything "
                        "that you drive is kept lap by lap, with its verdict."));
}

} // namespace paddock
