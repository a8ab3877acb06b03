// What the time line says of recordings: marks, curves, and words.
#pragma once

#include "core/run/checkpoint_compare.h"
#include "widgets/timeline/timeline_bar.h"

#include <vector>

namespace paddock {

// Of the first recording above the line, of the second (null: none) below it. A recording alone has
// its checkpoints below.
std::vector<TimelineBar::Mark> marksOf(const EpisodeRecording &first,
                                       const EpisodeRecording *second);
// The return of one agent's episode at each frame.
std::vector<float> returnsOf(const EpisodeRecording &recording, int agent);
// What happened with a frame, in one line; empty for most.
QString eventsAt(const EpisodeRecording &recording, int frame);

// "Left: step 100,000   right: step 200,000   they part at 3.42 s"
QString comparisonWords(const PolicyComparison &comparison);
QString partingWords(const PolicyComparison &comparison, const Parting &parting);

} // namespace paddock
