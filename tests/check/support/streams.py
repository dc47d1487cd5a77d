"""What a page of a PDF holds, as its reader gets it: the operators of each page, byte for byte.

    streams.py FILE.pdf    a line for each page: its number, and a digest of its operators
"""
import hashlib
import sys

import pikepdf


def page_streams(path):
    """The operators of each page, by its number from 1."""
    with pikepdf.open(path) as book:
        contents = {number: page.obj.get("/Contents", []) for number, page in enumerate(book.pages, 1)}
        return {number: b"\n".join(part.read_bytes() for part in (parts if isinstance(parts, pikepdf.Array) else [parts]))
                for number, parts in contents.items()}


if __name__ == "__main__":
    for number, stream in sorted(page_streams(sys.argv[1]).items()):
        print(number, hashlib.sha256(stream).hexdigest())
