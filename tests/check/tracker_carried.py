#!/usr/bin/python3
"""What a learner writes in a tracker is in the next one, whatever changes in between, and none of it
twice; and LibreOffice works out what is stored there. Exit status 77 where openpyxl is absent.
Plain builds only.
"""

import datetime
import os
import subprocess
import sys
import tempfile
import warnings

try:
    import openpyxl
    from openpyxl.comments import Comment
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

from support.rope import ROADMAP, build, contents
from support.tally import Tally
from support.tracker import opened, roles_of, rows_of

HOURS = [1.5, "1:30", "1,5", "90 min", 0.75, "an evening", datetime.time(1, 30)]


def write(folder, text):
    with open(os.path.join(folder, "rope.md"), "w", encoding="utf-8") as file:
        file.write(text)


def fill(path):
    """Entries of every kind."""
    book = openpyxl.load_workbook(path)
    log, of = book["Log"], roles_of(book["Log"])
    planned = len(rows_of(log, "id"))
    for number in range(7):
        log.cell(5 + number, of["hours"]).value = HOURS[number]
        log.cell(5 + number, of["notes"]).value = f"note {number}"
    log.cell(5, of["category"]).value = "Something else"
    for number, date in enumerate([datetime.datetime(2026, 1, 6), "2 February 2026", "some day", None]):
        row = 5 + planned + number
        log.cell(row, of["date"]).value = date
        log.cell(row, of["hours"]).value = number + 1
        log.cell(row, of["task"]).value = f"own {number}"
    log.cell(4, log.max_column + 1).value = "Mood"
    log.cell(6, log.max_column).value = "bright"
    tasks, of = book["Tasks"], roles_of(book["Tasks"])
    for number, tick in enumerate(["x", "done", True]):
        tasks.cell(5 + number, of["done"]).value = tick
    tasks.cell(5, of["due"]).value = datetime.datetime(2026, 12, 24)
    tasks.cell(7, of["notes"]).value = "of the splice"
    tasks.cell(8, of["task"]).value = "a task of mine"
    tasks.cell(8, of["due"]).value, tasks.cell(8, of["section"]).value = datetime.datetime(2026, 3, 1), "At sea"
    for sheet, name, more in (("Checklists", "check", {}), ("Reading", "title", {"details": "from the library"}),
                              ("Milestones", "milestone", {}), ("Questions", "question", {}),
                              ("Budget", "item", {"planned": 12.5, "currency": "EUR", "actual": 11})):
        own_row(book[sheet], name, **more)
    reading, of = book["Reading"], roles_of(book["Reading"])
    reading.cell(5, of["status"]).value = "reading"
    reading.cell(5, of["rating"]).value = 4
    reading.cell(5, of["chapters-read"]).value = 7
    sheet = book.create_sheet("My ropes")
    sheet["A1"], sheet["B1"], sheet["B2"] = "Hemp", 0.5, "=no formula"
    sheet["B2"].data_type = "s"
    sheet["B1"].number_format = "0.0%"
    sheet["A1"].comment = Comment("of my uncle", "me")
    book.save(path)


def own_row(sheet, name, **more):
    """One in the first empty row, with all that such a row can hold; a due date in words."""
    of = roles_of(sheet)
    row = next(row for row in range(5, sheet.max_row + 1) if not sheet.cell(row, of[name]).value)
    values = {name: f"mine on {sheet.title}", "section": "At sea", "due": "2 March 2026", **more}
    for role, value in values.items():
        if role in of:
            sheet.cell(row, of[role]).value = value


OWN_ROLES = ("task", "check", "title", "milestone", "question", "item", "section", "due", "details", "planned",
             "currency", "actual")


def own_rows(path):
    """What own rows of all sheets of items say."""
    book = opened(path)
    rows = [(sheet, {role: value for role, value in row.items() if role in OWN_ROLES and value is not None})
            for sheet in ("Tasks", "Checklists", "Reading", "Milestones", "Questions", "Budget")
            for row in rows_of(book[sheet]) if not row["key"]]
    return [(sheet, row) for sheet, row in rows if row]


