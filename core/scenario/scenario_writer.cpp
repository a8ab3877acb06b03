#include "core/base/file_io.h"
#include "core/scenario/field_writer.h"
#include "core/scenario/leaf_visitor.h"
#include "core/scenario/scenario_io.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace paddock {

namespace {

using Json = nlohmann::ordered_json;

// JSON Schema of the visited struct.
class SchemaWriter : public FieldVisitor {
  public:
    explicit SchemaWriter(Json &root) : m_nodes{&root} {}

    void number(const FieldInfo &info, double &value) override {
        Json &leaf = add(info, "number");
        leaf["default"] = value;
        limit(info, leaf);
    }
    void integer(const FieldInfo &info, std::int64_t &value) override {
        Json &leaf = add(info, "integer");
        leaf["default"] = value;
        limit(info, leaf);
    }
    void boolean(const FieldInfo &info, bool &value) override {
        add(info, "boolean")["default"] = value;
    }
    void text(const FieldInfo &info, std::string &value) override {
        add(info, "string")["default"] = value;
    }
    void choice(const FieldInfo &info, int &index, std::span<const char *const> options) override {
        Json &leaf = add(info, "string");
        leaf["enum"] = Json(std::vector<std::string>(options.begin(), options.end()));
        leaf["default"] = options[std::size_t(index)];
    }
    void numbers(const FieldInfo &info, std::vector<double> &values) override {
        Json &leaf = add(info, "array");
        leaf["items"] = {{"type", "number"}};
        limit(info, leaf["items"]);
        leaf["minItems"] = 1;
        leaf["default"] = values;
    }
    void texts(const FieldInfo &info, std::vector<std::string> &values) override {
        Json &leaf = add(info, "array");
        leaf["items"] = {{"type", "string"}};
        leaf["default"] = values;
    }
    void beginGroup(const FieldInfo &info) override {
        m_nodes.push_back(&open(add(info, "object")));
    }
    void endGroup() override { m_nodes.pop_back(); }
    std::size_t beginList(const FieldInfo &info, std::size_t) override {
        Json &leaf = add(info, "array");
        leaf["minItems"] = 1;
        m_nodes.push_back(&open(leaf["items"] = {{"type", "object"}}));
        return 1;
    }
    void beginItem(std::size_t) override {}
    void endItem() override {}
    void endList() override { m_nodes.pop_back(); }

  private:
    static Json &open(Json &object) {
        object["additionalProperties"] = false;
        object["properties"] = Json::object();
        return object;
    }
    Json &add(const FieldInfo &info, const char *type) {
        Json &leaf = (*m_nodes.back())["properties"][info.key];
        leaf["type"] = type;
        std::string help = info.help;
        if (*info.unit)
            help += std::string(" [") + info.unit + "]";
        leaf["description"] = help;
        return leaf;
    }
    static void limit(const FieldInfo &info, Json &leaf) {
        if (std::isfinite(info.min))
            leaf["minimum"] = info.min;
        if (std::isfinite(info.max))
            leaf["maximum"] = info.max;
    }
    std::vector<Json *> m_nodes;
};

} // namespace

std::string writeScenario(const Scenario &scenario) {
    Json root;
    root["format"] = "paddock-scenario";
    root["version"] = kScenarioVersion;
    Scenario copy = scenario; // visitors take fields by reference
    FieldWriter writer(root);
    copy.visit(writer);
    return root.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Status saveScenario(const Scenario &scenario, const std::filesystem::path &file) {
    return writeFileAtomic(file, writeScenario(scenario));
}

std::string scenarioSchema() {
    Json root;
    root["$schema"] = "https://json-schema.org/draft/2020-12/schema";
    root["title"] = "Paddock scenario";
    root["type"] = "object";
    root["additionalProperties"] = false;
    root["required"] = {"version"};
    root["properties"]["$schema"] = {{"type", "string"}};
    root["properties"]["format"] = {{"const", "paddock-scenario"}};
    root["properties"]["version"] = {{"const", kScenarioVersion}};
    Scenario defaults;
    SchemaWriter writer(root);
    defaults.visit(writer);
    root["properties"]["preset"]["enum"] = presetNames();
    return root.dump(2) + "\n";
}

} // namespace paddock
