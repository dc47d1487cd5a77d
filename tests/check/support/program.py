"""Runs roadbook. What several checks look at is built once: tests/run gives them a common folder."""
import fcntl
import functools
import hashlib
import json
import os
import subprocess
import tempfile

PROGRAM = os.environ.get("ROADBOOK", "build/roadbook")
LONG = bool(os.environ.get("ROADBOOK_LONG"))  # then what the short walk of `make test` leaves out
PAPER_NAMES = ("a4", "letter", "a5", "legal", "remarkable", "supernote", "scribe", "ipad")
ENDINGS = ("pdf", "ics", "xlsx")

if os.environ.get("ROADBOOK_SAMPLES"):
    _samples = os.environ["ROADBOOK_SAMPLES"]
else:
    _own = tempfile.TemporaryDirectory(prefix="roadbook-samples-")
    _samples = _own.name


def run(*arguments):
    """What roadbook prints; an exception where its exit status is not 0."""
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=True).stdout


@functools.lru_cache(maxsize=None)
def plan_of(roadmap, *settings):
    """The plan of `show --json`."""
    return json.loads(run("show", "--json", roadmap, "-q", *settings))


def built(roadmap, *settings):
    """The folder that holds what `build ROADMAP SETTINGS` makes; whoever asks first has it built.
    Nothing in it may be changed."""
    with open(roadmap, "rb") as file:
        name = hashlib.sha1(repr((roadmap, settings)).encode() + file.read()).hexdigest()
    folder = os.path.join(_samples, name)
    with open(folder + ".lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not os.path.isdir(folder):
            run("build", roadmap, "-q", "-o", folder + ".new", *settings)
            os.rename(folder + ".new", folder)
    return folder


def built_file(ending, roadmap, *settings):
    """The path of its NAME.pdf, .ics or .xlsx."""
    stem = os.path.splitext(os.path.basename(roadmap))[0]
    return os.path.join(built(roadmap, *settings), f"{stem}.{ending}")
