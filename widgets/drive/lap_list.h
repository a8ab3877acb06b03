// The laps of a file as a list: the way as a small picture, verdict in words and as an icon, time,
// return, rows.
#pragma once

#include "widgets/drive/lap_shelf.h"
#include "widgets/theme/theme_manager.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

#include <optional>

namespace paddock {

class LapModel : public QAbstractListModel {
    Q_OBJECT
  public:
    explicit LapModel(LapShelf &shelf, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; // a lap as one sentence
    const LapEntry &lap(int row) const { return m_shelf.laps()[std::size_t(row)]; }

  private:
    LapShelf &m_shelf;
};

class LapDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    LapDelegate(const LapModel &model, ThemeManager &themes, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

  private:
    const LapModel &m_model;
    ThemeManager &m_themes;
};

class LapList : public QListView {
    Q_OBJECT
  public:
    LapList(LapShelf &shelf, ThemeManager &themes, QWidget *parent = nullptr);

    std::optional<std::size_t> selected() const; // chunk
    void select(std::size_t chunk);

  Q_SIGNALS:
    void selectionMoved();
    void deleteWanted(); // Del in the list

  protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

  private:
    void keepSelection();

    LapShelf &m_shelf;
    LapModel *m_model = nullptr;
    std::optional<std::size_t> m_selected;
};

} // namespace paddock
