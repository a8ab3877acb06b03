// Every reader of files that come from elsewhere, given damaged ones: it ends, it does not crash,
// and it gives an error that names the file or a value that passes its own checks.
#include "core/run/checkpoint.h"
#include "core/run/demonstration_chunks.h"
#include "core/run/mlagents_demo.h"
#include "core/run/onnx_policy.h"
#include "core/scenario/mlagents_yaml.h"
#include "core/scenario/scenario_io.h"
#include "core/scenario/track_import_csv.h"
#include "core/scenario/track_import_ros.h"
#include "tests/run/demonstration_samples.h"
#include "tests/support/hostile_bytes.h"

#include <QBuffer>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <fstream>

using namespace paddock;
using namespace paddock::test;

namespace {

constexpr const char *kName = "sample.file";
constexpr std::size_t kCuts = 200, kMutations = 500;

std::string named(const Error &error, const std::string &name = kName) {
    const std::string text = error.text();
    return text.find(name) != std::string::npos ? "" : "the error names no file: " + text;
}

std::string words(const std::vector<Problem> &problems) {
    return problems.empty() ? "" : "a value that its own check refuses: " + Error(problems).text();
}

struct Format {
    const char *name;
    std::string sample;
    Reading read;
};

// A ring of 64 cells.
GreyImage ringImage() {
    GreyImage image{64, 64, {}};
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x) {
            const double r = std::hypot(x - 31.5, y - 31.5);
            image.pixels.push_back(r > 14 && r < 26 ? 254 : 0);
        }
    return image;
}

std::string png() {
    const GreyImage image = ringImage();
    QImage picture(image.width, image.height, QImage::Format_Grayscale8);
    for (int y = 0; y < image.height; ++y)
        std::copy_n(image.pixels.data() + y * image.width, image.width, picture.scanLine(y));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return buffer.data().toStdString();
}

std::string pgm(bool binary) {
    std::string bytes = binary ? "P5\n# map\n16 12\n255\n" : "P2\n# map\n16 12\n255\n";
    for (int i = 0; i < 16 * 12; ++i)
        bytes += binary ? std::string(1, char(i)) : std::to_string(i) + (i % 16 == 15 ? "\n" : " ");
    return bytes;
}

std::string readPicture(const std::string &bytes) {
    const auto image = decodeImage(bytes, kName);
    if (!image)
        return named(image.error());
    const bool sound = image->width > 0 && image->height > 0 &&
                       image->pixels.size() == std::size_t(image->width) * image->height;
    return sound ? "" : "pixels that do not fill their sides";
}

std::string readMap(const std::string &yaml) {
    static const GreyImage image = ringImage();
    const auto info = readRosMapInfo(yaml, kName);
    if (!info)
        return named(info.error());
    TrackOptions options;
    options.name = kName;
    const auto track = trackFromRosMap(*info, image, options);
    return track ? words(validate(*track, kName)) : ""; // the picture may be the problem
}

std::string centreLine() {
    std::string csv = "# x_m,y_m,w_tr_right_m,w_tr_left_m\n";
    for (int i = 0; i < 40; ++i) {
        const double a = 2 * double(kPi) * i / 40;
        csv +=
            std::to_string(4 * std::cos(a)) + "," + std::to_string(3 * std::sin(a)) + ",0.8,0.9\n";
    }
    return csv;
}

std::string checkedTrack(const Result<Track> &track) {
    return track ? words(validate(*track, kName)) : named(track.error());
}

std::string checkedDemonstration(const Demonstration &demonstration) {
    std::vector<Problem> problems = checkMeta(demonstration.meta, kName);
    for (const DemonstrationEpisode &episode : demonstration.episodes)
        for (Problem &problem : checkEpisode(demonstration.meta, episode, kName))
            problems.push_back(std::move(problem));
    return words(problems);
}

std::string readPdemo(const std::string &bytes) {
    const auto file = decodeDemonstration(bytes, kName);
    if (!file)
        return named(file.error());
    if (file->goodBytes > bytes.size() || file->lost.empty() != (file->goodBytes == bytes.size()))
        return "does not tell what it left out";
    return checkedDemonstration(file->demonstration);
}

