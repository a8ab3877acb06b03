// Policies from ONNX files: the published ones against numbers of an independent runtime, ours
// there and back, damage of all kinds.
#include "core/run/onnx_graph.h"
#include "core/run/onnx_policy.h"
#include "core/run/proto_wire.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace paddock;

namespace {

std::string published(const char *name) {
    return std::string(PADDOCK_SOURCE_DIR "/../shared/data/paper/policies/") + name;
}

// A scan as the racing policies see it, exact in binary: [miss, range / 10 m] of 27 rays, speed.
std::vector<float> racingObservation(int row) {
    std::vector<float> seen;
    for (int k = 0; k < 27; ++k) {
        const bool miss = (k + row) % 9 == 4;
        seen.push_back(miss ? 1.0f : 0.0f);
        seen.push_back(miss ? 1.0f : float(8 + (k * 5 + row * 3) % 23) / 128.0f);
    }
    seen.push_back(0.5f + 1.25f * float(row));
    return seen;
}

std::vector<float> crossingObservation(int row) {
    std::vector<float> seen;
    for (int i = 0; i < 14; ++i)
        seen.push_back(float((i * 7 + row * 13) % 64 - 32) / 32.0f);
    return seen;
}

struct Published {
    const char *file;
    std::vector<int> sizes;
    std::vector<int> branches;
    std::vector<float> (*observation)(int row);
    std::vector<std::vector<float>> logits; // of rows 0, 1, 2, by ONNX Runtime 1.31
};

const std::vector<Published> kPublished{
    {"F1TENTH_1-1pair.onnx",
     {54, 1},
     {3, 3},
     racingObservation,
     {{2.38324642f, -82.4720535f, 7.36523342f, -190.127258f, -99.783371f, 132.100266f},
      {-9.2250185f, -205.585663f, 33.4504433f, -199.88385f, -29.4330368f, 78.3578873f},
      {-72.4160385f, -145.236465f, 97.7585526f, -203.243103f, 22.6203594f, 23.6806278f}}},
    {"F1TENTH_2-1pair.onnx",
     {54, 1},
     {3, 3},
     racingObservation,
     {{0.899410129f, -75.4103394f, 3.25662732f, -77.1537018f, 11.5302105f, -8.94756031f},
      {34.4480095f, -166.491669f, -25.0356655f, -326.601868f, -26.5866661f, 56.9018745f},
      {-67.3213806f, -93.1903992f, 68.6498032f, -25.4172173f, -8.40057278f, -112.112595f}}},
    {"Nigel-25env.onnx",
     {14},
     {2, 3},
     crossingObservation,
     {{0.415609807f, -0.395294875f, -0.265220463f, -0.172278151f, 0.470024735f},
      {-0.240116462f, 0.210716322f, 0.159239218f, 0.171465322f, -0.321809202f},
      {-0.256504595f, 0.245468244f, -0.548896015f, -0.240049958f, 0.662521064f}}}};

const PolicyShape kShape{3, {2, 3}, 4, 2};

// Weights that follow a rule, none of them alike.
TensorFile checkpoint(const PolicyShape &shape) {
    TensorFile file;
    int n = 0;
    const auto add = [&](const std::string &name, std::vector<std::int64_t> sizes) {
        std::size_t count = 1;
        for (const std::int64_t size : sizes)
            count *= std::size_t(size);
        std::vector<float> values(count);
        for (float &value : values)
            value = 0.7f * std::sin(float(++n));
        file.tensors[name] = {std::move(sizes), std::move(values)};
    };
    int inputs = shape.observationSize;
    for (int i = 0; i < shape.numLayers; ++i, inputs = shape.hiddenUnits) {
        add("actor/hidden" + std::to_string(i) + "/weight", {shape.hiddenUnits, inputs});
        add("actor/hidden" + std::to_string(i) + "/bias", {shape.hiddenUnits});
    }
    add("actor/head/weight", {shape.logitCount(), inputs});
    add("actor/head/bias", {shape.logitCount()});
    return file;
}

// The same network in double precision, straight from the checkpoint.
std::vector<double> reference(const TensorFile &file, const PolicyShape &shape,
                              const std::vector<float> &seen) {
    std::vector<double> x(seen.begin(), seen.end());
    for (int i = 0; i <= shape.numLayers; ++i) {
        const bool head = i == shape.numLayers;
        const std::string name = head ? "actor/head" : "actor/hidden" + std::to_string(i);
        const std::vector<float> &w = file.tensors.at(name + "/weight").values;
        const std::vector<float> &b = file.tensors.at(name + "/bias").values;
        std::vector<double> y(b.begin(), b.end());
        for (std::size_t o = 0; o < y.size(); ++o) {
            for (std::size_t k = 0; k < x.size(); ++k)
                y[o] += double(w[o * x.size() + k]) * x[k];
            y[o] = head ? y[o] : y[o] / (1 + std::exp(-y[o]));
        }
        x = y;
    }
    return x;
}

std::string exported() {
    return *encodeOnnxPolicy(checkpoint(kShape), kShape, {2, 1});
}

QString refusal(const OnnxGraph &graph) {
    const auto policy = OnnxPolicy::decode(encodeOnnxGraph(graph), "x");
    return policy.ok() ? QString() : QString::fromStdString(policy.error().text());
}

} // namespace

