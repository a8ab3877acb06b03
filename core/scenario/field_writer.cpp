#include "core/scenario/field_writer.h"

#include <nlohmann/json.hpp>

namespace paddock {

using Json = nlohmann::ordered_json;

void FieldWriter::number(const FieldInfo &info, double &value) {
    (*m_nodes.back())[info.key] = value;
}

void FieldWriter::integer(const FieldInfo &info, std::int64_t &value) {
    (*m_nodes.back())[info.key] = value;
}

void FieldWriter::boolean(const FieldInfo &info, bool &value) {
    (*m_nodes.back())[info.key] = value;
}

void FieldWriter::text(const FieldInfo &info, std::string &value) {
    (*m_nodes.back())[info.key] = value;
}

void FieldWriter::choice(const FieldInfo &info, int &index, std::span<const char *const> options) {
    (*m_nodes.back())[info.key] = options[std::size_t(index)];
}

void FieldWriter::numbers(const FieldInfo &info, std::vector<double> &values) {
    (*m_nodes.back())[info.key] = values;
}

void FieldWriter::texts(const FieldInfo &info, std::vector<std::string> &values) {
    (*m_nodes.back())[info.key] = values;
}

void FieldWriter::beginGroup(const FieldInfo &info) {
    m_nodes.push_back(&((*m_nodes.back())[info.key] = Json::object()));
}

void FieldWriter::endGroup() {
    m_nodes.pop_back();
}

std::size_t FieldWriter::beginList(const FieldInfo &info, std::size_t size) {
    m_nodes.push_back(&((*m_nodes.back())[info.key] = Json::array()));
    return size;
}

void FieldWriter::beginItem(std::size_t) {
    m_nodes.back()->push_back(Json::object());
    m_nodes.push_back(&m_nodes.back()->back());
}

void FieldWriter::endItem() {
    m_nodes.pop_back();
}

void FieldWriter::endList() {
    m_nodes.pop_back();
}

} // namespace paddock
