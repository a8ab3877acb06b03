#include "core/run/metrics.h"

#include "core/base/file_io.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <array>
#include <bit>
#include <cerrno>
#include <cmath>
#include <limits>

namespace paddock {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kMaxGroups = 4096;

std::string quoted(const std::string &text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

constexpr std::array<std::uint32_t, 256> makeCrcTable() {
    constexpr std::uint32_t kCastagnoli = 0x82f63b78; // reflected
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t crc = i;
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? kCastagnoli : 0);
        table[i] = crc;
    }
    return table;
}

template <class T>
void appendLittleEndian(std::string &out, T value) {
    for (std::size_t i = 0; i < sizeof value; ++i)
        out += static_cast<char>(value >> (8 * i));
}

// The few pieces of the protocol-buffer wire format that events need.
class ProtoWriter {
  public:
    ProtoWriter &varint(int field, std::uint64_t value) {
        appendVarint(static_cast<std::uint64_t>(field) << 3);
        appendVarint(value);
        return *this;
    }
    ProtoWriter &fixed64(int field, double value) {
        appendVarint(static_cast<std::uint64_t>(field) << 3 | 1);
        appendLittleEndian(m_bytes, std::bit_cast<std::uint64_t>(value));
        return *this;
    }
    ProtoWriter &fixed32(int field, float value) {
        appendVarint(static_cast<std::uint64_t>(field) << 3 | 5);
        appendLittleEndian(m_bytes, std::bit_cast<std::uint32_t>(value));
        return *this;
    }
    ProtoWriter &bytes(int field, const std::string &value) {
        appendVarint(static_cast<std::uint64_t>(field) << 3 | 2);
        appendVarint(value.size());
        m_bytes += value;
        return *this;
    }
    ProtoWriter &message(int field, const ProtoWriter &value) {
        return bytes(field, value.m_bytes);
    }
    const std::string &str() const { return m_bytes; }

  private:
    void appendVarint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7)
            m_bytes += static_cast<char>(value | 0x80);
        m_bytes += static_cast<char>(value);
    }

    std::string m_bytes;
};

// Event { double wall_time = 1; int64 step = 2; string file_version = 3; Summary summary = 5;
// SessionLog = 7 }
ProtoWriter eventAt(double wallTime, std::int64_t step) {
    ProtoWriter event;
    event.fixed64(1, wallTime);
    if (step != 0)
        event.varint(2, static_cast<std::uint64_t>(step));
    return event;
}

// Summary.Value of the text plug-in: { tag = 1; tensor = 8; metadata = 9 }.
ProtoWriter textValue(const std::string &tag, const std::string &text) {
    constexpr int kDtString = 7;
    const ProtoWriter shape = ProtoWriter().message(2, ProtoWriter().varint(1, 1));
    const ProtoWriter tensor = ProtoWriter().varint(1, kDtString).message(2, shape).bytes(8, text);
    const ProtoWriter metadata = ProtoWriter().message(1, ProtoWriter().bytes(1, "text"));
    return ProtoWriter().bytes(1, tag + "/text_summary").message(8, tensor).message(9, metadata);
}

// CRCs of stored data are masked, so that a CRC over data that holds CRCs stays a good one.
std::uint32_t maskedCrc(const std::string &bytes) {
    return std::rotr(crc32c(bytes), 15) + 0xa282ead8u;
}

std::filesystem::path unusedName(const std::filesystem::path &folder, double wallTime) {
    const std::string stamp = numberText(static_cast<std::int64_t>(wallTime));
    const std::string name = "events.out.tfevents." + stamp + ".paddock";
    std::filesystem::path path = folder / name;
    for (int i = 2; std::filesystem::exists(path); ++i)
        path = folder / (name + "." + numberText(i));
    return path;
}

} // namespace

double MetricRow::get(const std::string &name, double fallback) const {
    for (const auto &[tag, value] : values)
        if (tag == name)
            return value;
    return fallback;
}

