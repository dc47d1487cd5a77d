#!/usr/bin/python3
"""What a tracker says is the plan's: every row of every sheet is worked out from `show --json` and held
against what is stored, with the day as of in the plan's midst; its sums too, and what is printed on.
LibreOffice does the same to the formulas in tracker_recalc.py.
Part of make check.
Plain builds only.
"""
import datetime
import json
import re
import sys

from openpyxl.utils.datetime import to_excel

from support.dates import day
from support.program import built_file, plan_of, run
from support.samples import RUST, SMALL, WATERCOLOUR
from support.tally import Tally
from support.tracker import conditions_of, figures_of, opened, record_rows, roles_of, rows_of

TASKS = {"topic", "task", "project", "strand", "step", "specialization", "portfolio", "job step", "commitment"}
CHECKS = {"check", "goal", "outcome"}
A4, LETTER = 9, 1
TICK = {False: "☐", True: "☑"}
LATE = "FFB23A1E"  # the colour of what is past its day


# Sheets of items, and which column names them.
NAMED = (("Tasks", "task"), ("Checklists", "check"), ("Reading", "title"), ("Milestones", "milestone"),
         ("Questions", "question"), ("Budget", "item"))


def date_of(cell):
    return cell.date().isoformat() if isinstance(cell, datetime.datetime) else cell


class Reader:
    def __init__(self, tally, sample):
        self.tally, self.plan = tally, plan_of(*sample)
        self.path = built_file("xlsx", *sample)
        self.book, self.values = opened(self.path), opened(self.path, True)
        self.today = day(sample[sample.index("--today") + 1])
        self.phases = {phase["number"]: phase for phase in self.plan["phases"]}
        self.categories = []
        for week in self.plan["weeks"]:
            for session in week["sessions"]:
                if session["category"] not in self.categories:
                    self.categories.append(session["category"])

    def phase_words(self, number):
        return f"{number} · {self.phases[number]['title']}" if number else None

    def equal(self, have, want, words):
        self.tally.equal(have, want, words)

    def hours(self, have, want, words):
        self.tally.check(isinstance(have, (int, float)) and abs(have - want) < 1e-5, words, f"is {have}, not {want}")


def check_sessions(reader):
    rows = rows_of(reader.values["Log"], "id")
    wanted = [session for week in reader.plan["weeks"] for session in week["sessions"]]
    reader.equal(len(rows), len(wanted), "planned rows of the Log")
    for row, session in zip(rows, wanted):
        begin = datetime.datetime.fromisoformat(session["start"])
        have = [row["id"], date_of(row["date"]), row["category"], row["hours"], row["task"], row["notes"]]
        want = [session["id"], begin.date().isoformat(), session["category"], None, session["focus"], None]
        reader.equal(have, want, f"Log, {session['start']}")
        reader.hours(row["planned"], session["minutes"] / 60, f"Log, {session['start']}: planned")


def check_weeks(reader):
    rows = rows_of(reader.values["Weeks"], "week")
    headers = {cell.column: cell.value for cell in reader.values["Weeks"][4]}
    roles = roles_of(reader.values["Weeks"])
    reader.equal(len(rows), len(reader.plan["weeks"]), "rows of Weeks")
    so_far = 0
    for row, week in zip(rows, reader.plan["weeks"]):
        what, planned = f"week {week['number']}", week["minutes"] / 60
        so_far += planned
        begun = day(week["first"]) <= reader.today
        reader.equal([row["week"], date_of(row["starts"]), row["phase"] or None, row["phase-number"]],
                     [week["number"], week["first"], reader.phases[week["phase"]]["title"] if week["phase"] else None,
                      week["phase"] or 0], what)
        reader.hours(row["planned"], planned, f"{what}: planned")
        reader.hours(row["planned-so-far"], so_far, f"{what}: planned so far")
        reader.hours(row["first-plan"], so_far, f"{what}: first plan so far")
        reader.hours(row["actual"], 0, f"{what}: actual")
        reader.hours(row["other"], 0, f"{what}: other")
        reader.hours(row["first-hours"], planned, f"{what}: first plan")
        if day(week["last"]) < reader.today:
            reader.hours(row["difference"], -planned, f"{what}: difference")
        else:
            reader.equal(row["difference"] or None, None, f"{what} is not over")
        reader.equal(row["remark"] == "this week", begun and reader.today <= day(week["last"]), f"{what}: remark")
        if begun:
            reader.hours(row["actual-so-far"], 0, f"{what}: actual so far")
        else:
            reader.equal(row["actual-so-far"] or None, None, f"{what} is to come")
        for role, column in roles.items():
            if re.fullmatch(r"planned-\d+", role):
                category = headers[column].removesuffix(" planned")
                minutes = sum(session["minutes"] for session in week["sessions"] if session["category"] == category)
                reader.hours(row[role], minutes / 60, f"{what}: {headers[column]}")


