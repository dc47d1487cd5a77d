#!/usr/bin/python3
"""The shapes in which roadmaps are written: each of tests/data/shapes/*.md is held against
expected.tsv, a table written by reading them: which lines are items of which kind, with which first
and last day for a start on 2026-01-05, and which are mere text. Nothing else may be an item, and
`show` has every word of every line.
Plain builds only.
"""
import collections
import csv
import glob
import html
import os
import re
import sys

from support.program import plan_of, run
from support.tally import Tally

FOLDER = "tests/data/shapes"
OPTIONS = ("--start", "2026-01-05", "--today", "2026-01-05", "--timezone", "UTC")
tally = Tally()
check = tally.check


def expectations():
    table = collections.defaultdict(list)
    with open(f"{FOLDER}/expected.tsv", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            table[row["roadmap"]].append(row)
    return table


def read(path):
    """(line, first, last, kind, title) of each item and text of the plan, by line."""
    plan = plan_of(path, *OPTIONS)
    found = [(item["line"], item["first"] or "-", item["last"] or "-", item["kind"], item["title"])
             for item in plan["items"]]
    found += [(text["line"], "-", "-", "text", text["text"]) for text in plan["texts"]]
    return sorted(found)


def compare(name, rows):
    found = read(f"{FOLDER}/{name}")
    wanted = sorted((int(row["line"]), row["first"], row["last"], row["kind"], row["title"])
                    for row in rows)
    for want in wanted:
        same = [have for have in found if have[:4] == want[:4] and have[4].startswith(want[4])]
        check(same, f"{name}:{want[0]}: want {want[1:]}, have "
                    f"{[have[1:] for have in found if have[0] == want[0]]}")
    lines = collections.Counter(want[0] for want in wanted)
    for have in found:
        lines[have[0]] -= 1
    for line, count in sorted(lines.items()):
        check(count == 0, f"{name}:{line}: {abs(count)} items {'missing' if count > 0 else 'more'}")


def words(text):
    """Without Markdown's signs, HTML and addresses: what must not get lost."""
    text = re.sub(r"<!--.*?-->|</?[a-z][^<>\n]*>|\]\([^)]*\)|\[\^\w+\]:?", " ", text, flags=re.S)
    text = re.sub(r"^```.*$", "", html.unescape(text), flags=re.M)
    return re.findall(r"\w+", text)


def compare_words(name):
    with open(f"{FOLDER}/{name}", encoding="utf-8") as file:
        wanted = collections.Counter(words(file.read()))
    have = collections.Counter(re.findall(r"\w+", run("show", f"{FOLDER}/{name}", "-q", *OPTIONS)))
    missing = wanted - have
    check(not missing, f"{name}: show lacks {dict(missing)}")


def main():
    table = expectations()
    names = sorted(os.path.basename(path) for path in glob.glob(f"{FOLDER}/*.md"))
    check(names == sorted(table), f"roadmaps {names}, expected are {sorted(table)}")
    for name in names:
        compare(name, table[name])
        compare_words(name)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
