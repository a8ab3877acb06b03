#include "core/drivers/split_driver.h"

#include <algorithm>
#include <cassert>

namespace paddock {

SplitDriver::SplitDriver(std::vector<std::unique_ptr<Driver>> drivers, int familySize)
    : m_drivers(std::move(drivers)), m_familySize(std::size_t(familySize)) {
    assert(!m_drivers.empty() && familySize > 0);
}

void SplitDriver::act(MatrixView<const float> observations, std::uint32_t step,
                      MatrixView<std::int32_t> actions) {
    const std::size_t columns = observations.cols, branches = actions.cols;
    for (std::size_t place = 0; place < m_familySize && place < observations.rows; ++place) {
        const std::size_t count = (observations.rows - place + m_familySize - 1) / m_familySize;
        m_observations.resize(count * columns);
        m_actions.resize(count * branches);
        for (std::size_t i = 0; i < count; ++i)
            std::copy_n(observations.row(place + i * m_familySize).data(), columns,
                        m_observations.begin() + std::ptrdiff_t(i * columns));
        m_drivers[place % m_drivers.size()]->act({m_observations.data(), count, columns}, step,
                                                 {m_actions.data(), count, branches});
        for (std::size_t i = 0; i < count; ++i)
            std::copy_n(m_actions.begin() + std::ptrdiff_t(i * branches), branches,
                        actions.row(place + i * m_familySize).data());
    }
}

} // namespace paddock
