#!/usr/bin/python3
"""Builds a workbook at 5 hours a week, and again with 10 from week 20 on, as somebody does who has
written on the first nineteen weeks' pages: these keep their numbers, what their sessions are about,
and their layout, every rule, box and panel, point for point, so that the ink still lines up. (What
comes up may say other dates.)

    lived.py [ROADMAP.md...]
Plain builds only.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

from support.streams import page_streams

ROADBOOK = os.environ.get("ROADBOOK", "build/roadbook")
SAMPLES = ["samples/rust-systems.md"]
LIVED = 19
PERIOD = "2026-05-18..2199-12-31=10"


def build(roadmap, template, arguments, folder):
    subprocess.run([ROADBOOK, "build", roadmap, "--start", "2026-01-05", "--timezone", "UTC",
                    "--today", "2026-01-01", "--hours", "5", "-t", template, "--only", "pdf", "-q",
                    "-o", folder, *arguments], check=True, stderr=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL)
    return os.path.join(folder, os.path.splitext(os.path.basename(roadmap))[0] + ".pdf")


def focuses(roadmap, arguments):
    """What the sessions of each week are about, by the week's number; and of each month."""
    shown = subprocess.run([ROADBOOK, "show", "--json", roadmap, "--start", "2026-01-05", "--timezone",
                            "UTC", "--today", "2026-01-01", "--hours", "5", *arguments],
                           capture_output=True, text=True, check=True).stdout
    found = {}
    for week in json.loads(shown)["weeks"]:
        for session in week["sessions"]:
            for name in (f"week-{week['number']}", f"month-{session['start'][:7]}",
                         f"review-{session['start'][:7]}"):
                found.setdefault(name, []).append(session["focus"])
    return found


def places(path):
    """The pages of the weeks lived, and of the months and reviews that end with them, by name."""
    listed = subprocess.run(["pdfinfo", "-dests", path], capture_output=True, text=True,
                            errors="replace", check=True).stdout
    found = {}
    for line in listed.splitlines():
        match = re.match(r'\s*(\d+)\s.*"(week-(\d+)|(?:month|review)-2026-0[1-4])"', line)
        if match and (not match[3] or int(match[3]) <= LIVED):
            found[match[2]] = int(match[1])
    return found


def drawings(path):
    """All that is drawn on each page but its words: rules, boxes, panels, bars, in order."""
    found = {}
    for page, stream in page_streams(path).items():
        drawn = re.sub(rb"\bBT\b.*?\bET\b", b"", stream, flags=re.S)
        drawn = re.sub(rb"^.*\b(?:BDC|BMC|EMC|rg|RG|q|Q|w|cs|scn)$", b"", drawn, flags=re.M)
        found[page] = drawn.split()
    return found


def check(roadmap, template):
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        first = build(roadmap, template, [], one)
        again = build(roadmap, template, ["--period", PERIOD], other)
        before, after = places(first), places(again)
        if not before:
            yield "no week found"
            return
        for name, page in before.items():
            if after.get(name) != page:
                yield f"{name} moved from page {page} to {after.get(name)}"
        pages = sorted(set(before.values()))
        old, new = drawings(first), drawings(again)
        said, says = focuses(roadmap, []), focuses(roadmap, ["--period", PERIOD])
        for name in before:
            if name.startswith("week-") and said.get(name) != says.get(name):
                yield f"{name} is about other things"
        if len(pages) < 3:
            yield "hardly a page to compare"
        for page in pages:
            if not old.get(page) or old[page] != new.get(page):
                yield f"page {page} ({', '.join(n for n in before if before[n] == page)}) changed"


def main():
    passed = failed = 0
    for roadmap in sys.argv[1:] or SAMPLES:
        for template in ("classic", "compact", "eink"):
            wrong = list(check(roadmap, template))
            passed, failed = passed + (not wrong), failed + bool(wrong)
            for words in wrong[:8]:
                print(f"{os.path.basename(roadmap)} in {template}: {words}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
