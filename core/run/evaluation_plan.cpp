#include "core/run/evaluation_plan.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/drivers/driver.h"
#include "core/scenario/field_reader.h"
#include "core/scenario/field_writer.h"
#include "core/scenario/json_document.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>

namespace paddock {

namespace fs = std::filesystem;

namespace {

constexpr DocumentLimits kPlanLimits{1u << 20, 8};
constexpr const char *kFormat = "paddock-evaluation";
constexpr std::array kKinds{"built_in", "policy", "laps"};

// Every path of a plan; a driver's name as opponent is none.
void forEachPath(EvaluationPlan &plan, const std::function<void(std::string &)> &change) {
    for (PlanDriver &driver : plan.drivers)
        if (!driver.file.empty())
            change(driver.file);
    for (PlanScenario &scenario : plan.scenarios)
        if (!scenario.file.empty())
            change(scenario.file);
    const auto names = builtinDriverNames();
    const bool named = plan.opponent.empty() || plan.opponent == "policy" ||
                       plan.opponent == "policy_greedy" ||
                       std::find(names.begin(), names.end(), plan.opponent) != names.end();
    if (!named)
        change(plan.opponent);
}

void checkHeader(const nlohmann::json &root, const std::string &source,
                 std::vector<Problem> &problems) {
    if (root.contains("format") && root["format"] != kFormat)
        problems.push_back(
            {source + ": /format", shownValue(root["format"]), std::string("\"") + kFormat + "\""});
    if (!root.contains("version"))
        problems.push_back({source + ": /version", "is missing", std::to_string(kPlanVersion)});
    else if (root["version"] != kPlanVersion)
        problems.push_back({source + ": /version", shownValue(root["version"]),
                            std::to_string(kPlanVersion) + ", the version this program reads"});
}

std::vector<Problem> driverProblems(const PlanDriver &driver, const std::string &where) {
    if (driver.kind != PlanDriverKind::BuiltIn) {
        const bool laps = driver.kind == PlanDriverKind::Laps;
        if (driver.file.empty())
            return {{where + "/file", "is missing",
                     laps ? "a lap file (.pdemo)" : "an .onnx file, a run or a checkpoint"}};
        return {};
    }
    const std::vector<std::string> names = builtinDriverNames();
    if (std::find(names.begin(), names.end(), driver.driver) != names.end())
        return {};
    std::string known = "one of";
    for (const std::string &name : names)
        known += " " + name;
    const auto close = nearest(driver.driver, names);
    return {{where + "/driver",
             driver.driver.empty() ? "is missing" : "is \"" + driver.driver.substr(0, 60) + "\"",
             close ? "perhaps \"" + *close + "\"" : known}};
}

} // namespace

void PlanDriver::visit(FieldVisitor &v) {
    v.text({.key = "name", .help = "as shown; empty: by its driver or file"}, name);
    v.choice({.key = "kind", .help = "who drives: a built-in driver, a policy, recorded laps"},
             kind, kKinds);
    v.text({.key = "driver", .help = "name of a built-in driver"}, driver);
    v.text({.key = "file", .help = "an .onnx file, run, checkpoint or lap file"}, file);
    v.boolean({.key = "greedy", .help = "most probable actions instead of sampled ones"}, greedy);
}

void PlanScenario::visit(FieldVisitor &v) {
    v.text({.key = "name", .help = "as shown; empty: the document's"}, name);
    v.text({.key = "file", .help = "a scenario document"}, file);
    v.text({.key = "preset", .help = "to judge in, instead of the document's"}, preset);
}

void EvaluationPlan::visit(FieldVisitor &v) {
    v.text({.key = "name", .help = "of the plan"}, name);
    v.integer({.key = "runs", .min = 1, .max = 1000, .help = "of each cell"}, runs);
    v.integer({.key = "seed", .min = 0, .max = 9e15, .help = "of all cells"}, seed);
    v.numbers({.key = "degrees",
               .symbol = "xi",
               .min = 0,
               .max = 100,
               .help = "of domain randomization: 0 NDR, 1 LDR, 2 HDR"},
              degrees);
    v.list({.key = "drivers", .help = "who is judged"}, drivers);
    v.list({.key = "scenarios", .help = "where"}, scenarios);
    v.integer(
        {.key = "laps", .min = 0, .max = 1000, .help = "of a run of a race; 0: the document's"},
        laps);
    v.boolean({.key = "grid", .help = "races begin at the start slots in turn"}, grid);
    v.boolean({.key = "alone", .help = "races: one car, nobody to meet"}, alone);
    v.text({.key = "opponent",
            .help = "who drives the other places of a race: a driver's name or a policy's file"},
           opponent);
    v.number({.key = "settle",
              .unit = "s",
              .min = 0,
              .max = 1e5,
              .help = "of traffic before runs count; 0: all agents start at once"},
             settle);
}

Result<EvaluationPlan> readPlan(const std::string &text, const std::string &source) {
    std::vector<Problem> problems;
    nlohmann::json root;
    if (!parseDocument(text, source, kPlanLimits, root, problems))
        return Error(std::move(problems));
    checkHeader(root, source, problems);
    EvaluationPlan plan;
    FieldReader reader(root, source, problems);
    plan.visit(reader);
    reader.reportUnknownKeys({"$schema", "format", "version"});
    if (!problems.empty())
        return Error(std::move(problems));
    return plan;
}

Result<EvaluationPlan> loadPlan(const fs::path &file) {
    const Result<std::string> text = readFile(file, kPlanLimits.bytes);
    if (!text)
        return text.error();
    Result<EvaluationPlan> plan = readPlan(*text, file.filename().string());
    if (!plan)
        return plan;
    const fs::path folder = fs::absolute(file).parent_path();
    forEachPath(*plan,
                [&](std::string &path) { path = (folder / path).lexically_normal().string(); });
    return plan;
}

std::string writePlan(const EvaluationPlan &plan) {
    nlohmann::ordered_json root;
    root["format"] = kFormat;
    root["version"] = kPlanVersion;
    EvaluationPlan copy = plan; // visitors take fields by reference
    FieldWriter writer(root);
    copy.visit(writer);
    // A list that is still empty is one that nobody has begun.
    for (const char *list : {"degrees", "drivers", "scenarios"})
        if (root[list].empty())
            root.erase(list);
    return root.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Status savePlan(const EvaluationPlan &plan, const fs::path &file) {
    const fs::path folder = fs::absolute(file).parent_path().lexically_normal();
    EvaluationPlan portable = plan;
    forEachPath(portable, [&](std::string &path) {
        const fs::path relative = fs::absolute(path).lexically_normal().lexically_relative(folder);
        const bool far = relative.empty() || *relative.begin() == "..";
        path = far ? fs::absolute(path).lexically_normal().string() : relative.string();
    });
    return writeFileAtomic(file, writePlan(portable));
}

std::vector<Problem> planProblems(const EvaluationPlan &plan, const std::string &source,
                                  bool openDocument) {
    std::vector<Problem> problems;
    if (plan.drivers.empty())
        problems.push_back({source + ": /drivers", "is empty", "one driver or more"});
    if (plan.scenarios.empty())
        problems.push_back({source + ": /scenarios", "is empty", "one scenario or more"});
    for (std::size_t i = 0; i < plan.drivers.size(); ++i) {
        const std::string where = source + ": /drivers/" + std::to_string(i);
        const auto found = driverProblems(plan.drivers[i], where);
        problems.insert(problems.end(), found.begin(), found.end());
    }
    for (std::size_t i = 0; i < plan.scenarios.size(); ++i)
        if (plan.scenarios[i].file.empty() && !openDocument)
            problems.push_back({source + ": /scenarios/" + std::to_string(i) + "/file",
                                "is missing", "a scenario document"});
    if (plan.alone && !plan.opponent.empty())
        problems.push_back({source + ": /opponent", "is given", "none where cars race alone"});
    return problems;
}

std::string driverLabel(const PlanDriver &driver) {
    if (!driver.name.empty())
        return driver.name;
    if (driver.kind == PlanDriverKind::BuiltIn)
        return driver.driver;
    fs::path path(driver.file);
    if (!path.has_filename()) // "runs/x/"
        path = path.parent_path();
    std::string label = path.filename().string();
    if (path.parent_path().filename() == "checkpoints")
        label = path.parent_path().parent_path().filename().string() + "/" + label;
    return driver.greedy ? label + " (greedy)" : label;
}

} // namespace paddock
