#!/usr/bin/python3
"""What somebody types into a tracker where roadbook alone writes: on sheets that fill themselves, beside
and below their tables, above the Log's, over words of planned rows, in headers, in hidden sheets, and
comments. All of it comes to stand on the sheet "From your old file", is said, and the old tracker is
kept. A tracker that a program only opened and saved (openpyxl, LibreOffice as .xlsx and by way of .ods,
Gnumeric) has nothing typed in it.

Exit status 77 where openpyxl is absent; what needs LibreOffice is left out where that is.
Plain builds only.
"""
import os
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
    from openpyxl.chart import BarChart, Reference
    from openpyxl.comments import Comment
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)
try:
    from support.office import Office
except ImportError:
    Office = None

from support.program import PROGRAM
from support.tally import Tally
from support.tracker import FIRST_ROW, HEADER_ROW, opened, roles_of, rows_of

ROADMAP = """# Ropework (8 weeks, 2-4 hours/week)

## Phase 1: Knots (Weeks 1-4)

### Topics

- **Bowline** (Weeks 1-2): around a post, around yourself
- **=SUM(A1)** (Weeks 3-4): a title that looks like a formula, _x0041_ and 2026-02-03 too

### Reading List

- [All about Bends](https://example.org/bends)

## Phase 2: Splices (Weeks 5-8)

### Projects

- **Eye splice** (Weeks 5-8): three strands
- **Back splice** (Weeks 5-8)

### Costs

- A fid: $12
"""
OLD = "From your old file"


def build(folder, today, *options):
    result = subprocess.run(
        [PROGRAM, "build", os.path.join(folder, "rope.md"), "-o", folder, "--only", "xlsx", "--start",
         "2026-01-05", "-z", "Europe/Berlin", "--today", today, *options], capture_output=True, text=True)
    return result.returncode, result.stderr


def by_openpyxl(path, _office):
    opened(path).save(path)


def by_office(path, office):
    document = office.open(path)
    office.save(document, path)
    document.close(True)


def by_ods(path, office):
    document = office.open(path)
    office.save(document, path + ".ods")
    document.close(True)
    document = office.open(path + ".ods")
    document.calculateAll()
    office.save(document, path)
    document.close(True)
    os.remove(path + ".ods")


def by_gnumeric(path, _office):
    subprocess.run(["ssconvert", path, path + ".new.xlsx"], check=True, capture_output=True)
    os.replace(path + ".new.xlsx", path)


def row_of(sheet, role, words):
    column = roles_of(sheet)[role]
    return next(row for row in range(FIRST_ROW, sheet.max_row + 1)
                if sheet.cell(row, column).value == words)


def write_all(path):
    """Types at all such places; gives what was typed, and what the old file held there (None: nothing)
    must not come along."""
    book = opened(path)
    typed = []

    def put(sheet, row, column, value):
        if isinstance(column, str):
            column = roles_of(sheet)[column]
        sheet.cell(row, column).value = value
        typed.append(value)

    put(book["Dashboard"], 3, 12, "a note on the side")
    put(book["Dashboard"], 6, 12, 4711)
    put(book["Lists"], 9, 14, "a word among the lists")
    put(book["Lists"], 60, 1, "a category of my own")
    put(book["Roadbook"], 50, 40, "a note in a hidden sheet")
    put(book["Roadbook"], book["Roadbook"].max_row + 3, 1, "below the settings")
    put(book["Roadbook plan"], 2, 30, "above the plan")
    weeks = book["Weeks"]
    put(weeks, weeks.max_row + 2, 4, "below the weeks")
    put(weeks, FIRST_ROW, "actual", 17)
    put(weeks, HEADER_ROW, weeks.max_column + 2, "a header beside the weeks")
    put(book["Phases"], book["Phases"].max_row + 3, 2, "below the phases")
    log, tasks, costs = book["Log"], book["Tasks"], book["Budget"]
    put(log, 1, 9, "above the Log")
    put(log, 2, 4, "over its hint")
    put(log, HEADER_ROW, "hours", "Stunden")
    row = row_of(tasks, "task", "Bowline")
    put(tasks, row, "details", "around the cat")
    put(tasks, row, "section", "Cats")
    put(tasks, row, "phase", "2 · Splices")
    put(tasks, row, "from", "when it rains")
    put(tasks, row_of(tasks, "task", "Back splice"), "details", "where there was nothing")
    put(costs, FIRST_ROW, "currency", "florins")
    put(costs, FIRST_ROW, "given", 44)
    put(tasks, row, "given", "beside a key")
    put(log, log.max_row - 1, "id", "where an id would be")
    put(tasks, tasks.max_row - 1, "key", "where a key would be")
    put(tasks, tasks.max_row - 3, "given", "beside no key")
    put(book["Reading"], book["Reading"].max_row - 1, "given", 12)
    for sheet, place, formula in ((book["Dashboard"], "F10", "=1-1"),  # as what it came to
                                  (book["Dashboard"], "A7", "=SUM(Log!D5:D6)+9.5"),
                                  (weeks, "E7", "=2*3"), (weeks, "D8", "=1+1"),
                                  (book["Phases"], "D5", "=SUM(Weeks!E5:E12)"), (log, "F2", "=6*7")):
        sheet[place].value = formula
        typed.append(formula)
    for sheet, place, words in ((tasks, "D5", "beside a task"), (book["Dashboard"], "B4", "beside a figure"),
                                (weeks, "D6", "beside a week")):
        sheet[place].comment = Comment(words, "me")
        typed.append(words)
    book.save(path)
    return typed


