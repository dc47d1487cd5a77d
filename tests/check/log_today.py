#!/usr/bin/python3
"""A few days lived by `log` and `today` alone: each entry is where it belongs in the tracker, told in
the words that it should be, and nothing else changed. Exit status 77 where openpyxl is absent.
Part of make check.
Plain builds only.
"""
import datetime
import os
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
from support.tracker import roles_of


def refusals(desk, first):
    """What cannot be logged on the day FIRST is said, and changes nothing."""
    lock = desk.path(".~lock.rope.xlsx#")
    desk.refuses(first, 2, "'soon' is no number of hours", "soon")
    for nothing in ("0", "0 min", "0h", "0:00"):
        desk.refuses(first, 2, f"'{nothing}' is nothing; --undo takes back what was logged", nothing)
    desk.refuses(first, 2, "'90' would be hours; write 90min or 90h", "90")
    desk.refuses(first, 2, "'15' would be hours; write 15min or 15h", "15")
    desk.refuses(first, 2, "'90h' is more than a day has", "90h")
    desk.refuses(first, 2, "'5min' is less than 15 minutes", "5min")
    desk.refuses(first, 2, "that day is still to come", "1h", "--on", "2027-01-01")
    desk.refuses(first, 2, "is no date", "1h", "--on", "monday")
    desk.refuses(first, 2, "that day is still to come", "1h", "--on", "24 Dec")
    desk.refuses(first, 2, "is no date", "1h", "--on", "03/04/2026")
    desk.refuses(first, 2, "is no date", "1h", "--on", "3/4")
    desk.refuses(first, 2, "is no date", "1h", "--on", "January 2026")
    desk.refuses(first, 2, 'no "Eye splcie" in rope.md; did you mean "Eye splice" (line 18)? nothing was written', "1h", "--done",
                 "Eye splcie")
    desk.refuses(first, 2, "that can be ticked", "1h", "--done", "nothing of the kind")
    with open(lock, "w", encoding="utf-8") as file:
        file.write(",me,here,,;")
    desk.refuses(first, 3, "rope.xlsx is open in LibreOffice; close it there and log again", "1h")
    os.unlink(lock)
    desk.write(ROADMAP.replace("8 weeks", "12 weeks").replace("Weeks 5-8", "Weeks 5-12"))
    desk.refuses(first, 3, "build first: roadbook build rope.md", "1h")
    desk.write(ROADMAP)


def without_a_log(desk, day):
    """A Log that somebody deleted is missed in words."""
    whole = contents(desk.path("rope.xlsx"))
    book = openpyxl.load_workbook(desk.path("rope.xlsx"))
    del book["Log"]
    book.save(desk.path("rope.xlsx"))
    desk.refuses(day, 3, "rope.xlsx has no sheet Log any more; build once", "1h")
    with open(desk.path("rope.xlsx"), "wb") as file:
        file.write(whole)


def few_days(desk):
    """Three days of entries; gives the sessions that were planned."""
    sessions = desk.sessions()
    first, second = sessions[0], sessions[1]
    beside = (datetime.date.fromisoformat(first[0]) + datetime.timedelta(1)).isoformat()
    untouched = {name: contents(desk.path(name)) for name in NAMES[:2]}
    desk.says(first[0], ["week 1 of 8", first[2], "nothing is logged yet; after a session: roadbook log"], "today")
    desk.says(first[0], ["Logged 1 h 10 on ", first[2], "This week 1 h 10 of 2 h; on time for ", "Next: "],
              "log", "1h10", "--note", "around a tree")
    desk.says(first[0], ["✓ ", "This week  1 h 10 of 2 h"], "today")
    desk.says(beside, ["beside the plan: Bowline", "Bowline is done, "], "log", "0:45", "--done", "bow")
    desk.says(second[0], [second[2], "Logged 1 h 30 on "], "log", "1,5", "--for", second[1])
    desk.says(second[0], ["beside the plan: Bowline", "Bowline was done already"], "log", "30 min", "--done",
              "BOWLINE", "--on", first[0])
    desk.says(second[0], ["beside the plan: Sailing", 'The plan has no category "Sailing"'], "log", "2",
              "--for", "Sailing")
    desk.tally.equal(desk.log(), {
        first[0]: [(1.1667, first[1], first[2], "around a tree"), (0.5, None, "Bowline", None)],
        beside: [(0.75, None, "Bowline", None)],
        second[0]: [(1.5, second[1], second[2], None), (2, "Sailing", None, None)],
    }, "the Log")
    desk.tally.equal(desk.ticked(), {"Bowline": beside}, "the ticks")
    desk.tally.equal(desk.sessions(), sessions, "what was planned")
    desk.tally.equal({name: contents(desk.path(name)) for name in untouched}, untouched, "book and feed")
    desk.tally.equal(sorted(os.listdir(desk.folder)), sorted(NAMES + ("rope.md",)), "the folder")
    return sessions


def edit(desk, hours):
    """The learner types an entry in a spreadsheet program."""
    book = openpyxl.load_workbook(desk.path("rope.xlsx"))
    book["Log"].cell(5 + 3, roles_of(book["Log"])["hours"]).value = hours
    book.save(desk.path("rope.xlsx"))


