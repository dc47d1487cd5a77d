#!/usr/bin/python3
"""The feed alone keeps its past: built in January and again in June with other hours, slots, times,
zone, words or title, and with no tracker beside it, no event before June changes, goes or comes to
be. What the learner put into the feed stays as well, and a build with nothing new changes no byte.
Plain builds only.
"""
import datetime
import json
import os
import re
import shutil
import subprocess
import tempfile

import icalendar

from support.program import PROGRAM
from support.tally import Tally

ROADMAP = "samples/rust-systems.md"
BEFORE, TODAY = "2026-01-05", "2026-06-01"
PLAIN = {"--hours": "5", "--start": "2026-01-05", "--timezone": "Europe/Berlin"}
OWN = """BEGIN:VEVENT
UID:lunch@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Asia/Tokyo:20260107T120000
RRULE:FREQ=WEEKLY
SUMMARY:Lunch with Ada
BEGIN:VALARM
UID:alarm@example.org
ACTION:DISPLAY
TRIGGER:-PT5M
DESCRIPTION:Go
END:VALARM
END:VEVENT
BEGIN:VTODO
UID:todo@example.org
DTSTAMP:20260101T000000Z
DUE;TZID="America/Lima":20270107T120000
SUMMARY:Pay
END:VTODO
""".replace("\n", "\r\n")
ZONES = "".join(f"""BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:{offset}
TZOFFSETTO:{offset}
END:STANDARD
END:VTIMEZONE
""" for name, offset in (("America/Lima", "-0500"), ("Asia/Tokyo", "+0900"))).replace("\n", "\r\n")


