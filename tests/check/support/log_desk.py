"""A desk with the rope's roadmap on it, at which a learner types commands."""
import os
import subprocess

from support.program import PROGRAM
from support.rope import ROADMAP, contents
from support.tracker import opened, rows_of

NAMES = ("rope.pdf", "rope.ics", "rope.xlsx")


class Desk:
    def __init__(self, folder, tally):
        self.folder, self.tally = folder, tally
        self.write(ROADMAP)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, roadmap):
        with open(self.path("rope.md"), "w", encoding="utf-8") as file:
            file.write(roadmap)

    def run(self, today, command, *arguments):
        result = subprocess.run([PROGRAM, command, "rope.md", *arguments, "--today", today], cwd=self.folder,
                                capture_output=True, text=True)
        return result.returncode, result.stdout, result.stderr

    def files(self):
        return {name: contents(self.path(name)) for name in sorted(os.listdir(self.folder))
                if os.path.isfile(self.path(name))}

    def says(self, today, words, command, *arguments):
        """The command does it, and says all of WORDS, a line or a part of one each."""
        status, said, wrong = self.run(today, command, *arguments)
        self.tally.equal((status, wrong), (0, ""), f"{command} {arguments}")
        for word in words:
            self.tally.check(word in said, f"{command} {arguments} does not say {word!r}", said)

    def refuses(self, today, status, words, *arguments, words_alone=False):
        """`log` says WORDS, and no file changes."""
        before = self.files()
        have, said, wrong = self.run(today, "log", *arguments)
        self.tally.equal((have, said), (status, ""), f"log {arguments}")
        for word in (words,) if words_alone else (words, "nothing was written"):
            self.tally.check(word in wrong, f"log {arguments} does not say {word!r}", wrong)
        self.tally.equal(self.files(), before, f"files after log {arguments}")

    def log(self):
        """{date: [(hours, category, task, notes)]} of the rows with hours."""
        found = {}
        for row in rows_of(opened(self.path("rope.xlsx"))["Log"], "hours"):
            found.setdefault(row["date"].date().isoformat(), []).append(
                (round(row["hours"], 4), row["category"], row["task"], row["notes"]))
        return found

    def ticked(self):
        """{title: (sign, day)} of the tasks that are done."""
        return {row["task"]: row["done-on"].date().isoformat()
                for row in rows_of(opened(self.path("rope.xlsx"))["Tasks"], "task") if row["done"] == "☑"}

    def sessions(self):
        """(date, category, task) of those planned, in order."""
        return [(row["date"].date().isoformat(), row["category"], row["task"])
                for row in rows_of(opened(self.path("rope.xlsx"))["Log"], "id")]
