#!/usr/bin/python3
"""Trackers that --tracker names: the right one beside another plan's, one named twice, by a link or as
a copy, ticks of the roadmap's own. And what a build keeps of the tracker that it replaces: one backup
in the ordinary run of things, none that holds what is nowhere else, and no byte changed by a build
that changes nothing. Exit status 77 where openpyxl is absent.
Plain builds only.
"""
import datetime
import glob
import os
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl  # noqa: F401
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)

from support.program import PROGRAM
from support.tally import Tally
from support.tracker import opened, record_rows, roles_of, rows_of

KITES = """# Kites (8 weeks, 2-4 hours/week)

## Tasks

- [ ] Bridle a kite
- [ ] Sew a tail

## Topics

- **Wind** (Weeks 1-4): light, then strong
- **Lift** (Weeks 5-8): why it flies
"""
OTHER = """# Sourdough (6 weeks, 3 hours/week)

## Tasks

- [ ] Feed the starter
- [ ] Buy rye

## Topics

- **Crumb** (Weeks 1-6): open and even
"""


class Place:
    """A folder with a roadmap and what is made of it."""

    def __init__(self, folder):
        self.folder = folder
        self.tracker = os.path.join(folder, "plan.xlsx")
        self.roadmap(KITES)

    def path(self, name):
        return os.path.join(self.folder, name)

    def roadmap(self, text):
        with open(self.path("plan.md"), "w", encoding="utf-8") as file:
            file.write(text)

    def build(self, *options, today="2026-01-07"):
        noon = datetime.datetime.fromisoformat(today + "T12:00+00:00").timestamp()
        result = subprocess.run([PROGRAM, "build", self.path("plan.md"), "-o", self.folder, "--only", "xlsx", "-z", "UTC",
                                 "--start", "2026-01-05", *options], capture_output=True, text=True,
                                env={**os.environ, "SOURCE_DATE_EPOCH": f"{noon:.0f}"})
        return result.returncode, result.stderr

    def log(self, entries, path=None):
        """Hours into planned rows of the Log, from the first on."""
        book = opened(path or self.tracker)
        log, of = book["Log"], roles_of(book["Log"])
        for number, hours in entries.items():
            log.cell(5 + number, of["hours"]).value = hours
        book.save(path or self.tracker)

    def cells(self, table, role, path=None):
        return [row[role] for row in rows_of(opened(path or self.tracker)[table]) if row[role] is not None]

    def strays(self):
        book = opened(self.tracker)
        return [row["content"] for row in rows_of(book["From your old file"], "content")] if "From your old file" in book else []

    def backups(self):
        return sorted(os.path.basename(path) for path in glob.glob(self.tracker + ".bak*"))


def contents(path):
    with open(path, "rb") as file:
        return file.read()


def other_plan(place):
    """The tracker of another plan, at its path."""
    place.roadmap(OTHER)
    place.build()
    shutil.move(place.tracker, place.path("other.xlsx"))
    place.roadmap(KITES)
    return place.path("other.xlsx")


def check_right_one(tally, place):
    other, mine = other_plan(place), place.path("mine.xlsx")
    place.build("--hours", "3")
    place.log({0: 1.5, 1: 0.5})
    shutil.move(place.tracker, mine)
    foreign = contents(other)
    shutil.copy(other, place.tracker)

    status, words = place.build("--tracker", mine)
    tally.check(status == 3 and "another plan" in words and "--tracker" not in words and "--force" in words,
                "another plan's tracker stays where it is", words)
    tally.check(contents(place.tracker) == foreign, "as it was")
    status, words = place.build("--tracker", mine, "--force")
    tally.check(status == 0, "--force puts this plan's in its place", words)
    tally.equal(place.cells("Log", "hours"), [1.5, 0.5], "with what stood in the one that was named")
    tally.check(place.backups() == ["plan.xlsx.bak"] and contents(place.tracker + ".bak") == foreign, "the other's is kept")
    settings = record_rows(opened(place.tracker)["Roadbook"], "settings")
    tally.check({"name": "minutes-a-week", "value": "180"}.items() <= settings[7].items(), "and its settings count", settings)

    made = contents(place.tracker)
    for name, options in (("another plan's, named", [other]), ("the right one and another plan's", [mine, other])):
        status, words = place.build(*[word for path in options for word in ("--tracker", path)], "--force")
        tally.check(status == 3 and f"--tracker {other}" in words, f"{name}, is refused", words)
        tally.check(contents(place.tracker) == made, f"{name}: nothing is replaced")
    shutil.copy(other, place.tracker)
    status, words = place.build("--tracker", other, "--force")
    tally.check(status == 3 and f"--tracker {other}" in words, "another plan's, in its place and named, is refused", words)
    os.unlink(place.tracker)
    status, words = place.build("--tracker", other)
    tally.check(status == 3 and "--tracker" in words and not os.path.exists(place.tracker),
                "another plan's, named alone, is refused", words)


