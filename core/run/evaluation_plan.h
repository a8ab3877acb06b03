// What is to be judged: drivers x scenarios x degrees of randomization, the same seeds for all.
// A plan is a JSON document (docs/evaluation.md).
#pragma once

#include "core/base/parameter.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace paddock {

inline constexpr std::int64_t kPlanVersion = 1;

// BuiltIn: needs no learning. Policy: of an .onnx file, a run or a checkpoint. Laps: what a person
// has driven and kept.
enum class PlanDriverKind { BuiltIn, Policy, Laps };

struct PlanDriver {
    std::string name = {}; // as shown; empty: by its driver or file
    PlanDriverKind kind = PlanDriverKind::BuiltIn;
    std::string driver = {}; // of BuiltIn: its name
    std::string file = {};   // of the others
    bool greedy = false;     // of Policy: takes the most probable actions instead of sampling

    void visit(FieldVisitor &v);
    bool operator==(const PlanDriver &) const = default;
};

struct PlanScenario {
    std::string name = {};   // as shown; empty: the document's
    std::string file = {};   // a scenario document; empty: the document that is open in the window
    std::string preset = {}; // to judge in, instead of the document's; empty = as it is

    void visit(FieldVisitor &v);
    bool operator==(const PlanScenario &) const = default;
};

struct EvaluationPlan {
    std::string name = "evaluation";
    std::int64_t runs = 16;      // of a cell
    std::int64_t seed = 1000;    // of all cells; apart from the seeds of training
    std::vector<double> degrees; // xi; empty: each document's own
    std::vector<PlanDriver> drivers;
    std::vector<PlanScenario> scenarios;
    std::int64_t laps = 0; // of a run of a race, 0 = the document's
    bool grid = false;     // races begin at the start slots, whatever the document says
    bool alone = false;    // races: one car, nobody to meet
    std::string
        opponent;      // who drives all other places of a race: a driver's name or a policy's file
    double settle = 0; // s of traffic before runs count

    void visit(FieldVisitor &v);
    bool operator==(const EvaluationPlan &) const = default;
};

// Reads a plan as it stands; one that is not complete yet is no error. Errors: every problem of the
// text at once, each with its JSON pointer, what was found and what is valid.
Result<EvaluationPlan> readPlan(const std::string &json, const std::string &source);
// The same from a file, its paths resolved against the plan's folder.
Result<EvaluationPlan> loadPlan(const std::filesystem::path &file);

std::string writePlan(const EvaluationPlan &plan);
// With paths relative to the file's folder where they lie beside or below it.
Status savePlan(const EvaluationPlan &plan, const std::filesystem::path &file);

// What no single field can tell: nobody to judge, a driver without its file, one that is not known.
// `openDocument`: a scenario without a file means the one that is open.
std::vector<Problem> planProblems(const EvaluationPlan &plan, const std::string &source,
                                  bool openDocument = false);

// How a driver is called where its plan gives no name, e.g. "full_speed", "my_run (greedy)".
std::string driverLabel(const PlanDriver &driver);

} // namespace paddock
