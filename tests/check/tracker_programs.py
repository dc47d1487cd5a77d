#!/usr/bin/python3
"""The edit script: what people do to a tracker in a spreadsheet program. Hours, ticks in all spellings,
dates, notes, rows, columns and sheets of one's own are written; a sheet is renamed and moved, a column
inserted, a header renamed, rows are sorted, hidden sheets deleted. Through openpyxl and LibreOffice (as
.xlsx; as .ods and back), and on through Gnumeric where it is installed. Then builds at 5, 10 and 5 hours
a week: all is there, each once.

Exit status 77 where openpyxl is absent; what needs LibreOffice is left out where that is.
Plain builds only.
Has longer walks.
"""
import collections
import datetime
import os
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
    from openpyxl.utils.datetime import to_excel
except ImportError:
    print("skipped: no python3-openpyxl")
    sys.exit(77)
try:
    from support.office import Office
except ImportError:
    Office = None

from support.entries import TABLES, TICKS, Entries, differences, tables_of
from support.program import LONG, PROGRAM
from support.tally import Tally
from support.tracker import opened

ROADMAP = "samples/rust-systems.md"
HOURS = ("1:30", "1,5", "90 min", 1, 0.5, 2.25, "1h10", 3)
MEANT = (1.5, 1.5, 1.5, 1.0, 0.5, 2.25, round(7 / 6, 6), 3.0)
TICKED = ("☑", "x", "X", "TRUE", "yes", 1, "1", "done", "finished", "✓", "Done")
OWN = "My own books"


def moment(date):
    return datetime.datetime.combine(date, datetime.time())


class Package:
    """A tracker edited by openpyxl."""

    def __init__(self, path):
        self.path, self.book = path, opened(path)

    def put(self, sheet, row, column, value):
        cell = self.book[sheet].cell(row, column)
        cell.value = value
        if isinstance(value, str) and value.startswith("=") and not value.startswith("=("):
            cell.data_type = "s"

    def rename(self, sheet, name):
        self.book[sheet].title = name

    def move_last(self, sheet):
        self.book.move_sheet(sheet, len(self.book.sheetnames))

    def insert_column(self, sheet, column):
        self.book[sheet].insert_cols(column)

    def add_sheet(self, name):
        self.book.create_sheet(name, 1)

    def percent(self, sheet, row, column):
        self.book[sheet].cell(row, column).number_format = "0.0%"

    def comment(self, sheet, row, column, words):
        self.book[sheet].cell(row, column).comment = openpyxl.comments.Comment(words, "me")

    def sort(self, sheet, first, last, from_column, to_column, by):
        cells = self.book[sheet]
        rows = [[(cells.cell(row, column).value, cells.cell(row, column).data_type, cells.cell(row, column).number_format)
                 for column in range(from_column, to_column + 1)] for row in range(first, last + 1)]
        rows.sort(key=lambda row: str(row[by - from_column][0]))
        for row, values in enumerate(rows, first):
            for column, (value, kind, form) in enumerate(values, from_column):
                cell = cells.cell(row, column)
                cell.hyperlink = None
                cell.value, cell.number_format = value, form
                if value is not None:
                    cell.data_type = kind

    def delete_hidden(self):
        for name in self.book.sheetnames:
            if self.book[name].sheet_state == "hidden":
                del self.book[name]

    def save(self):
        self.book.save(self.path)


