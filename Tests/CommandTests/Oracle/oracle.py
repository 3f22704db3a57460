#!/usr/bin/env python3
"""Answers of its own about a store, from the files alone and the written rules.

    oracle.py STORE due ID DATE...     what ID and everything below it owes on each DATE (TSV)
    oracle.py STORE meetings [N SEED]  numbers and verdicts of every meeting, or of N of them, those
                                       with votes first (JSON)
    oracle.py STORE roll DATE...       who is a member of what on each DATE (TSV)
    oracle.py STORE headcounts         人次 of every activity (TSV)

It shares nothing with the program that it judges.
"""
import calendar
import collections
import datetime
import json
import pathlib
import random
import re
import sys

# Reading: rec files, one record a dictionary of lists, and an activity's items as a list.


def records(path):
    fields = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            if fields:
                yield fields
            fields = []
        elif line.startswith(("#", "%")):
            continue
        elif line.startswith("+"):
            name, value = fields[-1]
            fields[-1] = (name, value + "\n" + line[2:])
        else:
            name, value = line.split(":", 1)
            fields.append((name, value[1:]))
    if fields:
        yield fields


class Record:
    def __init__(self, fields):
        self.fields, self.all, self.own, self.items = fields, {}, {}, []
        for name, value in fields:
            if name == "Item":
                self.items.append({})
            target = self.items[-1] if self.items else self.own
            target.setdefault(name, []).append(value)
            self.all.setdefault(name, []).append(value)
        self.id = self.one("Id")
        parts = self.id.split("-")
        self.type = parts[1]
        self.at = datetime.datetime.fromisoformat(self.one("At")) if "At" in self.all else None

    def many(self, name):
        return self.all.get(name, [])

    def one(self, name, otherwise=None):
        return self.all.get(name, [otherwise])[0]

    def people(self, name):
        return [person(value) for value in self.many(name)]

    def order(self):
        return (self.at, self.id)

    def counts(self):
        return [self.one("Kind")] + self.many("Counts")

    def corrected(self):
        return self.one("Corrects", "").split(" ")[0]


def person(text):
    return re.match(r"[A-Z0-9]+", text).group()


# Folding: corrections and withdrawals.


def fold(found):
    """The newest version of every chain that nobody withdrew, in order.

    Of two corrections of one version the later holds until one of them is withdrawn: that ends
    its side alone, any other withdrawal the whole chain.
    """
    by_id = {r.id: r for r in found}
    corrections = {}
    for r in sorted(found, key=Record.order):
        if r.corrected() in by_id:
            corrections.setdefault(r.corrected(), []).append(r)

    def side(r):
        while r.corrected() in by_id and len(corrections[r.corrected()]) == 1:
            r = by_id[r.corrected()]
        return r.id

    withdrawn = {r.one("Withdraws") for r in found}
    ended = {side(by_id[identity]) for identity in withdrawn if identity in by_id}

    def newest(r):
        if r.id in ended:
            return None
        versions = [newest(c) for c in corrections.get(r.id, [])]
        return ([v for v in versions if v] or [None])[-1] if versions else r

    firsts = [r for r in found if not r.one("Withdraws") and r.corrected() not in by_id]
    return sorted((r for r in map(newest, firsts) if r), key=Record.order)