std::string metricLine(const MetricRow &row) {
    std::string line = "{\"step\":" + numberText(row.step);
    if (!row.groupName.empty())
        line += ",\"group\":" + numberText(row.group) + ",\"policy\":" + quoted(row.groupName);
    for (const auto &[tag, value] : row.values) {
        line += "," + quoted(tag) + ":";
        line += std::isfinite(value) ? numberText(value) : "null"; // JSON has no NaN
    }
    return line + "}";
}

Result<MetricRow> parseMetricLine(const std::string &line) {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object())
        return Error(Problem{"", "is no row of metrics: " + line.substr(0, 80), "a JSON object"});
    MetricRow row;
    const auto step = json.find("step");
    if (step == json.end() || !step->is_number_integer())
        return Error(Problem{"/step", "is missing", "a whole number"});
    row.step = step->get<std::int64_t>();
    for (const auto &[key, value] : json.items()) {
        if (key == "step")
            continue;
        if (key == "group" && value.is_number_integer() && value >= 0 && value < kMaxGroups) {
            row.group = value.get<int>();
            continue;
        }
        if (key == "policy" && value.is_string()) {
            row.groupName = value.get<std::string>();
            continue;
        }
        if (!value.is_number() && !value.is_null())
            return Error(Problem{"/" + key, "is " + value.dump(), "a number or null"});
        row.values.emplace_back(key, value.is_null() ? std::numeric_limits<double>::quiet_NaN()
                                                     : value.get<double>());
    }
    return row;
}

std::uint32_t crc32c(const std::string &bytes) {
    static constexpr auto kTable = makeCrcTable();
    std::uint32_t crc = 0xffffffff;
    for (const char byte : bytes)
        crc = (crc >> 8) ^ kTable[(crc ^ static_cast<unsigned char>(byte)) & 0xff];
    return ~crc;
}

Result<EventFileWriter> EventFileWriter::open(const std::filesystem::path &folder,
                                              double wallTime) {
    std::error_code failed; // shows when the file is opened
    std::filesystem::create_directories(folder, failed);
    const std::filesystem::path path = unusedName(folder, wallTime);
    EventFileWriter writer;
    writer.m_file.open(path, std::ios::binary);
    if (!writer.m_file)
        return systemError(path, "cannot be written", errno);
    ProtoWriter first = eventAt(wallTime, 0);
    first.bytes(3, "brain.Event:2");
    if (const Status status = writer.record(first.str()); !status.ok())
        return status.error();
    if (const Status status = writer.flush(); !status.ok())
        return status.error();
    return writer;
}

Status EventFileWriter::write(const MetricRow &row, double wallTime) {
    ProtoWriter summary;
    for (const auto &[tag, value] : row.values) {
        ProtoWriter scalar;
        scalar.bytes(1, tag).fixed32(2, static_cast<float>(value));
        summary.message(1, scalar);
    }
    return record(eventAt(wallTime, row.step).message(5, summary).str());
}

Status EventFileWriter::writeText(const std::string &tag, const std::string &text,
                                  double wallTime) {
    const ProtoWriter summary = ProtoWriter().message(1, textValue(tag, text));
    return record(eventAt(wallTime, 0).message(5, summary).str());
}

Status EventFileWriter::writeRestart(std::int64_t step, double wallTime) {
    constexpr int kStart = 1; // SessionLog.status
    return record(eventAt(wallTime, step).message(7, ProtoWriter().varint(1, kStart)).str());
}

Status EventFileWriter::flush() {
    m_file.flush();
    return m_file ? Status(Done{}) : Status(Error("the TensorBoard event file cannot be written"));
}

// TFRecord: u64 length, masked CRC of the length, payload, masked CRC of the payload.
Status EventFileWriter::record(const std::string &payload) {
    std::string length, bytes;
    appendLittleEndian(length, static_cast<std::uint64_t>(payload.size()));
    bytes = length;
    appendLittleEndian(bytes, maskedCrc(length));
    bytes += payload;
    appendLittleEndian(bytes, maskedCrc(payload));
    m_file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return m_file ? Status(Done{}) : Status(Error("the TensorBoard event file cannot be written"));
}

} // namespace paddock
