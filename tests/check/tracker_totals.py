#!/usr/bin/python3
"""The numbers of a tracker agree from sheet to sheet and with the terminal, whatever became of the plan:
fresh, half of it logged at 60 %, laid out anew once and twice, all done. "All hours" are one number on
Today, the Dashboard and Phases (src/xlsx/sheets/whole.h), and so are those logged; where one stands is
said with numbers whose difference it is, and is the terminal's.
Plain builds only.
"""
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

from support.program import PROGRAM
from support.tally import Tally
from support.tracker import figures_of, opened, roles_of, rows_of

ROADMAP = """# Rope

Three to six hours a week.

## Phase 1: Knots (Weeks 1-8)

### Tasks

- [ ] **Reef knot** (Weeks 1-4): two ends of one line
- [ ] **Sheet bend** (Weeks 5-8): two ends of two

### Milestones

- **Week 8**: ties both in the dark

## Phase 2: Splices (Weeks 9-16)

### Tasks

- [ ] **Eye splice** (Weeks 9-12): three strands
- [ ] **Long splice** (Weeks 13-16): two ropes made one

## Budget

- Rope: $80
- Fid: $20
- Book: $30

## Weekly schedule

- **Monday**: Reading (1 h 10)
- **Wednesday**: Practice (50 min)
- **Saturday**: Practice (1 h)
"""
START = datetime.date(2026, 1, 5)
tally = Tally()


class Life:
    """A tracker that somebody writes in."""

    def __init__(self, folder):
        self.folder, self.path = folder, os.path.join(folder, "rope.xlsx")
        with open(os.path.join(folder, "rope.md"), "w", encoding="utf-8") as file:
            file.write(ROADMAP)
        self.today = START

    def run(self, command, *words):
        done = subprocess.run([PROGRAM, command, os.path.join(self.folder, "rope.md"), "--today", str(self.today), *words],
                              capture_output=True, text=True)
        tally.check(done.returncode == 0, f"{command} on {self.today}", done.stderr[-300:])
        return done.stdout + done.stderr

    def build(self, *words):
        return self.run("build", "--only", "xlsx", "--start", str(START), "-z", "UTC", *words)

    def log(self, until, share):
        """That SHARE of each session before UNTIL which has no hours yet, to two decimals."""
        book = opened(self.path)
        log, of = book["Log"], roles_of(book["Log"])
        for row in range(5, log.max_row + 1):
            planned, date = log.cell(row, of["planned"]).value, log.cell(row, of["date"]).value
            if planned and date.date() < until and log.cell(row, of["hours"]).value is None:
                log.cell(row, of["hours"]).value = round(planned * share, 2)
        book.save(self.path)

    def own(self, sheet, *rows):
        """Rows of one's own, each by role."""
        book = opened(self.path)
        of = roles_of(book[sheet])
        first = 5
        while any(book[sheet].cell(first, column).value is not None for role, column in of.items()
                  if role not in ("counts", "to-go", "open")):
            first += 1
        for number, row in enumerate(rows):
            for role, value in row.items():
                book[sheet].cell(first + number, of[role]).value = value
        book.save(self.path)

    def change(self, sheet, role, value, where=lambda row: True):
        book = opened(self.path)
        for number, row in enumerate(rows_of(book[sheet], "key"), 5):
            if where(row):
                book[sheet].cell(number, roles_of(book[sheet])[role]).value = value
        book.save(self.path)


def says(sheet, pattern):
    """The groups of the first cell that PATTERN finds, numbers as such."""
    for row in sheet.iter_rows():
        for cell in row:
            found = isinstance(cell.value, str) and re.search(pattern, cell.value)
            if found:
                return [float(group) if re.fullmatch(r"[\d.]+", group or "") else group for group in found.groups()]
    return None


def near(have, want, words, off=0.006):
    tally.check(have is not None and want is not None and abs(have - want) <= off, words, f"{have} and {want}")