class Store:
    def __init__(self, root, known=None):
        """`known` keeps what was read for the next store: files only grow, so one that is as long
        as it was says what it said."""
        self.root = pathlib.Path(root)
        known, self.written = {} if known is None else known, []
        for path in sorted((self.root / "organizations").rglob("*.rec")):
            if "quarantine" not in path.parts:
                key = path, path.stat().st_size
                if key not in known:
                    known[key] = [Record(fields) for fields in records(path)]
                self.written += known[key]
        self.records = fold(self.written)
        self.kinds = self.catalog("kind")
        self.obligations = self.catalog("obligation")
        self.rolls, self.meetings, self.memory = {}, {}, {}
        self.types, self.activities = {}, {}
        for r in self.records:
            self.types.setdefault(r.type, []).append(r)
            if r.type == "activity":
                self.activities.setdefault(r.one("Organization"), []).append(r)

    def catalog(self, name):
        entries = []
        for fields in records(self.root / "catalog" / f"{name}.rec"):
            entry = {}
            for key, value in fields:
                entry.setdefault(key, []).append(value)
            entries.append(entry)
        return entries

    def of(self, kind):
        return self.types.get(kind, [])

    def once(self, key, make):
        """What was worked out before, since the records do not change."""
        if key not in self.memory:
            self.memory[key] = make()
        return self.memory[key]

    # What was so on a day: the snapshot with the latest Since, later entered wins.

    def state(self, kind, day):
        latest = {}
        for r in self.of(kind):
            since = r.one("Since")
            key = r.one("Member" if kind == "member" else "Organization")
            if since <= day and (key not in latest or latest[key].one("Since") <= since):
                latest[key] = r
        return {k: r for k, r in latest.items() if r.one("Until", "9999") >= day}

    def organizations(self, day):
        return self.once(("organizations", day), lambda: self.state("organization", day))

    def roll(self, day):
        """Everyone on a roll that day, applicants too."""
        if day not in self.rolls:
            self.rolls[day] = self.state("member", day)
        return self.rolls[day]

    def members(self, day):
        """Members that day: full and probationary, membership not stopped."""
        return self.once(
            ("members", day),
            lambda: {
                key: r
                for key, r in self.roll(day).items()
                if r.one("Status") in ("正式党员", "预备党员") and r.one("Rights") != "停止党籍"
            },
        )

    def full(self, day):
        """How many full members each organisation has that day."""
        return self.once(
            ("full", day),
            lambda: collections.Counter(
                r.one("Organization")
                for r in self.members(day).values()
                if r.one("Status") == "正式党员"
            ),
        )

    def below(self, top, day):
        return self.once(("below", top, day), lambda: self.walk(top, day))

    def walk(self, top, day):
        found, queue = set(), [top]
        children = self.once(("children", day), lambda: self.children(day))
        while queue:
            here = queue.pop()
            if here not in found:
                found.add(here)
                queue += children.get(here, [])
        return found

    def children(self, day):
        found = {}
        for key, r in self.organizations(day).items():
            found.setdefault(r.one("Parent"), []).append(key)
        return found

    # What is due.

    def due(self, top, day):
        organizations = self.organizations(day)
        for key in sorted(self.below(top, day)):
            if key not in organizations:
                continue
            level = organizations[key].one("Level")
            full = self.full(day)[key]
            for entry in self.obligations:
                one = {k: v[0] for k, v in entry.items()}
                first, last, name = period(one["Every"], day)
                if (
                    level not in entry["For"]
                    or one.get("Enabled") == "否"
                    # 一般每季度1次 asks something of a whole quarter: an entry that begins, or an
                    # organisation that is founded, in mid-period owes from the next one on.
                    or not one["Since"] <= first <= one.get("Until", "9999")
                    or key not in self.organizations(first)
                    or full < int(one.get("FullMembersAtLeast", 0))
                    or full >= int(one.get("FullMembersBelow", 10**9))
                ):
                    continue
                places = self.below(key, day) if "Lecturer" in one else [key]
                meetings = [
                    [r for r in m if r.one("Date") <= day]
                    for place in places
                    for m in self.held(place)
                    if first <= m[0].one("Date") <= min(last, day)
                ]
                done = sum(
                    any(one["Kind"] in r.counts() for r in m)
                    and self.given_by(m, key, one.get("Lecturer"))
                    and any(one.get("ItemTitle", "") in title for title in titles(m))
                    for m in meetings
                )
                required = int(one["Times"])
                missing = max(0, required - done)
                after = str(datetime.date.fromisoformat(last) + datetime.timedelta(1))
                following = last if missing else period(one["Every"], after)[1]
                yield [
                    key, one["Id"], name, required, done, missing, following,
                    one["Level"], one["Source"],
                ]  # fmt: skip

    def given_by(self, meeting, key, post):
        """Whether who had that post in the organisation on that day gave the lesson."""
        if not post:
            return True
        for r in meeting:
            organization = self.organizations(r.one("Date")).get(key)
            officers = organization.many("Officer") if organization else []
            holders = {person(o) for o in officers if post in o.split(" ", 1)[1].split("、")}
            if holders & set(r.people("Lecturer")):
                return True
        return False

    def held(self, key):
        """Meetings of an organisation: sittings of the same kind and number are one meeting, that
        of its first day. Numbers begin anew each year, so those months apart are others."""
        if key not in self.meetings:
            found = self.meetings[key] = []
            own = self.activities.get(key, [])
            for r in sorted(own, key=lambda r: r.one("Date")):
                first = next((m[0] for m in reversed(found) if same_meeting(m[0], r)), None)
                if first:
                    next(m for m in found if m[0] is first).append(r)
                else:
                    found.append([r])
        return self.meetings[key]

    # A meeting's numbers.

    def body(self, meeting, excluded=None, held=None):
        """Who is expected; `excluded` are left out, those of the record when not given. Of a body of
        those named, who is named at any of the sittings `held`."""
        if excluded is None:
            excluded = set(meeting.people("Excluded"))
        day, key = meeting.one("Date"), meeting.one("Organization")
        members = self.members(day)
        form = self.form(meeting)
        organization = self.organizations(day).get(key)
        level = organization.one("Level") if organization else None
        if form == "自选":
            # The people named, applicants and activists too.
            lists = ("Present", "Video", "Absent")
            named = {p for r in held or [meeting] for n in lists for p in r.people(n)}
            return named & set(self.roll(day)) - excluded
        if not organization:
            found = set()
        elif form == "支委":
            found = set(organization.people("Officer"))
        elif level == "党小组":
            found = {k for k, r in members.items() if r.one("Group") == key}
        else:
            within = self.below(key, day)
            found = {k for k, r in members.items() if r.one("Organization") in within}
        return (found & set(members)) - excluded

    def voters(self, meeting, excluded=None, held=None):
        roll = self.roll(meeting.one("Date"))
        return {
            k
            for k in self.body(meeting, excluded, held)
            if roll[k].one("Status") == "正式党员" and roll[k].one("Rights", "正常") == "正常"
        }

    def lacks_right(self, candidate, meeting):
        """Only a full member whose rights are whole can be elected; of others nothing is known."""
        found = self.roll(meeting.one("Date")).get(person(candidate or ""))
        whole = ("正式党员", "正常")
        return bool(found) and (found.one("Status"), found.one("Rights", "正常")) != whole

    def form(self, meeting):
        day = meeting.one("Date")
        for k in self.kinds:
            if k["Id"][0] == meeting.one("Kind"):
                if k["Since"][0] <= day <= k.get("Until", ["9999"])[0]:
                    return k["Body"][0]
        return "自选"

    def sittings(self, meeting):
        """All sittings of the meeting that a record is of, by date; itself when it is one."""
        for held in self.held(meeting.one("Organization")):
            if any(r.id == meeting.id for r in held):
                return held
        return [meeting]

    def numbers(self, meeting):
        body, voters, everyone = self.body(meeting), self.voters(meeting), self.voters(meeting, set())
        organization = self.organizations(meeting.one("Date")).get(meeting.one("Organization"))
        present = set(meeting.people("Present") + meeting.people("Video"))
        held = self.sittings(meeting)
        came = {p for r in held for p in r.people("Present") + r.people("Video")}
        # Left out of a meeting in batches is who is left out of each.
        excluded = set.intersection(*(set(r.people("Excluded")) for r in held))
        votes = []
        for number, item in enumerate(meeting.items):
            same = [item]
            if len(held) > 1:
                # Of several on one topic, the second goes with the second of other sittings.
                nth = sum(topic(i) == topic(item) for i in meeting.items[:number])
                alike = [[i for i in r.items if topic(i) == topic(item)] for r in held]
                same = [found[nth] for found in alike if len(found) > nth]
            away = {person(a) for i in same for a in i.get("Away", [])}
            asked = [v for i in same for v in i.get("Vote", [])]
            # R26 speaks of elections alone.
            isOther = not any("Seats" in i for i in same[:1]) and any(
                "类别=选举" not in v for v in asked
            )
            base = self.voters(held[0], set() if isOther else excluded, held)
            here = len(base & came - away)
            found = [verdict(len(base), here, merged(v, item, same)) for v in item.get("Vote", [])]
            for vote, answer in zip(map(words, item.get("Vote", [])), found):
                kind = vote.get("类别", "普通")
                if kind == "选举" and self.lacks_right(vote.get("对象"), held[0]):
                    answer["passed"] = False
                if elsewhere(kind, self.form(meeting), organization):
                    answer["mayVote"] = answer["passed"] = False
            votes.append(found)
        return {
            "expected": len(body),
            "present": len(body & present),
            "eligible": len(voters),
            "eligiblePresent": len(voters & present),
            "mayVote": 2 * len(everyone & present) >= len(everyone) > 0,
            "votes": votes,
        }


