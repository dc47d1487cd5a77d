#!/usr/bin/python3
"""However a plan was built, its past is one: feed, Log and workbook tell the same sessions of the days
before the last build, though some of the builds before made but one of the files, at other hours, or
found the tracker open in another program. Builds that leave the files in disagreement say so, and
ordinary ones say nothing.

Plain builds only.
"""
import datetime
import os
import re
import subprocess
import sys
import tempfile

import icalendar

from support.program import PROGRAM
from support.tally import Tally
from support.tracker import opened, rows_of

ROADMAP = """# Bread, from scratch (6 months at 5 hours a week)

## Phase 1: Flour (Months 1-2)

### Reading
- **Flour and water** - 8 chapters
- **Old ovens** - 6 chapters

### Projects
**Month 1**: **A first loaf** - from flour, water and time
**Month 2**: **A rye loaf** - with a sourdough

## Phase 2: Fire (Months 3-6)

### Projects
**Month 3**: **Build an oven** - of clay
**Month 5-6**: **Bake for ten** - on one day
"""
FIRST = ["--start", "2026-01-05", "--timezone", "Europe/Berlin"]
ICS, PDF, XLSX = ["--only", "ics"], ["--only", "pdf"], ["--only", "xlsx"]
LOCKED = ["locked"]

# Name: the builds in order, each a day, what is typed, and what it has to say (None: nothing).
AHEAD, BEHIND, RIGHT = "does not know of this change", "as it was", "set right by the tracker"
WALKS = {
    "plain builds": [("02-02", [], None), ("03-16", [], None)],
    "new hours": [("02-02", ["--hours", "10"], None), ("03-16", [], None)],
    "one file, nothing new": [("02-04", ICS, None), ("02-18", PDF, None), ("03-04", XLSX, None),
                              ("03-18", [], None)],
    "the feed alone at other hours": [("02-02", ICS + ["--hours", "10"], AHEAD), ("03-18", [], RIGHT)],
    "the feed alone, twice": [("02-02", ICS + ["--hours", "10"], AHEAD), ("02-25", ICS, RIGHT),
                              ("03-18", [], None)],
    "the book alone": [("02-02", PDF + ["--hours", "10"], AHEAD), ("03-18", [], None)],
    "the tracker alone": [("02-02", XLSX + ["--hours", "10"], BEHIND), ("03-18", [], RIGHT)],
    "the tracker open elsewhere": [("02-02", LOCKED + ["--hours", "10"], AHEAD), ("03-18", [], RIGHT)],
    "all without the book": [("02-02", ["--only", "ics,xlsx", "--hours", "10"], BEHIND), ("03-18", [], None)],
    "another zone": [("02-02", ICS + ["--hours", "10", "--timezone", "America/New_York"], AHEAD),
                     ("03-18", [], RIGHT)],
    "a shorter plan in the tracker": [("02-02", XLSX + ["--hours", "10"], BEHIND),
                                      ("02-20", ICS + ["--hours", "3"], AHEAD),
                                      ("10-14", [], RIGHT)],
    "to and fro": [("01-21", ICS + ["--hours", "10"], AHEAD), ("02-04", XLSX, None),
                   ("02-18", PDF + ["--hours", "3"], AHEAD), ("03-04", LOCKED + ["--hours", "10"], AHEAD),
                   ("03-18", XLSX + ["--hours", "10"], BEHIND), ("04-08", ICS, RIGHT),
                   ("04-22", ["--hours", "5"], None), ("05-06", [], None)],
}


def build(folder, date, typed):
    lock = os.path.join(folder, ".~lock.plan.xlsx#")
    if typed[:1] == LOCKED:
        with open(lock, "w", encoding="utf-8") as file:
            file.write(",somebody,somewhere,01.01.2026 10:00,file:///nowhere;")
    arguments = [word for word in typed if word not in LOCKED]
    done = subprocess.run([PROGRAM, "build", os.path.join(folder, "plan.md"), "--today",
                           f"2026-{date}", *arguments], capture_output=True, text=True)
    if os.path.exists(lock):
        os.remove(lock)
    return done.returncode, done.stderr


def feed_sessions(folder, before):
    with open(os.path.join(folder, "plan.ics"), "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    found = set()
    for event in calendar.walk("VEVENT"):
        start = event["DTSTART"].dt
        if isinstance(start, datetime.datetime) and start.date() < before:
            minutes = round((event["DTEND"].dt - start).total_seconds() / 60)
            found.add((start.date(), minutes, str(event["SUMMARY"]).replace("Monthly review · ", "")))
    return found


def log_sessions(folder, before):
    found = set()
    for row in rows_of(opened(os.path.join(folder, "plan.xlsx"), values=True)["Log"], "id"):
        if row["date"].date() < before:
            found.add((row["date"].date(), round(row["planned"] * 60), row["task"]))
    return found


def book_sessions(folder, before):
    """Days and minutes that the pages of weeks list."""
    text = subprocess.run(["pdftotext", "-layout", os.path.join(folder, "plan.pdf"), "-"],
                          capture_output=True, text=True).stdout
    found = set()
    for day, month, hours, minutes, until_hours, until_minutes in re.findall(
            r"^ *(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d+) (\w{3}) +(\d\d):(\d\d)–(\d\d):(\d\d) ", text, re.M):
        date = datetime.datetime.strptime(f"2026 {month} {day}", "%Y %b %d").date()
        if date < before:
            found.add((date, 60 * int(until_hours) + int(until_minutes) - 60 * int(hours) - int(minutes)))
    return found


def walk(tally, name, steps):
    with tempfile.TemporaryDirectory(prefix="roadbook-agrees-") as folder:
        with open(os.path.join(folder, "plan.md"), "w", encoding="utf-8") as file:
            file.write(ROADMAP)
        status, words = build(folder, "01-05", FIRST + ["--hours", "5"])
        tally.check(status == 0, f"{name}: the first build", words)
        for date, typed, says in steps:
            status, words = build(folder, date, typed)
            where = f"{name}: {date} {' '.join(typed)}"
            tally.equal(status, 3 if typed[:1] == LOCKED else 0, f"{where}: status")
            tally.check(says in words if says else not words, f"{where}: says", repr(words))
        before = datetime.date.fromisoformat(f"2026-{steps[-1][0]}")
        log = log_sessions(folder, before)
        tally.check(len(log) > 20, f"{name}: the past is there", str(len(log)))
        tally.equal(sorted(feed_sessions(folder, before)), sorted(log), f"{name}: feed and Log")
        tally.equal(sorted(book_sessions(folder, before)), sorted({one[:2] for one in log}), f"{name}: book and Log")


def main():
    tally = Tally()
    for name, steps in WALKS.items():
        if all(word in name for word in sys.argv[1:]):
            walk(tally, name, steps)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
