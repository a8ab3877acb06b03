// The weights' container: faithful on the way round, and no file crashes it.
#include "core/base/rng.h"
#include "core/learn/tensor_file.h"

#include <QtTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace paddock;

namespace {

TensorFile smallFile() {
    TensorFile file;
    file.tensors["actor/weight"] = {{2, 3}, {1, -2, 3.5f, 0, 1e-30f, 6}};
    file.tensors["empty"] = {{0, 4}, {}};
    file.tensors["scalar"] = {{}, {7}};
    file.metadata["updates"] = "12";
    file.metadata["note"] = "\"quoted\" \n and \xC3\xA9";
    return file;
}

bool same(const TensorFile &a, const TensorFile &b) {
    if (a.metadata != b.metadata || a.tensors.size() != b.tensors.size())
        return false;
    for (const auto &[name, tensor] : a.tensors) {
        const auto other = b.tensors.find(name);
        if (other == b.tensors.end() || other->second.shape != tensor.shape ||
            other->second.values != tensor.values)
            return false;
    }
    return true;
}

// A file with this header and `dataBytes` zero bytes.
std::string withHeader(const std::string &header, std::size_t dataBytes) {
    const std::uint64_t length = header.size();
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + std::string(dataBytes, '\0');
}

std::string entry(const char *shape, const char *offsets, const char *dtype = "F32") {
    return std::string(R"({"dtype":")") + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" +
           offsets + "}";
}

} // namespace

class TestTensorFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void roundTripKeepsEverything() {
        const auto back = TensorFile::decode(smallFile().encode(), "small");
        QVERIFY2(back.ok(), back.ok() ? "" : back.error().text().c_str());
        QVERIFY(same(*back, smallFile()));
    }
    void equalFilesHaveEqualBytes() { QCOMPARE(smallFile().encode(), smallFile().encode()); }
    void oddNumbersSurvive() {
        TensorFile file;
        const float inf = std::numeric_limits<float>::infinity();
        file.tensors["x"] = {{4}, {-0.0f, inf, std::nanf(""), 1e-45f}};
        const auto back = TensorFile::decode(file.encode(), "odd");
        QVERIFY(back.ok());
        const auto &values = back->tensors.at("x").values;
        QVERIFY(std::signbit(values[0]) && std::isinf(values[1]) && std::isnan(values[2]));
        QCOMPARE(values[3], 1e-45f);
    }
    void dataStartsAligned() {
        const std::string bytes = smallFile().encode();
        std::uint64_t length = 0;
        std::memcpy(&length, bytes.data(), 8);
        QCOMPARE(length % 8, std::uint64_t(0));
    }
    void everyTruncationIsAnError() {
        const std::string bytes = smallFile().encode();
        for (std::size_t n = 0; n < bytes.size(); ++n)
            QVERIFY2(!TensorFile::decode(bytes.substr(0, n), "cut").ok(),
                     qPrintable(QString("%1 bytes").arg(n)));
    }
    void everyFlippedBitIsSeenOrHarmless() {
        const std::string bytes = smallFile().encode();
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            std::string flipped = bytes;
            flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
            const auto back = TensorFile::decode(flipped, "flipped");
            if (!back.ok())
                continue;
            // Only the checksum's own key can change and leave a readable file.
            TensorFile known = *back;
            std::erase_if(known.metadata, [](const auto &item) {
                return item.first != "updates" && item.first != "note";
            });
            QVERIFY2(same(known, smallFile()), qPrintable(QString("bit %1").arg(bit)));
        }
    }
    void randomBytesNeverCrash() {
        Rng rng({.seed = 4});
        for (int i = 0; i < 2000; ++i) {
            std::string junk = withHeader("{", rng.below(64));
            for (std::size_t b = 8; b < junk.size(); ++b)
                junk[b] = char(rng.bits());
            junk[0] = char(rng.below(32));
            QVERIFY(!TensorFile::decode(junk, "junk").ok());
        }
    }
    void trailingBytesAreAnError() {
        QVERIFY(!TensorFile::decode(smallFile().encode() + "x", "long").ok());
    }
    void foreignFilesNeedNoChecksum() {
        const auto file =
            TensorFile::decode(withHeader("{\"w\":" + entry("[2]", "[0,8]") + "}", 8), "foreign");
        QVERIFY(file.ok());
        QCOMPARE(file->tensors.at("w").values, (std::vector<float>{0, 0}));
    }
    void badHeadersAreErrors_data() {
        QTest::addColumn<QByteArray>("header");
        const auto row = [](const char *name, const std::string &header) {
            QTest::newRow(name) << QByteArray::fromStdString(header);
        };
        const auto one = [](const std::string &e) { return "{\"w\":" + e + "}"; };
        row("no JSON", "hello");
        row("a list", "[]");
        row("invalid UTF-8", "{\"\xFF\":1}");
        row("not an object", one("3"));
        row("wrong dtype", one(entry("[2]", "[0,8]", "F64")));
        row("huge count", one(entry("[9223372036854775807]", "[0,8]")));
        row("product overflows", one(entry("[4294967296,4294967296,2]", "[0,8]")));
        row("product wraps to the size", one(entry("[9223372036854775807,2,2]", "[0,8]")));
        row("negative size", one(entry("[-2]", "[0,8]")));
        row("fractional size", one(entry("[2.0]", "[0,8]")));
        row("too many dimensions", one(entry("[1,1,1,1,1,1,1,1,2]", "[0,8]")));
        row("shape is a text", one(entry("\"2\"", "[0,8]")));
        row("out of range", one(entry("[4]", "[0,16]")));
        row("beyond 64 bit", one(entry("[2]", "[0,18446744073709551624]")));
        row("backwards", one(entry("[2]", "[8,0]")));
        row("size differs from shape", one(entry("[1]", "[0,8]")));
        row("three offsets", one(entry("[2]", "[0,4,8]")));
        row("hole", one(entry("[1]", "[4,8]")));
        row("overlap", "{\"a\":" + entry("[2]", "[0,8]") + ",\"b\":" + entry("[1]", "[4,8]") + "}");
        row("same place twice",
            "{\"a\":" + entry("[2]", "[0,8]") + ",\"b\":" + entry("[2]", "[0,8]") + "}");
        row("duplicate name",
            "{\"a\":" + entry("[2]", "[0,8]") + ",\"a\":" + entry("[2]", "[0,8]") + "}");
        row("duplicate key", one(R"({"dtype":"F32","dtype":"F32","shape":[2],)"
                                 R"("data_offsets":[0,8]})"));
        row("metadata is a number", R"({"__metadata__":{"a":1}})");
        row("metadata is a list", R"({"__metadata__":[]})");
        row("missing members", one("{}"));
        row("deep", one(std::string(100000, '[') + std::string(100000, ']')));
        row("deep objects", [] {
            std::string text;
            for (int i = 0; i < 20000; ++i)
                text += "{\"a\":";
            return text + "1" + std::string(20000, '}');
        }());
    }
    void badHeadersAreErrors() {
        QFETCH(QByteArray, header);
        const auto file = TensorFile::decode(withHeader(header.toStdString(), 8), "bad.tensors");
        QVERIFY(!file.ok());
        QVERIFY(file.error().text().starts_with("bad.tensors: "));
    }
    void hugeHeaderLengthIsAnError() {
        for (const char byte : {'\x7F', '\xFF'}) {
            std::string bytes = smallFile().encode();
            std::fill_n(bytes.begin(), 8, byte);
            QVERIFY(!TensorFile::decode(bytes, "huge").ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestTensorFile)
#include "test_tensor_file.moc"
