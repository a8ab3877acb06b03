// A field that takes the next chord that is pressed, Tab and function keys too.
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace paddock {

class KeyRecorder : public QLineEdit {
    Q_OBJECT
  public:
    explicit KeyRecorder(QWidget *parent = nullptr);

  Q_SIGNALS:
    void recorded(const QKeySequence &key);

  protected:
    bool event(QEvent *event) override;

  private:
    bool press(const QKeyEvent &event);
};

// The chord of an event; empty while only modifiers are down.
QKeySequence chordOf(const QKeyEvent &event);

} // namespace paddock