def kept_words(path):
    book = opened(path)
    rows = rows_of(book[OLD]) if OLD in book.sheetnames else []
    return [word for row in rows if (word := row["formula"] or row["content"]) not in (None, "")]


def check_saved(tally, fresh, name, save, office):
    """Only opened and saved: nothing was typed; on a later day neither."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rope.xlsx")
        shutil.copytree(fresh, folder, dirs_exist_ok=True)
        for today in ("2026-01-06", "2026-02-17"):
            save(path, office)
            status, said = build(folder, today)
            tally.equal((status, said), (0, ""), f"{name}, only saved, {today}: what is said")
            tally.equal(kept_words(path), [], f"{name}, only saved, {today}: what was typed")


def check_typed(tally, fresh, name, save, office):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rope.xlsx")
        shutil.copytree(fresh, folder, dirs_exist_ok=True)
        typed = write_all(path)
        if save:
            save(path, office)
        status, said = build(folder, "2026-01-06")
        tally.equal(status, 0, f"{name}: exit status")
        tally.check(f"{len(typed)} cells" in said and OLD in said, f"{name}: it is said", said)
        tally.equal(sorted(map(str, kept_words(path))), sorted(map(str, typed)), f"{name}: what is kept")
        for today in ("2026-01-06", "2026-01-19"):
            status, said = build(folder, today)
            tally.equal((status, said), (0, ""), f"{name}, {today}: once is enough")
            tally.equal(sorted(map(str, kept_words(path))), sorted(map(str, typed)), f"{name}, {today}: kept")


def check_edited_record(tally, fresh):
    """What is written over the record is read as the record is; that it was changed is said."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rope.xlsx")
        shutil.copytree(fresh, folder, dirs_exist_ok=True)
        book = opened(path)
        sheet = book["Roadbook"]
        column = next(cell.column for cell in sheet[3] if cell.value == "#roadbook:keys:title")
        sheet.cell(FIRST_ROW + 1, column).value = "my words over a title"
        book.save(path)
        status, said = build(folder, "2026-01-06")
        tally.equal(status, 0, "edited record: exit status")
        tally.check("Roadbook: what was changed by hand" in said, "edited record: it is said", said)
        before = os.listdir(folder)
        build(folder, "2026-01-13")
        build(folder, "2026-01-20")
        tally.check("rope.xlsx.bak" in before, "edited record: kept")
        os.rename(path + ".bak", path + ".bak.xlsx")
        kept = opened(path + ".bak.xlsx")["Roadbook"].cell(FIRST_ROW + 1, column).value
        tally.equal(kept, "my words over a title", "edited record: kept for good")


