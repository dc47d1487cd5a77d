#!/usr/bin/python3
"""The instants of all sessions, worked out twice by programs that are not ours.

Five years of sessions in twelve zones, at plain and at awkward times of day: what `show --json` says as a time on the
wall becomes an instant by zoneinfo (the system's zone data); what the feed says becomes one by dateutil, which knows
nothing but the VTIMEZONE in the file. Both must agree for every session; beside a change of clocks, where the feed
gives the instant itself, that one must. Ends with "N passed, N failed".
Plain builds only.
"""
import datetime
import io
import json
import os
import re
import sys
import tempfile
import zoneinfo

import dateutil.tz

from support.program import run
from support.tally import Tally

ZONES = [
    "Europe/Berlin",
    "Europe/Dublin",  # summer is standard time by law: saving runs backwards
    "Africa/Casablanca",  # clocks go back for Ramadan, by the moon
    "Africa/Cairo",
    "America/New_York",
    "America/Santiago",
    "America/St_Johns",  # half an hour off, and the change at midnight once
    "Asia/Kathmandu",  # 5 h 45, no changes
    "Asia/Gaza",
    "Australia/Lord_Howe",  # half an hour of saving
    "Pacific/Auckland",
    "Pacific/Chatham",  # 12 h 45, the change at 02:45
]
# Plain times, and such as the clocks skip, show twice or change at.
SLOTS = ("Mon,Wed 19:00 1h; Thu 23:30 30m; Fri 23:30 30m; Sat 00:15 30m; Sat 23:15 45m; Sun 00:00 30m; Sun 01:30 30m; "
         "Sun 02:15 30m; Sun 03:00 30m")
SETTINGS = ["-q", "--start", "2026-01-05", "--today", "2026-01-01", "--slots", SLOTS]
ROADMAP = """# Five Years of Practice (60 months, 5 hours/week)

## Phase 1: Beginnings (Months 1-30)
- **Scales** (Months 1-12): Major, minor
- **Sight reading** (Months 13-30): Slow, then faster

## Phase 2: Pieces (Months 31-60)
- **Sonatas** (Months 31-60): Three of them
"""
EVENT = re.compile(r"^BEGIN:VEVENT\nUID:(.*)\n(?:.*\n)*?DTSTART(;[^:]*)?:(\w+)$", re.M)
UTC = datetime.timezone.utc


def skipped(wall, zone):
    """The clocks never show that time: it lies in the gap of a change."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != wall


def instant(wall, zone):
    """RFC 5545, 3.3.5: of two such times the first; a skipped one by the offset before the gap."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC)


def compare(name, sessions, roadmap, folder):
    """How many sessions agree by the rules in the feed, how many stand there as instants, and what does not agree."""
    run("build", roadmap, "--only", "ics", "-o", folder, "--timezone", name, *SETTINGS)
    with open(os.path.join(folder, "practice.ics"), encoding="utf-8", newline="") as file:
        text = file.read()
    zone = zoneinfo.ZoneInfo(name)
    told = dateutil.tz.tzical(io.StringIO(text.replace("\r\n", "\n"))).get(name)
    agreed, fixed, wrong, met = 0, 0, [], set()
    for uid, parameters, start in EVENT.findall(text.replace("\r\n ", "").replace("\r\n", "\n")):
        session = sessions.get(uid)
        if not session:
            continue
        met.add(uid)
        wall = datetime.datetime.fromisoformat(session["start"])
        if parameters == f";TZID={name}":
            told_instant = wall.replace(tzinfo=told, fold=0).astimezone(UTC)
            good = start == wall.strftime("%Y%m%dT%H%M%S") and not skipped(wall, zone) and \
                told_instant == instant(wall, zone)
            agreed += good
        else:
            told_instant = datetime.datetime.strptime(start + "+0000", "%Y%m%dT%H%M%SZ%z")
            good = parameters == "" and told_instant == instant(wall, zone)
            fixed += good
        if not good:
            wrong.append(f"{session['start']}: {told_instant} by the feed, {instant(wall, zone)} by the zone")
    if met != set(sessions):
        wrong.append(f"{len(set(sessions) - met)} sessions are not in the feed")
    return agreed, fixed, wrong


def the_oracle_sees_an_hour():
    """Held against a neighbouring zone, the instants differ."""
    wall = datetime.datetime(2026, 7, 6, 19)
    return instant(wall, zoneinfo.ZoneInfo("Europe/Berlin")) != instant(wall, zoneinfo.ZoneInfo("Europe/London"))


def main():
    tally = Tally()
    tally.check(the_oracle_sees_an_hour(), "the oracle tells zones apart")
    with tempfile.TemporaryDirectory() as folder:
        roadmap = os.path.join(folder, "practice.md")
        with open(roadmap, "w", encoding="utf-8") as file:
            file.write(ROADMAP)
        plan = json.loads(run("show", "--json", roadmap, *SETTINGS))
        sessions = {session["id"]: session for week in plan["weeks"] for session in week["sessions"]}
        tally.check(len(sessions) > 2000, f"five years hold {len(sessions)} sessions")
        for name in ZONES:
            agreed, fixed, wrong = compare(name, sessions, roadmap, folder)
            tally.check(agreed > 2000 and fixed <= 60 and not wrong,
                        f"{name}: {agreed} agree, {fixed} stand as instants; " + "; ".join(wrong[:5]))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
