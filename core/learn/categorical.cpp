#include "core/learn/categorical.h"

#include <algorithm>

namespace paddock {

void softmax(std::span<const float> logits, std::span<float> probabilities) {
    const float top = *std::max_element(logits.begin(), logits.end());
    float sum = 0;
    for (std::size_t i = 0; i < logits.size(); ++i)
        sum += probabilities[i] = std::exp(logits[i] - top);
    for (float &p : probabilities)
        p /= sum;
}

int sampleChoice(std::span<const float> probabilities, float u) {
    float cumulative = 0;
    int last = 0; // the last choice that can happen, when rounding leaves the sum below u
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        cumulative += probabilities[i];
        if (u < cumulative)
            return int(i);
        if (probabilities[i] > 0)
            last = int(i);
    }
    return last;
}

int bestChoice(std::span<const float> probabilities) {
    return int(std::max_element(probabilities.begin(), probabilities.end()) -
               probabilities.begin());
}

} // namespace paddock
