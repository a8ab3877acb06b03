// The plan on which a person draws: pan, zoom to the pointer, take hold of items, measure.
#pragma once

#include "widgets/editor/plan_painter.h"
#include "widgets/editor/scene_editor.h"
#include "widgets/theme/theme_manager.h"

#include <QWidget>

#include <optional>

namespace paddock {

class PlanCanvas : public QWidget {
    Q_OBJECT
  public:
    PlanCanvas(SceneEditor &editor, ThemeManager &themes, QWidget *parent = nullptr);

    const PlanTransform &transform() const { return m_transform; }
    void frameAll();
    void showItem(SceneItem item, std::optional<Vec2> at); // brings the place into view
    void setMeasuring(bool on);
    void setSnapping(bool on) { m_snapping = on; }
    Vec2 pointerPlace() const { return m_transform.toPlan(m_pointer); }
    double gridStep() const { return m_transform.gridStep(16); } // m, of the snapping
    std::optional<double> measured() const;                      // m
    SceneItem itemAt(QPointF place) const;
    QSize sizeHint() const override { return {900, 700}; }

  Q_SIGNALS:
    void menuWanted(const QPoint &global);
    void insertWanted();

  protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

  private:
    void followEditor();
    Vec2 snapped(Vec2 place, Qt::KeyboardModifiers keys) const;
    void paintHandles(QPainter &painter, PlanPainter &plan);
    void paintHandle(QPainter &painter, const SceneHandle &handle);
    void paintNumbers(PlanPainter &plan);
    void paintProblems(QPainter &painter, PlanPainter &plan);
    void paintGhosts(QPainter &painter, PlanPainter &plan);
    void paintMeasure(QPainter &painter, PlanPainter &plan);
    void paintStatus(QPainter &painter, PlanPainter &plan);
    bool nearLine() const;
    const SceneCheck *problemAt(QPointF place) const;

    SceneEditor &m_editor;
    ThemeManager &m_themes;
    PlanTransform m_transform;
    QPointF m_pointer;   // px
    QPointF m_pressed;   // px
    Vec2 m_grip;         // m, from the pointer to the item taken hold of
    SceneItem m_hovered; //
    bool m_panning = false, m_moved = false, m_grabbed = false;
    bool m_framed = false; // since the document was opened
    bool m_measuring = false, m_snapping = true;
    std::optional<Vec2> m_from, m_to; // measured
    QString m_framedFor;              // what was framed last: name and kind
};

} // namespace paddock
