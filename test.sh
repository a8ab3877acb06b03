#!/usr/bin/env bash
# Builds everything, installing what is missing, and runs all tests on a display of its own.
#   ./test.sh [options of ctest]     e.g. ./test.sh -R metrics
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
. cmake/setup.sh
. cmake/display.sh

ensure_packages "${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}"
# shellcheck disable=SC2119
build
make_locale
start_display
status=0
ctest --test-dir "$BUILD_DIR" --output-on-failure -j2 "$@" </dev/null || status=$?
exit "$status"
