#!/usr/bin/python3
"""Dates are what DESIGN says of them, worked out here a second time: weeks follow each other from the
start and advance the plan by their pace; an item is on the table in the weeks whose midpoint lies in
its span and due on the last day of the last; a week belongs to the later of two phases that overlap;
sessions stand in their slots and sum to the week's hours, by the phase's categories; nothing is asked
for before what it requires.
Part of make check.
Plain builds only.
"""
import collections
import datetime
import re
import sys

from support.dates import DAY, day
from support.program import plan_of
from support.samples import RUST, SMALL, WATERCOLOUR
from support.tally import Tally

MONTH = 365.2425 / 12
UNITS = {"day": 1, "week": 7, "month": MONTH}
DUE = {"milestone", "outcome", "check", "question"}
ROUNDING = 1e-9

SMALL_SLOTS = {1: ("19:00", 90), 3: ("19:15", 60), 5: ("10:00", 90)}
WATERCOLOUR_SLOTS = {1: ("19:00", 60), 3: ("19:00", 60), 6: ("10:00", 120)}


class Case:
    """A sample; STATED: (hours, days of the plan) slow and fast; PHASES: their spans in UNIT."""

    def __init__(self, tally, sample, unit, count, stated, pace_of, phases):
        self.tally, self.plan, self.name = tally, plan_of(*sample), sample[0]
        self.length, self.unit = count * UNITS[unit], UNITS[unit]
        self.stated, self.pace_of, self.phases = stated, pace_of, phases
        self.weeks = self.walk()

    def days_at(self, pace):
        (slow, long), (fast, short) = self.stated
        if pace <= slow:
            return long * slow / pace
        if pace >= fast:
            return short * fast / pace
        return long + (short - long) * (pace - slow) / (fast - slow)

    def walk(self):
        """The plan's weeks: (first, last, plan time at the midpoint)."""
        first, at, found = day(self.plan["start"]), 0.0, []
        while True:
            last = first + (6 - first.weekday()) * DAY
            days = (last - first).days + 1
            advance = days * self.length / self.days_at(self.pace_of(first))
            middle = at + advance / 2
            if middle >= self.length - ROUNDING:
                return found
            found.append((first, last, middle))
            at, first = at + advance, last + DAY

    def weeks_of(self, start, end):
        """Those whose midpoint lies in plan time START..END."""
        return [number for number, (_, _, middle) in enumerate(self.weeks)
                if start - ROUNDING <= middle < end - ROUNDING]

    def check(self, good, words, detail=""):
        self.tally.check(good, f"{self.name}: {words}", detail)

    def equal(self, have, want, words):
        self.tally.equal(have, want, f"{self.name}: {words}")


def check_weeks(case):
    have = [(day(week["first"]), day(week["last"])) for week in case.plan["weeks"]]
    case.equal(have, [(first, last) for first, last, _ in case.weeks], "the weeks' days")
    case.equal([week["number"] for week in case.plan["weeks"]], list(range(1, len(have) + 1)), "the weeks' numbers")
    for week in case.plan["weeks"]:
        year, number, _ = day(week["first"]).isocalendar()
        case.equal(week["iso"], f"{year}-W{number:02}", f"week {week['number']}: ISO 8601")
    case.equal(case.plan["end"], case.weeks[-1][1].isoformat(), "the last day")
    case.equal(case.plan["length"]["weeks"], len(case.weeks), "how many weeks")
    case.equal(case.plan["minutes"], sum(week["minutes"] for week in case.plan["weeks"]), "the whole plan's minutes")


def check_phases(case):
    """The one that begins later has the week."""
    for week, (_, _, middle) in zip(case.plan["weeks"], case.weeks):
        holds = [number for number, (start, end) in enumerate(case.phases, 1)
                 if (start - 1) * case.unit - ROUNDING <= middle < end * case.unit - ROUNDING]
        case.equal(week["phase"], max(holds, default=None), f"the phase of week {week['number']}")
    for phase in case.plan["phases"]:
        weeks = [week for week in case.plan["weeks"] if week["phase"] == phase["number"]]
        case.equal((phase["first"], phase["last"], phase["minutes"]),
                   (weeks[0]["first"], weeks[-1]["last"], sum(week["minutes"] for week in weeks)),
                   f"phase {phase['number']}")


