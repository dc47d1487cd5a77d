#!/usr/bin/python3
"""A book is printed, life goes on, and `build --since` makes the pages to put into it. By pictures of all
pages: with those taken out that the build says, and the insert's put in at their numbers, the printed
book is the new one; and no sheet is in the insert on which nothing changed.
Plain builds only.
Has longer walks.
"""
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

try:
    from pypdf import PdfReader
except ImportError:
    print("python3-pypdf is not installed")
    sys.exit(77)

from support.program import LONG, PROGRAM
from support.samples import RUST, WATERCOLOUR
from support.tally import Tally

RESOLUTION = "40"
# Roadmap, of which build; the next build's day and options; whether pages are the two sides of a sheet.
CASES = {
    "replanned": (WATERCOLOUR[0], [], "2026-02-10", ["--hours", "5", "--replan"], True),
    "fewer hours, longer": (WATERCOLOUR[0], [], "2026-02-10", ["--hours", "3"], True),
    "a tablet": (WATERCOLOUR[0], ["-t", "eink"], "2026-02-10", ["--hours", "9"], False),
    "small paper": (WATERCOLOUR[0], ["--paper", "a5"], "2026-02-10", ["--hours", "9"], True),
    "two weeks a page": (WATERCOLOUR[0], ["-t", "compact"], "2026-02-10", ["--hours", "9"], True),
    "an archive": (WATERCOLOUR[0], ["--pdfa"], "2026-02-10", ["--hours", "9"], True),
}
LONG_CASES = {
    "ten hours in week 12": (RUST[0], [], "2026-03-29", ["--hours", "10"], True),
    "replanned in week 12": (RUST[0], [], "2026-03-29", ["--replan"], True),
}


def build(folder, roadmap, today, *options):
    return subprocess.run([PROGRAM, "build", os.path.join(folder, roadmap), "--today", today, *options],
                          capture_output=True, text=True)


def pictures(path):
    """A digest of each page as it is seen, in order."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", RESOLUTION, path, os.path.join(folder, "page")], check=True)
        seen = []
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                seen.append(hashlib.sha1(file.read()).hexdigest())
        return seen


def numbers(words):
    """Of "pages 3-16, 33-268 and 271": each page's."""
    found = set()
    for first, last in re.findall(r"(\d+)(?:-(\d+))?", words):
        found |= set(range(int(first), int(last or first) + 1))
    return found


def told(said, verb):
    match = re.search(rf"{verb} (pages? [\d, and-]*\d)", said)
    return numbers(match[1]) if match else set()


def links_lead_somewhere(reader):
    """All that links of the insert lead to is a page of it."""
    pages = {page.indirect_reference.idnum for page in reader.pages}
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            target = annotation.get_object().get("/Dest")
            if target is not None and target.get_object()[0].indirect_reference.idnum not in pages:
                return False
    return True


def check_case(tally, name, case):
    roadmap, first, today, then, duplex = case
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(roadmap, folder)
        roadmap = os.path.basename(roadmap)
        stem = os.path.join(folder, roadmap[:-len(".md")])
        build(folder, roadmap, "2026-01-05", "--start", "2026-01-05", "-z", "UTC", "--hours", "5", *first)
        shutil.copy(stem + ".pdf", folder + "/printed.pdf")
        done = build(folder, roadmap, today, *then, "--since", folder + "/printed.pdf")
        if not tally.check(done.returncode == 0, f"{name}: it is not built", done.stderr):
            return
        check_exchange(tally, name, folder + "/printed.pdf", stem, done.stdout, duplex)
        # As it is now printed, it is the new one.
        shutil.copy(stem + ".pdf", folder + "/printed.pdf")
        os.remove(stem + "-insert.pdf")
        done = build(folder, roadmap, today, *then, "--since", folder + "/printed.pdf")
        tally.check("o page to print again\n" in done.stdout, f"{name}: nothing changed", done.stdout)
        tally.check(not os.path.exists(stem + "-insert.pdf"), f"{name}: an insert of nothing")


