#!/usr/bin/env python3
"""Puts the program's answers beside the oracle's.

    compare.py PROGRAM STORE TOP[,TOP…] DATE[,DATE…] [N SEED]

Asks for what every TOP owes on every DATE, for the rolls of every DATE and for all meetings, or N
of them by SEED. Prints each disagreement, then how much was compared; exit status 1 if any.
"""
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import oracle

PROGRAM, ROOT, TOPS, DATES = sys.argv[1], sys.argv[2], *(a.split(",") for a in sys.argv[3:5])
FIELDS = ("expected", "present", "eligible", "eligiblePresent", "mayVote")


def ask(*words):
    run = subprocess.run([PROGRAM, *words, "--store", ROOT], capture_output=True, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"{words}: exit status {run.returncode}\n{run.stderr}")
    return run.stdout


def due(question):
    lines = ask("due", "--organization", question[0], "--on", question[1], "--format", "tsv")
    return set(lines.splitlines()[1:])


def roll(day):
    fields = ("Member", "Organization", "Group", "Status", "Rights")
    members = json.loads(ask("list", "member", "--on", day, "--format", "json"))
    return {tuple(m.get(f) or "" for f in fields) for m in members}


def meeting(identity):
    [answer] = json.loads(ask("show", identity, "--format", "json"))
    votes = [
        [{k: v[k] for k in ("mayVote", "needed", "passed")} for v in item["votes"]]
        for item in answer["items"]
    ]
    return {**{k: answer[k] for k in FIELDS}, "votes": votes}


def main():
    store = oracle.Store(ROOT)
    wrong = lines = people = votes = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        questions = [(top, day) for top in TOPS for day in DATES if top in store.organizations(day)]
        for question, got in zip(questions, pool.map(due, questions)):
            want = {"\t".join(map(str, row)) for row in store.due(*question)}
            lines += len(want)
            for line in sorted(want ^ got):
                wrong += 1
                print(question[1], "oracle " if line in want else "program", line)
        for day, got in zip(DATES, pool.map(roll, DATES)):
            fields = ("Organization", "Group", "Status", "Rights")
            want = {(k, *(r.one(f, "") for f in fields)) for k, r in store.roll(day).items()}
            people += len(want)
            for row in sorted(want ^ got):
                wrong += 1
                print(day, "oracle " if row in want else "program", *row)
        meetings = oracle.sample(store, *map(int, sys.argv[5:7]))
        for record, got in zip(meetings, pool.map(meeting, [r.id for r in meetings])):
            want = store.numbers(record)
            votes += sum(map(len, want["votes"]))
            if want != got:
                wrong += 1
                print(record.id, record.one("Kind"), f"\n  oracle  {want}\n  program {got}")
    print(
        f"compared {lines} due lines, {people} people on rolls, {len(meetings)} meetings with "
        f"{votes} votes: {wrong} disagreements"
    )
    return min(wrong, 1)


if __name__ == "__main__":
    sys.exit(main())