def elsewhere(kind, form, organization):
    """The 支部党员大会 alone takes in, confirms, prolongs, drops and disciplines; above the branch a
    committee approves. A vote of the committee is none at a meeting of the members."""
    level = organization.one("Level") if organization else "党支部"
    if kind == "支委会":
        return form in ("党员", "小组")
    own = ("接收预备党员", "转正", "延长预备期", "取消预备资格", "处分")
    return kind in own and form != "党员" and ("支部" in level or level == "党小组")


def topic(item):
    return item["Item"][0], item.get("ItemKind", [""])[0]


def words(vote):
    return dict(word.split("=", 1) for word in vote.split(" ") if "=" in word)


def merged(vote, item, items):
    """A vote with those on the same person and category at other sittings added: of several the
    first with the first, the second with the second."""
    found = words(vote)
    if len(items) < 2:
        return found

    def key(v):
        return v.get("类别", "普通"), v.get("另选", ""), person(v["对象"]) if "对象" in v else ""

    def alike(i):
        return [w for w in map(words, i.get("Vote", [])) if key(w) == key(found)]

    place = alike(item).index(found)
    parts = [alike(i)[place] for i in items if len(alike(i)) > place]
    for name in ("赞成", "不赞成", "弃权", "书面", "发出", "收回", "有效"):
        given = [int(w[name]) for w in parts if name in w]
        if given:
            found[name] = sum(given)
    return found


