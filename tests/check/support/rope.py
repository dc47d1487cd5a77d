"""A small plan whose tracker several checks write in: how it reads, and how it is built."""
import os
import subprocess

from support.program import PROGRAM

ROADMAP = """# Ropework (8 weeks, 2-4 hours/week)

## Phase 1: Knots (Weeks 1-4)

### Topics

- **Bowline** (Weeks 1-2): around a post, around yourself
- **=SUM(A1)** (Weeks 3-4): a title that looks like a formula

### Reading List

- [All about Bends](https://example.org/bends)

## Phase 2: Splices (Weeks 5-8)

### Projects

- **Eye splice** (Weeks 5-8): three strands
"""


def build(folder, *options):
    result = subprocess.run(
        [PROGRAM, "build", os.path.join(folder, "rope.md"),
         "-o", folder, "--only", "xlsx", "--start", "2026-01-05", "-z", "Europe/Berlin", *options],
        capture_output=True, text=True)
    return result.returncode, result.stderr


def contents(path):
    with open(path, "rb") as file:
        return file.read()
