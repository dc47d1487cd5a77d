#!/bin/sh
# With --pdfa the workbook is PDF/A-1b in every template, says PDFBox's Preflight.
# Plain builds only.
set -u
program=${ROADBOOK:-build/roadbook}
jars=/usr/share/java
classes=
for jar in preflight pdfbox2 fontbox2 xmpbox commons-logging javax.activation jaxb-api; do
    if [ ! -e $jars/$jar.jar ]; then
        echo "no $jar.jar: libpdfbox2-java and what it needs are not installed"
        exit 77
    fi
    classes=$classes:$jars/$jar.jar
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
mkdir "$work/books"

for template in templates/*.yaml; do
    look=$(basename "$template" .yaml)
    for sample in rust-systems watercolour-12-weeks; do
        "$program" build "samples/$sample.md" -o "$work/$look" --only pdf --pdfa -q \
            --template "$look" --start 2026-01-05 --timezone UTC --today 2026-01-01 &&
            mv "$work/$look/$sample.pdf" "$work/books/$look-$sample.pdf" ||
            failed=$((failed + 1))
    done
done

java -cp "$classes" org.apache.pdfbox.preflight.Validator_A1b batch "$work/books" \
    >"$work/said.txt" 2>&1
for book in "$work"/books/*.pdf; do
    if grep -q "$(basename "$book") is a valid PDF/A-1b file" "$work/said.txt"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $(basename "$book")"
    fi
    if [ "$(pdfdetach -list "$book" 2>&1)" != "0 embedded files" ]; then
        failed=$((failed + 1))
        echo "FAILED: $(basename "$book") has files attached"
    fi
done
[ $failed -eq 0 ] || cat "$work/said.txt"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
