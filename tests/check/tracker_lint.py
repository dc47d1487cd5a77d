#!/usr/bin/python3
"""Looks at trackers with openpyxl: sheets, roles, formulas with stored values, no error values, sums
that agree between sheets, no formula where only text belongs. Usage: tracker_lint.py [FILE.xlsx...];
without files, those that $ROADBOOK builds of the samples."""

import glob
import re
import sys

from support.program import built_file
from support.tally import Tally
from support.tracker import FIRST_ROW, HEADER_ROW, ROLE_ROW, opened, record_rows, roles_of

SHEETS = ["Today", "Dashboard", "Log", "Weeks", "Phases", "Tasks", "Checklists", "Reading",
          "Milestones", "Questions", "Budget", "Lists", "Days", "Charts", "Roadbook", "Roadbook plan"]
HIDDEN = {"Lists", "Days", "Charts", "Roadbook", "Roadbook plan"}
LOCKED = {"Today", "Dashboard", "Weeks", "Phases", "Lists", "Days", "Charts", "Roadbook", "Roadbook plan"}
ROLES = {
    "Log": "log id date category hours planned task notes",
    "Weeks": "weeks week starts phase planned actual difference",
    "Tasks": "tasks key given done task details section phase from due done-on notes",
    "Checklists": "checklists key given done check section phase due done-on notes",
    "Reading": ("reading key given title status details phase from due started finished chapters chapters-read pages rating "
                "notes"),
    "Milestones": "milestones key milestone section due first to-go reached evidence open",
    "Questions": "questions key question section due answered answer",
    "Budget": "budget key given item section currency planned actual bought-on notes",
}
KEYED = ["Tasks", "Checklists", "Reading", "Milestones", "Questions", "Budget"]
# What breaks in LibreOffice 7.4 or Gnumeric 1.12.
UNPORTABLE = re.compile(r"\[|_xlfn|XLOOKUP|TEXTJOIN|MAXIFS|MINIFS|ISOWEEKNUM|UNIQUE|FILTER\(|LET\(")

problems = []


def check(good, words):
    if not good:
        problems.append(words)


def column(sheet, number):
    return [sheet.cell(row, number).value for row in range(FIRST_ROW, sheet.max_row + 1)]


def check_frame(book):
    check(book.sheetnames == SHEETS, "sheets are %s" % book.sheetnames)
    for sheet in book:
        check((sheet.sheet_state == "hidden") == (sheet.title in HIDDEN),
              "%s is %s" % (sheet.title, sheet.sheet_state))
        check(sheet.protection.sheet == (sheet.title in LOCKED), "%s: protection" % sheet.title)
        check(not sheet.protection.password, "%s: a password" % sheet.title)
        fits = sheet.sheet_properties.pageSetUpPr and sheet.sheet_properties.pageSetUpPr.fitToPage
        if sheet.title == "Today":
            # as large as the paper is wide: what fits a page is only ever made smaller
            good = sheet.page_setup.orientation == "portrait" and not fits and 60 <= sheet.page_setup.scale <= 160
        else:
            good = sheet.page_setup.orientation == "landscape" and fits
        check(good, "%s: print set-up" % sheet.title)
    for name, roles in ROLES.items():
        token, *wanted = roles.split()
        found = [cell.value for cell in book[name][ROLE_ROW]][:len(wanted)]
        check(found == ["#roadbook:%s:%s" % (token, role) for role in wanted],
              "%s: roles are %s" % (name, found))
        check(book[name].row_dimensions[ROLE_ROW].hidden, "%s: the role row shows" % name)
        headers = [cell.value for cell in book[name][HEADER_ROW] if cell.value]
        check(len(headers) == len(set(headers)), "%s: a header stands twice" % name)
    for name in KEYED + ["Log"]:
        check(book[name].column_dimensions["A"].hidden, "%s: the key column shows" % name)


def check_heights(stored):
    """Today's rows are as high as what stands in them, and the Log prints few empty rows."""
    today = stored["Today"]
    for row in range(FIRST_ROW, today.max_row + 1):
        label, words, size = today.cell(row, 1).value, today.cell(row, 2).value, today.row_dimensions[row]
        if size.hidden or (label and not words):  # a section's head
            continue
        length, height = len(words) if isinstance(words, str) else 0, size.height or 15  # programs' own, not written
        check(length or isinstance(words, float) or height <= 21, "Today, row %d: %s points of nothing" % (row, height))
        check(length < 45 or height >= 36, "Today, row %d: cut" % row)
        check(length > 60 or height <= 42, "Today, row %d: %s points for '%s'" % (row, height, words))
    log = stored["Log"]
    last = max(row for row in range(FIRST_ROW, log.max_row + 1) if log.cell(row, 2).value)
    printed = int(re.search(r"\$(\d+)'?$", log.print_area if isinstance(log.print_area, str) else log.print_area[0]).group(1))
    check(printed <= last + 6, "the Log prints %d empty rows" % (printed - last))


