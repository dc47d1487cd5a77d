#!/usr/bin/python3
"""Walks every page of many workbooks, and looks at what poppler sees of them.

No two texts overlap, none leaves the page or the type area (but for foot and thumb tab), none is
clipped: all of the roadmap is there; and no page but the notes' is under a quarter used, rules to
write on being used too. The books, 56 on the long walk: the samples and documents made here (463 checks; titles of 200
letters; nine phases; no phase at all; days), in every template, on every paper, at 5 and 10 hours.

    pages.py [-v] [ROADMAP.md...]    only these roadmaps, each in every template, at 5 and 10 hours
Plain builds only.
Has longer walks.
"""
import concurrent.futures
import os
import re
import statistics
import subprocess
import sys
import tempfile

from support.book import TAB, Word, read_words
from support.program import LONG, PAPER_NAMES as PAPERS, plan_of, run

SAMPLES = ["samples/rust-systems.md", "samples/watercolour-12-weeks.md"]
TEMPLATES = ["classic", "plain", "eink", "compact"]
COMMON = ["--start", "2026-01-05", "--timezone", "UTC", "--today", "2026-01-01"]
RESOLUTION = 18
LEAST_USED = 0.25
REACH = 12  # points: so far from ink a page counts as used
BODY = ("keep notes of what was tried", "compare two ways of doing it", "ask somebody to read it",
        "measure before and after", "explain it to a friend", "draw it on one page")


# --- Documents of our own ------------------------------------------------------------------------

def many_checks():
    """463 checkboxes in six phases, sixty of them in one list."""
    lines = ["# Harbour pilot in eighteen months (5-10 hours/week)\n"]
    left = 463
    for phase in range(1, 7):
        lines.append(f"## Phase {phase}: Water number {phase} (Months {3 * phase - 2}-{3 * phase})\n")
        lines.append("### Topics\n")
        lines += [f"- **Current {phase}.{n}**: {BODY[n % 6]}" for n in range(1, 6)]
        lines.append("\n### Exit checklist\n")
        count = 60 if phase == 1 else left // (7 - phase) if phase < 6 else left
        left -= count
        lines += [f"- [{'x' if n % 50 == 0 else ' '}] Check {phase}.{n}: {BODY[n % 6]}, then "
                  f"{BODY[(n + 2) % 6]}" for n in range(count)]
        lines.append("")
    return "\n".join(lines)


def long_titles():
    """Titles of 200 letters, and words that no column is wide enough for."""
    words = "patience weather harbour lantern compass granite meadow orchard " * 4
    title = words[:200].strip()
    wide = "Donaudampfschifffahrtsgesellschaftskapitaenspatentpruefungsordnung" * 2
    return f"""# {title.capitalize()} (12 weeks)

## Phase 1: {title} (Weeks 1-12)

### Topics
**{title}** (Weeks 1-6): {words}
**{wide}** (Weeks 5-12): https://example.org/{'path/' * 40}

### Projects
1. **{title} one** (Weeks 1-4): {words}
2. **{title} two** (Weeks 5-12): {words * 3}

### Reading list
- "{title}" - chapters 1-40
- {wide}

### Exit checklist (Week 12)
- [ ] {title}
- [ ] {words * 3}

## Self-assessment
- {title}?
- {words * 2}?

## Resources
- [{title}](https://example.org/{'a' * 120})
"""


def nine_phases():
    lines = ["# Nine rooms of a house (27 months, 5-10 hours/week)\n"]
    for phase in range(1, 10):
        lines.append(f"## Phase {phase}: Room {phase} (Months {3 * phase - 2}-{3 * phase})\n")
        lines += ["### Goals", f"- Build room {phase} so that it stands", "### Topics",
                  f"**Floors {phase}** (Months {3 * phase - 2}-{3 * phase - 1}): boards, beams",
                  f"**Walls {phase}** (Months {3 * phase - 1}-{3 * phase}): bricks, mortar",
                  "### Projects", f"- **Door {phase}**: a door that closes",
                  "### Exit checklist", f"- [ ] Room {phase} keeps the rain out\n"]
    return "\n".join(lines)


