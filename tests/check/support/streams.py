"""What a page of a PDF holds, as its reader gets it: the operators of each page, byte for byte.

    streams.py FILE.pdf    a line for each page: its number, and a digest of its operators
"""
import hashlib
import re
import subprocess
import sys

PAGE = re.compile(rb"^%% Contents for page (\d+)\n(?:%%[^\n]*\n)*\d+ 0 obj\n<<.*?>>\nstream\n(.*?)\nendstream",
                  re.S | re.M)


def page_streams(path):
    """The operators of each page, by its number from 1."""
    data = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--no-warn", path, "-"],
                          capture_output=True, check=True).stdout
    return {int(match[1]): match[2] for match in PAGE.finditer(data)}


if __name__ == "__main__":
    for number, stream in sorted(page_streams(sys.argv[1]).items()):
        print(number, hashlib.sha256(stream).hexdigest())
