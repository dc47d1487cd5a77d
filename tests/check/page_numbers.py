#!/usr/bin/python3
"""Numbers, dates and titles on a workbook's pages are those of the plan: each is worked out again from
`show --json` and looked for where it must stand: hours of weeks, months, phases and categories, what
lies behind a week, sessions' days and times, due dates, chapters, prices, the index.
Plain builds only.
"""
import collections
import datetime
import json
import re
import sys

from support.book import Book, squashed
from support.dates import (MONTHS, WEEKDAYS, day, duration, hours, long_day, long_range, short_day,
                           short_range)
from support.program import built_file, plan_of, run
from support.samples import RUST, SMALL, WATERCOLOUR
from support.tally import Tally

NAMED = {"topic", "task", "project", "reading", "strand", "step", "specialization", "portfolio", "job step",
         "milestone", "resource", "cost"}


class Reader:
    def __init__(self, tally, sample):
        self.tally, self.sample = tally, sample
        self.plan, self.book = plan_of(*sample), Book(built_file("pdf", *sample))
        self.weeks, self.items = self.plan["weeks"], self.plan["items"]
        self.months = collections.OrderedDict()  # the weeks of each month
        for week in self.weeks:
            self.months.setdefault(month_of(week), []).append(week)

    def says(self, page, words, what):
        """The page's text holds WORDS, as words."""
        self.tally.check(spaced(words) in spaced(page.text()), f"page {page.number}, {what}: no '{words}'",
                         f"it says '{page.text()[:150]}'")

    def has(self, page, words, what):
        """The same in whatever lines it is broken."""
        self.tally.check(squashed(words) in page.squashed(), f"page {page.number}, {what}: no '{words}'")


def spaced(text):
    return " " + " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split()) + " "


def month_of(week):
    first, last = day(week["first"]), day(week["last"])
    middle = first + (last - first) // 2
    return middle.year, middle.month


def minutes_of(weeks):
    return sum(week["minutes"] for week in weeks)


def clock(moment, minutes):
    begin = datetime.datetime.fromisoformat(moment)
    end = begin + datetime.timedelta(minutes=minutes)
    return f"{begin:%H:%M}–{end:%H:%M}"


def many(count, one):
    return f"{count} {one}" + ("" if count == 1 else "s")


