#!/usr/bin/python3
"""What is drawn on a workbook's pages is the plan's: bars over their time, tabs and the cover's band in
their phases' colours, a box for each thing to tick and a tick in it where the roadmap has one; the same
as a form, whose fields say what they are about.
Plain builds only.
"""
import os
import re
import subprocess
import sys
import tempfile

from support.book import Book, read_drawings, read_ticks, squashed
from support.dates import day
from support.program import built_file, plan_of
from support.samples import RUST, SMALL, WATERCOLOUR
from support.tally import Tally

RESOLUTION = 18
# A plan in which several boxes are ticked, and one half.
TICKED = ("tests/data/shapes/day-checklist.md", "--start", "2026-01-05", "-z", "UTC", "--today", "2026-01-05")


class Reader:
    def __init__(self, tally, sample):
        self.tally, self.sample = tally, sample
        self.plan, self.book = plan_of(*sample), Book(built_file("pdf", *sample))
        self.weeks, self.items = self.plan["weeks"], self.plan["items"]


# --- Bars and colours ------------------------------------------------------------------------------

def check_bars(reader):
    """On the plan at a glance a bar begins and ends where its days lie between the plan's."""
    page, dated = reader.book.page("glance"), {}
    for item in reader.items:
        if item["first"]:
            dated.setdefault(item["title"], (item["first"], item["last"]))
    for phase in reader.plan["phases"]:
        dated[f"Phase {phase['number']} {phase['title']}"] = dated[f"Phase {phase['number']}"] = \
            (phase["first"], phase["last"])
    bars = []
    fills = [re.fullmatch(r"fill \S+ (\d+),(\d+) (\d+)x(\d+)", line)
             for line in read_drawings(reader.book.path)[page.number - 1]]
    for link in page.links:
        for left, bottom, width, height in (map(int, fill.groups()) for fill in fills if fill):
            middle = page.height - bottom - height / 2
            if link.label in dated and link.box[1] < middle < link.box[3] and link.box[0] < left < link.box[2]:
                bars.append((link.label, left, left + width))
    reader.tally.check(len(bars) >= len(reader.plan["phases"]) + 5, f"{len(bars)} bars at a glance")
    start, end = day(reader.plan["start"]), day(reader.plan["end"])
    left, right = min(bar[1] for bar in bars), max(bar[2] for bar in bars)
    step = (right - left) / ((end - start).days + 1)
    for label, begins, ends in bars:
        first, last = map(day, dated[label])
        want = left + (first - start).days * step, left + ((last - start).days + 1) * step
        reader.tally.check(abs(begins - want[0]) <= 1.6 and abs(ends - want[1]) <= 1.6,
                           f"glance: the bar of '{label[:40]}' goes from {begins} to {ends}",
                           f"not from {want[0]:.0f} to {want[1]:.0f}")


def accents():
    """The colours of phases in the classic template."""
    with open("templates/classic.yaml", encoding="utf-8") as file:
        listed = file.read().split("accents:")[1].split("\n#")[0]
    return [tuple(int(colour[i:i + 2], 16) for i in (0, 2, 4)) for colour in re.findall(r'"#(\w{6})"', listed)]


def check_colours(reader):
    """A tab has the colour of the phase that it names; the cover's band those of the phases in their order,
    each as high as its share of the days."""
    colours = accents()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", str(RESOLUTION), reader.book.path, os.path.join(folder, "page")], check=True)
        names = sorted(name for name in os.listdir(folder) if name.endswith(".ppm"))
        with open(os.path.join(folder, names[0]), "rb") as file:
            check_band(reader, file.read(), colours)
        for page, name in zip(reader.book.pages, names):
            says = re.search(r"PHASE (\d+)", page.tab())
            tab = next((link for link in page.links if link.box[2] <= 30 or link.box[0] >= page.width - 30), None)
            if not says or not tab:
                continue
            with open(os.path.join(folder, name), "rb") as file:
                colour = pixel(file.read(), (tab.box[0] + tab.box[2]) / 2, tab.box[1] + 6)
            want = colours[int(says[1]) - 1]
            reader.tally.check(max(abs(a - b) for a, b in zip(colour, want)) < 40,
                               f"page {page.number}: the tab of phase {says[1]} is {colour}, not {want}")


