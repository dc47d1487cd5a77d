#!/bin/sh
# Golden outputs: each tests/golden/NAME.args holds one command line; what roadbook prints for it,
# the messages and the exit status are held against NAME.out byte for byte. With --update the
# differences are shown and become the new expectation.
# Part of make check.
set -u
program=${ROADBOOK:-build/roadbook}
update=${1:-}
actual=$(mktemp -d) || exit 1
trap 'rm -rf "$actual"' EXIT
passed=0 failed=0

for arguments in tests/golden/*.args; do
    [ -e "$arguments" ] || continue
    wanted=${arguments%.args}.out
    got=$actual/$(basename "$wanted")
    # The words of the file are the words of the command, quotes and all.
    eval "set -- $(cat "$arguments")"
    "$program" "$@" >"$got" 2>"$actual/messages"
    status=$?
    if [ -s "$actual/messages" ]; then
        printf '%s\n' '-- messages:' >>"$got"
        cat "$actual/messages" >>"$got"
    fi
    printf '%s\n' "-- exit status $status" >>"$got"
    if diff -u "$wanted" "$got" >"$actual/difference" 2>&1; then
        passed=$((passed + 1))
    elif [ "$update" = --update ]; then
        cat "$actual/difference"
        cp "$got" "$wanted"
        passed=$((passed + 1))
    else
        head -n 60 "$actual/difference"
        failed=$((failed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