def titles(meeting):
    """The titles of all items, and one that says nothing so that no title can be asked for."""
    return [title for r in meeting for title in r.many("Item")] + [""]


def same_meeting(a, b):
    if not a.one("Sitting") or not a.one("Number"):
        return False
    total = [r.one("Sitting", "").split("/")[-1] for r in (a, b)]
    dates = [datetime.date.fromisoformat(r.one("Date")) for r in (a, b)]
    return (
        total[0] == total[1]
        and all(a.one(name) == b.one(name) for name in ("Kind", "Number"))
        and dates[1] - dates[0] <= datetime.timedelta(62)
    )


def verdict(eligible, present, vote):
    """The comparisons of the rules; 反对 is read as 不赞成."""
    kind, yes = vote.get("类别", "普通"), int(vote.get("赞成", 0))
    may, base = 2 * present >= eligible, eligible
    if kind in ("接收预备党员", "转正"):
        may = 2 * present > eligible
    elif kind == "选举":
        may, base = 5 * present >= 4 * eligible, present
    may = may and eligible > 0
    needed = base // 2 + 1
    # More votes than voters present and written opinions is no count that could be.
    opinions = int(vote.get("书面", 0)) if kind in ("接收预备党员", "转正") else 0
    passed = may and needed <= yes
    total = yes + int(vote.get("不赞成", vote.get("反对", 0))) + int(vote.get("弃权", 0))
    if total > present + opinions or opinions > min(total, eligible - present):
        passed = False
    # More ballots back than voters: the vote is taken again.
    if "收回" in vote and int(vote["收回"]) > min(int(vote.get("发出", present)), present):
        passed = False
    return {"mayVote": may, "needed": needed, "passed": passed}


def period(every, day):
    """First day, last day and name of the period that holds a day."""
    date = datetime.date.fromisoformat(day)
    y, m = date.year, date.month
    if every == "周":
        first = date - datetime.timedelta(date.weekday())
        year, week, _ = date.isocalendar()
        return str(first), str(first + datetime.timedelta(6)), f"{year}-W{week:02}"
    months = {"月": 1, "季度": 3, "半年": 6, "年": 12}[every]
    start = (m - 1) // months * months + 1
    end = start + months - 1
    number = (m - 1) // months + 1
    name = {1: f"{y}-{m:02}", 3: f"{y}-Q{number}", 6: f"{y}-H{number}", 12: f"{y}"}[months]
    return f"{y}-{start:02}-01", f"{y}-{end:02}-{calendar.monthrange(y, end)[1]}", name


def headcount(r):
    stated = r.one("Headcount")
    if stated:
        return stated
    there = r.people("Present") + r.people("Video")
    if r.one("Kind") in ("谈心谈话", "廉政谈话"):
        there = [p for p in there if p not in r.people("Presider")]
    return len(there)


def sample(store, count=None, seed=0):
    """All meetings, or so many of them: those with votes come first."""
    meetings = store.of("activity")
    if count is None:
        return meetings
    chance = random.Random(seed)
    chance.shuffle(meetings)
    return sorted(meetings, key=lambda r: not r.many("Vote"))[:count]


def main(root, command, *rest):
    store = Store(root)
    if command == "due":
        for day in rest[1:]:
            for row in store.due(rest[0], day):
                print(day, *row, sep="\t")
    elif command == "roll":
        for day in rest:
            for key, r in sorted(store.roll(day).items()):
                words = [r.one(n, "") for n in ("Organization", "Group", "Status", "Rights")]
                print(day, key, *words, sep="\t")
    elif command == "headcounts":
        for r in store.of("activity"):
            print(r.id, headcount(r), sep="\t")
    elif command == "meetings":
        meetings = sample(store, *map(int, rest))
        print(json.dumps({r.id: store.numbers(r) for r in meetings}))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:])
