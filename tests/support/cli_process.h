// Runs paddock-cli like a user does and keeps what it said.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace paddock::test {

struct CliResult {
    int exitCode = -1; // -1 when it crashed or never ended
    QString out;
    QString err;

    // The last line of standard output; empty when that is no JSON object.
    QJsonObject json() const {
        const QString last = out.trimmed().section('\n', -1);
        return QJsonDocument::fromJson(last.toUtf8()).object();
    }
};

inline CliResult runCli(const QStringList &arguments, const QString &folder) {
    constexpr int kPatience = 60'000; // ms, only reached when something is broken
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(PADDOCK_BIN_DIR "/paddock-cli", arguments);
    CliResult result;
    if (process.waitForFinished(kPatience) && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    result.out = QString::fromUtf8(process.readAllStandardOutput());
    result.err = QString::fromUtf8(process.readAllStandardError());
    return result;
}

} // namespace paddock::test
