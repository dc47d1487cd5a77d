#!/usr/bin/python3
"""Random plans, random lives: somebody logs more, less or nothing, ticks some, all or nothing, and lays the
plan out anew, several times and at other hours. After each build the hours of what was lived and what is
planned add up in all three files: each session stands in the feed, in the Log and on a page of the book,
with the same day, time and minutes; weeks and phases come to the same; and nothing of the past changed.

    hours_add_up.py [FIRST-SEED COUNT]

Exit status 77 where openpyxl is absent.
Plain builds only.
Has longer walks.
"""
import collections
import datetime
import json
import os
import random
import re
import subprocess
import sys
import tempfile

try:
    import openpyxl  # noqa: F401
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)
import icalendar

from support.dates import DAY, MONTHS
from support.program import LONG, PROGRAM
from support.tally import Tally
from support.tracker import opened, roles_of, rows_of

START = datetime.date(2026, 1, 5)
SLOTS = ("Mon,Wed 19:00 1h30; Sat 10:00 2h", "Tue 6:30 45m; Thu 21:00 1h; Sun 9:00 3h", "Fri 18:15 2h",
         "Mon,Tue,Wed,Thu,Fri 20:00 50m")
# "Mon 5 Jan  19:00–20:30": the second of a day stands below the first, without its day
SESSION = re.compile(r"^\W*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d+) (\w{3})\w*\s)?\s*(\d+):(\d\d)–(\d+):(\d\d)\b", re.M)


def roadmap(dice):
    """A plan of two or three phases, all of whose weeks have something that can be ticked."""
    weeks, lines = 0, []
    for phase in range(1, dice.randint(2, 3) + 1):
        length = dice.randint(2, 7)
        first, weeks = weeks + 1, weeks + length
        lines += [f"## Phase {phase}: Part {phase} (Weeks {first}-{weeks})", "", "### Tasks", ""]
        for number in range(dice.randint(1, 4)):
            at = dice.randint(first, weeks)
            lines.append(f"- **Thing {phase}.{number}** (Weeks {at}-{dice.randint(at, weeks)}): do it")
        lines += [f"- **Last {phase}** (Week {weeks}): end it", "", "### Weekly Time Allocation", "",
                  f"- **Reading**: {dice.randint(1, 3)} hours", f"- **Practice**: {dice.randint(1, 3)} hours", ""]
    return "\n".join([f"# Whittling ({weeks} weeks, 3-6 hours/week)", "", *lines])


def rhythm(dice):
    """Settings of a first or a later build."""
    settings = ["--hours", str(dice.choice((2, 3, 5, 7.5, 10)))]
    if dice.random() < 0.3:
        settings = ["--slots", dice.choice(SLOTS)]
    if dice.random() < 0.3:
        first = START + dice.randint(0, 60) * DAY
        settings += ["--off", f"{first}..{first + dice.randint(0, 12) * DAY}"]
    return settings


