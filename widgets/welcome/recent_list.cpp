#include "widgets/welcome/recent_list.h"

#include "widgets/welcome/card_button.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>

namespace paddock {

// Name over folder, with a small picture.
class RecentRow : public CardButton {
  public:
    RecentRow(ThemeManager &themes, const QString &file) : CardButton(themes), m_file(file) {
        setText(QFileInfo(file).fileName());
        setAccessibleName(text());
        setToolTip(file);
    }
    void setCard(const DocumentCard &card) {
        m_picture = card.picture;
        m_problem = card.problem;
        setToolTip(m_problem.isEmpty() ? m_file : m_file + "\n\n" + m_problem);
        setAccessibleDescription(m_problem);
        update();
    }
    QSize sizeHint() const override {
        return {220, QFontMetrics(uiFont()).lineSpacing() + QFontMetrics(uiFont(-1)).lineSpacing() +
                         2 * space::kSmall + 2};
    }

  protected:
    void paintContent(QPainter &painter, const QRectF &inside) override {
        const QRectF picture(inside.topLeft(), QSizeF(inside.height() * 16 / 9, inside.height()));
        if (m_picture.isNull())
            painter.fillRect(picture, theme().raised);
        else
            painter.drawImage(picture, m_picture);
        const bool gone = !m_problem.isEmpty();
        QRectF box = inside.adjusted(picture.width() + space::kMedium, space::kSmall,
                                     -space::kSmall, -space::kSmall / 2);
        QFont name = uiFont();
        name.setStrikeOut(gone);
        const qreal high = QFontMetricsF(name).lineSpacing();
        drawWrapped(painter, {box.topLeft(), QSizeF(box.width(), high)}, text(), name,
                    gone ? theme().muted : theme().text);
        box.setTop(box.top() + high);
        drawWrapped(painter, box, gone ? m_problem : folder(), uiFont(-1),
                    gone ? theme().warn : theme().muted);
    }

  private:
    QString folder() const {
        const QString path = QFileInfo(m_file).absolutePath();
        return path.startsWith(QDir::homePath() + '/') ? "~" + path.mid(QDir::homePath().size())
                                                       : path;
    }
    QString m_file, m_problem;
    QImage m_picture;
};

RecentList::RecentList(Settings &settings, ThemeManager &themes, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_themes(themes) {
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(space::kSmall);
    refresh();
}

QStringList RecentList::files() const {
    QStringList out;
    for (const Entry &entry : m_entries)
        out << entry.file;
    return out;
}

void RecentList::refresh() {
    m_entries.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide(); // it may be the one that is being clicked
            widget->deleteLater();
        }
        delete item;
    }
    for (const QString &file : m_settings.recentEntries())
        add(file);
    if (m_entries.isEmpty()) {
        auto *nothing = new QLabel(tr("Documents that you open will be listed here."));
        nothing->setWordWrap(true);
        nothing->setProperty("role", "muted");
        m_layout->addWidget(nothing);
    }
}

void RecentList::add(const QString &file) {
    auto *line = new QWidget;
    auto *row = new RecentRow(m_themes, file);
    auto *remove = new QToolButton;
    remove->setText("×");
    remove->setFixedSize(24, 24);
    remove->setToolTip(tr("Take %1 off this list; the file stays").arg(QFileInfo(file).fileName()));
    remove->setAccessibleName(tr("Take %1 off the list").arg(QFileInfo(file).fileName()));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kTiny);
    layout->addWidget(row, 1);
    layout->addWidget(remove);
    connect(row, &QAbstractButton::clicked, this, [this, file] { Q_EMIT openWanted(file); });
    connect(remove, &QToolButton::clicked, this, [this, file] {
        m_settings.removeRecentFile(file);
        for (qsizetype i = 0; i < m_entries.size(); ++i)
            if (m_entries[i].file == file) {
                m_entries[i].row->parentWidget()->hide();
                m_entries[i].row->parentWidget()->deleteLater();
                m_entries.removeAt(i);
                break;
            }
    });
    m_layout->addWidget(line);
    m_entries << Entry{file, row, remove};
}

void RecentList::setCard(const DocumentCard &card) {
    for (const Entry &entry : m_entries)
        if (entry.file == card.file)
            entry.row->setCard(card);
}

QAbstractButton *RecentList::row(const QString &file) const {
    for (const Entry &entry : m_entries)
        if (entry.file == file)
            return entry.row;
    return nullptr;
}

QToolButton *RecentList::removeButton(const QString &file) const {
    for (const Entry &entry : m_entries)
        if (entry.file == file)
            return entry.remove;
    return nullptr;
}

} // namespace paddock
