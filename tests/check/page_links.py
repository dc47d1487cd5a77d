#!/usr/bin/python3
"""Every link of a workbook leads to what it says: thumb tabs to the phase of their page, the month
and week finders, whatever names a month, a week or a phase, contents and index to pages that say the same, rows of a month's calendar to their
week, sessions and lists to the place of the item they name. What a page is comes from the plan that
`show --json` prints, what it says from poppler.
Plain builds only.
"""
import datetime
import re
import sys

from support.book import Book, squashed
from support.dates import MONTHS, day, long_range
from support.program import built_file, plan_of
from support.samples import RUST, SMALL, WATERCOLOUR
from support.tally import Tally

ITEM_ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
DATE = r"\b\d+ (?:" + "|".join(month[:3] for month in MONTHS) + r") "
# What may stand behind an item's title in a list.
BEHIND_TITLE = set("from due day days week weeks month months by chapter chapters part parts".split())
# The guide's paragraphs, by how they begin.
GUIDE = {"Before you begin": "glance", "Every session": "week-1", "Every week": "week-1",
         "Every month": "glance", "Every task, every project": "sheets-1",
         "At the end of a phase": "phase-1", "When you fall behind": "contents"}


class Reader:
    """One book beside its plan."""

    def __init__(self, tally, sample):
        self.tally, self.sample = tally, sample
        self.plan, self.book = plan_of(*sample), Book(built_file("pdf", *sample))
        self.weeks = {week["number"]: week for week in self.plan["weeks"]}
        self.items = {item["id"]: item for item in self.plan["items"]}
        self.titled = {}
        for item in self.plan["items"]:
            self.titled.setdefault(squashed(item["title"]), []).append(item)
        self.counts = {}

    def check(self, kind, page, link, good, detail=""):
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.tally.check(good, f"page {page.number}, {kind}: '{link.label[:60]}' leads to page {link.page}",
                         detail)

    def target(self, link):
        return self.book.pages[link.page - 1]

    def says(self, link, words):
        return squashed(words) in self.target(link).squashed()

    def phase_of(self, page):
        """The phase whose colour and tab a page must have: that of its week, or its month's first
        week, or what its name says; None where its name says nothing."""
        for name, number in self.book.places.items():
            if number != page.number:
                continue
            if match := re.fullmatch(r"week-(\d+)", name):
                return self.weeks[int(match[1])]["phase"]
            if match := re.fullmatch(r"(?:month|review)-(\d+)-(\d+)", name):
                return self.first_week_of(int(match[1]), int(match[2]))["phase"]
            if match := re.fullmatch(r"(?:phase|sheets|reading|checklist)-(\d+)", name):
                return int(match[1])
        return None

    def month_of(self, week):
        """A week belongs to the month of its Thursday, a short one to that of its middle day."""
        return middle_month(day(week["first"]), day(week["last"]))

    def first_week_of(self, year, month):
        return next(week for week in self.plan["weeks"] if self.month_of(week) == (year, month))


def middle_month(first, last):
    middle = first + (last - first) // 2
    return middle.year, middle.month


def is_tab(page, link):
    return link.box[2] <= 30 or link.box[0] >= page.width - 30


def check_tabs(reader):
    """A tab says the phase of its page and leads to that phase's opener."""
    for page in reader.book.pages[1:]:
        phase = reader.phase_of(page)
        says = re.search(r"PHASE (\d+)", page.tab())
        if phase is not None:
            reader.tally.check(says and int(says[1]) == phase,
                               f"page {page.number}: its tab says '{page.tab()}', it is of phase {phase}")
        for link in page.links:
            if is_tab(page, link) and says:
                reader.check("tab", page, link, link.page == reader.book.places[f"phase-{says[1]}"])


def check_finders(reader):
    """On the pages of contents: a row a year, a cell a month; a cell a week."""
    book = reader.book
    for page in book.pages[1:]:
        if page.number >= book.places["glance"]:
            break
        years = [word for word in page.words if re.fullmatch(r"20\d\d", word.text)]
        for link in page.links:
            if link.label in {month[:3] for month in MONTHS}:
                row = [word for word in years if link.box[1] - 2 <= (word.top + word.bottom) / 2 <= link.box[3] + 2]
                month = MONTHS[month_number(link.label) - 1]
                reader.check("month finder", page, link,
                             row and reader.target(link).text().startswith("MONTH")
                             and reader.says(link, f"{month} {row[0].text}"))
            elif re.fullmatch(r"\d+", link.label) and int(link.label) in reader.weeks:
                reader.check("week finder", page, link, re.search(rf"\bWEEK {link.label}\b",
                                                                  reader.target(link).text()))
    want = len({reader.month_of(week) for week in reader.plan["weeks"]})
    reader.tally.equal(reader.counts.get("month finder"), want, "months in the finder")
    reader.tally.equal(reader.counts.get("week finder"), len(reader.weeks), "weeks in the finder")


