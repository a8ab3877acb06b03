// What one mode brings to the window: its panels, their first places and what stands in the centre.
#pragma once

#include "core/base/result.h"

#include <QDockWidget>
#include <QList>
#include <QObject>

namespace paddock {

class ModePage : public QObject {
    Q_OBJECT
  public:
    using QObject::QObject;

    virtual QList<QDockWidget *> docks() const = 0;
    virtual void arrange() = 0; // the docks to their first places, all others are out
    // In the middle of the window; null: the scene. The window owns it from then on.
    virtual QWidget *centre() const { return nullptr; }
    virtual QList<QWidget *> panels() const { return {}; } // where F6 takes the keyboard
    // The scene and the keys are the mode's from now on, or no longer.
    virtual void setShown(bool shown) = 0;
    virtual void windowLeft() {} // another window has the keyboard

  Q_SIGNALS:
    void problem(const QString &title, const Error &error); // to be explained to the person
};

} // namespace paddock
