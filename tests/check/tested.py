#!/usr/bin/python3
"""Every source file has a unit test of its own: src/ROOM/NAME.c has tests/ROOM/NAME_test.c, but for
those listed here with what tests them instead. Lists the untested; what is listed and has a test, or is
no more, has to leave the list.
Part of make check.
Plain builds only.
"""
import fnmatch
import glob
import os
import sys

from support.tally import Tally

# Pattern of files in src/: what tests them.
ELSEWHERE = {
    "command": "failures.sh",
    "commands/*": "golden.sh, failures.sh, agree.py",
    "main": "golden.sh, failures.sh",
    "options": "failures.sh",
    "pdf/pages/*": "golden_outputs.py, page_numbers.py, page_links.py",
    "words/languages/*": "languages_truth.py",
    "xlsx/sheets/*": "golden_outputs.py, tracker_truth.py, tracker_recalc.py",
}
# Still without: to be shortened, never made longer.
UNTESTED = """
    outputs
    paces
    export
    pdf/canvas/draw
    pdf/canvas/file
    pdf/canvas/structure
    pdf/type/font_embed
    pdf/type/font_maps
    pdf/type/font_system
    pdf/type/fonts
    pdf/type/shape
    run
    settings/agree
    settings/table
    xlsx/cells/lists
    xlsx/cells/styles
""".split()


def main():
    tally = Tally()
    sources = sorted(path[len("src/"):-len(".c")] for path in glob.glob("src/**/*.c", recursive=True))
    tests = {path[len("tests/"):-len("_test.c")] for path in glob.glob("tests/**/*_test.c", recursive=True)}
    untested = []
    for name in sources:
        elsewhere = [pattern for pattern in ELSEWHERE if fnmatch.fnmatch(name, pattern)]
        if name in tests:
            tally.check(name not in UNTESTED, f"src/{name}.c has a test now: take it off the list")
        elif elsewhere or name in UNTESTED:
            tally.check(True, name)
            untested += [] if elsewhere else [name]
        else:
            tally.check(False, f"src/{name}.c has no tests/{name}_test.c")
    for name in UNTESTED:
        tally.check(name in sources, f"src/{name}.c is no more: take it off the list")
    for pattern in ELSEWHERE:
        tally.check(any(fnmatch.fnmatch(name, pattern) for name in sources), f"nothing is {pattern}: take it off")
    print(f"{len(sources)} source files, {len(untested)} without a test:")
    for folder in sorted({os.path.dirname(name) for name in untested}):
        names = [os.path.basename(name) for name in untested if os.path.dirname(name) == folder]
        print(f"  {folder or '.'}: {' '.join(names)}")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
