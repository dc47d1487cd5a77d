#!/usr/bin/python3
"""A second build, over files that hold entries, in which one call to the system goes wrong: each
write, read, lseek, fsync, rename, link and close fails once; the build is killed or interrupted at
every tenth call; the disk is full, the folder read-only. Whatever happens each file is the old or
the new one, whole; with exit status 0 all are the new ones; and the next build makes all of them and
leaves nothing else behind.

    build_faults.py [all] [K/N] [SYSCALL...]

With "all" each single call; with K/N only every Nth of the trials, from the Kth on, so that a long
walk can be taken in shares.
Plain builds only.
"""
import collections
import concurrent.futures
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

import openpyxl
import pikepdf

from support.program import PROGRAM
from support.tally import Tally

FAILING = {"write": "ENOSPC", "pwrite64": "ENOSPC", "read": "EIO", "pread64": "EIO", "lseek": "EIO",
           "fsync": "EIO", "rename": "EIO", "linkat": "EIO", "close": "EIO", "openat": "EMFILE",
           "mkdir": "ENOSPC", "unlink": "EIO", "unlinkat": "EIO", "rmdir": "EIO", "newfstatat": "EIO",
           "fchmod": "EIO", "faccessat2": "EIO", "access": "EIO", "readlink": "EIO", "getdents64": "EIO",
           "flock": "ENOLCK", "fcntl": "EMFILE", "dup": "EMFILE", "dup2": "EMFILE", "getrandom": "ENOSYS",
           "mmap": "ENOMEM", "pipe2": "EMFILE", "clone": "EAGAIN", "wait4": "ECHILD",
           "setitimer": "EPERM", "prctl": "EPERM", "prlimit64": "EPERM"}
BREAKING = ("write", "read", "lseek", "openat", "close", "fsync", "rename", "linkat", "newfstatat")
PATIENCE = 180  # seconds; a build takes one
WALK = 4  # places a kind of call; with the word "all" each of them
ENDINGS = ("pdf", "ics", "xlsx")
FIRST = ("--today", "2026-01-05", "--start", "2026-01-05", "--hours", "3", "-z", "UTC", "--fillable")
SECOND = ("--today", "2026-02-16", "--hours", "4")
ROADMAP = """# Bookbinding (12 weeks, 3-6 hours/week)
## Phase 1: Paper (Weeks 1-6)
### Tasks
- **Folds** (Week 1): fold a section, then four
- **Stitches** (Weeks 2-4): sew on tapes
### Exit checklist
- [ ] Fold without a ruler
## Phase 2: Boards (Weeks 7-12)
### Tasks
- **Case** (Weeks 7-9): cut and cover
### Milestones
- **First book** (Week 12)
"""


