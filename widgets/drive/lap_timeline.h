// A lap from its first row to its last: a cursor to move through it, and two handles around the
// part that is to be kept.
#pragma once

#include "widgets/theme/theme_manager.h"

#include <QWidget>

namespace paddock {

class LapTimeline : public QWidget {
    Q_OBJECT
  public:
    explicit LapTimeline(ThemeManager &themes, QWidget *parent = nullptr);

    void setRows(int rows); // cursor to the start, handles to the ends; 0: nothing to show
    int rows() const { return m_rows; }
    void setCursorRow(int row);
    int cursorRow() const { return m_cursor; }
    // The part between the handles: rows [first, last).
    int first() const { return m_first; }
    int last() const { return m_last; }
    void setPart(int first, int last); // at least kLeastRows rows
    bool whole() const { return m_first == 0 && m_last == m_rows; }

    static constexpr int kLeastRows = 2;

    QSize sizeHint() const override;
    QPointF firstHandle() const; // where to take them
    QPointF lastHandle() const;

  Q_SIGNALS:
    void cursorMoved(int row); // by hand
    void partChanged();

  protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

  private:
    enum class Grip { None, Cursor, First, Last };
    double xOf(int row) const;
    int rowAt(double x) const;
    QRectF groove() const;
    void moveGrip(double x);

    ThemeManager &m_themes;
    int m_rows = 0;
    int m_cursor = 0;
    int m_first = 0;
    int m_last = 0;
    Grip m_grip = Grip::None;
};

} // namespace paddock
