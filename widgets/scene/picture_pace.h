// When the next picture may be begun, from what the last ones took: on a software rasteriser a
// picture costs time that the training could use.
#pragma once

#include "widgets/scene/scene_canvas.h"

#include <algorithm>

namespace paddock {

class PicturePace {
  public:
    static constexpr double kShortest = 1000.0 / 30; // ms between pictures at least

    void setSmoothness(Smoothness smoothness) { m_smoothness = smoothness; }

    // A picture that was begun at `began` (ms of any clock) stood at `done`.
    void add(double began, double done) {
        const double took = std::max(0.0, done - began);
        m_took = m_took < 0 ? took : m_took + (took - m_took) * kNews;
        m_began = began;
    }
    // The earliest beginning of the next one. `isHurried`: a hand or a camera moves, so that
    // pictures follow without a rest.
    double next(bool isHurried) const {
        if (m_took < 0)
            return 0;
        const bool rests = m_smoothness == Smoothness::Balanced && !isHurried;
        return m_began + std::max(kShortest, m_took * (rests ? kRest : 1));
    }

  private:
    static constexpr double kNews = 0.3; // weight of the newest picture in the mean
    static constexpr double kRest = 1.5; // Balanced: half as long without a picture as with one

    Smoothness m_smoothness = Smoothness::Balanced;
    double m_took = -1; // ms, smoothed
    double m_began = 0;
};

} // namespace paddock
