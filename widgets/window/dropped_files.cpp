#include "widgets/window/dropped_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace paddock {

namespace {

constexpr qint64 kHead = 4096; // bytes that tell what a file is

QString tr(const char *text) {
    return QCoreApplication::translate("DroppedFiles", text);
}

QByteArray headOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kHead) : QByteArray();
}

DroppedFile inspectJson(const QString &path) {
    static const QRegularExpression format(R"re("format"\s*:\s*"([^"]{1,60})")re");
    const QString head = QString::fromUtf8(headOf(path));
    const QString found = format.match(head).captured(1);
    if (found == "paddock-lesson")
        return {DropKind::Lesson, path, {}, {}};
    if (found == "paddock-track")
        return {DropKind::Track, path, {}, {}};
    // Documents may leave the format out; what is no document is explained when it is read.
    if (found.isEmpty() || found == "paddock-scenario")
        return {DropKind::Scenario, path, {}, {}};
    return {DropKind::Unknown,
            path,
            {},
            tr("This JSON file says that its format is “%1”. Paddock opens paddock-scenario, "
               "paddock-track and paddock-lesson.")
                .arg(found)};
}

DroppedFile inspectYaml(const QString &path) {
    const QString head = QString::fromUtf8(headOf(path));
    if (head.contains(QRegularExpression(R"((^|\n)\s*behaviors\s*:)")))
        return {DropKind::Settings,
                path,
                {},
                tr("These are training settings of ML-Agents. A document takes them over with\n\n"
                   "`paddock-cli train SCENARIO --mlagents \"%1\"`")
                    .arg(path)};
    return {DropKind::Map, path, {}, {}};
}

// A run, its folder of checkpoints, or one of them.
DroppedFile inspectFolder(const QString &path) {
    QDir folder(path);
    for (int up = 0; up < 3; ++up) {
        const QString document = folder.filePath("scenario.json");
        if (QFileInfo::exists(document))
            return {DropKind::Run, folder.absolutePath(), document, {}};
        if (!folder.cdUp())
            break;
    }
    return {DropKind::Unknown,
            path,
            {},
            tr("This folder holds no run: there is no scenario.json in it.")};
}

DroppedFile inspectOther(const QString &path, const QString &ending) {
    if (ending == "onnx")
        return {DropKind::Policy,
                path,
                {},
                tr("This is a policy. It can drive the agents of a scenario that has the same "
                   "observations and actions:\n\n- in **Drive**, as the opponent: choose "
                   "“A policy” under Race and then this file;\n- without the window: "
                   "`paddock-cli eval SCENARIO --policy \"%1\"`")
                    .arg(path)};
    if (ending == "pdemo")
        return {DropKind::Laps, path, {}, {}};
    if (ending == "prec")
        return {DropKind::Recording, path, {}, {}};
    if (ending == "demo")
        return {DropKind::MlagentsDemo,
                path,
                {},
                tr("This is a demonstration of ML-Agents. Paddock makes laps of its own of "
                   "it, fitted to a scenario:\n\n`paddock-cli demo import \"%1\" --for SCENARIO "
                   "--out laps.pdemo`\n\nDrop laps.pdemo here after that.")
                    .arg(path)};
    if (ending == "safetensors" || path.contains("/checkpoints/"))
        return {DropKind::Weights,
                path,
                {},
                tr("This belongs to a checkpoint. Drop the folder of its run instead.")};
    const QString kind = ending.isEmpty() ? tr("a file without an ending") : "." + ending;
    return {DropKind::Unknown,
            path,
            {},
            tr("Paddock has no use for %1. It opens %2.").arg(kind, droppableWords())};
}

} // namespace

QString droppableWords() {
    return tr(
        "scenarios, tracks and lessons (.json), runs (their folders), maps (.yaml) and centre "
        "lines (.csv) of tracks, laps (.pdemo)");
}

DroppedFile inspectDropped(const QString &path) {
    const QFileInfo info(path);
    if (!info.exists())
        return {DropKind::Unknown, path, {}, tr("There is no such file any more.")};
    if (info.isDir())
        return inspectFolder(path);
    const QString ending = info.suffix().toLower();
    if (ending == "json")
        return inspectJson(path);
    if (ending == "yaml" || ending == "yml")
        return inspectYaml(path);
    if (ending == "csv")
        return {DropKind::Map, path, {}, {}};
    return inspectOther(path, ending);
}

QStringList droppedPaths(const QMimeData *data) {
    QStringList paths;
    for (const QUrl &url : data->urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace paddock
