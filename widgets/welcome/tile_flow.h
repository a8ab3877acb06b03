// Tiles of equal size in as many columns as there is room for, row after row.
#pragma once

#include <QLayout>
#include <QList>

namespace paddock {

class TileFlow : public QLayout {
  public:
    // Tiles are `least` px wide or a little more, at most `most` of them in a row.
    TileFlow(int least, int gap, int most = 12, QWidget *parent = nullptr);
    ~TileFlow() override;

    void addItem(QLayoutItem *item) override { m_items << item; }
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &box) override;

    int columns(int width) const;

  private:
    struct Row {
        QList<QLayoutItem *> items;
        int height = 0;
    };
    QList<Row> rows(int width) const;
    int tileWidth(int width) const;

    int m_least, m_gap, m_most;
    QList<QLayoutItem *> m_items;
};

} // namespace paddock
