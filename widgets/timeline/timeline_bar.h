// The frames of a recording from left to right: a cursor to drag, what happened as marks in the
// agents' colours and shapes, and the return of the agent that is looked at behind them.
#pragma once

#include "core/run/recording_events.h"
#include "widgets/theme/theme_manager.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace paddock {

class TimelineBar : public QWidget {
    Q_OBJECT
  public:
    explicit TimelineBar(ThemeManager &themes, QWidget *parent = nullptr);

    // A mark to click; `lane` 0 above the line, 1 below it.
    struct Mark {
        RecordedEvent event;
        QString text;
        int lane = 0;
    };
    void setFrames(int frames, std::vector<Mark> marks); // 0 frames: nothing to look back at
    void setHint(const QString &words);                  // while there are no frames
    void setCurve(std::vector<float> values, const QColor &colour); // [frames]
    void setCursorFrame(int frame);
    void setParting(int frame, const QString &text); // where two ways part; -1: nowhere
    int frames() const { return m_frames; }
    int cursorFrame() const { return m_cursor; }
    const std::vector<Mark> &marks() const { return m_marks; }
    const Mark *markAt(QPointF pixel) const; // null: none
    double xOf(int frame) const;

    QSize sizeHint() const override { return {320, 44}; }
    QSize minimumSizeHint() const override { return {120, 44}; }

  Q_SIGNALS:
    void cursorMoved(int frame);      // by hand
    void pastWanted(double fraction); // touched while there are no frames

  protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

  private:
    QRectF groove() const;
    int frameAt(double x) const;
    double laneY(int lane) const;
    void moveCursor(int frame);
    void drawCurve(QPainter &painter) const;
    void drawMarks(QPainter &painter) const;
    void drawParting(QPainter &painter) const;

    ThemeManager &m_themes;
    int m_frames = 0;
    int m_cursor = 0;
    int m_parting = -1;
    QString m_partingText, m_hint;
    std::vector<Mark> m_marks;
    std::vector<float> m_curve;
    QColor m_curveColour;
};

} // namespace paddock
