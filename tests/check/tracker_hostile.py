#!/usr/bin/python3
"""No .xlsx file does harm: some dozens of hostile ones, and a thousand mutations of a real tracker
(bytes flipped, cut, parts changed and packed anew), are each read or refused in words within a second
of processor time and 64 MB beyond the file itself, none by a crash. What is refused says why. Under
sanitizers and valgrind, which take their time, time and memory are not counted, and the tracker
is a small one.
Has longer walks.
"""
import io
import os
import random
import re
import shlex
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib

from support.program import LONG, PROGRAM
from support.tally import Tally

PREFIX = shlex.split(os.environ.get("ROADBOOK_PREFIX", ""))  # valgrind, which takes fifty times as long
MUTATIONS = range(30) if PREFIX else range(1000, 2500) if LONG else range(1000)
SECONDS = 1.0
KILOBYTES = 64 * 1024
SHOWN = 6  # of the slowest and largest
BATCH = 10 if PREFIX else 100  # files that one process of the driver looks after
SAMPLE = "samples/watercolour-12-weeks.md"
SHORT = "tests/data/two-weeks.md"  # for sanitizers: all kinds of parts, a tenth of the bytes
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "xl/worksheets/sheet1.xml"
MANY = 1 << 26  # bytes: what may be unpacked at most


def relation(name, kind, target, mode=""):
    return f'<Relationship Id="{name}" Type="{TYPE}/{kind}" Target="{target}"{mode}/>'


def relations(*items):
    return "<Relationships>" + "".join(items) + "</Relationships>"


def worksheet(inside, around=""):
    return f"<worksheet {MAIN}>{around}<sheetData>{inside}</sheetData></worksheet>"


def book_parts():
    """A small workbook that is sound."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(relation("a", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{TYPE}"><sheets><sheet name="S" r:id="s"/>'
                           "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            relation("s", "worksheet", "worksheets/sheet1.xml"), relation("t", "sharedStrings", "strings.xml"),
            relation("u", "styles", "styles.xml")),
        "xl/strings.xml": f"<sst {MAIN}><si><t>text</t></si></sst>",
        "xl/styles.xml": f"<styleSheet {MAIN}><cellXfs><xf/></cellXfs></styleSheet>",
        SHEET: worksheet('<row><c t="s"><v>0</v></c></row>'),
    }


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def book(**changes):
    """The sound workbook's bytes with parts changed: sheet=..., or by any name through a dict."""
    names = {"sheet": SHEET, "strings": "xl/strings.xml", "styles": "xl/styles.xml", "workbook": "xl/workbook.xml",
             "root": "_rels/.rels", "book_relations": "xl/_rels/workbook.xml.rels",
             "sheet_relations": "xl/worksheets/_rels/sheet1.xml.rels"}
    parts = book_parts()
    more = changes.pop("more", {})
    parts.update({names[key]: content for key, content in changes.items()})
    parts.update(more)
    return packed(parts)


def filled(unit, before="", after="", size=MANY):
    """UNIT again and again, to just under SIZE bytes."""
    return before + unit * ((size - len(before) - len(after) - 200) // len(unit)) + after


def patched(data, mark, offset, value, which=-1):
    """DATA with bytes VALUE put OFFSET behind a record's mark, the first (0) or the last (-1)."""
    data = bytearray(data)
    at = data.find(mark) if which == 0 else data.rfind(mark)
    data[at + offset:at + offset + len(value)] = value
    return bytes(data)


END, ENTRY, LOCAL = b"PK\5\6", b"PK\1\2", b"PK\3\4"


def raw_archive(files, overlap=False):
    """An archive of (name, size, packed bytes, crc), each deflated already; all of them over the first
    one's bytes where they OVERLAP."""
    out, entries = bytearray(), bytearray()
    for number, (name, size, content, crc) in enumerate(files):
        name = name.encode()
        head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(content), size, len(name), 0)
        offset = len(out)
        if overlap and number > 0:
            offset = 0
        else:
            out += LOCAL + head + name + content
        entries += ENTRY + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name
    return bytes(out + entries + END + struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(entries), len(out), 0))


