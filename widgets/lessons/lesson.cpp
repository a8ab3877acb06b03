#include "widgets/lessons/lesson.h"

#include "core/scenario/scenario_io.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace paddock {

namespace {

constexpr const char *kFormat = "paddock-lesson";

struct SubjectWord {
    const char *key;
    LessonSubject subject;
    QStringList options; // of the text; empty: free
};

const QList<SubjectWord> &subjectWords() {
    static const QList<SubjectWord> words{
        {"mode", LessonSubject::Mode, {"welcome", "train", "drive", "scenario", "evaluate"}},
        {"run", LessonSubject::Run, {"started", "going", "paused", "over"}},
        {"metric", LessonSubject::Metric, {}},
        {"field", LessonSubject::Field, {}},
        {"camera", LessonSubject::Camera, {"overview", "orbit", "birdseye", "follow", "driver"}},
        {"picked", LessonSubject::Picked, {}},
        {"laps", LessonSubject::Laps, {}},
        {"driving", LessonSubject::Driving, {}},
    };
    return words;
}

// Reads one object and remembers what is wrong with it, and where.
class Reader {
  public:
    Reader(QJsonObject object, QString where, std::vector<Problem> &problems)
        : m_object(std::move(object)), m_where(std::move(where)), m_problems(problems) {}

    QString text(const char *key, bool needed) {
        const QJsonValue value = take(key);
        if (value.isUndefined() && !needed)
            return {};
        if (!value.isString() || (needed && value.toString().isEmpty()))
            problem(key, value.isUndefined() ? "is missing" : "is no text", "a text");
        return value.toString();
    }
    std::optional<double> number(const char *key) {
        const QJsonValue value = take(key);
        if (value.isUndefined())
            return std::nullopt;
        if (!value.isDouble())
            problem(key, "is no number", "a number");
        return value.toDouble();
    }
    QJsonValue take(const char *key) {
        m_known << key;
        return m_object.value(QLatin1String(key));
    }
    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    QString at(const QString &key) const { return m_where + "/" + key; }
    void problem(const QString &key, const QString &what, const QString &expected) {
        m_problems.push_back({at(key).toStdString(), what.toStdString(), expected.toStdString()});
    }
    void rejectOthers() {
        for (const QString &key : m_object.keys())
            if (!m_known.contains(key))
                problem(key, "is not known", "one of " + m_known.join(", "));
    }

  private:
    QJsonObject m_object;
    QString m_where;
    std::vector<Problem> &m_problems;
    QStringList m_known;
};

void readSubject(Reader &in, const SubjectWord &word, LessonCondition &out) {
    out.subject = word.subject;
    const QJsonValue value = in.take(word.key);
    switch (word.subject) {
    case LessonSubject::Metric:
    case LessonSubject::Field:
        out.name = value.toString();
        if (out.name.isEmpty())
            in.problem(word.key, "is no name", "a name");
        return;
    case LessonSubject::Laps:
        out.above = value.toDouble() - 0.5;
        if (!value.isDouble() || value.toDouble() < 1)
            in.problem(word.key, "is no number of laps", "1 or more");
        return;
    case LessonSubject::Picked:
    case LessonSubject::Driving:
        if (!value.isBool() || !value.toBool())
            in.problem(word.key, "is something else", "true");
        return;
    default:
        out.text = value.toString();
        if (!word.options.contains(out.text))
            in.problem(word.key, "is \"" + out.text + "\"", "one of " + word.options.join(", "));
    }
}

LessonCondition readCondition(const QJsonValue &value, const QString &where,
                              std::vector<Problem> &problems) {
    LessonCondition out;
    Reader in(value.toObject(), where, problems);
    QStringList keys;
    int found = 0;
    for (const SubjectWord &word : subjectWords()) {
        keys << word.key;
        if (!in.has(word.key))
            continue;
        ++found;
        readSubject(in, word, out);
    }
    if (found != 1)
        problems.push_back({where.toStdString(), "names " + std::to_string(found) + " subjects",
                            "one of " + keys.join(", ").toStdString()});
    const bool metric = out.subject == LessonSubject::Metric;
    const bool field = out.subject == LessonSubject::Field;
    if (field)
        out.text = in.text("is", false);
    if (metric || field) {
        out.above = in.number("above");
        out.below = in.number("below");
        if (!out.above && !out.below && out.text.isEmpty())
            in.problem(out.name, "is compared with nothing",
                       field ? "is, above or below" : "above or below");
    }
    if (metric)
        out.afterSteps = in.number("after_steps").value_or(0);
    in.rejectOthers();
    return out;
}

LessonStep readStep(const QJsonValue &value, const QString &where, std::vector<Problem> &problems) {
    LessonStep step;
    Reader in(value.toObject(), where, problems);
    step.title = in.text("title", true);
    step.words = in.text("words", true);
    step.then = in.text("then", false);
    step.show = in.text("show", false);
    const QJsonArray until = in.take("until").toArray();
    for (qsizetype i = 0; i < until.size(); ++i)
        step.until << readCondition(until[i], in.at(QString("until/%1").arg(i)), problems);
    in.rejectOthers();
    return step;
}

QString valueWords(const QJsonValue &value) {
    if (value.isBool())
        return value.toBool() ? "true" : "false";
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (!value.isArray())
        return value.toString();
    QStringList parts;
    for (const QJsonValue part : value.toArray())
        parts << valueWords(part);
    return parts.join(',');
}

void readSteps(Reader &in, Lesson &lesson, std::vector<Problem> &problems) {
    const QJsonArray steps = in.take("steps").toArray();
    if (steps.isEmpty() || steps.size() > kMaxLessonSteps)
        in.problem("steps", QString("has %1 steps").arg(steps.size()),
                   QString("1 to %1").arg(kMaxLessonSteps));
    for (qsizetype i = 0; i < std::min<qsizetype>(steps.size(), kMaxLessonSteps); ++i)
        lesson.steps << readStep(steps[i], in.at(QString("steps/%1").arg(i)), problems);
}

} // namespace

