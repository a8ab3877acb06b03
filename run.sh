#!/usr/bin/env bash
# Builds Paddock, installing what is missing, and starts it: the window on a display, else the command line.
#   ./run.sh [DOCUMENT.json] [options of the program]     the window, training DOCUMENT
#   ./run.sh --headless [DOCUMENT.json] [options]         the same run without a window
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. cmake/setup.sh

document=scenarios/intersection.json
headless=no
arguments=()
first=yes
for argument in "$@"; do
    if [ "$argument" = --headless ]; then
        headless=yes
    elif [ "$first" = yes ] && [[ "$argument" = *.json ]]; then
        document=$argument
        first=no
    else
        arguments+=("$argument")
        first=no
    fi
done

if [ "$headless" = no ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ] &&
    [ -z "${QT_QPA_PLATFORM:-}" ]; then
    say "there is no display (DISPLAY and WAYLAND_DISPLAY are not set)."
    say "train without a window:   ./run.sh --headless"
    say "or log in to a desktop, or use 'ssh -X', and start again."
    exit 1
fi
[ -f "$document" ] || die "there is no document $document"

ensure_packages "${BUILD_PACKAGES[@]}"
if [ "$headless" = yes ]; then
    build paddock-cli
    exec "$BUILD_DIR/bin/paddock-cli" train "$document" ${arguments[@]+"${arguments[@]}"}
fi
build paddock paddock-cli
exec "$BUILD_DIR/bin/paddock" "$document" --train ${arguments[@]+"${arguments[@]}"}
