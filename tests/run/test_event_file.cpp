// The TensorBoard event file, read back by a decoder that shares nothing with the writer.
#include "core/run/metrics.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <bit>
#include <cstring>

using namespace paddock;

namespace {

// CRC-32C bit by bit, straight from its polynomial 0x1EDC6F41 with reflected input and output.
std::uint32_t slowCrc(const QByteArray &bytes) {
    std::uint32_t crc = 0xffffffff;
    for (const char byte : bytes) {
        for (int bit = 0; bit < 8; ++bit) {
            const bool in = (byte >> bit) & 1;
            const bool out = crc & 1;
            crc >>= 1;
            if (in != out)
                crc ^= 0x82f63b78;
        }
    }
    return crc ^ 0xffffffff;
}

std::uint32_t unmasked(std::uint32_t masked) {
    const std::uint32_t rotated = masked - 0xa282ead8u;
    return (rotated << 15) | (rotated >> 17);
}

template <class T>
T numberAt(const QByteArray &bytes, qsizetype at) {
    T value;
    std::memcpy(&value, bytes.constData() + at, sizeof value);
    return value;
}

// Payloads of all records; empty when any length or CRC is wrong.
QList<QByteArray> recordsOf(const QByteArray &file) {
    QList<QByteArray> records;
    qsizetype at = 0;
    while (at + 12 <= file.size()) {
        const auto length = numberAt<quint64>(file, at);
        if (unmasked(numberAt<quint32>(file, at + 8)) != slowCrc(file.mid(at, 8)))
            return {};
        const QByteArray payload = file.mid(at + 12, qsizetype(length));
        at += 12 + qsizetype(length);
        if (payload.size() != qsizetype(length) ||
            unmasked(numberAt<quint32>(file, at)) != slowCrc(payload))
            return {};
        records << payload;
        at += 4;
    }
    return at == file.size() ? records : QList<QByteArray>{};
}

struct Field {
    int number = 0;
    quint64 value = 0; // varint, or the raw bits of fixed32 and fixed64
    QByteArray bytes;
};

QList<Field> fieldsOf(const QByteArray &message) {
    QList<Field> fields;
    qsizetype at = 0;
    const auto varint = [&] {
        quint64 value = 0;
        for (int shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(message[at++]);
            value |= quint64(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
    };
    while (at < message.size()) {
        const quint64 key = varint();
        Field field{int(key >> 3), 0, {}};
        switch (key & 7) {
        case 0:
            field.value = varint();
            break;
        case 1:
            field.value = numberAt<quint64>(message, at);
            at += 8;
            break;
        case 5:
            field.value = numberAt<quint32>(message, at);
            at += 4;
            break;
        default: {
            const auto size = qsizetype(varint());
            field.bytes = message.mid(at, size);
            at += size;
        }
        }
        fields << field;
    }
    return fields;
}

Field fieldOf(const QByteArray &message, int number) {
    for (const Field &field : fieldsOf(message))
        if (field.number == number)
            return field;
    return {};
}

double doubleOf(const Field &field) {
    return std::bit_cast<double>(field.value);
}

} // namespace

class TestEventFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    // RFC 3720, appendix B.4, and the check value of the CRC catalogue.
    void crcMatchesThePublishedVectors() {
        QCOMPARE(crc32c("123456789"), 0xe3069283u);
        QCOMPARE(crc32c(std::string(32, '\0')), 0x8a9136aau);
        QCOMPARE(crc32c(std::string(32, '\xff')), 0x62a8ab43u);
        QCOMPARE(crc32c(""), 0u);
    }

    void theFirstRecordNamesTheFormat() {
        const QList<QByteArray> records = written([](EventFileWriter &) {});
        QCOMPARE(records.size(), 1);
        QCOMPARE(doubleOf(fieldOf(records[0], 1)), 1700000000.25);
        QCOMPARE(fieldOf(records[0], 3).bytes, QByteArray("brain.Event:2"));
    }

    void aRowBecomesOneSummaryOfScalars() {
        const QList<QByteArray> records = written([](EventFileWriter &writer) {
            const MetricRow row{10'000'000'000, 0, {{"Policy/Entropy", 1.25}, {"b", -0.1}}};
            QVERIFY(writer.write(row, 1700000001.5).ok());
        });
        QCOMPARE(records.size(), 2);
        QCOMPARE(doubleOf(fieldOf(records[1], 1)), 1700000001.5);
        QCOMPARE(fieldOf(records[1], 2).value, quint64(10'000'000'000));
        const QList<Field> values = fieldsOf(fieldOf(records[1], 5).bytes);
        QCOMPARE(values.size(), 2);
        QCOMPARE(fieldOf(values[0].bytes, 1).bytes, QByteArray("Policy/Entropy"));
        QCOMPARE(std::bit_cast<float>(quint32(fieldOf(values[0].bytes, 2).value)), 1.25f);
        QCOMPARE(std::bit_cast<float>(quint32(fieldOf(values[1].bytes, 2).value)), -0.1f);
    }

    void textBecomesAStringTensorOfTheTextPlugin() {
        const QList<QByteArray> records = written([](EventFileWriter &writer) {
            QVERIFY(writer.writeText("scenario", std::string(300, 'x'), 2).ok());
        });
        const QByteArray value = fieldOf(fieldOf(records.at(1), 5).bytes, 1).bytes;
        QCOMPARE(fieldOf(value, 1).bytes, QByteArray("scenario/text_summary"));
        const QByteArray tensor = fieldOf(value, 8).bytes;
        QCOMPARE(fieldOf(tensor, 1).value, quint64(7)); // DT_STRING
        QCOMPARE(fieldOf(tensor, 8).bytes, QByteArray(300, 'x'));
        const QByteArray plugin = fieldOf(fieldOf(value, 9).bytes, 1).bytes;
        QCOMPARE(fieldOf(plugin, 1).bytes, QByteArray("text"));
    }

    void aRestartNamesItsStep() {
        const QList<QByteArray> records =
            written([](EventFileWriter &writer) { QVERIFY(writer.writeRestart(300, 2).ok()); });
        QCOMPARE(fieldOf(records.at(1), 2).value, quint64(300));
        QCOMPARE(fieldOf(fieldOf(records[1], 7).bytes, 1).value, quint64(1)); // START
    }

    void aSecondWriterOfTheSameSecondTakesAnotherFile() {
        const QTemporaryDir folder;
        QVERIFY(EventFileWriter::open(folder.path().toStdString(), 5).ok());
        QVERIFY(EventFileWriter::open(folder.path().toStdString(), 5).ok());
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files,
                 (QStringList{"events.out.tfevents.5.paddock", "events.out.tfevents.5.paddock.2"}));
    }

    void aFolderThatCannotBeIsAnError() {
        QTemporaryFile file; // nothing can lie below a file
        QVERIFY(file.open());
        const std::filesystem::path below = file.fileName().toStdString();
        QVERIFY(!EventFileWriter::open(below / "folder", 5).ok());
    }

  private:
    // What a reader finds after `write`.
    template <class Write>
    static QList<QByteArray> written(Write write) {
        const QTemporaryDir folder;
        Result<EventFileWriter> writer =
            EventFileWriter::open(folder.path().toStdString(), 1700000000.25);
        if (!writer)
            return {};
        write(*writer);
        if (!writer->flush().ok())
            return {};
        const QDir dir(folder.path());
        QFile file(dir.filePath(dir.entryList({"events.out.tfevents.*"}).value(0)));
        return file.open(QIODevice::ReadOnly) ? recordsOf(file.readAll()) : QList<QByteArray>{};
    }
};

QTEST_GUILESS_MAIN(TestEventFile)
#include "test_event_file.moc"
