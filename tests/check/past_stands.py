#!/usr/bin/python3
"""The past stands: a plan is built at 5 hours a week in January, hours are logged, and on the first of
June it is built again with something changed. Events before that day are what they were, in number
and in every property; so are the Log's rows of the weeks that were lived, and the bytes that draw
their pages, which keep their numbers. With the feed alone, without a tracker, so are the events.

    past_stands.py [WORD...]    only the changes whose name holds one
Plain builds only.
Has longer walks.
"""
import datetime
import os
import re
import shutil
import subprocess
import sys
import tempfile

import icalendar
import openpyxl

from support.program import LONG, PROGRAM
from support.streams import page_streams
from support.tally import Tally

SAMPLE = "samples/rust-systems.md"
FIRST = ["--hours", "5", "--start", "2026-01-05", "--timezone", "Europe/Berlin", "--today", "2026-01-05"]
JUNE = datetime.date(2026, 6, 1)
LIVED = 21  # weeks that ended before it

# Name: what is typed, what becomes of the roadmap's text, and whether each id is kept.
CHANGES = {
    "nothing": ([], lambda text: text, True),
    "ten hours": (["--hours", "10"], lambda text: text, False),
    "new slots": (["--slots", "Tue,Thu 06:30 1h30; Sun 15:00"], lambda text: text, False),
    "a new zone": (["--timezone", "America/New_York"], lambda text: text, True),
    "another time of day": (["--workday-time", "06:15"], lambda text: text, True),
    "an item renamed": ([], lambda text: renamed(text), True),
    "a finished item deleted": ([], lambda text: shortened(text), False),
    "a new first line": ([], lambda text: re.sub(r"^# .*?(?= \()", "# Another name for it all", text, count=1, flags=re.M), True),
    "all at once": (["--hours", "8", "--slots", "Mon,Wed,Sat", "--timezone", "Asia/Tokyo"],
                    lambda text: shortened(renamed(text)), False),
}


def tasks(text):
    """The lines of tasks and projects with a month, in order: **Month 1-2**: **Name** - what."""
    return re.findall(r"^\*\*Months? [^*]+\*\*: \*\*[^*]+\*\*.*\n", text, re.M)


def renamed(text):
    line = tasks(text)[0]
    return text.replace(line, re.sub(r": \*\*([^*]+)\*\*", r": **\1, newly named**", line), 1)


def shortened(text):
    return text.replace(tasks(text)[1], "", 1)


def build(folder, *settings):
    done = subprocess.run([PROGRAM, "build", os.path.join(folder, "plan.md"), "-q", *settings],
                          capture_output=True, text=True)
    return done.returncode, done.stderr


def log_hours(path):
    book = openpyxl.load_workbook(path)
    log = book["Log"]
    heads = {cell.value: cell.column for cell in log[4]}
    for row in range(5, 60, 2):
        log.cell(row, heads["Hours"]).value = 1.5
    log.cell(7, heads["Notes"]).value = "read on the train"
    book.save(path)


def day_of(event):
    start = event["DTSTART"].dt
    return start.date() if isinstance(start, datetime.datetime) else start


def events(path):
    """Every event by its UID: its day, and all that it says."""
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    return {str(event["UID"]): (day_of(event), event.to_ical()) for event in calendar.walk("VEVENT")}


def rows(path, before):
    """The Log's rows of days before that one, without what formulas say of them (openpyxl drops that)."""
    log = openpyxl.load_workbook(path, data_only=True)["Log"]
    date, counts = ({cell.value: cell.column - 1 for cell in log[4]}[word] for word in ("Date", "Counts?"))
    return [row[:counts] for row in log.iter_rows(min_row=5, values_only=True)
            if isinstance(row[date], datetime.datetime) and row[date].date() < before]


def week_pages(path):
    """The number of each lived week's page, and the bytes that draw it."""
    listed = subprocess.run(["pdfinfo", "-dests", path], capture_output=True, text=True, errors="replace").stdout
    numbers = {int(m[2]): int(m[1]) for m in re.finditer(r'^\s*(\d+)\s.*"week-(\d+)"', listed, re.M)}
    drawn = page_streams(path)
    return {week: (page, drawn[page]) for week, page in numbers.items() if week <= LIVED}


