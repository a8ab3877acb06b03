// Reading, writing, comparing and describing scenario documents. Everything here works from the
// field lists.
#pragma once

#include "core/base/result.h"
#include "core/scenario/scenario.h"

#include <filesystem>
#include <string>
#include <vector>

namespace paddock {

inline constexpr std::size_t kMaxDocumentBytes = 4u << 20;
inline constexpr int kMaxDocumentDepth = 32;

// Reads a document. Fields that it leaves out keep the values of its preset. Errors: every problem
// of the document at once, each with its JSON pointer, what was found and what is valid. `source`
// names it in messages.
Result<Scenario> readScenario(const std::string &json, const std::string &source);
// Reads the document and, for a race, the track document that it names beside itself.
Result<Scenario> loadScenario(const std::filesystem::path &file);
// Fills in the track of a race from the file that it names in `folder`; nothing to do for other
// kinds.
Status loadTrackOf(Scenario &scenario, const std::filesystem::path &folder,
                   const std::string &source);

// The whole document with all defaults written out; reading it gives the same scenario.
std::string writeScenario(const Scenario &scenario);
// Temp file, fsync, rename.
Status saveScenario(const Scenario &scenario, const std::filesystem::path &file);

// What no single field can tell, e.g. an agent that names a vehicle which is not there. Empty when
// sound.
std::vector<Problem> validate(const Scenario &scenario, const std::string &source);

// `path` is dotted, e.g. "training.learning_rate" or "vehicles[0].wheelbase"; `text` is the value
// as typed. A leaf key alone means the field of that name nearest to the root ("gamma=0.995" is
// training.gamma) and is an error where two are equally near. Errors name the nearest valid key.
Status setField(Scenario &scenario, const std::string &path, const std::string &text);

// One leaf of the document as words: what forms, tables, differences and command lines show.
struct FieldRow {
    std::string path; // dotted
    std::string type; // number | integer | boolean | text | choice | numbers | texts
    std::string unit;
    std::string symbol;
    std::string help;
    std::string value;
    double min = 0;
    double max = 0;
    bool live = false;
    std::vector<std::string> options; // of a choice
};
std::vector<FieldRow> listFields(const Scenario &scenario);

// `document` moved to another preset of its kind: where it holds its old preset's values it takes
// the new one's, what it had changed stays. Error when there is no such preset.
Result<Scenario> rebased(const Scenario &document, const std::string &preset);

struct FieldDifference {
    std::string path;
    std::string before;
    std::string after;
};
std::vector<FieldDifference> differences(const Scenario &before, const Scenario &after);

// JSON Schema (2020-12) of the document.
std::string scenarioSchema();
// The reference of all parameters as a Markdown table.
std::string parameterReference();

} // namespace paddock
