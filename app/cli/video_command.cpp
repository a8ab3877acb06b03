// Films are drawn by the window's program, which lies beside this one: here is no OpenGL. Where
// there is no display a private one is started for it.
#include "app/cli/child_process.h"
#include "app/cli/commands.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace paddock::cli {

namespace {

constexpr int kNoDisplay = 3; // exit code of the window's program

std::string numberOf(double value) {
    return Json(value).dump();
}

std::vector<std::string> filmArguments(const VideoArguments &a) {
    std::vector<std::string> all{"--video",      a.out,
                                 "--from",       a.source,
                                 "--video-size", a.size,
                                 "--fps",        std::to_string(a.fps),
                                 "--camera",     a.camera,
                                 "--seed",       std::to_string(a.seed),
                                 "--seconds",    numberOf(a.seconds),
                                 "--start",      numberOf(a.start),
                                 "--speed",      numberOf(a.speed),
                                 "--driver",     a.driver,
                                 "--theme",      a.theme};
    if (!a.beside.empty())
        all.insert(all.end(), {"--beside", a.beside});
    if (a.agent > 0)
        all.insert(all.end(), {"--agent", std::to_string(a.agent)});
    if (a.noWords)
        all.push_back("--no-words");
    return all;
}

bool hasDisplay() {
    const auto set = [](const char *name) {
        const char *value = std::getenv(name);
        return value && *value;
    };
    return set("DISPLAY") || set("WAYLAND_DISPLAY") || set("QT_QPA_PLATFORM");
}

int fail(const Output &output, Problem problem) {
    return reportError(output, Error(std::move(problem)), kFailed);
}

} // namespace

int runVideo(const VideoArguments &arguments, const Output &output) {
    const std::filesystem::path program = siblingProgram("paddock");
    if (program.empty())
        return fail(output, {"paddock", "is not there: the window's program draws films",
                             "it beside paddock-cli or in PATH"});
    PrivateDisplay display;
    if (!hasDisplay()) {
        if (const Status started = display.start(); !started)
            return reportError(output, started.error(), kFailed);
    }
    std::string lastLine;
    const Result<int> code =
        runProgram(program, filmArguments(arguments), display.name(), [&](const std::string &line) {
            lastLine = line;
            if (!output.quiet)
                std::fprintf(stderr, "%s\n", line.c_str());
        });
    if (!code)
        return reportError(output, code.error(), kFailed);
    if (*code == kNoDisplay)
        return fail(output,
                    {"display", "cannot be used by the window's program", "one with OpenGL"});
    if (*code != 0)
        return *code == kBadInput ? kBadInput : kFailed;
    printResult(output, {{"file", arguments.out}, {"film", lastLine}});
    return kOk;
}

} // namespace paddock::cli
