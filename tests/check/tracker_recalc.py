#!/usr/bin/python3
"""LibreOffice as oracle. After a hard recalculation every formula of a tracker is equal to the value
stored with it; rows typed into the Log count everywhere. And the formulas mean what they say: for days
before, in and after the plan, with hours typed and boxes ticked, the sheets show what is worked out
from `show --json` here, and a row is marked as late when it is past its day and not done, only then.

    tracker_recalc.py [FILE.xlsx...]    only these files, and only their stored values

Exit status 77 where LibreOffice or its Python bridge is absent.
Plain builds only.
"""
import datetime
import os
import re
import shutil
import sys
import tempfile

try:
    from support.office import Office  # before the next: it teaches Python such imports
    from com.sun.star.table.CellContentType import FORMULA
    from openpyxl.utils.datetime import to_excel
except ImportError:
    print("skipped: no python3-uno or no python3-openpyxl")
    sys.exit(77)

from support.dates import DAY, day
from support.program import built_file, plan_of, run
from support.samples import RUST, SMALL, WATERCOLOUR
from support.tally import Tally
from support.tracker import conditions_of, opened, roles_of, rows_of

ERRORS = {"#N/A": 32767}
LATE = "FFB23A1E"  # the colour of what is past its day


def same(stored, cell):
    """Whether the value stored in the file is what LibreOffice works out."""
    if stored in ERRORS:
        return cell.getError() == ERRORS[stored]
    if cell.getError():
        return False
    if isinstance(stored, str) or stored is None:
        return cell.getString() == (stored or "")
    return abs(cell.getValue() - stored) <= 1e-9 * max(1.0, abs(stored))


def serial(value):
    """Dates as the numbers they are stored as."""
    return to_excel(value) if hasattr(value, "year") or hasattr(value, "hour") else value


