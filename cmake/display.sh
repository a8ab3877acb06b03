# shellcheck shell=bash
# Sourced by test.sh and .ci/run: a display of our own, drawn by software, so that results do not depend on the machine.

XVFB_PID=

# Xvfb chooses a free number itself and tells it once it accepts clients.
start_display() {
    local number_file
    number_file=$(mktemp)
    Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp >/dev/null 2>&1 3>"$number_file" &
    XVFB_PID=$!
    trap stop_display EXIT
    trap 'exit 130' INT TERM
    local tries=0
    while [ ! -s "$number_file" ]; do
        tries=$((tries + 1))
        if [ "$tries" -gt 200 ] || ! kill -0 "$XVFB_PID" 2>/dev/null; then
            rm -f "$number_file"
            die "Xvfb did not start"
        fi
        sleep 0.1
    done
    DISPLAY=":$(tr -d '[:space:]' <"$number_file")"
    rm -f "$number_file"
    unset WAYLAND_DISPLAY XAUTHORITY
    export DISPLAY LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb
}

stop_display() {
    [ -n "$XVFB_PID" ] || return 0
    kill "$XVFB_PID" 2>/dev/null || true
    wait "$XVFB_PID" 2>/dev/null || true
    XVFB_PID=
}
