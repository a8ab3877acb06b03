#include "widgets/inspector/note_text.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>

namespace paddock {

namespace {

QString tr(const char *text) {
    return QCoreApplication::translate("NoteText", text);
}

QString endWords(int outcome) {
    if (outcome >= int(Outcome::CollisionWith))
        return tr("hit A%1").arg(outcome - int(Outcome::CollisionWith) + 1);
    switch (static_cast<Outcome>(outcome)) {
    case Outcome::Goal:
        return tr("finished");
    case Outcome::LaneBound:
        return tr("left its lane");
    case Outcome::Time:
        return tr("out of time");
    case Outcome::Restart:
        return tr("the world restarted");
    case Outcome::Wall:
        return tr("hit the wall");
    default:
        return tr("ended");
    }
}

QString happening(const AgentNote &note) {
    const double figure = double(note.figure);
    switch (note.kind) {
    case AgentNote::Kind::Checkpoint:
        return tr("checkpoint %1 at %2 s").arg(note.number).arg(decimalText(figure, 2));
    case AgentNote::Kind::Lap:
        return tr("lap %1 in %2 s").arg(note.number).arg(decimalText(figure, 2));
    case AgentNote::Kind::Ended:
        return tr("%1, return %2").arg(endWords(note.number), decimalText(figure, 2));
    }
    return {};
}

} // namespace

QString noteText(const AgentNote &note) {
    return tr("ep %1 · %2  %3")
        .arg(groupedCount(note.episode + 1))
        .arg(note.step)
        .arg(happening(note));
}

} // namespace paddock
