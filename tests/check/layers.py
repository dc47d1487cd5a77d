#!/usr/bin/python3
"""Keeps the layers of src/: no file includes one above it, rooms side by side leave each other alone,
and each library is known to one room only. Ends with "N passed, N failed", a file each."""
import os
import re
import sys
import tempfile

# From the bottom up; what shares a line stands side by side.
LAYERS = [
    ["base"],
    ["plan"],
    ["export"],
    ["text", "pdf", "ics", "xlsx"],
    ["settings"],
    ["options", "compare", "build"],
    ["main"],
]
# Who may include headers of that name.
LIBRARIES = {
    r"hpdf.*": r"pdf/canvas\w*\.[ch]",
    r"(harfbuzz/|hb[-.]|fontconfig/|fribidi).*": r"pdf/.*",
    r"(libical/.*|ical.*)": r"ics/.*",
    r"xlsxwriter.*": r"xlsx/.*",
    r"cmark-gfm.*": r"plan/.*",
    r"getopt\.h": r"options.*",
}
RANK = {room: rank for rank, rooms in enumerate(LAYERS) for room in rooms}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def layer_of(path):
    """The room that src/PATH stands in; files at the top are named after theirs: settings_file.c."""
    room = path.split("/")[0] if "/" in path else re.split(r"[._]", path)[0]
    return room if room in RANK else None


def fault_of(path, kind, included, root):
    """What is wrong with PATH including INCLUDED, or None."""
    if kind == "<":
        for library, allowed in LIBRARIES.items():
            if re.fullmatch(library, included) and not re.fullmatch(allowed, path):
                return f"<{included}> is for {allowed} alone"
        return None
    if not os.path.isfile(os.path.join(root, included)):
        return f'"{included}" is not written from src/'
    mine, theirs = layer_of(path), layer_of(included)
    if theirs is None:
        return f'"{included}" stands in no layer'
    if mine != theirs and RANK[theirs] == RANK[mine]:
        return f'"{included}" stands beside it'
    if RANK[theirs] > RANK[mine]:
        return f'"{included}" stands above it'
    return None


def faults_of(path, root):
    if layer_of(path) is None:
        return [f"{path}: stands in no layer"]
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
        "plan/plan.h": '#include "base/date.h"\n#include <cmark-gfm.h>\n',
        "plan/draws.c": "#include <hpdf.h>\n",
        "export.h": '  #  include "text/show.h"\n',
        "text/show.h": '#include "export.h"\n',
        "text/aside.c": '#include "pdf/canvas.h"\n',
        "pdf/canvas.h": '#include "export.h"\n#include <hpdf.h>\n',
        "pdf/near.c": '#include "canvas.h"\n',
        "settings.h": '#include "pdf/canvas.h"\n',
        "settings_file.c": '#include "settings.h"\n#include "options.h"\n',
        "options.h": '#include "settings.h"\n#include <getopt.h>\n',
        "cellar/wine.c": "",
    }
    faulty = {"base/up.c", "plan/draws.c", "export.h", "text/aside.c", "pdf/near.c",
              "settings_file.c", "cellar/wine.c"}
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
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
