# shellcheck shell=sh
# Counting for the test drivers in shell: `. count.sh`, then pass or fail, then finish NAME.
passed=0
failed=0

pass() { passed=$((passed + 1)); }

fail() {
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$*"
}

# check WHAT COMMAND...: passes when the command succeeds; its output is shown when it does not.
check() {
    check_what=$1
    shift
    if check_output=$("$@" 2>&1); then
        pass
    else
        fail "$check_what"
        printf '%s\n' "$check_output" | sed 's/^/    /' | tail -n 40
    fi
}

finish() {
    printf '%s: %d passed, %d failed\n' "$1" "$passed" "$failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
