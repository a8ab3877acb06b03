// What a run was made with: build.json of its directory, and what the programs say of themselves.
#pragma once

#include <string>

namespace paddock {

std::string programVersion(); // "0.1.0"
std::string programCommit();  // of the sources when they were configured, "unknown" without git

std::string cpuModel(); // "unknown" where the system does not tell

// `blas` is blasName() of core/learn/blas_info.h. JSON object: version, commit, compiler, build
// type, libraries, BLAS and the settings that change its bits, CPU.
std::string buildInfoJson(const std::string &blas);

} // namespace paddock
