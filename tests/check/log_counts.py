#!/usr/bin/python3
"""What the Log says of each row and what all sheets count of it: hours in all spellings, typed into a
tracker, are told in the column Counts? and count or not, now and from the next build on; a tracker of the
layout before, without that column, is read as well; the sheet opens at the week of the day, and offers
what its phase has first. And Gnumeric works the whole tracker of thirty months out in seconds.

Exit status 77 where openpyxl is absent; what needs Gnumeric or LibreOffice is left out where that is.
Plain builds only.
"""
import datetime
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

from support.program import PROGRAM, run
from support.samples import RUST
from support.tally import Tally
from support.tracker import opened, roles_of

ROADMAP = """# Rope

Three hours a week.

## Phase 1: Knots (Weeks 1-8)

- **Reef knot** (Weeks 1-4): two ends of one line
- **Sheet bend** (Weeks 5-8): two ends of two

## Phase 2: Splices (Weeks 9-16)

- **Eye splice** (Weeks 9-12): three strands
- **Long splice** (Weeks 13-16): two ropes made one

## Weekly schedule

- **Monday**: Reading (1.5 h)
- **Thursday**: Practice (1.5 h)
"""
DAY = datetime.datetime(2026, 1, 6)
# What is typed into Date, Category and Hours; what Counts? says of it once it is worked out; the hours
# that count after the next build, and what it says then.
TYPED = (
    (DAY, "Learn", 1.5, "yes", 1.5, "yes"),
    (DAY, "learn", 24, "yes", 24, "yes"),
    (DAY, "Learn", "1:30", "no: not a number", 1.5, "yes"),
    (DAY, "Learn", "1,5", "no: not a number", 1.5, "yes"),
    (DAY, "Learn", "90 min", "no: not a number", 1.5, "yes"),
    (DAY, "Learn", datetime.time(1, 15), "no: under 0.25 h", 1.25, "yes"),
    (DAY, "Learn", "6 min", "no: not a number", 0, "no: under 0.25 h"),
    (DAY, "Learn", "a while", "no: not a number", 0, "no: not a number"),
    (DAY, "Learn", 90, "no: over 24 h", 0, "no: over 24 h"),
    (DAY, "Learn", -1, "no: under 0.25 h", 0, "no: under 0.25 h"),
    (DAY, "Learn", 0, None, 0, None),  # ill, and nothing done
    (DAY, "Learn", "0", "no: not a number", 0, None),
    (datetime.datetime(2026, 2, 19), "Learn", 1, "yes", 1, "yes"),  # the day as of
    (datetime.datetime(2026, 2, 20), "Learn", 2, "not yet: a day to come", 0, "not yet: a day to come"),
    (datetime.datetime(2026, 12, 24), None, 2, "not yet: a day to come", 0, "not yet: a day to come"),
    (datetime.datetime(2027, 2, 21), "Learn", 2, "no: over a year ahead", 0, "no: over a year ahead"),
    ("2 February 2026", "Learn", 1, "no: not a date", 1, "yes"),
    ("some day", "Learn", 1, "no: not a date", 0, "no: not a date"),
    (None, "Learn", 1, "no: no date", 0, "no: no date"),
    (12, "Learn", 1, "no: not a date", 0, "no: not a date"),
    (DAY, "Why? Not *", 2, "yes, as Other: unknown category", 2, "yes, as Other: unknown category"),
    (DAY, None, 3, "yes, as Other", 3, "yes, as Other"),
)
TODAY = "2026-02-19"  # a Thursday, in the seventh week
SECONDS = 2.0  # of processor time, that Gnumeric may take; a generous limit is thrice that


def build(folder, *words):
    """What it says beside its findings of the roadmap."""
    return subprocess.run(
        [PROGRAM, "build", os.path.join(folder, "rope.md"), "--only", "xlsx", "--start", "2026-01-05", "-z", "Europe/Berlin",
         "--hours", "3", *words], capture_output=True, text=True, check=True).stderr


def log_of(path, values=True):
    return opened(path, values)["Log"]


def own_rows(sheet):
    """[(hours, verdict)] of the rows that stand for no session, in the order of their notes."""
    of, found = roles_of(sheet), {}
    for row in range(5, sheet.max_row + 1):
        if sheet.cell(row, of["id"]).value is None and sheet.cell(row, of["notes"]).value:
            found[int(sheet.cell(row, of["notes"]).value)] = (sheet.cell(row, of["hours"]).value,
                                                              sheet.cell(row, of["counts"]).value or None)
    return [found[number] for number in sorted(found)]


def write(path):
    book = opened(path)
    log = book["Log"]
    of = roles_of(log)
    first = max(row for row in range(5, log.max_row + 1) if log.cell(row, of["id"]).value) + 1
    for number, (date, category, hours, *_) in enumerate(TYPED):
        for role, value in (("date", date), ("category", category), ("hours", hours), ("notes", 100 + number)):
            log.cell(first + number, of[role]).value = value
    book.save(path)
    return first


def without_counts(path):
    """The tracker as it was made before: no column Counts?, nor a word of it."""
    book = opened(path)
    log = book["Log"]
    column = roles_of(log)["counts"]
    log.delete_cols(column)
    log.cell(1, column - 1).value = None
    log.conditional_formatting = type(log.conditional_formatting)()
    book.save(path)


