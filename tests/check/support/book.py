"""A workbook as its readers see it: words and where they stand, links, named places, the outline."""
import html
import json
import re
import subprocess

from .streams import page_streams

TAB = 19  # points: the edge where thumb tabs are


def squashed(text):
    """Letters and digits alone, in small letters: what a text says, however it is broken or set."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


class Word:
    def __init__(self, left, top, right, bottom, text):
        self.left, self.top, self.right, self.bottom, self.text = left, top, right, bottom, text

    def within(self, box):
        x, y = (self.left + self.right) / 2, (self.top + self.bottom) / 2
        return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def in_lines(words, apart=3.5):
    """Words as lines from the top, each from left to right."""
    lines = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        middle = (word.top + word.bottom) / 2
        if not lines or middle - lines[-1][0] > apart:
            lines.append((middle, []))
        lines[-1][1].append(word)
    return [sorted(line, key=lambda word: word.left) for _, line in lines]


class Link:
    """From BOX (left, top, right, bottom) to PAGE, counted from 1; WORDS: what stands in the box."""

    def __init__(self, box, page, words):
        self.box, self.page, self.words = box, page, words
        self.label = " ".join(word.text for line in in_lines(words) for word in line)


class Field:
    """Of a form: KIND is tick or line, TIP says what it is, VALUE what is filled in."""

    def __init__(self, widget):
        self.name, self.tip = widget["/T"][2:], widget.get("/TU", "u:")[2:]
        self.kind = "tick" if widget["/FT"] == "/Btn" else "line"
        value = widget.get("/V", "").removeprefix("u:").lstrip("/")
        self.value = "" if value == "Off" else value


class Page:
    def __init__(self, number, width, height):
        self.number, self.width, self.height = number, width, height
        self.words, self.links, self.fields = [], [], []

    def is_tab(self, word):
        middle = (word.left + word.right) / 2
        return middle < TAB or middle > self.width - TAB

    def tab(self):
        """What its thumb tab says."""
        return " ".join(sorted((word.text for word in self.words if self.is_tab(word)), reverse=True))

    def lines(self):
        """Its lines of words; the tab apart."""
        return in_lines([word for word in self.words if not self.is_tab(word)])

    def text(self):
        return " ".join(word.text for line in self.lines() for word in line)

    def squashed(self):
        """In reading order, then line by line: a title in a column is found in the one or the other."""
        return squashed("".join(word.text for word in self.words)) + "|" + squashed(self.text())


class Book:
    def __init__(self, path):
        self.path = path
        self.pages = read_words(path)
        self.places = read_places(path)  # page by name
        self.outline = []  # (title, page)
        read_links(self)

    def page(self, name):
        """The page on which the place of that name is."""
        return self.pages[self.places[name] - 1]

    def names(self, pattern):
        """The places whose whole name fits, with their page, in the order of the pages."""
        found = [(page, name) for name, page in self.places.items() if re.fullmatch(pattern, name)]
        return [(name, self.pages[page - 1]) for page, name in sorted(found)]


def read_words(path):
    text = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True,
                          errors="replace", check=True).stdout
    pages = []
    for line in text.splitlines():
        numbers = [float(number) for number in re.findall(r'(?:width|height|[xy]M\w+)="([-\d.]+)"', line)]
        if "<page " in line:
            pages.append(Page(len(pages) + 1, *numbers))
        elif "<word " in line:
            word = html.unescape(re.sub(r"<[^>]*>", "", line)).strip()
            pages[-1].words.append(Word(*numbers, word))
    return pages


def read_places(path):
    listed = subprocess.run(["pdfinfo", "-dests", path], capture_output=True, text=True, check=True).stdout
    return {name: int(page) for page, name in re.findall(r'^ *(\d+) \[.*?\] "(.*)"$', listed, re.M)}


def read_links(book):
    data = json.loads(subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-key=pages", book.path],
                                     capture_output=True, text=True, check=True).stdout)
    objects = data["qpdf"][1]
    number_of = {page["object"]: number for number, page in enumerate(data["pages"], 1)}

    def resolved(thing):
        while isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            held = objects["obj:" + thing]
            thing = held["value"] if "value" in held else held["stream"]["dict"]
        return thing

    def page_of(target):
        target = resolved(target)
        if isinstance(target, dict):
            target = resolved(target.get("/D"))
        return number_of.get(target[0]) if isinstance(target, list) else None

    for page, entry in zip(book.pages, data["pages"]):
        for annotation in map(resolved, resolved(resolved(entry["object"]).get("/Annots", []))):
            if annotation["/Subtype"] == "/Widget":
                page.fields.append(Field(annotation))
            target = annotation.get("/Dest") or resolved(annotation.get("/A", {})).get("/D")
            if annotation["/Subtype"] != "/Link" or not target:
                continue
            left, bottom, right, top = map(float, resolved(annotation["/Rect"]))
            box = (left, page.height - top, right, page.height - bottom)
            page.links.append(Link(box, page_of(target), [word for word in page.words if word.within(box)]))

    def walk(node):
        while node:
            node = resolved(node)
            book.outline.append((node["/Title"][2:], page_of(node.get("/Dest") or node.get("/A"))))
            walk(node.get("/First"))
            node = node.get("/Next")

    root = resolved(objects["trailer"]["value"]["/Root"])
    walk(resolved(root.get("/Outlines", {})).get("/First"))


def read_drawings(path):
    """What is filled or framed on each page, a list of lines a page: colour, left, bottom, width and
    height in whole points, in the order of drawing. White, lines and letters are left out."""
    return [list(shapes_of(re.sub(r"\bBT\b.*?\bET\b", "", content, flags=re.S))) for content in contents_of(path)]


def read_ticks(path):
    """How many ticks are drawn on each page: a stroke down to the right, and from its end one up."""
    number = r"(-?[\d.]+)"
    stroke = rf"{number} {number} m\n{number} {number} l\nS\n"
    return [sum(left < middle < right and low < high < end
                for left, high, middle, low, right, end in
                (map(float, found) for found in
                 re.findall(stroke + rf"\3 \4 m\n{number} {number} l\nS\n", content)))
            for content in contents_of(path)]


def contents_of(path):
    """Each page's content stream, uncompressed."""
    return [stream.decode("latin-1") for _, stream in sorted(page_streams(path).items())]


