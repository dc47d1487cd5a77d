#!/usr/bin/python3
"""Random trackers: somebody writes what people write, moves, sorts, copies and deletes, then builds at
other hours on a later day; several times. What was written is counted before and after: nothing is
lost, nothing is there twice.

    tracker_random.py [FIRST-SEED COUNT [FOLDER]]

FOLDER takes the files of those that failed.

Exit status 77 where openpyxl is absent.
Plain builds only.
Has longer walks.
"""
import copy
import datetime
import os
import random
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl  # noqa: F401
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

from support.dates import DAY
from support.entries import TABLES, Entries, differences, tables_of
from support.program import LONG, PROGRAM
from support.tally import Tally
from support.tracker import opened

ROADMAP = """# Tin Whistle (10-14 weeks, 3-6 hours/week)

## Phase 1: Breath (Weeks 1-5)

### Topics

- **Long tones** (Weeks 1-2): soft, then loud
- **=SUM(A1)** (Weeks 3-4): a title that looks like a formula

### Tasks

- [ ] Find a whistle in D
- [x] Ask the neighbours
- [ ] Learn the fingering chart

### Reading List

- [A Book of Reels](https://example.org/reels)
- [Ornaments](https://example.org/ornaments)

### Weekly Time Allocation (4 hours/week)

- **Learn**: 2 hours
- **Play**: 2 hours

### Exit Checklist (Week 5)

- [ ] Two octaves without a squeak
- [ ] A jig from memory

## Phase 2: Tunes (Weeks 6-14)

### Topics

- **Rolls** (Weeks 6-9): long and short
- **Slow airs** (Weeks 10-14)

### Projects

- **Three tunes in a row** (Weeks 6-12): a jig, a reel, an air

### Exit Checklist (Week 14)

- [ ] An evening in the pub

## Milestones

- **Week 5**: first tune
- **Week 14**: first session

## Self-Assessment Questions

- Which tune would you play first?
- What is still hard?

## Costs

- Whistle: €15
- Lessons: €120
"""
TICKED_THERE = {"Ask the neighbours"}
START = datetime.date(2026, 1, 5)
HOURS = (1, 1.5, 2, 0.5, 0.75, "1:30", "1,5", "90 min", "1h10", "2", "a while", "-", "two?", datetime.time(1, 30), 0.1, 30,
         True)
TICKED = ("☑", "x", "X", True, "TRUE", "yes", 1, "1", "done", "finished")
TEXTS = ("went well", "007", "a, b; c", "line one\nline two", "🎻 loud 🎶", "=1+1", "+49 30 1234", "@home", "-5", "  spaced  ",
         "<b>&amp;</b>", "'quoted'", "long " * 300, "10 %", "1e5", "ñandú — ｆｕｌｌ", "#N/A", "TRUE", "2026-02-30")