QStringList lessonMetricNames() {
    return {"success_rate", "mean_return", "mean_length", "steps",
            "episodes",     "updates",     "entropy"};
}

Result<Lesson> readLesson(const QByteArray &json, const QString &file) {
    const QString name = QFileInfo(file).fileName();
    if (json.size() > kMaxLessonBytes)
        return Error(Problem{name.toStdString(), "is larger than 1 MiB", "a lesson"});
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return Error(Problem{name.toStdString() + ": byte " + std::to_string(error.offset),
                             "is no JSON object: " + error.errorString().toStdString(), ""});
    std::vector<Problem> problems;
    Reader in(document.object(), name + ": ", problems);
    Lesson lesson;
    lesson.file = file;
    if (in.text("format", true) != kFormat)
        in.problem("format", "is something else", kFormat);
    if (in.number("version").value_or(1) != 1)
        in.problem("version", "is something else", "1");
    lesson.title = in.text("title", true);
    lesson.summary = in.text("summary", true);
    lesson.minutes = in.number("minutes").value_or(0);
    const QString beside = in.text("document", true);
    lesson.document =
        QDir::cleanPath(QDir(QFileInfo(file).absolutePath()).absoluteFilePath(beside));
    const QJsonObject set = in.take("set").toObject();
    for (auto field = set.begin(); field != set.end(); ++field)
        lesson.set << std::pair(field.key(), valueWords(field.value()));
    readSteps(in, lesson, problems);
    in.rejectOthers();
    if (!problems.empty())
        return Error(std::move(problems));
    return lesson;
}

Result<Lesson> loadLesson(const QString &file) {
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return Error(Problem{file.toStdString(), "cannot be read", "a lesson"});
    return readLesson(in.read(kMaxLessonBytes + 1), file);
}

QList<Lesson> loadLessons(const QString &folder, std::vector<Problem> *problems) {
    QList<Lesson> lessons;
    for (const QString &name : QDir(folder).entryList({"*.json"}, QDir::Files, QDir::Name)) {
        Result<Lesson> lesson = loadLesson(folder + "/" + name);
        if (lesson)
            lessons << *lesson;
        else if (problems)
            problems->insert(problems->end(), lesson.error().problems.begin(),
                             lesson.error().problems.end());
    }
    return lessons;
}

Result<Scenario> lessonScenario(const Lesson &lesson) {
    Result<Scenario> read = loadScenario(lesson.document.toStdString());
    if (!read)
        return read;
    std::vector<Problem> problems;
    for (const auto &[path, value] : lesson.set) {
        const Status status = setField(*read, path.toStdString(), value.toStdString());
        if (!status)
            problems.insert(problems.end(), status.error().problems.begin(),
                            status.error().problems.end());
    }
    if (problems.empty())
        problems = validate(*read, lesson.file.toStdString());
    if (!problems.empty())
        return Error(std::move(problems));
    return read;
}

} // namespace paddock
