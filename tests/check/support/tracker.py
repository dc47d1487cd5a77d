"""A tracker as openpyxl reads it: tables found by their role row, and all of it as text."""
import hashlib
import re
import warnings
import zipfile

import openpyxl

ROLE_ROW, HEADER_ROW, FIRST_ROW = 3, 4, 5
# Of the record: of what was written, not what it says.
MARK = re.compile(r"^[0-9a-f]{8}$|(?<=:)[0-9a-f]{8}(?= |$)")
MARKS = re.compile(r"[0-9a-f]{8}(\*\d+)?( [0-9a-f]{8}(\*\d+)?)*")  # of the imprint: "1a2b3c4d 5e6f7a8b*12"

warnings.filterwarnings("ignore", module="openpyxl")


def opened(path, values=False):
    """The workbook with its formulas, or with the VALUES stored with them."""
    return openpyxl.load_workbook(path, data_only=values)


def roles_of(sheet):
    """Column number by the last part of its role."""
    roles = {}
    for cell in sheet[ROLE_ROW]:
        if isinstance(cell.value, str) and cell.value.startswith("#roadbook:"):
            roles[cell.value.split(":", 2)[2]] = cell.column
    return roles


def rows_of(sheet, key=None, first=FIRST_ROW):
    """Its rows as dictionaries by role; where KEY is given, only those that hold something there."""
    roles = roles_of(sheet)
    rows = [{role: sheet.cell(row, column).value for role, column in roles.items()}
            for row in range(first, sheet.max_row + 1)]
    return [row for row in rows if key is None or row[key] not in (None, "")]


def record_rows(sheet, table):
    """The rows of a table of the record, which stands beside others, to its last."""
    columns = {cell.value.split(":")[2]: cell.column for cell in sheet[ROLE_ROW]
               if isinstance(cell.value, str) and cell.value.startswith(f"#roadbook:{table}:")}
    rows = [{role: sheet.cell(row, column).value for role, column in columns.items()}
            for row in range(FIRST_ROW, sheet.max_row + 1)]
    while rows and not any(value is not None for value in rows[-1].values()):
        rows.pop()
    return rows


def figures_of(sheet):
    """Cells of the hidden sheet Charts by the words beside them."""
    return {sheet.cell(row, 1).value: sheet.cell(row, 2) for row in range(FIRST_ROW, sheet.max_row + 1)
            if sheet.cell(row, 1).value}


def conditions_of(sheet):
    """(range, type, formula, colour of the letters or of the ground) of each conditional format."""
    found = []
    for ranges in sheet.conditional_formatting:
        for rule in ranges.rules:
            font = rule.dxf.font.color.rgb if rule.dxf and rule.dxf.font and rule.dxf.font.color else None
            fill = rule.dxf.fill.bgColor.rgb if rule.dxf and rule.dxf.fill and rule.dxf.fill.bgColor else None
            found.append((str(ranges.sqref), rule.type, "; ".join(rule.formula), font or fill or "-"))
    return sorted(found)


def shown(value):
    if hasattr(value, "hour") and hasattr(value, "year"):
        return value.strftime("%Y-%m-%d")
    return re.sub(r"\s+", " ", f"{value:.6g}" if isinstance(value, float) else str(value))


def told_marks(words):
    """WORDS with what stands for a mark; a list of marks, thousands of digits, as their number and a digest."""
    if MARK.search(words) or not MARKS.fullmatch(words):
        return MARK.sub("#", words)
    count = sum(int(mark.partition("*")[2] or 1) for mark in words.split())
    return f"{count} marks, {hashlib.sha256(words.encode()).hexdigest()[:8]}"


def sheet_text(formulas, values):
    """How a sheet prints, what it checks, marks and holds: a line a row, formulas once a column where
    they only go on from row to row."""
    setup, lines = formulas.page_setup, []
    lines.append(f"{formulas.title}: {formulas.sheet_state}, paper {setup.paperSize}, {setup.orientation}, "
                 f"{setup.fitToWidth or 1} page wide, frozen at {formulas.freeze_panes}, "
                 f"{'locked' if formulas.protection.sheet else 'open'}, rows {formulas.print_title_rows} repeat")
    lines += [f"  marks {ranges}: {kind} {formula} {colour}" for ranges, kind, formula, colour in conditions_of(formulas)]
    for check in sorted(formulas.data_validations.dataValidation, key=lambda check: str(check.sqref)):
        lines.append(f"  checks {check.sqref}: {check.type} {check.operator or ''} {check.formula1} {check.formula2 or ''}"
                     .rstrip() + f"; {check.error or ''}")
    seen = set()
    for row in formulas.iter_rows():
        cells = []
        for cell in row:
            value = values[cell.coordinate].value
            if value in (None, ""):
                continue
            words = told_marks(shown(value))
            if cell.data_type == "f":
                pattern = (cell.column, re.sub(r"(?<=[A-Z])\d+\b", "#", cell.value))
                if pattern not in seen:
                    words += f"  {cell.value}"
                seen.add(pattern)
            if cell.hyperlink:
                words += f"  -> {cell.hyperlink.target or cell.hyperlink.location}"
            cells.append(f"{cell.column_letter} {words}")
        if cells:
            lines.append(f"{row[0].row}: " + " | ".join(cells))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def charts_text(path):
    """Each chart: its kind, the words in it, the cells that it draws, and what is stored of them."""
    lines = []
    with zipfile.ZipFile(path) as archive:
        for name in sorted(archive.namelist()):
            if not name.startswith("xl/charts/chart"):
                continue
            text = archive.read(name).decode("utf-8")
            kinds = re.findall(r"<c:(\w+Chart)>", text)
            words = re.findall(r"<a:t>(.*?)</a:t>", text)
            lines.append(f"{', '.join(kinds)}: {' | '.join(words)}")
            for series in text.split("<c:ser>")[1:]:
                cells = re.findall(r"<c:f>(.*?)</c:f>", series)
                stored = re.findall(r"<c:v>(.*?)</c:v>", series)
                lines.append(f"  {' by '.join(cells)}: {len(stored)} stored, {' '.join(stored[-3:])}")
    return "\n".join(lines) + "\n"