def whole_hours(minutes):
    """ "20 hours", "14 h 50" """
    return many(minutes // 60, "hour") if minutes % 60 == 0 else duration(minutes)


# --- How far a plan has come -----------------------------------------------------------------------

def weeks_at(stated, pace):
    """How many weeks the whole takes at PACE hours: straight between the stated ends, (hours, weeks)
    each; beyond them the effort stays."""
    (slow, long), (fast, short) = stated
    if pace <= slow:
        return long * slow / pace
    if pace >= fast:
        return short * fast / pace
    return long + (short - long) * (pace - slow) / (fast - slow)


def shares(weeks, length_at, pace_of):
    """The part of the plan that lies behind each week's begin: a week's days each advance it by what
    the week's pace makes of one."""
    behind, found = 0.0, []
    for week in weeks:
        found.append(behind)
        days = (day(week["last"]) - day(week["first"])).days + 1
        behind += days / 7 / length_at(pace_of(week))
    return found


def check_weeks(reader, length_at, pace_of):
    """Each week's page: title, days, sessions, sum, and what was planned before."""
    before, months = 0, list(reader.months)
    for week, share in zip(reader.weeks, shares(reader.weeks, length_at, pace_of)):
        page = reader.book.page(f"week-{week['number']}")
        what = f"week {week['number']}"
        month = months.index(month_of(week)) + 1
        reader.says(page, f"MONTH {month} · WEEK {week['number']}", what)
        reader.says(page, long_range(day(week["first"]), day(week["last"])), what)
        reader.says(page, f"{hours(before)} hours · {round(100 * share)} %", what)
        text = spaced(page.text())
        for session in week["sessions"]:
            date = day(session["start"])
            reader.says(page, f"{WEEKDAYS[date.weekday()]} {short_day(date)} "
                              f"{clock(session['start'], session['minutes'])} {session['category']}", what)
            reader.has(page, session["focus"].split(" · ")[0][:24], what)
        planned = [duration(session["minutes"]) for session in week["sessions"]]
        for length, count in collections.Counter(planned).items():
            reader.tally.check(text.count(spaced(length)) >= count, f"{what}: '{length}' not {count} times")
        reader.says(page, duration(week["minutes"]), what)
        reader.tally.equal(text.count(" Monthly review "),
                           text.split(" ON THE TABLE ")[-1].count(" Monthly review ")
                           + sum(session["review"] for session in week["sessions"]), f"{what}: reviews")
        before += week["minutes"]


# --- Months ----------------------------------------------------------------------------------------

def check_months(reader):
    behind = 0
    for number, ((year, month), weeks) in enumerate(reader.months.items(), 1):
        page, what = reader.book.page(f"month-{year}-{month:02}"), f"month {number}"
        minutes, behind = minutes_of(weeks), behind + minutes_of(weeks)
        first, last = weeks[0]["number"], weeks[-1]["number"]
        reader.has(page, f"{MONTHS[month - 1]} {year}", what)
        reader.says(page, f"WEEKS {first}–{last}" if last > first else f"WEEK {first}", what)
        reader.says(page, f"{duration(minutes)} planned", what)
        reader.says(page, f"MONTH {number}", what)
        page, what = reader.book.page(f"review-{year}-{month:02}"), f"review {number}"
        reader.says(page, f"Review of {MONTHS[month - 1]} {year}", what)
        count = sum(len(week["sessions"]) for week in weeks)
        reader.says(page, many(count, "session"), what)
        reader.says(page, f"{duration(minutes)} {hours(behind)} h", what)
        for week in weeks:
            days = short_range(day(week["first"]), day(week["last"]))
            reader.says(page, f"{week['number']} {days} {duration(week['minutes'])}", what)


# --- Phases ----------------------------------------------------------------------------------------

def check_phases(reader):
    count = len(reader.plan["phases"])
    for phase in reader.plan["phases"]:
        number, page = phase["number"], reader.book.page(f"phase-{phase['number']}")
        what = f"phase {number}"
        weeks = [week for week in reader.weeks if week["phase"] == number]
        reader.tally.equal(phase["minutes"], minutes_of(weeks), f"{what}: its weeks' minutes")
        reader.tally.equal((phase["first"], phase["last"]), (weeks[0]["first"], weeks[-1]["last"]),
                           f"{what}: its weeks' days")
        reader.says(page, f"PHASE {number} OF {count}", what)
        reader.has(page, phase["title"], what)
        days = long_range(day(phase["first"]), day(phase["last"]))
        reader.has(page, f"{days} · {many(len(weeks), 'week')} · {whole_hours(minutes_of(weeks))}", what)
        categories = collections.Counter()
        for week in weeks:
            for session in week["sessions"]:
                categories[session["category"]] += session["minutes"]
        studied = sum(bool(week["sessions"]) for week in weeks)
        for category, minutes in categories.items():
            reader.has(page, category + duration((minutes + studied // 2) // studied), f"{what}, hours a week")
        months = collections.OrderedDict()
        for week in weeks:
            months.setdefault(month_of(week), []).append(week)
        names = [f"{MONTHS[month - 1][:3]} {year % 100:02}" for year, month in months]
        figures = [f"{(minutes_of(weeks) + 30) // 60} h" for weeks in months.values()]
        text = spaced(page.text()).split(" ITS MONTHS ")[-1]
        if " ITS MONTHS " in spaced(page.text()):
            reader.tally.equal(re.findall(r"[A-Z][a-z]{2} \d\d(?= )", text), names, f"{what}: its months")
            reader.tally.equal(re.findall(r"\d+ h(?= )", text), figures, f"{what}: its months' hours")
        check_phase_items(reader, phase, page)


def check_phase_items(reader, phase, opener):
    number = phase["number"]
    mine = [item for item in reader.items if item["phase"] == number]
    for item in mine:
        if item["kind"] == "topic" and item["id"] in reader.book.places or has_sheet(reader, item):
            reader.has(opener, item["title"], f"phase {number}")
        if has_sheet(reader, item):
            check_sheet(reader, item)
    if f"reading-{number}" in reader.book.places:
        page = reader.book.page(f"reading-{number}")
        for item in mine:
            if item["kind"] == "reading":
                reader.has(page, item["title"].split(" (")[0][:30], f"reading log {number}")
                match = re.search(r"[Cc]hapters (\d+)-(\d+)", item["detail"])
                if match:
                    chapters = range(int(match[1]), int(match[2]) + 1)
                    reader.says(page, " ".join(map(str, chapters)), f"reading log {number}")
    checks = [item for item in mine if item["kind"] == "check"]
    if checks:
        check_checklist(reader, number, checks)


def has_sheet(reader, item):
    """What lies inside a task has its place on the task's sheet, not one of its own."""
    if item["kind"] not in ("task", "project") or item["id"] not in reader.book.places:
        return False
    beside = [other for other in reader.items if reader.book.places.get(other["id"]) == reader.book.places[item["id"]]]
    return beside[0] is item


def check_sheet(reader, item):
    """Its title, kind, phase, days and hours."""
    page, what = reader.book.page(item["id"]), f"sheet '{item['title'][:40]}'"
    reader.has(page, f"PHASE {item['phase']} · {item['kind'].upper()}", what)
    reader.has(page, item["title"], what)
    if item["first"]:
        reader.has(page, long_range(day(item["first"]), day(item["last"]), True), what)
    if item["minutes"]:
        reader.has(page, f"HOURS, OF {hours(item['minutes'])} PLANNED", what)


def check_checklist(reader, number, checks):
    """All of the phase's checks in order, none of another phase; their number and day."""
    page, what = reader.book.page(f"checklist-{number}"), f"checklist {number}"
    text = page.squashed()
    places = [text.find(squashed(item["title"])[:40]) for item in checks]
    reader.tally.check(-1 not in places and places == sorted(places), f"{what}: its checks in order", places)
    for item in reader.items:
        if item["kind"] == "check" and item["phase"] != number and len(item["title"]) > 12:
            reader.tally.check(squashed(item["title"]) not in text, f"{what}: '{item['title'][:40]}' of another")
    reader.has(page, f"PHASE {number} · DUE {long_day(day(checks[0]['due'])).upper()}", what)
    reader.says(page, f"of {len(checks)}", what)


# --- The rest --------------------------------------------------------------------------------------

def check_front(reader):
    plan, cover = reader.plan, reader.book.pages[0]
    first, last = day(plan["start"]), day(plan["end"])
    reader.says(cover, f"WORKBOOK · {plan['hours_per_week']:g} HOURS A WEEK", "cover")
    reader.has(cover, plan["title"].split(" (")[0], "cover")
    reader.has(cover, f"from {long_day(first)} to {long_day(last)}", "cover")
    reader.tally.equal(first.isoformat(), reader.weeks[0]["first"], "the plan starts with its first week")
    reader.tally.equal(last.isoformat(), reader.weeks[-1]["last"], "the plan ends with its last week")
    glance = reader.book.page("glance")
    for phase in plan["phases"]:
        reader.has(glance, f"Phase {phase['number']}", f"glance, phase {phase['number']}")
        reader.has(glance, phase["title"][:30], f"glance, phase {phase['number']}")
    contents = "".join(page.squashed() for page in
                       reader.book.pages[reader.book.places["contents"] - 1:reader.book.places["glance"] - 1])
    for phase in plan["phases"]:
        days = long_range(day(phase["first"]), day(phase["last"]), True)
        reader.tally.check(squashed(days) in contents, f"contents: phase {phase['number']} without '{days}'")
        words = f"Exit checklist {date_with_year(day(phase['last']))}"
        if f"checklist-{phase['number']}" in reader.book.places:
            reader.tally.check(squashed(words) in contents, f"contents: phase {phase['number']} without '{words}'")


def check_milestones(reader):
    """Each outcome and milestone stands with its day, in the order of the days."""
    page = reader.book.page("outcomes")
    for kind in ("outcome", "milestone"):
        for item in reader.items:
            if item["kind"] == kind and item["due"]:
                words = " ".join(item["title"].split()[:4])
                reader.has(page, f"{date_with_year(day(item['due']))} {words}", kind)
    dates = [datetime.datetime.strptime(" ".join(found), "%d %b %Y").date() for found in
             re.findall(r"\b(\d+) ([A-Z][a-z]{2}) (20\d\d)\b", page.text().split(" Milestones ")[-1])]
    reader.tally.equal(dates, sorted(dates), "milestones in the order of their days")


def date_with_year(date):
    return f"{short_day(date)} {date.year}"


def check_questions(reader):
    if "questions" not in reader.book.places:
        return
    first = reader.book.places["questions"]
    text = "".join(page.squashed() for page in reader.book.pages[first - 1:first + 3])
    for item in reader.items:
        if item["kind"] == "question":
            reader.tally.check(squashed(item["title"]) in text, f"questions lack '{item['title'][:50]}'")
            if item["span"] and item["due"]:
                words = f"due {long_day(day(item['due']))}"
                reader.tally.check(squashed(words) in text, f"questions lack '{words}'")


def check_budget(reader):
    """Prices as the roadmap writes them, and their sum."""
    if "budget" not in reader.book.places:
        return
    page, sums = reader.book.page("budget"), collections.Counter()
    for item in reader.items:
        match = re.search(r"= *([$€£])(\d+)$", item["detail"])
        if item["kind"] == "cost" and match:
            sums[match[1]] += int(match[2])
            reader.has(page, item["title"], "budget")
            reader.tally.check(re.search(rf"{re.escape(item['title'])} {re.escape(match[1] + match[2])} ", page.text()),
                               f"budget: {item['title']} costs {match[1]}{match[2]}")
    for currency, amount in sums.items():
        reader.says(page, f"In all {currency}{amount}", "budget")


def check_comparison(reader):
    """The page that compares paces says what `compare --json` does."""
    if "--compare" not in reader.sample:
        return
    at = reader.sample.index("--compare")
    settings = list(reader.sample[1:at] + reader.sample[at + 2:])
    settings[settings.index("--hours") + 1] = reader.sample[at + 1]
    table = json.loads(run("compare", "--json", "-q", reader.sample[0], *settings))["paces"]
    text = spaced(reader.book.page("compare").text())

    def row(name, cells):
        words = spaced(" ".join([name] + cells))
        reader.tally.check(words in text, f"paces compared: no '{words.strip()}'")

    row("", [f"{pace['hours_per_week']:g} h a week" for pace in table])
    row("Starts", [date_with_year(day(pace["start"])) for pace in table])
    row("Finished on", [date_with_year(day(pace["end"])) for pace in table])
    row("Weeks", [str(pace["weeks"]) for pace in table])
    row("Hours in all", [duration(pace["minutes"]) for pace in table])
    for phases in zip(*(pace["phases"] for pace in table)):
        row("Dates", [long_range(day(phase["first"]), day(phase["last"]), True) for phase in phases])
        row("What there is", [f"{many(phase['weeks'], 'week')}, {whole_hours(phase['minutes'])}" for phase in phases])
        row("What is asked for", [f"of {whole_hours(phase['asked']['low'])} asked for" for phase in phases])
        row("", [f"{whole_hours(phase['missing'])} too few" if phase["missing"] else "fits" for phase in phases])


def check_index(reader):
    """What has a name is listed, under its letter, and no entry is of the next page: see page_links.py
    for the pages themselves."""
    first, last = reader.book.places["index"], reader.book.places.get("notes", len(reader.book.pages) + 1)
    pages = reader.book.pages[first - 1:last - 1]
    text = "".join(page.squashed() for page in pages)
    for item in reader.items:
        if item["kind"] in NAMED and item["phase"] and len(item["title"]) < 40:
            reader.tally.check(squashed(item["title"]) in text, f"the index lacks '{item['title']}'")


# Hours a week and the weeks they take, slow and fast, as the roadmaps' titles say; and the hours of a week.
PACES = {
    SMALL: (((3, 14), (6, 10)), lambda week: 2 if "2026-03-02" <= week["first"] <= "2026-03-15" else 4),
    WATERCOLOUR: (((4, 12), (4, 12)), lambda week: 4),
    RUST: (((5, 30 * 365.2425 / 12 / 7), (10, 24 * 365.2425 / 12 / 7)), lambda week: 5),
}


def main():
    tally = Tally()
    for sample, (stated, pace_of) in PACES.items():
        reader = Reader(tally, sample)
        check_weeks(reader, lambda pace, stated=stated: weeks_at(stated, pace), pace_of)
        for check in (check_months, check_phases, check_front, check_milestones, check_questions, check_budget,
                      check_comparison, check_index):
            check(reader)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