MARCH = datetime.datetime(2026, 3, 2)
OWN_ROWS = [
    ("Tasks", {"task": "a task of mine", "section": "At sea", "due": datetime.datetime(2026, 3, 1)}),
    ("Checklists", {"check": "mine on Checklists", "section": "At sea", "due": MARCH}),
    ("Reading", {"title": "mine on Reading", "details": "from the library", "due": MARCH}),
    ("Milestones", {"milestone": "mine on Milestones", "section": "At sea", "due": MARCH}),
    ("Questions", {"question": "mine on Questions", "section": "At sea", "due": MARCH}),
    ("Budget", {"item": "mine on Budget", "section": "At sea", "currency": "EUR", "planned": 12.5, "actual": 11}),
]


def entries(path):
    """All of them, as they are to be."""
    book, found = opened(path), []
    for row in rows_of(book["Log"]):
        hours = row["hours"]
        if hasattr(hours, "hour"):  # its format can show times
            hours = openpyxl.utils.datetime.to_excel(hours)
        found += [("hours", float(hours) if isinstance(hours, (int, float)) else hours)] if hours is not None else []
        found += [("log", row["notes"])] if row["notes"] else []
        found += [("own row", row["task"], row["date"])] if row["id"] is None and row["task"] else []
    found += [("category", row["category"]) for row in rows_of(book["Log"]) if row["category"] == "Something else"]
    own = 1 + max(roles_of(book["Log"]).values())
    found += [("own column", cell.value) for row in book["Log"].iter_rows(min_row=4, min_col=own) for cell in row if cell.value]
    for row in rows_of(book["Tasks"]):
        found += [("task", row["task"], row["done"], row["notes"])] if row["done"] == "☑" or row["notes"] else []
        found += [("own task", row["task"])] if row["task"] and not row["key"] else []
        found += [("due", row["due"])] if row["due"] == datetime.datetime(2026, 12, 24) else []
    found += [("book", row["status"], row["rating"], row["chapters-read"]) for row in rows_of(book["Reading"], "key")]
    mine = book["My ropes"]
    found += [("sheet", cell.value, cell.number_format, cell.comment and cell.comment.text)
              for row in mine.iter_rows() for cell in row if cell.value]
    return sorted(map(str, found))


def check_carried(tally, folder, tracker):
    write(folder, ROADMAP)
    status, words = build(folder, "--today", "2026-01-07")
    tally.check(status == 0, "a first build", words)
    fill(tracker)
    filled = contents(tracker)
    status, words = build(folder, "--today", "2026-02-02")
    tally.check(status == 0, "a filled-in tracker is carried over", words)
    tally.check(contents(tracker + ".bak") == filled, "the old one is kept")
    found = entries(tracker)
    hours = [entry for entry in found if entry.startswith("('hours'")]
    wanted = [1.5] * 5 + [0.75, "an evening", 1.0, 2.0, 3.0, 4.0]
    tally.equal(sorted(hours), sorted(str(("hours", one)) for one in wanted), "the hours")
    tally.check(str(("book", "reading", 4, 7)) in found, "chapters that are read", str(found))
    tally.check(len(found) == 34, "the entries", f"{len(found)}: {found}")
    for number, options in enumerate((["--hours", "4"], ["--hours", "2"], ["--hours", "3", "--today", "2026-02-20"]) * 2):
        status, words = build(folder, *(["--today", "2026-02-02"] + options))
        tally.check(status == 0, f"build {number}, {options}", words)
        tally.equal(entries(tracker), found, f"build {number}, {options}: all is there, none twice")
        tally.equal(own_rows(tracker), OWN_ROWS, f"build {number}, {options}: own rows with all that they say")
    last = contents(tracker)
    tally.check(build(folder, "--hours", "3", "--today", "2026-02-20")[0] == 0 and contents(tracker) == last,
                "nothing new is no reason to touch it")
    tally.check(build(folder, "--hours", "3", "--today", "2026-04-20")[0] == 0 and contents(tracker) != last,
                "another day given is one: the sheets stand as of it")
    tally.equal(entries(tracker), found, "for another day: all is there")
    write(folder, ROADMAP.replace("- **Eye splice** (Weeks 5-8): three strands", "- **Back splice** of a rope's end (Weeks 5-6)"
                                  "\n- **Long splice** (Weeks 7-8)"))
    status, words = build(folder, "--today", "2026-02-20", "--hours", "3")
    book = opened(tracker)
    rows = [row for sheet in book for row in rows_of(sheet) if "of the splice" in row.values()]
    tally.check(status == 0 and len(rows) == 1, "what was written beside a thing that is gone stays", words)