def check_contents(reader):
    """A line's page number is that of the page it leads to, whose text says the line's title."""
    book = reader.book
    for page in book.pages[book.places["contents"] - 1:book.places["glance"] - 1]:
        for link in page.links:
            words = link.label.split()
            if len(words) < 2 or is_tab(page, link) or link.box[1] > page.height - 60:
                continue
            reader.check("contents", page, link, str(link.page) in words)
            name = re.sub(rf"\b{link.page}\b.*|\d+ (?:sheets?|entries|entry|weeks?)\b.*|{DATE}.*", "", link.label)
            if match := re.match(r"Weeks? (\d+)", link.label):
                good = link.page == book.places[f"week-{match[1]}"]
            elif name.startswith("Tasks and projects"):
                good = link.page == book.places.get("sheets") or any(
                    link.page == number for place, number in book.places.items() if re.fullmatch(r"sheets-\d+", place))
            else:
                good = first_words(name) in reader.target(link).squashed()
            reader.check("contents", page, link, good)


def first_words(label, count=3):
    return "|".join(squashed("".join(label.split()[:count])).split("|"))


def check_index(reader):
    """Behind each entry stand the pages on which it is found: the entry's words are read there."""
    book, entries = reader.book, 0
    first, last = book.places["index"], book.places.get("notes", len(book.pages) + 1)
    for page in book.pages[first - 1:last - 1]:
        for link in page.links:
            match = re.fullmatch(r"(.*?),? *((?:\d+, )*\d+),?", link.label)
            if not match or is_tab(page, link) or link.box[1] > page.height - 60:
                continue
            if not match[1]:
                reader.check("index number", page, link, link.page == int(match[2]))
                continue
            entries += 1
            title = match[1].rstrip(" …")
            for number in map(int, match[2].split(", ")):
                reader.tally.check(number <= len(book.pages) and
                                   title_is_on(book.pages[number - 1], title),
                                   f"page {page.number}, index: '{title}' is not on page {number}")
            reader.check("index", page, link, link.page == int(match[2].split(",")[0]))
    reader.tally.check(entries >= 20, f"{entries} entries in the index")


def title_is_on(page, title):
    text = page.squashed()
    if squashed(title) in text:
        return True
    words = [squashed(word) for word in title.split() if squashed(word)]  # broken by a column's edge
    return all(word in text for word in words)


def check_calendars(reader):
    """A row of a month's calendar leads to the week of that ISO number; a line of a review to its own."""
    book = reader.book
    by_iso = {}
    for week in reader.plan["weeks"]:
        by_iso[(week["iso"][:4], int(week["iso"][6:]))] = week
    for name, page in book.names(r"month-\d+-\d+"):
        year, month = map(int, name.split("-")[1:])
        for link in page.links:
            if match := re.match(r"W(\d+)\b", link.label):
                near = min((week for (_, iso), week in by_iso.items() if iso == int(match[1])),
                           key=lambda week: abs(day(week["first"]) - datetime.date(year, month, 15)))
                reader.check("calendar row", page, link, link.page == book.places[f"week-{near['number']}"])
    for name, page in book.names(r"review-\d+-\d+"):
        for link in page.links:
            if match := re.match(r"(\d+) \d+ (?:\w+ )?(?:20\d\d )?–", link.label):
                reader.check("review row", page, link, link.page == book.places[f"week-{match[1]}"])


def check_items(reader):
    """What names an item leads to that item's place; the place holds its title."""
    book = reader.book
    for name, page in book.names(ITEM_ID):
        item = reader.items.get(name)
        if item and item["title"]:
            reader.tally.check(title_is_on(page, item["title"]),
                               f"page {page.number} is the place of '{item['title'][:60]}', but does not say it")
    for name, page in book.names(r"week-\d+"):
        for link in page.links:
            if not is_tab(page, link) and link.label:
                check_item_link(reader, page, link, reader.weeks[int(name[5:])])


def check_item_link(reader, page, link, week):
    """Of a week's page: a session's row, a line of what is on the table or comes up."""
    book, label = reader.book, squashed(link.label)
    if squashed(link.label) == squashed(reader.plan["title"]):
        return reader.check("foot", page, link, link.page == book.places["contents"])
    if label.startswith("monthlyreview"):
        return reader.check("review", page, link, "Review of" in reader.target(link).text())
    if match := re.match(r"(?:Month \d+ · )?MONTH \d+ · WEEK", link.label):
        year, month = reader.month_of(week)
        return reader.check("month", page, link, link.page == book.places[f"month-{year}-{month:02}"])
    if label.startswith("theplanslastday"):
        return reader.check("end", page, link, link.page == book.places["glance"])
    if match := re.match(r"Phase (\d+):", link.label):
        return reader.check("phase", page, link, link.page == book.places[f"phase-{match[1]}"])
    session = session_of(week, label)
    named = [reader.items[id] for id in session["items"]] if session else named_items(reader, link.label)
    places = {book.places[item["id"]] for item in named if item["id"] in book.places}
    if places:
        reader.check("item", page, link, link.page in places)
    else:
        reader.check("words", page, link, first_words(link.label, 2) in reader.target(link).squashed())


