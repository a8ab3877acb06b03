// How far a run is, on standard error: one line that redraws itself on a terminal, a new line now
// and then elsewhere.
#pragma once

#include "core/run/training_session.h"

#include <chrono>
#include <string>

namespace paddock::cli {

class ProgressLine {
  public:
    explicit ProgressLine(bool quiet);

    // Draws when it is time: five times a second on a terminal, else every few seconds.
    void update(const SessionProgress &progress);
    void update(double fraction, const std::string &text);
    // A message of its own line, without tearing the bar.
    void say(const std::string &text);
    void finish(const SessionProgress &progress);
    void finish(double fraction, const std::string &text);

  private:
    void draw(double fraction, const std::string &text);
    void clear();

    bool m_quiet;
    bool m_terminal;
    bool m_drawn = false; // a bar stands on the current line
    std::chrono::steady_clock::time_point m_next{};
};

// "45%  450000/1000000  12345 steps/s  success 67%  ETA 1:23"
std::string progressText(const SessionProgress &progress);
std::string durationText(double seconds); // "1:23", "2:03:04"; "-" when unknown

} // namespace paddock::cli
