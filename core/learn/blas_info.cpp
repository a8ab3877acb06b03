#include "core/learn/blas_info.h"

#include <ATen/Context.h>

#include <dlfcn.h>
#include <filesystem>

namespace paddock {

namespace {

namespace fs = std::filesystem;

// The library that answers for single-precision matrix products, by its real path; empty when
// unknown.
fs::path blasLibrary() {
    void *symbol = dlsym(RTLD_DEFAULT, "sgemm_");
    Dl_info info{};
    if (!symbol || !dladdr(symbol, &info) || !info.dli_fname)
        return {};
    std::error_code error;
    const fs::path real = fs::canonical(info.dli_fname, error);
    return error ? fs::path(info.dli_fname) : real;
}

// Calls a `char *f()` that some library may have.
std::string textFrom(const char *function) {
    using Function = char *(*)();
    const auto call = reinterpret_cast<Function>(dlsym(RTLD_DEFAULT, function));
    const char *text = call ? call() : nullptr;
    return text ? text : "";
}

bool contains(const std::string &text, const char *part) {
    return text.find(part) != std::string::npos;
}

// "OpenBLAS 0.3.21" of "OpenBLAS 0.3.21 NO_LAPACKE DYNAMIC_ARCH ...".
std::string firstTwoWords(const std::string &text) {
    const std::size_t space = text.find(' ');
    return space == std::string::npos ? text : text.substr(0, text.find(' ', space + 1));
}

} // namespace

std::string blasName() {
    const std::string path = blasLibrary().string();
    if (const std::string config = textFrom("openblas_get_config"); !config.empty())
        return firstTwoWords(config) + " (" + textFrom("openblas_get_corename") + ") " + path;
    if (at::hasMKL())
        return "Intel MKL " + path;
    if (contains(path, "blis"))
        return "BLIS " + path;
    if (contains(path, "atlas"))
        return "ATLAS " + path;
    return blasIsReference() ? "reference BLAS " + path
                             : (path.empty() ? std::string("unknown BLAS") : path);
}

bool blasIsReference() {
    const fs::path path = blasLibrary();
    if (!textFrom("openblas_get_config").empty() || at::hasMKL())
        return false;
    for (const char *optimised : {"blis", "atlas", "openblas", "mkl"})
        if (contains(path.string(), optimised))
            return false;
    return path.filename().string().starts_with("libblas.so");
}

} // namespace paddock
