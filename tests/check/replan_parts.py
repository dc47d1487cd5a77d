#!/usr/bin/python3
"""A replan goes on at what is open: a chapter whose tasks are all ticked gets no session more, ticked tasks
of a chapter have none, and what was missed in weeks away comes again.
Plain builds only.
"""
import json
import sys
import tempfile

from support.log_desk import Desk
from support.tally import Tally

ROADMAP = """# Sail making in 3 months (5 hours/week)

## Phase 1: Cloth (Months 1-2)

### Chapter 1: Seams (Month 1)

- [ ] Flat seam
- [ ] Zigzag seam

### Chapter 2: Edges (Month 2)

- [ ] Bolt ropes
- [ ] Cringles

## Phase 2: A sail (Month 3)

- [ ] Draw the panels
- [ ] Sew the panels
"""
BEGIN = ("--start", "2026-01-05", "-z", "Europe/Berlin")


def coming(desk, day):
    """What the sessions from DAY on are about, in order."""
    status, said, _ = desk.run(day, "show", "--json")
    weeks = json.loads(said)["weeks"]
    return [session["focus"] for week in weeks for session in week["sessions"] if session["start"][:10] >= day]


def about(foci, words):
    return [focus for focus in foci if words in focus]


def after_weeks_away(desk):
    """Chapter 1 is ticked, the whole of chapter 2's time was missed."""
    tally = desk.tally
    desk.run("2026-01-04", "build", *BEGIN)
    for day, item in (("2026-01-20", "Flat seam"), ("2026-01-30", "Zigzag")):
        desk.run(day, "log", "10h", "--done", item)
    day = "2026-03-20"
    desk.run(day, "build", "--replan")
    foci = coming(desk, day)
    tally.equal(about(foci, "Chapter 1"), [], "a chapter of which all is ticked has no session more")
    ropes, cringles = about(foci, "Bolt ropes"), about(foci, "Cringles")
    tally.check(ropes and cringles and foci.index(ropes[0]) < foci.index(cringles[0]), "what was missed comes again, in order", foci)
    tally.check(about(foci, "Draw the panels") and about(foci, "Sew the panels"), "and so has what comes behind", foci)
    said = desk.run(day, "build", "--replan")[1]
    tally.check("The end" not in said or "as before" in said, "a second replan moves nothing", said)
    tally.equal(coming(desk, day), foci, "nor what the sessions are about")
    desk.run("2026-03-27", "build")
    tally.equal(coming(desk, "2026-03-27"), [focus for focus in foci][len(foci) - len(coming(desk, "2026-03-27")):],
                "a week later the sessions to come are about the same")


def half_a_chapter(desk):
    """One of two tasks is ticked: the sessions to come are about the other."""
    desk.run("2026-01-04", "build", "--fresh", *BEGIN)
    desk.run("2026-01-06", "log", "1h", "--done", "Flat seam")
    day = "2026-01-07"
    before = coming(desk, day)
    desk.tally.check(about(before, "Flat seam"), "until a replan the plan stands as it is", before)
    desk.run(day, "build", "--replan")
    foci = coming(desk, day)
    desk.tally.equal(about(foci, "Flat seam"), [], "what is ticked has no session more")
    desk.tally.check(len(about(foci, "Chapter 1: Seams: Zigzag seam")) >= 10, "what is open has them", foci)


def ticked_late(desk):
    """All of chapter 1 is ticked after its time, at hours as planned: it is held on the table no more."""
    desk.run("2026-01-04", "build", *BEGIN)
    for week in range(6):
        day = f"2026-{1 + (week > 3):02d}-{(7, 14, 21, 28, 4, 11)[week]:02d}"
        desk.run(day, "log", "5h")
    for item in ("Flat seam", "Zigzag"):
        desk.run("2026-02-13", "log", "--done", item)
    desk.run("2026-02-14", "build", "--replan")
    foci = coming(desk, "2026-02-14")
    desk.tally.equal(about(foci, "Chapter 1"), [], "a chapter that was ticked late has no session more")
    desk.tally.check(about(foci, "Chapter 2"), "the next one has them", foci)


def main():
    tally = Tally()
    for trial in (after_weeks_away, half_a_chapter, ticked_late):
        with tempfile.TemporaryDirectory() as folder:
            desk = Desk(folder, tally)
            desk.write(ROADMAP)
            trial(desk)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
