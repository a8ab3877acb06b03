// What cloning and the reward signals say of themselves in a summary; only what is on is told.
#pragma once

#include "core/learn/ppo.h"
#include "core/run/metrics.h"

namespace paddock {

class ImitationSums {
  public:
    void add(const UpdateStats &stats);
    // Means over what was added since the last metric row; rewards are per finished episode.
    void appendTo(MetricRow &row, bool vail) const;

  private:
    struct Signal {
        int updates = 0;
        double values = 0;  // summed over updates
        double rewards = 0; // summed over episodes
        int episodes = 0;
        SignalLosses losses; // summed over minibatches
        void add(const SignalStats &stats);
        void appendTo(MetricRow &row, const char *rewardTag, const char *valueTag) const;
    };

    Signal m_gail, m_curiosity, m_rnd;
    double m_cloningLoss = 0; // summed over minibatches
    int m_cloningMinibatches = 0;
};

} // namespace paddock
