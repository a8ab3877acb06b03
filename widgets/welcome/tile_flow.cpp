#include "widgets/welcome/tile_flow.h"

#include <algorithm>

namespace paddock {

TileFlow::TileFlow(int least, int gap, int most, QWidget *parent)
    : QLayout(parent), m_least(least), m_gap(gap), m_most(most) {
    setContentsMargins(0, 0, 0, 0);
}

TileFlow::~TileFlow() {
    qDeleteAll(m_items);
}

QLayoutItem *TileFlow::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int TileFlow::columns(int width) const {
    return std::clamp((width + m_gap) / (m_least + m_gap), 1, m_most);
}

int TileFlow::tileWidth(int width) const {
    const int n = columns(width);
    return (width - (n - 1) * m_gap) / n;
}

// Hidden tiles take no place; a row is as high as its highest tile.
QList<TileFlow::Row> TileFlow::rows(int width) const {
    QList<Row> out;
    const int tile = tileWidth(width), n = columns(width);
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        if (out.isEmpty() || out.back().items.size() == n)
            out << Row{};
        const int high =
            item->hasHeightForWidth() ? item->heightForWidth(tile) : item->sizeHint().height();
        out.back().items << item;
        out.back().height = std::max(out.back().height, high);
    }
    return out;
}

int TileFlow::heightForWidth(int width) const {
    int high = 0;
    for (const Row &row : rows(width))
        high += row.height + m_gap;
    return std::max(0, high - m_gap);
}

QSize TileFlow::sizeHint() const {
    return {m_least, heightForWidth(m_least)};
}

QSize TileFlow::minimumSize() const {
    return {m_least / 2, 0};
}

void TileFlow::setGeometry(const QRect &box) {
    QLayout::setGeometry(box);
    const int tile = tileWidth(box.width());
    int y = box.top();
    for (const Row &row : rows(box.width())) {
        int x = box.left();
        for (QLayoutItem *item : row.items) {
            item->setGeometry({x, y, tile, row.height});
            x += tile + m_gap;
        }
        y += row.height + m_gap;
    }
}

} // namespace paddock
