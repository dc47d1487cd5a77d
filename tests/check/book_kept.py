#!/usr/bin/python3
"""What a learner filled in and drew in the workbook outlives the next build: fields are carried into the
new book and can be seen there, else the old book is kept; a stranger's PDF is left alone. Filled in
and saved by pikepdf (qpdf), pypdf and pdftk, read back by pikepdf and poppler.
Plain builds only.
"""
import glob
import os
import shutil
import subprocess
import sys
import tempfile

try:
    import pikepdf
    import pypdf
    from pypdf.generic import NameObject, TextStringObject
except ImportError as error:
    print(f"{error.name} is not installed")
    sys.exit(77)

from support.program import PROGRAM, run
from support.tally import Tally

ROADMAP = """# Bread in Two Months (2 months, 4 hours/week)

## Phase 1: Yeast (Month 1)

### Goals
- Bake a loaf a week
- Read a dough by hand

### Topics
**Flour** (Month 1): Protein, ash, grind
**Proofing** (Month 1): Warm, cold

### Projects
**Month 1**: **White Loaf** - One tin, one recipe

### Exit Checklist (Month 1)
- [x] Has an oven
- [ ] Bakes without a recipe

## Phase 2: Sourdough (Month 2)

### Topics
**Starter** (Month 2): Feeding, storing

## Milestones
**Month 2**: A loaf to give away
"""
TEXTS = ["Plain words", "Äpfel & (brackets) \\ backslash", "“Curly” – dash …", "Two\nlines", "日本語 Ελλάδα",
         "A longer sentence that a hand would break into two or three lines of a narrow field"]
tally = Tally()


def build(folder, *options):
    return subprocess.run([PROGRAM, "build", f"{folder}/bread.md", "--start", "2026-01-05", "--timezone", "UTC",
                           "--today", "2026-01-01", *options], capture_output=True, text=True, check=False)


def widgets_of(pdf):
    for number, page in enumerate(pdf.pages):
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == "/Widget":
                yield number, annotation


def values_of(path):
    """What each field says; boxes: whether they are ticked."""
    with pikepdf.open(path) as pdf:
        return {str(w.T): w.AS != "/Off" if w.FT == "/Btn" else str(w.get("/V", "")) for _, w in widgets_of(pdf)}


def differing(path, blank):
    return {name: value for name, value in values_of(path).items() if value != blank.get(name)}


def fill(values, path, target):
    """By pikepdf, every value and appearance."""
    with pikepdf.open(path) as pdf:
        for _, widget in widgets_of(pdf):
            value = values.get(str(widget.T))
            if isinstance(value, bool):
                widget.V = widget.AS = pikepdf.Name("/Yes" if value else "/Off")
            elif value is not None:
                widget.V = pikepdf.String(value)
        pdf.save(target)


def fill_by_pypdf(values, path, target):
    reader, writer = pypdf.PdfReader(path), pypdf.PdfWriter()
    writer.clone_document_from_reader(reader)
    for page in writer.pages:
        for annotation in page.get("/Annots", []):
            widget = annotation.get_object()
            value = values.get(widget.get("/T"))
            if isinstance(value, bool):
                widget[NameObject("/V")] = widget[NameObject("/AS")] = NameObject("/Yes" if value else "/Off")
            elif value is not None:
                widget[NameObject("/V")] = TextStringObject(value)
    writer.write(target)


def fill_by_pdftk(values, path, target):
    def literal(text):
        return "<" + ("\ufeff" + text).encode("utf-16-be").hex() + ">"
    fields = "".join(f"<</T({name})/V{('/Yes' if value else '/Off') if isinstance(value, bool) else literal(value)}>>"
                     for name, value in values.items())
    with open(target + ".fdf", "w", encoding="ascii") as data:
        data.write(f"%FDF-1.2\n1 0 obj\n<</FDF<</Fields[{fields}]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
    subprocess.run(["pdftk", path, "fill_form", target + ".fdf", "output", target], check=True)
    os.remove(target + ".fdf")


def resave(path, target, *options):
    subprocess.run(["qpdf", *options, path, target], check=True)


def append(values, path, target):
    """An incremental update, as viewers write it: the changed objects and a table behind the old end."""
    with open(path, "rb") as file:
        data = bytearray(file.read())
    last = int(data[data.rindex(b"startxref"):].split()[1])
    entries = []
    with pikepdf.open(path) as pdf:
        size, root, info = int(pdf.trailer.Size), pdf.Root.objgen[0], pdf.docinfo.objgen[0]
        for _, widget in widgets_of(pdf):
            value = values.get(str(widget.T))
            if value is None:
                continue
            if isinstance(value, bool):
                widget.V = widget.AS = pikepdf.Name("/Yes" if value else "/Off")
            else:
                widget.V = pikepdf.String(value)
            entries.append((widget.objgen[0], len(data)))
            data += b"%d 0 obj\n%s\nendobj\n" % (widget.objgen[0], widget.unparse(resolved=True))
    start = len(data)
    data += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % entry for entry in sorted(entries))
    data += (b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
             % (size, root, info, last, start))
    with open(target, "wb") as file:
        file.write(data)


