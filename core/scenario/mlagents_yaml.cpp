#include "core/scenario/mlagents_yaml.h"

#include "core/base/file_io.h"
#include "core/base/text.h"
#include "core/scenario/block_yaml.h"
#include "core/scenario/scenario_io.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

namespace paddock {

namespace {

// What becomes of one setting of ML-Agents.
struct Setting {
    const char *key;
    const char *target; // field of the scenario; "" = none
    const char *value;  // ML-Agents' default; without a target: the one value that means nothing
};

// Defaults: ML-Agents' trainer settings. "" = stays as it is in the scenario.
constexpr std::array kSettings{
    Setting{"hyperparameters.batch_size", "training.batch_size", "1024"},
    Setting{"hyperparameters.buffer_size", "training.buffer_size", "10240"},
    Setting{"hyperparameters.learning_rate", "training.learning_rate", "3e-4"},
    Setting{"hyperparameters.learning_rate_schedule", "training.learning_rate_schedule", "linear"},
    Setting{"hyperparameters.beta", "training.beta", "5e-3"},
    Setting{"hyperparameters.beta_schedule", "training.beta_schedule", "learning_rate_schedule"},
    Setting{"hyperparameters.epsilon", "training.epsilon", "0.2"},
    Setting{"hyperparameters.epsilon_schedule", "training.epsilon_schedule",
            "learning_rate_schedule"},
    Setting{"hyperparameters.lambd", "training.lambda", "0.95"},
    Setting{"hyperparameters.num_epoch", "training.num_epoch", "3"},
    Setting{"hyperparameters.shared_critic", "", "false"},
    Setting{"network_settings.hidden_units", "training.hidden_units", "128"},
    Setting{"network_settings.num_layers", "training.num_layers", "2"},
    Setting{"network_settings.normalize", "", "false"},
    Setting{"network_settings.memory", "", "null"},
    Setting{"network_settings.vis_encode_type", "", "*"},
    Setting{"network_settings.goal_conditioning_type", "", "*"},
    Setting{"network_settings.deterministic", "", "false"},
    Setting{"reward_signals.extrinsic.strength", "training.extrinsic_strength", "1"},
    Setting{"reward_signals.extrinsic.gamma", "training.gamma", "0.99"},
    Setting{"max_steps", "training.max_steps", "500000"},
    Setting{"time_horizon", "training.horizon", "64"},
    Setting{"summary_freq", "training.summary_freq", "50000"},
    Setting{"checkpoint_interval", "training.checkpoint_interval", "500000"},
    Setting{"keep_checkpoints", "training.keep_checkpoints", "5"},
    Setting{"even_checkpoints", "", "*"},
    Setting{"threaded", "", "*"},
    Setting{"trainer_type", "", "ppo"},
    Setting{"init_path", "", "null"},
    Setting{"self_play", "", "null"},
};

// Of the sections that are off unless they are written.
constexpr std::array kCuriosity{
    Setting{"strength", "strength", "1"},
    Setting{"gamma", "gamma", "0.99"},
    Setting{"learning_rate", "learning_rate", "3e-4"},
    Setting{"encoding_size", "encoding_size", "128"},
    Setting{"network_settings.hidden_units", "encoding_size", ""},
    Setting{"network_settings.num_layers", "", "2"},
    Setting{"network_settings.normalize", "", "false"},
    Setting{"network_settings.memory", "", "null"},
    Setting{"network_settings.vis_encode_type", "", "*"},
    Setting{"network_settings.goal_conditioning_type", "", "*"},
    Setting{"network_settings.deterministic", "", "false"},
};
constexpr std::array kGail{
    Setting{"use_actions", "use_actions", "false"},
    Setting{"use_vail", "use_vail", "false"},
    Setting{"demo_path", "demo", ""},
};
constexpr std::array kCloning{
    Setting{"strength", "strength", "1"},
    Setting{"steps", "steps", "0"},
    Setting{"samples_per_update", "samples_per_update", "0"},
    Setting{"batch_size", "batch_size", "0"},
    Setting{"num_epoch", "num_epoch", "0"},
    Setting{"demo_path", "demo", ""},
};

struct Section {
    std::string key;    // in the file
    std::string target; // in the scenario
    std::vector<Setting> settings;
};

std::vector<Section> sections() {
    const std::vector<Setting> signal(kCuriosity.begin(), kCuriosity.end());
    std::vector<Setting> gail = signal, rnd = signal;
    gail.insert(gail.end(), kGail.begin(), kGail.end());
    rnd[2].value = "1e-4";
    return {
        {"reward_signals.curiosity", "training.curiosity", signal},
        {"reward_signals.gail", "training.gail", gail},
        {"reward_signals.rnd", "training.rnd", rnd},
        {"behavioral_cloning", "training.behavioral_cloning", {kCloning.begin(), kCloning.end()}}};
}

struct Given {
    std::string value;
    int line = 0;
};
using Flat = std::map<std::string, Given>; // dotted key -> scalar; sections have one too, ""

void flatten(const YamlNode &node, const std::string &prefix, Flat &flat) {
    for (const YamlNode &child : node.children) {
        const std::string key = prefix.empty() ? child.key : prefix + "." + child.key;
        flat[key] = {child.isNull() && child.children.empty() ? "null" : child.value, child.line};
        if (!child.children.empty())
            flat[key].value.clear();
        flatten(child, key, flat);
    }
}

bool isDemo(const std::string &key) {
    return key.ends_with(".demo_path");
}

std::string plainValue(const Given &given) {
    std::string lower = given.value;
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return lower == "true" || lower == "false" || lower == "null" || lower == "~" ? lower
                                                                                  : given.value;
}

class SettingsReader {
  public:
    SettingsReader(const Scenario &scenario, const std::string &source) : m_source(source) {
        m_out.scenario = scenario;
    }

