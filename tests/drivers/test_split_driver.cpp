// Each place of a family is driven by its own driver.
#include "core/drivers/split_driver.h"

#include <QTest>

using namespace paddock;

namespace {

// Chooses what the first observation of the row says, plus its own number; keeps what it was given.
class Marked : public Driver {
  public:
    Marked(int number, std::vector<float> &seen) : m_number(number), m_seen(seen) {}
    void act(MatrixView<const float> observations, std::uint32_t step,
             MatrixView<std::int32_t> actions) override {
        for (std::size_t row = 0; row < observations.rows; ++row) {
            m_seen.push_back(observations(row, 0));
            actions(row, 0) = std::int32_t(observations(row, 0)) + m_number;
            actions(row, 1) = std::int32_t(step);
        }
    }

  private:
    int m_number;
    std::vector<float> &m_seen;
};

struct Split {
    Split(int drivers, int familySize) : seen(std::size_t(drivers)) {
        std::vector<std::unique_ptr<Driver>> all;
        for (int i = 0; i < drivers; ++i)
            all.push_back(std::make_unique<Marked>(100 * i, seen[std::size_t(i)]));
        driver = std::make_unique<SplitDriver>(std::move(all), familySize);
    }
    // Rows 0, 1, 2, ... of two numbers each; the first is the row's index.
    std::vector<std::int32_t> act(std::size_t rows) {
        std::vector<float> observations;
        for (std::size_t row = 0; row < rows; ++row)
            observations.insert(observations.end(), {float(row), -1.0f});
        std::vector<std::int32_t> actions(rows * 2, -7);
        driver->act({observations.data(), rows, 2}, 9, {actions.data(), rows, 2});
        return actions;
    }
    std::vector<std::vector<float>> seen; // first observations, by driver
    std::unique_ptr<SplitDriver> driver;
};

} // namespace

class TestSplitDriver : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void eachPlaceHasItsOwnDriver() {
        Split split(2, 2);
        QCOMPARE(split.act(6),
                 (std::vector<std::int32_t>{0, 9, 101, 9, 2, 9, 103, 9, 4, 9, 105, 9}));
        QCOMPARE(split.seen[0], (std::vector<float>{0, 2, 4}));
        QCOMPARE(split.seen[1], (std::vector<float>{1, 3, 5}));
    }

    void fewerDriversThanPlacesTakeTurns() {
        Split split(2, 3);
        split.act(6);
        QCOMPARE(split.seen[0], (std::vector<float>{0, 3, 2, 5})); // places 0 and 2
        QCOMPARE(split.seen[1], (std::vector<float>{1, 4}));
    }

    void aBatchOfPartOfAFamilyIsFine() {
        Split split(3, 3);
        QCOMPARE(split.act(4), (std::vector<std::int32_t>{0, 9, 101, 9, 202, 9, 3, 9}));
        QCOMPARE(split.act(1), (std::vector<std::int32_t>{0, 9}));
    }
};

QTEST_GUILESS_MAIN(TestSplitDriver)
#include "test_split_driver.moc"