class Sheets:
    """A tracker edited in LibreOffice."""

    def __init__(self, path, office, by_way_of=None):
        self.path, self.office, self.by_way_of = path, office, by_way_of
        self.document = office.open(path)
        self.sheets = self.document.Sheets

    def cell(self, sheet, row, column):
        return self.sheets.getByName(sheet).getCellByPosition(column - 1, row - 1)

    def put(self, sheet, row, column, value):
        cell = self.cell(sheet, row, column)
        if isinstance(value, datetime.datetime):
            cell.setValue(to_excel(value))
        elif isinstance(value, str) and value.startswith("=("):
            cell.setFormula(value.replace(",", ";"))
        elif isinstance(value, str):
            cell.setString(value)
        else:
            cell.setValue(value)

    def rename(self, sheet, name):
        self.sheets.getByName(sheet).Name = name

    def move_last(self, sheet):
        self.sheets.moveByName(sheet, self.sheets.Count)

    def insert_column(self, sheet, column):
        self.sheets.getByName(sheet).Columns.insertByIndex(column - 1, 1)

    def add_sheet(self, name):
        self.sheets.insertNewByName(name, 1)

    def percent(self, sheet, row, column):
        formats, locale = self.document.NumberFormats, self.document.CharLocale
        key = formats.queryKey("0.0%", locale, False)
        self.cell(sheet, row, column).NumberFormat = key if key >= 0 else formats.addNew("0.0%", locale)

    def comment(self, sheet, row, column, words):
        self.sheets.getByName(sheet).Annotations.insertNew(self.cell(sheet, row, column).CellAddress, words)

    def sort(self, sheet, first, last, from_column, to_column, by):
        import uno
        from support.office import properties
        field = uno.createUnoStruct("com.sun.star.table.TableSortField")
        field.Field, field.IsAscending, field.IsCaseSensitive = by - from_column, True, False
        area = self.sheets.getByName(sheet).getCellRangeByPosition(from_column - 1, first - 1, to_column - 1, last - 1)
        fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
        area.sort(properties(SortFields=fields, ContainsHeader=False, IsSortColumns=False))

    def delete_hidden(self):
        for name in self.sheets.ElementNames:
            if not self.sheets.getByName(name).IsVisible:
                self.sheets.removeByName(name)

    def save(self):
        path = self.path
        if self.by_way_of:
            path = os.path.splitext(self.path)[0] + self.by_way_of
            self.office.save(self.document, path)
            self.document.close(True)
            self.document = self.office.open(path)
        self.office.save(self.document, self.path)
        self.document.close(True)
        if path != self.path:
            os.unlink(path)


def place_of(table, row):
    """Where a thing to tick stands in the roadmap; many have the same words."""
    columns = [column for column in ("section", "phase", "details") if table.column(column)]
    return tuple(table.cell(row, column).value for column in (TABLES[table.role][0], *columns))


def ticked_places(tables, given):
    """Those with a tick that the roadmap did not make itself."""
    return collections.Counter(
        place_of(table, row) for role, table in tables.items() if role in ("tasks", "checklists")
        for row in table.rows()
        if str(table.cell(row, "done").value) in TICKS | {"True"} and table.cell(row, TABLES[role][0]).value not in given)


