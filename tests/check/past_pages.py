#!/usr/bin/python3
"""Builds all files at 5 hours a week as of January, and again as of June after a change: other hours,
slots, zone or times, an item renamed, one that is done deleted, another title. The pages of all weeks
lived keep their numbers and every byte of what is drawn on them, in each template; this week's page
keeps its number.

    past_pages.py [ROADMAP.md...]
Plain builds only.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from support.streams import page_streams
from support.tally import Tally

ROADBOOK = os.environ.get("ROADBOOK", "build/roadbook")
SAMPLES = ["samples/rust-systems.md"]
TODAY = "2026-06-01"
LIVED = 21  # weeks from 5 January


def new_title(text):
    return re.sub(r"\A# .*", "# Žemlje & other matters, once more", text)


def item(text):
    """A task that is lived by then: the first bold label below a heading that names a month."""
    return re.search(r"^(?:- )?\*\*(?!Month|Week)([^*:\n]{5,40})\*\*:? ?.*$", text, re.M)


def renamed(text):
    found = item(text)
    return text[:found.start(1)] + "Another name for the same" + text[found.end(1):]


def deleted(text):
    found = item(text)
    return text[:found.start()] + text[found.end() + 1:]


CHANGES = {
    "nothing": ([], None),
    "hours": (["--hours", "10"], None),
    "slots": (["--slots", "Mon,Wed 06:30 1h; Fri 12:15 45m; Sun 08:00 2h15"], None),
    "zone": (["--timezone", "Asia/Tokyo"], None),
    "times": (["--workday-time", "06:15"], None),
    "title": ([], new_title),
    "renamed": ([], renamed),
    "deleted": ([], deleted),
}


def build(roadmap, folder, today, arguments):
    done = subprocess.run([ROADBOOK, "build", roadmap, "--today", today, "-q", "-o", folder, *arguments],
                          capture_output=True, text=True)
    return done.returncode, done.stderr


def places(path):
    """The page of each week, by its number."""
    listed = subprocess.run(["pdfinfo", "-dests", path], capture_output=True, text=True,
                            errors="replace", check=True).stdout
    return {int(week): int(page) for page, week in re.findall(r'^\s*(\d+)\s.*"week-(\d+)"', listed, re.M)}


def compare(tally, name, first, again):
    """FIRST: places and streams of the first book; AGAIN: the other's path."""
    (before, old), after, new = first, places(again), page_streams(again)
    tally.check(before.get(LIVED + 1) == after.get(LIVED + 1), f"{name}: this week's page moved",
                f"from {before.get(LIVED + 1)} to {after.get(LIVED + 1)}")
    for week in range(1, LIVED + 1):
        page = before[week]
        tally.check(after.get(week) == page, f"{name}: week {week} moved",
                    f"from page {page} to {after.get(week)}")
        if page != before.get(LIVED + 1):  # two weeks a page: this week stands below it
            tally.check(old[page] == new.get(page), f"{name}: the page of week {week} changed")


def check(tally, roadmap, template, changes):
    stem = os.path.splitext(os.path.basename(roadmap))[0]
    with open(roadmap, encoding="utf-8") as file:
        text = file.read()
    with tempfile.TemporaryDirectory() as work:
        source, first = os.path.join(work, stem + ".md"), os.path.join(work, "first")
        shutil.copy(roadmap, source)
        os.mkdir(first)
        status, said = build(source, first, "2026-01-05",
                             ["--start", "2026-01-05", "--timezone", "UTC", "--hours", "5", "-t", template])
        if not tally.check(status == 0, f"{stem} in {template} is not built", said):
            return
        book = os.path.join(first, stem + ".pdf")
        printed = places(book), page_streams(book)
        for name in changes:
            arguments, edit = CHANGES[name]
            again = os.path.join(work, name)
            shutil.copytree(first, again)
            with open(source, "w", encoding="utf-8") as file:
                file.write(edit(text) if edit else text)
            status, said = build(source, again, TODAY, arguments)
            if tally.check(status == 0, f"{stem}, {template}, {name} is not built", said):
                compare(tally, f"{stem}, {template}, {name}", printed, os.path.join(again, stem + ".pdf"))


def main():
    tally = Tally()
    for roadmap in sys.argv[1:] or SAMPLES:
        check(tally, roadmap, "classic", CHANGES)
        for template in ("compact", "eink", "plain"):
            check(tally, roadmap, template, ("hours", "title", "deleted"))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
