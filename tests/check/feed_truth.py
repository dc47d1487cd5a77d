#!/usr/bin/python3
"""A feed's words, days and categories are the plan's: for each session, milestone, due date, checklist
and self-assessment of `show --json` the one event is worked out that must stand for it; the feed holds
these, in their order, and no other.
Plain builds only.
"""
import collections
import datetime
import sys

import icalendar

from support.dates import DAY, day
from support.program import built_file, plan_of
from support.samples import RUST, SMALL, WATERCOLOUR
from support.tally import Tally

SUMMARY_LIMIT = 100


def read_events(path):
    """By UID: (begin, end, categories, how it counts, summary, lines of the description)."""
    with open(path, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    events = {}
    for event in calendar.walk("VEVENT"):
        listed = event["CATEGORIES"] if isinstance(event["CATEGORIES"], list) else [event["CATEGORIES"]]
        categories = [str(category) for one in listed for category in one.cats]
        events[str(event["UID"])] = {
            "begin": event["DTSTART"].dt, "end": event["DTEND"].dt, "categories": categories,
            "transparent": str(event["TRANSP"]), "summary": str(event["SUMMARY"]),
            "lines": str(event.get("DESCRIPTION", "")).split("\n"), "zone": event["DTSTART"].params.get("TZID")}
    return calendar, events


def naive(moment):
    return moment.replace(tzinfo=None) if isinstance(moment, datetime.datetime) else moment


def cut(text, limit):
    """As much as a title holds: shortened at a blank, or not at all."""
    return text if len(text) <= limit else text[:limit // 2]


def check_sessions(tally, plan, events):
    phases = {phase["number"]: phase for phase in plan["phases"]}
    for week in plan["weeks"]:
        for session in week["sessions"]:
            what = f"session of {session['start']}"
            event = events.get(session["id"])
            if not tally.check(event, f"{what} is in the feed"):
                continue
            begin = datetime.datetime.fromisoformat(session["start"])
            tally.equal(naive(event["begin"]), begin, f"{what}: begin")
            tally.equal(naive(event["end"]) - naive(event["begin"]), datetime.timedelta(minutes=session["minutes"]),
                        f"{what}: length")
            tally.equal(event["zone"], plan["timezone"], f"{what}: zone")
            tally.equal(event["categories"], ["Study"] + ["Review"] * session["review"], f"{what}: categories")
            tally.equal(event["transparent"], "OPAQUE", f"{what}: takes time")
            words = ("Monthly review · " if session["review"] else "") + session["focus"]
            tally.check(event["summary"].startswith(cut(words, SUMMARY_LIMIT)), f"{what}: '{event['summary']}'", words)
            lines = list(event["lines"])
            if session["review"]:
                tally.equal(lines.pop(0), "Look back at the month before you begin.", f"{what}: review")
            tally.equal(lines[0], f"{session['category']}: {session['focus']}", f"{what}: first line")
            where = f"Week {week['number']}"
            if week["phase"]:
                where += f", phase {week['phase']}: {phases[week['phase']]['title']}"
            tally.equal(lines[1], where, f"{what}: its week and phase")


def is_day_event(tally, event, due, category, what):
    tally.equal((event["begin"], event["end"]), (day(due), day(due) + DAY), f"{what}: its day")
    tally.equal(event["categories"], [category], f"{what}: category")
    tally.equal(event["transparent"], "TRANSPARENT", f"{what}: takes no time")


def check_items(tally, plan, events):
    """Milestones, outcomes, and what is worked at and has a span of its own; gives their ids."""
    phases = {phase["number"]: phase for phase in plan["phases"]}
    known = set()
    for item in plan["items"]:
        what = f"{item['kind']} '{item['title'][:40]}'"
        due = item["due"]
        if item["kind"] in ("milestone", "outcome") and due:
            category, suffix = "Milestone", ""
        elif item["kind"] in ("task", "project") and item["id"] in events:
            category, suffix = "Due", " · due"
        elif item["kind"] == "question" and item["id"] in events:
            category, suffix = "Review", None
        else:
            tally.check(not (item["kind"] in ("task", "project") and item["span"] and due), f"{what} is in the feed")
            continue
        known.add(item["id"])
        event = events.get(item["id"])
        if not tally.check(event, f"{what} is in the feed"):
            continue
        is_day_event(tally, event, due, category, what)
        if suffix is None:
            tally.check(event["summary"].startswith(item["title"] + " · "), f"{what}: '{event['summary']}'")
            continue
        words = item["title"] + suffix
        tally.check(event["summary"] == words or event["summary"].startswith(cut(words, SUMMARY_LIMIT)) and
                    len(words) > SUMMARY_LIMIT, f"{what}: '{event['summary']}'")
        lines = list(event["lines"])
        if item["detail"]:
            tally.equal(lines.pop(0), item["detail"], f"{what}: detail")
        heading = item["section"][-1].split(" (")[0].split(":")[0]
        tally.check(lines[0].startswith(heading), f"{what}: section", lines[0])
        span = item["span"]
        if span and not item["assumed"]:
            words = f"{span['unit']} {span['from']}" if span["from"] == span["to"] else \
                f"{span['unit']}s {span['from']}–{span['to']}"
            tally.check(lines[0].endswith(", " + words), f"{what}: span", lines[0])
        if item["phase"]:
            tally.equal(lines[1], f"Phase {item['phase']}: {phases[item['phase']]['title']}", f"{what}: phase")
    return known


def check_lists(tally, plan, events, others):
    """What is left are lists: of checks, due with their section, and of questions."""
    sections = collections.OrderedDict()
    for item in plan["items"]:
        if item["kind"] == "check":
            sections.setdefault(tuple(item["section"]), []).append(item)
    lists = {uid: events[uid] for uid in others if events[uid]["categories"] == ["Checklist"]}
    tally.equal(len(lists), len(sections), "as many checklists as the plan has")
    phases = {phase["number"]: phase for phase in plan["phases"]}
    for section, items in sections.items():
        wanted = [f"- {item['title']}" for item in items]
        event = next((event for event in lists.values() if event["lines"][0].startswith(wanted[0])), None)
        if not tally.check(event, f"checklist '{section[-1]}' of {section[-2]}"):
            continue
        is_day_event(tally, event, max(item["due"] for item in items), "Checklist", f"checklist of {section[-2]}")
        tally.equal([line[:len(want)] for line, want in zip(event["lines"], wanted)], wanted, f"checks of {section[-2]}")
        tally.equal(len(event["lines"]), len(wanted), f"checks of {section[-2]}")
        tally.check(event["summary"].endswith(" · " + phases[items[0]["phase"]]["title"]), "checklist's phase",
                    event["summary"])


def main():
    tally = Tally()
    for sample in (SMALL, WATERCOLOUR, RUST):
        plan = plan_of(*sample)
        calendar, events = read_events(built_file("ics", *sample))
        tally.equal(str(calendar["X-WR-TIMEZONE"]), plan["timezone"], "zone")
        for name in ("NAME", "X-WR-CALNAME"):
            tally.check(str(calendar[name]).startswith(plan["title"].split(" (")[0]), f"{name} is the plan's title")
        check_sessions(tally, plan, events)
        sessions = {session["id"] for week in plan["weeks"] for session in week["sessions"]}
        known = sessions | check_items(tally, plan, events)
        check_lists(tally, plan, events, set(events) - known)
        for uid in set(events) - known:
            tally.check(events[uid]["categories"][0] in ("Checklist", "Review", "Due"),
                        f"'{events[uid]['summary']}' is of the plan")
        begins = [naive(event["begin"]) for event in events.values()]
        keys = [(begin.date(), begin.time()) if isinstance(begin, datetime.datetime) else (begin, datetime.time.min)
                for begin in begins]
        tally.check(keys == sorted(keys), "events in the order of time")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