def shapes_of(content):
    colours, saved, points, numbers, at = {"f": "black", "S": "black"}, [], [], [], (0, 0)
    for token in content.split():
        if re.fullmatch(r"-?\d*\.?\d+", token):
            numbers.append(float(token))
            continue
        if token in ("rg", "RG", "g", "G"):
            colours["f" if token.islower() else "S"] = "#" + "".join(
                f"{round(255 * part):02X}" for part in (numbers * 3 if len(numbers) == 1 else numbers))
        elif token == "q":
            saved.append((dict(colours), at))
        elif token == "Q" and saved:
            colours, at = saved.pop()
        elif token.startswith("/"):
            name = token[1:]
        elif token == "Do":
            yield f"{name} at {at[0]:.0f},{at[1]:.0f}"
        elif token == "cm":
            at = at[0] + numbers[4], at[1] + numbers[5]
        elif token == "re":
            points += [(at[0] + numbers[0], at[1] + numbers[1]),
                       (at[0] + numbers[0] + numbers[2], at[1] + numbers[1] + numbers[3])]
        elif token in ("m", "l", "c"):
            points.append((at[0] + numbers[-2], at[1] + numbers[-1]))
        elif token in ("f", "f*", "B", "S", "n"):
            across, up = [x for x, _ in points], [y for _, y in points]
            line = token == "S" and (len(points) < 2 or max(up) - min(up) < 1 or max(across) - min(across) < 1)
            colour = colours["S" if token == "S" else "f"]
            if points and token != "n" and not line and colour != "#FFFFFF":
                yield (f"{'frame' if token == 'S' else 'fill'} {colour} {min(across):.0f},{min(up):.0f} "
                       f"{max(across) - min(across):.0f}x{max(up) - min(up):.0f}")
            points = []
        numbers = []
