# shellcheck shell=sh
# Transcripts as tests. A session is a text with lines "$ COMMAND", each followed by what the command
# prints on both streams, by "(status N)" when it does not end with 0, and by an empty line.

# session_play FILE: runs the commands of FILE in this folder, prints the transcript as it should be.
session_play() {
    grep '^\$ ' "$1" | while IFS= read -r session_line; do
        printf '%s\n' "$session_line"
        sh -c "${session_line#??}" >.session 2>&1 </dev/null
        session_status=$?
        cat .session
        [ -z "$(tail -c 1 .session)" ] || echo
        [ "$session_status" -eq 0 ] || echo "(status $session_status)"
        echo
    done
    rm -f .session
}

# session_program PROGRAM FOLDER: makes the program the `proviso` of the sessions, in the C locale,
# without colour, in an empty folder that holds samples/.
session_program() {
    mkdir -p "$2/bin" "$2/run"
    ln -s "$(cd "$(dirname "$1")" && pwd)/$(basename "$1")" "$2/bin/proviso"
    ln -s "$(cd "$here/../../samples" && pwd)" "$2/run/samples"
    export PATH="$2/bin:$PATH" LC_ALL=C NO_COLOR=1
    unset LANG TERM COLUMNS 2>/dev/null || :
    cd "$2/run" || exit 2
}