class Learner:
    """Somebody who writes in a tracker; all words of theirs differ."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.written = 0

    def words(self):
        self.written += 1
        return f"{self.dice.choice(TEXTS)} {self.written}"

    def write(self, cell, value):
        if "h:mm:ss" in cell.number_format and isinstance(value, (int, float)):
            cell.number_format = "General"  # or 0.75 would be 18:00
        cell.value = value
        if isinstance(value, str) and value.startswith("="):
            cell.data_type = "s"

    def edit(self, book, path):
        self.book = book
        self.tables, _ = tables_of(self.book)
        edits = [self.log_hours] * 5 + [self.tick] * 3 + [self.note] * 3 + [self.own_log_row] * 2 + [
            self.own_item_row, self.move_date, self.change_category, self.own_column, self.own_sheet, self.formula,
            self.sort_rows, self.copy_row, self.delete_row, self.insert_column, self.rename_header, self.rename_sheet,
            self.reorder_sheets, self.copy_sheet, self.double_key, self.insert_row, self.delete_hidden]
        done = []
        for _ in range(self.dice.randint(3, 14)):
            edit = self.dice.choice(edits)
            edit()
            done.append(edit.__name__)
            if edit not in (self.log_hours, self.tick, self.note, self.move_date, self.change_category, self.formula):
                self.tables, _ = tables_of(self.book)
        for sheet in self.book.worksheets:  # openpyxl leaves links where they were, and reads them as words
            for cell in (cell for row in sheet.iter_rows() for cell in row if cell.hyperlink):
                cell.hyperlink = None
        self.book.save(path)
        return done

    def table(self, role=None):
        role = role or self.dice.choice(list(TABLES))
        return self.tables.get(role)

    def row(self, table, filled=True):
        """A row that holds something."""
        rows = [row for row in table.rows()
                if any(table.sheet.cell(row, column.number).value is not None for column in table.columns)]
        return self.dice.choice(rows) if rows and filled else table.sheet.max_row + 1

    def log_hours(self):
        table = self.table("log")
        for _ in range(self.dice.randint(1, 6)):
            row = self.row(table)
            if table.cell(row, "hours").data_type != "f":
                self.write(table.cell(row, "hours"), self.dice.choice(HOURS))
                if self.dice.random() < 0.7:
                    self.write(table.cell(row, "notes"), self.words())

    def tick(self):
        table = self.table(self.dice.choice(("tasks", "checklists")))
        row = self.row(table)
        self.write(table.cell(row, "done"), self.dice.choice(TICKED))
        if self.dice.random() < 0.5:
            self.write(table.cell(row, "done-on"), self.some_day())

    def note(self):
        table = self.table()
        role = self.dice.choice(sorted(TABLES[table.role][1] - {"done", "hours"}))
        value = {"status": lambda: self.dice.choice(("reading", "read", "put aside", "x")),
                 "rating": lambda: self.dice.randint(1, 5), "actual": lambda: self.dice.randint(1, 9999) / 100,
                 "pages": lambda: self.dice.choice((300, "12-40"))}.get(role)
        if role in ("notes", "evidence", "answer"):
            value = self.words
        self.write(table.cell(self.row(table), role), (value or self.some_day)())

    def some_day(self):
        date = START + DAY * self.dice.randint(-20, 120)
        return self.dice.choice((datetime.datetime.combine(date, datetime.time()), date.isoformat(),
                                 f"{date.day} {date:%B %Y}", "03/04/26", "soon"))

    def own_log_row(self):
        table = self.table("log")
        row = table.sheet.max_row + self.dice.randint(1, 3)
        for role, value in (("date", self.some_day()), ("category", self.dice.choice(("Play", "Gym", "Learn", ""))),
                            ("hours", self.dice.choice(HOURS)), ("task", self.words()), ("notes", self.words())):
            if self.dice.random() < 0.8:
                self.write(table.cell(row, role), value)

    def own_item_row(self):
        table = self.table()
        row = table.sheet.max_row + 1
        self.write(table.cell(row, TABLES[table.role][0]), self.words())
        for role in sorted(TABLES[table.role][1] - {"hours", "done"}):
            if self.dice.random() < 0.3:
                self.write(table.cell(row, role), self.words())

    def insert_row(self):
        """A row of one's own between planned ones."""
        table = self.table("log")
        row = self.row(table)
        table.sheet.insert_rows(row)
        for role, value in (("date", self.some_day()), ("hours", self.dice.choice(HOURS)), ("notes", self.words())):
            self.write(table.cell(row, role), value)

    def move_date(self):
        table = self.table("log")
        row = self.row(table)
        self.write(table.cell(row, "date"), self.some_day())
        self.write(table.cell(row, "notes"), self.words())

    def change_category(self):
        table = self.table("log")
        row = self.row(table)
        self.write(table.cell(row, "category"), self.dice.choice(("Gym", "Play", "=Gym")))
        self.write(table.cell(row, "notes"), self.words())

    def own_column(self):
        table = self.table()
        number = table.sheet.max_column + self.dice.randint(1, 2)
        self.write(table.sheet.cell(table.line + 1, number), self.words()[-40:])
        for _ in range(3):
            self.write(table.sheet.cell(self.row(table), number), self.words())

    def own_sheet(self):
        sheet = self.book.create_sheet(f"Mine {self.written}", self.dice.randint(0, len(self.book.sheetnames)))
        for row in range(1, 4):
            self.write(sheet.cell(row, row), self.words())
        sheet["B1"] = "=1+1"
        sheet["C1"], sheet["C1"].number_format = 0.25, "0.0%"
        sheet["A9"].comment = openpyxl.comments.Comment(self.words().strip(), "me")

    def formula(self):
        table = self.table("log")
        row = self.row(table)
        table.cell(row, "hours").value = "=0.5+1"
        self.write(table.cell(row, "notes"), self.words())

    def insert_column(self):
        table = self.table()
        self.shift_columns(table.sheet, self.dice.randint(1, len(table.columns)))

    @staticmethod
    def shift_columns(sheet, at):
        sheet.insert_cols(at)

    def rename_header(self):
        table = self.table()
        column = self.dice.choice([column for column in table.columns if column.role])
        table.sheet.cell(table.line + 1, column.number).value = self.words()[-30:]

    def rename_sheet(self):
        self.written += 1
        self.dice.choice(self.book.worksheets).title = f"Renamed {self.written}"

    def reorder_sheets(self):
        self.book.move_sheet(self.dice.choice(self.book.sheetnames), self.dice.randint(-5, 5))

    def copy_sheet(self):
        self.book.copy_worksheet(self.dice.choice([sheet for sheet in self.book.worksheets
                                                   if sheet.sheet_state == "visible"]))

    def delete_hidden(self):
        if self.dice.random() < 0.3:
            for name in self.book.sheetnames:
                if self.book[name].sheet_state == "hidden":
                    del self.book[name]

    def values(self, table, row):
        return [(copy.copy(table.sheet.cell(row, column.number).value), table.sheet.cell(row, column.number).data_type,
                 table.sheet.cell(row, column.number).number_format) for column in table.columns]

    def put_values(self, table, row, values, columns):
        for column, (value, kind, form) in zip(table.columns, values):
            if column.number in columns:
                cell = table.sheet.cell(row, column.number)
                cell.value, cell.number_format = value, form
                if value is not None:
                    cell.data_type = kind

    def sort_rows(self):
        """By any column: all columns, or only those that can be seen."""
        table = self.table()
        by = self.dice.choice(table.columns).number
        hidden = {column.number for column in table.columns if column.role in ("id", "key", "given")}
        columns = {column.number for column in table.columns} - (hidden if self.dice.random() < 0.4 else set())
        rows = [self.values(table, row) for row in table.rows()]
        rows.sort(key=lambda row: str(row[by - 1][0]), reverse=self.dice.random() < 0.3)
        rows.sort(key=lambda row: row[by - 1][0] is None)  # as programs do, whatever the order
        for row, values in zip(table.rows(), rows):
            self.put_values(table, row, values, columns)

    def copy_row(self):
        table = self.table()
        self.put_values(table, table.sheet.max_row + 1, self.values(table, self.row(table)),
                        {column.number for column in table.columns})

    def double_key(self):
        table = self.table()
        key = table.column("id" if table.role == "log" else "key")
        if key:
            table.sheet.cell(self.row(table), key.number).value = table.sheet.cell(self.row(table), key.number).value

    def delete_row(self):
        table = self.table()
        row = self.row(table)
        if row <= table.sheet.max_row:
            table.sheet.delete_rows(row)


