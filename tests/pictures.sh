#!/bin/sh
# Makes samples/pictures/*.png: six pages of the sample's workbook, as the README shows them.
set -eu
roadbook=${ROADBOOK:-build/roadbook}
sample=samples/rust-systems.md
pictures=samples/pictures
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT INT TERM

"$roadbook" build "$sample" --hours 5 --start 2026-01-05 --timezone UTC --today 2026-01-01 \
    --only pdf --quiet --output "$folder"
book=$folder/rust-systems.pdf
mkdir -p "$pictures"

# The page that a named destination leads to.
page_of() {
    pdfinfo -dests "$book" | sed -n "s/^ *\([0-9]*\) .*\"$1\"\$/\1/p" | head -n 1
}

for picture in cover:cover glance:glance phase:phase-1 week:week-6 month:month-2026-02 \
    checklist:checklist-1; do
    page=$(page_of "${picture#*:}")
    test -n "$page" || { echo "no page ${picture#*:}" >&2; exit 1; }
    pdftoppm -r 48 -f "$page" -l "$page" -singlefile -png "$book" "$pictures/${picture%%:*}"
done
ls -l "$pictures"
