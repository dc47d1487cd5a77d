#!/usr/bin/python3
"""What becomes of an old tracker: one that says the same stays byte for byte; one that somebody wrote
in is replaced by one that has it all, and kept as .bak, one such and no more; what cannot be read or
is another plan's is replaced by --force alone, and kept for good. Exit status 77 where openpyxl is
absent."""

import os
import sys
import tempfile
import warnings

try:
    import openpyxl

    from support.rope import ROADMAP, build, contents
    from support.tracker import FIRST_ROW, roles_of
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

passed = failed = 0


def check(good, words):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print("FAILED:", words)


def main():
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        tracker = os.path.join(folder, "rope.xlsx")
        with open(os.path.join(folder, "rope.md"), "w") as file:
            file.write(ROADMAP)
        status, words = build(folder, "--today", "2026-01-07")
        check(status == 0, "a first build: " + words)
        first = contents(tracker)
        check(build(folder, "--today", "2026-01-07")[0] == 0 and contents(tracker) == first,
              "a build that changes nothing leaves the bytes alone")
        check(build(folder, "--today", "2026-01-21")[0] == 0 and contents(tracker) != first,
              "as of another day that was given the sheets say something else")
        check(build(folder)[0] == 0 and contents(tracker) != first, "without --today it follows the clock")
        followed = contents(tracker)
        check(build(folder)[0] == 0 and contents(tracker) == followed, "a build that changes nothing leaves the bytes alone")
        with open(os.path.join(folder, "rope.md"), "w") as file:
            file.write(ROADMAP.replace("](https://", "](https://www."))
        check(build(folder)[0] == 0 and contents(tracker) != followed, "a link changed is a change")
        check(build(folder, "--today", "2026-01-21", "--hours", "4")[0] == 0, "another pace")
        check(contents(tracker) != first, "a tracker of another pace is replaced")
        check(os.path.exists(tracker + ".bak"), "the one before is kept")

        book = openpyxl.load_workbook(tracker)
        hours = roles_of(book["Log"])["hours"]
        book["Log"].cell(FIRST_ROW, hours).value = 1.5
        book.save(tracker)
        edited = contents(tracker)
        status, words = build(folder, "--today", "2026-01-21", "--hours", "4")
        check(status == 0 and "error:" not in words, "an edited tracker is carried over: " + words)
        check(contents(tracker + ".bak") == edited, "the edited one is kept")
        check(sorted(os.listdir(folder)) == ["rope.md", "rope.xlsx", "rope.xlsx.bak"], "nothing else is left behind")
        check(openpyxl.load_workbook(tracker)["Log"].cell(FIRST_ROW, hours).value == 1.5, "its hours are there")
        carried = contents(tracker)
        check(build(folder, "--today", "2026-01-21", "--hours", "4")[0] == 0 and contents(tracker) == carried,
              "what was carried over once stays as it is")
        check(contents(tracker + ".bak") == edited, "and so does what was kept")

        others = openpyxl.Workbook()
        others.active["A1"] = "my own list"
        others.save(tracker)
        foreign = contents(tracker)
        status, words = build(folder, "--today", "2026-01-21")
        check(status == 3 and "--force" in words, "what is not roadbook's is refused: " + words)
        check(words.count("error:") == 1, "one message: " + words)
        check(contents(tracker) == foreign, "it stays as it is")
        check(build(folder, "--today", "2026-01-21", "--force")[0] == 0, "--force")
        check(contents(tracker + ".bak") == edited and contents(tracker + ".bak.2") == foreign, "--force keeps it")
        with open(tracker, "wb") as file:
            file.write(b"PK no archive")
        status, words = build(folder, "--today", "2026-01-21")
        check(status == 3 and words.count("error:") == 1, "what cannot be read is refused: " + words)
        check(build(folder, "--today", "2026-01-21", "--force")[0] == 0, "--force once more")
        check(contents(tracker + ".bak.3") == b"PK no archive" and contents(tracker + ".bak.2") == foreign,
              "each is kept")
    print("%d passed, %d failed" % (passed, failed))
    return failed != 0


sys.exit(main())