class Script:
    """The edits, through a program; and what must be found afterwards."""

    def __init__(self, program, path, without_record):
        self.program = program
        self.tables, _ = tables_of(opened(path))
        self.log, self.atoms, self.places = (collections.Counter() for _ in range(3))
        self.write_log()
        self.write_ticks()
        self.write_others()
        self.write_own_sheet()
        self.rearrange()
        self.typed = {"Time I spent"}  # over a header; without the record nobody knows
        if without_record:
            self.typed = set()
            program.delete_hidden()
        program.save()

    def put(self, role, row, column, value):
        table = self.tables[role]
        self.program.put(table.sheet.title, row, table.column(column).number, value)

    def row(self, role, number):
        return self.tables[role].line + 2 + number

    def write_log(self):
        table = self.tables["log"]
        mood = len(table.columns) + 2
        self.program.put("Log", table.line + 1, mood, "Mood")
        for number in range(40):
            row = self.row("log", number)
            date, note = table.cell(row, "date").value.date(), f"note {number:03}"
            self.put("log", row, "hours", HOURS[number % len(HOURS)])
            self.put("log", row, "notes", note)
            extra = ()
            if number % 8 == 0:
                self.program.put("Log", row, mood, f"mood {number}")
                extra = (("Mood", f"mood {number}"),)
            self.log[(date, MEANT[number % len(HOURS)], note, extra)] += 1
        last = next(row for row in table.rows() if table.cell(row, "date").value is None)
        for number, (date, hours) in enumerate((("2026-02-01", 2), ("3 March 2026", 1.25), ("2026-05-09", 0.75))):
            note = f"=own {number}"
            for column, value in (("date", date), ("category", "Of my own"), ("hours", hours), ("notes", note)):
                self.put("log", last + number, column, value)
            day = datetime.date(2026, (2, 3, 5)[number], (1, 3, 9)[number])
            self.log[(day, float(hours), note, ())] += 1

    def write_ticks(self):
        for number in range(22):
            role = "tasks" if number % 2 else "checklists"
            row = self.row(role, number)
            self.put(role, row, "done", TICKED[number % len(TICKED)])
            words = self.tables[role].cell(row, TABLES[role][0]).value
            self.atoms[(words, "☑")] += 1
            self.places[place_of(self.tables[role], row)] += 1
            if number % 3 == 0:
                day = datetime.date(2026, 3, number + 1)
                self.put(role, row, "done-on", day.isoformat() if number % 2 else moment(day))
                self.atoms[(words, day)] += 1
        for row in self.of_shared_words():
            self.put("tasks", row, "done", "x")
            self.atoms[(self.tables["tasks"].cell(row, "task").value, "☑")] += 1
            self.places[place_of(self.tables["tasks"], row)] += 1

    def of_shared_words(self):
        """Some rows of the tasks whose words others have, too: of each word but the first and last."""
        table, by_words = self.tables["tasks"], collections.defaultdict(list)
        for row in list(table.rows())[22:]:
            if table.cell(row, "task").value and table.cell(row, "done").value == "☐":
                by_words[table.cell(row, "task").value].append(row)
        return [row for rows in by_words.values() for row in rows[1:-1:2]]

    def write_others(self):
        day = datetime.date(2026, 4, 1)
        written = {"reading": (("status", "reading"), ("started", moment(day)), ("rating", 4), ("notes", "to the point")),
                   "milestones": (("reached", "2026-04-01"), ("evidence", "see the repository")),
                   "questions": (("answered", moment(day)), ("answer", "007, not 7")),
                   "budget": (("actual", 12.5), ("bought-on", moment(day)), ("notes", "second hand"))}
        for role, cells in written.items():
            for number in range(2):
                row = self.row(role, number)
                words = self.tables[role].cell(row, TABLES[role][0]).value
                for column, value in cells:
                    self.put(role, row, column, value)
                    self.atoms[(words, day if column in ("started", "reached", "answered", "bought-on") else value)] += 1
        row = self.row("tasks", 0)
        self.due = (self.tables["tasks"].cell(row, "task").value, datetime.date(2027, 7, 7))
        self.put("tasks", row, "due", moment(self.due[1]))

    def write_own_sheet(self):
        self.program.add_sheet(OWN)
        for row, value in enumerate((1, 2.5, "=text", "three\nlines"), 1):
            self.program.put(OWN, row, 1, value)
        self.program.put(OWN, 1, 2, "=(A1+A2)*2")
        self.program.put(OWN, 1, 3, 0.25)
        self.program.percent(OWN, 1, 3)
        self.program.comment(OWN, 2, 1, "borrowed")

    def rearrange(self):
        table, tasks = self.tables["log"], self.tables["tasks"]
        end = next(row for row in table.rows() if table.cell(row, "date").value is None) + 2
        self.program.sort("Log", table.line + 2, end, 1, len(table.columns) + 2, table.column("notes").number)
        end = next((row for row in tasks.rows() if tasks.cell(row, "task").value is None), tasks.sheet.max_row + 1) - 1
        first = min(column.number for column in tasks.columns if column.role not in ("key", "given"))
        self.program.sort("Tasks", tasks.line + 2, end, first, len(tasks.columns), tasks.column("task").number)
        self.program.put("Log", table.line + 1, table.column("hours").number, "Time I spent")
        self.program.insert_column("Log", table.column("hours").number)
        self.program.rename("Log", "My days")
        self.program.move_last("My days")


