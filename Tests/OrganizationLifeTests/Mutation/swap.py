#!/usr/bin/env python3
"""Swaps >= and > (and <= and <) in each comparison of a file, one at a time, and says which
tests notice. Run by hand from anywhere; it works on a copy in a temporary folder.

    python3 Tests/OrganizationLifeTests/Mutation/swap.py [FILE.swift [FILTER]]

Without arguments the file is Voting.swift and the tests are those of votes; another file of the
domain is tried against all tests, or those that FILTER names.

Exits with 1 when a swap goes unnoticed.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
FILE = sys.argv[1] if len(sys.argv) > 1 else "Voting.swift"
SWAPS = {">=": ">", ">": ">=", "<=": "<", "<": "<="}
VOTES = "VotingTests|VoteRuleTests|ElectionTests|VotingOracleTests"
FILTER = sys.argv[2] if len(sys.argv) > 2 else VOTES if FILE == "Voting.swift" else "."
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


def comparisons(source):
    """Line, column and operator of each comparison in the code, comments left out."""
    found = []
    for number, line in enumerate(source.split("\n")):
        code = line.split("//")[0]
        for match in re.finditer(r"(?<=\s)(>=|<=|>|<)(?=\s)", code):
            found.append((number, match.start(), match.group()))
    return found


def swapped(source, number, column, operator):
    lines = source.split("\n")
    line = lines[number]
    lines[number] = line[:column] + SWAPS[operator] + line[column + len(operator):]
    return "\n".join(lines), lines[number].strip()


def test(folder):
    """The tests that failed, by name; None when it does not build."""
    build = subprocess.run(
        ["swift", "build", "--build-tests"], cwd=folder, capture_output=True, text=True
    )
    if build.returncode != 0:
        print(build.stdout[-2000:], file=sys.stderr)
        return None
    run = subprocess.run(
        ["swift", "test", "--skip-build", "--filter", FILTER],
        cwd=folder, capture_output=True, text=True, timeout=600,
    )
    failed = re.findall(r"✘ Test (\w+)\(", run.stdout + run.stderr)
    if run.returncode != 0 and not failed:
        return ["a crash"]
    return sorted(set(failed))


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(ROOT / "Sources/OrganizationLife", folder / "Sources/OrganizationLife")
        shutil.copytree(
            ROOT / "Tests/OrganizationLifeTests", folder / "Tests/OrganizationLifeTests"
        )
        (folder / "Package.swift").write_text(PACKAGE)
        path = folder / "Sources/OrganizationLife" / FILE
        source = path.read_text()
        if test(folder) != []:
            sys.exit("the tests fail before anything is swapped")
        survivors = 0
        found = comparisons(source)
        print(f"{'line':>4}  {'mutant':<70} noticed by")
        for number, column, operator in found:
            mutant, line = swapped(source, number, column, operator)
            path.write_text(mutant)
            failed = test(folder)
            if not failed:
                survivors += 1
            says = "does not build" if failed is None else ", ".join(failed) or "NOTHING"
            print(f"{number + 1:>4}  {line:<70} {says}", flush=True)
        path.write_text(source)
        print(f"{len(found)} swaps, {len(found) - survivors} noticed")
        sys.exit(1 if survivors else 0)


main()
