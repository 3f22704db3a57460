#!/usr/bin/env python3
"""Compares every line with the oracle's, then adds, corrects and withdraws one record for each.

    report_moves.py PROGRAM STORE WRITER YEAR DAY

Before anything is changed the records behind each line are compared, too. Then the lines are those
of which a figure was published. Each time the program enters all the changes of one sort, the
oracle reads the files again, and both are compared on every line of 公开数据. A line that counts
records must have moved by the records that came and went, one that has the records that it had must
stand where it stood. Prints each disagreement, then how much was changed; exit status 1 if any.
"""
import json
import re
import subprocess
import sys

import report_compare
import report_oracle

PROGRAM, ROOT, WRITER, YEAR, DAY = sys.argv[1:]
REPORT = "公开数据"
OWN = ("Id", "By", "At", "Sum", "Prev", "Follows", "Corrects", "Withdraws", "Reason")
# What a record becomes when it is not to count any more.
OTHER = {"activity": "党建活动", "document": "总结", "matter": "其他", "team": "其他", "plan": "其他"}


def run(*words, text=None):
    done = subprocess.run([PROGRAM, *words, "--store", ROOT], input=text, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{words}: exit status {done.returncode}\n{done.stderr}\n{text}")
    return done.stdout


class State:
    """What the lines say at one moment, by the oracle and by the program."""

    def __init__(self, known):
        self.oracle = report_oracle.Reports(ROOT, known)
        self.written = {r.id: r.fields for r in self.oracle.store.written}
        self.lines = {l["Id"][0]: l for l in self.oracle.entries["line"]}
        first, last = report_oracle.bounds(YEAR)
        self.values = self.oracle.values(list(self.lines.values()), first, last, DAY, None)
        words = ("report", REPORT, "--compare", "--year", YEAR, "--today", DAY, "--format", "json")
        self.said = {row["line"]: row for row in json.loads(run(*words))}

    def number(self, line):
        found = self.values[line][0]
        return None if found is None else found.value

    def evidence(self, line):
        return self.values[line][1] or []

    def records(self, line):
        return [reference.split("#")[0] for reference in self.evidence(line)]

    def disagreements(self):
        for line, row in self.said.items():
            found = self.values[line][0]
            want = found.text() if found else ""
            if want != (row["value"] or ""):
                yield f"{line}: oracle {want}, program {row['value']}"


def is_free(written, identity, change):
    """Of organisations and people only those are withdrawn that nothing refers to: the added."""
    names = {"organization": "Organization", "member": "Member"}
    name = names.get(identity.split("-")[1])
    return change is not withdrawn or not name or dict(written[identity])[name].endswith("X")


def text_of(kind, fields):
    lines = [f"{name}: {value}".replace("\n", "\n+ ") for name, value in fields]
    return f"%rec: {kind}\n\n" + "\n".join(lines) + "\n\n"


def withdrawn(written, line, identity):
    """A matter goes with all its steps: without the last one it would only be open again."""
    steps = [identity]
    while identity.split("-")[1] == "matter" and "Follows" in dict(written[steps[-1]]):
        steps.append(dict(written[steps[-1]])["Follows"])
    return [[("Withdraws", step), ("Reason", "试")] for step in steps]


def corrected(written, line, identity):
    """One more of what is summed up, else something that the line does not count."""
    kind = identity.split("-")[1]
    fields = [f for f in written[identity] if f[0] not in OWN or f[0] == "Follows"]
    where, measure = line.get("Where", [""])[0], line["Measure"][0]
    names = [name for name, _ in fields]
    for name in ("Count", "Headcount", "Sessions", "Value"):
        if name in names and (name in measure or name == "Headcount" and measure == "人次"):
            changed = [(n, re.sub(r"\d+", lambda m: str(int(m[0]) + 1), v, 1) if n == name else v)
                       for n, v in fields]  # fmt: skip
            break
    else:
        if kind == "organization":
            changed = [(n, v + "甲" if n == "Name" else v) for n, v in fields]
        elif kind in ("honor", "figure"):
            name = "Title" if kind == "honor" else "Indicator"
            changed = [(n, "另一项" if n == name else v) for n, v in fields]
        elif kind == "procedure":
            changed = [(n, f"{int(v[:4]) - 1}{v[4:]}" if n == "Date" else v) for n, v in fields]
        elif kind in OTHER and "Kind" in where:
            changed = [(n, OTHER[kind] if n == "Kind" else v) for n, v in fields]
        else:
            changed = [f for f in fields if f[0] != "Tag"]
    return [[("Corrects", identity), ("Reason", "试"), *changed]]


def added(written, line, identity):
    kind = identity.split("-")[1]
    fields = [f for f in written[identity] if f[0] not in OWN]
    if kind in ("organization", "member"):
        key = "Organization" if kind == "organization" else "Member"
        fields = [(n, v + "X" if n == key else v) for n, v in fields]
    return [fields]


def main():
    wrong, total, kinds, exact = [], 0, set(), 0
    known = {}
    before = State(known)
    want = list(before.oracle.report(REPORT, *report_oracle.bounds(YEAR), DAY, None))
    answer = report_compare.ask(PROGRAM, ROOT, (REPORT, "", DAY, YEAR, "json"))
    wrong += report_compare.differences(want, answer)
    behind = sum(len(row[-1] or []) for row in want)
    published = {line for line, row in before.said.items() if row["published"]}
    for change in (added, corrected, withdrawn):
        chosen, touched = {}, set()
        shares = {}
        for line in before.said:
            for identity in before.records(line):
                shares[identity] = shares.get(identity, 0) + 1
        for line in sorted(published):
            free = [i for i in before.records(line) if i not in touched and is_free(before.written, i, change)]
            if free:
                chosen[line] = min(free, key=lambda i: (shares[i], i))
                touched.add(chosen[line])
        text = "".join(
            text_of(identity.split("-")[1], fields)
            for line, identity in chosen.items()
            for fields in change(before.written, before.lines[line], identity)
        )
        run("add", "-", "--as", WRITER, "--today", DAY, text=text)
        after = State(known)
        wrong += [f"{change.__name__}: {text}" for text in after.disagreements()]
        for line, entry in after.lines.items():
            if before.values[line][1] is None:
                continue
            old, now = before.evidence(line), after.evidence(line)
            moved = after.number(line) != before.number(line)
            came, went = set(now) - set(old), set(old) - set(now)
            if not came and not went:
                if moved:
                    wrong.append(f"{change.__name__}: {line} moved without a cause")
            elif entry["Measure"][0] == "Count":
                if len(came) - len(went) != after.number(line) - before.number(line):
                    wrong.append(f"{change.__name__}: {line} moved by another number")
                exact += moved
            elif line in chosen and len(came) < 2 and len(went) < 2 and not moved:
                # Of several, one may make up for another; of what is named differently, too.
                if not entry["Measure"][0].startswith("Distinct"):
                    wrong.append(f"{change.__name__}: {line} stands where it stood")
            if line in chosen and not came and not went:
                if change is not corrected or chosen[line].split("-")[1] != "organization":
                    wrong.append(f"{change.__name__}: {line} has the same records as before")
        total += len(chosen)
        kinds |= {i.split("-")[1] for i in chosen.values()}
        before = after
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(
        f"{len(want)} lines with {behind} records behind them, {sum(row[5] for row in want)} "
        f"implausible; {total} records of {len(kinds)} types added, corrected and withdrawn for {len(published)} "
        f"figures: {exact} moves of lines that count, {len(wrong)} disagreements"
    )
    return min(len(wrong), 1)


if __name__ == "__main__":
    sys.exit(main())
