#!/usr/bin/python3
"""Files in another folder, other hours, weeks away and the last tick: what `today`, `log` and `build` say to
who comes back. Exit status 77 where openpyxl is absent.
Plain builds only.
"""
import datetime
import json
import os
import re
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

from support.log_desk import NAMES, Desk
from support.rope import ROADMAP, contents
from support.tally import Tally
from support.tracker import opened, roles_of, rows_of


def elsewhere(desk, day):
    """Files that were made with -o are found by the next command, and never taken unasked."""
    os.mkdir(desk.path("far"))
    os.symlink(desk.path("far"), desk.path("a link"))
    status, said, wrong = desk.run("2026-01-04", "build", "-o", "my out", "--start", "2026-01-05", "-z", "Europe/Berlin", "-H", "2")
    desk.tally.equal((status, wrong), (0, ""), "a build into a folder")
    desk.says(day, ["after a session: roadbook log rope.md 1h10 -o 'my out'\n"], "today", "-o", "my out")
    status, said, wrong = desk.run(day, "today")
    desk.tally.equal((status, said, wrong), (0, "the tracker of this plan stands in my out/: roadbook today rope.md -o 'my out'\n", ""),
                     "today names the folder")
    status, said, _ = desk.run(day, "today", "--json")
    desk.tally.equal(json.loads(said)["elsewhere"], "my out", "today --json names the folder")
    desk.refuses(day, 3, "there is no rope.xlsx; that of this plan stands in my out/: "
                 "roadbook log rope.md 1h --note 'a note' --done Bowline -o 'my out'; nothing",
                 "1h", "--done", "Bowline", "--note", "a note")
    desk.refuses(day, 3, "there is no far/rope.xlsx; that of this plan stands in my out/", "1h", "-o", "far")
    before = {name: contents(os.path.join(desk.folder, "my out", name)) for name in NAMES}
    status, said, wrong = desk.run(day, "build", "--hours", "3", "--start", "2026-01-05")
    words = "warning: my out/ holds this plan's files of an earlier build; -o 'my out' builds on them, and these here begin anew"
    desk.tally.check(status == 0 and wrong.count("\n") == 1 and words in wrong, "build without -o warns", wrong)
    desk.tally.equal({name: contents(os.path.join(desk.folder, "my out", name)) for name in NAMES}, before, "and leaves them")
    status, said, wrong = desk.run(day, "build", "--start", "2026-01-05")
    desk.tally.equal((status, wrong), (0, ""), "a second build here has files of its own to build on")
    for name in NAMES:
        os.unlink(desk.path(name))
    desk.write(ROADMAP.replace("Ropework", "Sailmaking"))
    status, said, wrong = desk.run(day, "build", "--start", "2026-01-05", "--only", "xlsx")
    desk.tally.equal((status, wrong), (0, ""), "another plan's files are nobody's business")
    desk.write(ROADMAP)
    os.unlink(desk.path("rope.xlsx"))
    os.unlink(desk.path("a link"))
    os.rmdir(desk.path("far"))
    for name in NAMES:
        os.unlink(os.path.join(desk.folder, "my out", name))
    os.rmdir(desk.path("my out"))


def other_hours(desk, day):
    """build says from when on the hours are, and which entries do not count."""
    book = openpyxl.load_workbook(desk.path("rope.xlsx"))
    cell = book["Log"].cell(5 + 3, roles_of(book["Log"])["hours"])
    kept, cell.value = cell.value, 90
    book.save(desk.path("rope.xlsx"))
    status, said, wrong = desk.run(day, "build", "--hours", "3")
    desk.tally.check(status == 0 and f" weeks, 3 h each from {int(day[8:])} " in said, "build says when the hours changed", said)
    desk.tally.check(re.search(r"^One entry does not count yet: .* says 90 h; for minutes, type 1.5; see the column Counts\? of the Log$",
                               said, re.M), "build names entries that do not count", said + wrong)
    book = openpyxl.load_workbook(desk.path("rope.xlsx"))
    book["Log"].cell(5 + 3, roles_of(book["Log"])["hours"]).value = kept
    book.save(desk.path("rope.xlsx"))
    said = desk.run(day, "build", "--hours", "2")[1]
    desk.tally.check(" weeks of 2 h, " in said and "not count" not in said, "hours as ever, and all counts", said)


