#!/usr/bin/env python3
"""Puts every line of every report beside the oracle's.

    report_compare.py PROGRAM STORE ID[,ID…] DAY=PERIOD[,PERIOD…]...

`ALL` among the ids is the whole store. Compared are the number, what makes it approximate, the year
before, the plan, whether it is said to be implausible, and the records behind it. Prints each
disagreement, then how much was compared; exit status 1 if any.
"""
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import report_oracle

OPTIONS = {"H": "--half", "Q": "--quarter"}


def ask(program, root, question):
    name, top, day, period, form = question
    words = ["report", name, "--today", day, "--format", form, "--store", root]
    if ".." in period:
        first, last = period.split("..")
        words += ["--since", first, "--until", last]
    elif "-" in period:
        words += [OPTIONS.get(period[5], "--month"), period]
    else:
        words += ["--year", period]
    words += ["--organization", top] if top else []
    run = subprocess.run([program, *words], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"{words}: exit status {run.returncode}\n{run.stderr}")
    return json.loads(run.stdout) if form == "json" else run.stdout


def said(found):
    """A number as the program's JSON has it."""
    return None if found is None else float(f"{float(found.value):.3f}")


def word(found):
    words = found.words if found else ()
    return {0: "", 2: "约"}.get(len(words), "余" if "+" in words else "近")


def differences(want, answer):
    """Of each line that is not the same what the oracle and what the program says."""
    rows = {row["line"]: row for row in answer}
    for line, value, unit, previous, plan, doubtful, evidence in want:
        got = rows.pop(line, None)
        expected = [said(value), word(value), unit, said(previous), said(plan), doubtful]
        found = got and [
            got["value"], got["approximate"], got["unit"], got["previous"], got["plan"],
            got["doubt"] is not None,
        ]  # fmt: skip
        if evidence is not None:
            expected.append(sorted(evidence))
            found and found.append(sorted(got["evidence"]))
        if expected != found:
            yield f"{line}\n  oracle  {expected}\n  program {found}"
    for line in rows:
        yield f"{line} is not one of the oracle's lines"


def main(program, root, tops, *choices):
    oracle = report_oracle.Reports(root)
    questions = []
    for choice in choices:
        day, periods = choice.split("=")
        for period in periods.split(","):
            for report in oracle.entries["report"]:
                length = "年" if "-" not in period else {"H": "半年", "Q": "季度"}.get(period[5], "月")
                if ".." in period or length in report["Period"]:
                    for top in tops.split(","):
                        questions.append((report["Id"][0], "" if top == "ALL" else top, day, period))
    wrong = numbers = zeros = records = doubts = rough = plans = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        answers = pool.map(lambda q: ask(program, root, (*q, "json")), questions)
        for question, answer in zip(questions, answers):
            name, top, day, period = question
            want = list(oracle.report(name, *report_oracle.bounds(period), day, top or None))
            for difference in differences(want, answer):
                wrong += 1
                print(*question, difference)
            numbers += len(want)
            for _, value, _, _, plan, doubtful, evidence in want:
                zeros += not (value and value.value)
                doubts += doubtful
                rough += bool(value and value.words)
                plans += plan is not None
                records += len(evidence or [])
    # The form for other programs: line, value, unit.
    for report in oracle.entries["report"]:
        day, period = choices[0].split("=")[0], choices[0].split("=")[1].split(",")[0]
        got = ask(program, root, (report["Id"][0], "", day, period, "tsv")).splitlines()
        want = oracle.report(report["Id"][0], *report_oracle.bounds(period), day, None)
        lines = ["\t".join((r[0], r[1].text() if r[1] else "", r[2])) for r in want]
        if got != ["line\tvalue\tunit", *lines]:
            wrong += 1
            print(report["Id"][0], "tsv differs:", set(got) ^ set(lines))
    print(
        f"compared {numbers} numbers ({zeros} of them zero, {rough} approximate, {doubts} implausible, "
        f"{plans} with a plan) of {len(questions)} reports with {records} records behind them: "
        f"{wrong} disagreements"
    )
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
