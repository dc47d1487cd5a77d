#!/usr/bin/python3
"""A tracker is written whole or not at all: one call that writes fails in each of many builds, on a
fresh folder and over an old tracker, and from one call on all of them. The exit status is not 0, or
the tracker has the bytes that it should have; the old one stands or is replaced; and nothing is left
beside it. A build that was killed leaves a folder; the next one clears it away.
Plain builds only.
Has longer walks.
"""
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from support.program import LONG, PROGRAM
from support.tally import Tally

ROADMAP = "samples/watercolour-12-weeks.md"
WALK = 150 if LONG else 45  # builds a walk
NAME = "plan.xlsx"


def build(roadmap, folder, *settings, **environment):
    """The exit status of a build of the tracker, and what it said."""
    done = subprocess.run([PROGRAM, "build", roadmap, "-q", "-o", folder, "--only", "xlsx", "-z", "UTC",
                           "--start", "2026-01-05", "--today", "2026-01-05", *settings],
                          capture_output=True, text=True, env={**os.environ, **environment})
    return done.returncode, done.stderr


def content(path):
    if not os.path.exists(path):
        return None
    with open(path, "rb") as file:
        return file.read()


class Walk:
    """Builds with faults, in a folder of their own."""

    def __init__(self, tally, work):
        self.tally, self.work = tally, work
        self.roadmap = os.path.join(work, "plan.md")
        self.folder = os.path.join(work, "out")
        shutil.copy(ROADMAP, self.roadmap)
        self.shim = os.path.join(work, "faults.so")
        subprocess.run(["cc", "-D_GNU_SOURCE", "-O1", "-shared", "-fPIC", "-o", self.shim,
                        "tests/support/faults.c", "-ldl"], check=True)

    def made(self, *settings, old=None):
        """The bytes of the tracker where nothing fails; made over an OLD one, which it remembers."""
        folder = os.path.join(self.work, "whole")
        os.mkdir(folder)
        if old:
            with open(os.path.join(folder, NAME), "wb") as file:
                file.write(old)
        status, words = build(self.roadmap, folder, *settings)
        self.tally.check(status == 0, "a build without faults", words)
        whole = content(os.path.join(folder, NAME))
        shutil.rmtree(folder)
        return whole

    def calls(self):
        """How many calls write in one build."""
        count = os.path.join(self.work, "count")
        build(self.roadmap, self.folder, LD_PRELOAD=self.shim, FAULT_COUNT=count)
        shutil.rmtree(self.folder)
        return int(content(count))

    def one(self, at, old, whole, settings, **environment):
        """A build whose call number AT fails."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.mkdir(self.folder)
        path = os.path.join(self.folder, NAME)
        if old:
            with open(path, "wb") as file:
                file.write(old)
        status, words = build(self.roadmap, self.folder, *settings, LD_PRELOAD=self.shim,
                              FAULT_AT=str(at), **environment)
        have, names = content(path), set(os.listdir(self.folder)) - {NAME, NAME + ".bak"}
        case = f"call {at} fails{' and all behind it' if environment else ''}, {'an old' if old else 'no'} tracker"
        self.tally.check(status in (0, 3), case, f"exit status {status}: {words}")
        self.tally.check(have == whole or (have == old and status == 3), case,
                         f"exit status {status}, and the tracker is neither the old nor the new")
        self.tally.check(status == 0 or words.count("error: ") == 1, case, f"said: {words}")
        self.tally.check(not names, case, f"left behind: {names}")

    def all(self):
        fresh = self.made("--hours", "5")
        new = self.made("--hours", "6", old=fresh)
        count = self.calls()
        step = max(1, count // WALK)
        # the last calls are roadbook's own: each of them fails
        places = list(range(1, count - 8, step)) + list(range(count - 8, count + 1))
        for at in places:
            self.one(at, None, fresh, ("--hours", "5"))
        for at in places[::3]:
            self.one(at, fresh, new, ("--hours", "6"))
            self.one(at + 1, None, fresh, ("--hours", "5"), FAULT_ON="1")
        print(f"{count} calls write; {len(places)} of them failed")

    def killed(self):
        """Killed at any time, and the next build leaves nothing of it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        left = 0
        for number in range(12):
            process = subprocess.Popen([PROGRAM, "build", self.roadmap, "-q", "-o", self.folder, "--only", "xlsx",
                                        "-z", "UTC", "--today", "2026-01-05"], stderr=subprocess.DEVNULL)
            time.sleep(0.006 * number)
            process.send_signal(signal.SIGKILL)
            process.wait()
            if os.path.isdir(self.folder):
                left += any("scratch" in name for name in os.listdir(self.folder))
            status, words = build(self.roadmap, self.folder, "--hours", str(3 + number))
            self.tally.check(status == 0, "the build after a killed one", words)
            names = [name for name in os.listdir(self.folder) if "scratch" in name]
            self.tally.check(not names, "after a killed build", f"left behind: {names}")
        print(f"{left} killed builds left a folder")

    def elsewhere(self):
        """What roadbook has no need of is none of its troubles: a temporary folder that is full."""
        whole = self.made("--hours", "5")
        status, words = build(self.roadmap, self.folder + "-tmp", "--hours", "5", TMPDIR="/nowhere")
        self.tally.check(status == 0 and content(os.path.join(self.folder + "-tmp", NAME)) == whole,
                         "no folder for temporary files", words)


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="roadbook-faults-") as work:
        walk = Walk(tally, work)
        walk.all()
        walk.killed()
        walk.elsewhere()
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
