#!/bin/sh
# How fast roadbook is: for each sample the time of a build and of `show`, pages a second, bytes a
# page. Needs poppler-utils.
set -eu
program=${ROADBOOK:-build/roadbook}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

now() { date +%s%N; }

# The least of five runs, in microseconds: the run that was disturbed least.
least() {
    best=
    for _ in 1 2 3 4 5; do
        begin=$(now)
        "$@" >"$work/out.txt" 2>&1
        took=$((($(now) - begin) / 1000))
        if [ -z "$best" ] || [ $took -lt $best ]; then best=$took; fi
    done
    echo "$best"
}

printf '%-26s %5s %9s %9s %9s %7s %9s %9s\n' sample hours show build pages/s pages bytes bytes/page
for sample in samples/*.md; do
    for hours in 5 10; do
        common="--hours $hours --start 2026-01-05 --timezone UTC --today 2026-01-05"
        name=$(basename "$sample" .md)
        shown=$(least "$program" show "$sample" $common)
        rm -f "$work/$name".*
        built=$(least "$program" build "$sample" -o "$work" $common)
        pages=$(pdfinfo "$work/$name.pdf" | sed -n 's/^Pages: *//p')
        bytes=$(wc -c <"$work/$name.pdf")
        printf '%-26s %5s %6s ms %6s ms %9s %7s %9s %9s\n' "$name" "$hours" $((shown / 1000)) \
            $((built / 1000)) $((pages * 1000000 / built)) "$pages" "$bytes" $((bytes / pages))
    done
done