def check_phases(reader):
    rows = rows_of(reader.values["Phases"], "phase")
    names = [row["phase"] for row in rows]
    for phase in reader.plan["phases"]:
        row = rows[phase["number"] - 1]
        reader.equal([row["phase"], date_of(row["starts"]), date_of(row["ends"])],
                     [reader.phase_words(phase["number"]), phase["first"], phase["last"]], "Phases")
        reader.hours(row["planned"], phase["minutes"] / 60, f"Phases: {row['phase']}")
        named = [tick for sheet, role in (("Tasks", "done"), ("Checklists", "done"), ("Reading", "status"))
                 for item in rows_of(reader.values[sheet], "key") if item["phase"] == row["phase"]
                 for tick in [item[role]]]
        done = sum(tick in ("☑", "read") for tick in named)
        over = row["actual"] >= row["planned"] and done == len(named) and row["planned"] + len(named) > 0
        state = ("Done" if over else "to come" if day(phase["first"]) > reader.today
                 else "now" if day(phase["last"]) >= reader.today else "still open")
        reader.equal([row["ticks"] or None, row["state"]],
                     [f"{done} of {len(named)}" if named else None, state], f"Phases: ticks of {row['phase']}")
    head = names.index("Category")
    found = {row["phase"]: row for row in rows[head + 1:]}
    reader.equal(list(found), [row["phase"] for row in rows[head + 1:]], "Phases: categories once each")
    activity = {session["category"]: session["activity"] for week in reader.plan["weeks"] for session in week["sessions"]}
    for category in reader.categories:
        if category in found:
            minutes = sum(session["minutes"] for week in reader.plan["weeks"] for session in week["sessions"]
                          if session["category"] == category)
            reader.hours(found[category]["planned"], minutes / 60, f"Phases: {category}")
            reader.equal(found[category]["starts"], activity[category], f"Phases: activity of {category}")


def check_items(reader, sheet, kinds, columns):
    """The sheet has a row for each item of KINDS, in the roadmap's order (and may have more: other
    items with a box to tick); COLUMNS: what each column must say of an item, by its role."""
    rows = rows_of(reader.values[sheet], "key")
    items = {item["id"]: item for item in reader.plan["items"]}
    reader.equal([row["key"] for row in rows if items[row["key"]]["kind"] in kinds],
                 [item["id"] for item in reader.plan["items"] if item["kind"] in kinds], f"{sheet}: its items")
    for row in rows:
        item = items[row["key"]]
        for role, value_of in columns.items():
            have, want = date_of(row[role]) or None, value_of(item)
            reader.tally.check(have == want, f"{sheet}, '{item['title'][:40]}', {role}", f"is {have!r}, not {want!r}")


def check_tables(reader):
    dates = {"from": lambda item: item["first"], "due": lambda item: item["due"]}
    due = {"due": dates["due"]}
    phase = {"phase": lambda item: reader.phase_words(item["phase"])}
    detail = {"details": lambda item: item["detail"] or None}
    tick = {"done": lambda item: TICK[item["done"]]}
    check_items(reader, "Tasks", TASKS, {**dates, **phase, **detail, **tick})
    check_items(reader, "Checklists", CHECKS, {**due, **phase, **tick})
    check_items(reader, "Reading", {"reading"}, {
        **dates, **phase, **detail, "status": lambda item: "read" if item["done"] else "to read"})
    check_items(reader, "Milestones", {"milestone"}, due)
    check_items(reader, "Questions", {"question"}, due)
    items = {item["id"]: item for item in reader.plan["items"]}
    for sheet, role in NAMED:
        for row in rows_of(reader.values[sheet], "key"):
            item = items[row["key"]]
            reader.tally.check(squeezed(item["title"]) in squeezed(row[role]), f"{sheet}: '{item['title'][:50]}'",
                               row[role])
            if "section" in row:
                reader.tally.check(squeezed(row["section"]) in squeezed(item["section"][-1]),
                                   f"{sheet}: section of '{item['title'][:50]}'", row["section"])


def squeezed(text):
    return "".join(letter for letter in str(text).casefold() if letter.isalnum())


def check_budget(reader):
    """Prices as written behind the equals sign, and their sum on the Dashboard."""
    sum_of = 0
    items = {item["id"]: item for item in reader.plan["items"]}
    for row in rows_of(reader.values["Budget"], "key"):
        match = re.search(r"= *([$€£])(\d+)$", items[row["key"]]["detail"])
        if match:
            reader.equal([row["currency"], row["planned"]], [match[1], int(match[2])], f"Budget: {row['item'][:40]}")
        sum_of += row["planned"] or 0
    return sum_of