def build(folder, today, text, settings, *arguments):
    """Exit status, and all that was said."""
    roadmap = os.path.join(folder, "plan.md")
    with open(roadmap, "w", encoding="utf-8") as file:
        file.write(text)
    tracker = os.path.join(folder, "plan.xlsx")
    if os.path.exists(tracker):
        os.unlink(tracker)
    words = [word for pair in settings.items() for word in pair]
    done = subprocess.run([PROGRAM, "build", roadmap, "--only", "ics", "--today", today, *words, *arguments],
                          capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def feed(folder):
    with open(os.path.join(folder, "plan.ics"), "rb") as file:
        return file.read()


def day_of(event):
    moment = event["DTSTART"].dt
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def past(data, until=TODAY):
    """All properties of each event before that day, by its UID."""
    limit = datetime.date.fromisoformat(until)
    return {str(event["UID"]): event.to_ical() for event in icalendar.Calendar.from_ical(data).walk("VEVENT")
            if day_of(event) < limit}


def compare(tally, words, old, new):
    """No event of the past changed, gone or new."""
    changed = sum(uid in new and new[uid] != event for uid, event in old.items())
    tally.equal((changed, len(old.keys() - new.keys()), len(new.keys() - old.keys())), (0, 0, 0), words)


def finished_item(text):
    """The line of a task that was due before June, by its title."""
    plan = json.loads(subprocess.run([PROGRAM, "show", "--json", ROADMAP, "-q", "--today", BEFORE,
                                      *[word for pair in PLAIN.items() for word in pair]],
                                     capture_output=True, text=True, check=True).stdout)
    lines = text.split("\n")
    for item in plan["items"]:
        number = item["line"] - 1
        due = item["due"] or TODAY
        if due < "2026-05-01" and item["kind"] in ("task", "project") and item["title"] in lines[number]:
            return number, item["title"]
    raise LookupError("no task of the sample is due before May")


def scenarios(text):
    """Name: (text, settings) of the build in June."""
    number, title = finished_item(text)
    lines = text.split("\n")
    renamed = lines[:number] + [lines[number].replace(title, "Something else altogether")] + lines[number + 1:]
    return {
        "10 hours": (text, PLAIN | {"--hours": "10"}),
        "2 hours": (text, PLAIN | {"--hours": "2"}),
        "slots": (text, PLAIN | {"--slots": "Mon 06:30 1h; Fri 06:30 2h; Sun 20:00 2h"}),
        "zone": (text, PLAIN | {"--timezone": "America/New_York"}),
        "zone without changes of clocks": (text, PLAIN | {"--timezone": "Asia/Tokyo"}),
        "UTC": (text, PLAIN | {"--timezone": "UTC"}),
        "time of day": (text, PLAIN | {"--workday-time": "06:15"}),
        "renamed": ("\n".join(renamed), PLAIN),
        "deleted": ("\n".join(lines[:number] + lines[number + 1:]), PLAIN),
        "title": (re.sub(r"(?m)^# .*$", "# Another Name for It", text, count=1), PLAIN),
        "start": (text, PLAIN | {"--start": "2026-03-02"}),
        "all at once": (re.sub(r"(?m)^# .*$", "# Another Name", "\n".join(renamed), count=1),
                        {"--hours": "7", "--start": "2026-01-05", "--timezone": "Pacific/Auckland",
                         "--slots": "Tue 21:00 3h; Sat 04:00 4h"}),
    }


def check_scenarios(tally, text, folder):
    for zone in ("Europe/Berlin", "UTC"):
        first = os.path.join(folder, zone.replace("/", "-"))
        os.mkdir(first)
        build(first, BEFORE, text, PLAIN | {"--timezone": zone})
        old = feed(first)
        tally.check(len(past(old)) > 80, f"{zone}: there is a past", str(len(past(old))))
        for name, (changed, settings) in scenarios(text).items():
            words, second = f"{name}, from {zone}", os.path.join(folder, "second")
            shutil.rmtree(second, ignore_errors=True)
            shutil.copytree(first, second)
            status, said = build(second, TODAY, changed, settings)
            if not tally.equal(status, 0, f"{words}: exit status ({said.strip()})"):
                continue
            new = feed(second)
            compare(tally, words, past(old), past(new))
            # No event is there twice; every time's zone is declared.
            calendar = icalendar.Calendar.from_ical(new)
            uids = [str(event["UID"]) for event in calendar.walk("VEVENT")]
            tally.equal(len(uids), len(set(uids)), f"{words}: UIDs")
            declared = {str(part["TZID"]) for part in calendar.walk("VTIMEZONE")}
            used = set(re.findall(rb";TZID=([^:;]*)", new))
            tally.equal(declared, {name.decode() for name in used}, f"{words}: zones")
            days = [day_of(event) for event in calendar.walk("VEVENT")]
            tally.check(max(days) > datetime.date(2026, 12, 31), f"{words}: there is a future")
            # Nothing new from then on.
            for today in (TODAY, "2027-05-30"):
                build(second, today, changed, settings)
                tally.equal(feed(second) == new, True, f"{words}: the same bytes on {today}")


def check_own(tally, text, folder):
    """Whatever the learner put into the feed is there after a build with other hours."""
    where = os.path.join(folder, "own")
    os.mkdir(where)
    build(where, BEFORE, text, PLAIN)
    data = feed(where).decode()
    start = data.index("BEGIN:VEVENT", len(data) // 2)  # one of next year
    edited = data[:start] + data[start:].replace(
        "END:VEVENT", "COMMENT:Room 4\r\nBEGIN:VALARM\r\nUID:a\r\nACTION:DISPLAY\r\nTRIGGER:-PT9M\r\n"
        "DESCRIPTION:Go\r\nEND:VALARM\r\nEND:VEVENT", 1)
    uid = re.search(r"UID:(\S+)", data[start:])[1]
    edited = edited.replace("BEGIN:VEVENT", ZONES + "BEGIN:VEVENT", 1).replace("END:VCALENDAR", OWN + "END:VCALENDAR")
    for name, written in (("CRLF", edited), ("LF", edited.replace("\r\n", "\n")), ("a mark", "\ufeff" + edited)):
        with open(os.path.join(where, "plan.ics"), "w", encoding="utf-8", newline="") as file:
            file.write(written)
        status, said = build(where, TODAY, text, PLAIN | {"--workday-time": "06:15"})
        tally.equal((status, said.count("damaged")), (0, 0), f"own, {name}: exit status ({said.strip()})")
        new = feed(where).decode()
        tally.check(OWN in new, f"own, {name}: event and task")
        tally.check(ZONES in new, f"own, {name}: their zones")
        event = new[new.index("UID:" + uid):].split("END:VEVENT")[0]
        tally.check("COMMENT:Room 4" in event and "TRIGGER:-PT9M" in event, f"own, {name}: words and alarm on ours")
        tally.equal(new.count("VALARM"), 4, f"own, {name}: alarms")
        compare(tally, f"own, {name}: past", past(edited.encode()), past(new.encode()))
        build(where, "2026-06-09", text, PLAIN | {"--workday-time": "06:15"})
        tally.equal(feed(where).decode() == new, True, f"own, {name}: the same bytes again")


def check_damage(tally, text, folder):
    """Of a feed that was cut off or broken in the middle, all that can be read stays, and the old
    file is kept."""
    where = os.path.join(folder, "damage")
    os.mkdir(where)
    build(where, BEFORE, text, PLAIN)
    data = feed(where)
    middle = data.index(b"SUMMARY", len(data) // 12)
    later = data.index(b"BEGIN:VEVENT", middle + 3000)
    damaged = {"cut": data[:middle], "a hole": data[:middle] + data[later:],
               "binary": data[:middle] + b"\0\xff" + data[middle:], "twice": data + data}
    for name, written in damaged.items():
        with open(os.path.join(where, "plan.ics"), "wb") as file:
            file.write(written)
        status, said = build(where, TODAY, text, PLAIN)
        tally.equal(status, 0, f"{name}: exit status")
        tally.check("damaged" in said, f"{name}: it is said", said)
        compare(tally, name, {uid: re.sub(rb"(DTSTAMP|LAST-MODIFIED):\S+", b"", event)
                              for uid, event in past(data).items()},
                {uid: re.sub(rb"(DTSTAMP|LAST-MODIFIED):\S+", b"", event)
                 for uid, event in past(feed(where)).items()})
        kept = [name for name in os.listdir(where) if ".bak" in name]
        tally.equal(len(kept), 1, f"{name}: the old file is kept")
        for one in kept:
            with open(os.path.join(where, one), "rb") as file:
                tally.check(file.read() == written, f"{name}: whole")
            os.unlink(os.path.join(where, one))


def check_other_plan(tally, text, folder):
    where = os.path.join(folder, "other")
    os.mkdir(where)
    build(where, BEFORE, text, PLAIN)
    old = feed(where)
    other = "---\nid: another road\n---\n# Bake Bread\n\n## Month 1: Dough (Months 1-3)\n\n- Knead\n- Wait\n"
    status, said = build(where, TODAY, other, PLAIN)
    tally.equal(status, 3, "another plan: exit status")
    tally.check("the feed of another plan" in said, "another plan: it is said", said)
    tally.check(feed(where) == old, "another plan: its feed stays")
    status, said = build(where, TODAY, other, PLAIN, "--force")
    tally.equal(status, 0, f"another plan by force: exit status ({said})")
    with open(os.path.join(where, "plan.ics.bak"), "rb") as file:
        tally.check(file.read() == old, "another plan by force: its feed is kept")
    tally.check(not past(old).keys() & past(feed(where)).keys(), "another plan by force: nothing of it comes along")


def main():
    tally = Tally()
    with open(ROADMAP, encoding="utf-8") as file:
        text = file.read()
    with tempfile.TemporaryDirectory() as folder:
        check_scenarios(tally, text, folder)
        check_own(tally, text, folder)
        check_damage(tally, text, folder)
        check_other_plan(tally, text, folder)
    return tally.close()


if __name__ == "__main__":
    raise SystemExit(main())
