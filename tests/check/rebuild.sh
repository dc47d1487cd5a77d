#!/bin/sh
# The roadmap and the settings travel in the workbook byte for byte, and the same workbook can be
# Plain builds only.
# built of them again.
set -u
program=${ROADBOOK:-build/roadbook}
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

check() {
    name=$1
    shift
    if "$@" >"$work/said.txt" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        cat "$work/said.txt"
    fi
}

# again NAME ROADMAP OPTIONS...: builds, takes the files out, builds of them, compares.
again() {
    name=$1 roadmap=$2
    shift 2
    rm -rf "$work/out" "$work/files"
    mkdir "$work/files"
    check "$name: build" "$program" build "$roadmap" -o "$work/out" --only pdf -q "$@"
    stem=$(basename "$roadmap" .md)
    check "$name: files" pdfdetach -saveall -o "$work/files" "$work/out/$stem.pdf"
    check "$name: roadmap" cmp "$roadmap" "$work/files/$stem.md"
    check "$name: again" "$program" build "$work/files/$stem.md" --only pdf -q
    check "$name: same bytes" cmp "$work/out/$stem.pdf" "$work/files/$stem.pdf"
}

# A byte order mark and foreign line ends are the roadmap's own.
{ printf '\357\273\277' && sed 's/$/\r/' samples/watercolour-12-weeks.md; } >"$work/foreign.md"

again plain samples/rust-systems.md --start 2026-01-05 --timezone UTC
again settings samples/rust-systems.md --start 2026-01-07 --timezone Europe/Berlin --hours 7.5 \
    --off 2026-03-02..2026-03-06 --off 2026-12-24 --period 2026-07-01..2026-08-15=12.5 \
    --template plain --paper a5 --week-start sunday --slots "Mon,Wed 19:30 1h30; Sat 10:00 2h"
again fillable samples/watercolour-12-weeks.md --start 2026-01-05 --timezone UTC --fillable
again foreign "$work/foreign.md" --start 2026-01-05 --timezone UTC
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
