// A guided lesson: a document and steps, each with words and with what must come true before it is
// done. Lessons are JSON files (docs/lessons.md), so that teachers can write their own.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace paddock {

// What the window is asked for. Each condition names one of them.
enum class LessonSubject {
    Mode,    // the mode of the window is `text`
    Run,     // started: one began in this step; going; paused; over: none is going any more
    Metric,  // a number of the present run is above or below
    Field,   // a parameter of the document is `text`, or above or below
    Camera,  // the camera is `text`
    Picked,  // somebody picked an agent in this step
    Laps,    // as many clean laps are in the file
    Driving, // a hand is at the wheel
};

struct LessonCondition {
    LessonSubject subject = LessonSubject::Mode;
    QString name; // of the metric or parameter
    QString text; // what it must be
    std::optional<double> above, below;
    double afterSteps = 0; // agent steps of the run before a metric counts
};

struct LessonStep {
    QString title;
    QString words;                // what to do and why, Markdown
    QString then;                 // what was to be seen, once it is done; Markdown
    QString show;                 // what "Show me" points at, e.g. "action:start"; empty: nothing
    QList<LessonCondition> until; // all of them; empty: it is only read
};

struct Lesson {
    QString file; // where it was read
    QString title;
    QString summary;
    double minutes = 0;
    QString document;                       // absolute path
    QList<std::pair<QString, QString>> set; // fields of the document, path and value
    QList<LessonStep> steps;
};

inline constexpr qsizetype kMaxLessonBytes = 1 << 20;
inline constexpr int kMaxLessonSteps = 100;

// Errors: every problem at once, each with its place. `file` gives the folder of the document.
Result<Lesson> readLesson(const QByteArray &json, const QString &file);
Result<Lesson> loadLesson(const QString &file);
// The lessons of a folder in the order of their names; what cannot be read is left out and told in
// `problems`.
QList<Lesson> loadLessons(const QString &folder, std::vector<Problem> *problems = nullptr);

// The document with what the lesson changes in it.
Result<Scenario> lessonScenario(const Lesson &lesson);

// Numbers of SessionProgress by name; others are tags of metric rows ("Environment/Lap Time").
QStringList lessonMetricNames();

} // namespace paddock