def check_drawn(tally, fresh, ways, office):
    """Charts, pictures and boxes beside roadbook's own charts are named, and the old file kept.
    Gnumeric is left out: it drops them."""
    sheets = ("Dashboard", "Weeks", "Lists", "Log")
    for name, save in [("openpyxl", None), *ways]:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "rope.xlsx")
            shutil.copytree(fresh, folder, dirs_exist_ok=True)
            book = opened(path)
            for sheet in sheets:
                chart = BarChart()
                chart.add_data(Reference(book["Weeks"], min_col=4, min_row=5, max_row=8))
                book[sheet].add_chart(chart, "R2")
            book.save(path)
            if save:
                save(path, office)
            status, said = build(folder, "2026-01-06")
            tally.equal(status, 0, f"charts, {name}: exit status")
            for sheet in sheets:
                tally.check(f"{sheet}: charts" in said, f"charts, {name}: {sheet}'s is named", said)
            tally.check("Phases" not in said, f"charts, {name}: no other", said)
            tally.check("rope.xlsx.bak" in os.listdir(folder), f"charts, {name}: kept")
            tally.equal(build(folder, "2026-01-06"), (0, ""), f"charts, {name}: said once")


def check_hours(tally, fresh):
    """0.1 that shows as a time, 6:00 that a program keeps as 0.25: what they count as is said, once."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rope.xlsx")
        shutil.copytree(fresh, folder, dirs_exist_ok=True)
        book = opened(path)
        hours = roles_of(book["Log"])["hours"]
        for row, value in enumerate((0.1, 0.25, 0.5, 2, 2), FIRST_ROW):
            book["Log"].cell(row, hours).value = value
        book["Log"].cell(FIRST_ROW + 4, hours).number_format = "h:mm"
        book.save(path)
        status, said = build(folder, "2026-01-06")
        tally.equal(status, 0, "hours: exit status")
        tally.check("Log, D5: 0.1 counts as 2.4 h; Log, D6: 0.25 counts as 0.25 h; Log, D9: 2 counts as 48 h)" in said, "hours: it is said", said)
        have = [opened(path)["Log"].cell(row, hours).value for row in range(FIRST_ROW, FIRST_ROW + 5)]
        tally.equal(have, [2.4, 0.25, 0.5, 2, 48], "hours: what they count as")
        with open(path, "rb") as file:
            before = file.read()
        tally.equal(build(folder, "2026-01-06"), (0, ""), "hours: said once")
        with open(path, "rb") as file:
            tally.check(file.read() == before, "hours: the next build changes nothing")


def check_words(tally, fresh):
    """Words where a date or a number counts are named by every build, the first of them; ticks are none."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rope.xlsx")
        shutil.copytree(fresh, folder, dirs_exist_ok=True)
        book = opened(path)
        reading, tasks = roles_of(book["Reading"]), roles_of(book["Tasks"])
        book["Reading"].cell(FIRST_ROW, reading["finished"]).value = "soon"
        for row, value in enumerate(("next week", "2 March 2026", "when it rains, and the rope is long enough"), FIRST_ROW):
            book["Tasks"].cell(row, tasks["done-on"]).value = value
        book.save(path)
        for _ in range(2):
            status, said = build(folder, "2026-01-06")
            tally.equal(status, 0, "words: exit status")
            tally.check("3 cells of the tracker hold words where a date or a number counts, and are red" in said, "words: it is said", said)
            tally.check(": next week; Tasks, " in said and ": when it rains, and the r; Reading, " in said and ": soon)" in said,
                        "words: they are named", said)


def main():
    tally = Tally()
    ways = [("openpyxl", by_openpyxl)]
    with tempfile.TemporaryDirectory() as fresh, tempfile.TemporaryDirectory() as profile:
        with open(os.path.join(fresh, "rope.md"), "w", encoding="utf-8") as file:
            file.write(ROADMAP)
        build(fresh, "2026-01-05")
        office = Office(profile) if Office and shutil.which("soffice") else None
        if office:
            ways += [("LibreOffice", by_office), (".ods", by_ods)]
        else:
            tally.skipped += 1
        if shutil.which("ssconvert"):
            ways.append(("Gnumeric", by_gnumeric))
        else:
            tally.skipped += 1
        try:
            check_typed(tally, fresh, "typed", None, None)
            for name, save in ways:
                check_saved(tally, fresh, name, save, office)
                check_typed(tally, fresh, f"typed, by {name}", save, office)
            check_drawn(tally, fresh, [way for way in ways[1:] if way[0] != "Gnumeric"], office)
            check_edited_record(tally, fresh)
            check_hours(tally, fresh)
            check_words(tally, fresh)
        finally:
            if office:
                office.close()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
