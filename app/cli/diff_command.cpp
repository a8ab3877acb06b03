#include "app/cli/commands.h"
#include "core/scenario/scenario_compare.h"

#include <algorithm>
#include <cstdio>

namespace paddock::cli {

int runDiff(const std::string &left, const std::string &right, const Output &output) {
    const auto pair = namedScenarios(left, right);
    if (!pair)
        return reportError(output, pair.error(), kBadInput);
    const std::vector<ComparedField> fields = compareScenarios(pair->first, pair->second);
    if (output.json) {
        Json rows = Json::array();
        for (const ComparedField &field : fields)
            rows.push_back({{"path", field.path},
                            {"left", field.left},
                            {"right", field.right},
                            {"unit", field.unit}});
        printJson({{"left", left}, {"right", right}, {"equal", rows.empty()}, {"fields", rows}});
        return kOk;
    }
    if (fields.empty())
        std::printf("no differences\n");
    std::size_t path = 0, value = 0;
    for (const ComparedField &field : fields) {
        path = std::max(path, field.path.size());
        value = std::max(value, std::min<std::size_t>(field.left.size(), 40));
    }
    for (const ComparedField &field : fields)
        std::printf("%-*s  %*s -> %s %s\n", int(path), field.path.c_str(), int(value),
                    field.left.empty() ? "-" : field.left.c_str(),
                    field.right.empty() ? "-" : field.right.c_str(), field.unit.c_str());
    return kOk;
}

} // namespace paddock::cli
