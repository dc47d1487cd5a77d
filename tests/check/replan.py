#!/usr/bin/python3
"""The plan follows the life: a year is begun at 5 hours a week, 60 % of the hours are logged until the end
of March and twenty things ticked; then it is laid out anew, twice, at other hours and back again. The
three files agree, hours add up, the past stands, and what nothing new was logged for moves nothing.
Plain builds only.
"""
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import icalendar

from support.program import PROGRAM
from support.tally import Tally
from support.tracker import opened, roles_of, rows_of

SAMPLE = "samples/rust-systems.md"
TODAY = datetime.date(2026, 3, 29)
FILES = ("plan.pdf", "plan.ics", "plan.xlsx")
tally = Tally()


def run(folder, command, *options, today=TODAY):
    done = subprocess.run([PROGRAM, command, os.path.join(folder, "plan.md"), "-o", folder, "--today", str(today), *options],
                          capture_output=True, text=True)
    tally.check(done.returncode == 0, f"{command} {' '.join(options)}", done.stderr[-300:])
    return done.stdout


def plan_of(folder, *options, today=TODAY):
    return json.loads(run(folder, "show", "--json", *options, today=today))


def contents(folder):
    return [open(os.path.join(folder, name), "rb").read() for name in FILES]


def write(folder, share, ticks, until=TODAY):
    """Logs that SHARE of each session before UNTIL, and ticks the first open TICKS; gives the minutes."""
    path = os.path.join(folder, "plan.xlsx")
    book = opened(path)
    log, minutes = book["Log"], 0
    roles = roles_of(log)
    for row in range(5, log.max_row + 1):
        date, planned = log.cell(row, roles["date"]).value, log.cell(row, roles["planned"]).value
        if date and planned and date.date() < until:
            log.cell(row, roles["hours"]).value = round(planned * share, 6)
            minutes += round(planned * share * 60)
    for name in ("Tasks", "Checklists"):
        sheet, roles = book[name], roles_of(book[name])
        for row in range(5, sheet.max_row + 1):
            if ticks > 0 and sheet.cell(row, roles["key"]).value and sheet.cell(row, roles["done"]).value == "☐":
                sheet.cell(row, roles["done"]).value = "x"
                ticks -= 1
    book.save(path)
    return minutes


def sessions(plan):
    return [(s["id"], s["start"], s["minutes"], s["focus"]) for week in plan["weeks"] for s in week["sessions"]]


def before(entries, day=TODAY):
    return [entry for entry in entries if entry[1] < str(day)]


def feed_minutes(folder):
    """Of each session's event."""
    calendar = icalendar.Calendar.from_ical(open(os.path.join(folder, "plan.ics"), "rb").read())
    timed = [event for event in calendar.walk("VEVENT") if isinstance(event["DTSTART"].dt, datetime.datetime)]
    return sum(round((event["DTEND"].dt - event["DTSTART"].dt).total_seconds() / 60) for event in timed), len(timed)


def log_minutes(folder):
    """Planned in the Log, and logged there."""
    rows = rows_of(opened(os.path.join(folder, "plan.xlsx"), values=True)["Log"])
    return (sum(round((row["planned"] or 0) * 60) for row in rows),
            sum(round((row["hours"] or 0) * 60) for row in rows))


def agree(words, folder, logged):
    """The three files say the same of the plan."""
    plan = plan_of(folder)
    minutes = sum(s[2] for s in sessions(plan))
    tally.equal(plan["minutes"], minutes, f"{words}: the plan's minutes")
    tally.equal(feed_minutes(folder), (minutes, len(sessions(plan))), f"{words}: the feed's")
    tally.equal(log_minutes(folder), (minutes, logged), f"{words}: the Log's")
    tally.equal(sum(week["logged"] for week in plan["weeks"]), logged, f"{words}: logged by weeks")
    text = subprocess.run(["pdftotext", os.path.join(folder, "plan.pdf"), "-"], capture_output=True, text=True).stdout
    weeks = set(re.findall(r"Week (\d+)\b", text))
    tally.check(str(len(plan["weeks"])) in weeks and str(len(plan["weeks"]) + 1) not in weeks,
                f"{words}: the book's weeks", f"{len(plan['weeks'])}")
    return plan


def moved(old, new, what="due"):
    """By id, what an item's date was and is, of those that moved."""
    dates = {item["id"]: item[what] for item in old["items"]}
    return {item["id"]: (dates[item["id"]], item[what]) for item in new["items"]
            if item["id"] in dates and dates[item["id"]] != item[what]}


