#!/usr/bin/python3
"""A tracker that somebody wrote in is not replaced without --force, which keeps it as .bak; one that
nobody touched is left alone or replaced as need be. Exit status 77 where openpyxl is absent."""

import os
import subprocess
import sys
import tempfile
import warnings

try:
    import openpyxl
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

ROADMAP = """# Ropework (8 weeks, 2-4 hours/week)

## Phase 1: Knots (Weeks 1-4)

### Topics

- **Bowline** (Weeks 1-2): around a post, around yourself
- **=SUM(A1)** (Weeks 3-4): a title that looks like a formula

### Reading List

- [All about Bends](https://example.org/bends)

## Phase 2: Splices (Weeks 5-8)

### Projects

- **Eye splice** (Weeks 5-8): three strands
"""
passed = failed = 0


def check(good, words):
    global passed, failed
    passed, failed = passed + bool(good), failed + (not good)
    if not good:
        print("FAILED:", words)


def build(folder, *options):
    result = subprocess.run(
        [os.environ.get("ROADBOOK", "build/roadbook"), "build", os.path.join(folder, "rope.md"),
         "-o", folder, "--only", "xlsx", "--start", "2026-01-05", "-z", "Europe/Berlin", *options],
        capture_output=True, text=True)
    return result.returncode, result.stderr


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def main():
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as folder:
        tracker = os.path.join(folder, "rope.xlsx")
        with open(os.path.join(folder, "rope.md"), "w") as file:
            file.write(ROADMAP)
        status, words = build(folder, "--today", "2026-01-07")
        check(status == 0, "a first build: " + words)
        first = contents(tracker)
        check(build(folder, "--today", "2026-01-21")[0] == 0 and contents(tracker) == first,
              "a build that changes nothing leaves the bytes alone")
        check(build(folder)[0] == 0 and contents(tracker) != first, "without --today it follows the clock")
        followed = contents(tracker)
        check(build(folder)[0] == 0 and contents(tracker) == followed, "a build that changes nothing leaves the bytes alone")
        with open(os.path.join(folder, "rope.md"), "w") as file:
            file.write(ROADMAP.replace("](https://", "](https://www."))
        check(build(folder)[0] == 0 and contents(tracker) != followed, "a link changed is a change")
        check(build(folder, "--today", "2026-01-21", "--hours", "4")[0] == 0, "another pace")
        check(contents(tracker) != first, "an untouched tracker is replaced")

        book = openpyxl.load_workbook(tracker)
        book["Log"]["C5"] = 1.5
        book.save(tracker)
        edited = contents(tracker)
        status, words = build(folder, "--today", "2026-01-21", "--hours", "4")
        check(status == 3 and "--force" in words, "an edited tracker is refused: " + words)
        check(words.count("error:") == 1, "one message: " + words)
        check(contents(tracker) == edited, "an edited tracker stays as it is")
        check(sorted(os.listdir(folder)) == ["rope.md", "rope.xlsx"], "nothing is left behind")
        check(build(folder, "--today", "2026-01-21", "--hours", "4", "--force")[0] == 0, "--force")
        check(contents(tracker + ".bak") == edited, "--force keeps the old one")
        check(openpyxl.load_workbook(tracker)["Log"]["C5"].value is None, "--force writes a new one")

        book = openpyxl.load_workbook(tracker)
        book["Log"]["C5"] = 2.5
        book.save(tracker)
        second = contents(tracker)
        check(build(folder, "--today", "2026-01-21", "--force")[0] == 0, "--force once more")
        check(contents(tracker + ".bak") == edited and contents(tracker + ".bak.2") == second,
              "each backup is kept")
    print("%d passed, %d failed" % (passed, failed))
    return failed != 0


sys.exit(main())
