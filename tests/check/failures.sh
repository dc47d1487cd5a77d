#!/bin/sh
# What goes wrong gets one clear message, the right exit status, and leaves the old files alone.
set -u
program=${ROADBOOK:-build/roadbook}
sample=samples/rust-systems.md
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
passed=0 failed=0
unset SOURCE_DATE_EPOCH

# expect NAME STATUS WORDS COMMAND...: exit status and one message that holds WORDS.
expect() {
    name=$1 status=$2 words=$3
    shift 3
    "$@" >"$work/out.txt" 2>"$work/err.txt"
    got=$?
    messages=$(grep -c 'error: ' "$work/err.txt")
    if [ "$got" -eq "$status" ] && [ "$messages" -eq 1 ] && grep -q -- "$words" "$work/err.txt"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name: status $got, not $status, or not one message with '$words':"
        cat "$work/err.txt"
    fi
}

# The three old files, as a build left them.
same_as_before() {
    if (cd "$work/old" && sha256sum -c --quiet ../sums) >"$work/sums.txt" 2>&1 && [ "$(ls "$work/old" | wc -l)" -eq 3 ]; then
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
cp "$sample" "$work/rust-systems.md"
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
    expect "read-only folder" 3 "old files stand" build "$sample" -o "$work/old" --hours 6
    chmod u+w "$work/old"
else
    expect "read-only folder" 3 "old files stand" build "$sample" -o /proc/self/fd --hours 6
fi
same_as_before "after a read-only folder"

# A file-size limit acts as a full disk does, at every write.
full() { (ulimit -f 4; trap '' XFSZ; exec "$program" build "$@"); }
expect "full disk" 3 "old files stand\|File too large" full "$sample" -o "$work/old" --hours 6 --start 2026-01-05 -z UTC
same_as_before "after a full disk"
expect "full standard output" 3 "No space left" sh -c "exec $program show $sample --start 2026-01-05 >/dev/full"

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