class Life:
    def __init__(self, tally, folder, seed):
        self.tally, self.folder, self.seed = tally, folder, seed
        self.dice = random.Random(seed)
        with open(self.path("md"), "w", encoding="utf-8") as file:
            file.write(roadmap(self.dice))

    def path(self, ending):
        return os.path.join(self.folder, f"plan.{ending}")

    def equal(self, have, want, words):
        return self.tally.equal(have, want, f"life {self.seed}: {words}")

    def run(self, command, today, *settings):
        done = subprocess.run([PROGRAM, command, self.path("md"), "-o", self.folder, "--today", str(today), *settings],
                              capture_output=True, text=True)
        self.tally.check(done.returncode == 0, f"life {self.seed}: {command} {' '.join(settings)}", done.stderr[-300:])
        return done.stdout

    def write(self, until, share, ticks):
        """Logs that SHARE of each session before UNTIL that has no hours yet, ticks that share of what is open."""
        book = opened(self.path("xlsx"))
        log, at = book["Log"], roles_of(book["Log"])
        for row in range(5, log.max_row + 1):
            date, hours = log.cell(row, at["date"]).value, log.cell(row, at["hours"])
            if date and date.date() < until and hours.value is None and share > 0:
                hours.value = round(log.cell(row, at["planned"]).value * share, 4)
        tasks, at = book["Tasks"], roles_of(book["Tasks"])
        for row in range(5, tasks.max_row + 1):
            if tasks.cell(row, at["key"]).value and self.dice.random() < ticks:
                tasks.cell(row, at["done"]).value = "x"
        book.save(self.path("xlsx"))

    def planned(self, today):
        """Of `show`: each session as (day, time, minutes); with the week that it belongs to."""
        plan = json.loads(self.run("show", today, "--json"))
        sessions = [(s["start"][:10], s["start"][11:16], s["minutes"]) for week in plan["weeks"] for s in week["sessions"]]
        self.equal(plan["minutes"], sum(s[2] for s in sessions), "the plan's minutes")
        for week in plan["weeks"]:
            self.equal(sum(s["minutes"] for s in week["sessions"]), week["minutes"], f"the minutes of week {week['number']}")
        return plan, sorted(sessions)

    def in_feed(self):
        with open(self.path("ics"), "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        timed = [event for event in calendar.walk("VEVENT") if isinstance(event["DTSTART"].dt, datetime.datetime)]
        return sorted((event["DTSTART"].dt.strftime("%Y-%m-%d"), event["DTSTART"].dt.strftime("%H:%M"),
                       round((event["DTEND"].dt - event["DTSTART"].dt).total_seconds() / 60)) for event in timed)

    def in_book(self, weeks):
        """On the pages of the weeks: days come without a year, so that of the week is taken."""
        listed = subprocess.run(["pdfinfo", "-dests", self.path("pdf")], capture_output=True, text=True,
                                errors="replace", check=True).stdout
        pages = {int(number): int(page) for page, number in re.findall(r'^\s*(\d+)\s.*"week-(\d+)"', listed, re.M)}
        text = subprocess.run(["pdftotext", "-layout", self.path("pdf"), "-"], capture_output=True, text=True,
                              errors="replace", check=True).stdout.split("\f")
        found = []
        for week in weeks:
            first = datetime.date.fromisoformat(week["first"])
            for day, month, *clock in SESSION.findall(text[pages[week["number"]] - 1]):
                if day:
                    number = [name[:3] for name in MONTHS].index(month) + 1
                    date = datetime.date(first.year + (number < first.month), number, int(day))
                from_hour, from_minute, to_hour, to_minute = map(int, clock)
                minutes = (to_hour * 60 + to_minute - from_hour * 60 - from_minute) % 1440
                found.append((str(date), f"{from_hour:02}:{from_minute:02}", minutes))
        return sorted(found)

    def compare(self, words, today):
        """All three files against the plan; gives its sessions."""
        plan, sessions = self.planned(today)
        self.equal(self.in_feed(), sessions, f"{words}: the feed")
        self.equal(self.in_book(plan["weeks"]), sessions, f"{words}: the book's weeks")
        book = opened(self.path("xlsx"), values=True)
        log = sorted((str(row["date"].date()), round(row["planned"] * 60)) for row in rows_of(book["Log"], "id"))
        self.equal(log, sorted((day, minutes) for day, _, minutes in sessions), f"{words}: the Log")
        by_week = {row["week"]: round(row["planned"] * 60) for row in rows_of(book["Weeks"], "week")}
        self.equal(by_week, {week["number"]: week["minutes"] for week in plan["weeks"]}, f"{words}: the sheet Weeks")
        logged = collections.Counter()
        for row in rows_of(book["Log"]):
            if row["hours"]:
                logged[str(row["date"].date())] += round(row["hours"] * 60)
        told = sum(week["logged"] for week in plan["weeks"])
        self.tally.check(abs(told - sum(logged.values())) <= len(logged), f"life {self.seed}: {words}: logged",
                         f"{told} of {sum(logged.values())}")
        return sessions

    def live(self):
        day, settings = START, rhythm(self.dice)
        self.run("build", day, "--start", str(START), "-z", "UTC", *settings)
        before = self.compare("fresh", day)
        for turn in range(1, 4):
            day += self.dice.randint(1, 30) * DAY
            share, ticks = self.dice.choice((0, 0.4, 0.99, 1, 1.3)), self.dice.choice((0, 0, 0.3, 1))
            self.write(day, share, ticks)
            settings = rhythm(self.dice) if self.dice.random() < 0.4 else []
            replan = ["--replan"] if self.dice.random() < 0.7 else []
            words = f"build {turn}, {day}, {share:.0%} logged, {ticks:.0%} ticked, {' '.join(replan + settings)}"
            self.run("build", day, *replan, *settings)
            after = self.compare(words, day)
            self.equal([s for s in after if s[0] < str(day)], [s for s in before if s[0] < str(day)], f"{words}: the past")
            before = after


def main():
    first, count = (int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else ((7, 18) if LONG else (1, 6))
    tally = Tally()
    for seed in range(first, first + count):
        with tempfile.TemporaryDirectory(prefix="roadbook-hours-") as folder:
            Life(tally, folder, seed).live()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