def no_phase():
    return """# Bread in eight weeks

- Week 1: flour and water
- Week 2: a starter that lives
- Weeks 3-5: the first loaves
- Weeks 6-8: rye

Bake on Saturdays. Eat on Sundays.
"""


def days():
    lines = ["# Thirty days of drawing\n"]
    lines += [f"- [ ] Day {n}: {BODY[n % 6]}" for n in range(1, 31)]
    return "\n".join(lines) + "\n"


OWN = {"checks-463": many_checks, "long-titles": long_titles, "nine-phases": nine_phases,
       "no-phase": no_phase, "thirty-days": days}


# --- What a book shows ---------------------------------------------------------------------------

def read_pixels(path, folder):
    """Per page the rows that have ink: a list of booleans."""
    stem = os.path.join(folder, "page")
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-gray", path, stem], check=True)
    pages = []
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".pgm"):
            continue
        with open(os.path.join(folder, name), "rb") as file:
            data = file.read()
        os.unlink(os.path.join(folder, name))
        _, width, height, _ = data.split(None, 4)[:4]
        width, height = int(width), int(height)
        body = data[-width * height:]
        edge = TAB * RESOLUTION // 72 + 2  # the tab alone does not make a page used
        pages.append([min(body[y * width + edge:(y + 1) * width - edge]) < 253 for y in range(height)])
    return pages


def used_share(rows, page, foot):
    """The part of the rows above the foot that lies near ink."""
    scale, reach = RESOLUTION / 72, round(REACH * RESOLUTION / 72)
    first, last = round(0.05 * page.height * scale), round(foot * scale) - 2
    inked = [y for y in range(first, last) if rows[y]]
    used = {y for ink in inked for y in range(max(first, ink - reach), min(last, ink + reach + 1))}
    return len(used) / max(1, last - first)


def frame_of(pages):
    """Where the foot stands on this book's pages, and its ends on odd and on even pages: those of
    most pages."""
    line = statistics.median(max((word.bottom for word in page.words), default=0) for page in pages)
    ends = []
    for side in (0, 1):
        feet = [[word for word in page.words if abs(word.bottom - line) < 3 and not is_tab(page, word)]
                for page in pages[1:] if page.number % 2 == side]
        feet = [foot for foot in feet if foot] or [[Word(0, 0, 1e4, 0, "")]]
        ends.append((min(min(word.left for word in foot) for foot in feet),
                     max(max(word.right for word in foot) for foot in feet)))
    return line, ends


def is_tab(page, word):
    return page.is_tab(word)


def core(word):
    """The word's box without the font's air: where its letters are, by and large."""
    height = word.bottom - word.top
    return word.left + 0.4, word.top + 0.34 * height, word.right - 0.4, word.bottom - 0.3 * height


def overlaps(words):
    """Pairs of words whose letters lie on each other."""
    boxes = sorted(((core(word), word) for word in words if word.text), key=lambda pair: pair[0])
    for i, (one, word) in enumerate(boxes):
        for k in range(i + 1, len(boxes)):
            other, next_word = boxes[k]
            if other[0] >= one[2]:
                break
            if other[1] < one[3] and one[1] < other[3]:
                yield word, next_word


def shown(word):
    return f"'{word.text}' at {word.left:.0f},{word.top:.0f}"


def squashed(text):
    return re.sub(r"[\s\u00ad]+", "", text).casefold()