class TestOnnxPolicy : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void publishedPoliciesGiveTheNumbersOfAnotherRuntime() {
        for (const Published &known : kPublished) {
            if (!std::filesystem::exists(published(known.file)))
                QSKIP("the published policies are not beside the source");
            const auto policy = OnnxPolicy::load(published(known.file));
            QVERIFY2(policy.ok(), policy.ok() ? "" : policy.error().text().c_str());
            QCOMPARE(policy->observationSizes(), known.sizes);
            QCOMPARE(policy->branches(), known.branches);
            for (int row = 0; row < 3; ++row) {
                const std::vector<float> logits = policy->logits(known.observation(row));
                const std::vector<float> &expected = known.logits[std::size_t(row)];
                QCOMPARE(logits.size(), expected.size());
                // 1e-5, of the size of the numbers that were added up where that is more than one.
                for (std::size_t i = 0; i < logits.size(); ++i)
                    QVERIFY2(std::abs(logits[i] - expected[i]) <
                                 1e-5f * std::max(1.0f, std::abs(expected[i])),
                             qPrintable(QString("%1: %2").arg(logits[i]).arg(expected[i])));
            }
        }
    }

    void anExportedPolicyComputesWhatTheCheckpointDoes() {
        const TensorFile file = checkpoint(kShape);
        const auto policy = OnnxPolicy::decode(exported(), "x");
        QVERIFY2(policy.ok(), policy.ok() ? "" : policy.error().text().c_str());
        const std::vector<float> seen{0.3f, -1.2f, 2.0f};
        const std::vector<float> logits = policy->logits(seen);
        const std::vector<double> expected = reference(file, kShape, seen);
        QCOMPARE(logits.size(), expected.size());
        for (std::size_t i = 0; i < logits.size(); ++i)
            QVERIFY(std::abs(logits[i] - expected[i]) < 1e-6);
    }

    void anExportHasTheNamesOfMlAgents() {
        const auto graph = decodeOnnxGraph(exported(), "x");
        QVERIFY(graph.ok());
        std::vector<std::string> inputs, outputs;
        for (const OnnxValue &value : graph->inputs)
            inputs.push_back(value.name);
        for (const OnnxValue &value : graph->outputs)
            outputs.push_back(value.name);
        QCOMPARE(inputs, (std::vector<std::string>{"obs_0", "obs_1", "action_masks"}));
        QCOMPARE(outputs,
                 (std::vector<std::string>{"version_number", "memory_size", "discrete_actions",
                                           "discrete_action_output_shape"}));
        QCOMPARE(graph->inputs[0].shape, (std::vector<std::int64_t>{0, 2}));
        QCOMPARE(graph->inputs[2].shape, (std::vector<std::int64_t>{0, 5}));
    }

    void probabilitiesAddUpWithinEachBranch() {
        const auto policy = OnnxPolicy::decode(exported(), "x");
        const std::vector<float> p = policy->probabilities(std::vector<float>{1, 2, 3});
        QVERIFY(std::abs(p[0] + p[1] - 1) < 1e-6f);
        QVERIFY(std::abs(p[2] + p[3] + p[4] - 1) < 1e-6f);
        const std::vector<float> l = policy->logits(std::vector<float>{1, 2, 3});
        QVERIFY(std::abs(std::log(p[0] / p[1]) - (l[0] - l[1])) < 1e-5f);
    }

    void theGreedyDriverTakesTheLargestLogit() {
        const auto policy = OnnxPolicy::decode(exported(), "x");
        const auto driver = makeOnnxDriver(*policy, 3, {2, 3}, true, 1);
        QVERIFY(driver.ok());
        const std::vector<float> seen{0.3f, -1.2f, 2.0f, -1, 0, 4};
        std::vector<std::int32_t> actions(4);
        (*driver)->act({seen.data(), 2, 3}, 0, {actions.data(), 2, 2});
        for (std::size_t row = 0; row < 2; ++row) {
            const auto l = policy->logits(std::span(seen).subspan(3 * row, 3));
            QCOMPARE(actions[2 * row], l[1] > l[0] ? 1 : 0);
            QCOMPARE(actions[2 * row + 1],
                     std::int32_t(std::max_element(l.begin() + 2, l.end()) - l.begin() - 2));
        }
    }

    // 20000 draws: the standard error of a frequency is below 0.0036.
    void theSamplingDriverFollowsTheProbabilities() {
        const auto policy = OnnxPolicy::decode(exported(), "x");
        const auto driver = makeOnnxDriver(*policy, 3, {2, 3}, false, 7);
        const std::vector<float> seen{0.3f, -0.2f, 0.5f};
        std::vector<int> counts(5);
        std::vector<std::int32_t> actions(2);
        constexpr int kDraws = 20000;
        for (int step = 0; step < kDraws; ++step) {
            (*driver)->act({seen.data(), 1, 3}, std::uint32_t(step), {actions.data(), 1, 2});
            ++counts[std::size_t(actions[0])];
            ++counts[std::size_t(2 + actions[1])];
        }
        const std::vector<float> p = policy->probabilities(seen);
        for (std::size_t i = 0; i < 5; ++i)
            QVERIFY(std::abs(double(counts[i]) / kDraws - p[i]) < 0.016);
    }

    void aDriverOfAnotherShapeIsRefused() {
        const auto policy = OnnxPolicy::decode(exported(), "x");
        const auto driver = makeOnnxDriver(*policy, 14, {3, 3}, false, 7);
        QVERIFY(!driver.ok());
        QCOMPARE(driver.error().problems.size(), std::size_t(2));
    }

    void aCheckpointWithoutItsLayersIsRefused() {
        TensorFile file = checkpoint(kShape);
        file.tensors.erase("actor/hidden1/bias");
        file.tensors["actor/head/weight"].shape = {5, 5};
        const auto bytes = encodeOnnxPolicy(file, kShape, {});
        QVERIFY(!bytes.ok());
        QCOMPARE(bytes.error().problems.size(), std::size_t(2));
        QVERIFY(!encodeOnnxPolicy(checkpoint(kShape), kShape, {2, 2}).ok());
    }

    void graphsOfAnotherKindAreRefusedByName() {
        const OnnxGraph good = *decodeOnnxGraph(exported(), "x");
        QVERIFY(refusal(good).isEmpty());
        OnnxGraph graph = good;
        graph.nodes[1].type = "Conv";
        QVERIFY(refusal(graph).contains("Conv"));
        graph = good;
        graph.nodes[2].type = "Relu";
        QVERIFY2(!refusal(graph).isEmpty(), "a layer without its gate");
        graph = good;
        graph.initializers[0].values[0] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(refusal(graph).contains("not finite"));
        graph = good;
        graph.initializers[0].shape = {1 << 20, 1 << 20};
        QVERIFY(refusal(graph).contains("shape"));
        graph = good;
        graph.inputs[0].shape = {0, 7};
        QVERIFY(refusal(graph).contains("3 inputs"));
        graph = good;
        graph.initializers.erase(graph.initializers.begin());
        QVERIFY(refusal(graph).contains("without weights"));
        graph = good;
        graph.nodes.clear();
        QVERIFY(refusal(graph).contains("no discrete action branches"));
        graph = good;
        graph.nodes[4].inputs[0] = graph.nodes[4].outputs[0]; // feeds itself
        QVERIFY(!refusal(graph).isEmpty());
    }

    void weightsInAnotherFileAreRefused() {
        const ProtoMessage tensor =
            ProtoMessage().varint(2, 1).bytes(8, "w").bytes(13, "../secret");
        const std::string bytes =
            ProtoMessage().message(7, ProtoMessage().message(5, tensor)).text();
        const auto policy = OnnxPolicy::decode(bytes, "x");
        QVERIFY(!policy.ok());
        QVERIFY(policy.error().text().find("another file") != std::string::npos);
    }

    void otherFilesAreRefused() {
        for (const char *text : {"", "{}", "\x08\x06", "not a model at all"})
            QVERIFY(!OnnxPolicy::decode(text, "x").ok());
    }

    void aModelCutAnywhereIsRefusedOrWhole() {
        const std::string bytes = exported();
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const auto policy = OnnxPolicy::decode(std::string_view(bytes).substr(0, size), "x");
            if (policy.ok()) // only what follows the graph is missing
                QCOMPARE(policy->logitCount(), 5);
        }
    }

    void flippedBitsNeverCrashIt() {
        const std::string bytes = exported();
        const std::vector<float> seen{1, 2, 3};
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            std::string bad = bytes;
            bad[at] = char(bad[at] ^ (1 << (at % 8)));
            const auto policy = OnnxPolicy::decode(bad, "x");
            if (policy.ok() && policy->observationSize() == 3)
                QCOMPARE(policy->logits(seen).size(), std::size_t(policy->logitCount()));
        }
    }

    void hugeLengthsAreDamageAndNoAllocation() {
        const std::string huge = "\x3a\xff\xff\xff\xff\x7f";
        QVERIFY(!OnnxPolicy::decode(huge, "x").ok());
        const ProtoMessage tensor =
            ProtoMessage().packedVarints(1, {std::int64_t{1} << 62}).varint(2, 1).bytes(8, "w");
        QVERIFY(!OnnxPolicy::decode(
                     ProtoMessage().message(7, ProtoMessage().message(5, tensor)).text(), "x")
                     .ok());
    }
};

QTEST_GUILESS_MAIN(TestOnnxPolicy)
#include "test_onnx_policy.moc"
