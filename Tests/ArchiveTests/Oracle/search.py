"""What a search must find, reckoned from the raw files alone: parses, checks every Sum, folds
corrections and withdrawals, looks for each word. Knows nothing of the program.

    search.py STORE PINYIN < queries.json > ids.json

A query is {"text", "organizations" (list or null), "kind", "since", "until"}; the answer to each is the
sorted list of the Ids that it finds.
"""

import hashlib
import json
import os
import re
import sys

PASSED_OVER = {"Id", "By", "At", "Sum", "Corrects", "Withdraws", "Follows"}


def fold(text):
    out = []
    for c in text:
        n = ord(c)
        if 0xFF01 <= n <= 0xFF5E:
            c = chr(n - 0xFEE0)
        elif n == 0x3000:
            c = " "
        out.append(c.lower() if ord(c) < 0x2E80 else c)
    return "".join(out)


def records(root):
    paths = []
    for folder, _, names in os.walk(os.path.join(root, "organizations")):
        paths += [os.path.join(folder, n) for n in names if n.endswith(".rec")]
    for path in sorted(paths):
        data = open(path, "rb").read()
        header, _, rest = data.partition(b"\n")
        before = hashlib.sha256(header).hexdigest().encode()
        kind = os.path.basename(path).split(".")[0].split("-")[0]
        folder = os.path.relpath(path, root).split(os.sep)[1]
        for block in rest.split(b"\n\n"):
            block = block.strip(b"\n")
            if not block:
                continue
            body, _, last = block.rpartition(b"\n")
            if not last.startswith(b"Sum: "):
                continue
            digest = hashlib.sha256(before + b"\n" + body + b"\n").hexdigest().encode()
            before = last[5:]
            if digest != last[5:]:
                continue
            fields = []
            for line in body.decode("utf-8", "replace").split("\n"):
                if line.startswith("+"):
                    fields[-1][1].append(line[2:])
                else:
                    name, _, value = line.partition(": ")
                    fields.append((name.rstrip(":"), [value]))
            yield {"type": kind, "folder": folder, "fields": fields}


def first(record, name):
    for field, lines in record["fields"]:
        if field == name:
            return lines[0]
    return None


def holding(all_records):
    by_id = {}
    for record in all_records:
        by_id.setdefault(first(record, "Id"), record)
    corrections, corrected, withdrawn_by, withdrawals = {}, {}, {}, set()
    moment = lambda i: (first(by_id[i], "At"), i)
    for i, record in by_id.items():
        target = first(record, "Withdraws")
        if target is not None:
            withdrawals.add(i)
            other = by_id.get(target)
            if other and target != i and other["folder"] == record["folder"]:
                withdrawn_by.setdefault(target, []).append(i)
        target = first(record, "Corrects")
        if target is not None:
            target = target.split(" ")[0]
            other = by_id.get(target)
            if other and target != i and other["type"] == record["type"]:
                corrections.setdefault(target, []).append(i)
                corrected[i] = target

    def stands(withdrawal):
        return not any(stands(w) for w in withdrawn_by.get(withdrawal, []))

    ended = set()
    for target, those in withdrawn_by.items():
        if target in withdrawals or not any(stands(w) for w in those):
            continue
        branch = target
        while branch in corrected and len(corrections[corrected[branch]]) == 1:
            branch = corrected[branch]
        ended.add(branch)

    def tip(version):
        if version in ended:
            return None
        later = sorted(corrections.get(version, []), key=moment)
        if not later:
            return version
        tips = [t for t in (tip(v) for v in later) if t]
        return tips[-1] if tips else None

    for i in by_id:
        if i not in corrected and i not in withdrawals:
            newest = tip(i)
            if newest:
                yield newest, by_id[newest]


def readings(path):
    table = {}
    for line in open(path, encoding="utf-8"):
        if not line.startswith("#"):
            reading, _, characters = line.rstrip("\n").partition(" ")
            for c in characters:
                table.setdefault(c, []).append(reading)
    return table


def reads(table, letters, name):
    name = [c for c in name.lower() if c != " "]

    def go(at, n):
        if at == len(letters):
            return True
        if n == len(name):
            return False
        for reading in table.get(name[n], []) + [name[n]]:
            for k in range(1, len(reading) + 1):
                if letters[at : at + k] != reading[:k]:
                    break
                if go(at + k, n + 1):
                    return True
        return False

    return any(go(0, n) for n in range(len(name)))


def names(record):
    found = set()
    for field, lines in record["fields"]:
        if field in PASSED_OVER:
            continue
        for line in lines:
            found |= set(re.findall(r"(?<![A-Z0-9])[A-Z][A-Z0-9]+\(([^)]+)\)", line))
        if field == "Name" and record["type"] in ("member", "organization", "team"):
            found.add(lines[0])
    return found


def day_span(record):
    for field, lines in record["fields"]:
        if field in ("Date", "Since", "Opened"):
            end = first(record, "EndDate")
            return lines[0], max(end or "", lines[0])
    return first(record, "At")[:10], first(record, "At")[:10]


def main():
    root, pinyin = sys.argv[1:3]
    table = readings(pinyin)
    documents = []
    for i, record in holding(list(records(root))):
        text = [
            fold(line)
            for field, lines in record["fields"]
            if field not in PASSED_OVER
            for line in lines
        ]
        kinds = [l[0] for f, l in record["fields"] if f in ("Kind", "Counts")]
        documents.append((i, record, text, names(record), kinds, day_span(record)))
    answers = []
    for query in json.load(sys.stdin):
        words = fold(query["text"]).split()
        found = []
        for i, record, text, people, kinds, (start, end) in documents:
            if query.get("organizations") is not None:
                if first(record, "Organization") not in query["organizations"]:
                    continue
            if query.get("kind") and query["kind"] not in kinds + [record["type"]]:
                continue
            if query.get("since") and end < query["since"]:
                continue
            if query.get("until") and start > query["until"]:
                continue
            if words and all(
                any(word in line for line in text)
                or (
                    re.fullmatch("[a-z]{2,}", word)
                    and any(reads(table, word, name) for name in people)
                )
                for word in words
            ):
                found.append(i)
        answers.append(sorted(found))
    json.dump(answers, sys.stdout)


main()
