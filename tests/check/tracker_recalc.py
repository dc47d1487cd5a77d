#!/usr/bin/python3
"""LibreOffice as oracle: after a hard recalculation every formula cell of a tracker must be equal to
the value that is stored with it, and rows typed into the Log must count everywhere. Usage:
tracker_recalc.py [FILE.xlsx...]; without files, those that $ROADBOOK builds of the samples. Exit
status 77 where LibreOffice or its Python bridge is absent.
Plain builds only.
"""

import glob
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

try:
    import openpyxl
    import uno
    from com.sun.star.beans import PropertyValue
    from com.sun.star.table.CellContentType import FORMULA
except ImportError:
    print("skipped: no python3-uno or no python3-openpyxl")
    sys.exit(77)

ERRORS = {"#N/A": 32767}


def connect(profile):
    pipe = "roadbook%d" % os.getpid()
    office = subprocess.Popen(
        [shutil.which("soffice"), "--headless", "--invisible", "--norestore", "--nologo",
         "-env:UserInstallation=file://" + profile, "--accept=pipe,name=%s;urp;" % pipe],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % pipe)
            return office, context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context)
        except Exception:  # the bridge's own "not yet there"
            time.sleep(0.25)
    office.terminate()
    sys.exit("LibreOffice does not answer")


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
    if hasattr(value, "year"):
        from openpyxl.utils.datetime import to_excel
        return to_excel(value)
    return value


def check(desktop, path):
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    document = desktop.loadComponentFromURL(
        "file://" + os.path.abspath(path), "_blank", 0, (hidden,))
    document.calculateAll()
    formulas = openpyxl.load_workbook(path)
    stored = openpyxl.load_workbook(path, data_only=True)
    count = bad = 0
    for sheet in formulas.worksheets:
        cells = document.Sheets.getByName(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                there = cells.getCellByPosition(cell.column - 1, cell.row - 1)
                value = serial(stored[sheet.title][cell.coordinate].value)
                today = "TODAY()" in cell.value
                if there.getType() != FORMULA or not (today or same(value, there)):
                    bad += 1
                    print("%s: %s!%s: stored %r, worked out %r: %s" % (
                        path, sheet.title, cell.coordinate, value, there.getString(), cell.value))
    bad += check_typed(path, document, stored)
    document.close(True)
    print("%s: %d formulas, %d wrong" % (path, count, bad))
    return bad == 0 and count > 0


def check_typed(path, document, stored):
    """Types into the Log and looks at the Dashboard and Weeks; gives how much is wrong."""
    log, weeks = document.Sheets.getByName("Log"), document.Sheets.getByName("Weeks")
    dashboard = document.Sheets.getByName("Dashboard")
    used = [row for row in range(4, 1000) for column in range(5)
            if log.getCellByPosition(column, row).getString()]
    first = max(used, default=3) + 1
    starts = serial(stored["Weeks"]["B5"].value)
    category = stored["Lists"]["A5"].value
    before = dashboard.getCellByPosition(0, 6).getValue(), weeks.getCellByPosition(7, 4).getValue()
    for row, (day, name, hours) in enumerate(
            [(starts, category, 1.25), (starts + 1, "of my own", 0.5), (starts - 400, category, 2)],
            first):
        log.getCellByPosition(0, row).setValue(day)
        log.getCellByPosition(1, row).setString(name)
        log.getCellByPosition(2, row).setValue(hours)
    document.calculateAll()
    after = dashboard.getCellByPosition(0, 6).getValue(), weeks.getCellByPosition(7, 4).getValue()
    bad = 0
    for words, one, other, more in (("logged", before[0], after[0], 3.75),
                                    ("its category", before[1], after[1], 1.25)):
        if abs(other - one - more) > 1e-9:
            bad += 1
            print("%s: %s: %s, then %s" % (path, words, one, other))
    for row in (6, 9, 12):
        for column in range(6):
            if dashboard.getCellByPosition(column, row).getError():
                bad += 1
                print("%s: an error on the Dashboard, row %d, column %d" % (path, row, column))
    return bad


def build(folder):
    """Trackers of all samples."""
    paths = []
    for roadmap in sorted(glob.glob("samples/*.md")):
        subprocess.run([os.environ.get("ROADBOOK", "build/roadbook"), "build", roadmap, "-o", folder,
                        "--only", "xlsx", "--start", "2026-01-05", "--today", "2026-03-12",
                        "-z", "Europe/Berlin", "-q"], check=True)
        paths.append(os.path.join(folder, os.path.splitext(os.path.basename(roadmap))[0] + ".xlsx"))
    return paths


def main():
    if shutil.which("soffice") is None:
        print("skipped: no LibreOffice")
        sys.exit(77)
    warnings.simplefilter("ignore")
    with tempfile.TemporaryDirectory() as profile:
        paths = sys.argv[1:] or build(profile)
        office, desktop = connect(profile)
        try:
            results = [check(desktop, path) for path in paths]
        finally:
            try:
                desktop.terminate()
            except Exception:  # it closes the bridge before it answers
                pass
            office.wait(30)
    print("%d passed, %d failed" % (results.count(True), results.count(False)))
    sys.exit(0 if all(results) else 1)


main()
