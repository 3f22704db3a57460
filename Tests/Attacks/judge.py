"""Names the files of a folder that hold anything a terminal obeys, or that are not UTF-8; then how
many files and characters were looked at, and how many of the files show marks."""

import pathlib
import sys

files = sorted(pathlib.Path(sys.argv[1]).iterdir())
characters = marked = 0
for path in files:
    text = path.read_bytes().decode()
    marked += "\u2426" in text or "\\u001b" in text
    if path.name.endswith(".csv"):
        text = text.replace("\r\n", "\n")
    if path.name.endswith(".tsv"):
        text = text.replace("\t", " ")
    found = {
        hex(ord(c))
        for c in text
        if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160
        or 0x202A <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069
    }
    if found:
        print(path.name, sorted(found))
    characters += len(text)
print("judged", len(files), characters, marked)