def session_of(week, label):
    """The session whose row the label is: its words, as far as there was room."""
    for session in week["sessions"]:
        words = squashed(session["category"] + session["focus"])
        if label.startswith(words) or (len(label) > 30 and words.startswith(label)):
            return session
    return None


def named_items(reader, label):
    """The items whose title the label says, up to what follows a title; of a shortened one, whose
    titles it begins."""
    words = [squashed(word) for word in label.split() if squashed(word)]
    for count in range(len(words), 0, -1):
        behind = words[count] if count < len(words) else ""
        if not behind or behind.isdigit() or behind in BEHIND_TITLE:
            if found := reader.titled.get("".join(words[:count])):
                return found
    if "…" not in label:
        return []
    begin = squashed(label.split("…")[0])
    return [item for title, items in reader.titled.items() if title.startswith(begin) for item in items]


def check_glance(reader):
    """The columns of the plan at a glance lead to the week, or the month, that they name."""
    page = reader.book.page("glance")
    for link in page.links:
        if match := re.match(r"W(\d+) ", link.label):
            reader.check("glance", page, link, link.page == reader.book.places[f"week-{match[1]}"])
        elif match := re.match(r"Phase (\d+) ", link.label):
            reader.check("glance", page, link, link.page == reader.book.places[f"phase-{match[1]}"])


def month_number(name):
    """Of a month's name, short or whole."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name))


def check_named(reader):
    """On every page what begins with a month and its year, a week or a phase leads to its page, and
    what begins with a whole date to that day's week; an opener has a link to each month of its phase."""
    months = "|".join(MONTHS) + "|" + "|".join(month[:3] for month in MONTHS)
    places = reader.book.places
    for page in reader.book.pages[1:]:
        for link in page.links:
            if match := re.match(rf"(\d+) ({months}) (20\d\d)\b", link.label):
                date = datetime.date(int(match[3]), month_number(match[2]), int(match[1])).isoformat()
                week = next(week for week in reader.plan["weeks"] if week["first"] <= date <= week["last"])
                reader.check("named day", page, link, link.page == places[f"week-{week['number']}"])
            elif match := re.match(rf"(?:\d+ )?({months}) (?:20)?(\d\d)\b", link.label):
                name = f"month-20{match[2]}-{month_number(match[1]):02}"
                reader.check("named month", page, link, link.page == places.get(name))
            elif match := re.match(r"(Week|Phase) (\d+)\b", link.label):
                reader.check("named", page, link, link.page == places.get(f"{match[1].lower()}-{match[2]}"))
    for phase in reader.plan["phases"]:
        page = reader.book.page(f"phase-{phase['number']}")
        months = {reader.month_of(week) for week in reader.plan["weeks"] if week["phase"] == phase["number"]}
        linked = {link.page for link in page.links}
        for year, month in sorted(months):
            reader.tally.check(places[f"month-{year}-{month:02}"] in linked,
                               f"page {page.number}: no link to {MONTHS[month - 1]} {year}")


def check_rest(reader):
    """The guide, the cover's phases, the outline."""
    book = reader.book
    page = book.page("guide")
    for link in page.links:
        for begin, name in GUIDE.items():
            if link.label.startswith(begin):
                reader.check("guide", page, link, name in book.places and link.page == book.places[name])
    bands = [link for link in book.pages[0].links if not link.label]
    reader.tally.equal([link.page for link in bands],
                       [book.places[f"phase-{phase['number']}"] for phase in reader.plan["phases"]][:len(bands)],
                       "the cover's bands lead to the phases in their order")
    for title, number in book.outline:
        name = re.sub("^Tasks and projects.*", "", title.replace("Cover", reader.plan["title"]))
        reader.tally.check(title_is_on(book.pages[number - 1], name) or title in ("Cover", "Notes"),
                           f"the outline's '{title}' leads to page {number}, which does not say it")
    reader.tally.check(all(link.page for page in book.pages for link in page.links), "every link leads somewhere")


def check_weeks_are_dated(reader):
    """The place of each week is the page that tells its number and its days."""
    for number, week in reader.weeks.items():
        text = reader.book.page(f"week-{number}").squashed()
        reader.tally.check(squashed(f"WEEK {number}") in text and
                           squashed(long_range(day(week["first"]), day(week["last"]))) in text,
                           f"week {number} is not on its page")


def main():
    tally = Tally()
    for sample in (SMALL, WATERCOLOUR, RUST):
        reader = Reader(tally, sample)
        for check in (check_tabs, check_finders, check_contents, check_index, check_calendars, check_items,
                      check_glance, check_named, check_rest, check_weeks_are_dated):
            check(reader)
        print(f"{sample[0]}: " + ", ".join(f"{count} {kind}" for kind, count in reader.counts.items()))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
