#include "widgets/welcome/document_shelf.h"

#include "core/scenario/scenario_io.h"
#include "widgets/theme/number_text.h"
#include "widgets/welcome/plan_view.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <exception>

namespace paddock {

namespace {

QString words(const char *text) {
    return QCoreApplication::translate("DocumentCard", text);
}

QString titleOf(const std::string &name) {
    QString title = QString::fromStdString(name).replace('_', ' ').trimmed();
    if (!title.isEmpty())
        title[0] = title[0].toUpper();
    return title;
}

QString factsOf(const Scenario &s) {
    const bool race = s.kind == ScenarioKind::Racing;
    const auto counted = [](std::int64_t n, const QString &one, const QString &many) {
        return QString::number(n) + ' ' + (n == 1 ? one : many);
    };
    return QStringList{race ? counted(s.agents.count, words("racer"), words("racers"))
                            : counted(s.agents.count, words("car"), words("cars")),
                       counted(s.parallel.worlds, words("world"), words("worlds")),
                       words("%1 steps").arg(shortCount(double(s.training.maxSteps)))}
        .join(" · ");
}

} // namespace

QString shippedScenarios() {
    const QString program = QCoreApplication::applicationDirPath();
    for (const QString &folder : {program + "/../share/paddock/scenarios",
                                  program + "/../../scenarios", QDir::currentPath() + "/scenarios"})
        if (QFileInfo(folder).isDir())
            return QDir(folder).canonicalPath();
    return {};
}

QStringList shippedDocuments(const QString &folder) {
    if (folder.isEmpty())
        return {};
    QStringList names = QDir(folder).entryList({"*.json"}, QDir::Files, QDir::Name);
    // Those that learn while one looks on come first.
    std::stable_partition(names.begin(), names.end(),
                          [](const QString &name) { return name.contains("tuned"); });
    for (QString &name : names)
        name = folder + "/" + name;
    return names;
}

DocumentCard readCard(const QString &file, QSize picture, const SceneTheme &look) {
    DocumentCard card;
    card.file = file;
    card.title = QFileInfo(file).fileName();
    if (!QFileInfo::exists(file)) {
        card.problem = words("This file is no longer there");
        return card;
    }
    try {
        const Result<Scenario> scenario = loadScenario(file.toStdString());
        if (!scenario) {
            card.problem = QString::fromStdString(scenario.error().text());
            return card;
        }
        card.title = titleOf(scenario->name);
        card.description = QString::fromStdString(scenario->description);
        card.facts = factsOf(*scenario);
        card.picture = planPicture(*scenario, picture, look);
    } catch (const std::exception &error) {
        card.problem = QString::fromUtf8(error.what());
    }
    return card;
}

DocumentShelf::DocumentShelf(QObject *parent)
    : QObject(parent), m_thread([this](const std::stop_token &stop) { serve(stop); }) {}

DocumentShelf::~DocumentShelf() = default;

void DocumentShelf::ask(const QStringList &files, QSize picture, const SceneTheme &look) {
    const std::lock_guard lock(m_mutex);
    m_requests.clear();
    for (const QString &file : files)
        m_requests.push_back({file, picture, look});
    m_wake.notify_one();
}

void DocumentShelf::serve(const std::stop_token &stop) {
    while (!stop.stop_requested()) {
        Request next;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_requests.empty(); }))
                return;
            next = m_requests.front();
            m_requests.pop_front();
        }
        DocumentCard card = readCard(next.file, next.picture, next.look);
        QMetaObject::invokeMethod(
            this, [this, card = std::move(card)] { Q_EMIT ready(card); }, Qt::QueuedConnection);
    }
}

} // namespace paddock