def deflated(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def bomb(size):
    """A sheet that says it is small and unpacks to SIZE bytes, or says so."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    content = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(size >> 20)) + packer.flush()
    return content


def with_sheet(size, content, crc=0):
    """The sound workbook with its sheet packed by hand."""
    files = []
    for name, part in book_parts().items():
        part = part.encode()
        files.append((name, len(part), deflated(part), zlib.crc32(part)) if name != SHEET else
                     (name, size, content, crc))
    return raw_archive(files)


def names_of_sheets(count):
    sheets = "".join(f'<sheet name="S{number}" r:id="s"/>' for number in range(count))
    return f'<workbook {MAIN} xmlns:r="{TYPE}"><sheets>{sheets}</sheets></workbook>'


def thread(count):
    answers = "".join(f'<threadedComment ref="A1"><text>no {n}</text></threadedComment>' for n in range(count))
    return f"<ThreadedComments>{answers}</ThreadedComments>"


def random_names(count):
    return "".join(f"<n{number:x}x/>" for number in range(count))


DTD = '<?xml version="1.0"?><!DOCTYPE worksheet [%s]><worksheet>&a9;</worksheet>'
LAUGHS = '<!ENTITY a0 "lol">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
OLE = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504)


def small_ones():
    """Hostile or foreign files: (name, bytes, words of the refusal; None: it is read)."""
    sound = book()
    yield "sound", sound, None
    yield "empty", b"", "is empty"
    yield "text", b"Date,Hours\n2026-01-05,1\n", "perhaps .csv: save it as .xlsx"
    yield "page", b"<html><table><tr><td>1,5</td></tr></table></html>", "no .xlsx workbook"
    yield "old", OLE + "Workbook".encode("utf-16le"), "old workbook (.xls): save it as .xlsx"
    yield "locked", OLE + "EncryptedPackage".encode("utf-16le"), "protected by a password: save it without"
    yield "opendocument", packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                                  "content.xml": "<a/>"}), "OpenDocument sheet: save it as .xlsx"
    yield "word", packed({"_rels/.rels": relations(relation("a", "officeDocument", "word/document.xml")),
                          "word/document.xml": "<document/>"}), "Word document"
    yield "binary", packed({"_rels/.rels": relations(relation("a", "officeDocument", "xl/workbook.bin")),
                            "xl/workbook.bin": "x"}), "binary workbook (.xlsb): save it as .xlsx"
    yield "presentation", packed({"_rels/.rels": relations(relation("a", "officeDocument", "ppt/p.xml")),
                                  "ppt/p.xml": "<presentation/>"}), "is no workbook's list of sheets"
    yield "encrypted part", patched(patched(sound, ENTRY, 8, b"\1\0"), LOCAL, 6, b"\1\0"), "protected by a password"
    yield "cut", sound[:len(sound) // 2], "cut short"
    yield "no end", sound[:-22], "cut short"
    yield "script in front", b"#!/bin/sh\nrm -rf x\n" + sound, "before its first part"
    yield "picture behind", sound + b"\x89PNG\r\n\x1a\n", "after its end"
    yield "comment", patched(sound, END, 20, b"\4\0") + b"evil", "after its end"
    yield "two archives", sound + sound, "before its first part"
    yield "passwd", book(more={"../../etc/passwd": "x"}), "would stand outside of it"
    yield "long name", book(more={"n" * 60000: "x"}), "name longer than 1,024 bytes"
    yield "two of a name", book(more={SHEET.upper(): "x"}), "is there twice"
    yield "odd packing", patched(patched(sound, ENTRY, 10, b"\x0c\0"), LOCAL, 8, b"\x0c\0"), "workbooks don't know"
    yield "two names", patched(sound, LOCAL, 30, b"y"), "another one than the list of parts says"
    yield "two sizes", patched(sound, LOCAL, 22, b"\1\0\0\0"), "has two sizes"
    yield "wrong checksum", patched(patched(sound, ENTRY, 16, b"\0\0\0\0"), LOCAL, 14, b"\0\0\0\0"), "is damaged"
    yield "list elsewhere", patched(sound, END, 16, b"\xff\xff\xff\x7f"), "is not where it says"
    yield "more than it has", patched(sound, END, 8, b"\xff\xff\xff\xff"), "more than 10,000 parts"
    yield "huge by ZIP64", patched(sound, END, 8, b"\xff" * 12), "is damaged"
    yield "parts over parts", raw_archive([(f"p{n}", 9, deflated(b"aaaaaaaaa"), zlib.crc32(b"aaaaaaaaa"))
                                           for n in range(9)], True), "than the list of parts says"
    yield "laughs", book(sheet=DTD % LAUGHS), "document type"
    yield "laughs in strings", book(strings=DTD % LAUGHS), "document type"
    yield "laughs in relations", book(root=DTD % LAUGHS), "document type"
    yield "foreign entity", book(sheet=DTD % '<!ENTITY a9 SYSTEM "file:///etc/passwd">'), "document type"
    yield "wide document type", book(sheet=(DTD % LAUGHS).encode("utf-16")), "document type"
    yield "unknown encoding", book(sheet='<?xml version="1.0" encoding="utf-7"?><worksheet/>'), "encoding"
    yield "depth", book(sheet="<a>" * 100000), "nested too deep"
    yield "no such sheet", book(more={SHEET: None}), "is missing"
    yield "no such strings", book(strings=None), "is missing"
    yield "target outside", book(book_relations=relations(relation("s", "worksheet", "../../etc/passwd"))), "leads out"
    yield "target a file", book(book_relations=relations(relation("s", "worksheet", "file:///etc/passwd"))), "leads out"
    yield "target elsewhere", book(book_relations=relations(
        relation("s", "worksheet", "http://127.0.0.1/s.xml", ' TargetMode="External"'))), "stands outside"
    yield "text that is not there", book(sheet=worksheet('<row><c t="s"><v>9999999999999999999</v></c></row>')), "text that"
    yield "row past the last", book(sheet=worksheet('<row r="99999999999"/>')), "past the last"
    yield "column past the last", book(sheet=worksheet('<row><c r="ZZZZZZZZZZ1"/></row>')), "past the last"
    yield "a sheet of itself", book(book_relations=relations(relation("s", "worksheet", "workbook.xml"))), None
    yield "namespace", book(sheet=f'<x:worksheet xmlns:x="{"u" * 5000}"/>'), "too long a namespace"


def large_ones():
    """Small files that become much, or files that are much: as above; the words may be "": any."""
    yield "bomb", with_sheet(1 << 30, bomb(1 << 30)), "larger than 64 MB"
    yield "bomb that lies", with_sheet(1000, bomb(1 << 30)), "more than it says"
    yield "bomb just below", with_sheet(MANY - (1 << 20), bomb(MANY - (1 << 20))), "200 times its size"
    yield "bombs over each other", raw_archive(
        [(f"xl/p{n}.xml", 1 << 26, bomb(1 << 26), 0) for n in range(2)] * 2000, True), ""
    yield "many parts", book(more={f"p{n}": "" for n in range(9000)}), None
    yield "too many parts", book(more={f"p{n}": "" for n in range(10001)}), "more than 10,000 parts"
    yield "one sheet often", book(workbook=names_of_sheets(1000), sheet=worksheet(
        "".join(f"<row><c><v>{n}</v></c></row>" for n in range(6000)))), "cells that are read"
    yield "one sheet too often", book(workbook=names_of_sheets(100000)), "1,000 sheets"
    yield "small elements", book(sheet=varied("<a/>")), ""
    yield "empty cells", book(sheet=worksheet(varied_rows("<c/>"))), ""
    yield "many cells", book(sheet=worksheet("".join(
        f'<row r="{row + 1}">' + "".join(f"<c><v>{row * 16 + cell}.{row % 97}</v></c>" for cell in range(16)) + "</row>"
        for row in range(31000)))), None
    yield "too many cells", book(sheet=worksheet("".join(
        f'<row r="{row + 1}">' + "".join(f"<c><v>{row * 16 + cell}</v></c>" for cell in range(16)) + "</row>"
        for row in range(32000)))), "500,000 cells"
    yield "cells backwards", book(sheet=worksheet("".join(
        f'<row r="{row}">' + "".join(f'<c r="{"PONMLKJIHGFEDCBA"[cell]}{row}"><v>{cell}</v></c>' for cell in range(16))
        + "</row>" for row in range(31000, 0, -1)))), None
    yield "many texts", book(strings="<sst>" + "".join(f"<si><t>{n}</t></si>" for n in range(490000)) + "</sst>",
                             sheet=worksheet("".join(f'<row><c t="s"><v>{n}</v></c></row>' for n in range(490000)))), None
    yield "long texts", book(strings="<sst>" + "".join(f"<si><t>{noise(3000 + n)}{'word ' * 6000}</t></si>" for n in range(900))
                             + "</sst>"), "more text"
    yield "a text without end", book(strings=f"<sst><si><t>{noise(30 << 20)}</t></si></sst>"), "too long a text"
    yield "a tag without end", book(sheet=f'<worksheet a="{noise(30 << 20)}"/>'), "too long a tag"
    yield "long tags", book(sheet="<worksheet>" + f'<a b="{noise(300000)}"/>' * 100 + "</worksheet>"), ""
    yield "long comments", book(sheet="<worksheet>" + f"<!--{noise(300000)}-->" * 100 + "</worksheet>"), ""
    yield "many attributes", book(sheet="<worksheet " + " ".join(f'a{n}="{n}"' for n in range(100000)) + "/>"), ""
    yield "attributes often", book(sheet="<worksheet>" + ("<a " + " ".join(f'b{n}=""' for n in range(3000)) + "/>") * 900
                                   + "</worksheet>"), ""
    yield "many names", book(sheet=f"<worksheet>{random_names(4000000)}</worksheet>"), "kinds of them"
    yield "many namespaces", book(sheet="<worksheet>" + "".join(
        f'<a xmlns:p{n}="u{n}"/>' for n in range(400000)) + "</worksheet>"), ""
    yield "long namespace", book(sheet=f'<x:w xmlns:x="{"u" * 127}">' + varied("<x:a x:b=''/>", "", "") + "</x:w>"), ""
    yield "a formula for all", book(sheet=worksheet(
        f'<row><c><f t="shared" si="0">{"A1+" * 2600}A1</f><v>1</v></c></row>'
        + "".join(f'<row><c><f t="shared" si="0"/><v>{n}</v></c></row>' for n in range(300000)))), "more text"
    yield "formulas for each", book(sheet=worksheet("".join(
        f'<row><c><f t="shared" si="{99999 - n % 9}">A{n}</f><v>1</v></c></row>' for n in range(1, 200000)))), None
    yield "wide sheets", book(workbook=names_of_sheets(1000), sheet=worksheet(
        '<row><c r="XFD1"><v>1</v></c></row>', '<cols><col min="1" max="16384" width="9"/></cols>')), "more text"
    yield "columns again", book(sheet=worksheet("", "<cols>" + "".join(
        f'<col min="1" max="16384" width="{n}"/>' for n in range(900000)) + "</cols>")), "out of order"
    yield "many styles", book(styles="<styleSheet><cellXfs>" + "<xf/>" * 2000000 + "</cellXfs></styleSheet>"), "styles"
    yield "many formats", book(styles="<styleSheet>" + "".join(
        f'<numFmt numFmtId="{n % 65536}" formatCode="0.{n}"/>' for n in range(900000)) + "</styleSheet>"), ""
    yield "many relations", book(sheet_relations=relations(*(
        relation(f"i{n}", "image", f"../i{n}.png") for n in range(400000)))), "more text"
    yield "many links", book(sheet_relations=relations(*(
        relation(f"i{n}", "hyperlink", f"http://x/{n}", ' TargetMode="External"') for n in range(100000)))), None
    yield "many names of places", book(workbook=f"<workbook {MAIN}>" + "".join(
        f'<definedName name="n{n}">S!$A${n}</definedName>' for n in range(900000)) + "</workbook>"), "more text"
    yield "a thread without end", book(
        sheet_relations=relations(relation("c", "threadedComment", "../t.xml")),
        more={"xl/t.xml": thread(200000)}), "more text"
    yield "digits", book(sheet=worksheet("".join(f"<row><c><v>{'9' * 30000}{n}</v></c></row>" for n in range(500)))), ""
    yield "escapes", book(strings="<sst>" + ("<si><t>" + "_x0041_" * 4000 + "</t></si>") * 900 + "</sst>"), ""


def noise(size):
    """Letters that don't pack well, the same each time."""
    return random.Random(size).randbytes(size // 2).hex()


def varied(unit, before="<worksheet>", after="</worksheet>"):
    """UNIT to the most that may be unpacked, with enough between that it does not pack too well."""
    words = random.Random(1)
    piece = "".join(unit * 100 + f"{words.random()}" for _ in range(1000))
    return before + piece * ((MANY - 1000) // len(piece)) + after


def varied_rows(unit):
    words = random.Random(2)
    piece = "".join(f'<row s="{words.random()}">{unit * 80}</row>' for _ in range(500))
    return piece * ((MANY - 1000) // len(piece))


class Mutations:
    """Files made from a tracker, a number each, the same each time."""

    def __init__(self, tracker):
        self.tracker = tracker
        with zipfile.ZipFile(io.BytesIO(tracker)) as archive:
            self.parts = {info.filename: archive.read(info) for info in archive.infolist()}

    def make(self, number):
        chance = random.Random(number)
        return (self.flip, self.cut, self.change_bytes, self.change_tags, self.change_parts)[number % 5](chance)

    def flip(self, chance):
        data = bytearray(self.tracker)
        # the list of parts is where most harm is
        low = chance.choice((0, len(data) - 3000))
        for _ in range(chance.choice((1, 1, 2, 8, 64))):
            data[chance.randrange(low, len(data))] = chance.randrange(256)
        return bytes(data)

    def cut(self, chance):
        start, end = sorted(chance.randrange(len(self.tracker)) for _ in range(2))
        return chance.choice((self.tracker[:end], self.tracker[start:], self.tracker[:start] + self.tracker[end:],
                              self.tracker[:end] + self.tracker[start:]))

    def changed(self, chance, change):
        parts = dict(self.parts)
        for _ in range(chance.choice((1, 1, 3))):
            name = chance.choice(list(parts))
            parts[name] = change(parts[name])
        return packed(parts)

    def change_bytes(self, chance):
        def change(part):
            data = bytearray(part)
            for _ in range(chance.choice((1, 2, 10))):
                at = chance.randrange(len(data))
                data[at:at + chance.choice((0, 1, 1, 50))] = chance.choice(
                    (b"", b"<", b">", b'"', b"&", b"9", b"-1", b"\0", b"\xff", b"]]>", b"<!--", b"&#0;", b"_xD800_"))
            return bytes(data)
        return self.changed(chance, change)

    def change_tags(self, chance):
        values = [b"", b"-1", b"0", b"1", b"99999999999999999999", b"A1", b"XFD1048577", b"../../x", b"s", b"shared",
                  b"inlineStr", b"1e309", b"nan", b"rId1", b"&#x10FFFF;"]

        def change(part):
            pieces = re.split(rb'("[^"]*"|<[^>]*>)', part)
            for _ in range(chance.choice((1, 3, 30))):
                at = chance.randrange(len(pieces))
                other = chance.randrange(len(pieces))
                kind = chance.randrange(4)
                if kind == 0:
                    pieces[at] = re.sub(rb'"[^"]*"', lambda _: b'"' + chance.choice(values) + b'"', pieces[at])
                elif kind == 1:
                    pieces[at], pieces[other] = pieces[other], pieces[at]
                elif kind == 2:
                    pieces[at] += pieces[at] * chance.choice((1, 5))
                else:
                    pieces[at] = b""
            return b"".join(pieces)
        return self.changed(chance, change)

    def change_parts(self, chance):
        parts = dict(self.parts)
        names = list(parts)
        one, other = chance.choice(names), chance.choice(names)
        kind = chance.randrange(4)
        if kind == 0:
            del parts[one]
        elif kind == 1:
            parts[one], parts[other] = parts[other], parts[one]
        elif kind == 2:
            parts[one] = parts[one][:chance.randrange(len(parts[one]))]
        else:
            parts[one] = parts[one] + parts[other]
        return packed(parts)


class Examiner:
    """Has files read by the driver, and judges what it says of them."""

    def __init__(self, tally, folder):
        self.tally, self.folder, self.waiting = tally, folder, []
        self.driver = os.path.join(os.path.dirname(os.path.realpath(PROGRAM)), "tests/support/read_workbook")
        if not os.path.exists(self.driver):  # the program stands behind a prefix
            self.driver = "build/tests/support/read_workbook"
        with open(self.driver, "rb") as file:
            self.counted = b"__asan_init" not in file.read() and not PREFIX
        self.slowest, self.largest = [], []
        self.read = self.refused = 0

    def take(self, name, data, words):
        path = os.path.join(self.folder, f"{len(self.waiting)}.xlsx")
        with open(path, "wb") as file:
            file.write(data)
        self.waiting.append((path, name, len(data), words))
        if len(self.waiting) == BATCH:
            self.judge()

    def judge(self):
        if not self.waiting:
            return
        done = subprocess.run([*PREFIX, self.driver, *(path for path, *_ in self.waiting)], capture_output=True, text=True,
                              errors="replace", check=False)
        lines = done.stdout.splitlines()
        self.tally.check(len(lines) == len(self.waiting), "a line a file", done.stderr[-500:])
        for line, (_, name, size, words) in zip(lines, self.waiting):
            self.judge_one(line.split("\t"), name, size, words)
        self.waiting = []

    def judge_one(self, line, name, size, words):
        _, state, _, seconds, kilobytes, why = line
        beyond = int(kilobytes) - size // 1024
        self.slowest = sorted([*self.slowest, (float(seconds), name)])[-SHOWN:]
        self.largest = sorted([*self.largest, (beyond, name)])[-SHOWN:]
        good = state in ("read", "refused") and (state == "refused") == (why != "") and "\x1b" not in why
        if self.counted:
            good = good and float(seconds) <= SECONDS and beyond <= KILOBYTES
        if words is None or words:
            good = good and (state == "read" if words is None else words in why)
        self.read += state == "read"
        self.refused += state == "refused"
        self.tally.check(good, name, f"{state} in {seconds} s, {beyond} KB: {why}")


def tracker(folder, roadmap):
    subprocess.run([PROGRAM, "build", roadmap, "-q", "-o", folder, "--only", "xlsx", "-z", "UTC", "--start", "2026-01-05",
                    "--today", "2026-01-05"], check=True)
    with open(os.path.join(folder, os.path.basename(roadmap)[:-len(".md")] + ".xlsx"), "rb") as file:
        return file.read()


def main():
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        examiner = Examiner(tally, folder)
        mutations = Mutations(tracker(folder, SAMPLE if examiner.counted else SHORT))
        for name, data, words in small_ones() if not LONG else ():
            examiner.take(name, data, words)
        for name, data, words in large_ones() if examiner.counted and not LONG else ():
            examiner.take(name, data, words)
        examiner.take("the tracker itself", mutations.tracker, None)
        for number in MUTATIONS if examiner.counted or PREFIX else MUTATIONS[::2]:
            examiner.take(f"mutation {number}", mutations.make(number), "")
        examiner.judge()
        print(f"{examiner.read} read, {examiner.refused} refused")
        print("slowest:", ", ".join(f"{seconds:.2f} s ({name})" for seconds, name in examiner.slowest))
        print("largest:", ", ".join(f"{size} KB ({name})" for size, name in examiner.largest))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
