# shellcheck shell=bash disable=SC2034,SC2120
# Sourced by run.sh and test.sh: installs missing packages, configures and builds. Not a program of its own.
# Expects: set -euo pipefail, the current folder = the repository's root.

BUILD_DIR=build
STAMP_FILE="$BUILD_DIR/.packages-present"

# One name per need; alternatives for other releases are separated by |, the first one that exists is taken.
BUILD_PACKAGES=(
    g++ cmake ninja-build pkg-config git ca-certificates ccache
    qt6-base-dev libqt6opengl6-dev "libqt6svg6-dev|qt6-svg-dev" qt6-qpa-plugins
    qt6-tools-dev qt6-l10n-tools qt6-translations-l10n
    libqcustomplot-dev libbox2d-dev libtorch-dev libopenblas0-openmp libsdl2-dev
    nlohmann-json3-dev libcli11-dev libpng-dev libhdf5-dev
    libavcodec-dev libavformat-dev libavutil-dev libswscale-dev
    libgl-dev libgl1-mesa-dri fonts-dejavu-core
)
TEST_PACKAGES=(xvfb xauth clang-format locales)

say() { printf '%s\n' "paddock: $*" >&2; }

die() {
    say "$*"
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "needs root rights (sudo is not installed) to run: $*"
    fi
}

# A locale with a decimal comma, for the tests that must not care; kept in the build folder.
make_locale() {
    local folder="$BUILD_DIR/locale"
    if [ ! -d "$folder/de_DE.UTF-8" ]; then
        mkdir -p "$folder"
        localedef -i de_DE -f UTF-8 "$PWD/$folder/de_DE.UTF-8"
    fi
    export LOCPATH="$PWD/$folder"
}

# Prints the packages of the arguments that are not installed, in one query.
missing_of() {
    local installed need name found
    installed=" $(dpkg-query -W -f='${db:Status-Abbrev}${Package}\n' 2>/dev/null |
        sed -n 's/^ii *//p' | tr '\n' ' ') "
    for need in "$@"; do
        found=no
        for name in ${need//|/ }; do
            case "$installed" in *" $name "*) found=yes ;; esac
        done
        [ "$found" = yes ] || printf '%s\n' "$need"
    done
}

# A name that is merely provided by another package has no candidate of its own.
available() {
    # Not grep -q: it would close the pipe early, which pipefail takes for a failure.
    LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep 'Candidate: [^(]' >/dev/null
}

# Prints the first alternative that the package lists know.
pick_available() {
    local name
    for name in ${1//|/ }; do
        if available "$name"; then
            printf '%s\n' "$name"
            return 0
        fi
    done
    return 1
}

# The names to install for the given needs; fails with the first need that the lists do not know.
resolve_all() {
    local need
    for need in "$@"; do
        pick_available "$need" || {
            printf '%s\n' "$need" >&2
            return 1
        }
    done
}

install_missing() {
    local missing names
    mapfile -t missing < <(missing_of "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    command -v apt-get >/dev/null ||
        die "please install what these Debian packages hold, then start again: ${missing[*]}"
    if ! names=$(resolve_all "${missing[@]}" 2>/dev/null); then
        say "fetching the package lists"
        as_root apt-get update -qq
        names=$(resolve_all "${missing[@]}") ||
            die "this release has no package of that name (Debian 12 or 13 or Ubuntu 24.04 do)"
    fi
    mapfile -t missing <<<"$names"
    say "installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        "${missing[@]}" </dev/null >&2 ||
        {
            # Stale lists name versions that the server has no more.
            as_root apt-get update -qq
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q \
                --no-install-recommends "${missing[@]}" </dev/null >&2
        }
}

# A new start with the same needs on the same system asks nothing: the stamp says that all was there.
ensure_packages() {
    local key
    key="$(. /etc/os-release 2>/dev/null && printf '%s %s' "${ID:-}" "${VERSION_ID:-}") $*"
    if [ -f "$STAMP_FILE" ] && grep -qxF -- "$key" "$STAMP_FILE"; then
        return 0
    fi
    install_missing "$@"
    mkdir -p "$BUILD_DIR"
    printf '%s\n' "$key" >>"$STAMP_FILE"
}

configure() {
    [ -f "$BUILD_DIR/build.ninja" ] && return 0
    # An interrupted first configure leaves a cache that may hold half of the truth.
    rm -f "$BUILD_DIR/CMakeCache.txt"
    cmake --preset release >&2
}

# build [targets...]: everything without arguments.
build() {
    configure
    if [ "$#" -eq 0 ]; then
        cmake --build "$BUILD_DIR" >&2
    else
        cmake --build "$BUILD_DIR" --target "$@" >&2
    fi
}