def texts(sheet):
    """What the Dashboard says, all of it."""
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def check_dashboard(reader):
    plan, today, said = reader.plan, reader.today, texts(reader.values["Dashboard"])
    have = {words: cell.value for words, cell in figures_of(reader.values["Charts"]).items()}
    sessions = [session for week in plan["weeks"] for session in week["sessions"]]
    by_now = sum(session["minutes"] for session in sessions if day(session["start"]) < today) / 60
    this_week = next((week for week in plan["weeks"] if day(week["first"]) <= today <= day(week["last"])), None)
    reader.equal(have["As of"], to_excel(today), "Charts: as of")
    reader.equal(f"As of {today:%a} {today.day} {today:%B} {today.year}" in said, True, "Dashboard: as of")
    reader.hours(have["Planned by yesterday, since it was laid out"], by_now, "Charts: planned by yesterday")
    reader.hours(have["Ahead (+) or behind (−)"], -by_now, "Charts: behind")
    reader.hours(have["This week, planned"], this_week["minutes"] / 60 if this_week else 0, "Charts: this week")
    reader.hours(have["All hours of the plan"], sum(session["minutes"] for session in sessions) / 60, "Charts: all")
    reader.equal(have["The plan's last day"], to_excel(day(plan["end"])), "Charts: the last day")
    done = {kind: sum(item["done"] for item in plan["items"] if item["kind"] in kinds)
            for kind, kinds in (("Tasks done", TASKS), ("Checks done", CHECKS), ("Read", {"reading"}))}
    for sheet_name, words in (("Tasks", "Tasks done"), ("Checklists", "Checks done"), ("Reading", "Read"),
                              ("Milestones", "Milestones reached")):
        count = len(rows_of(reader.values[sheet_name], "key"))
        reader.equal(have.get(words), done.get(words, 0), f"Charts: {words}")
        reader.equal(f"{done.get(words, 0)} of {count}" in said, True, f"Dashboard: {words} of {count}")
    reader.hours(have["Money planned"], check_budget(reader), "Charts: money planned")


def check_marks(reader):
    """Each table with a due date marks what is past it and not done; the words say so both ways."""
    for sheet in ("Tasks", "Checklists", "Reading", "Milestones", "Questions"):
        marks = [mark for mark in conditions_of(reader.book[sheet]) if mark[3] == LATE and "AsOf" in mark[2]]
        reader.equal(len(marks), 1, f"{sheet}: one mark for what is late")
        letter = reader.book[sheet].cell(5, roles_of(reader.book[sheet])["due"]).column_letter
        for ranges, _, formula, _ in marks:
            reader.tally.check(ranges.startswith(letter + "5:"), f"{sheet}: the mark is on the due column", ranges)
            reader.tally.check(formula.startswith(f'AND(${letter}5<>"",${letter}5<AsOf,NOT('), f"{sheet}: late is",
                               formula)


def check_record(reader):
    """Roadbook: the facts of this build, the first plan's weeks, each id of the roadmap."""
    sheet, plan = reader.values["Roadbook"], reader.plan
    facts = {row["name"]: row["value"] for row in record_rows(sheet, "settings") if not row["origin"]}
    for name, want in (("version", "2"), ("plan", plan["id"]), ("title", plan["title"]), ("start", plan["start"]),
                       ("end", plan["end"]), ("timezone", plan["timezone"]), ("built", reader.today.isoformat()),
                       ("minutes-a-week", str(round(plan["hours_per_week"] * 60)))):
        reader.equal(facts.get(name), want, f"Roadbook: {name}")
    weeks = [(date_of(row["first"]), row["minutes"]) for row in record_rows(sheet, "first-plan")]
    reader.equal(weeks, [(week["first"], week["minutes"]) for week in plan["weeks"]], "Roadbook: the first plan")
    known = record_rows(sheet, "keys")
    reader.equal(len({row["key"] for row in known}), len(known), "Roadbook: each id once")
    tables = {row["key"]: (name.lower(), row.get("due")) for name in ("Tasks", "Checklists", "Reading", "Milestones",
                                                                      "Questions", "Budget")
              for row in rows_of(reader.values[name], "key")}
    have = {row["key"]: (row["table"], row["due"]) for row in known if row["table"]}
    reader.equal(have, tables, "Roadbook: tables and dates due")
    kinds = {row["key"]: (row["kind"], row["title"]) for row in known}
    for item in plan["items"]:
        if item["title"]:
            reader.equal(kinds.get(item["id"]), (item["kind"], item["title"]), "Roadbook: kind and title")


