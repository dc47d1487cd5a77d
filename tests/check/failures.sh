#!/bin/sh
# What goes wrong gets one clear message, the right exit status, and leaves the old files alone.
set -u
program=${ROADBOOK:-build/roadbook}
twelve=samples/watercolour-12-weeks.md
work=$(mktemp -d) || exit 1
sample=$work/watercolour-12-weeks.md # two weeks: what fails, and how, is the same with twelve
cp tests/data/two-weeks.md "$sample"
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
passed=0 failed=0
unset SOURCE_DATE_EPOCH

# expect NAME STATUS WORDS COMMAND...: exit status and one message that holds WORDS.
expect() { expect_count 1 "$@"; }

# As expect, but of COUNT messages, each of which holds WORDS.
expect_count() {
    count=$1
    shift
    name=$1 status=$2 words=$3
    shift 3
    "$@" >"$work/out.txt" 2>"$work/err.txt"
    got=$?
    messages=$(grep -c 'error: ' "$work/err.txt")
    if [ "$got" -eq "$status" ] && [ "$messages" -eq "$count" ] &&
        [ "$(grep -c -- "$words" "$work/err.txt")" -ge "$count" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name: status $got, not $status, or not $count with '$words':"
        cat "$work/err.txt"
    fi
}

# The three old files, as a build left them.
same_as_before() {
    if (cd "$work/old" && sha256sum -c --quiet ../sums) >"$work/sums.txt" 2>&1 && [ "$(ls -A "$work/old" | wc -l)" -eq 3 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1: the old files changed, or something was left behind: $(ls -a "$work/old")"
        cat "$work/sums.txt"
    fi
}

build() { "$program" build "$@" --start 2026-01-05 -z Europe/Berlin --today 2026-01-05; }

mkdir "$work/old"
build "$sample" -o "$work/old" --hours 5 >/dev/null || exit 1
(cd "$work/old" && sha256sum ./* >../sums)
: >"$work/empty.md"
printf 'PK\003\004\000\000binary\000' >"$work/binary.md"

expect "missing file" 3 "No such file" build "$work/nowhere.md" -o "$work/old"
expect "empty file" 1 "empty.md" build "$work/empty.md" -o "$work/old"
expect "binary file" 1 "binary" build "$work/binary.md" -o "$work/old"
expect "a folder" 3 "directory" build "$work" -o "$work/old"
expect "impossible date" 2 "2026-02-30" "$program" build "$sample" -o "$work/old" --start 2026-02-30
expect "no hours" 2 "--hours" build "$sample" -o "$work/old" --hours 0
expect "too many hours" 2 "--hours" build "$sample" -o "$work/old" --hours 61
expect "unknown option" 2 "did you mean --hours" build "$sample" -o "$work/old" --houers 5
expect "unknown command" 2 "did you mean 'build'" "$program" biuld "$sample"
expect "no command" 2 "no command" "$program"
expect "unknown zone" 2 "time zone" "$program" build "$sample" -o "$work/old" -z Europe/Atlantis
expect "unknown output" 2 "--only" build "$sample" -o "$work/old" --only pdf,docx
expect "unknown template" 2 "classic" build "$sample" -o "$work/old" --hours 6 -t baroque
same_as_before "after wrong input"

# Whoever is root may write everywhere: a folder that is none, and a folder under /proc, stop root too.
expect "output folder is a file" 3 "empty.md" build "$sample" -o "$work/empty.md"
if [ "$(id -u)" -ne 0 ]; then
    chmod a-w "$work/old"
    expect_count 3 "read-only folder" 3 "watercolour-12-weeks\.[a-z]*" build "$sample" -o "$work/old" --hours 6
    chmod u+w "$work/old"
else
    expect_count 3 "read-only folder" 3 "watercolour-12-weeks\.[a-z]*" build "$sample" -o /proc/self/fd --hours 6
fi
same_as_before "after a read-only folder"

# A file-size limit acts as a full disk does, at every write.
full() { (ulimit -f 4; trap '' XFSZ; exec "$program" build "$@"); }
expect_count 3 "full disk" 3 "cannot be written: \|File too large" full "$sample" -o "$work/old" --hours 6 --start 2026-01-05 -z UTC
same_as_before "after a full disk"
expect "full standard output" 3 "No space left" sh -c "exec $program show $sample --start 2026-01-05 >/dev/full"
for words in "build $sample -o $work/once --start 2026-01-05 -z UTC" --help --version; do
    expect "full standard output of $words" 3 "No space left" sh -c "exec $program $words >/dev/full"
done

# A wrong value is wrong usage on the command line, and bad input in a file, where it is shown.
mkdir "$work/set"
cp "$sample" "$work/set/plan.md"
for setting in "only: docx" "template: baroque" "paper: a99" "weeks: 900"; do
    echo "$setting" >"$work/set/roadbook.yaml"
    expect "$setting in a file" 1 "roadbook.yaml:1:" build "$work/set/plan.md" --hours 6
    expect "--$setting" 2 "error" build "$sample" -o "$work/old" --hours 6 "--${setting%%:*}" "${setting#*: }"
done
# Look and paper are asked for once, whatever is made of them.
expect "a look that check has no use for" 2 "no template 'baroque'" "$program" check "$sample" -t baroque
expect "a paper that show has no use for" 2 "no paper 'a99'" "$program" show "$sample" --paper a99
expect "a paper for the tracker alone" 2 "no paper 'a99'" build "$sample" -o "$work/old" --hours 6 --only xlsx --paper a99
expect "the week behind the last" 2 "has 10 weeks; there is no week 11" build "$twelve" -o "$work/old" --hours 5 --only ics --weeks 11
build "$twelve" -o "$work/last" --hours 5 --only ics --weeks 10 >/dev/null || { failed=$((failed + 1)) && echo "FAILED: the last week"; }
expect "weeks for the feed alone" 2 "there is no week 900" build "$sample" -o "$work/old" --hours 6 --only ics --weeks 900
expect "an output that nobody makes" 2 "none of pdf, ics, xlsx" build "$sample" -o "$work/old" --hours 6 --only docx
expect "a list of no output" 2 "none of pdf, ics, xlsx" build "$sample" -o "$work/old" --hours 6 --only ,
expect "an output that check has no use for" 2 "none of pdf, ics, xlsx" "$program" check "$sample" --only bogus
expect "weeks that show has no use for" 2 "there is no week 900" "$program" show "$sample" --weeks 900..901
expect "JSON of what gives none" 2 "build has no --json" build "$sample" -o "$work/old" --hours 6 --json
same_as_before "after wrong values"

# A rule that is silenced says nothing, not even while the roadmap is read; nor does it count.
printf '# Tea (1 week)\n\n## Week 1: Oolong \377\n- [ ] Brew\n' >"$work/tea.md"
"$program" show "$work/tea.md" --start 2026-01-05 -z UTC --strict --silence not-utf-8 --silence no-font \
    >"$work/out.txt" 2>"$work/err.txt"
if [ $? -eq 0 ] && [ ! -s "$work/err.txt" ]; then
    passed=$((passed + 1))
else
    failed=$((failed + 1))
    echo "FAILED: silenced rules still speak or count:"
    cat "$work/err.txt"
fi
expect "no rule of that name" 2 "is no rule; did you mean 'no-font'" "$program" show "$work/tea.md" --silence no-fonts

for epoch in x 12x -5 99999999999; do
    expect "SOURCE_DATE_EPOCH=$epoch" 2 "SOURCE_DATE_EPOCH" env SOURCE_DATE_EPOCH="$epoch" "$program" show "$sample"
done

# What stands there and is no file is neither read nor replaced; the other two are made.
for ending in pdf ics xlsx; do
    mkdir "$work/odd-$ending"
    mkfifo "$work/odd-$ending/watercolour-12-weeks.$ending"
    expect "a pipe as $ending" 3 "$ending: .*stands there" timeout 60 "$program" build "$sample" -o "$work/odd-$ending" --today 2026-01-05 -z UTC
    if [ "$(ls -A "$work/odd-$ending" | wc -l)" -ne 3 ] || [ "$(find "$work/odd-$ending" -type f | wc -l)" -ne 2 ] ||
        [ "$(grep -c "watercolour-12-weeks" "$work/out.txt")" -ne 2 ]; then
        failed=$((failed + 1))
        echo "FAILED: not two files beside a pipe as $ending"
    fi
done

# An output that is one of the inputs, by whatever name, is not replaced; --force does not help.
mkdir "$work/in"
cp "$sample" "$work/in/plan.md"
printf 'hours: 5\n' >"$work/in/set.yaml"
printf 'extends: plain\n' >"$work/in/own.yaml"
printf 'extends: own.yaml\n' >"$work/in/look.yaml"
printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;VALUE=DATE:20260501\r\nSUMMARY:Holiday\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n' >"$work/in/plan.ics"
(cd "$work/in" && sha256sum ./* >../inputs)
expect "a holiday calendar as the feed" 3 "plan.ics: is the file that is read as .*plan.ics" \
    build "$work/in/plan.md" --holidays "$work/in/plan.ics" --force --only pdf,ics
for input in plan.md set.yaml own.yaml look.yaml; do
    rm -f "$work/in/plan.pdf"
    ln -s "$input" "$work/in/plan.pdf"
    expect "$input as the workbook" 3 "plan.pdf: is the file that is read as .*$input" \
        build "$work/in/plan.md" --settings "$work/in/set.yaml" -t "$work/in/look.yaml" --force --only pdf
done
ln "$work/in/plan.md" "$work/in/roadmap.pdf"
expect "standard input as the workbook" 3 "is the file that is read as standard input" \
    build - -o "$work/in" --only pdf <"$work/in/plan.md"
if ! (cd "$work/in" && sha256sum -c --quiet ../inputs); then
    failed=$((failed + 1))
    echo "FAILED: an input was replaced"
fi

# An old file whose backup's name would be too long is kept under a shorter one.
name=$(printf '%0249d' 0)
mkdir "$work/keep"
cp "$sample" "$work/$name.md"
echo "not a feed" >"$work/keep/$name.ics"
if ! build "$work/$name.md" -o "$work/keep" --hours 6 --force --only pdf,ics >"$work/out.txt" ||
    ! grep -q "not a feed" "$work/keep/${name%??}.ics.bak" || [ "$(ls -A "$work/keep" | wc -l)" -ne 3 ]; then
    failed=$((failed + 1))
    echo "FAILED: an old file of a long name was not kept: $(ls -A "$work/keep")"
fi

# A backup is not written through a link, be there nothing at its end.
mkdir "$work/linked"
echo "not a feed" >"$work/linked/watercolour-12-weeks.ics"
ln -s ../victim "$work/linked/watercolour-12-weeks.ics.bak"
if ! build "$sample" -o "$work/linked" --force --only ics >"$work/out.txt" || [ -e "$work/victim" ] ||
    ! grep -q "not a feed" "$work/linked/watercolour-12-weeks.ics.bak.2"; then
    failed=$((failed + 1))
    echo "FAILED: a backup was written through a link"
fi

# However a build ends, it leaves old or new, and nothing else that the next one does not clear.
mkdir "$work/killed"
for number in INT TERM HUP KILL; do
    for delay in 0.02 0.05 0.1 0.15 0.2; do
        echo "left" >"$work/killed/.roadbook-left00.tmp"
        timeout -s "$number" "$delay" "$program" build "$sample" -o "$work/killed" --hours 6 --only pdf,ics \
            --today 2026-01-05 -z UTC >"$work/out.txt" 2>&1
    done
done
build "$sample" -o "$work/killed" --only pdf,ics >"$work/out.txt" 2>&1
if [ "$(ls -A "$work/killed" | tr '\n' ' ')" != "watercolour-12-weeks.ics watercolour-12-weeks.pdf " ]; then
    failed=$((failed + 1))
    echo "FAILED: a build that was killed left something: $(ls -A "$work/killed")"
fi

# A backup's name that is taken stays taken.
mkdir "$work/bak" "$work/bak/watercolour-12-weeks.ics.bak"
echo "not a feed" >"$work/bak/watercolour-12-weeks.ics"
if ! build "$sample" -o "$work/bak" --force >"$work/out.txt" || ! grep -q "not a feed" "$work/bak/watercolour-12-weeks.ics.bak.2"; then
    failed=$((failed + 1))
    echo "FAILED: an old file was not kept beside an older backup"
fi

# Only what a tracker was made for is promised of it.
if "$program" build "$sample" -o "$work/one" --only pdf --today 2026-01-05 -z UTC | grep -q "in the tracker"; then
    failed=$((failed + 1))
    echo "FAILED: a tracker that was not made is promised"
fi

# A file's name cannot speak to the terminal either, nor JSON turn letters around.
cp "$sample" "$work/$(printf 'a\033[31mb').md"
printf '# Plan \302\233 \342\200\256 x \177 (4 weeks)\n\n## Week 1: a\n- [ ] b\n' >"$work/unseen.md"
build "$work/$(printf 'a\033[31mb').md" -o "$work/names" >"$work/out.txt" 2>&1
"$program" show "$work/unseen.md" --json --start 2026-01-05 -z UTC >"$work/json.txt"
if grep -q "$(printf '\033')" "$work/out.txt" || grep -q "$(printf '\302\233\|\342\200\256\|\177')" "$work/json.txt" ||
    ! grep -q 'u009b .u202e x .u007f' "$work/json.txt"; then
    failed=$((failed + 1))
    echo "FAILED: an unseen character reached the terminal through a name or JSON"
fi

# A title cannot speak to the terminal.
printf '# Plan \033]0;owned\007 (4 weeks)\n\n## Week 1: a\033[31m\n- [ ] b\n' >"$work/escape.md"
"$program" show "$work/escape.md" --start 2026-01-05 -z UTC >"$work/out.txt" 2>"$work/err.txt"
if grep -q "$(printf '\033')" "$work/out.txt" "$work/err.txt"; then
    failed=$((failed + 1))
    echo "FAILED: a control character reached the terminal"
else
    passed=$((passed + 1))
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
