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
    "build": "failures.sh, agree.py",
    "export": "golden_outputs.py",
    "main": "golden.sh, failures.sh",
    "options": "failures.sh",
    "pdf/pages/*": "golden_outputs.py, page_numbers.py, page_links.py",
    "text/*": "golden.sh",
    "words/languages/*": "languages_truth.py",
    "xlsx/sheets/*": "golden_outputs.py, tracker_truth.py, tracker_recalc.py",
}
# Still without: to be shortened, never made longer.
UNTESTED = """
    base/excerpt
    base/rule
    base/uuid
    base/yaml
    compare
    pdf/canvas/archive
    pdf/canvas/draw
    pdf/canvas/file
    pdf/canvas/form
    pdf/canvas/links
    pdf/canvas/names
    pdf/canvas/objects
    pdf/canvas/outline
    pdf/canvas/structure
    pdf/canvas/tags
    pdf/look/template
    pdf/parts/agenda
    pdf/parts/entries
    pdf/parts/item_titles
    pdf/parts/listing
    pdf/parts/months
    pdf/parts/section_items
    pdf/parts/session_table
    pdf/parts/sheet_lists
    pdf/parts/ticks
    pdf/type/bidi
    pdf/type/font_cff
    pdf/type/font_embed
    pdf/type/font_system
    pdf/type/fonts
    pdf/type/line_writer
    pdf/type/paragraph
    pdf/type/shape
    pdf/type/word_runs
    plan/prose
    read/assume
    read/headings
    read/html
    read/inlines
    read/items
    read/labels
    read/parser_limits
    read/timeline
    read/totals
    schedule/activity
    schedule/comparison
    schedule/focus
    schedule/item_dates
    schedule/order
    schedule/portions
    schedule/slots_proposed
    schedule/weeks
    settings/days
    settings/file
    settings/show
    settings/time
    settings/yaml
    words/clock_times
    words/effort
    words/heading
    words/kind
    words/real_dates
    words/scan
    words/title_span
    words/unit
    xlsx/cells/lists
    xlsx/cells/styles
    xlsx/cells/table
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