def check_page(page, rows, frame):
    """What is wrong with one page, in words."""
    line, ends = frame
    left, right = ends[page.number % 2]
    foot = [word for word in page.words if abs(word.bottom - line) < 3]
    tab = [word for word in page.words if is_tab(page, word)]
    for word in page.words:
        if word.left < -0.5 or word.top < -0.5 or word.right > page.width + 0.5 or word.bottom > page.height + 0.5:
            yield f"{shown(word)} leaves the page"
    if page.number > 1:
        for word in page.words:
            if word not in tab and (word.left < left - 2.5 or word.right > right + 2.5):
                yield f"{shown(word)} leaves the type area {left:.0f}-{right:.0f}"
            if word not in foot and word not in tab and core(word)[3] > line - 11:
                yield f"{shown(word)} runs into the foot"
    for word, other in overlaps([word for word in page.words if word not in tab]):
        yield f"{shown(word)} overlaps {shown(other)}"
    notes = any(word.text == "Notes" for word in foot) and len(page.words) < 30
    share = used_share(rows, page, line - 12)
    if page.number > 1 and not notes and share < LEAST_USED:
        yield f"only {share:.0%} used"


def check_text(pages, plan):
    """Words of the plan that the book lacks."""
    text = squashed("".join(word.text for page in pages for word in page.words))
    for item in plan["items"]:
        for part in (item["title"], item.get("detail", "")):
            for word in part.split():
                if squashed(word.strip(";:,.")) not in text:  # a table's cells are joined by these
                    yield f"'{word}' of line {item['line']} is missing"
                    break


def build(roadmap, arguments, folder):
    run("build", roadmap, *COMMON, *arguments, "-q", "--only", "pdf", "-o", folder)
    name = os.path.splitext(os.path.basename(roadmap))[0] + ".pdf"
    return os.path.join(folder, name), plan_of(roadmap, *COMMON)


def check_book(job):
    roadmap, arguments = job
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            path, plan = build(roadmap, arguments, folder)
        except subprocess.CalledProcessError as error:
            return job, 0, [f"exit status {error.returncode} of {' '.join(error.cmd[:3])}"]
        said = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        if said.returncode != 0:
            wrong.append(said.stderr.strip() or said.stdout.strip())
        pages, pixels = read_words(path), read_pixels(path, folder)
        frame = frame_of(pages)
        for page, rows in zip(pages, pixels):
            wrong += [f"page {page.number}: {words}" for words in check_page(page, rows, frame)]
        wrong += check_text(pages, plan)
    return job, len(pages), wrong


def jobs(folder):
    """On the long walk each roadmap in each template at both paces, the papers by turns; else each once."""
    roadmaps = list(SAMPLES)
    for name, document in OWN.items():
        roadmaps.append(os.path.join(folder, name + ".md"))
        with open(roadmaps[-1], "w", encoding="utf-8") as file:
            file.write(document())
    if not LONG:
        return [(roadmap, ["-t", TEMPLATES[i % 4], "--paper", PAPERS[i], "--hours", "5"])
                for i, roadmap in enumerate(roadmaps)]
    made = [(roadmaps[0], ["-t", TEMPLATES[i % 4], "--paper", paper, "--hours", "5" if i < 4 else "10"])
            for i, paper in enumerate(PAPERS)]
    made += [(roadmap, ["-t", template, "--hours", "5" if (i + k) % 2 else "10", *paper])
             for i, roadmap in enumerate(roadmaps[1:]) for k, template in enumerate(TEMPLATES)
             for paper in ([], ["--paper", PAPERS[(3 * i + k + 1) % 8]])]
    return made


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "-v"]
    wanted = [(roadmap, ["-t", template, "--hours", hours, *paper]) for roadmap in arguments
              for template in TEMPLATES for hours in ("5", "10")
              for paper in ([], ["--paper", "a5"])]
    failed = passed = count = 0
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for (roadmap, options), pages, wrong in pool.map(check_book, wanted or jobs(folder)):
            count += pages
            passed, failed = passed + (not wrong), failed + bool(wrong)
            for words in wrong if "-v" in sys.argv else wrong[:6]:
                print(f"{os.path.basename(roadmap)} {' '.join(options)}: {words}")
            if len(wrong) > 6 and "-v" not in sys.argv:
                print(f"... and {len(wrong) - 6} more")
    print(f"{count} pages")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
