#!/bin/sh
# The roadmap and the settings travel in the workbook byte for byte, and the same workbook can be
# built of them again. The tracker with paces compared stays the same on later days.
# Plain builds only.
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

# The paces compared are those of the day on which something else was last asked for: on later days
# the same options change no byte of the tracker.
# later NAME DAY OPTIONS...
later() {
    name=$1 today=$2
    shift 2
    # the clock says so: with --today the sheets would stand as of that day
    check "$name" env SOURCE_DATE_EPOCH="$(date -u -d "$today 12:00" +%s)" \
        "$program" build samples/rust-systems.md -o "$work/later" --only xlsx -q "$@"
}
# stays NAME DAY OPTIONS...: as later, and the tracker is that of the build before.
stays() {
    cp "$work/later/rust-systems.xlsx" "$work/before.xlsx"
    later "$@"
    check "$1: same bytes" cmp "$work/before.xlsx" "$work/later/rust-systems.xlsx"
}
# A start in the past, in the middle of a week; then another pace, and a replan.
later "compared" 2026-01-07 --start 2026-01-05 --timezone UTC --compare 5,10
stays "compared a day later" 2026-01-08 --start 2026-01-05 --timezone UTC --compare 5,10
stays "compared a month later" 2026-02-11
check "compared: no copy is kept" test ! -e "$work/later/rust-systems.xlsx.bak"
later "compared at other hours" 2026-03-18 --hours 7.5
stays "compared at other hours a day later" 2026-03-19 --hours 7.5
stays "compared at other hours months later" 2026-07-02
later "compared after a replan" 2026-07-02 --replan
stays "compared a day after a replan" 2026-07-03
stays "compared weeks after a replan" 2026-08-14
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
