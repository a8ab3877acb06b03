#include "widgets/timeline/timeline_marks.h"

#include "widgets/theme/number_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <filesystem>

namespace paddock {

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("TimelineMarks", text);
}

void addMarks(std::vector<TimelineBar::Mark> &marks, const EpisodeRecording &recording,
              bool besideAnother, int lane) {
    for (const RecordedEvent &event : eventsOf(recording)) {
        const int place = besideAnother || event.ends() ? lane : 1;
        marks.push_back({event,
                         decimalText((event.frame + 1) * recording.period(), 2) +
                             " s: " + QString::fromStdString(eventText(event, recording)),
                         place});
    }
}

// A checkpoint by its step, anything else by its name.
QString nameOfSource(const std::string &source) {
    const QString name = QString::fromStdString(std::filesystem::path(source).filename().string());
    if (!name.startsWith("step_"))
        return name;
    return say("step %1").arg(groupedCount(name.mid(5).toLongLong()));
}

} // namespace

std::vector<TimelineBar::Mark> marksOf(const EpisodeRecording &first,
                                       const EpisodeRecording *second) {
    std::vector<TimelineBar::Mark> marks;
    addMarks(marks, first, second != nullptr, 0);
    if (second)
        addMarks(marks, *second, true, 1);
    return marks;
}

std::vector<float> returnsOf(const EpisodeRecording &recording, int agent) {
    std::vector<float> values;
    for (int frame = 0; frame < recording.frames.count(); ++frame)
        values.push_back(recording.frames.episodeReturn(frame, agent));
    return values;
}

QString eventsAt(const EpisodeRecording &recording, int frame) {
    // The agent is gone with the frame of its end; the words stand with the one before as well.
    const int last = std::min(frame + 2, recording.frames.count());
    QStringList words;
    for (const RecordedEvent &event : eventsOf(cutRecording(recording, frame, last)))
        words << QString::fromStdString(eventText(event, recording));
    return words.join(", ");
}

QString comparisonWords(const PolicyComparison &comparison) {
    const Parting *parting = comparison.earliest();
    const QString where =
        parting ? say("they part at %1 s")
                      .arg(decimalText((parting->frame() + 1) * comparison.first.period(), 2))
                : say("they do the same");
    return say("Left: %1   right: %2   %3")
        .arg(nameOfSource(comparison.first.source), nameOfSource(comparison.second.source), where);
}

QString partingWords(const PolicyComparison &comparison, const Parting &parting) {
    const double period = comparison.first.period();
    QString words = say("A%1 parts first").arg(parting.agent + 1);
    if (parting.action >= 0)
        words += say(": it chooses otherwise at %1 s")
                     .arg(decimalText((parting.action + 1) * period, 2));
    if (parting.pose >= 0)
        words += say("; elsewhere from %1 s on").arg(decimalText((parting.pose + 1) * period, 2));
    return words;
}

} // namespace paddock
