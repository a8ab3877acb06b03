#include "core/run/build_info.h"

#include "core/base/text.h"
#include "paddock_build_config.h" // made at configure time

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <thread>

namespace paddock {

namespace {

// Settings from the environment that choose other kernels, and so other bits.
nlohmann::ordered_json kernelSettings() {
    nlohmann::ordered_json settings = nlohmann::ordered_json::object();
    for (const char *name : {"OPENBLAS_CORETYPE", "ATEN_CPU_CAPABILITY", "OMP_NUM_THREADS"})
        if (const char *value = std::getenv(name))
            settings[name] = value;
    return settings;
}

} // namespace

std::string programVersion() {
    return PADDOCK_VERSION;
}

std::string programCommit() {
    return PADDOCK_COMMIT;
}

std::string cpuModel() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        const std::size_t colon = line.find(':');
        if (line.starts_with("model name") && colon != std::string::npos)
            return std::string(trimmed(std::string_view(line).substr(colon + 1)));
    }
    return "unknown";
}

std::string buildInfoJson(const std::string &blas) {
    nlohmann::ordered_json info;
    info["version"] = programVersion();
    info["commit"] = programCommit();
    info["compiler"] = PADDOCK_COMPILER;
    info["build_type"] = PADDOCK_BUILD_TYPE;
    info["box2d"] = PADDOCK_BOX2D_VERSION;
    info["libtorch"] = PADDOCK_TORCH_VERSION;
    info["blas"] = blas;
    info["kernel_settings"] = kernelSettings();
    info["cpu"] = cpuModel();
    info["cores"] = std::thread::hardware_concurrency();
    return info.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

} // namespace paddock
