// Weights and everything else that an update depends on, to a TensorFile and back.
#include "core/base/hash.h"
#include "core/learn/finite.h"
#include "core/learn/ppo_impl.h"

#include <charconv>

namespace paddock {

namespace {

constexpr const char *kFormat = "paddock-ppo-1";

std::string listText(const std::vector<std::int64_t> &shape) {
    std::string text = "[";
    for (const std::int64_t size : shape)
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

// Reads a counter of the metadata, 0 or more; notes a problem when it is missing or no number.
std::int64_t readCounter(const TensorFile &file, const std::string &key,
                         std::vector<Problem> &problems) {
    const auto found = file.metadata.find(key);
    if (found == file.metadata.end()) {
        problems.push_back({key, "is missing", ""});
        return 0;
    }
    const std::string &text = found->second;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0)
        problems.push_back({key, "is \"" + text + "\"", "an integer, 0 or more"});
    return value;
}

void checkArray(const TensorFile &file, const std::string &name,
                const std::vector<std::int64_t> &shape, std::size_t size,
                std::vector<Problem> &problems) {
    const auto found = file.tensors.find(name);
    if (found == file.tensors.end())
        problems.push_back({name, "is missing", ""});
    else if (found->second.shape != shape || found->second.values.size() != size)
        problems.push_back({name, "has shape " + listText(found->second.shape), listText(shape)});
    else if (!allFinite(found->second.values))
        problems.push_back({name, "holds a number that is not finite", ""});
}

// Copies everything into a file.
class Saver : public StateVisitor {
  public:
    explicit Saver(TensorFile &file) : m_file(file) {}

    void array(const std::string &name, const std::vector<std::int64_t> &shape,
               std::span<float> values) override {
        m_file.tensors[name] = {shape, {values.begin(), values.end()}};
    }
    void counter(const std::string &name, std::int64_t &value) override {
        m_file.metadata[name] = std::to_string(value);
    }

  private:
    TensorFile &m_file;
};

// Finds all that is wrong with a file.
class Checker : public StateVisitor {
  public:
    explicit Checker(const TensorFile &file) : m_file(file) {}
    std::vector<Problem> problems;

    void array(const std::string &name, const std::vector<std::int64_t> &shape,
               std::span<float> values) override {
        checkArray(m_file, name, shape, values.size(), problems);
    }
    void counter(const std::string &name, std::int64_t &) override {
        readCounter(m_file, name, problems);
    }

  private:
    const TensorFile &m_file;
};

// Copies everything out of a file that has been checked.
class Loader : public StateVisitor {
  public:
    explicit Loader(const TensorFile &file) : m_file(file) {}

    void array(const std::string &name, const std::vector<std::int64_t> &,
               std::span<float> values) override {
        const std::vector<float> &from = m_file.tensors.at(name).values;
        std::copy(from.begin(), from.end(), values.begin());
    }
    void counter(const std::string &name, std::int64_t &value) override {
        std::vector<Problem> none;
        value = readCounter(m_file, name, none);
    }

  private:
    const TensorFile &m_file;
};

// Adds all arrays to a hash; or tells whether all are finite.
class Hasher : public StateVisitor {
  public:
    void array(const std::string &, const std::vector<std::int64_t> &,
               std::span<float> values) override {
        hash.add(std::span<const float>(values));
        finite = finite && allFinite(values);
    }
    void counter(const std::string &, std::int64_t &) override {}

    Fnv1a64 hash;
    bool finite = true;
};

} // namespace

void PpoLearner::Impl::visitState(StateVisitor &v) {
    std::int64_t count = std::int64_t(updates);
    v.counter("updates", count);
    updates = std::uint64_t(count);
    visitWeights(v, "actor", actor.mlp);
    visitAdam(v, "actor", actor.adam);
    visitWeights(v, "critic", critic.mlp);
    visitAdam(v, "critic", critic.adam);
    if (spec.cloning.enabled)
        cloning.visitState(v);
    signals.visitState(v);
}

std::uint64_t PpoLearner::paramsHash() const {
    Hasher hasher;
    hasher.hash.add(std::span<const float>(m_impl->actor.mlp.parameters()));
    hasher.hash.add(std::span<const float>(m_impl->critic.mlp.parameters()));
    m_impl->signals.visitState(hasher);
    return hasher.hash.value();
}

bool PpoLearner::finite() const {
    Hasher hasher;
    m_impl->signals.visitState(hasher);
    return hasher.finite && allFinite(m_impl->actor.mlp.parameters()) &&
           allFinite(m_impl->critic.mlp.parameters());
}

TensorFile PpoLearner::save() const {
    TensorFile file;
    Saver saver(file);
    m_impl->visitState(saver);
    file.metadata["format"] = kFormat;
    return file;
}

Status PpoLearner::load(const TensorFile &file) {
    Checker checker(file);
    const auto format = file.metadata.find("format");
    if (format == file.metadata.end() || format->second != kFormat)
        checker.problems.push_back(
            {"format", format == file.metadata.end() ? "is missing" : "is " + format->second,
             kFormat});
    m_impl->visitState(checker);
    if (!checker.problems.empty())
        return Error(std::move(checker.problems));
    Loader loader(file);
    m_impl->visitState(loader);
    return Done{};
}

} // namespace paddock
