#!/bin/sh
# Makes samples/pictures/*.png: six pages of the sample's workbook, and two sheets of its tracker as
# LibreOffice shows them after half a year, for the README.
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

"$roadbook" build "$sample" --hours 5 --start 2026-01-05 --timezone UTC --today 2026-01-05 \
    --only xlsx --quiet --output "$folder"
tests/check/support/half_a_year.py "$folder/rust-systems.xlsx" 2026-07-24
"$roadbook" build "$sample" --today 2026-07-24 --only xlsx --quiet --output "$folder"
soffice "-env:UserInstallation=file://$folder/office" --headless --convert-to pdf --outdir "$folder" \
    "$folder/rust-systems.xlsx" >/dev/null 2>&1
pdftoppm -r 60 -f 1 -l 1 -singlefile -png "$book" "$pictures/today"
pdftoppm -r 80 -f 2 -l 2 -singlefile -png "$book" "$pictures/dashboard"
ls -l "$pictures"