def standing_of(words):
    found = re.search(r"([\d.]+) h (behind|ahead)", words)
    return float(found[1]) * (1 if found[2] == "ahead" else -1) if found else 0.0


def agree(words, life, values=None):
    """All sheets and the terminal say the same."""
    values = values or opened(life.path, True)
    today, board = values["Today"], values["Dashboard"]
    have = {name: cell.value for name, cell in figures_of(values["Charts"]).items()}
    logged, total = says(today, r"^([\d.]+) h of ([\d.]+)$")
    near(logged, have["Hours logged"], f"{words}: logged, Today and Charts")
    near(total, have["All hours of the plan"], f"{words}: all hours, Today and Charts")
    near(says(board, r"^of ([\d.]+) h, \d+ %$")[0], total, f"{words}: all hours, Dashboard", 0.051)
    rows = rows_of(values["Phases"], "phase")
    names = [row["phase"] for row in rows]
    every = rows[names.index("All")]
    near(every["planned"], total, f"{words}: all hours, Phases")
    near(every["actual"], logged, f"{words}: logged, Phases")
    categories = rows[names.index("Category") + 1:]
    near(sum(row["planned"] for row in categories), total, f"{words}: all hours by category")
    near(sum(row["actual"] for row in categories), logged, f"{words}: logged by category")
    top = next(cell.row for row in board.iter_rows(max_col=1) for cell in row if cell.value == "By phase")
    for number, row in enumerate(rows[:names.index("All") + 1], top + 2):
        cells = [cell.value for cell in board[number] if cell.value not in (None, "")]
        hours = [float(cell) for cell in cells if re.fullmatch(r"-?\d+\.\d", str(cell))]
        near(hours[0], row["actual"], f"{words}: logged, {row['phase']}", 0.051)
        near(hours[1], row["planned"], f"{words}: all hours, {row['phase']}", 0.051)
    stand_logged = have["Logged by yesterday, since it was laid out"]
    stand_planned = have["Planned by yesterday, since it was laid out"]
    ahead = have["Ahead (+) or behind (−)"]
    near(ahead, stand_logged - stand_planned, f"{words}: the difference is what is said")
    if says(today, r"^(All is done|The plan is over)"):
        tally.check(not says(today, r"^(.*(?:behind|ahead).*)$"), f"{words}: where all is over nobody is behind")
        return total, logged, ahead
    since = says(today, r"^([\d.]+) h (?:by yesterday|since [^,]+)(?:, ([\d.]+) logged)?$")
    near(since[0], stand_planned, f"{words}: planned by yesterday, Today")
    if since[1] is not None:
        near(since[1], stand_logged, f"{words}: logged since, Today")
    terminal = json.loads(life.run("today", "--json"))["standing"]
    if not logged:
        return total, logged, ahead
    so = says(today, r"^(.*(?:on time|behind|ahead).*)$")
    near(so and standing_of(so[0]), ahead if abs(ahead) > 0.5 else 0, f"{words}: So, Today")
    near(terminal["ahead"] / 60, ahead, f"{words}: ahead, in the terminal", 0.0101)
    near(terminal["planned"] / 60, stand_planned, f"{words}: planned, in the terminal", 0.0101)
    near(terminal["logged"] / 60, stand_logged, f"{words}: logged, in the terminal", 0.0101)
    return total, logged, ahead


