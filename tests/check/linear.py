#!/usr/bin/python3
"""Reading takes time that grows in a straight line: the long sample ten times as often, many times
over, takes at most 15 times as long (10, and room for noise), and twice as many <details> at most
2.5 times as long. All figures are shown.
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
DETAILS = 40000
MOST_DOUBLED = 2.5


def seconds(path):
    """Processor time of `show --json`, which reads, dates and prints all of it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([PROGRAM, "show", path, "--json", "--quiet", "--start", "2026-01-05",
                    "--timezone", "UTC"], stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(folder, text, runs):
    path = os.path.join(folder, "long.md")
    with open(path, "wb") as file:
        file.write(text)
    best = min(seconds(path) for _ in range(runs))
    print(f"{os.path.getsize(path) / 1e6:.2f} MB in {best:.2f} s")
    return best


def details(count):
    """Weeks 1-50 again and again, each folded away, below no heading but the title."""
    return b"# Plan (50 weeks)\n\n" + b"".join(
        b"<details>\n<summary>Week %d: topic</summary>\n\n- item\n\n</details>\n\n"
        % (number % 50 + 1) for number in range(count))


def main():
    with open(PROGRAM, "rb") as file:
        slow = file.read(2) == b"#!"  # behind valgrind
    with open(SAMPLE, "rb") as file:
        sample = file.read()
    runs, fewer = (1, 10) if slow else (3, 1)
    with tempfile.TemporaryDirectory() as folder:
        small = measure(folder, sample * (20 // fewer), runs)
        large = measure(folder, sample * (200 // fewer), 1)
        some = measure(folder, details(DETAILS // fewer), runs)
        twice = measure(folder, details(DETAILS // fewer * 2), runs)
    print(f"{large / small:.1f} times as long for 10 times as much")
    print(f"{twice / some:.1f} times as long for twice as many <details>")
    return 0 if large < MOST * small and twice < MOST_DOUBLED * some else 1


if __name__ == "__main__":
    sys.exit(main())