// The same behind checksums that are right: what a program with another mind might write.
std::string readPdemoPayload(const std::string &payload) {
    std::string bytes(demo::kMagic);
    bytes += demo::chunk(demo::kMeta, demo::encodeMeta(sampleMeta()));
    return readPdemo(bytes + demo::chunk(demo::kEpisode, payload));
}

std::string readPdemoMeta(const std::string &payload) {
    return readPdemo(std::string(demo::kMagic) + demo::chunk(demo::kMeta, payload));
}

TensorFile policyWeights() {
    TensorFile file;
    file.tensors["actor/hidden0/weight"] = {{4, 3}, std::vector<float>(12, 0.25f)};
    file.tensors["actor/hidden0/bias"] = {{4}, std::vector<float>(4, -0.5f)};
    file.tensors["actor/head/weight"] = {{5, 4}, std::vector<float>(20, 0.125f)};
    file.tensors["actor/head/bias"] = {{5}, std::vector<float>(5, 1.0f)};
    file.metadata["updates"] = "3";
    return file;
}

std::string onnx() {
    PolicyShape shape;
    shape.observationSize = 3;
    shape.branches = {2, 3};
    shape.hiddenUnits = 4;
    shape.numLayers = 1;
    const auto bytes = encodeOnnxPolicy(policyWeights(), shape, {});
    return bytes ? *bytes : bytes.error().text();
}

std::string readOnnx(const std::string &bytes) {
    const auto policy = OnnxPolicy::decode(bytes, kName);
    if (!policy)
        return named(policy.error());
    const std::vector<float> seen(std::size_t(policy->observationSize()), 0.5f);
    return policy->logits(seen).size() == std::size_t(policy->logitCount()) ? "" : "lost logits";
}

std::string readTensors(const std::string &bytes) {
    const auto file = TensorFile::decode(bytes, kName);
    if (!file)
        return named(file.error());
    for (const auto &[name, tensor] : file->tensors) {
        std::int64_t size = 1;
        for (const std::int64_t side : tensor.shape)
            size *= side;
        if (size != std::int64_t(tensor.values.size()))
            return name + " does not fill its shape";
    }
    return {};
}

const char *const kTraining = "behaviors:\n"
                              "  Racer:\n"
                              "    trainer_type: ppo\n"
                              "    hyperparameters:\n"
                              "      batch_size: 64\n"
                              "      buffer_size: 1024\n"
                              "      learning_rate: 3.0e-4\n"
                              "      beta: 1.0e-3\n"
                              "      epsilon: 0.2\n"
                              "      lambd: 0.98\n"
                              "      num_epoch: 3\n"
                              "    network_settings:\n"
                              "      hidden_units: 128\n"
                              "      num_layers: 2\n"
                              "    reward_signals:\n"
                              "      extrinsic:\n"
                              "        gamma: 0.99\n"
                              "        strength: 1.0\n"
                              "    max_steps: 1000000\n"
                              "    time_horizon: 128\n"
                              "    summary_freq: 5000\n";

std::string readTraining(const std::string &yaml) {
    const auto settings = applyMlAgentsYaml(presetScenario("paper"), yaml, kName);
    return settings ? words(validate(settings->scenario, kName)) : named(settings.error());
}

std::string readDocument(const std::string &json) {
    const auto scenario = readScenario(json, kName);
    return scenario ? words(validate(*scenario, kName)) : named(scenario.error());
}

// Brackets in brackets, deeper than any stack.
std::string deep(const std::string &before) {
    return before + std::string(1'000'000, '[');
}

std::string deepAndClosed(const std::string &before, const std::string &after) {
    return deep(before) + std::string(1'000'000, ']') + after;
}

} // namespace

