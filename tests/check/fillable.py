#!/usr/bin/python3
"""The workbook as a form: every field has its own name, a tip and an appearance; what pypdf and
pdftk fill in, pdftk and pypdf read back.
Plain builds only.
Has longer walks.
"""
import re
import subprocess
import sys
import tempfile

try:
    import pypdf
    from pypdf.generic import NameObject, TextStringObject
except ImportError:
    print("python3-pypdf is not installed")
    sys.exit(77)

from support.program import LONG, built_file
from support.tally import Tally

SAMPLES = (("watercolour-12-weeks",), ("rust-systems", "--weeks", "1..40"))
tally = Tally()


def check(words, good, detail=""):
    tally.check(good, words, detail)


def fields_by_pdftk(path):
    said = subprocess.run(["pdftk", path, "dump_data_fields_utf8"], capture_output=True, text=True, check=True)
    fields = {}
    for block in said.stdout.split("---\n")[1:]:
        entries = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        fields[entries["FieldName"]] = entries
    return fields


def widgets_of(reader):
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            annotation = annotation.get_object()
            if annotation["/Subtype"] == "/Widget":
                yield page, annotation


with tempfile.TemporaryDirectory() as folder:
    for sample, *only in SAMPLES[1:] if LONG else SAMPLES[:1]:
        path = built_file("pdf", f"samples/{sample}.md", "--only", "pdf", "--fillable", "--start", "2026-01-05",
                          "--timezone", "UTC", "--today", "2026-01-01", *only)
        said = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
        check("qpdf", said.returncode == 0 and "WARNING" not in said.stdout + said.stderr, said.stdout)
        reader = pypdf.PdfReader(path)
        widgets = list(widgets_of(reader))
        names = [str(w["/T"]) for _, w in widgets]
        check("several hundred fields", len(names) > 300, len(names))
        check("names are unique", len(set(names)) == len(names))
        check("pages are named", any(n.startswith("week-") for n in names))
        check("items are named", any(re.match(r"[0-9a-f]{8}-[0-9a-f-]{27}-", n) for n in names))
        check("tips", all(str(w.get("/TU", "")).strip() for _, w in widgets))
        check("appearances", all("/N" in w["/AP"] for _, w in widgets))
        check("inside the page", all(0 <= w["/Rect"][0] < w["/Rect"][2] <= float(p.mediabox.width) + 1 and
                                     0 <= w["/Rect"][1] < w["/Rect"][3] <= float(p.mediabox.height) + 1
                                     for p, w in widgets))
        looks = {w["/AP"].raw_get("/N").idnum for _, w in widgets if w["/FT"] == "/Tx"}
        check("text fields share no appearance", len(looks) == sum(w["/FT"] == "/Tx" for _, w in widgets))

        box = next(n for n in names if n.endswith("-tick"))
        line = next(n for n in names if re.search(r"-(line|notes)$", n))
        with open(f"{folder}/data.fdf", "w") as data:
            data.write("%FDF-1.2\n1 0 obj\n<</FDF<</Fields["
                       f"<</T({box})/V/Yes>><</T({line})/V(Written down)>>"
                       "]>>>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n")
        subprocess.run(["pdftk", path, "fill_form", f"{folder}/data.fdf", "output", f"{folder}/pdftk.pdf"], check=True)
        found = {n: f for n, f in pypdf.PdfReader(f"{folder}/pdftk.pdf").get_fields().items() if "/V" in f}
        check("pypdf reads what pdftk wrote", found[box]["/V"] == "/Yes" and found[line]["/V"] == "Written down")

        writer = pypdf.PdfWriter()
        writer.append(reader)
        for page in writer.pages:
            for annotation in page.get("/Annots", []):
                annotation = annotation.get_object()
                if annotation.get("/T") == box:
                    annotation[NameObject("/V")] = annotation[NameObject("/AS")] = NameObject("/Yes")
                elif annotation.get("/T") == line:
                    annotation[NameObject("/V")] = TextStringObject("Written down")
        writer.write(f"{folder}/pypdf.pdf")
        seen = fields_by_pdftk(f"{folder}/pypdf.pdf")
        check("pdftk reads what pypdf wrote", seen[box].get("FieldValue") == "Yes" and
              seen[line].get("FieldValue") == "Written down")
        check("pdftk sees all fields", len(fields_by_pdftk(path)) == len(names))
sys.exit(tally.close())
