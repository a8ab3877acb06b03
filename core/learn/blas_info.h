// Which BLAS does the matrix products. The one that a plain LibTorch installation brings can be
// five times slower than an optimised one, and the result's last bits depend on it.
#pragma once

#include <string>

namespace paddock {

// E.g. "OpenBLAS 0.3.21 (Haswell)" and the path of the library; goes into build.json.
std::string blasName();

// True for the unoptimised reference BLAS.
bool blasIsReference();

} // namespace paddock