def check_stored(tally, office, path):
    """Every formula gives what is stored with it."""
    document = office.open(path)
    document.calculateAll()
    formulas, stored = opened(path), opened(path, True)
    count, wrong = 0, []
    for sheet in formulas.worksheets:
        cells = document.Sheets.getByName(sheet.title)
        for cell in (cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"):
            count += 1
            there = cells.getCellByPosition(cell.column - 1, cell.row - 1)
            value = serial(stored[sheet.title][cell.coordinate].value)
            if there.getType() != FORMULA or not ("TODAY()" in cell.value or same(value, there)):
                wrong.append(f"{sheet.title}!{cell.coordinate}: stored {value!r}, worked out {there.getString()!r}: "
                             f"{cell.value}")
    document.close(True)
    tally.check(count > 0 and not wrong, f"{os.path.basename(path)}: {count} formulas, {len(wrong)} wrong",
                "; ".join(wrong[:5]))


class Tracker:
    """An open tracker beside its plan."""

    def __init__(self, tally, office, sample):
        path = built_file("xlsx", *sample)
        self.tally, self.plan, self.name = tally, plan_of(*sample), os.path.basename(path)
        self.file, self.document = opened(path), office.open(path)
        self.roles = {sheet.title: roles_of(sheet) for sheet in self.file.worksheets}
        self.log = []  # (day, category, hours)
        self.first_free = 5 + len(rows_of(self.file["Log"], "id"))

    def cell(self, sheet, column, row):
        """Counted from 1; the column as a number or by its role."""
        if isinstance(column, str):
            column = self.roles[sheet][column]
        return self.document.Sheets.getByName(sheet).getCellByPosition(column - 1, row - 1)

    def type(self, date, category, hours):
        row = self.first_free + len(self.log)
        self.cell("Log", "date", row).setValue(to_excel(datetime.datetime.combine(date, datetime.time())))
        self.cell("Log", "category", row).setString(category)
        self.cell("Log", "hours", row).setValue(hours)
        self.log.append((date, category, hours))

    def as_of(self, date):
        self.cell("Dashboard", 2, 4).setValue(to_excel(datetime.datetime.combine(date, datetime.time())))
        self.document.calculateAll()

    def card(self, words):
        """The cell below WORDS on the Dashboard."""
        for row in (6, 9, 12):
            for column in range(1, 7):
                if self.cell("Dashboard", column, row).getString().startswith(words):
                    return self.cell("Dashboard", column, row + 1)
        raise KeyError(words)

    def equal(self, cell, want, words):
        if isinstance(want, str):
            have, good = cell.getString(), cell.getString() == want
        else:
            have = cell.getValue()
            good = not cell.getError() and cell.getString() != "" and abs(have - want) < 1e-5
        self.tally.check(good, f"{self.name}: {words}", f"is {have!r}, not {want!r}")

    def logged(self, first, last, category=None):
        return sum(hours for date, named, hours in self.log
                   if first <= date <= last and category in (None, named))


def fill(tracker):
    """Hours on many days and in all categories, some of our own, some outside of the plan; ticks."""
    start = day(tracker.plan["start"])
    for number, week in enumerate(tracker.plan["weeks"][:40]):
        for place, session in enumerate(week["sessions"]):
            if (number + place) % 3:
                tracker.type(day(session["start"]), session["category"], session["minutes"] / 60 + 0.25 * place)
        if number % 4 == 1:
            tracker.type(day(week["last"]), "of my own", 0.75)
    tracker.type(start - 30 * DAY, tracker.plan["weeks"][0]["sessions"][0]["category"], 2)
    done = tracker.file["Lists"]["D6"].value
    for row in (6, 9):
        tracker.cell("Tasks", "done", row).setString(done)
        tracker.cell("Checklists", "done", row).setString(done)
    tracker.cell("Reading", "status", 5).setString("read")
    tracker.cell("Milestones", "reached", 5).setValue(to_excel(datetime.datetime(2026, 1, 20)))
    tracker.cell("Questions", "answered", 6).setValue(to_excel(datetime.datetime(2026, 1, 20)))


def check_weeks(tracker, today):
    so_far, paces, actuals = 0.0, [], []
    for row, week in enumerate(tracker.plan["weeks"], 5):
        first, last, what = day(week["first"]), day(week["last"]), f"{today}, week {week['number']}"
        actual, planned = tracker.logged(first, last), week["minutes"] / 60
        so_far, begun = so_far + actual, first <= today
        actuals.append(actual)
        tracker.equal(tracker.cell("Weeks", "actual", row), actual, f"{what}: actual")
        tracker.equal(tracker.cell("Weeks", "difference", row), actual - planned if last < today else "",
                      f"{what}: difference")
        remark = tracker.cell("Weeks", "remark", row).getString()
        tracker.tally.check(remark.startswith("this week") == (first <= today <= last), f"{what}: remark", remark)
        tracker.equal(tracker.cell("Weeks", "actual-so-far", row), so_far if begun else "", f"{what}: actual so far")
        known = 0.0
        for role, column in tracker.roles["Weeks"].items():
            if re.fullmatch(r"actual-\d+", role):
                category = tracker.file["Weeks"].cell(4, column).value.removesuffix(" actual")
                known += tracker.logged(first, last, category)
                tracker.equal(tracker.cell("Weeks", column, row), tracker.logged(first, last, category),
                              f"{what}: {category}")
        tracker.equal(tracker.cell("Weeks", "other", row), actual - known, f"{what}: other")
        if row >= 8:
            paces.append(sum(actuals[-4:]) / 4 if last <= today else None)
            tracker.equal(tracker.cell("Weeks", "pace", row), "" if paces[-1] is None else paces[-1], f"{what}: pace")
    return [pace for pace in paces if pace is not None]


def check_dashboard(tracker, today, paces):
    weeks = tracker.plan["weeks"]
    all_planned = sum(week["minutes"] for week in weeks) / 60
    logged = sum(hours for _, _, hours in tracker.log)
    by_now = sum(session["minutes"] for week in weeks for session in week["sessions"]
                 if day(session["start"]) <= today) / 60
    now = next((week for week in weeks if day(week["first"]) <= today <= day(week["last"])), None)
    begun = (today - day(weeks[0]["first"])).days + 1
    pace = tracker.logged(today - 27 * DAY, today) / max(1, min(4, begun / 7))
    placed = tracker.logged(day(weeks[0]["first"]), day(weeks[-1]["last"]))

    def finish(at):
        if logged >= all_planned:
            return "done"
        if at <= 0:
            return "not yet known"
        return to_excel(datetime.datetime.combine(today, datetime.time())) + int(7 * (all_planned - logged) / at + 0.5)

    slow = min((one for one in paces if one > 0), default=0)
    for words, want in (("Hours logged", logged), ("Planned by now", by_now), ("Ahead", logged - by_now),
                        ("This week, logged", tracker.logged(day(now["first"]), day(now["last"])) if now else 0),
                        ("This week, planned", now["minutes"] / 60 if now else 0),
                        ("Hours a week, last four weeks", pace), ("Share of the plan", logged / all_planned),
                        ("Likely finish", finish(pace)), ("At your best pace", finish(max(paces, default=0))),
                        ("At your slowest pace", finish(slow)),
                        ("Hours not placed", logged - placed)):
        tracker.equal(tracker.card(words), want, f"{today}: {words}")
    done = {item["id"] for item in tracker.plan["items"] if item["done"]}
    for words, sheet, ticked in (("Tasks done", "Tasks", (6, 9)), ("Checks done", "Checklists", (6, 9)),
                                 ("Read", "Reading", (5,)), ("Milestones reached", "Milestones", (5,))):
        rows = rows_of(tracker.file[sheet], "key")
        count = sum(row["key"] in done and sheet != "Milestones" or number in ticked for number, row in enumerate(rows, 5))
        tracker.equal(tracker.card(words), count, f"{today}: {words}")


def check_ticks(tracker, today, row, phase, actual, planned):
    """"Done" is a phase only where its hours are there and all of it is ticked."""
    done = count = 0
    name = tracker.cell("Phases", "phase", row).getString()
    for sheet, role in (("Tasks", "done"), ("Checklists", "done"), ("Reading", "status")):
        for number, _ in enumerate(rows_of(tracker.file[sheet], "key"), 5):
            if tracker.cell(sheet, "phase", number).getString() == name:
                count += 1
                done += tracker.cell(sheet, role, number).getString() in ("☑", "read")
    tracker.equal(tracker.cell("Phases", "ticks", row), f"{done} of {count}" if count else "", f"{today}: ticks of {name}")
    over = actual >= planned - 1e-6 and done == count and planned + count > 0
    state = ("Done" if over else "to come" if today < day(phase["first"])
             else "now" if today <= day(phase["last"]) else "still open")
    tracker.equal(tracker.cell("Phases", "state", row), state, f"{today}: state of {name}")


def check_milestones(tracker, today):
    """How long it is to each, and which is the next."""
    rows = rows_of(tracker.file["Milestones"], "key")
    dues = {item["id"]: item["due"] for item in tracker.plan["items"]}
    days = [dues[row["key"]] and (day(dues[row["key"]]) - today).days for row in rows]
    reached = [tracker.cell("Milestones", "reached", number).getString() != "" for number, _ in enumerate(rows, 5)]
    to_come = [left for left, there in zip(days, reached) if left is not None and left >= 0 and not there]
    for number, (left, there) in enumerate(zip(days, reached), 5):
        words = {None: "", 0: "today", 1: "tomorrow", -1: "yesterday"}.get(left)
        if words is None:
            words = f"in {left} days" if left > 0 else f"{-left} days ago"
        if to_come and left == min(to_come):
            words = "next: " + words
        tracker.equal(tracker.cell("Milestones", "to-go", number), "reached" if there else words,
                      f"{today}: milestone in row {number}")


def check_phases(tracker, today):
    for row, phase in enumerate(tracker.plan["phases"], 5):
        actual = sum(tracker.logged(day(week["first"]), day(week["last"])) for week in tracker.plan["weeks"]
                     if week["phase"] == phase["number"])
        planned = phase["minutes"] / 60
        tracker.equal(tracker.cell("Phases", "planned", row), planned, f"{today}, phase {phase['number']}: planned")
        tracker.equal(tracker.cell("Phases", "actual", row), actual, f"{today}, phase {phase['number']}: actual")
        tracker.equal(tracker.cell("Phases", "share", row), actual / planned, f"{today}, phase {phase['number']}: share")
        full = int(20 * min(1, actual / planned) + 0.5)
        check_ticks(tracker, today, row, phase, actual, planned)
        tracker.equal(tracker.cell("Phases", "bar", row), "█" * full + "░" * (20 - full), f"{today}: bar")


def check_late(tracker, today):
    """The condition of the red mark, worked out row by row in a column that nobody uses."""
    done_roles = {"Tasks": "done", "Checklists": "done", "Reading": "status", "Milestones": "reached",
                  "Questions": "answered"}
    dues = {item["id"]: item["due"] for item in tracker.plan["items"]}
    for sheet, role in done_roles.items():
        marks = [formula for _, _, formula, colour in conditions_of(tracker.file[sheet])
                 if colour == LATE and "AsOf" in formula]
        for formula in marks:
            for number, row in enumerate(rows_of(tracker.file[sheet], "key"), 5):
                probe = tracker.cell(sheet, 40, number)
                # Rows without a dollar go on from the first; a cell of another sheet keeps its own.
                moved = re.sub(r"(?<![!$A-Z])(\$[A-Z]+)5\b", rf"\g<1>{number}", formula)
                probe.setFormula("=" + re.sub(r"Lists!", "$Lists.", moved).replace(",", ";"))
                mark = tracker.cell(sheet, role, number).getString()
                done = mark in ("☑", "read") if role in ("done", "status") else mark != ""
                late = dues[row["key"]] is not None and day(dues[row["key"]]) < today and not done
                tracker.tally.check(not probe.getError() and bool(probe.getValue()) == late,
                                    f"{sheet}, row {number} on {today}: late is {late}", f"{moved} gives {probe.getString()}")
                probe.setString("")


def check_meaning(tally, office, sample):
    tracker = Tracker(tally, office, sample)
    fill(tracker)
    start, end = day(tracker.plan["start"]), day(tracker.plan["end"])
    for today in (start - 3 * DAY, start + 38 * DAY, start + 41 * DAY, end + 20 * DAY):
        tracker.as_of(today)
        paces = check_weeks(tracker, today)
        check_dashboard(tracker, today, paces)
        check_phases(tracker, today)
        check_milestones(tracker, today)
        check_late(tracker, today)
    tracker.document.close(True)


def write_in(path, share):
    """Hours in that share of the planned rows, in all spellings and none, and what else people write."""
    book = opened(path)
    log, tasks = book["Log"], book["Tasks"]
    roles = roles_of(log)
    planned = [row for row in range(5, log.max_row + 1) if log.cell(row, roles["id"]).value]
    typed = (1.5, "1:30", "1,5", 2, "a while", 0.1, "=0.5+1", "90 min", 26, datetime.time(1, 15))
    for number, row in enumerate(planned[:int(share * len(planned))]):
        log.cell(row, roles["hours"]).value = typed[number % len(typed)]
        log.cell(row, 9).value = f"=E{row}*2" if number % 3 == 0 else f"mood {number}"
    log.cell(4, 9).value = "Mood"
    for number, row in enumerate(range(planned[-1] + 1, planned[-1] + 8)):
        log.cell(row, roles["date"]).value = ("2026-02-01", "soon", None)[number % 3]
        log.cell(row, roles["category"]).value = ("Of my own", "Bench*", None, "~Drills?")[number % 4]
        log.cell(row, roles["hours"]).value = 1 + number / 4
    roles = roles_of(tasks)
    for row in range(5, 5 + int(share * 8)):
        tasks.cell(row, roles["done"]).value = ("x", "yes", True, "=TRUE()", "no")[row % 5]
        tasks.cell(row, roles["notes"]).value = f"note {row}"
    book.create_sheet("Mine")["A1"] = "=A2*2"
    book["Mine"]["A2"] = 3
    book.save(path)


def carried(office, folder, share, today):
    """A tracker in which somebody wrote, saved by LibreOffice, built again at other hours from a roadmap
    that lost some of its items."""
    roadmap, path = os.path.join(folder, "plan.md"), os.path.join(folder, "plan.xlsx")
    shutil.copy(SMALL[0], roadmap)
    run("build", roadmap, "-q", "--only", "xlsx", *SMALL[1:])
    write_in(path, share)
    document = office.open(path)
    office.save(document, path)
    document.close(True)
    with open(roadmap, encoding="utf-8") as file:
        lines = [line for line in file if "Ten Folios**" not in line and "**Spines**" not in line]
    with open(roadmap, "w", encoding="utf-8") as file:
        file.writelines(lines)
    run("build", roadmap, "-q", "--only", "xlsx", "--hours", "6", "--today", today)
    return path


def logged(folder):
    """A tracker in which everything was written by `log`: on planned days and others, in categories of
    the plan and another, with ticks in three sheets."""
    roadmap, path = os.path.join(folder, "plan.md"), os.path.join(folder, "plan.xlsx")
    shutil.copy(SMALL[0], roadmap)
    run("build", roadmap, "-q", "--only", "xlsx", *SMALL[1:])
    for number, words in enumerate((("--done", "ten folios"), ("--for", "drills"), ("--note", "=1+1"), (),
                                    ("--for", "Talk of all sorts"), ("--done", "Bookbinding, and the Care"), ())):
        date = str(day("2026-01-20") + 2 * number * DAY)
        run("log", roadmap, f"{35 + 10 * number}min", "--on", date, "--today", "2026-02-20", *words)
    return path


def main():
    if shutil.which("soffice") is None:
        print("skipped: no LibreOffice")
        sys.exit(77)
    tally = Tally()
    with tempfile.TemporaryDirectory() as profile:
        office = Office(profile)
        try:
            for path in sys.argv[1:] or [built_file("xlsx", *sample) for sample in (SMALL, WATERCOLOUR, RUST)]:
                check_stored(tally, office, path)
            for share, today in () if sys.argv[1:] else ((0, "2026-02-27"), (0.5, "2026-02-27"), (1, "2026-05-30")):
                with tempfile.TemporaryDirectory() as folder:
                    path = carried(office, folder, share, today)
                    tally.equal("From your old file" in opened(path).sheetnames, share > 0, f"{share} written: strays")
                    check_stored(tally, office, path)
            if not sys.argv[1:]:
                with tempfile.TemporaryDirectory() as folder:
                    check_stored(tally, office, logged(folder))
            for sample in () if sys.argv[1:] else (SMALL, WATERCOLOUR):
                check_meaning(tally, office, sample)
        finally:
            office.close()
    sys.exit(tally.close())


main()