def backups(desk, day):
    """Entries leave the backup alone that a build made, and the next build may replace it."""
    edit(desk, 1.25)
    typed = contents(desk.path("rope.xlsx"))
    status, said, wrong = desk.run(day, "build")
    desk.tally.check(status == 0 and "rope.xlsx (what stood there is kept in rope.xlsx.bak)" in said, "a build behind an edit", said)
    desk.tally.check(wrong.count("\n") == 1 and 'the plan has no category "Sailing"' in wrong, "the category is said again", wrong)
    desk.tally.equal(contents(desk.path("rope.xlsx.bak")), typed, "the backup")
    desk.says(day, ["Logged 20 min"], "log", "20min")
    desk.says(day, ["Logged 25 min"], "log", "25min")
    desk.tally.equal(contents(desk.path("rope.xlsx.bak")), typed, "the backup behind two entries")
    logged = contents(desk.path("rope.xlsx"))
    status, said, _ = desk.run(day, "build", "--only", "xlsx")
    desk.tally.equal((status, "rope.xlsx (unchanged)" in said), (0, True), "a build behind them")
    desk.tally.equal(contents(desk.path("rope.xlsx")), logged, "what it leaves")
    edit(desk, 1.75)
    desk.tally.equal(desk.run(day, "build", "--only", "xlsx")[0], 0, "a build behind an edit")
    desk.tally.equal([name for name in sorted(os.listdir(desk.folder)) if ".bak" in name], ["rope.xlsx.bak"],
                     "backups")


def taken_back(desk, day):
    """What was logged goes again, the last first, and leaves the file as it was but for ticks."""
    start, ticks = desk.log(), desk.ticked()
    before = desk.files()
    planned = len(start.get(day, []))
    desk.says(day, [f"Logged 1 h on "], "log", "1h", "--note", "twice; around")
    desk.says(day, ["beside the plan: Eye splice", ": 1 h + 30 min = 1 h 30\n"], "log", "30min", "--done", "eye")
    desk.tally.equal(len(desk.log()[day]), planned + 2, "rows of the day")
    desk.says(day, ["Took back 30 min on ", "beside the plan: Eye splice", " has 1 h left\n",
                    "What was ticked that day stays ticked: Eye splice\n"], "log", "--undo")
    desk.tally.equal(len(desk.log()[day]), planned + 1, "rows of the day behind one that went")
    desk.says(day, ["Took back 1 h on ", "Its note was: twice; around\n"], "log", "--undo", "--on", day)
    desk.tally.equal(desk.log(), start, "the Log behind both")
    desk.tally.equal(desk.ticked(), {**ticks, "Eye splice": day}, "the ticks behind both")
    desk.refuses(day, 2, f"rope.xlsx has no hours on {day}", "--undo")
    desk.refuses(day, 2, "--undo takes back what the day's last row has; it takes no hours", "1h", "--undo", words_alone=True)
    desk.tally.equal(sorted(desk.files()), sorted(before), "the folder")
    with open(desk.path("rope.xlsx"), "wb") as file:
        file.write(before["rope.xlsx"])


def on_days(desk, today):
    """Days as people call them, one entry each; before the plan they are said to count in no week."""
    kept = contents(desk.path("rope.xlsx"))
    yesterday = datetime.date.fromisoformat(today) - datetime.timedelta(1)
    for typed, day in (("yesterday", yesterday), ("Today", yesterday + datetime.timedelta(1)), ("16.01.2026", datetime.date(2026, 1, 16)),
                       ("16 Jan", datetime.date(2026, 1, 16)), ("January 17th", datetime.date(2026, 1, 17)),
                       ("17. Januar", datetime.date(2026, 1, 17)), ("2026-01-04", datetime.date(2026, 1, 4))):
        status, said, wrong = desk.run(today, "log", "1h", "--on", typed)
        name = f"on {day:%a} {day.day} {day:%B}"
        desk.tally.check(status == 0 and not wrong and name in said, f"--on {typed} is not {name}", said + wrong)
        before = "That is before the plan began, on 5 January; it counts in the total, in no week of the plan" in said
        desk.tally.equal(before, typed == "2026-01-04", f"--on {typed}: before the plan")
    with open(desk.path("rope.xlsx"), "wb") as file:
        file.write(kept)


def tick_alone(desk, today):
    """--done without hours ticks, and logs nothing."""
    kept, log = contents(desk.path("rope.xlsx")), desk.log()
    desk.says(today, ["Eye splice is done, ", "This week "], "log", "--done", "eye", "--on", "yesterday")
    desk.tally.equal(desk.log(), log, "the Log behind a tick")
    yesterday = datetime.date.fromisoformat(today) - datetime.timedelta(1)
    desk.tally.equal(desk.ticked().get("Eye splice"), yesterday.isoformat(), "ticked without hours")
    desk.says(today, ["Eye splice was done already\n"], "log", "--done", "eye")
    desk.refuses(today, 2, "no hours", "--done", "eye", "--note", "at last", words_alone=True)
    with open(desk.path("rope.xlsx"), "wb") as file:
        file.write(kept)


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(folder, tally)
        desk.says("2026-01-03", ["nothing is built yet: roadbook build rope.md"], "today", "--start", "2026-01-05")
        desk.refuses("2026-01-05", 3, "there is no rope.xlsx yet; build first: roadbook build rope.md", "1h")
        status, _, wrong = desk.run("2026-01-04", "build", "--start", "2026-01-05", "-z", "Europe/Berlin", "-H", "2")
        tally.equal((status, wrong), (0, ""), "the build")
        refusals(desk, desk.sessions()[0][0])
        sessions = few_days(desk)
        without_a_log(desk, sessions[2][0])
        backups(desk, sessions[4][0])
        taken_back(desk, sessions[5][0])
        on_days(desk, sessions[4][0])
        tick_alone(desk, sessions[4][0])
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
