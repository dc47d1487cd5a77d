#!/usr/bin/python3
"""The three files say the same: read back by programs that are not ours, they are held against `show --json`.

For each sample and pace: every session has the same id, day, time, minutes and category in the feed, the tracker and the
JSON; every week sums to its hours; every line of the roadmap is in the workbook's text; two builds give the same bytes.
Plain builds only.
"""
import collections
import datetime
import glob
import html
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

import icalendar

from support.program import ENDINGS, built, plan_of, run
from support.tally import Tally
from support.tracker import opened, rows_of

tally = Tally()
check = tally.check


def feed_events(path):
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    return [event for event in calendar.walk("VEVENT")]


def feed_sessions(events):
    found = {}
    for event in events:
        start = event["DTSTART"].dt
        if isinstance(start, datetime.datetime):
            minutes = (event["DTEND"].dt - start).total_seconds() / 60
            found[str(event["UID"])] = (start.strftime("%Y-%m-%dT%H:%M"), round(minutes))
    return found


def tracker_sessions(book):
    return {row["id"]: (row["date"], row["planned"] * 60, row["category"]) for row in rows_of(book["Log"], "id")}


def tracker_weeks(book):
    return {row["week"]: round(row["planned"] * 60, 6) for row in rows_of(book["Weeks"], "week")}


def words_of(text):
    text = unicodedata.normalize("NFKC", html.unescape(text)).replace("\u00ad", "")
    return "".join(letter.casefold() for letter in text if letter.isalnum())


def roadmap_lines(path):
    """The lines of a roadmap without Markdown's signs, front matter, fences and table rules."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    for line in text.splitlines():
        line = re.sub(r"^\s*(#+|[-*+•]|\d+[.)]|>|```.*)(\s+|$)", "", line)
        line = re.sub(r"^\[[ xX/✔]\]\s+", "", line)
        line = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
        for cell in re.split(r"(?<!\\)\|", line):
            if words_of(cell):
                yield cell


def workbook_lacks(roadmap, workbook):
    text = subprocess.run(["pdftotext", "-raw", workbook, "-"], capture_output=True, text=True, check=True).stdout
    words = words_of(text)
    return [line for line in roadmap_lines(roadmap) if words_of(line) not in words]


def check_pace(roadmap, hours):
    name = f"{os.path.basename(roadmap)} at {hours} h"
    settings = ["--hours", str(hours), "--start", "2026-01-05", "-z", "Europe/Berlin", "--today", "2026-01-05"]
    folder, plan = built(roadmap, *settings), plan_of(roadmap, *settings)
    stem = os.path.join(folder, os.path.splitext(os.path.basename(roadmap))[0])
    sessions = {s["id"]: s for week in plan["weeks"] for s in week["sessions"]}

    minutes = [sum(s["minutes"] for s in week["sessions"]) for week in plan["weeks"]]
    check(all(m == week["minutes"] for m, week in zip(minutes, plan["weeks"])), f"{name}: weeks sum to their minutes")
    check(all(m == hours * 60 for m in minutes[1:-1]), f"{name}: whole weeks hold {hours} hours")

    events = feed_events(stem + ".ics")
    check(len({str(event["UID"]) for event in events}) == len(events), f"{name}: every UID stands once")
    in_feed = feed_sessions(events)
    wanted = {key: (s["start"], s["minutes"]) for key, s in sessions.items()}
    check(in_feed == wanted, f"{name}: the feed's sessions are the plan's ({len(in_feed)} and {len(wanted)})")

    book = opened(stem + ".xlsx", True)
    in_tracker = tracker_sessions(book)
    check(set(in_tracker) == set(sessions), f"{name}: the tracker's session ids are the plan's")
    wrong = []
    for key, (date, length, category) in in_tracker.items():
        s = sessions.get(key)
        day = date.strftime("%Y-%m-%d") if hasattr(date, "strftime") else str(date)
        if s and (day, round(length, 6), category) != (s["start"][:10], s["minutes"], s["category"]):
            wrong.append((key, date, length, category))
    check(not wrong, f"{name}: the tracker's sessions are the plan's: {wrong[:2]}")
    weeks = {week["number"]: week["minutes"] for week in plan["weeks"]}
    check(tracker_weeks(book) == weeks, f"{name}: the tracker's weeks are the plan's")

    ids = {item["id"] for item in plan["items"]}
    due = {str(e["UID"]) for e in events} - set(sessions)
    milestones = {item["id"] for item in plan["items"] if item["kind"] == "milestone" and item["due"]}
    check(milestones <= due, f"{name}: every milestone is in the feed")
    check(len(ids) == len(plan["items"]), f"{name}: every item id stands once")

    lacking = workbook_lacks(roadmap, stem + ".pdf")
    check(not lacking, f"{name}: the workbook lacks {len(lacking)} lines: {lacking[:3]}")
    for command in (["qpdf", "--check", stem + ".pdf"], ["pdfinfo", stem + ".pdf"], ["pdffonts", stem + ".pdf"]):
        result = subprocess.run(command, capture_output=True, text=True)
        check(result.returncode == 0 and not result.stderr, f"{name}: {command[0]} says {result.stderr[:200]}")

    with tempfile.TemporaryDirectory() as again:
        run("build", roadmap, "-q", "-o", again, *settings)
        for ending in ENDINGS:
            other = os.path.join(again, f"{os.path.basename(stem)}.{ending}")
            with open(f"{stem}.{ending}", "rb") as one, open(other, "rb") as two:
                check(one.read() == two.read(), f"{name}: two builds of .{ending} are equal")
    return plan


def main():
    roadmaps = sys.argv[1:] or sorted(glob.glob("samples/*.md"))
    if not sys.argv[1:]:
        # The roadmap that roadbook was made for lies beside the project, not in it.
        if os.path.exists("../shared/roadmaps/rust-roadmap.md"):
            roadmaps.append("../shared/roadmaps/rust-roadmap.md")
        else:
            print("skipped: ../shared/roadmaps/rust-roadmap.md is not here")
            tally.skipped = 1
    lengths = collections.defaultdict(dict)
    for roadmap in roadmaps:
        for hours in (5, 10):
            lengths[os.path.basename(roadmap)][hours] = len(check_pace(roadmap, hours)["weeks"])
    for name in {"rust-systems.md", "rust-roadmap.md"} & set(lengths):
        check(lengths[name] == {5: 130, 10: 104}, f"{name}: 130 and 104 weeks, not {lengths[name]}")
    return tally.close()


sys.exit(main())
