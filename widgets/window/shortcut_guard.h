// Keeps single-key shortcuts from stealing keys: while somebody types, picks in a list or walks the
// buttons, plain keys belong to that widget, and Tab moves the focus except in the scene.
#pragma once

#include <QObject>
#include <QWidget>

namespace paddock {

class ShortcutGuard : public QObject {
    Q_OBJECT
  public:
    ShortcutGuard(QWidget *scene, QObject *parent); // watches the whole application

  protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

  private:
    QWidget *m_scene;
};

} // namespace paddock