    Result<MlAgentsSettings> run(const YamlNode &root, const std::string &behavior) {
        if (!choose(root, behavior))
            return Error(std::move(m_problems));
        const Flat &flat = m_all.at(m_out.behavior);
        if (m_all.size() > 1 && behavior.empty())
            givePolicies();
        for (const Setting &setting : kSettings)
            apply(flat, setting.key, setting.target, setting.value);
        for (const Section &section : sections())
            applySection(flat, section);
        for (const auto &[key, given] : flat)
            if (!m_known.count(key))
                problem(key, given, "is no setting of ML-Agents", hint(key));
        if (!m_problems.empty())
            return Error(std::move(m_problems));
        return std::move(m_out);
    }

  private:
    void problem(const std::string &key, const Given &given, std::string what,
                 std::string expected) {
        m_problems.push_back({m_source + ": line " + numberText(given.line) + ": " + key,
                              std::move(what), std::move(expected)});
    }

    bool choose(const YamlNode &root, const std::string &behavior);
    void checkAgreement();
    void givePolicies();
    void apply(const Flat &flat, const std::string &key, const std::string &target,
               const std::string &fallback);
    void applySection(const Flat &flat, const Section &section);
    void applyDemo(const Flat &flat, const std::string &key, const std::string &target);
    std::string demoFile(const std::string &key, const Given &given);
    void set(const std::string &key, const Given &given, const std::string &target,
             const std::string &value);
    std::string hint(const std::string &key) const;

