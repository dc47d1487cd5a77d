"""What a learner wrote in a tracker, as openpyxl finds it: to be counted before a build and after it.
All is told as it was meant: "1:30" and 1.5 are the same hours, x and TRUE the same tick."""
import collections
import datetime
import re

from openpyxl.utils.datetime import to_excel

TICKS = {"☑", "x", "X", "true", "TRUE", "yes", "Yes", "1", "done", "Done", "finished", "✓"}
TABLES = {  # the column that says what a row is; those where the learner writes; what stands there before
    "log": ("task", {"hours", "notes"}),
    "tasks": ("task", {"done", "done-on", "notes"}),
    "checklists": ("check", {"done", "done-on", "notes"}),
    "reading": ("title", {"status", "started", "finished", "pages", "rating", "notes"}),
    "milestones": ("milestone", {"reached", "evidence"}),
    "questions": ("question", {"answered", "answer"}),
    "budget": ("item", {"actual", "bought-on", "notes"}),
}
UNSEEN = {"key", "id", "given", "counts", "to-go", "open"}  # not written by the learner
DAYS = {"date", "done-on", "started", "finished", "reached", "answered", "bought-on", "due", "from"}
OURS = {"dashboard", "today", "days", "weeks", "phases", "compare", "lists", "charts", "settings", "first-plan", "keys", "plan",
        "plan-week", "plan-session", "page-line", "sessions"}


def day_of(value):
    """A day as a date, also where it is a text that can be but one; else what it is."""
    if isinstance(value, datetime.datetime):
        return value.date()
    for form in ("%Y-%m-%d", "%d %B %Y", "%d %b %Y"):
        try:
            return datetime.datetime.strptime(value, form).date()
        except (TypeError, ValueError):
            pass
    return value


def hours_of(value):
    """Hours as a number; else what it is."""
    if isinstance(value, datetime.timedelta):
        return round(value.total_seconds() / 3600, 6)
    if isinstance(value, datetime.time):
        return round(value.hour + value.minute / 60 + value.second / 3600, 6)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return round(float(value), 6)
    text = str(value).strip()
    for form in (r"(?P<h>\d+):(?P<m>\d\d)", r"(?P<h>\d+)h(?P<m>\d\d)", r"(?P<m>\d+) ?min", r"(?P<h>\d+(?:[.,]\d+)?)(?: ?h)?"):
        found = re.fullmatch(form, text)
        if found:
            parts = found.groupdict()
            return round(float((parts.get("h") or "0").replace(",", ".")) + float(parts.get("m") or 0) / 60, 6)
    return value


def typed_hours(cell):
    """Those of a cell; the tracker's own format shows what is under 0.25 as a time of day, which it then is."""
    if "0.25]" not in cell.number_format:
        return hours_of(cell.value)
    value = cell.value
    if isinstance(value, (datetime.datetime, datetime.time, datetime.timedelta)):
        value = to_excel(value) if not isinstance(value, datetime.time) else hours_of(value) / 24
    hours = hours_of(value)
    return round(hours * 24, 6) if isinstance(hours, float) and not isinstance(value, str) and hours < 0.25 else hours


def meant(cell, role=None):
    """What a cell says; None for nothing."""
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if cell.data_type == "f":
        return "formula " + re.sub(rf"(?<=[A-Z]){cell.row}\b", "#", value)
    if role == "hours":
        return typed_hours(cell)
    if role == "done" and str(value).strip() in TICKS | {"True"}:
        return "☑"
    if role == "status" and str(value).strip() in TICKS | {"True", "read"}:
        return "read"
    if role in DAYS:
        return day_of(value)
    if isinstance(value, bool):
        return str(value).upper()
    return round(float(value), 6) if isinstance(value, (int, float)) else value


class Column:
    def __init__(self, number, role, header):
        self.number, self.role, self.header = number, role, header


class Table:
    """Found by its role row, on whatever sheet."""

    def __init__(self, sheet, role, line, tokens):
        self.sheet, self.role, self.line = sheet, role, line
        by_column = {cell.column: cell.value.split(":", 2)[2] for cell in tokens}
        self.columns = [Column(number, by_column.get(number), sheet.cell(line + 1, number).value or "")
                        for number in range(1, sheet.max_column + 1)]

    def column(self, role):
        return next((column for column in self.columns if column.role == role), None)

    def rows(self):
        return range(self.line + 2, self.sheet.max_row + 1)

    def cell(self, row, role):
        return self.sheet.cell(row, self.column(role).number)


def holds(sheet, role):
    """How much speaks for SHEET as the one that holds the table, and is no copy."""
    return 2 if sheet.title.lower() == role else role in OURS and not sheet.title.endswith("Copy")


def tables_of(book):
    """The tables by role, and the sheets that are nobody's but the learner's. Of a copied sheet the
    one with the table's own name holds it, else the first."""
    found, holders, own = {}, {}, []
    for sheet in book.worksheets:
        tokens = [cell for row in sheet.iter_rows(max_row=40) for cell in row
                  if isinstance(cell.value, str) and cell.value.startswith("#roadbook:")]
        role = tokens[0].value.split(":")[1] if tokens else None
        if role is None:
            own.append(sheet)
            continue
        found[sheet.title] = (role, tokens)
        if role not in holders or holds(sheet, role) > holds(holders[role], role):
            holders[role] = sheet
    own += [book[title] for title, (role, _) in found.items() if holders[role].title != title]
    tables = {role: Table(sheet, role, found[sheet.title][1][0].row, found[sheet.title][1])
              for role, sheet in holders.items() if role not in OURS}
    return tables, own