def check_items(case):
    """Of items that say when, in the plan's own numbers."""
    count = 0
    for item in case.plan["items"]:
        span = item["span"]
        if not span or span["open"] or item["assumed"] or span["unit"] not in UNITS or not span["from"]:
            continue
        if item["phase"] is None and item["kind"] not in DUE:
            continue
        unit, what = UNITS[span["unit"]], f"{item['kind']} '{item['title'][:40]}'"
        weeks = case.weeks_of((span["from"] - 1) * unit, span["to"] * unit)
        if not weeks:
            continue
        count += 1
        last = case.weeks[weeks[-1]][1].isoformat()
        case.equal(item["due"], last, f"{what}: due")
        if item["kind"] in DUE and span["from"] == span["to"]:
            case.equal((item["first"], item["last"]), (last, last), f"{what}: on its day")
        else:
            case.equal((item["first"], item["last"]), (case.weeks[weeks[0]][0].isoformat(), last), f"{what}: on the table")
    case.check(count >= 10, f"{count} items with a span of their own")


def check_inheritance(case):
    """What says nothing of its own is of its phase: on the table as long, or due at its end."""
    for item in case.plan["items"]:
        own = item["span"] or item["assumed"] or item["choice"] or item["optional"]
        if item["phase"] and not own and item["kind"] in ("goal", "allocation", "reading"):
            start, end = case.phases[item["phase"] - 1]
            weeks = case.weeks_of((start - 1) * case.unit, end * case.unit)
            case.equal((item["first"], item["last"]),
                       (case.weeks[weeks[0]][0].isoformat(), case.weeks[weeks[-1]][1].isoformat()),
                       f"{item['kind']} '{item['title'][:40]}': its phase's days")


def check_sessions(case, slots, off):
    items = {item["id"]: item for item in case.plan["items"]}
    reviews = collections.Counter()
    seen = set()
    for week in case.plan["weeks"]:
        what = f"week {week['number']}"
        case.equal(sum(session["minutes"] for session in week["sessions"]), week["minutes"], f"{what}: its minutes")
        starts = [session["start"] for session in week["sessions"]]
        case.equal(starts, sorted(starts), f"{what}: sessions in order")
        for session in week["sessions"]:
            seen.add(session["id"])
            date = day(session["start"])
            case.check(day(week["first"]) <= date <= day(week["last"]), f"{session['start']} lies in {what}")
            case.check(session["start"][:10] not in off, f"{session['start']} is a day off")
            if slots and date.weekday() in slots and week["minutes"] == sum(length for _, length in slots.values()):
                case.equal(session["start"][11:], slots[date.weekday()][0], f"{session['start']}: when it begins")
            case.check(session["minutes"] % 5 == 0, f"{session['start']}: {session['minutes']} minutes")
            for item in (items[key] for key in session["items"]):
                # What is left over of the one phase may be finished in the next.
                late = datetime.timedelta(days=0 if item["phase"] == week["phase"] else 21)
                good = not item["first"] or item["kind"] == "check" or \
                    day(item["first"]) <= day(week["last"]) and day(week["first"]) <= day(item["last"]) + late
                case.check(good, f"{session['start']}: '{item['title'][:40]}' is on the table", f"{item['first']}..{item['last']}")
            if session["review"]:
                reviews[session["start"][:7]] += 1
    case.check(max(reviews.values()) == 1, f"one review a month: {reviews}")
    months = {week["last"][:7] for week in case.plan["weeks"]}
    case.check(len(months) - 1 <= len(reviews) <= len(months), f"{len(reviews)} reviews in {len(months)} months")
    case.equal(len(seen), sum(len(week["sessions"]) for week in case.plan["weeks"]), "every session has an id of its own")


