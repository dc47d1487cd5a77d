#!/usr/bin/python3
"""Many entries at once: two processes log as fast as they can, while a third builds, and the tracker
holds all of them; beside it there is nothing but what was there before. Exit status 77 where openpyxl
is absent.
Part of make check.
Plain builds only.
Has longer walks.
"""
import os
import subprocess
import sys
import tempfile

try:
    import openpyxl  # noqa: F401
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

from support.program import LONG, PROGRAM
from support.rope import ROADMAP, build
from support.tally import Tally
from support.tracker import opened, rows_of

EACH = 100 if LONG else 8
BUILDS = 5 if LONG else 2
WRITERS = 2
FIRST, PERIOD = 15, 40  # minutes of the first entry; then each has one more, over again


def minutes_of(number):
    return FIRST + number % PERIOD


def entries_of(path):
    """(minutes, note) of all that was logged."""
    return sorted((round(row["hours"] * 60), row["notes"])
                  for row in rows_of(opened(path)["Log"], "hours"))


def writer(folder, who):
    """A process that logs EACH entries, one after the other, and tells what went wrong."""
    words = "\n".join(
        f"'{PROGRAM}' log rope.md {minutes_of(number)}min --today 2026-01-20 "
        f"--note 'by {who}, {number}' -q || echo {number} was refused" for number in range(EACH))
    return subprocess.Popen(["sh", "-c", words], cwd=folder, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "rope.md"), "w", encoding="utf-8") as file:
            file.write(ROADMAP)
        tally.equal(build(folder, "--today", "2026-01-04")[0], 0, "the first build")
        tally.equal(build(folder, "--today", "2026-01-20", "--force")[0], 0, "a second")
        before = sorted(os.listdir(folder))
        writers = [writer(folder, who) for who in range(WRITERS)]
        for _ in range(BUILDS):
            status, words = build(folder, "--today", "2026-01-20")
            tally.equal(status, 0, "a build between entries: " + words)
        for process in writers:
            words, _ = process.communicate()
            tally.equal(words, "", "what a writer said")
        want = sorted((minutes_of(number), f"by {who}, {number}")
                      for who in range(WRITERS) for number in range(EACH))
        tally.equal(entries_of(os.path.join(folder, "rope.xlsx")), want, "the entries")
        left = [name for name in sorted(os.listdir(folder))
                if name not in before and name != "rope.xlsx.bak"]
        tally.equal(left, [], "what was left beside")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
