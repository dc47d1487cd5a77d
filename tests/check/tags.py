#!/usr/bin/python3
"""The workbook's structure as poppler reads it: in order, whole, and of the right kinds.
Plain builds only.
Has longer walks.
"""
import re
import subprocess
import sys

from support.program import LONG, built_file
from support.tally import Tally

COMMON = ("--start", "2026-01-05", "--timezone", "UTC", "--today", "2026-01-01", "--only", "pdf")
tally = Tally()


def check(words, good, detail=""):
    tally.check(good, words, detail)


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    check(" ".join(command[:2]) + " is silent", done.returncode == 0 and not done.stderr, done.stderr[:500])
    return done.stdout


def words(text):
    return re.findall(r"\w+", text)


def look_at(path):
    info = run("pdfinfo", path)
    pages = int(re.search(r"Pages: +(\d+)", info).group(1))
    check("tagged", re.search(r"Tagged: +yes", info))
    tree = run("pdfinfo", "-struct-text", path)
    lines = tree.splitlines()
    check("one document", lines[0] == "Document" and not any(l and l[0] != " " for l in lines[1:]))
    check("a section a page", sum(l == "  Sect" for l in lines) == pages)
    kinds = set(re.findall(r"^ +([A-Z]\w*)(?:[ :]|$)", tree, re.M))
    wanted = {"Sect", "H1", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure", "Link"}
    check("kinds", wanted <= kinds, wanted - kinds)
    # A section's title is its first text, but for pages that only go on.
    sections = tree.split("\n  Sect\n")[1:]
    titled = [section for section in sections if " H1" in section.split('"')[0]]
    check("titles come first", len(titled) > 0.5 * len(sections), f"{len(titled)} of {len(sections)}")
    heads = re.findall(r'H1 \(block\)\n(?: +Link \(inline\)\n)? +"(.*?)"', tree)
    order = ["How to use this book", "Contents", "Plan at a glance", "Outcomes and milestones"]
    places = [heads.index(title) for title in order if title in heads]
    check("titles in order", len(places) == len(order) and places == sorted(places), heads[:12])
    # All that is read is in the tree: the pages' words but for running feet and thumb tabs.
    text = run("pdftotext", "-raw", path, "-")
    inside, there = words("\n".join(re.findall(r'^ +"(.*)"$', tree, re.M))), {}
    for word in inside:
        there[word] = there.get(word, 0) + 1
    lost = 0
    for word in words(text):
        if there.get(word, 0) > 0:
            there[word] -= 1
        else:
            lost += 1
    check("nothing is lost", lost < 0.15 * len(inside), f"{lost} of {len(inside)} words")
    check("rows have cells", not re.search(r"\n +TR\n( *TR|  Sect|$)", tree))


BOOKS = [("watercolour-12-weeks", "4", "eink"), ("rust-systems", "5", "classic"), ("rust-systems", "10", "compact")]
for sample, hours, template in BOOKS[1:] if LONG else BOOKS[:1]:
    look_at(built_file("pdf", f"samples/{sample}.md", "--hours", hours, "--template", template, *COMMON))
sys.exit(tally.close())