def middle_of_hours(text):
    """ "2-3 hours" is 2.5, "30 minutes" is 0.5 """
    match = re.match(r"(\d+)(?:-(\d+))? (hour|minute)", text)
    low = int(match[1])
    return (low + int(match[2] or low)) / 2 / (60 if match[3] == "minute" else 1)


def check_categories(case):
    """Over a phase its hours go to the categories as its allocation says."""
    for phase in case.plan["phases"]:
        asked = {item["title"]: middle_of_hours(item["detail"]) for item in case.plan["items"]
                 if item["kind"] == "allocation" and item["phase"] == phase["number"]}
        given = collections.Counter()
        for week in case.plan["weeks"]:
            if week["phase"] == phase["number"]:
                for session in week["sessions"]:
                    given[session["category"]] += session["minutes"]
        case.equal(sorted(given), sorted(asked), f"phase {phase['number']}: its categories")
        for name, hours in asked.items():
            share, wanted = given[name] / phase["minutes"], hours / sum(asked.values())
            longest = 150 / phase["minutes"]  # a session cannot be cut
            case.check(abs(share - wanted) <= 0.05 + longest,
                       f"phase {phase['number']}: {name} has {share:.0%}, not {wanted:.0%}")


def check_chapters(case):
    """Chapters are read in order, from the first to the last that is asked for."""
    read = collections.defaultdict(list)
    items = {item["id"]: item for item in case.plan["items"]}
    for week in case.plan["weeks"]:
        for session in week["sessions"]:
            match = re.search(r", chapters? (\d+)(?:–(\d+))?", session["focus"])
            if match and session["items"] and items[session["items"][0]]["kind"] == "reading":
                read[session["items"][0]].append((int(match[1]), int(match[2] or match[1])))
    for key, parts in read.items():
        item = items[key]
        wanted = re.search(r"[Cc]hapters (\d+)-(\d+)", item["detail"])
        case.check(all(one[0] <= other[0] and one[1] <= other[1] for one, other in zip(parts, parts[1:])),
                   f"'{item['title'][:40]}' is read in order", parts)
        if wanted:
            case.check(int(wanted[1]) <= min(part[0] for part in parts) and
                       max(part[1] for part in parts) <= int(wanted[2]), f"'{item['title'][:40]}': its chapters", parts)


def check_required(case):
    """What another thing requires has its first session no later."""
    first = {}
    for week in case.plan["weeks"]:
        for session in week["sessions"]:
            for key in session["items"]:
                first.setdefault(key, session["start"])
    titled = {item["title"]: item for item in case.plan["items"]}
    for item in case.plan["items"]:
        match = re.search(r"(?:requires|after) (?:the )?([A-Z][\w ]+)", item["detail"])
        earlier = match and titled.get(match[1])
        if earlier and first.get(item["id"]) and item["kind"] in ("topic", "task", "project"):
            case.check(first.get(earlier["id"], "9") <= first[item["id"]], f"'{item['title']}' comes after '{match[1]}'")


def small_pace(first):
    return 2 if datetime.date(2026, 3, 2) <= first <= datetime.date(2026, 3, 15) else 4


def main():
    tally = Tally()
    cases = (
        (Case(tally, SMALL, "week", 14, ((3, 14 * 7), (6, 10 * 7)), small_pace, [(1, 5), (5, 9), (10, 14)]),
         SMALL_SLOTS, {"2026-02-05"}),
        (Case(tally, WATERCOLOUR, "week", 12, ((4, 84), (4, 84)), lambda first: 4, [(1, 4), (5, 8), (9, 12)]),
         WATERCOLOUR_SLOTS, set()),
        (Case(tally, RUST, "month", 30, ((5, 30 * MONTH), (10, 24 * MONTH)), lambda first: 5,
              [(1, 8), (9, 16), (17, 24), (25, 30)]), None, set()),
    )
    for case, slots, off in cases:
        for check in (check_weeks, check_phases, check_items, check_inheritance, check_categories, check_chapters,
                      check_required):
            check(case)
        check_sessions(case, slots, off)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