def own_row(desk, due, title):
    """A task of the learner's own, typed in a spreadsheet program."""
    book = openpyxl.load_workbook(desk.path("rope.xlsx"))
    sheet = book["Tasks"]
    roles, row = roles_of(sheet), len(rows_of(sheet, "task")) + 5
    sheet.cell(row, roles["task"]).value = title
    sheet.cell(row, roles["due"]).value = datetime.datetime.fromisoformat(due)
    book.save(desk.path("rope.xlsx"))


def coming_back(desk):
    """After weeks away: what was due, what is done so far, what a replan would do; then all is done."""
    own_row(desk, "2026-02-14", "Buy a fid")
    own_row(desk, "2026-03-20", "Sell the net")
    day = "2026-02-19"
    status, said, wrong = desk.run(day, "today")
    desk.tally.equal((status, wrong), (0, ""), "today after weeks away")
    for line in ("\nStill open since 14 February   Buy a fid\n", "           20 March   Sell the net is due\n", " behind",
                 " are done; last entry ", "           --replan lays the rest out from today and would end on "):
        desk.tally.check(line in said, f"today after weeks away does not say {line!r}", said)
    page = json.loads(desk.run(day, "today", "--json")[1])
    desk.tally.equal([(one["id"], one["title"], one["due"]) for one in page["open"] if not one["id"]],
                     [(None, "Buy a fid", "2026-02-14")], "open in today --json")
    desk.tally.check("Sell the net" in [one["title"] for one in page["due"]], "own rows are due in today --json", page["due"])
    for title in ("=SUM", "Eye", "All about"):
        status, said, wrong = desk.run(day, "log", "30min", "--done", title)
        desk.tally.equal((status, wrong), (0, ""), f"log --done {title}")
    desk.tally.check("\nEverything is done: 4 things and " in said and said.endswith("; --replan ends the plan here\n"),
                     "log says that all is done", said)
    status, said, _ = desk.run("2026-02-20", "today")
    desk.tally.check("\nWell done  Everything is done: 4 things and " in said and " behind" not in said and
                     "The plan can end here: roadbook build rope.md --replan\n" in said, "today says that all is done", said)
    desk.tally.check("\n           2 of your own are open\n" in said, "today says what else is open", said)
    said = desk.run("2026-02-20", "build")[1]
    desk.tally.check("to look at" not in said, "build points at a check that has nothing to tell", said)
    sheet = [cell.value for row in opened(desk.path("rope.xlsx"), True)["Today"].iter_rows() for cell in row if cell.value]
    desk.tally.check("All is done" in sheet and any(str(words).endswith(", 4 of 6 things done; 2 of your own are open") for words in sheet),
                     "so does the sheet", sheet)
    desk.tally.check("Everything is done: 4 things and " in said and " behind" not in said, "build says that all is done", said)
    said = desk.run("2026-02-20", "build", "--replan")[1]
    desk.tally.check("  You         everything is done: 4 things and " in said, "the replan closes with the sum", said)
    said = desk.run("2026-02-20", "today")[1]
    desk.tally.check("Everything is done: " in said and "The plan can end" not in said, "behind it there is nothing to end", said)


def begun(desk):
    """A build, and a few sessions; gives the day of the next."""
    status, _, wrong = desk.run("2026-01-04", "build", "--start", "2026-01-05", "-z", "Europe/Berlin", "-H", "2")
    desk.tally.equal((status, wrong), (0, ""), "the build")
    sessions = desk.sessions()
    for day, *_ in sessions[:4]:
        desk.says(day, ["Logged 1 h on "], "log", "1h")
    desk.says(sessions[4][0], ["Bowline is done"], "log", "--done", "bow")
    return sessions[4][0]


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder, tally)
        elsewhere(desk, "2026-01-05")
        day = begun(desk)
        other_hours(desk, day)
        coming_back(desk)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
