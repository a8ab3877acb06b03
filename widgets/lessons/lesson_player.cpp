#include "widgets/lessons/lesson_player.h"

#include <algorithm>

namespace paddock {

LessonPlayer::LessonPlayer(LessonWatch &watch, QObject *parent) : QObject(parent), m_watch(watch) {
    connect(&watch, &LessonWatch::changed, this, &LessonPlayer::look);
}

void LessonPlayer::begin(const Lesson &lesson) {
    m_lesson = lesson;
    m_done = QList<bool>(lesson.steps.size(), false);
    m_doneAt = m_watch.now();
    enter(0);
    Q_EMIT activeChanged();
}

void LessonPlayer::leave() {
    if (!m_lesson)
        return;
    m_lesson.reset();
    m_done.clear();
    Q_EMIT activeChanged();
}

bool LessonPlayer::finished() const {
    return active() && !m_done.contains(false);
}

bool LessonPlayer::met(const LessonCondition &condition) const {
    return m_watch.met(condition, m_since);
}

QString LessonPlayer::reading() const {
    if (!active() || done(m_current))
        return {};
    for (const LessonCondition &condition : step().until)
        if (!met(condition)) {
            const QString words = m_watch.reading(condition);
            if (!words.isEmpty())
                return words;
        }
    return {};
}

// What is done ahead of "Next", such as the start of a run, counts for the step to come.
void LessonPlayer::enter(int step) {
    m_since = m_doneAt;
    m_current = step;
    Q_EMIT changed();
    look();
}

void LessonPlayer::look() {
    if (!active())
        return;
    const QList<LessonCondition> &until = step().until;
    const bool all = std::all_of(until.begin(), until.end(),
                                 [this](const LessonCondition &c) { return met(c); });
    if (all && !until.isEmpty() && !m_done[m_current]) {
        m_done[m_current] = true;
        m_doneAt = m_watch.now();
        Q_EMIT stepDone(m_current);
    }
    Q_EMIT changed();
}

void LessonPlayer::next() {
    if (!active())
        return;
    if (step().until.isEmpty())
        m_done[m_current] = true; // it was to be read
    if (!m_done[m_current])
        m_doneAt = m_watch.now();
    if (last())
        Q_EMIT changed();
    else
        enter(m_current + 1);
}

void LessonPlayer::back() {
    if (active() && m_current > 0)
        enter(m_current - 1);
}

} // namespace paddock