def check_typed(tally, folder, older):
    path, what = os.path.join(folder, "rope.xlsx"), "of the layout before, " if older else ""
    if os.path.exists(path):
        os.remove(path)
    build(folder, "--fresh", "--today", TODAY)
    write(path)
    if older:
        without_counts(path)
    said = build(folder, "--today", TODAY)
    tally.check('1 row of the Log counts as Other: the plan has no category "Why? Not *"' in said,
                f"{what}the unknown category is said", said)
    log = log_of(path)
    rows = own_rows(log)
    tally.equal(len(rows), len(TYPED), f"{what}own rows")
    for (have, verdict), (date, category, hours, _, want, word) in zip(rows, TYPED):
        tally.equal(verdict, word, f"{what}{date}, {category}, {hours!r}")
        if want:
            tally.check(isinstance(have, (int, float)) and abs(have - want) < 1e-9, f"{what}{hours!r} is {want}", repr(have))
    tally.check("From your old file" not in opened(path).sheetnames, f"{what}everything has its place")
    first = opened(path, True)
    cards = [cell.value for row in first["Charts"].iter_rows() for cell in row]
    tally.check(any(isinstance(value, (int, float)) and abs(value - sum(one[4] for one in TYPED)) < 1e-9 for value in cards),
                f"{what}the Charts have the sum of what counts", repr(cards[:40]))
    # nothing is typed now: a further build finds no more rows, and changes nothing
    build(folder, "--today", TODAY)
    tally.equal(own_rows(log_of(path)), rows, f"{what}built again")


def check_now(tally, folder):
    """What the formulas say before any build, worked out by LibreOffice."""
    if shutil.which("soffice") is None:
        return
    path, other = os.path.join(folder, "rope.xlsx"), os.path.join(folder, "worked-out")
    os.remove(path)
    build(folder, "--fresh", "--today", TODAY)
    write(path)
    subprocess.run(["soffice", "-env:UserInstallation=file://" + os.path.join(folder, "profile"), "--headless",
                    "--convert-to", "xlsx", "--outdir", other, path], capture_output=True, check=True, timeout=300)
    rows = own_rows(log_of(os.path.join(other, "rope.xlsx")))
    tally.equal([verdict for _, verdict in rows], [one[3] for one in TYPED], "what Counts? says while one types")


def check_place(tally, folder):
    """The sheet opens at the week of the day, and offers the phase's own first."""
    path = os.path.join(folder, "rope.xlsx")
    for today, task in ((TODAY, "Reef knot"), ("2026-04-02", "Eye splice")):
        os.remove(path)
        build(folder, "--fresh", "--today", today)
        book = opened(path)
        log = book["Log"]
        view, of = log.sheet_view, roles_of(log)
        row = int(re.search(r"\d+", view.selection[-1].activeCell).group())
        tally.equal(str(log.cell(row, of["date"]).value.date()), today, "the cursor is in the row of the day")
        top = int(re.search(r"\d+", view.pane.topLeftCell).group())
        tally.check(row - 12 < top <= row, f"{today}: it opens near that row", f"at {top}, not {row}")
        hours = f"{openpyxl.utils.get_column_letter(of['hours'])}5"
        asked = [(check.type, check.formula1) for check in log.data_validations.dataValidation if hours in str(check.sqref)]
        tally.equal(asked, [("custom", f"OR({hours}=0,AND(ISNUMBER({hours}),{hours}>=0.25,{hours}<=24))")],
                    f"{today}: hours are asked about, 0 is not")
        offers = [check.formula1 for check in log.data_validations.dataValidation
                  if f"{openpyxl.utils.get_column_letter(of['task'])}5" in str(check.sqref)]
        found = re.search(r"Lists!\$([A-Z]+)\$(\d+):", offers[0]) if offers else None
        tally.equal(found and book["Lists"][found.group(1) + found.group(2)].value, task, f"{today}: the first of the tasks offered")


def check_gnumeric(tally, folder):
    """The Rust sample of thirty months, half of its rows filled, at 5 and 10 hours."""
    if shutil.which("ssconvert") is None:
        return
    roadmap, path = os.path.join(folder, "long.md"), os.path.join(folder, "long.xlsx")
    shutil.copy(RUST[0], roadmap)
    for hours in ("5", "10"):
        if os.path.exists(path):
            os.remove(path)
        words = [word if word != "5" else hours for word in RUST[1:]]
        run("build", roadmap, "-q", "--only", "xlsx", "--fresh", *words)
        book = opened(path)
        log, of = book["Log"], roles_of(book["Log"])
        planned = [row for row in range(5, log.max_row + 1) if log.cell(row, of["id"]).value]
        for row in planned[:len(planned) // 2]:
            log.cell(row, of["hours"]).value = 1.25
        book.save(path)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(["ssconvert", "--recalc", path, os.path.join(folder, "out.xlsx")], capture_output=True, check=True,
                       timeout=300)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        tally.check(took < 3 * SECONDS, f"Gnumeric works {hours} hours a week out", f"in {took:.2f} s")
        print(f"Gnumeric, {hours} h a week: {took:.2f} s")


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "rope.md"), "w", encoding="utf-8") as file:
            file.write(ROADMAP)
        for older in (False, True):
            check_typed(tally, folder, older)
        check_now(tally, folder)
        check_place(tally, folder)
        check_gnumeric(tally, folder)
    sys.exit(tally.close())


main()
