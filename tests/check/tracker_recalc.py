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
import math
import os
import re
import shutil
import statistics
import sys
import tempfile

try:
    from support.office import Office  # before the next: it teaches Python such imports
    from com.sun.star.table.CellContentType import FORMULA
    from openpyxl.utils.datetime import from_excel, to_excel
except ImportError:
    print("skipped: no python3-uno or no python3-openpyxl")
    sys.exit(77)

import tracker_totals
from support.dates import DAY, day
from support.program import built_file, plan_of, run
from support.samples import RUST, SMALL, WATERCOLOUR
from support.tally import Tally
from support.tracker import conditions_of, figures_of, opened, roles_of, rows_of

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
        self.today = date
        self.figure("As of").setValue(to_excel(datetime.datetime.combine(date, datetime.time())))
        self.document.calculateAll()

    def figure(self, words):
        """The cell beside WORDS on Charts."""
        return self.cell("Charts", 2, figures_of(self.file["Charts"])[words].row)

    def says(self, words):
        """Whether the Dashboard does, in one of its cells."""
        sheet = self.document.Sheets.getByName("Dashboard")
        cells = sheet.getCellRangeByPosition(0, 0, 53, 60).getDataArray()
        return any(words == cell for row in cells for cell in row)

    def equal(self, cell, want, words):
        if isinstance(want, str):
            have, good = cell.getString(), cell.getString() == want
        else:
            have = cell.getValue()
            good = not cell.getError() and cell.getString() != "" and abs(have - want) < 1e-5
        self.tally.check(good, f"{self.name}: {words}", f"is {have!r}, not {want!r}")

    def logged(self, first, last, category=None):
        """What counts of it: days to come do not yet."""
        return sum(hours for date, named, hours in self.log
                   if first <= date <= min(last, self.today) and category in (None, named))


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
    # what is half done or given up is not done: it stays open, and no count has it
    tracker.cell("Tasks", "done", 7).setString("half")
    tracker.cell("Tasks", "done", 8).setValue(0.5)
    tracker.cell("Checklists", "done", 7).setString("half")
    tracker.cell("Reading", "status", 5).setString("read")
    tracker.cell("Reading", "status", 6).setString("put aside")
    tracker.cell("Reading", "status", 7).setString("abandoned")
    tracker.cell("Milestones", "reached", 5).setValue(to_excel(datetime.datetime(2026, 1, 20)))
    tracker.cell("Questions", "answered", 6).setValue(to_excel(datetime.datetime(2026, 1, 20)))


def check_weeks(tracker, today):
    so_far = tracker.logged(datetime.date.min, day(tracker.plan["start"]) - DAY)
    for row, week in enumerate(tracker.plan["weeks"], 5):
        first, last, what = day(week["first"]), day(week["last"]), f"{today}, week {week['number']}"
        actual, planned = tracker.logged(first, last), week["minutes"] / 60
        so_far, begun = so_far + actual, first <= today
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


def fixed(hours):
    """With one decimal, halves up, as spreadsheets round."""
    return f"{math.floor(10 * hours + 0.5 + 1e-9) / 10:.1f}"


def hundredths(hours):
    return f"{math.floor(100 * hours + 0.5 + 1e-9) / 100:.2f}"


def streaks(tracker, today):
    """(weeks on target in a row, the most of them, shares of the last thirteen weeks that are over)."""
    run, most, shares = 0, 0, []
    for week in tracker.plan["weeks"]:
        first, last = day(week["first"]), day(week["last"])
        if last < today and week["minutes"] > 0:
            planned, logged = week["minutes"] / 60, tracker.logged(first, last)
            shares.append(min(2, logged / planned))
            run = run + 1 if logged >= planned - 0.051 else 0
            most = max(most, run)
    return run, most, shares[-13:]


def forecast(tracker, today, shares, left, rest):
    """Serial numbers of the early, likely and late end; 0 for none."""
    usual = (sum(shares) + 4) / (len(shares) + 4)
    if len(shares) < 3 or usual < 0.5:
        return 0, 0, 0
    spread = statistics.stdev(shares) / math.sqrt(len(shares) + 4)
    end, weekly = day(tracker.plan["end"]), tracker.plan["hours_per_week"]
    days = ((end - today).days + 1) * left / rest if rest > 0 else 7 * left / weekly
    yesterday = to_excel(datetime.datetime.combine(today, datetime.time())) - 1
    ends = [yesterday + int(days / share + 0.5)
            for share in (min(2, usual + spread), usual, usual - spread) if share >= 0.5]
    return tuple(ends + [0] * (3 - len(ends)))


