// What somebody dragged over the window, by its contents where its name does not tell; and for all
// that cannot be opened, the words that say what it is and what can be done with it.
#pragma once

#include <QMimeData>
#include <QString>
#include <QStringList>

namespace paddock {

enum class DropKind {
    Scenario,  // a document
    Lesson,    //
    Track,     // a track document, to be driven on
    Map,       // of others: becomes a track
    Run,       // the folder of a run or of a checkpoint; `document` is its scenario
    Policy,    // .onnx
    Laps,      // .pdemo
    Recording, // .prec
    MlagentsDemo,
    Weights,  // our own, of a checkpoint
    Settings, // training settings of ML-Agents
    Unknown,
};

struct DroppedFile {
    DropKind kind = DropKind::Unknown;
    QString path;
    QString document; // of a run
    QString words;    // for people: what it is and what to do with it
};

DroppedFile inspectDropped(const QString &path);
// The local files and folders of a drag; empty when there are none.
QStringList droppedPaths(const QMimeData *data);
// "Scenarios (.json), runs (folders), ..." for messages.
QString droppableWords();

} // namespace paddock