class TestHostileFiles : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readersOutliveHostileFiles_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < formats().size(); ++i)
            QTest::newRow(formats()[i].name) << int(i);
    }
    void readersOutliveHostileFiles() {
        QFETCH(int, index);
        const Format &format = formats()[std::size_t(index)];
        const std::string wrong = attack(format.sample, format.read, kCuts, kMutations);
        QVERIFY2(wrong.empty(), wrong.c_str());
    }

    // What is written to the disk and read back as a whole, with its hash and its track.
    void checkpointsOutliveHostileFiles_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("state") << kStateFile;
        QTest::newRow("weights") << kWeightsFile;
    }
    void checkpointsOutliveHostileFiles() {
        QFETCH(QString, file);
        Checkpoint checkpoint;
        checkpoint.weights.push_back(policyWeights());
        const auto files = encodeCheckpoint(checkpoint);
        QTemporaryDir folder;
        const auto run = std::filesystem::path(folder.filePath("run").toStdString());
        auto directory = RunDirectory::createAt(run);
        QVERIFY(directory.ok());
        QVERIFY(directory->writeCheckpoint(0, files, 2).ok());
        const auto place = locateCheckpoint(run);
        QVERIFY(place.ok());
        const auto target = place->checkpoint / file.toStdString();
        const auto read = [&](const std::string &bytes) {
            std::ofstream(target, std::ios::binary | std::ios::trunc) << bytes;
            const auto loaded = loadCheckpoint(run);
            return loaded ? words(validate(loaded->state.scenario, kName))
                          : named(loaded.error(), file.toStdString());
        };
        const std::string sample = files.at(file.toStdString());
        const std::string wrong = attack(sample, read, 40, 120);
        QVERIFY2(wrong.empty(), wrong.c_str());
        const std::string before = R"({"version":1,"step":0,"decisions":0,"episodes":0,)"
                                   R"("updates":0,"scenario":{"name":)";
        QCOMPARE(QString::fromStdString(read(deepAndClosed(before, "}}"))), QString());
    }

    void nestingWithoutEndIsAnError() {
        for (const Format &format : formats())
            for (const std::string &bytes :
                 {deep(""), deep("{\"format\":"), deepAndClosed("{\"name\":", "}"),
                  std::string(1'000'000, '{'), std::string(1'000'000, '-'),
                  std::string(1'000'000, '\n'), std::string(1'000'000, '\x0a')}) {
                const std::string wrong = format.read(bytes);
                QVERIFY2(wrong.empty(), (format.name + (": " + wrong.substr(0, 400))).c_str());
            }
        const std::string header = deepAndClosed("{\"a\":", "}");
        std::string tensors(8, '\0');
        for (std::size_t i = 0; i < 8; ++i)
            tensors[i] = char(header.size() >> (8 * i) & 0xff);
        QCOMPARE(QString::fromStdString(readTensors(tensors + header)), QString());
    }

  private:
    static const std::vector<Format> &formats() {
        static const std::vector<Format> all{
            {"ros yaml",
             "image: map.png\nresolution: 0.25\norigin: [-1.0, -2.0, 0.0]\nnegate: 0\n"
             "occupied_thresh: 0.65\nfree_thresh: 0.196\n",
             readMap},
            {"png", png(), readPicture},
            {"pgm binary", pgm(true), readPicture},
            {"pgm text", pgm(false), readPicture},
            {"track csv", centreLine(),
             [](const std::string &csv) { return checkedTrack(trackFromCsv(csv, kName, {})); }},
            {"track document", writeTrack(*trackFromCsv(centreLine(), kName, {})),
             [](const std::string &json) { return checkedTrack(readTrack(json, kName)); }},
            {"scenario document", writeScenario(presetScenario("paper")), readDocument},
            {"pdemo", *encodeDemonstration(sampleDemonstration()), readPdemo},
            {"pdemo episode", demo::encodeEpisode(sampleEpisode(0, 6)), readPdemoPayload},
            {"pdemo meta", demo::encodeMeta(sampleMeta()), readPdemoMeta},
            {"ML-Agents demo", *encodeMlAgentsDemo(sampleDemonstration()),
             [](const std::string &bytes) {
                 const auto file = decodeMlAgentsDemo(bytes, kName);
                 return file ? checkedDemonstration(file->demonstration) : named(file.error());
             }},
            {"onnx", onnx(), readOnnx},
            {"ML-Agents settings", kTraining, readTraining},
            {"weights", policyWeights().encode(), readTensors},
        };
        return all;
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "test_hostile_files.moc"