    std::string m_source;
    MlAgentsSettings m_out;
    bool m_perAgent = false;             // each behaviour is the policy of a group
    std::map<std::string, Flat> m_all;   // settings by behaviour
    std::map<std::string, bool> m_known; // keys that were met; false: sections
    std::vector<Problem> m_problems;
};

bool SettingsReader::choose(const YamlNode &root, const std::string &behavior) {
    const YamlNode *behaviors = root.find("behaviors");
    const YamlNode *defaults = root.find("default_settings");
    for (const YamlNode &child : root.children) {
        static const std::array<std::string, 7> kElsewhere{
            "env_settings",   "engine_settings", "environment_parameters", "checkpoint_settings",
            "torch_settings", "debug",           "default_settings"};
        if (std::find(kElsewhere.begin(), kElsewhere.end(), child.key) == kElsewhere.end()) {
            if (&child != behaviors)
                problem(child.key, {"", child.line}, "is no section of ML-Agents", "behaviors");
        } else if (&child != defaults && !child.isNull()) {
            m_out.notes.push_back(child.key + " is left out");
        }
    }
    if (!behaviors || behaviors->children.empty()) {
        m_problems.push_back({m_source + ": behaviors", "is missing", "at least one behaviour"});
        return false;
    }
    for (const YamlNode &child : behaviors->children) {
        m_out.behaviors.push_back(child.key);
        if (defaults)
            flatten(*defaults, "", m_all[child.key]);
        flatten(child, "", m_all[child.key]);
    }
    m_out.behavior = behavior.empty() ? m_out.behaviors.front() : behavior;
    if (m_all.count(m_out.behavior) == 0) {
        std::string names;
        for (const std::string &name : m_out.behaviors)
            names += (names.empty() ? "" : ", ") + name;
        m_problems.push_back({m_source + ": behaviors", "has no " + behavior, names});
        return false;
    }
    if (behavior.empty())
        checkAgreement();
    return true;
}

void SettingsReader::checkAgreement() {
    const Flat &first = m_all.at(m_out.behavior);
    const std::string expected = "equal settings, or the name of one behaviour";
    for (const std::string &name : m_out.behaviors) {
        const Flat &mine = m_all.at(name);
        for (const auto &[key, given] : mine) {
            const auto other = first.find(key);
            const bool same = other != first.end() && other->second.value == given.value;
            if (!same && !isDemo(key))
                problem(name + "." + key, given, "differs from that of " + m_out.behavior,
                        expected);
        }
        for (const auto &[key, given] : first)
            if (!mine.count(key))
                problem(m_out.behavior + "." + key, given, "is missing from " + name, expected);
    }
}

// Behaviours that agree are policies that learn alike, each from the agents of its own.
void SettingsReader::givePolicies() {
    m_perAgent = true;
    set("behaviors", {}, "training.policies", "per_agent");
    const std::string policies = numberText(std::uint64_t{m_out.behaviors.size()});
    if (std::int64_t(m_out.behaviors.size()) != m_out.scenario.agents.count)
        m_out.notes.push_back("behaviors: " + policies + " here, " +
                              numberText(m_out.scenario.agents.count) +
                              " agents in a family; each agent has a policy of its own");
}

void SettingsReader::set(const std::string &key, const Given &given, const std::string &target,
                         const std::string &value) {
    const Status status = setField(m_out.scenario, target, value);
    if (!status)
        for (const Problem &wrong : status.error().problems)
            problem(key, given, wrong.what, wrong.expected);
}

void SettingsReader::apply(const Flat &flat, const std::string &key, const std::string &target,
                           const std::string &fallback) {
    m_known[key] = true;
    for (std::size_t dot = key.find('.'); dot != std::string::npos; dot = key.find('.', dot + 1))
        m_known[key.substr(0, dot)] = false;
    const auto found = flat.find(key);
    const bool present = found != flat.end() && plainValue(found->second) != "null";
    const Given given = present ? found->second : Given{fallback, 0};
    if (target.empty()) {
        if (present && fallback != "*" && plainValue(given) != fallback)
            problem(key, given,
                    given.value.empty() ? "has no counterpart here"
                                        : "is " + given.value + ", which has no counterpart here",
                    fallback);
        return;
    }
    std::string value = plainValue(given);
    if (value == "learning_rate_schedule") {
        const auto schedule = flat.find("hyperparameters.learning_rate_schedule");
        value = schedule == flat.end() ? "linear" : schedule->second.value;
    }
    if (!value.empty() || present)
        set(key, given, target, value);
}

void SettingsReader::applySection(const Flat &flat, const Section &section) {
    const auto found = flat.find(section.key);
    const bool present = found != flat.end() && plainValue(found->second) != "null";
    set(section.key, {}, section.target + ".enabled", present ? "true" : "false");
    m_known[section.key] = false;
    for (std::size_t dot = section.key.find('.'); dot != std::string::npos;
         dot = section.key.find('.', dot + 1))
        m_known[section.key.substr(0, dot)] = false;
    if (!present)
        return;
    for (const Setting &setting : section.settings) {
        const std::string key = section.key + "." + setting.key;
        if (isDemo(key))
            applyDemo(flat, key, section.target + ".demo_path");
        else
            apply(flat, key, *setting.target ? section.target + "." + setting.target : "",
                  setting.value);
    }
}

// The demonstrations of all groups between commas, one where they share it.
void SettingsReader::applyDemo(const Flat &flat, const std::string &key,
                               const std::string &target) {
    m_known[key] = true;
    const auto found = flat.find(key);
    if (found == flat.end() || plainValue(found->second) == "null")
        return problem(key, {}, "is missing", "a demonstration");
    std::vector<std::string> files;
    for (const std::string &name : m_out.behaviors)
        if (const auto mine = m_all.at(name).find(key);
            mine != m_all.at(name).end() && (m_perAgent || name == m_out.behavior))
            files.push_back(demoFile(key, mine->second));
    if (std::count(files.begin(), files.end(), files.front()) == std::ptrdiff_t(files.size()))
        return set(key, found->second, target, files.front());
    std::string list = files.front();
    for (std::size_t i = 1; i < files.size(); ++i)
        list += "," + files[i];
    for (std::size_t i = 0; i < files.size(); ++i)
        m_out.notes.push_back(key + ": " + m_out.behaviors[i] + " learns from " + files[i]);
    set(key, found->second, target, list);
}

std::string SettingsReader::demoFile(const std::string &key, const Given &given) {
    if (given.value.find(',') != std::string::npos)
        problem(key, given, "has a comma, which stands between files here", "a name without one");
    const std::size_t cut = given.value.rfind('\\');
    if (cut == std::string::npos)
        return given.value;
    const std::string name = given.value.substr(cut + 1);
    const std::string note = key + ": of " + given.value + " only " + name + " is kept";
    if (std::find(m_out.notes.begin(), m_out.notes.end(), note) == m_out.notes.end())
        m_out.notes.push_back(note);
    return name;
}

std::string SettingsReader::hint(const std::string &key) const {
    std::vector<std::string> names;
    for (const auto &[name, leaf] : m_known)
        names.push_back(name);
    const std::optional<std::string> close = nearest(key, names);
    return close ? *close : "";
}

} // namespace

Result<MlAgentsSettings> applyMlAgentsYaml(const Scenario &scenario, std::string_view yaml,
                                           const std::string &source, const std::string &behavior) {
    const Result<YamlNode> root = parseBlockYaml(yaml, source);
    if (!root)
        return root.error();
    return SettingsReader(scenario, source).run(*root, behavior);
}

Result<MlAgentsSettings> loadMlAgentsYaml(const Scenario &scenario,
                                          const std::filesystem::path &file,
                                          const std::string &behavior) {
    const Result<std::string> text = readFile(file, kMaxYamlBytes);
    if (!text)
        return text.error();
    return applyMlAgentsYaml(scenario, *text, file.filename().string(), behavior);
}

} // namespace paddock
