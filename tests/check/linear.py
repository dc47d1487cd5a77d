#!/usr/bin/python3
"""Reading takes time that grows in a straight line: the long sample ten times as often, many times
over, takes at most 15 times as long (10, and room for noise). Both figures are shown.
Plain builds only.
"""
import os
import resource
import subprocess
import sys
import tempfile

PROGRAM = os.environ.get("ROADBOOK", "build/roadbook")
SAMPLE = "samples/rust-systems.md"
MOST = 15


def seconds(path):
    """Processor time of `show --json`, which reads, dates and prints all of it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([PROGRAM, "show", path, "--json", "--quiet", "--start", "2026-01-05",
                    "--timezone", "UTC"], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(folder, times, runs):
    path = os.path.join(folder, "long.md")
    with open(SAMPLE, "rb") as sample, open(path, "wb") as file:
        file.write(sample.read() * times)
    best = min(seconds(path) for _ in range(runs))
    print(f"{os.path.getsize(path) / 1e6:.2f} MB in {best:.2f} s")
    return best


def main():
    with open(PROGRAM, "rb") as file:
        slow = file.read(2) == b"#!"  # behind valgrind
    with tempfile.TemporaryDirectory() as folder:
        small = measure(folder, 2 if slow else 20, 1 if slow else 3)
        large = measure(folder, 20 if slow else 200, 1)
    print(f"{large / small:.1f} times as long for 10 times as much")
    return 0 if large < MOST * small else 1


if __name__ == "__main__":
    sys.exit(main())