def read(path):
    """The bytes of a file; of a folder nothing."""
    if os.path.isdir(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def contents(folder):
    """The bytes of what stands in it, by name; without the roadmap."""
    return {name: read(os.path.join(folder, name)) for name in os.listdir(folder) if name != "plan.md"}


def command(folder, *settings):
    return [PROGRAM, "build", os.path.join(folder, "plan.md"), "-q", *settings]


def fill_in(path):
    """What a learner does at the kitchen table: hours, ticks, notes, a row of one's own."""
    book = openpyxl.load_workbook(path)
    log, tasks = book["Log"], book["Tasks"]
    heads = {cell.value: cell.column for cell in log[4]}
    for row in range(5, 11):
        log.cell(row, heads["Hours"]).value = 1.25
        log.cell(row, heads["Notes"]).value = f"note {row}"
    done = {cell.value: cell.column for cell in tasks[4]}["Done"]
    tasks.cell(5, done).value = "x"
    book.save(path)


def fill_in_book(path):
    """The first place to write in and the first box of the book, which the next one takes over."""
    with pikepdf.open(path, allow_overwriting_input=True) as book:
        kinds = set()
        for field in book.Root.AcroForm.Fields:
            if "/FT" in field and field.FT not in kinds:
                kinds.add(str(field.FT))
                field.V = pikepdf.Name.Yes if field.FT == "/Btn" else pikepdf.String("learnt a knot")
        book.save()


def filled_in(path):
    """What the book's fields say, but for empty ones."""
    with pikepdf.open(path) as book:
        return {str(field.get("/V", "")) for field in book.Root.AcroForm.Fields} - {"", "/Off"}


def entries(path):
    """Everything in the Log that a learner typed, as a multiset."""
    log = openpyxl.load_workbook(path, data_only=True)["Log"]
    heads = {cell.value: cell.column - 1 for cell in log[4]}
    return collections.Counter((row[heads["Hours"]], row[heads["Notes"]])
                               for row in log.iter_rows(min_row=5, values_only=True)
                               if row[heads["Hours"]] is not None or row[heads["Notes"]])


def shown(path):
    """All that a tracker's sheets show, and the pages that it remembers; without the file it was made from."""
    book = openpyxl.load_workbook(path)
    cells = {}
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None and (sheet.sheet_state == "visible" or "page-line" in str(sheet.cell(3, cell.column).value)):
                    cells[sheet.title, cell.coordinate] = cell.value
    return cells


class Faults:
    def __init__(self, tally, work, every, share):
        self.tally, self.work, self.all, self.share = tally, work, every, share
        self.whole_shown = None
        self.known = {}  # what the next build made of a folder, by what stood in it
        self.old = os.path.join(work, "old")
        os.mkdir(self.old)
        with open(os.path.join(self.old, "plan.md"), "w", encoding="utf-8") as file:
            file.write(ROADMAP)
        subprocess.run(command(self.old, *FIRST), check=True)
        fill_in(os.path.join(self.old, "plan.xlsx"))
        fill_in_book(os.path.join(self.old, "plan.pdf"))
        self.before = contents(self.old)
        self.whole = os.path.join(work, "whole")
        shutil.copytree(self.old, self.whole)
        done = subprocess.run(command(self.whole, *SECOND), capture_output=True, text=True)
        self.after = contents(self.whole)
        self.alone = self.tracker_alone()
        tally.check(done.returncode == 0, "a build in which nothing fails", done.stderr)
        for ending in ENDINGS:
            tally.check(self.after[f"plan.{ending}"] != self.before[f"plan.{ending}"],
                        f"the second build makes another plan.{ending}")
        tally.check(filled_in(os.path.join(self.whole, "plan.pdf")) == {"learnt a knot", "/Yes"},
                    "what was filled in in the book is in the new one")
        tally.check(entries(os.path.join(self.whole, "plan.xlsx")) == entries(os.path.join(self.old, "plan.xlsx")),
                    "every entry is in the new tracker")

    def tracker_alone(self):
        """The new tracker where the book has to stay: it tells what that one printed."""
        folder = os.path.join(self.work, "alone")
        shutil.copytree(self.old, folder)
        with open(os.path.join(folder, "plan.pdf"), "w") as file:
            file.write("no book")
        done = subprocess.run(command(folder, *SECOND), capture_output=True, text=True)
        self.tally.check(done.returncode == 3, "a book that can't be read stays", done.stderr)
        tracker = read(os.path.join(folder, "plan.xlsx"))
        shutil.rmtree(folder)
        return tracker

    def count(self):
        """How often each kind of call is made."""
        folder = os.path.join(self.work, "count")
        shutil.copytree(self.old, folder)
        traced = subprocess.run(["strace", "-f", "-o", "/dev/stdout", *command(folder, *SECOND)],
                                capture_output=True, text=True, errors="replace").stdout
        shutil.rmtree(folder)
        return collections.Counter(re.findall(r"^\d+\s+(\w+)\(", traced, re.M))

    def judge(self, folder, status, case, words):
        """Old or new, whole; and what the next build makes of it."""
        have = contents(folder)
        for ending in ENDINGS:
            name = f"plan.{ending}"
            good = (self.after[name],) if status == 0 else (self.before[name], self.after[name])
            if status != 0 and ending == "xlsx" and have.get("plan.pdf") == self.before["plan.pdf"]:
                good += (self.alone,)
            if have.get(name) not in good:
                return f"exit status {status}, and {name} is neither old nor new: {words}"
        # The loader ends with 127 or by a crash; what fails to be written may be the word itself.
        wordless = status == 127 or case[1] in ("KILL", "INT") or case[::2] == ("mmap", 1) or case[0] == "write"
        if status != 0 and "error" not in words and not wordless:
            return f"exit status {status} without a word"
        key = frozenset(have.items())
        if key not in self.known:
            self.known[key] = self.judge_next(folder, have.get("plan.xlsx") == self.alone)
        return self.known[key]

    def judge_next(self, folder, alone):
        """What is wrong with the build after one that went wrong; ALONE: it had made the tracker beside an old book."""
        done = subprocess.run(command(folder, *SECOND), capture_output=True, text=True)
        if done.returncode != 0:
            return f"the next build: exit status {done.returncode}: {done.stderr}"
        have = contents(folder)
        for ending in ENDINGS:
            same = have[f"plan.{ending}"] == self.after[f"plan.{ending}"]
            # One that was made in two goes names another file that it was made from.
            if ending == "xlsx" and alone and not same:
                self.whole_shown = self.whole_shown or shown(os.path.join(self.whole, "plan.xlsx"))
                same = shown(os.path.join(folder, "plan.xlsx")) == self.whole_shown
            if not same:
                return f"the next build makes another plan.{ending}"
        left = {name for name in have if name not in self.after and not re.fullmatch(r"plan\.\w+\.bak(\.\d+)?", name)}
        return f"left behind after the next build: {left}" if left else None

    def one(self, case):
        """A build in which call number CASE[2] of the kind CASE[0] goes wrong."""
        call, what, number = case
        with tempfile.TemporaryDirectory(dir=self.work) as work:
            folder = os.path.join(work, "run")
            shutil.copytree(self.old, folder)
            inject = f"inject={call}:" + (f"signal={what}" if what in ("KILL", "INT") else f"error={what}")
            build = subprocess.Popen(["strace", "--seccomp-bpf", "-f", "-o", "/dev/null", "-e", f"trace={call}",
                                      "-e", f"{inject}:when={number}", *command(folder, *SECOND)],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace",
                                     start_new_session=True)
            try:
                _, said = build.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(build.pid, signal.SIGKILL)
                build.communicate()
                return case, "it hangs"
            return case, self.judge(folder, build.returncode, case, said)

    def walk(self, kinds):
        made, cases = self.count(), []
        for call in kinds:
            step = 1 if self.all else max(1, made[call] // WALK)
            if call in FAILING:
                cases += [(call, FAILING[call], n) for n in range(1, made[call] + 1, step)]
            if call in BREAKING:
                step = 10 if self.all else max(10, made[call] // 2)
                cases += [(call, what, n) for what in ("KILL", "INT") for n in range(1, made[call] + 1, step)]
        kth, shares = self.share
        walked, found = collections.Counter(), collections.Counter()
        with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
            for (call, what, number), wrong in pool.map(self.one, cases[kth - 1::shares]):
                self.tally.check(not wrong, f"{call} number {number}: {what}", wrong or "")
                walked[call, what] += 1
                found[call, what] += bool(wrong)
        for (call, what), count in walked.items():
            print(f"{call} {what}: {count} builds of {made[call]} calls, {found[call, what]} findings")

    def full_disk(self):
        """No file may grow: as a disk that is full, seen by every part of the program."""
        folder = os.path.join(self.work, "full")
        shutil.copytree(self.old, folder)
        done = subprocess.run(["sh", "-c", 'ulimit -f 8; exec "$@"', "sh", *command(folder, *SECOND)],
                              capture_output=True, text=True)
        self.tally.check(done.returncode == 3, "files of 4 KB at most", f"exit status {done.returncode}: {done.stderr}")
        wrong = self.judge(folder, done.returncode, ("", "", 0), done.stderr)
        self.tally.check(not wrong, "files of 4 KB at most", wrong or "")

    def on_small_disk(self, name, kilobytes, setting):
        """A build with a disk of so many kilobytes: TMPDIR, or the folder that it writes to."""
        folder, disk = os.path.join(self.work, name), os.path.join(self.work, name + "-disk")
        shutil.copytree(self.old, folder)
        os.mkdir(disk)
        place = disk if setting == "folder" else folder
        script = """mount -t tmpfs -o size="$1"k none "$2" || exit 77
            disk=$2 folder=$3 place=$4; shift 4
            [ "$place" = "$folder" ] || cp "$folder"/* "$disk"
            TMPDIR=$disk "$@"; status=$?
            [ "$place" = "$folder" ] || { rm -r "$folder"/* && cp -a "$disk"/. "$folder"; }
            exit $status"""
        done = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", str(kilobytes), disk, folder, place,
                               *command(place, *SECOND)], capture_output=True, text=True)
        return folder, done

    def full_disks(self):
        """Disks on which first the old files alone have room, then more and more of the new ones."""
        least = sum(-(-len(data) // 4096) * 4 for data in self.before.values()) + 8
        most = least + sum(-(-len(data) // 4096) * 4 for data in self.after.values()) + 64
        step = 4 if self.all else max(4, (most - least) // 8)
        for kilobytes, setting in [(4, "temporary"), *((size, "folder") for size in range(least, most, step))]:
            name = f"{setting}-{kilobytes}"
            folder, done = self.on_small_disk(name, kilobytes, setting)
            if done.returncode == 77:
                print("no small disk can be had here")
                self.tally.skipped += 1
                return
            wrong = self.judge(folder, done.returncode, ("", "", 0), done.stderr)
            self.tally.check(not wrong, f"a {setting} disk of {kilobytes} KB", wrong or "")
            shutil.rmtree(folder)

    def read_only(self):
        """Root may write anywhere, so where a test is root's the build is nobody's."""
        folder = os.path.join(self.work, "locked")
        shutil.copytree(self.old, folder)
        os.chmod(self.work, 0o755)
        os.chmod(folder, 0o555)
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
        done = subprocess.run([*nobody, *command(folder, *SECOND)], capture_output=True, text=True)
        os.chmod(folder, 0o755)
        self.tally.check(done.returncode == 3, "a read-only folder", f"exit status {done.returncode}: {done.stderr}")
        self.tally.check(contents(folder) == self.before, "a read-only folder holds what it held")


def main():
    tally = Tally()
    if subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True).returncode != 0:
        print("strace cannot trace here")
        return 77
    with tempfile.TemporaryDirectory(prefix="roadbook-faults-") as work:
        words = sys.argv[1:]
        share = next((word for word in words if "/" in word), "1/1")
        kinds = [word for word in words if word not in ("all", share)]
        faults = Faults(tally, work, "all" in words, tuple(map(int, share.split("/"))))
        faults.walk(kinds or sorted(FAILING | dict.fromkeys(BREAKING)))
        faults.full_disk()
        faults.full_disks()
        faults.read_only()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