def check_twice(tally, place):
    place.build()
    place.log({0: 1.5})
    copy = place.path("phone.xlsx")
    shutil.copy(place.tracker, copy)
    place.log({0: 2.5, 1: 1})
    place.log({0: 3.5}, copy)
    shutil.copy(copy, place.path("copy.xlsx"))
    os.symlink("phone.xlsx", place.path("link.xlsx"))
    os.link(copy, place.path("hard.xlsx"))
    names = [copy, copy, place.path("link.xlsx"), place.path("hard.xlsx"), place.path("copy.xlsx")]
    status, words = place.build(*[word for name in names for word in ("--tracker", name)])
    tally.check(status == 0 and words.count("something else") == 1, "one file by many names is said once", words)
    tally.equal(place.strays().count(3.5), 1, "and strays once")
    tally.equal(place.cells("Log", "hours"), [2.5, 1], "what stands in the place stays")
    made = contents(place.tracker)
    status, words = place.build("--tracker", copy)
    tally.check(status == 0 and contents(place.tracker) == made, "the same once more changes nothing", words)


def check_given(tally, place):
    """Another tracker, made when the roadmap ticked a task: that tick is not the learner's."""
    place.roadmap(KITES.replace("[ ] Sew", "[x] Sew"))
    place.build()
    shutil.move(place.tracker, place.path("ticked.xlsx"))
    place.roadmap(KITES)
    place.build()
    status, words = place.build("--tracker", place.path("ticked.xlsx"))
    tally.check(status == 0 and "☑" not in place.cells("Tasks", "done"), "a tick of the roadmap's is not taken over", words)


def check_unchanged(tally, place):
    """What found no place is there, and the next build changes no byte."""
    place.build()
    book = opened(place.tracker)
    tasks, of = book["Tasks"], roles_of(book["Tasks"])
    for row in range(5, 9):
        tasks.cell(row, of["notes"]).value = "a note\nof two lines, " + "and a long one " * 12
        tasks.cell(row, of["done"]).value = "x"
        tasks.cell(row, of["done-on"]).value = "2026-01-06"
    tasks.cell(5, of["notes"]).value = "=1+1"
    tasks.cell(4, tasks.max_column + 1).value = "Mood"
    for row, value in enumerate((0.25, True, "#N/A", "fine"), 5):
        tasks.cell(row, tasks.max_column).value = value
        tasks.cell(row, tasks.max_column).number_format = "0.0%"
    book.save(place.tracker)
    place.roadmap(KITES.replace("- [ ] Bridle a kite\n- [ ] Sew a tail", "- [ ] Carry it uphill and run down again")
                  .replace("- **Wind** (Weeks 1-4): light, then strong\n", "").replace("Lift", "Drag of the line"))
    status, words = place.build()
    tally.check(status == 0 and len(place.strays()) >= 9, "what has no place any more is kept", words)
    made, kept = contents(place.tracker), contents(place.tracker + ".bak")
    for today in ("2026-01-07", "2026-01-08", "2026-02-20"):
        status, words = place.build(today=today)
        tally.check(status == 0 and contents(place.tracker) == made, f"on {today} nothing changed: no byte does", words)
        tally.check(place.backups() == ["plan.xlsx.bak"] and contents(place.tracker + ".bak") == kept,
                    f"on {today} what was kept stays")


def check_backups(tally, place):
    def live(name, hours, expected):
        for number, pace in enumerate(hours):
            place.log({number: 1 + number})
            status, words = place.build("--hours", str(pace))
            tally.check(status == 0, f"{name}: build {number}", words)
        tally.equal(place.backups(), [f"plan.xlsx.bak{end}" for end in expected], name)

    place.build()
    live("one backup", (3, 4, 2, 3), [""])
    with open(place.tracker + ".bak", "w", encoding="utf-8") as file:
        file.write("my own list")
    live("one backup beside somebody's own", (3, 4, 2, 3), ["", ".2"])
    tally.check(contents(place.tracker + ".bak") == b"my own list", "which stays")
    last = contents(place.tracker + ".bak.2")
    other = other_plan(Place(tempfile.mkdtemp(dir=place.folder)))
    shutil.copy(other, place.tracker)
    status, words = place.build("--force")
    tally.check(status == 0 and contents(place.tracker + ".bak.3") == contents(other), "another plan's is kept", words)
    live("what another plan's was put over stays", (3, 4, 2, 3), ["", ".2", ".3", ".4"])
    tally.check(contents(place.tracker + ".bak.2") == last, "with all that stands in it")
    os.unlink(place.tracker)
    place.build()
    live("what a lost tracker left stays", (3, 4, 2), ["", ".2", ".3", ".4", ".5"])


def main():
    tally = Tally()
    for check in (check_right_one, check_twice, check_given, check_unchanged, check_backups):
        with tempfile.TemporaryDirectory() as folder:
            check(tally, Place(folder))
    return tally.close()


sys.exit(main())