def check_exchange(tally, name, printed, stem, said, duplex):
    old, new, insert = (pictures(path) for path in (printed, stem + ".pdf", stem + "-insert.pdf"))
    replaced, added, removed = told(said, "replaces"), told(said, "adds"), told(said, "take out")
    reader = PdfReader(stem + "-insert.pdf")
    labels = [int(label) for label in reader.page_labels]
    tally.check(labels == sorted(set(labels)), f"{name}: labels of the insert", str(labels))
    tally.equal(len(labels), len(insert), f"{name}: labels for each page")
    tally.equal(set(labels), {page for page in replaced | added if page <= len(new)},
                f"{name}: pages of the insert")
    tally.check(f"-insert.pdf, {len(insert)} page" in said, f"{name}: how many pages there are", said)
    book = {page: seen for page, seen in enumerate(old, 1) if page not in replaced | removed}
    kept = len(book)
    book.update(zip(labels, insert))
    tally.equal(book, dict(enumerate(new, 1)), f"{name}: printed and put in")
    tally.check(kept > 0 and insert, f"{name}: {kept} pages are kept, {len(insert)} put in")
    for page in labels:
        sides = ((page - 1) // 2 * 2 + 1, (page - 1) // 2 * 2 + 2) if duplex else (page,)
        tally.check(any(old[side - 1:side] != new[side - 1:side] for side in sides),
                    f"{name}: page {page} is put in, and nothing changed on its sheet")
    tally.check(links_lead_somewhere(reader), f"{name}: a link leads out of the insert")
    checked = subprocess.run(["qpdf", "--check", stem + "-insert.pdf"], capture_output=True, text=True)
    tally.check(checked.returncode == 0, f"{name}: qpdf finds fault", checked.stdout + checked.stderr)


def check_refusals(tally):
    """What is no printed book of the plan's is told, and nothing is made."""
    with tempfile.TemporaryDirectory() as folder:
        for sample in (RUST, WATERCOLOUR):
            shutil.copy(sample[0], folder)
        book = folder + "/book.pdf"
        build(folder, "rust-systems.md", "2026-01-05", "-z", "UTC", "--hours", "5")
        build(folder, "watercolour-12-weeks.md", "2026-01-05", "-z", "UTC", "--hours", "5")
        shutil.copy(folder + "/watercolour-12-weeks.pdf", book)
        with open(folder + "/none.pdf", "w", encoding="utf-8") as file:
            file.write("%PDF-1.4\nno book\n")
        for options, status, words in (
                (["--since", folder + "/none.pdf"], 3, "cannot be read as a PDF"),
                (["--since", folder + "/missing.pdf"], 3, "cannot read"),
                (["--since", book, "--only", "ics"], 2, "--only leaves out"),
                (["--since", book, "--weeks", "2..3"], 2, "build without --weeks"),
                (["--since", book, "--fillable"], 2, "build without --fillable")):
            before = sorted(os.listdir(folder))
            done = build(folder, "watercolour-12-weeks.md", "2026-02-10", "--hours", "9", *options)
            tally.equal(done.returncode, status, f"{options[2:] or options}: exit status")
            tally.check(words in done.stderr, f"{options}: what is said", done.stderr)
            tally.equal(sorted(os.listdir(folder)), before, f"{options}: files")
        done = build(folder, "watercolour-12-weeks.md", "2026-02-10", "--hours", "9", "--since",
                     folder + "/rust-systems.pdf")
        tally.check("workbook of another plan" in done.stderr, "another plan's book", done.stderr)
        insert = folder + "/watercolour-12-weeks-insert.pdf"
        for since in (book, insert):
            done = build(folder, "watercolour-12-weeks.md", "2026-02-10", "--hours", "9", "--since", since)
        tally.check("only some of a workbook's pages" in done.stderr, "an insert as the book", done.stderr)


def main():
    tally = Tally()
    for name, case in (LONG_CASES if LONG else CASES).items():
        check_case(tally, name, case)
    if not LONG:
        check_refusals(tally)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