def older(path):
    """A tracker as it was before columns came between, with formulas of the learner's."""
    book = openpyxl.load_workbook(path)
    log, milestones = book["Log"], book["Milestones"]
    log.delete_cols(roles_of(log)["counts"])
    for role in ("to-go", "first"):
        milestones.delete_cols(roles_of(milestones)[role])
    own = 1 + max(roles_of(log).values())
    mood, double = (openpyxl.utils.get_column_letter(own + number) for number in (0, 1))
    reached = openpyxl.utils.get_column_letter(roles_of(milestones)["reached"])
    log.cell(4, own).value, log.cell(4, own + 1).value = "Mood", "Doubled"
    log.cell(5, own).value, log.cell(5, own + 1).value = 3, f"=${mood}5*2+D5"
    mine = book.create_sheet("My sums")
    mine["A1"], mine["A2"] = f"=Log!{double}5+A3", f"=COUNT(Milestones!${reached}$5:${reached}$9)"
    mine["A3"] = f"=SUM(Log!D5:{mood}9)+SUM(Log!{mood}:{mood})"
    book.save(path)


def check_columns(tally, folder, tracker):
    """Formulas of the learner's follow the columns that they refer to."""
    write(folder, ROADMAP)
    build(folder, "--today", "2026-01-07")
    older(tracker)
    status, words = build(folder, "--today", "2026-01-07")
    tally.check(status == 0, "a tracker with fewer columns is carried over", words)
    for turn in ("at first", "again"):
        book = opened(tracker)
        log, reached = book["Log"], roles_of(book["Milestones"])["reached"]
        at = {cell.value: cell.column_letter for cell in log[4]}
        mood, double = at.get("Mood"), at.get("Doubled")
        reached = openpyxl.utils.get_column_letter(reached)
        tally.check(mood == "I" and reached == "G", f"columns came between, {turn}", f"{at} {reached}")
        tally.equal(log[f"{double}5"].value, f"=${mood}5*2+D5", f"a formula of an own column, {turn}")
        mine = [cell.value for cell in book["My sums"]["A"]]
        tally.equal(mine, [f"=Log!{double}5+A3", f"=COUNT(Milestones!${reached}$5:${reached}$9)",
                           f"=SUM(Log!D5:{mood}9)+SUM(Log!{mood}:{mood})"], f"formulas of an own sheet, {turn}")
        status, words = build(folder, "--today", "2026-01-07", "--hours", "4")
        tally.check(status == 0, "and built again", words)


def check_recalculated(tally, tracker):
    script = os.path.join(os.path.dirname(__file__), "tracker_recalc.py")
    result = subprocess.run([sys.executable, script, tracker], capture_output=True, text=True)
    if result.returncode == 77:
        print(result.stdout.strip())
        return
    tally.check(result.returncode == 0, "LibreOffice works out what is stored", result.stdout[-1000:])


def main():
    warnings.simplefilter("ignore")
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        tracker = os.path.join(folder, "rope.xlsx")
        check_carried(tally, folder, tracker)
        check_recalculated(tally, tracker)
    with tempfile.TemporaryDirectory() as folder:
        check_columns(tally, folder, os.path.join(folder, "rope.xlsx"))
    return tally.close()


sys.exit(main())