def check_days(tracker, today):
    """The year, day by day: each day's hours, and none for days to come."""
    sheet = tracker.document.Sheets.getByName("Dashboard")
    first = int(tracker.figure("The first Monday of the year, day by day").getValue())
    top = next(row for row in range(60) if sheet.getCellByPosition(0, row).getString() == "Mon")
    wrong, found = [], {}
    for weekday, row in enumerate(sheet.getCellRangeByPosition(1, top, 53, top + 6).getDataArray()):
        for week, value in enumerate(row):
            date = from_excel(first + 7 * week + weekday).date()
            want = tracker.logged(date, date) if date <= today else ""
            if want:
                found[date] = want
            if value != "" if want == "" else value == "" or abs(value - want) > 1e-9:
                wrong.append(f"{date}: {value!r}, not {want!r}")
    tracker.tally.check(not wrong, f"{tracker.name}: {today}, day by day", "; ".join(wrong[:5]))
    said, want = sheet.getCellByPosition(1, top + 7).getString(), ""
    if found:
        weekdays = [sum(hours for date, hours in found.items() if date.weekday() == i) for i in range(7)]
        best = max(range(7), key=lambda i: round(weekdays[i], 6))
        want = (f"{len(found)} day{'' if len(found) == 1 else 's'} with hours: {hundredths(sum(weekdays) / len(found))} h each"
                f" on average, {hundredths(max(found.values()))} h at most. Most on {'Mon Tue Wed Thu Fri Sat Sun'.split()[best]}:"
                f" {hundredths(weekdays[best])} h")
    tracker.tally.equal(said, want, f"{tracker.name}: {today}, what the year comes to")


def check_dashboard(tracker, today):
    weeks = tracker.plan["weeks"]
    start = day(weeks[0]["first"])
    sessions = [(day(session["start"]), session["minutes"] / 60) for week in weeks for session in week["sessions"]]
    total = sum(hours for _, hours in sessions)
    past, rest = (sum(hours for date, hours in sessions if (date < today) == before) for before in (True, False))
    logged = sum(hours for date, _, hours in tracker.log if date <= today)
    so_far = sum(hours for date, _, hours in tracker.log if date < today)
    now = next((week for week in weeks if day(week["first"]) <= today <= day(week["last"])), None)
    left = max(0, total - so_far)
    run, most, shares = streaks(tracker, today)
    early, likely, late = forecast(tracker, today, shares, left, rest)
    ahead = so_far - past
    for words, want in (("Hours logged", logged), ("All hours of the plan", total),
                        ("Planned by yesterday, since it was laid out", past), ("Ahead (+) or behind (−)", ahead),
                        ("Planned from today on", rest), ("Hours left", left),
                        ("Hours a week, last four weeks",
                         tracker.logged(today - 28 * DAY, today - DAY) / max(1, min(4, (today - start).days / 7))),
                        ("This week, logged", tracker.logged(day(now["first"]), day(now["last"])) if now else 0),
                        ("This week, planned", now["minutes"] / 60 if now else 0),
                        ("Weeks on target, in a row", run), ("The most of them in a row", most),
                        ("End at best", early), ("Likely end", likely), ("End at the slowest", late)):
        tracker.equal(tracker.figure(words), want, f"{today}: {words}")
    for words in (f"{fixed(logged)} h", f"of {fixed(total)} h, {int(100 * logged / total + 1e-6)} %",
                  f"As of {today:%a} {today.day} {today:%B} {today.year}",
                  "on time" if abs(ahead) <= 0.5 else f"{fixed(abs(ahead))} h {'behind' if ahead < 0 else 'ahead'}",
                  f"{from_excel(likely):%b %Y}" if likely else "not yet known"):
        tracker.tally.check(tracker.says(words), f"{tracker.name}: {today}: the Dashboard says '{words}'")
    check_days(tracker, today)
    done = {item["id"] for item in tracker.plan["items"] if item["done"]}
    for words, sheet, ticked in (("Tasks done", "Tasks", (6, 9)), ("Checks done", "Checklists", (6, 9)),
                                 ("Read", "Reading", (5,)), ("Milestones reached", "Milestones", (5,))):
        rows = rows_of(tracker.file[sheet], "key")
        count = sum(row["key"] in done and sheet != "Milestones" or number in ticked for number, row in enumerate(rows, 5))
        tracker.equal(tracker.figure(words), count, f"{today}: {words}")


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
    weeks = tracker.plan["weeks"]
    for row, phase in enumerate(tracker.plan["phases"], 5):
        actual = sum(tracker.logged(day(week["first"]), day(week["last"])) for week in weeks
                     if week["phase"] == phase["number"])
        if weeks[0]["phase"] == phase["number"]:
            actual += tracker.logged(datetime.date.min, day(weeks[0]["first"]) - DAY)
        if weeks[-1]["phase"] == phase["number"]:
            actual += tracker.logged(day(weeks[-1]["last"]) + DAY, datetime.date.max)
        planned = phase["minutes"] / 60
        tracker.equal(tracker.cell("Phases", "planned", row), planned, f"{today}, phase {phase['number']}: planned")
        tracker.equal(tracker.cell("Phases", "actual", row), actual, f"{today}, phase {phase['number']}: actual")
        share = math.floor(100 * actual / planned + 1e-6) / 100
        tracker.equal(tracker.cell("Phases", "share", row), share, f"{today}, phase {phase['number']}: share")
        full = int(20 * min(1, share) + 0.5 + 1e-9)
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
        check_weeks(tracker, today)
        check_dashboard(tracker, today)
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


def check_life(tally, office, folder):
    """All of a plan's life, laid out anew twice and done."""
    def look(words, life):
        check_stored(tally, office, life.path)
        return tracker_totals.agree(words, life)

    tracker_totals.live(tracker_totals.Life(folder), look)


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
            if not sys.argv[1:]:
                with tempfile.TemporaryDirectory() as folder:
                    check_life(tally, office, folder)
            for sample in () if sys.argv[1:] else (SMALL, WATERCOLOUR):
                check_meaning(tally, office, sample)
        finally:
            office.close()
    sys.exit(tally.close())


if __name__ == "__main__":
    main()
