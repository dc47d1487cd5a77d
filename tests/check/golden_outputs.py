#!/usr/bin/python3
"""What a small plan's three files say, as text that can be read: a page of each kind, all links and
boxes to tick of its workbook, its tracker's sheets, its feed; each is held against a file of
tests/golden/outputs. With --update the differences are shown and become the new expectation.
Part of make check.
"""
import difflib
import os
import sys

import icalendar

from support.book import Book, read_drawings
from support.program import built_file
from support.samples import SMALL
from support.tally import Tally
from support.tracker import charts_text, opened, sheet_text

FOLDER = "tests/golden/outputs"
GAP = 9  # points between words from which on they are columns
PAGES = ["cover", "guide", "contents", "glance", "compare", "outcomes", "phase-1", "phase-2", "sheets-1",
         "sheets-2", "reading-1", "month-2026-02", "month-2026-04", "week-1", "week-5", "week-9", "week-14",
         "review-2026-03", "checklist-1", "checklist-2", "questions", "budget", "words", "index", "notes"]
# Pages on which bars, boxes and colours say something.
DRAWN = ["cover", "contents", "glance", "phase-2", "month-2026-03", "week-9", "checklist-2"]
FILLABLE = SMALL + ("--fillable",)
TWO_WEEKS = SMALL + ("-t", "compact", "--paper", "letter")


def page_text(page):
    """Line by line; two columns are three blanks apart."""
    lines = [f"tab: {page.tab()}"] if page.tab() else []
    for words in page.lines():
        line = words[0].text
        for before, word in zip(words, words[1:]):
            line += ("   " if word.left - before.right > GAP else " ") + word.text
        lines.append(line)
    return "\n".join(lines) + "\n"


def pages():
    book = Book(built_file("pdf", *SMALL))
    found = {f"page-{name}": page_text(book.page(name)) for name in PAGES}
    found["page-sections"] = page_text(book.pages[book.places["questions"] - 2])
    two = Book(built_file("pdf", *TWO_WEEKS))
    found["page-two-weeks"] = page_text(two.page("week-5"))
    found["page-two-months"] = page_text(two.page("month-2026-03"))
    found["links"] = "".join(f"{page.number}: {link.label or '(drawn)'} -> {link.page}\n"
                             for page in book.pages for link in page.links)
    drawings = read_drawings(book.path)
    for name in DRAWN:
        found[f"drawn-{name}"] = "".join(line + "\n" for line in drawings[book.places[name] - 1])
    found["outline"] = "".join(f"{title} {number}\n" for title, number in book.outline)
    return found


def fields():
    """The boxes and lines of the workbook as a form: page by page, by what is beside them."""
    book, lines = Book(built_file("pdf", *FILLABLE)), []
    for page in book.pages:
        said = [f"{field.kind} {field.tip}" + (f" = {field.value}" if field.value else "") for field in page.fields]
        if said:
            lines.append(f"{page.number}: " + " | ".join(said))
    return {"fields": "\n".join(lines) + "\n"}


def tracker():
    formulas, values = (opened(built_file("xlsx", *SMALL), stored) for stored in (False, True))
    found = {f"sheet-{sheet.title.lower().replace(' ', '-')}": sheet_text(sheet, values[sheet.title])
             for sheet in formulas.worksheets}
    names = sorted(f"{name.name} = {name.attr_text}\n" for name in formulas.defined_names.definedName)
    found["sheets"] = "".join(f"{sheet.title}\n" for sheet in formulas.worksheets) + "".join(names)
    found["charts"] = charts_text(built_file("xlsx", *SMALL))
    return found


def feed():
    with open(built_file("ics", *SMALL), "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    lines = [f"{name}: {calendar[name]}" for name in ("NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-TIMEZONE", "COLOR")]
    for event in calendar.walk("VEVENT"):
        categories = event["CATEGORIES"] if isinstance(event["CATEGORIES"], list) else [event["CATEGORIES"]]
        named = ", ".join(str(category) for one in categories for category in one.cats)
        begin, end = event["DTSTART"].dt, event["DTEND"].dt
        words = "; ".join(str(event.get("DESCRIPTION", "")).splitlines())
        lines.append(f"{begin:%Y-%m-%d %H:%M} to {end:%Y-%m-%d %H:%M} {named} {event['TRANSP']} {event['SEQUENCE']}: "
                     f"{event['SUMMARY']} | {words} | {event.get('URL', '')}".rstrip(" |"))
    return {"feed": "\n".join(lines) + "\n"}


def compare(tally, name, have, update):
    path = os.path.join(FOLDER, name + ".txt")
    want = ""
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            want = file.read()
    if have == want:
        return tally.check(True, name)
    lines = list(difflib.unified_diff(want.splitlines(), have.splitlines(), path, "now", lineterm="", n=1))
    print("\n".join(lines if update else lines[:40]))
    if update:
        with open(path, "w", encoding="utf-8") as file:
            file.write(have)
    return tally.check(update, f"{name} is as expected")


def main():
    tally, update = Tally(), "--update" in sys.argv
    os.makedirs(FOLDER, exist_ok=True)
    texts = {**pages(), **fields(), **tracker(), **feed()}
    for name, text in texts.items():
        compare(tally, name, text, update)
    for name in sorted(os.listdir(FOLDER)):
        if name[:-4] not in texts and update:
            os.remove(os.path.join(FOLDER, name))
        elif name[:-4] not in texts:
            tally.check(False, f"{FOLDER}/{name} is of nothing")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
