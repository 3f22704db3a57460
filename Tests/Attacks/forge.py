"""Puts what would steer a terminal into the records of a ledger, and makes every Sum
fit again, as whoever may write to the files can.

    forge.py LEDGER but FIELD,…      behind every value but those of these fields
    forge.py LEDGER before FIELD,…   before the values of these fields
"""

import hashlib
import pathlib
import sys

# Clipboard, title, link, device control, a question that is answered as if typed, C1 in UTF-8 and
# as a byte of its own, bell, backspace, carriage return, directions, invisible blanks, and a title
# that never ends.
ATTACK = (
    b"\x1b]52;c;aGFjaw==\x07\x1b]0;T\x07\x1b]8;;http://x\x1b\\y\x1bPq\x1b\\\x1b[6n\x1b[2J"
    b"\xc2\x9b31m\xc2\x90\x9b6n\x07\x08\x08\r\x7f\xe2\x80\xae\xe2\x81\xa6\xe2\x80\x8b\xef\xbb\xbf"
    b"\x1b]2;"
)

ledger, mode, fields = pathlib.Path(sys.argv[1]), sys.argv[2], set(sys.argv[3].encode().split(b","))


def attacked(line, name):
    if (name in fields) == (mode == "but") or line == b"+":
        return line
    if mode == "but":
        return line + ATTACK
    start = 2 if line.startswith(b"+") else len(name) + 2
    return line[:start] + ATTACK + line[start:]


for path in sorted(ledger.glob("organizations/*/*.rec")):
    head, _, rest = path.read_bytes().partition(b"\n\n")
    prev, out = hashlib.sha256(head).hexdigest().encode(), head + b"\n\n"
    for record in rest.split(b"\n\n")[:-1]:
        name, body = b"", b""
        for line in record.split(b"\n")[:-1]:
            if not line.startswith(b"+"):
                name = line.split(b":")[0]
            body += attacked(line, name) + b"\n"
        prev = hashlib.sha256(prev + b"\n" + body).hexdigest().encode()
        out += body + b"Sum: " + prev + b"\n\n"
    path.write_bytes(out)
