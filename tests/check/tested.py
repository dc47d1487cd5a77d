#!/usr/bin/python3
"""Every source file has a unit test of its own: src/ROOM/NAME.c has tests/ROOM/NAME_test.c, but for
those listed here with what tests them instead.
Part of make check.
Plain builds only.
"""
import fnmatch
import glob
import sys

from support.tally import Tally

# Pattern of files in src/: what tests them.
ELSEWHERE = {
    "command": "failures.sh",
    "commands/*": "golden.sh, failures.sh, agree.py",
    "main": "golden.sh, failures.sh",
    "pdf/pages/*": "golden_outputs.py, page_numbers.py, page_drawings.py, page_links.py",
    "words/languages/*": "languages_truth.py",
    "xlsx/sheets/*": "golden_outputs.py, tracker_truth.py, tracker_recalc.py",
}


def main():
    tally = Tally()
    sources = sorted(path[len("src/"):-len(".c")] for path in glob.glob("src/**/*.c", recursive=True))
    tests = {path[len("tests/"):-len("_test.c")] for path in glob.glob("tests/**/*_test.c", recursive=True)}
    for name in sources:
        elsewhere = any(fnmatch.fnmatch(name, pattern) for pattern in ELSEWHERE)
        tally.check(name in tests or elsewhere, f"src/{name}.c has no tests/{name}_test.c")
    for pattern in ELSEWHERE:
        left = [name for name in sources if fnmatch.fnmatch(name, pattern) and name not in tests]
        tally.check(left, f"nothing without a test is {pattern}: take it off")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