def live(life, look=agree):
    """LOOK is called at each station of it, and gives what agree() does."""
    life.build()
    whole = json.loads(life.run("show", "--json"))["minutes"] / 60
    near(look("fresh", life)[0], whole, "fresh: all hours are the plan's")
    life.today = START + datetime.timedelta(days=52)  # a Thursday, in the eighth week
    life.log(life.today, 0.6)
    life.own("Log", {"date": datetime.datetime(2025, 12, 30), "category": "Practice", "hours": 1.5},
             {"date": datetime.datetime(2026, 2, 1), "category": "Of my own", "hours": 0.5},
             {"date": datetime.datetime(2026, 6, 1), "category": "Practice", "hours": 3},
             {"date": datetime.datetime(2026, 12, 24), "category": "Of my own", "hours": 1})
    life.build()
    total, logged, _ = look("60 % logged", life)
    near(total, whole, "60 % logged: all hours stay")
    life.build("--replan")
    total, logged, ahead = look("laid out anew", life)
    near(ahead, 0, "laid out anew: on time")
    life.today += datetime.timedelta(days=25)
    life.log(life.today, 1)
    life.build()
    look("three weeks on", life)
    life.own("Tasks", {"task": "Buy a fid", "done": "x"}, {"task": "Ask Anna"}, {"done": "x"})
    life.own("Budget", {"item": "Knife", "planned": "89,90", "currency": "€", "actual": "95,50 €"},
             {"item": "Oil", "planned": "$1,050", "actual": "free"}, {"item": "Bag", "actual": "$12.50"})
    life.own("Milestones", {"milestone": "Sail", "reached": "soon"}, {"milestone": "Row", "reached": "x"})
    life.change("Milestones", "reached", "soon")
    life.build()
    look("own rows", life)
    values = opened(life.path, True)
    tally.check(says(values["Dashboard"], r"^1 (of 6)$") is not None, "tasks of one's own count above the line and below")
    tally.check(says(values["Dashboard"], r"^1 (of 3)$") is not None, "'soon' is not reached, a tick is")
    tally.equal([row["to-go"] or "" for row in rows_of(values["Milestones"], "milestone")][1:3], ["", "reached"], "To go")
    tally.equal(rows_of(values["Milestones"], "milestone")[0]["reached"], "soon", "what was typed stays")
    money = [(row["planned"], row["actual"]) for row in rows_of(values["Budget"], "item")][-3:]
    tally.equal(money, [(89.9, 95.5), (1050, "free"), (None, 12.5)], "money is read as it is written")
    for words in ("1180 $, 1 row in others", "13 $"):
        tally.check(says(values["Dashboard"], "^(" + re.escape(words) + ")") is not None, f"the Dashboard says {words}")
    plan = json.loads(life.run("show", "--json"))
    tally.equal([item["done"] for item in plan["items"] if item["kind"] == "milestone"], [False], "nor in the terminal")
    life.build("--replan", "--hours", "5")
    look("laid out anew twice", life)
    values = opened(life.path, True)
    have = {name: cell.value for name, cell in figures_of(values["Charts"]).items()}
    tally.check(0 < have["Planned a week, last four weeks"] < 3.5, "what was planned in the last weeks, not what is from now on",
                str(have["Planned a week, last four weeks"]))
    tally.check(says(values["Dashboard"], fr"^of ({have['Planned a week, last four weeks']:.1f}) h$") is not None, "the Dashboard says it")
    for sheet, role, done in (("Tasks", "done", "x"), ("Milestones", "reached", datetime.datetime(2026, 3, 20))):
        life.change(sheet, role, done)
    life.today += datetime.timedelta(days=25)
    life.log(life.today, 1)
    life.build("--replan")
    total, logged, _ = look("all done", life)
    near(total, logged, "all done: 100 %")
    values = opened(life.path, True)
    tally.check(says(values["Dashboard"], r"(^of .* h, 100 %$)") is not None, "all done: the Dashboard says so")
    tally.check(says(values["Dashboard"], r"^(in a row, the most of all)$") is not None, "all done: the longest run stays")
    said = life.build()
    tally.check("unchanged" in said, "built again for the day", said)
    life.today += datetime.timedelta(days=1)
    said = life.build()
    tally.check("unchanged" not in said, "for another day given it is written anew", said)
    tally.equal(says(opened(life.path, True)["Dashboard"], r"^As of \w+ (\d+)")[0], life.today.day, "as of that day")


def main():
    with tempfile.TemporaryDirectory() as folder:
        live(Life(folder))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
