#!/usr/bin/env python3
"""Swaps >= and > (and <= and <) in each comparison of the rules, one at a time, and says which
tests notice. Run by hand from anywhere; it works on a copy in a temporary folder.

    python3 Tests/OrganizationLifeTests/Mutation/swap.py [FILE.swift[:LINE] …] [--filter TESTS]

Without files it takes every file of the domain, without --filter all tests of the domain. Each
swap is built and tested by itself, which takes about half a minute.

What only puts a list in order is left out: keys are never equal. So are the comparisons of
EITHER_WAY, where nothing can differ; each has its reason.

Exits with 1 when a swap goes unnoticed.
"""

import argparse
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
SWAPS = {">=": ">", ">": ">=", "<=": "<", "<": "<="}
EITHER_WAY = {
    ("Day.swift", "shifted >= 0 ?"): "day 0 is of era 0 by either division",
    ("Day.swift", "local >= 0 ?"): "second 0 is of day 0 by either division",
    ("Dues.swift", "$0.until.map { $0 >= month.first }"):
        "a snapshot that ends on the 1st is found before",
    ("Terms.swift", "term.elected < elected"): "two days that differ are compared",
    ("Terms.swift", "$0.since < timing.elected"):
        "a snapshot of the day of the election has that election",
    ("Terms.swift", "snapshot.since > start"): "the start is in the set already",
    ("Terms.swift", "start <= change"): "at the start the committee is complete",
    ("Standing+Ledger.swift", "position < furthest"): "the furthest step is taken",
    ("Standing+Ledger.swift", "order[id] ?? 0 < $0"): "the furthest step is taken",
    ("Standing+Ledger.swift", "members[id]?.last { $0.since <= day }"):
        "who took no step yet has nothing that is late",
    ("Inspection.swift", "period.first <= days.upperBound"):
        "a period that begins today is neither over nor reminded of",
    ("Calendar.swift", "earliest <= today"):
        "what is held on the first day that a sitting may have begun is of no period asked for",
    ("DutyGrid.swift", "$0.since <= day"): "one that begins on the day stands on it",
    ("Inspection.swift", "record.day > today"): "today is among the days already",
    ("MemberFile+Ledger.swift", "payment.month < $0"):
        "a month that was paid for is none of the unpaid",
    ("MemberFile+Participation.swift", "$0.came && $0.date >= halfYearAgo"):
        "who came on the first of the days is not idle on them",
    ("Study.swift", "minutes > 0"): "no minutes are no hours",
    ("Meeting+Merging.swift", "last.index < last.total"): "there is no third sitting of two",
    ("Terms.swift", "let snapshots = (organizations[organization.id] ?? []).filter { $0.since <= day }"):
        "the snapshot of the day is the one that is asked about",
    ("Visit.swift", "other.opened < day"): "what was opened on the day was closed on none before it",
    ("Participation+Warnings.swift", "filter({ $0.since <= day }).reversed()"):
        "a stretch that begins today begins today",
}
PACKAGE = """// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "mutation",
  targets: [
    .target(name: "OrganizationLife"),
    .testTarget(
      name: "OrganizationLifeTests", dependencies: ["OrganizationLife"],
      exclude: ["Mutation", "Oracle"]),
  ],
  swiftLanguageModes: [.v6]
)
"""


ORDERS = re.compile(
    r"\.sort|\.min \{|\.max\(by|static func <|\) < \(|where x != y|^ *< \(|: a\.id < b\.id"
    r"|if (x != y|first != second|l == nil|date != other\.date|own != others)")


def comparisons(source):
    """Line, column and operator of each comparison in the code, comments left out, and those that
    put a list in order."""
    found = []
    for number, line in enumerate(source.split("\n")):
        code = line.split("//")[0]
        if ORDERS.search(code):
            continue
        for match in re.finditer(r"(?<=\s)(>=|<=|>|<)(?=\s)", code):
            found.append((number, match.start(), match.group()))
    return found


def reason(file, line, column):
    """Why nothing can differ; None when something can."""
    for (name, part), why in EITHER_WAY.items():
        start = line.find(part)
        if name == file and start >= 0 and start <= column < start + len(part):
            return why
    return None


def swapped(source, number, column, operator):
    lines = source.split("\n")
    line = lines[number]
    lines[number] = line[:column] + SWAPS[operator] + line[column + len(operator):]
    return "\n".join(lines), lines[number].strip()


def keep_small():
    """A mutant that never ends may want all the memory there is."""
    resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))


def test(folder, tests):
    """The tests that failed, by name; None when it does not build."""
    build = subprocess.run(
        ["swift", "build", "--build-tests"], cwd=folder, capture_output=True, text=True
    )
    if build.returncode != 0:
        print(build.stdout[-2000:], file=sys.stderr)
        return None
    # Not by way of swift test, which would leave a mutant that never ends running; nor with a
    # backtrace of a crash, which may take for ever.
    run = subprocess.run(
        ["timeout", "300", folder / ".build/debug/mutationPackageTests.xctest",
         "--testing-library", "swift-testing", "--filter", tests],
        cwd=folder, capture_output=True, text=True, preexec_fn=keep_small,
        env=os.environ | {"SWIFT_BACKTRACE": "enable=no"},
    )
    said = re.sub(r"\x1b\[[0-9;]*m", "", run.stdout + run.stderr)
    failed = re.findall(r'✘ Test ("[^"]+"|\w+)[( ].*recorded', said)
    if run.returncode != 0 and not failed:
        return ["no end" if run.returncode == 124 else "a crash"]
    return sorted(set(failed))


def attempt(folder, file, wanted, tests):
    """Tries each comparison of a file; how many were tried and how many went unnoticed."""
    path = folder / "Sources/OrganizationLife" / file
    source = path.read_text()
    lines = source.split("\n")
    tried = unnoticed = 0
    for number, column, operator in comparisons(source):
        if wanted and number + 1 not in wanted:
            continue
        mutant, line = swapped(source, number, column, operator)
        where = f"{file}:{number + 1}"
        why = reason(file, lines[number], column)
        if why:
            print(f"{where:<32} {line:<70} either way: {why}", flush=True)
            continue
        path.write_text(mutant)
        failed = test(folder, tests)
        tried += 1
        if not failed:
            unnoticed += 1
        says = "does not build" if failed is None else ", ".join(failed) or "NOTHING"
        print(f"{where:<32} {line:<70} {says}", flush=True)
    path.write_text(source)
    return tried, unnoticed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="*")
    parser.add_argument("--filter", default=".")
    asked = parser.parse_args()
    lines = {}
    every = sorted(path.name for path in (ROOT / "Sources/OrganizationLife").glob("*.swift"))
    for name in asked.files or every:
        file, _, line = name.partition(":")
        lines.setdefault(file, set())
        if line:
            lines[file].add(int(line))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(ROOT / "Sources/OrganizationLife", folder / "Sources/OrganizationLife")
        shutil.copytree(
            ROOT / "Tests/OrganizationLifeTests", folder / "Tests/OrganizationLifeTests"
        )
        (folder / "Package.swift").write_text(PACKAGE)
        if test(folder, asked.filter) != []:
            sys.exit("the tests fail before anything is swapped")
        print(f"{'comparison':<32} {'swapped':<70} noticed by", flush=True)
        results = [attempt(folder, file, wanted, asked.filter) for file, wanted in lines.items()]
        tried = sum(number for number, _ in results)
        unnoticed = sum(number for _, number in results)
        print(f"{tried} swaps, {tried - unnoticed} noticed")
        sys.exit(1 if unnoticed else 0)


if __name__ == "__main__":
    main()