def annotate(path, target):
    with pikepdf.open(path) as pdf:
        mark = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Highlight, Rect=[50, 50, 150, 70],
                                  QuadPoints=[50, 70, 150, 70, 50, 50, 150, 50], C=[1, 1, 0])
        page = pdf.pages[0]
        if "/Annots" not in page:
            page.Annots = pikepdf.Array()
        page.Annots.append(pdf.make_indirect(mark))
        pdf.save(target)


def entries_for(path):
    """20 places to write in and 10 boxes, spread through the book."""
    with pikepdf.open(path) as pdf:
        all_fields = [(str(w.T), w.FT == "/Btn", w.AS == "/Yes" if w.FT == "/Btn" else False)
                      for _, w in widgets_of(pdf)]
    boxes = [(name, on) for name, box, on in all_fields if box]
    lines = [name for name, box, _ in all_fields if not box]
    ticked = [name for name, on in boxes if on]
    entries = {lines[i * len(lines) // 20]: TEXTS[i % len(TEXTS)] for i in range(20)}
    for name, _ in boxes[::len(boxes) // 9 + 1][:9]:
        entries[name] = name not in ticked
    entries[ticked[0]] = False  # the roadmap ticks it, the learner does not
    for name, on in boxes:
        if len(entries) < 30 and name not in entries:
            entries[name] = not on
    return entries


def read(path):
    with open(path, "rb") as file:
        return file.read()


def carried_on(folder, book, blank):
    entries = entries_for(blank)
    unfilled = values_of(blank)
    fills = {"pikepdf": fill, "pypdf": fill_by_pypdf, "pdftk": fill_by_pdftk, "an update": append}
    for name, by in fills.items():
        by(entries, blank, book)
        before = differing(book, unfilled)
        tally.equal(before, entries, f"{name} fills in 30 fields")
        said = build(folder, "--only", "pdf", "--fillable", "-v")
        tally.check(said.returncode == 0 and "30 fields are carried over" in said.stderr, f"{name}: carried", said.stderr)
        tally.equal(differing(book, unfilled), entries, f"{name}: all 30 are in the new book")
        tally.check(not glob.glob(f"{book}.bak*"), f"{name}: nothing is kept beside it")
        once = read(book)
        said = build(folder, "--only", "pdf", "--fillable")
        tally.check(read(book) == once and "(unchanged)" in said.stdout, f"{name}: the next build changes no byte",
                    said.stdout)
    for options in (["--object-streams=disable"], ["--object-streams=generate", "--linearize"], ["--qdf"]):
        fill(entries, blank, f"{folder}/filled.pdf")
        resave(f"{folder}/filled.pdf", book, *options)
        build(folder, "--only", "pdf", "--fillable")
        tally.equal(differing(book, unfilled), entries, f"saved by qpdf {' '.join(options)}")
    return entries


def another_edition(folder, book, entries):
    """The plan changes: what still has its place goes on, the rest stays with the old book."""
    unfilled = len(entries)
    said = build(folder, "--only", "pdf", "--fillable", "--hours", "6", "-v")
    kept = glob.glob(f"{book}.bak*")
    carried = sum(values_of(book).get(name) == value for name, value in entries.items())
    tally.check(said.returncode == 0 and carried >= unfilled * 0.6, "most entries find their place at other hours",
                f"{carried} of {unfilled}")
    tally.check(carried == unfilled or kept, "what did not is kept", said.stderr)
    for path in kept:
        os.remove(path)


def can_be_seen(folder, book, entries):
    """poppler shows what was carried: as text, and as ink on the page."""
    text = subprocess.run(["pdftotext", "-layout", book, "-"], capture_output=True, text=True, check=True).stdout
    words = [value.split()[0] for value in entries.values() if isinstance(value, str)]
    hidden = [word for word in words if word not in text and ord(word[0]) < 0x3000]
    tally.check(not hidden, "pdftotext finds every entry but those that need a viewer's own fonts", hidden)
    with pikepdf.open(book) as pdf:
        pages = {}
        for number, widget in widgets_of(pdf):
            pages.setdefault(number, []).append(str(widget.T))
        number = next(n for n, names in pages.items() if any(isinstance(entries.get(name), str) for name in names))
    pictures = []
    for name, source in (("filled", book), ("blank", f"{folder}/blank.pdf")):
        subprocess.run(["pdftoppm", "-r", "60", "-f", str(number + 1), "-l", str(number + 1), "-singlefile", source,
                        f"{folder}/{name}"], check=True)
        pictures.append(read(f"{folder}/{name}.ppm"))
    tally.check(len(pictures[0]) == len(pictures[1]) and pictures[0] != pictures[1], "pdftoppm draws them")
    said = subprocess.run(["qpdf", "--check", book], capture_output=True, text=True, check=False)
    tally.check(said.returncode == 0 and "WARNING" not in said.stdout + said.stderr, "qpdf --check", said.stdout)


def kept_beside(folder, book, blank, entries):
    fill(entries, blank, book)
    filled = read(book)
    said = build(folder, "--only", "pdf")
    tally.check(said.returncode == 0 and "30 fields were filled in; the old book is kept" in said.stderr,
                "filled in, no longer fillable: named", said.stderr)
    tally.check(read(f"{book}.bak") == filled, "and kept as it was")
    shutil.copy(blank, f"{folder}/plain.pdf")
    annotate(book, book + ".new")
    os.replace(book + ".new", book)
    marked = read(book)
    said = build(folder, "--only", "pdf")
    tally.check(said.returncode == 0 and "1 note or mark was drawn in it" in said.stderr, "a highlight is named",
                said.stderr)
    tally.check(read(f"{book}.bak.2") == marked, "and the book kept, by the next free name")
    tally.check("bread.pdf.bak.2)" in said.stdout, "which is told", said.stdout)
    fill(entries, blank, f"{folder}/filled.pdf")
    annotate(f"{folder}/filled.pdf", book)
    marked = read(book)
    build(folder, "--only", "pdf", "--fillable")
    tally.check(read(f"{book}.bak.3") == marked, "filled in and marked: kept")
    tally.equal(differing(book, values_of(blank)), entries, "and what was filled in is carried all the same")


def left_alone(folder, book):
    stranger = "%PDF-1.4\nmy own\n"
    empty = pikepdf.new()
    empty.add_blank_page()
    empty.save(f"{folder}/stranger.pdf")
    locked = pikepdf.open(f"{folder}/blank.pdf")
    locked.save(f"{folder}/locked.pdf", encryption=pikepdf.Encryption(user="u", owner="o"))
    with open(f"{folder}/other.md", "w", encoding="utf-8") as file:
        file.write(ROADMAP.replace("Bread in Two Months", "Cheese in Two Months"))
    run("build", f"{folder}/other.md", "-q", "--only", "pdf", "--start", "2026-01-05", "--timezone", "UTC")
    with open(f"{folder}/broken.pdf", "w", encoding="utf-8") as file:
        file.write(stranger)
    for name in ("stranger", "locked", "other", "broken"):
        for path in glob.glob(f"{folder}/bread.[ix]*") + glob.glob(f"{book}.bak*"):
            os.remove(path)
        shutil.copy(f"{folder}/{name}.pdf", book)
        before = read(book)
        said = build(folder)
        tally.check(said.returncode == 3 and "stays as it is" in said.stderr, f"{name}: refused", said.stderr)
        tally.check(read(book) == before, f"{name}: untouched")
        tally.check(os.path.exists(f"{folder}/bread.ics") and os.path.exists(f"{folder}/bread.xlsx"),
                    f"{name}: the other files are made")
        said = build(folder, "--force", "--only", "pdf")
        tally.check(said.returncode == 0 and read(f"{book}.bak") == before, f"{name}: --force keeps it", said.stderr)


with tempfile.TemporaryDirectory() as work:
    with open(f"{work}/bread.md", "w", encoding="utf-8") as roadmap:
        roadmap.write(ROADMAP)
    workbook, empty_book = f"{work}/bread.pdf", f"{work}/blank.pdf"
    build(work, "--only", "pdf", "--fillable")
    shutil.copy(workbook, empty_book)
    written = carried_on(work, workbook, empty_book)
    can_be_seen(work, workbook, written)
    another_edition(work, workbook, written)
    kept_beside(work, workbook, empty_book, written)
    left_alone(work, workbook)
sys.exit(tally.close())
