// Leads through a lesson: which step is on, which are done. A step that came true stays done.
#pragma once

#include "widgets/lessons/lesson_watch.h"

#include <QList>
#include <QObject>

#include <optional>

namespace paddock {

class LessonPlayer : public QObject {
    Q_OBJECT
  public:
    explicit LessonPlayer(LessonWatch &watch, QObject *parent = nullptr);

    void begin(const Lesson &lesson);
    void leave();
    bool active() const { return m_lesson.has_value(); }
    const Lesson &lesson() const { return *m_lesson; } // while active

    int current() const { return m_current; }
    const LessonStep &step() const { return m_lesson->steps[m_current]; }
    bool done(int step) const { return m_done.value(step); }
    bool last() const { return m_current + 1 == int(m_lesson->steps.size()); }
    bool finished() const; // every step is done
    // Which conditions of the step that is on hold now.
    bool met(const LessonCondition &condition) const;
    QString reading() const; // of its first number that is not there yet

    void next(); // also past a step that is not done: nobody is held
    void back();

  Q_SIGNALS:
    void changed();          // step, ticks or readings
    void stepDone(int step); // ticked just now
    void activeChanged();    // begun or left

  private:
    void look();
    void enter(int step);

    LessonWatch &m_watch;
    std::optional<Lesson> m_lesson;
    int m_current = 0;
    QList<bool> m_done;
    LessonWatch::Moment m_since;  // when the step before was done
    LessonWatch::Moment m_doneAt; // when the present one was
};

} // namespace paddock