class June:
    def __init__(self, tally, work):
        self.tally, self.work = tally, work
        self.folder = os.path.join(work, "january")
        os.mkdir(self.folder)
        shutil.copy(SAMPLE, os.path.join(self.folder, "plan.md"))
        status, words = build(self.folder, *FIRST)
        tally.check(status == 0, "the first build", words)
        self.events = events(os.path.join(self.folder, "plan.ics"))
        self.pages = week_pages(os.path.join(self.folder, "plan.pdf"))
        log_hours(os.path.join(self.folder, "plan.xlsx"))
        self.rows = rows(os.path.join(self.folder, "plan.xlsx"), JUNE)
        tally.check(len(self.pages) == LIVED, "all weeks have pages", str(len(self.pages)))
        tally.check(len(self.rows) > 50, "the Log holds the past", str(len(self.rows)))

    def compare_events(self, name, path, keeps):
        now = events(path)
        was = {uid: event for uid, event in self.events.items() if event[0] < JUNE}
        new = {uid: event for uid, event in now.items() if event[0] < JUNE}
        changed = [uid for uid in was if uid in new and new[uid] != was[uid]]
        self.tally.check(not changed, f"{name}: past events changed", f"{len(changed)}: {changed[:2]}")
        gone, invented = set(was) - set(new), set(new) - set(was)
        self.tally.check(not gone, f"{name}: past events gone", f"{len(gone)}")
        self.tally.check(not invented, f"{name}: past events new", f"{len(invented)}")
        if keeps:
            left = set(self.events) - set(now)
            self.tally.check(not left, f"{name}: ids gone", f"{len(left)} of {len(self.events)}")

    def compare_rows(self, name, path):
        now = rows(path, JUNE)
        for i, (then, here) in enumerate(zip(self.rows, now)):
            if then != here:
                self.tally.check(False, f"{name}: row {i} of the Log", f"{then} is {here}")
                return
        self.tally.check(len(now) == len(self.rows), f"{name}: rows of the Log", f"{len(now)} of {len(self.rows)}")

    def compare_pages(self, name, path):
        now = week_pages(path)
        moved = [week for week in self.pages if week not in now or now[week][0] != self.pages[week][0]]
        drawn = [week for week in self.pages if week in now and now[week][1] != self.pages[week][1]]
        self.tally.check(not moved, f"{name}: pages that moved", f"weeks {moved}")
        self.tally.check(not drawn, f"{name}: pages drawn anew", f"weeks {drawn}")

    def change(self, name, settings, edit, keeps):
        for alone in (False, True):
            folder = os.path.join(self.work, "june")
            shutil.copytree(self.folder, folder)
            with open(SAMPLE, encoding="utf-8") as file:
                text = file.read()
            with open(os.path.join(folder, "plan.md"), "w", encoding="utf-8") as file:
                file.write(edit(text))
            self.tally.check(name in ("nothing",) or settings or edit(text) != text, f"{name}: something changes")
            if alone:  # nothing is remembered then, and all is said again
                os.unlink(os.path.join(folder, "plan.xlsx"))
                settings = [*FIRST[:-2], *settings, "--only", "ics"]
            status, words = build(folder, *settings, "--today", JUNE.isoformat())
            self.tally.check(status == 0, f"{name}: the build", words)
            self.compare_events(name + (", the feed alone" if alone else ""), os.path.join(folder, "plan.ics"),
                                keeps and not alone)
            if not alone:
                self.compare_rows(name, os.path.join(folder, "plan.xlsx"))
                self.compare_pages(name, os.path.join(folder, "plan.pdf"))
            shutil.rmtree(folder)

    def nothing_changes(self):
        """A second build with no options but the roadmap changes no byte of the feed, ever."""
        path = os.path.join(self.folder, "plan.ics")
        with open(path, "rb") as file:
            before = file.read()
        step = 13 if LONG else 61  # on all days of the week
        for days in range(1, 1200, step):
            today = datetime.date(2026, 1, 5) + datetime.timedelta(days=days)
            status, words = build(self.folder, "--today", today.isoformat(), "--only", "ics,xlsx" if days % 2 else "ics")
            with open(path, "rb") as file:
                same = file.read() == before
            self.tally.check(status == 0 and same, f"nothing changes on {today}", words)


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="roadbook-past-") as work:
        june = June(tally, work)
        for name, (settings, edit, keeps) in CHANGES.items() if not LONG else ():
            if not sys.argv[1:] or any(word in name for word in sys.argv[1:]):
                june.change(name, list(settings), edit, keeps)
        if not sys.argv[1:]:
            june.nothing_changes()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
