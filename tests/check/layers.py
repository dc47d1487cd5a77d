#!/usr/bin/python3
"""Keeps the order of the rooms of src/: no file includes one above it, rooms side by side leave each
other alone, no folder is crowded, and each library is known to one room only. Ends with "N passed,
N failed", a file each.
Part of make check.
"""
import collections
import os
import re
import sys
import tempfile

# From the bottom up; what shares a line stands side by side. A room with floors lists them from the
# bottom up too, itself last: pdf's own files see its pages, its pages see its parts.
LAYERS = [
    ["base"],
    ["words"],
    ["memory"],
    ["plan"],
    ["read"],
    ["schedule"],
    ["review"],
    ["export"],
    ["text", "ics", "xlsx", "pdf"],
    ["settings"],
    ["command"],
    ["options", "paces", "outputs"],
    ["agreement"],
    ["run"],
    ["recall", "printed"],
    ["commands"],
    ["main"],
]
FLOORS = {
    "pdf": ["canvas", "type", "look", "parts", "pages", ""],
    "xlsx": ["cells", "sheets", ""],
}
# Who may include headers of that name.
LIBRARIES = {
    r"hpdf.*": r"pdf/canvas/.*",
    r"(harfbuzz/|hb[-.]|fontconfig/|fribidi).*": r"pdf/type/.*",
    r"libdeflate.*": r"pdf/canvas/.*",
    r"(libical/.*|ical.*)": r"ics/.*",
    r"xlsxwriter.*": r"xlsx/.*",
    r"cmark-gfm.*": r"read/.*",
    r"cyaml.*": r"base/yaml\.h",
    r"(zip|expat)\.h": r"memory/.*",
    r"qpdf/.*": r"memory/book/.*",
    r"jansson\.h": r"text/.*",
    r"uuid/.*": r"base/uuid\.c",
    r"getopt\.h": r"options.*",
}
MOST_FILES = 40  # in one folder, headers counted
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def place_of(path):
    """(room, floor) of src/PATH; files at the top are rooms of their own: export.h."""
    parts = path.split("/")
    room = parts[0] if len(parts) > 1 else re.split(r"[._]", path)[0]
    if room not in RANK:
        return None
    floors = FLOORS.get(room)
    if floors is None:
        return room, 0
    floor = parts[1] if len(parts) > 2 else ""
    return (room, floors.index(floor)) if floor in floors else None


def fault_of(path, kind, included, root):
    """What is wrong with PATH including INCLUDED, or None."""
    if kind == "<":
        for library, allowed in LIBRARIES.items():
            if re.fullmatch(library, included) and not re.fullmatch(allowed, path):
                return f"<{included}> is for {allowed} alone"
        return None
    if not os.path.isfile(os.path.join(root, included)):
        return f'"{included}" is not written from src/'
    mine, theirs = place_of(path), place_of(included)
    if theirs is None:
        return f'"{included}" stands in no room'
    if mine[0] == theirs[0]:
        return f'"{included}" stands on a floor above it' if theirs[1] > mine[1] else None
    if RANK[theirs[0]] == RANK[mine[0]]:
        return f'"{included}" stands beside it'
    if RANK[theirs[0]] > RANK[mine[0]]:
        return f'"{included}" stands above it'
    return None


def faults_of(path, root):
    if place_of(path) is None:
        return [f"{path}: stands in no room"]
    faults = []
    with open(os.path.join(root, path), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            match = INCLUDE.match(line)
            fault = match and fault_of(path, match[1], match[2], root)
            if fault:
                faults.append(f"{path}:{number}: {fault}")
    return faults


def files_of(root):
    for folder, _, names in sorted(os.walk(root)):
        for name in sorted(names):
            if name.endswith((".c", ".h")):
                yield os.path.relpath(os.path.join(folder, name), root)


def planted_faults_are_found():
    """The check itself, on a tree with one fault of each kind and one file without."""
    planted = {
        "base/date.h": "",
        "base/up.c": '#include "plan/plan.h"\n',
        "plan/plan.h": '#include "base/date.h"\n',
        "read/outline.c": '#include "plan/plan.h"\n#include <cmark-gfm.h>\n',
        "plan/draws.c": "#include <hpdf.h>\n",
        "export.h": '  #  include "text/show.h"\n',
        "text/show.h": '#include "export.h"\n',
        "text/aside.c": '#include "pdf/canvas/canvas.h"\n',
        "pdf/canvas/canvas.h": '#include "export.h"\n#include <hpdf.h>\n',
        "pdf/pages/week.c": '#include "pdf/canvas/canvas.h"\n',
        "pdf/canvas/climbs.c": '#include "pdf/parts/grid.h"\n',
        "pdf/parts/grid.h": "",
        "pdf/attic/box.c": "",
        "pdf/near.c": '#include "canvas.h"\n',
        "settings/model.h": '#include "pdf/canvas/canvas.h"\n',
        "settings/file.c": '#include "settings/model.h"\n#include "options.h"\n',
        "options.h": '#include "settings/model.h"\n#include <getopt.h>\n',
        "run.h": '#include "options.h"\n',
        "commands/show.c": '#include "run.h"\n',
        "paces.c": '#include "run.h"\n',
        "cellar/wine.c": "",
    }
    faulty = {"base/up.c", "plan/draws.c", "export.h", "text/aside.c", "pdf/near.c",
              "pdf/canvas/climbs.c", "pdf/attic/box.c", "settings/file.c", "paces.c", "cellar/wine.c"}
    with tempfile.TemporaryDirectory() as root:
        for path, text in planted.items():
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                file.write(text)
        found = {path for path in files_of(root) if faults_of(path, root)}
    return found == faulty


def main():
    passed = failed = 0
    if planted_faults_are_found():
        passed += 1
    else:
        print("the check does not find planted faults")
        failed += 1
    for path in files_of("src"):
        faults = faults_of(path, "src")
        for fault in faults:
            print("src/" + fault)
        if faults:
            failed += 1
        else:
            passed += 1
    crowds = collections.Counter(os.path.dirname(path) for path in files_of("src"))
    for folder, count in crowds.items():
        if count > MOST_FILES:
            print(f"src/{folder}: {count} files; is it one room?")
            failed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
