#include "widgets/document/document_recovery.h"

#include "core/scenario/track.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <optional>

namespace paddock {

namespace {

constexpr int kDelay = 1000; // ms from an edit to the file
constexpr int kVersion = 1;
constexpr qint64 kMostBytes = 48 << 20; // of a file that is still taken for one of ours

QString lockOf(const QString &file) {
    return file + ".lock";
}

// Whether a window that still runs owns the file.
bool isOwned(const QString &file) {
    QLockFile lock(lockOf(file));
    lock.setStaleLockTime(0);
    return !lock.tryLock(0);
}

// Crashed windows that had nothing to save leave only their lock; asking for it removes it.
void removeOldLocks(const QString &folder) {
    for (const QFileInfo &info : QDir(folder).entryInfoList({"*.json.lock"}, QDir::Files)) {
        const QString file = info.absoluteFilePath().chopped(int(qstrlen(".lock")));
        if (!QFileInfo::exists(file))
            (void)isOwned(file);
    }
}

std::optional<QJsonObject> contentOf(const QString &path) {
    QFile file(path);
    if (file.size() > kMostBytes || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject content = QJsonDocument::fromJson(file.readAll()).object();
    if (content["version"].toInt() != kVersion || !content["scenario"].isString())
        return std::nullopt;
    return content;
}

void setAside(const QString &path) {
    QFile::remove(path + ".bad");
    QFile::rename(path, path + ".bad");
}

} // namespace

DocumentRecovery::DocumentRecovery(DocumentModel &document, const QString &folder, QObject *parent)
    : QObject(parent), m_document(document), m_folder(folder) {
    QDir().mkpath(folder);
    m_file = folder + "/" + QUuid::createUuid().toString(QUuid::WithoutBraces) + ".json";
    m_lock = std::make_unique<QLockFile>(lockOf(m_file));
    m_lock->setStaleLockTime(0);
    m_lock->tryLock(0);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kDelay);
    connect(&m_soon, &QTimer::timeout, this, &DocumentRecovery::writeNow);
    connect(&document, &DocumentModel::changed, this, &DocumentRecovery::follow);
    connect(&document, &DocumentModel::fileChanged, this, &DocumentRecovery::follow);
}

DocumentRecovery::~DocumentRecovery() {
    if (m_soon.isActive()) // whoever leaves on purpose has called forget()
        writeNow();
}

QString DocumentRecovery::defaultFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/recovery";
}

void DocumentRecovery::follow() {
    if (!m_document.modified())
        forget();
    else if (!m_soon.isActive()) // not put off by further edits
        m_soon.start();
}

void DocumentRecovery::writeNow() {
    m_soon.stop();
    const Scenario &scenario = m_document.scenario();
    QJsonObject content{{"version", kVersion},
                        {"document", m_document.file()},
                        {"title", m_document.title()},
                        {"scenario", QString::fromStdString(writeScenario(scenario))}};
    if (scenario.track) // as it is drawn now, not as its file has it
        content["track"] = QString::fromStdString(writeTrack(*scenario.track));
    QSaveFile out(m_file); // written beside, forced to the disk, renamed
    if (!out.open(QIODevice::WriteOnly))
        return;
    out.write(QJsonDocument(content).toJson());
    out.commit();
}

void DocumentRecovery::forget() {
    m_soon.stop();
    QFile::remove(m_file);
}

std::vector<RecoveryFile> DocumentRecovery::leftOver() const {
    removeOldLocks(m_folder);
    std::vector<RecoveryFile> found;
    for (const QFileInfo &info : QDir(m_folder).entryInfoList({"*.json"}, QDir::Files)) {
        const QString path = info.absoluteFilePath();
        if (path == QFileInfo(m_file).absoluteFilePath() || isOwned(path))
            continue;
        if (const auto content = contentOf(path))
            found.push_back({path, (*content)["document"].toString(),
                             (*content)["title"].toString(), info.lastModified()});
        else
            setAside(path);
    }
    std::sort(found.begin(), found.end(),
              [](const RecoveryFile &a, const RecoveryFile &b) { return a.written > b.written; });
    return found;
}

Status DocumentRecovery::recover(const RecoveryFile &found) {
    const auto content = contentOf(found.path);
    if (!content)
        return Error("The recovery file cannot be read: " + found.path.toStdString());
    Result<Scenario> scenario =
        readScenario((*content)["scenario"].toString().toStdString(), found.title.toStdString());
    if (!scenario) {
        setAside(found.path);
        return scenario.error();
    }
    if (const QString drawn = (*content)["track"].toString(); !drawn.isEmpty()) {
        Result<Track> track = readTrackDraft(drawn.toStdString(), found.title.toStdString());
        if (!track) {
            setAside(found.path);
            return track.error();
        }
        scenario->track = std::make_shared<const Track>(std::move(*track));
        return reopen(*scenario, found);
    }
    const std::string folder = QFileInfo(found.document).absolutePath().toStdString();
    if (const Status track = loadTrackOf(*scenario, folder, found.title.toStdString()); !track)
        return track; // the file stays for the day on which the track is back
    return reopen(*scenario, found);
}

Status DocumentRecovery::reopen(const Scenario &scenario, const RecoveryFile &found) {
    m_document.setUnsaved(scenario, found.document);
    writeNow();
    if (QFileInfo::exists(m_file))
        discard(found);
    return Done{};
}

void DocumentRecovery::discard(const RecoveryFile &found) {
    QFile::remove(found.path);
    QFile::remove(lockOf(found.path));
}

} // namespace paddock