class Entries:
    """LOG: a row each as (date, hours, notes, own cells). OWN_LOG: of rows without a key category and
    task besides. ATOMS: (words of the row, what a cell of it says) of the other tables. STRAYS: rows of
    "From your old file". SHEETS: own sheets by name, each as a list of cells. TICKED: what the roadmap
    itself ticks; there the entry is to have it open."""

    def __init__(self, book, ticked=()):
        self.ticked, self.keyed = ticked, set()
        self.log, self.own_log = collections.Counter(), collections.Counter()
        self.all_log, self.atoms, self.strays, self.sheets = (collections.Counter() for _ in range(4))
        self.tables, own = tables_of(book)
        for role, table in self.tables.items():
            if role == "old":
                self.read_strays(table)
            elif role in TABLES:
                self.read(table)
        self.sheets = {sheet.title: collections.Counter(self.cells(sheet)) for sheet in own}

    @staticmethod
    def cells(sheet):
        for row in sheet.iter_rows():
            for cell in row:
                if str(cell.value).startswith("#roadbook:"):
                    continue
                if cell.data_type == "f" and sheet.title.endswith("Copy"):
                    continue  # roadbook's own formulas: those that no longer fit are named
                comment = cell.comment.text.strip() if cell.comment else None
                if meant(cell) is not None or comment:
                    number = cell.is_date or (isinstance(cell.value, (int, float)) and cell.data_type != "b")
                    form = cell.number_format if number else None
                    value = cell.value if cell.data_type == "f" else meant(cell)
                    if isinstance(value, (datetime.datetime, datetime.time)):
                        value = round(float(to_excel(value)), 6)
                    yield cell.coordinate, value, form, comment

    def read_strays(self, table):
        for row in table.rows():
            content = tuple(meant(table.sheet.cell(row, column.number)) for column in table.columns)
            if any(one is not None for one in content):
                self.strays[content] += 1

    def read(self, table):
        seen = set()
        key = table.column("id" if table.role == "log" else "key")
        naming = [column.number for column in table.columns if column.role in ("date", "category", TABLES[table.role][0])]
        for row in table.rows():
            id = table.sheet.cell(row, key.number).value if key else None
            # a row with the key of one that says something else may be the planned one
            words = (id, *(table.sheet.cell(row, number).value for number in naming))
            own = words in seen or id in (None, "")
            seen.add(words)
            (self.read_log if table.role == "log" else self.read_item)(table, row, own)

    def read_log(self, table, row, own):
        values = {column.role: meant(table.sheet.cell(row, column.number), column.role)
                  for column in table.columns if column.role and column.role not in UNSEEN | {"planned"}}
        extra = tuple(sorted((str(column.header), str(value)) for column in table.columns if not column.role
                             for value in [meant(table.sheet.cell(row, column.number))] if value is not None))
        entry = (values.get("date"), values.get("hours"), values.get("notes"), extra)
        full = entry + (values.get("category"), values.get("task"))
        if any(value is not None for value in values.values()) or extra:
            self.all_log[full] += 1
            planned = table.column("planned")
            copied = planned is not None and meant(table.cell(row, "planned")) is not None
            # a planned row that lost its id to a sort, or a copy of one, is nobody's words
            if own and (not copied or entry[1] is not None or entry[2] is not None or extra):
                self.own_log[full] += 1
            if entry[1] is not None or entry[2] is not None or extra:
                self.log[entry] += 1

    def read_item(self, table, row, own):
        name, asked = TABLES[table.role]
        words = meant(table.cell(row, name))
        if words is None and all(meant(table.sheet.cell(row, column.number)) in (None, "☐", "to read")
                                 for column in table.columns if column.role not in UNSEEN):
            return
        for column in table.columns:
            value = meant(table.sheet.cell(row, column.number), column.role)
            untouched = "☑" if column.role == "done" and words in self.ticked else "☐"
            if value not in (None, "to read", untouched) and (column.role is None or column.role in asked):
                self.atoms[(words, value)] += 1
        self.atoms[(words, None)] += 1
        if not own:
            self.keyed.add(words)

    def hours(self):
        return sum(entry[1] * count for entry, count in self.log.items() if isinstance(entry[1], float))


def differences(old, new):
    """What of OLD's entries is not in NEW, or there twice: sentences."""
    said = []

    def compare(kind, had, has):
        for entry in (had | has):
            if had[entry] != has[entry]:
                said.append(f"{kind} {entry!r}: {had[entry]} before, {has[entry]} after")

    compare("log", old.log, new.log)
    for entry, count in old.own_log.items():
        if new.all_log[entry] < count:
            said.append(f"own row of the log {entry!r}: {count} before, {new.all_log[entry]} after")
    gone = old.strays - new.strays
    said += [f"stray {entry!r} is gone" for entry in gone]
    added = new.strays - old.strays
    moved = collections.Counter()
    for stray, count in added.items():
        for content in {stray[3], day_of(stray[3]), "☑" if str(stray[3]) in TICKS else stray[3], None}:
            moved[(stray[1], content)] += count
    for atom in old.atoms | new.atoms:
        had, has = old.atoms[atom], new.atoms[atom]
        anew = atom[1] is None and atom[0] in new.keyed  # a row that was deleted comes back
        if (has > had and not anew) or has + moved[atom] < had:
            said.append(f"entry {atom!r}: {had} before, {has} after, {moved[atom]} strays")
    for name in old.sheets:
        compare(f"sheet {name}", old.sheets[name], new.sheets.get(name, collections.Counter()))
    said += [f"sheet {name} is new" for name in new.sheets if name not in old.sheets]
    return said
