#include "widgets/lessons/lesson_watch.h"

#include "core/base/text.h"
#include "widgets/form/field_words.h"
#include "widgets/theme/number_text.h"

namespace paddock {

namespace {

std::optional<double> progressNumber(const SessionProgress &p, const QString &name) {
    const QStringList names = lessonMetricNames();
    const double values[] = {p.successRate,      p.meanReturn,      p.meanLength, double(p.steps),
                             double(p.episodes), double(p.updates), p.entropy};
    const auto i = names.indexOf(name);
    return i < 0 ? std::nullopt : std::optional(values[i]);
}

bool within(double value, const LessonCondition &condition) {
    return (!condition.above || value > *condition.above) &&
           (!condition.below || value < *condition.below);
}

QString metricText(const QString &name, double value) {
    const bool share = name.contains("rate", Qt::CaseInsensitive) && !name.contains("Learning");
    return share ? percentText(value) : valueText(value, 3);
}

} // namespace

LessonWatch::LessonWatch(const Parts &parts, QObject *parent) : QObject(parent), m_(parts) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &LessonWatch::changed);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_.document, &DocumentModel::changed, this, soon);
    connect(&m_.run, &RunController::phaseChanged, this, soon);
    connect(&m_.run, &RunController::progressChanged, this, soon);
    connect(&m_.run, &RunController::started, this, [this] {
        ++m_now.starts;
        m_metrics.clear();
        m_soon.start();
    });
    connect(&m_.run, &RunController::metricsReady, this, [this](const auto &rows) {
        for (const MetricRow &row : rows)
            for (const auto &[tag, value] : row.values)
                m_metrics[QString::fromStdString(tag)] = value;
        m_soon.start();
    });
    connect(&m_.scene, &ScenePanel::picked, this, [this] {
        ++m_now.picks;
        m_soon.start();
    });
    connect(&m_.drive, &DriveController::phaseChanged, this, soon);
    connect(&m_.shelf, &LapShelf::changed, this, soon);
    for (const QAction *action : m_.actions.modes() + m_.actions.cameras())
        connect(action, &QAction::toggled, this, soon);
}

std::optional<double> LessonWatch::number(const LessonCondition &condition) const {
    if (condition.subject == LessonSubject::Laps)
        return m_.shelf.cleanLaps();
    if (condition.subject == LessonSubject::Field) {
        const FieldRow *row = m_.document.field(condition.name);
        return row ? parseNumber(row->value) : std::nullopt;
    }
    if (!m_.run.hasSession())
        return std::nullopt;
    const SessionProgress progress = m_.run.progress();
    if (double(progress.steps) < condition.afterSteps)
        return std::nullopt;
    if (const auto value = progressNumber(progress, condition.name))
        return value;
    const auto found = m_metrics.find(condition.name);
    return found == m_metrics.end() ? std::nullopt : std::optional(*found);
}

bool LessonWatch::runIs(const QString &state, const Moment &since) const {
    if (state == "started")
        return m_now.starts > since.starts;
    if (state == "going")
        return m_.run.going();
    if (state == "paused")
        return m_.run.phase() == RunController::Phase::Paused;
    return m_.run.hasSession() && !m_.run.active();
}

bool LessonWatch::met(const LessonCondition &condition, const Moment &since) const {
    switch (condition.subject) {
    case LessonSubject::Mode:
        return condition.text == modeName(m_.actions.mode());
    case LessonSubject::Run:
        return runIs(condition.text, since);
    case LessonSubject::Picked:
        return m_now.picks > since.picks;
    case LessonSubject::Driving:
        return m_.drive.phase() == DriveController::Phase::Driving;
    case LessonSubject::Camera: {
        static const QStringList names{"overview", "orbit", "birdseye", "follow", "driver"};
        const auto i = names.indexOf(condition.text);
        return i >= 0 && m_.actions.cameras()[i]->isChecked();
    }
    case LessonSubject::Field:
        if (!condition.text.isEmpty()) {
            const FieldRow *row = m_.document.field(condition.name);
            return row && QString::fromStdString(row->value) == condition.text;
        }
        [[fallthrough]];
    case LessonSubject::Metric:
    case LessonSubject::Laps: {
        const std::optional<double> value = number(condition);
        return value && within(*value, condition);
    }
    }
    return false;
}

QString LessonWatch::reading(const LessonCondition &condition) const {
    if (condition.subject == LessonSubject::Laps)
        return tr("Clean laps: %1 of %2")
            .arg(m_.shelf.cleanLaps())
            .arg(int(*condition.above + 0.5));
    if (condition.subject != LessonSubject::Metric)
        return {};
    const QString name = condition.name.section('/', -1).replace('_', ' ').toLower();
    const std::optional<double> value = number(condition);
    const QString wanted =
        condition.above   ? tr("above %1").arg(metricText(condition.name, *condition.above))
        : condition.below ? tr("below %1").arg(metricText(condition.name, *condition.below))
                          : QString();
    return tr("Now %1: %2. Wanted: %3")
        .arg(name, value ? metricText(condition.name, *value) : tr("not yet"), wanted);
}

} // namespace paddock