def build(folder, today, hours):
    options = ["--hours", str(hours)] if hours else []
    result = subprocess.run([PROGRAM, "build", os.path.join(folder, "whistle.md"), "-o", folder, "--only", "xlsx", "-z",
                             "Europe/Berlin", "--start", START.isoformat(), "--today", today.isoformat(), *options],
                            capture_output=True, text=True)
    return result.returncode, result.stderr


def live(tally, seed, folder):
    """A tracker's life: built, edited, built again."""
    learner, today = Learner(seed), START + DAY * 3
    path = os.path.join(folder, "whistle.xlsx")
    with open(os.path.join(folder, "whistle.md"), "w", encoding="utf-8") as file:
        file.write(ROADMAP)
    status, words = build(folder, today, None)
    if not tally.check(status == 0, f"seed {seed}: the first build", words):
        return
    book = opened(path)
    for round_number in range(3):
        edits = learner.edit(book, path)
        shutil.copy(path, os.path.join(folder, f"edited-{round_number}.xlsx"))
        old, book = Entries(book, TICKED_THERE), None
        today += DAY * learner.dice.randint(0, 35)
        hours = learner.dice.choice((None, 3, 5, 6, 10))
        status, words = build(folder, today, hours)
        what = f"seed {seed}, round {round_number} on {today} at {hours} h, {', '.join(edits)}"
        if not tally.check(status == 0, what + ": builds", words):
            return
        book = opened(path)
        said = differences(old, Entries(book, TICKED_THERE))
        if not tally.check(not said, what, "; ".join(said[:3])):
            return


def main():
    tally = Tally()
    first, count = (int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else ((16, 15) if LONG else (1, 15))
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory() as folder:
            failed = tally.failed
            live(tally, seed, folder)
            if tally.failed > failed and len(sys.argv) > 3:
                shutil.copytree(folder, os.path.join(sys.argv[3], str(seed)), dirs_exist_ok=True)
    return tally.close()


sys.exit(main())