def check_found(tally, script, path, ticked, what):
    """Everything that the script wrote, each once, and nothing else."""
    found = Entries(opened(path), ticked)
    tally.equal(found.log, script.log, f"{what}: rows of the log")
    tally.equal(round(found.hours(), 4), round(sum(entry[1] for entry in script.log), 4), f"{what}: hours")
    has = collections.Counter({atom: count for atom, count in found.atoms.items() if atom[1] is not None})
    lost, more = script.atoms - has, has - script.atoms
    tally.check(not lost and not more, f"{what}: ticks, dates and notes", f"lost {list(lost)[:5]}, new {list(more)[:5]}")
    places = ticked_places(found.tables, ticked)
    # without the record nobody knows what was written beside a key that the words were sorted from
    tally.check(places == script.places or not script.typed, f"{what}: ticks stand where they were made",
                f"lost {list(script.places - places)[:3]}, new {list(places - script.places)[:3]}")
    tally.check(sum(found.strays.values()) == len(script.typed) and
                {entry[3] for entry in found.strays} == script.typed, f"{what}: what was typed over roadbook's own",
                repr(list(found.strays)[:5]))
    cells = {cell[0]: cell[1:] for cell in found.sheets.get(OWN, ())}
    good = cells.get("A1", (0,))[0] == 1 and cells.get("A2", (0,))[0] == 2.5 and cells.get("A3", (0,))[0] == "=text" and \
        cells.get("A4", (0,))[0] == "three\nlines" and cells.get("B1", (0,))[0] == "=(A1+A2)*2" and \
        cells.get("C1", (0,))[0] == 0.25 and cells["C1"][1].endswith("0.0%") and \
        "borrowed" in (cells.get("A2", (0, 0, ""))[2] or "")
    tally.check(good and len(cells) == 6, f"{what}: one's own sheet", repr(cells))
    return found


def build(folder, today, *options):
    result = subprocess.run([PROGRAM, "build", os.path.join(folder, "plan.md"), "-o", folder, "--only", "xlsx", "-z",
                             "Europe/Berlin", "--start", "2026-01-05", "--today", today, *options],
                            capture_output=True, text=True)
    return result.returncode, result.stderr


def walk(tally, fresh, name, edit, ticked, without_record=False, convert=None):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "plan.xlsx")
        shutil.copy(ROADMAP, os.path.join(folder, "plan.md"))
        shutil.copy(fresh, path)
        script = Script(edit(path), path, without_record)
        if convert:
            convert(path)
        what, before = name + (", without the record" if without_record else ""), None
        for hours in ("5", "10", "5"):
            status, words = build(folder, "2026-06-01", "--hours", hours)
            if not tally.check(status == 0, f"{what}: build at {hours} h", words):
                return
            found = check_found(tally, script, path, ticked, f"{what}, {hours} h")
            if not without_record:
                tasks = found.tables["tasks"]
                dues = [tasks.cell(row, "due").value for row in tasks.rows()
                        if tasks.cell(row, "task").value == script.due[0]]
                tally.check(moment(script.due[1]) in dues, f"{what}, {hours} h: a due date put right", repr(dues))
            if before:
                said = differences(before, found)
                tally.check(not said, f"{what}, {hours} h: as before", "; ".join(said[:3]))
            before = found


def through_gnumeric(path):
    subprocess.run(["ssconvert", path, path + ".new.xlsx"], check=True, capture_output=True)
    os.replace(path + ".new.xlsx", path)


def given_ticks(path):
    """What the roadmap ticks itself."""
    found = set()
    for role, table in tables_of(opened(path))[0].items():
        if role in ("tasks", "checklists"):
            found |= {table.cell(row, TABLES[role][0]).value for row in table.rows() if table.cell(row, "done").value == "☑"}
    return found


def walks(tally, fresh, office):
    ticked = given_ticks(fresh)
    if LONG:
        walk(tally, fresh, "openpyxl", Package, ticked, without_record=True)
        if office:
            walk(tally, fresh, "LibreOffice", lambda path: Sheets(path, office), ticked)
        else:
            tally.skipped += 1
        return
    walk(tally, fresh, "openpyxl", Package, ticked)
    if office:
        walk(tally, fresh, "LibreOffice", lambda path: Sheets(path, office), ticked, without_record=True)
        walk(tally, fresh, "LibreOffice by .ods", lambda path: Sheets(path, office, ".ods"), ticked)
    else:
        tally.skipped += 2
    if shutil.which("ssconvert"):
        walk(tally, fresh, "Gnumeric", Package, ticked, convert=through_gnumeric)
    else:
        tally.skipped += 1


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as profile:
        shutil.copy(ROADMAP, os.path.join(folder, "plan.md"))
        status, words = build(folder, "2026-01-05", "--hours", "5")
        if tally.check(status == 0, "a first build", words):
            office = Office(profile) if Office and shutil.which("soffice") else None
            try:
                walks(tally, os.path.join(folder, "plan.xlsx"), office)
            finally:
                if office:
                    office.close()
    return tally.close()


sys.exit(main())
