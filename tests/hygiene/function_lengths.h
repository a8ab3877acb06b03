// Finds function bodies by their braces: no parser, but right for code that clang-format has laid
// out.
#pragma once

#include "tests/hygiene/source_tree.h"

namespace paddock::test {

struct FunctionLength {
    QString where; // "core/base/rng.cpp:12 Rng::bits"
    int lines = 0; // from the first line of its signature to its closing brace
};

QList<FunctionLength> functionsOf(const SourceFile &file);

} // namespace paddock::test