def try_behind(folder):
    """60 % logged: laid out anew, the plan goes on from where the hours say."""
    first = plan_of(folder)
    logged = write(folder, 0.6, 20)
    said = run(folder, "build")
    tally.check("behind; --replan would end on 6 August 2028; 6 h a week keeps 2 July 2028" in said, "one line without it", said)
    plain = agree("without --replan", folder, logged)
    tally.equal(sessions(plain), sessions(first), "without --replan nothing moves")
    said = run(folder, "build", "--replan")
    tally.check("The end     6 August 2028, was 2 July; 6 h a week keeps 2 July" in said, "the end is told", said)
    replanned = agree("--replan", folder, logged)
    # 24 of 60 hours are missing, 4.8 weeks at 5 hours: the plan has 134.8 weeks, and ends with the 135th
    tally.equal((len(replanned["weeks"]), replanned["end"]), (135, "2028-08-06"), "five weeks later")
    tally.equal(before(sessions(replanned)), before(sessions(first)), "the past stands")
    done = [item for item in replanned["items"] if item["done"]]
    tally.equal(len(done), 20, "twenty ticks")
    later = {session for week in replanned["weeks"] for s in week["sessions"] if s["start"] >= str(TODAY)
             for session in s["items"][:1]}
    tally.check(not later & {item["id"] for item in done}, "what is ticked is off the table")
    milestones = {item["id"] for item in first["items"] if item["kind"] == "milestone"}
    tally.equal(len([i for i in moved(first, replanned) if i in milestones]), len(milestones), "milestones move along")
    made = contents(folder)
    run(folder, "build", "--replan")
    tally.check(contents(folder) == made, "a second replan changes no byte")
    run(folder, "build")
    tally.check(contents(folder) == made, "nor does a build without")
    return first, replanned, logged


def try_paces(folder, replanned, logged):
    """To ten hours and back: where one stands is told by the log alone."""
    run(folder, "build", "--replan", "--hours", "10")
    ten = agree("ten hours", folder, logged)
    tally.check(ten["end"] < replanned["end"], "ten hours end earlier", ten["end"])
    tally.equal(before(sessions(ten)), before(sessions(replanned)), "ten hours: the past stands")
    run(folder, "build", "--replan", "--hours", "5")
    back = agree("five again", folder, logged)
    tally.equal(sessions(back), sessions(replanned), "and back: every session")
    tally.equal(moved(replanned, back), {}, "and back: every date")


def try_exact(folder):
    """Logged as planned: the end and every milestone stay."""
    first = plan_of(folder)
    logged = write(folder, 1.0, 0)
    run(folder, "build", "--replan")
    exact = agree("as planned", folder, logged)
    tally.equal(exact["end"], first["end"], "logged as planned: the end")
    milestones = {item["id"] for item in first["items"] if item["kind"] == "milestone"}
    tally.equal({i: d for i, d in moved(first, exact).items() if i in milestones}, {}, "logged as planned: the milestones")


ROPE = """# Ropework (8 weeks, 2-4 hours/week)

## Phase 1: Knots (Weeks 1-8)

### Topics

- **Bowline** (Weeks 1-4): around a post
- **Reef knot** (Weeks 5-8): two ends of one line

### More Topics (Optional)

- **Sheepshank** (Weeks 3-8): it comes undone
"""


def try_optional(folder):
    """--catch-up leaves out what is optional, and the next replan without it takes it in again."""
    with open(os.path.join(folder, "plan.md"), "w") as file:
        file.write(ROPE)
    today = datetime.date(2026, 1, 27)
    for name in FILES:
        os.remove(os.path.join(folder, name))
    run(folder, "build", "--start", "2026-01-05", "--timezone", "UTC", today=datetime.date(2026, 1, 5))
    write(folder, 0.5, 0, until=today)

    def worked_at(*options):
        run(folder, "build", *options, today=today)
        plan = plan_of(folder, today=today)
        titles = {item["id"]: item["title"] for item in plan["items"]}
        return {titles[i] for week in plan["weeks"] for s in week["sessions"] if s["start"] >= str(today) for i in s["items"]}

    every = {"Bowline", "Sheepshank", "Reef knot"}
    tally.equal(worked_at("--replan"), every, "laid out anew: all is on the table")
    tally.equal(worked_at("--replan", "--catch-up", "drop-optional"), every - {"Sheepshank"}, "what is optional is left out")
    tally.equal(worked_at(), every - {"Sheepshank"}, "and stays out")
    tally.equal(worked_at("--replan"), every, "until the next replan takes it in again")


def main():
    with tempfile.TemporaryDirectory() as root:
        start = os.path.join(root, "start")
        os.mkdir(start)
        shutil.copy(SAMPLE, os.path.join(start, "plan.md"))
        run(start, "build", "--hours", "5", "--start", "2026-01-05", "--timezone", "Europe/Berlin",
            today=datetime.date(2026, 1, 5))
        for number, walk in enumerate((try_behind, try_exact, try_optional)):
            folder = os.path.join(root, f"life-{number}")
            shutil.copytree(start, folder)
            result = walk(folder)
            if walk is try_behind:
                try_paces(folder, *result[1:])
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