def check_plan_record(reader):
    """Roadbook plan: each week and session as it is laid out."""
    sheet, plan = reader.values["Roadbook plan"], reader.plan
    reader.equal([row["id"] for row in record_rows(sheet, "plan")], [plan["id"]], "Roadbook plan: whose it is")
    weeks = [(row["number"], date_of(row["first"]), date_of(row["last"])) for row in record_rows(sheet, "plan-week")]
    reader.equal(weeks, [(week["number"], week["first"], week["last"]) for week in plan["weeks"]], "Roadbook plan: weeks")
    rows = [dict(zip(("plan", "category", "focus"), line.split("\u241f"))) for row in record_rows(sheet, "plan-session")
            for line in row["plan"].split("\u241e")]
    wanted = [session for week in plan["weeks"] for session in week["sessions"]]
    reader.equal(len(rows), len(wanted), "Roadbook plan: sessions")
    for row, session in zip(rows, wanted):
        begin = datetime.datetime.fromisoformat(session["start"])
        words = row["plan"].split(" ")
        reader.equal([words[0], words[1], int(words[2]), int(words[3]), words[8] == "1", row["category"], row["focus"]],
                     [session["id"], begin.date().isoformat(), begin.hour * 60 + begin.minute, session["minutes"],
                      session["review"], session["category"], session["focus"]],
                     f"Roadbook plan, {session['start']}")


def check_lists(reader):
    sheet = reader.values["Lists"]
    columns = {sheet.cell(4, column).value: [sheet.cell(row, column).value for row in range(5, sheet.max_row + 1)
                                            if sheet.cell(row, column).value is not None]
               for column in range(1, sheet.max_column + 1)}
    reader.equal(sorted(columns["Category"]), sorted(reader.categories), "Lists: categories")
    reader.equal(columns["Criterion"], ["=" + re.sub(r"([*?~])", r"~\1", name) for name in columns["Category"]],
                 "Lists: criteria")
    reader.equal(columns["Done"], ["☐", "☑"], "Lists: ticks")
    reader.equal(columns["Reading"], ["to read", "reading", "read", "put aside"], "Lists: reading")


def check_paper(tally):
    """The tracker prints on the paper that was asked for."""
    for paper, code in (("a4", A4), ("letter", LETTER)):
        book = opened(built_file("xlsx", *SMALL, "--paper", paper))
        for sheet in book.worksheets:
            tally.equal(sheet.page_setup.paperSize, code, f"paper {paper} on {sheet.title}")
            tally.equal(sheet.page_setup.orientation, "portrait" if sheet.title == "Today" else "landscape",
                        f"{sheet.title} lies or stands")
    without = opened(built_file("xlsx", *SMALL))
    tally.equal({sheet.page_setup.paperSize for sheet in without.worksheets}, {A4}, "paper where none is asked for")


def check_compare(tally):
    """A row a pace, and one for each of its phases, as `compare --json` has them."""
    settings = list(RUST)
    settings[settings.index("--hours") + 1] = "5,10"
    paces = json.loads(run("compare", "--json", "-q", *settings))["paces"]
    rows = rows_of(opened(built_file("xlsx", *RUST, "--compare", "5,10", "--only", "xlsx"), True)["Compare"], "pace")
    wanted = []
    for pace in paces:
        words = f"{pace['hours_per_week']:g} h"
        wanted.append([words, "In all", pace["start"], pace["end"], pace["weeks"], pace["minutes"], None, None, None, None])
        wanted += [[words, f"{phase['number']} · {phase['title']}", phase["first"], phase["last"], phase["weeks"],
                    phase["minutes"], phase["asked"]["low"], phase["asked"]["high"], phase["missing"], phase["line"]]
                   for phase in pace["phases"]]

    def minutes(hours):
        return None if hours is None else round(60 * hours)

    have = [[row["pace"], row["phase"], date_of(row["starts"]), date_of(row["ends"]), row["weeks"], minutes(row["hours"]),
             minutes(row["least"]), minutes(row["most"]), minutes(row["missing"]), row["line"]] for row in rows]
    tally.equal(have, wanted, "Compare")
    tally.check(any(low < high for _, _, _, _, _, _, low, high, _, _ in wanted if low), "some phase asks for a range")


def main():
    tally = Tally()
    for sample in (SMALL, WATERCOLOUR, RUST):
        reader = Reader(tally, sample)
        for check in (check_sessions, check_weeks, check_phases, check_tables, check_budget, check_dashboard,
                      check_marks, check_record, check_plan_record, check_lists):
            check(reader)
    check_paper(tally)
    check_compare(tally)
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
