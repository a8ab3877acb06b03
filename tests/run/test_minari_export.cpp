// The Minari dataset, read back by the HDF5 library alone.
#include "core/base/file_io.h"
#include "core/run/minari_export.h"
#include "tests/run/demonstration_samples.h"

#include <hdf5.h>
#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace paddock;
using namespace paddock::test;

namespace {

// What the library says of a dataset of a file on disk.
struct Stored {
    std::vector<hsize_t> shape;
    std::vector<double> values;
    H5T_class_t kind = H5T_NO_CLASS;
    std::size_t bytes = 0; // of one value
};

class TestFile {
  public:
    explicit TestFile(const std::filesystem::path &path)
        : m_file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT)) {}
    ~TestFile() { H5Fclose(m_file); }

    Stored read(const std::string &path) const {
        Stored stored;
        const hid_t data = H5Dopen2(m_file, path.c_str(), H5P_DEFAULT);
        const hid_t space = H5Dget_space(data), type = H5Dget_type(data);
        stored.shape.resize(std::size_t(H5Sget_simple_extent_ndims(space)));
        H5Sget_simple_extent_dims(space, stored.shape.data(), nullptr);
        stored.kind = H5Tget_class(type);
        stored.bytes = H5Tget_size(type);
        stored.values.resize(std::size_t(H5Sget_simple_extent_npoints(space)));
        if (stored.kind == H5T_ENUM) {
            std::vector<std::int8_t> flags(stored.values.size());
            H5Dread(data, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, flags.data());
            stored.values.assign(flags.begin(), flags.end());
        } else {
            H5Dread(data, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, stored.values.data());
        }
        H5Tclose(type);
        H5Sclose(space);
        H5Dclose(data);
        return stored;
    }

    double attribute(const std::string &object, const char *name) const {
        double value = -1;
        const hid_t id = H5Aopen_by_name(m_file, object.c_str(), name, H5P_DEFAULT, H5P_DEFAULT);
        H5Aread(id, H5T_NATIVE_DOUBLE, &value);
        H5Aclose(id);
        return value;
    }

    bool has(const std::string &path) const {
        return H5Lexists(m_file, path.c_str(), H5P_DEFAULT) > 0;
    }

  private:
    hid_t m_file;
};

} // namespace

class TestMinariExport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase() {
        m_dataset = m_folder.filePath("oval laps").toStdString();
        QVERIFY(writeMinari(sampleDemonstration(), m_dataset).ok());
    }

    void observationsHaveOneRowMoreThanDecisions() {
        const Stored seen = file().read("episode_0/observations");
        QCOMPARE(seen.shape, (std::vector<hsize_t>{4, 3}));
        QCOMPARE(seen.kind, H5T_FLOAT);
        QCOMPARE(seen.bytes, std::size_t(4));
        QCOMPARE(seen.values, (std::vector<double>{0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32}));
        QCOMPARE(file().read("episode_0/actions").shape, (std::vector<hsize_t>{3, 2}));
    }

    void actionsAreIntegersOfEveryBranch() {
        const Stored chosen = file().read("episode_2/actions");
        QCOMPARE(chosen.kind, H5T_INTEGER);
        QCOMPARE(chosen.bytes, std::size_t(8));
        QCOMPARE(chosen.values, (std::vector<double>{0, 0, 1, 1, 2, 0, 0, 1}));
    }

    void rewardsFollowTheirDecisions() {
        QCOMPARE(file().read("episode_2/rewards").values,
                 (std::vector<double>{0.5, 0.75, 1.0, 1.25}));
        QCOMPARE(file().attribute("episode_2/rewards", "sum"), 3.5);
    }

    void aClosedEpisodeTerminatesAtItsLastDecision() {
        const Stored ends = file().read("episode_2/terminations");
        QCOMPARE(ends.kind, H5T_ENUM);
        QCOMPARE(ends.bytes, std::size_t(1));
        QCOMPARE(ends.values, (std::vector<double>{0, 0, 0, 1}));
        QCOMPARE(file().read("episode_2/truncations").values, (std::vector<double>{0, 0, 0, 0}));
    }

    void posesTravelAsInfos() {
        QCOMPARE(file().read("episode_1/infos/pose").values,
                 (std::vector<double>{0, 0.5, 1, 1, 1.5, 2}));
    }

    void totalsCountDecisions() {
        QCOMPARE(file().attribute("/", "total_episodes"), 3.0);
        QCOMPARE(file().attribute("/", "total_steps"), 8.0); // 3 + 1 + 4
        QCOMPARE(file().attribute("episode_1", "id"), 1.0);
        QCOMPARE(file().attribute("episode_1", "total_steps"), 1.0);
        QVERIFY(!file().has("episode_3"));
    }

    void theMetadataDescribesTheSpaces() {
        const auto text = readFile(m_dataset / "data" / "metadata.json", 1 << 20);
        const auto json = nlohmann::json::parse(*text);
        QCOMPARE(json["total_steps"].get<int>(), 8);
        QCOMPARE(json["data_format"].get<std::string>(), std::string("hdf5"));
        QCOMPARE(json["dataset_id"].get<std::string>(), std::string("oval_laps-v0"));
        const auto actions = nlohmann::json::parse(json["action_space"].get<std::string>());
        QCOMPARE(actions["type"].get<std::string>(), std::string("MultiDiscrete"));
        QCOMPARE(actions["nvec"].get<std::vector<int>>(), (std::vector<int>{3, 2}));
        const auto seen = nlohmann::json::parse(json["observation_space"].get<std::string>());
        QCOMPARE(seen["shape"].get<std::vector<int>>(), (std::vector<int>{3}));
    }

    void aCutEpisodeEndsTruncatedAtItsLastSeenState() {
        const std::filesystem::path folder = m_folder.filePath("cut-v3").toStdString();
        const Demonstration cut{sampleMeta(), {sampleEpisode(1, 3, false)}};
        QVERIFY(writeMinari(cut, folder).ok());
        const TestFile written(folder / "data" / "main_data.hdf5");
        QCOMPARE(written.read("episode_0/rewards").values.size(), std::size_t(2));
        QCOMPARE(written.read("episode_0/truncations").values, (std::vector<double>{0, 1}));
        QCOMPARE(written.read("episode_0/terminations").values, (std::vector<double>{0, 0}));
    }

    void anExistingDatasetStays() { QVERIFY(!writeMinari(sampleDemonstration(), m_dataset).ok()); }

    void nothingToExportIsAnError() {
        QVERIFY(!encodeMinari({sampleMeta(), {}}, "x-v0").ok());
        QVERIFY(!encodeMinari({sampleMeta(), {sampleEpisode(0, 1)}}, "x-v0").ok());
    }

  private:
    TestFile file() const { return TestFile(m_dataset / "data" / "main_data.hdf5"); }

    QTemporaryDir m_folder;
    std::filesystem::path m_dataset;
};

QTEST_GUILESS_MAIN(TestMinariExport)
#include "test_minari_export.moc"