def check_band(reader, cover, colours):
    page, phases = reader.book.pages[0], reader.plan["phases"]
    bands = [link for link in page.links if not link.label]
    days = [(day(phase["last"]) - day(phase["first"])).days + 1 for phase in phases]
    reader.tally.equal(len(bands), len(phases), "bands on the cover")
    for band, phase, share in zip(bands, phases, days):
        height, want = band.box[3] - band.box[1], page.height * share / sum(days)
        reader.tally.check(abs(height - want) <= 1, f"cover: the band of phase {phase['number']} is {height} high, not {want}")
        for at in (0.1, 0.5, 0.9):
            colour = pixel(cover, (band.box[0] + band.box[2]) / 2, band.box[1] + at * height)
            wanted = colours[(phase["number"] - 1) % len(colours)]
            reader.tally.check(max(abs(a - b) for a, b in zip(colour, wanted)) < 8,
                               f"cover: the band of phase {phase['number']} is {colour}, not {wanted}")


def pixel(image, x, y):
    """Of a PPM, by points from the left and the top."""
    header = re.match(rb"P6\s+(\d+)\s+\d+\s+255\s", image)
    row, column = int(y * RESOLUTION / 72), int(x * RESOLUTION / 72)
    at = header.end() + 3 * (row * int(header[1]) + column)
    return tuple(image[at:at + 3])


# --- Boxes -----------------------------------------------------------------------------------------

BOX = "B1054-140S"  # classic's: a stamp is named by its size and roundness, and how it is painted


def check_boxes(reader):
    """A checklist has a box to tick for each of its checks, a week one for each of its sessions and of what
    is on the table; the goldens tell of the others."""
    drawings = read_drawings(reader.book.path)
    for name, page in reader.book.names(r"checklist-\d+|week-\d+"):
        boxes = sum(line.startswith(f"{BOX} at") for line in drawings[page.number - 1])
        number = int(name.split("-")[1])
        if name.startswith("checklist"):
            checks = [item for item in reader.items if item["kind"] == "check" and item["phase"] == number]
            reader.tally.equal(boxes, len(checks), f"{name}: boxes to tick")
        else:
            reader.tally.check(boxes >= len(reader.weeks[number - 1]["sessions"]), f"{name}: {boxes} boxes to tick")


def check_ticks(reader, form):
    """Every box of an item, wherever it stands, is ticked if the roadmap ticks the item; one that stands
    for several is open. As many ticks are printed as fields are ticked in FORM, the book to fill in."""
    with open(reader.sample[0], encoding="utf-8") as file:
        marks = len(re.findall(r"^\s*- \[[xX]\] ", file.read(), re.M))
    done = {item["id"] for item in reader.items if item["done"]}
    reader.tally.equal(len(done), marks, "items that the roadmap ticks")
    items = {item["id"]: item for item in reader.items}
    drawn, seen = read_ticks(reader.book.path), set()
    reader.tally.equal(read_ticks(form.path), [0] * len(form.pages), "ticks drawn below a field's own")
    reader.tally.equal(len(form.pages), len(drawn), "pages of the same book as a form")
    for page in form.pages:
        ticked = [field for field in page.fields if field.kind == "tick" and field.value]
        reader.tally.equal(drawn[page.number - 1], len(ticked), f"page {page.number}: ticks that are printed")
        for field in page.fields:
            item = items.get(field.name[:36]) if field.kind == "tick" else None
            if item:
                own = squashed(field.tip) == squashed(item["title"] or item["detail"])
                seen |= {item["id"]} if own and field.value else set()
                reader.tally.equal(bool(field.value), own and item["done"],
                                   f"page {page.number}: the box '{field.tip[:40]}' is ticked")
    reader.tally.equal(done - seen, set(), "ticked items without a box that is")


def check_form(reader, form):
    """What is filled in has the words of what it is about: outcomes' boxes, chapters' numbers."""
    if "outcomes" in form.places:
        tips = [squashed(field.tip) for field in form.page("outcomes").fields if field.kind == "tick"]
        reader.tally.equal(sorted(tips), sorted(squashed(item["title"]) for item in reader.items
                                                if item["kind"] in ("outcome", "milestone")), "boxes of outcomes")
    for item in reader.items:
        match = re.search(r"[Cc]hapters (\d+)-(\d+)", item["detail"])
        if item["kind"] == "reading" and match:
            tips = [field.tip for page in form.pages for field in page.fields
                    if field.name.startswith(item["id"]) and field.tip.startswith("Chapter ")]
            reader.tally.equal(tips, [f"Chapter {number}" for number in range(int(match[1]), int(match[2]) + 1)],
                               f"boxes of '{item['title'][:40]}'")


def main():
    tally = Tally()
    for sample in (SMALL, WATERCOLOUR, RUST):
        reader = Reader(tally, sample)
        for check in (check_bars, check_colours, check_boxes):
            check(reader)
    for sample in (SMALL, TICKED):
        reader = Reader(tally, sample)
        form = Book(built_file("pdf", *sample, "--fillable"))
        check_ticks(reader, form)
        check_form(reader, form)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
