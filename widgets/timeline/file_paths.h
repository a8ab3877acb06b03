// Between the paths of the core and the texts that file dialogs speak.
#pragma once

#include <QString>

#include <filesystem>

namespace paddock {

inline std::filesystem::path toPath(const QString &file) {
    return std::filesystem::path(file.toStdU16String());
}

inline QString toText(const std::filesystem::path &path) {
    return QString::fromStdU16String(path.u16string());
}

} // namespace paddock