def check_cells(formulas, stored):
    count = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                value = stored[sheet.title][cell.coordinate].value
                place = "%s!%s" % (sheet.title, cell.coordinate)
                if isinstance(value, str) and value.startswith("#") and cell.row != ROLE_ROW:
                    check(sheet.title == "Charts" and value == "#N/A" or cell.data_type != "f",
                          "%s holds %s" % (place, value))
                check(cell.data_type != "e", "%s is an error" % place)
                if cell.data_type == "f":
                    count += 1
                    check(not UNPORTABLE.search(cell.value), "%s: %s" % (place, cell.value))
                    beside = sheet.title == "Log" and (cell.row == 1 or cell.column == roles_of(sheet).get("counts"))
                    check(beside or sheet.title in ("Today", "Dashboard", "Weeks", "Phases", "Milestones", "Days", "Charts"),
                          "%s holds a formula" % place)
    check(count > 0, "no formulas at all")
    return count


def check_sums(book):
    weeks, sessions = book["Weeks"], book["Log"]
    roles, of = roles_of(weeks), roles_of(sessions)
    minutes, categories, total = {}, {}, 0
    names = [name for name in column(book["Lists"], 1) if name]
    first_days = [(weeks.cell(row, roles["starts"]).value, weeks.cell(row, roles["week"]).value)
                  for row in range(FIRST_ROW, weeks.max_row + 1) if weeks.cell(row, roles["week"]).value]
    for row in range(FIRST_ROW, sessions.max_row + 1):
        if sessions.cell(row, of["id"]).value is None:
            continue
        length = sessions.cell(row, of["planned"]).value * 60
        date = sessions.cell(row, of["date"]).value
        week = [number for starts, number in first_days if starts <= date][-1]
        category = sessions.cell(row, of["category"]).value
        minutes[week] = minutes.get(week, 0) + length
        key = week, category
        categories[key] = categories.get(key, 0) + length
        total += length
    ids = [key for key in column(sessions, of["id"]) if key]
    check(len(ids) == len(set(ids)), "a session's id stands twice")
    so_far = 0
    for row in range(FIRST_ROW, weeks.max_row + 1):
        week = weeks.cell(row, roles["week"]).value
        if week is None:
            continue
        planned = weeks.cell(row, roles["planned"]).value
        so_far += planned
        check(abs(planned * 60 - minutes.get(week, 0)) < 1e-6, "week %s: planned %s" % (week, planned))
        check(abs(weeks.cell(row, roles["planned-so-far"]).value - so_far) < 1e-6,
              "week %s: planned so far" % week)
        for index, name in enumerate(names, 1):
            if "planned-%d" % index not in roles:
                break
            hours = weeks.cell(row, roles["planned-%d" % index]).value
            check(abs(hours * 60 - categories.get((week, name), 0)) < 1e-6,
                  "week %s: %s is %s" % (week, name, hours))
    check(abs(so_far * 60 - total) < 1e-6, "weeks hold %s h, sessions %s min" % (so_far, total))
    of = roles_of(book["Phases"])
    phases = [(book["Phases"].cell(row, of["phase"]).value, book["Phases"].cell(row, of["planned"]).value)
              for row in range(FIRST_ROW, book["Phases"].max_row + 1)]
    ends = next(i for i, row in enumerate(phases) if row[0] == "All")
    check(abs(sum(planned for _, planned in phases[:ends]) * 60 - total) < 1e-6, "phases do not sum up")
    check(abs(phases[ends][1] * 60 - total) < 1e-6, "nor does what they come to")
    return total


def check_keys(book):
    known = {row["key"]: row["table"] for row in record_rows(book["Roadbook"], "keys") if row["table"]}
    seen = set()
    for name in KEYED:
        for key in column(book[name], 1):
            if key:
                check(key not in seen, "%s: key %s stands twice" % (name, key))
                check(known.get(key) == name.lower(), "%s: key %s is not remembered" % (name, key))
                seen.add(key)
    check(seen == set(known), "keys are remembered that stand nowhere")
    settings = {row["name"] for row in record_rows(book["Roadbook"], "settings")}
    check({"version", "plan", "title", "minutes-a-week", "start", "timezone"} <= settings,
          "settings are missing")
    return len(seen)


def lint(path):
    del problems[:]
    formulas = opened(path)
    stored = opened(path, True)
    check_frame(formulas)
    count = 0
    if not problems:
        count = check_cells(formulas, stored)
        check_heights(stored)
        total, keys = check_sums(stored), check_keys(stored)
        print("%s: %d formulas, %d min planned, %d keyed rows" % (path, count, total, keys))
    for problem in problems[:40]:
        print("%s: %s" % (path, problem))
    return not problems


def samples():
    """Trackers of all samples at two paces."""
    return [built_file("xlsx", roadmap, "--hours", hours, "--start", "2026-01-05", "--today", "2026-03-12",
                       "-z", "Europe/Berlin", "--only", "xlsx")
            for roadmap in sorted(glob.glob("samples/*.md")) for hours in ("5", "10")]


def main():
    tally = Tally()
    for path in sys.argv[1:] or samples():
        tally.check(lint(path), path)
    sys.exit(tally.close())


main()
