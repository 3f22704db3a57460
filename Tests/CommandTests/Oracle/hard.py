#!/usr/bin/env python3
"""Fills a store made by `zhibu init` with hard cases, writing the log's bytes itself.

    hard.py STORE SEED

Snapshots entered late and on the same day, transfers on the day of a meeting, members under
every kind of right, officers of every status, people excluded, away, by video or from elsewhere,
meetings in two sittings and over midnight, corrections of corrections, two corrections of one
version, withdrawals of any version, kinds that are restricted. Same seed, same bytes.
"""
import datetime
import hashlib
import pathlib
import random
import sys

START, END = datetime.date(2025, 1, 1), datetime.date(2026, 11, 20)
WRITERS = ["zhang", "li"]
BRANCHES = {"Q1": "党支部", "Q2": "党支部", "Q3": "联合党支部", "T1": "临时党支部"}
GROUPS = {"Q1G1": "Q1", "Q1G2": "Q1", "Q2G1": "Q2"}
KINDS = ["党员大会", "支委会", "党小组会", "党课", "主题党日", "组织生活会", "谈心谈话", "廉政谈话", "总支委员会"]


class Log:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.files, self.numbers, self.clock = {}, {}, datetime.datetime(2025, 1, 2, 8)
        self.sums = {}

    def add(self, kind, organization, fields, writer, restricted=False, back=0):
        """Appends one record and returns its id. `back`: a clock that is so many hours behind."""
        self.clock += datetime.timedelta(minutes=37)
        at = self.clock - datetime.timedelta(hours=back)
        yearless = kind in ("organization", "member", "team")
        year = "-" if yearless else str(at.year)
        newest = self.numbers.get((organization, kind, writer, "year"), year)
        year = max(year, newest)
        self.numbers[organization, kind, writer, "year"] = year
        count = self.numbers.get((organization, kind, year, writer), 0) + 1
        self.numbers[organization, kind, year, writer] = count
        identity = f"{organization}-{kind}-{year}-{writer}-{count:04}"
        name = f"{kind}.{writer}.rec" if yearless else f"{kind}-{year}.{writer}.rec"
        folder = self.root / "organizations" / organization / ("restricted" if restricted else "")
        path = folder / name
        text = f"Id: {identity}\n"
        for field, value in fields:
            text += f"{field}: {value}\n"
        text += f"By: Q1M00(钱一)\nAt: {at.isoformat()}+08:00\n"
        if path not in self.files:
            folder.mkdir(parents=True, exist_ok=True)
            series = (organization, kind, writer, restricted)
            previous = self.sums.get(series, "0" * 64)
            header = f"# zhibu 1 {organization} {kind} {year} {writer} prev={previous}"
            self.files[path] = [header + "\n\n"]
            self.sums[path] = hashlib.sha256(header.encode()).hexdigest()
        digest = hashlib.sha256((self.sums[path] + "\n" + text).encode()).hexdigest()
        self.sums[path] = self.sums[organization, kind, writer, restricted] = digest
        self.sums[identity] = digest
        self.files[path].append(f"{text}Sum: {digest}\n\n")
        return identity

    def save(self):
        for path, parts in self.files.items():
            path.write_text("".join(parts), encoding="utf-8")


class Maker:
    def __init__(self, root, seed):
        self.random, self.log = random.Random(seed), Log(root)
        self.people, self.written = [], []

    def chance(self, share):
        return self.random.random() < share

    def pick(self, of):
        return self.random.choice(of)

    def day(self, first=START, last=END):
        return first + datetime.timedelta(self.random.randint(0, (last - first).days))

    def write(self, kind, organization, fields, **more):
        writer = self.pick(WRITERS)
        back = self.random.randint(1, 400) if self.chance(0.1) else 0
        identity = self.log.add(kind, organization, fields, writer, back=back, **more)
        self.written.append((identity, kind, organization, fields, more))
        return identity

    def organizations(self):
        for key, level, parent in [("DW", "党委", ""), ("Z1", "党总支", "DW")]:
            self.organization(key, level, parent, "2006-01-01")
        for key, level in BRANCHES.items():
            self.organization(key, level, "Z1", "2015-01-01")
        for key, parent in GROUPS.items():
            self.organization(key, "党小组", parent, "2015-01-01")
        # Later: new committees, another superior, an end, an organisation founded in mid-year.
        for key in ["Q1", "Q2", "Q3", "Z1", "Q1"]:
            self.organization(key, BRANCHES.get(key, "党总支"), "DW", str(self.day()))
        self.organization("T1", "临时党支部", "DW", "2026-03-01", until="2026-05-31")
        self.organization("Q4", "党支部", "Z1", "2025-08-15")
        self.organization("Q1G2", "党小组", "Q1", "2026-02-10", until="2026-02-10")

    def organization(self, key, level, parent, since, until=None):
        fields = [("Organization", key), ("Name", key), ("Level", level)]
        fields += [("Parent", parent)] if parent else []
        fields += [("Since", since)] + ([("Until", until)] if until else [])
        posts = ["书记", "组织委员", "宣传委员", "纪检委员", "副书记"]
        for post in posts[: self.random.randint(1, 5)]:
            fields.append(("Officer", f"Q1M{self.random.randint(0, 39):02} {post}"))
        if self.chance(0.5):
            fields.append(("Officer", f"{fields[-1][1].split(' ')[0]} 党小组组长"))
        self.write("organization", key, fields)

    def member(self, key, since):
        branch = self.random.choices(["Q1", "Q2", "Q3", "T1", "Q4"], [5, 3, 2, 1, 1])[0]
        groups = [g for g, parent in GROUPS.items() if parent == branch]
        status = self.random.choices(
            ["正式党员", "预备党员", "发展对象", "入党积极分子", "入党申请人"], [12, 3, 1, 1, 1]
        )[0]
        rights = self.random.choices(["正常", "留党察看", "中止", "停止党籍"], [14, 1, 1, 1])[0]
        fields = [("Member", key), ("Name", "钱" + "一二三四五六七八九十"[int(key[3:]) % 10])]
        fields += [("Organization", branch)]
        fields += [("Group", self.pick(groups))] if groups and self.chance(0.8) else []
        fields += [("Status", status)]
        fields += [("Rights", rights)] if rights != "正常" or self.chance(0.7) else []
        fields += [("Since", since)]
        if self.chance(0.08):
            until = datetime.date.fromisoformat(since) + datetime.timedelta(self.pick([0, 1, 90]))
            fields += [("Until", str(until)), ("Left", self.pick(["转出", "去世", "退党"]))]
        self.write("member", branch, fields)

    def members(self):
        self.people = [f"Q1M{n:02}" for n in range(40)]
        for key in self.people:
            self.member(key, "2020-01-01")
        for _ in range(60):
            self.member(self.pick(self.people), str(self.day()))
        # Twice from the same day: the later entry holds.
        for _ in range(5):
            key, since = self.pick(self.people), str(self.day())
            self.member(key, since)
            self.member(key, since)

    def meeting(self):
        kind = self.pick(KINDS)
        places = {
            "党小组会": list(GROUPS), "总支委员会": ["Z1"],
            "党课": ["DW", "Z1", "Q1", "Q2", "Q3"], "党员大会": ["Z1", *BRANCHES, "Q4"],
            "组织生活会": [*BRANCHES, *GROUPS],
        }  # fmt: skip
        place = self.pick(places.get(kind, [*BRANCHES, "Q4"]))
        changes = [dict(f).get("Since") for _, k, _, f, _ in self.written if k == "member"]
        changes = [c for c in changes if c and c > "2025"]
        date = self.pick(changes) if self.chance(0.4) else str(self.day())
        in_batches = self.chance(0.1) and "谈话" not in kind
        sittings = ["1/2", "2/2"] if in_batches else [None]
        number = self.random.randint(1, 60)
        for place_in_order, sitting in enumerate(sittings):
            first = datetime.date.fromisoformat(date)
            held = str(min(END, first + datetime.timedelta(place_in_order * 3)))
            self.sitting(kind, place, held, number, sitting)

    def sitting(self, kind, place, date, number, sitting):
        # Mostly people of the place on that day or near it; some from anywhere.
        near = [k for k in self.people if self.branch(k, date) == GROUPS.get(place, place)]
        if place in ("DW", "Z1") or len(near) < 3:
            near = list(self.people)
        others = self.random.sample(self.people, 3) if self.chance(0.3) else []
        pool = sorted(set(near + others))
        self.random.shuffle(pool)
        fields = [("Organization", place), ("Kind", kind)]
        if self.chance(0.25):
            fields += [("Counts", c) for c in self.random.sample(KINDS, self.random.randint(1, 2))]
        if "谈话" not in kind:
            fields.append(("Number", number))
        fields.append(("Date", date))
        if self.chance(0.1):
            after = datetime.date.fromisoformat(date) + datetime.timedelta(1)
            fields += [("EndDate", after), ("Start", "23:00"), ("End", "01:30")]
        fields += [("Sitting", sitting)] if sitting else []
        fields.append(("Presider", pool[0]))
        if "谈话" in kind:
            fields += [("Present", p) for p in pool[: self.random.randint(2, 4)]]
            present, voters = [], []
        else:
            excluded = pool.pop() if self.chance(0.2) and len(pool) > 3 else None
            cut = self.random.randint(len(pool) // 3, len(pool))
            present = pool[:cut]
            voters = list(present)
            fields += [("Present", p) for p in present]
            if self.chance(0.2) and present:
                fields.remove(("Present", present[-1]))
                fields.append(("Video", present[-1]))
            fields += [("Absent", f"{p} 值班") for p in pool[cut:] if self.chance(0.8)]
            fields += [("Late", present[0])] if present and self.chance(0.2) else []
            fields += [("Excluded", f"{excluded} 卧床")] if excluded else []
            fields += [("Headcount", self.pick(["30", "1000+", "~20"]))] * self.chance(0.1)
        if "党课" in kind and self.chance(0.7):
            fields.append(("Lecturer", self.pick([pool[0], *self.secretaries()])))
        fields.append(("State", self.pick(["定稿", "未定稿"])))
        for _ in range(self.random.randint(0, 3) if present else 0):
            fields += self.item(kind, voters)
        restricted = kind == "廉政谈话"
        self.write("activity", place, fields, restricted=restricted)

    def item(self, kind, voters):
        title = self.pick(["讨论", "第一议题 传达学习"])
        fields = [("Item", title), ("ItemKind", "表决"), ("Minutes", "同意。\n+\n+ 没有意见。")]
        category = self.pick(
            ["普通", "接收预备党员", "转正", "延长预备期", "取消预备资格", "处分", "选举", "支委会"]
        )
        yes = self.random.randint(len(voters) // 4, len(voters) // 2 + 2)
        no = self.random.randint(0, 1)
        against = self.pick(["不赞成", "反对"])
        written = ""
        if category in ("接收预备党员", "转正") and self.chance(0.4):
            written = " 书面=1"
        if yes + no <= len(voters):
            vote = f"对象={self.pick(self.people)} 类别={category} 赞成={yes} {against}={no} 弃权=0"
            fields += [("Vote", vote + written)] * self.pick([1, 1, 2])
        if self.chance(0.2):
            fields += [("Away", voters[0])]
        return fields

    def secretaries(self):
        """Who was secretary of the committee at some time."""
        values = [
            value
            for _, kind, organization, fields, _ in self.written
            if kind == "organization" and organization == "DW"
            for name, value in fields
            if name == "Officer" and value.endswith(" 书记")
        ]
        return [value.split(" ")[0] for value in values]

    def branch(self, key, date):
        found = ("", None)
        for _, kind, organization, fields, _ in self.written:
            values = dict(fields)
            if kind == "member" and values["Member"] == key and found[0] <= values["Since"] <= date:
                found = (values["Since"], organization)
        return found[1]

    def changes(self):
        """Corrections, corrections of corrections, forks, withdrawals."""
        for _ in range(70):
            identity, kind, organization, fields, more = self.pick(self.written[12:])
            if dict(fields).get("Kind") == "廉政谈话":
                more = {"restricted": True}
            if self.chance(0.25):
                gone = [("Withdraws", identity), ("Reason", "误录")]
                self.log.add(kind, organization, gone, self.pick(WRITERS), **more)
                continue
            changed = [f for f in fields if f[0] not in ("Corrects", "Reason")]
            if kind == "activity":
                changed = [f for f in changed if f[0] != "Video"]
                if self.chance(0.3):
                    changed = [("Date", self.day()) if f[0] == "Date" else f for f in changed]
                    changed = [f for f in changed if f[0] != "EndDate"]
                changed = [f for f in changed if f[0] != "Present" or not self.chance(0.2)]
            elif kind == "member":
                status = self.pick(["正式党员", "预备党员", "入党积极分子"])
                changed = [("Status", status) if f[0] == "Status" else f for f in changed]
                if self.chance(0.3):
                    changed = [("Since", self.day()) if f[0] == "Since" else f for f in changed]
                    changed = [f for f in changed if f[0] not in ("Until", "Left")]
            head = ("Corrects", f"{identity} {self.log.sums[identity][:8]}")
            self.write(kind, organization, [head, *changed, ("Reason", "更正")], **more)

    def make(self):
        self.organizations()
        self.members()
        for _ in range(260):
            self.meeting()
        self.changes()
        self.log.save()
        kinds = self.log.root / "catalog" / "kind.rec"
        before, entry = kinds.read_text(encoding="utf-8").split("Id: 廉政谈话\n")
        entry = entry.replace("Restricted: 否", "Restricted: 是", 1)
        text = f"{before}Id: 廉政谈话\n{entry}"
        # From some day on lessons are for whom they name; what was before stays as it was.
        before, entry = text.split("Id: 党课\n")
        entry, after = entry.split("\n\n", 1)
        old = entry.replace("Revision: 1", "Until: 2026-04-30\nRevision: 1")
        new = entry.replace("Since: 1949-10-01", "Since: 2026-05-01").replace("党员", "自选", 1)
        text = f"{before}Id: 党课\n{old}\n\nId: 党课\n{new}\n\n{after}"
        kinds.write_text(text, encoding="utf-8")
        # Other numbers and other times than the rules', and an entry replaced by another.
        duties = self.log.root / "catalog" / "obligation.rec"
        text = duties.read_text(encoding="utf-8").replace("Enabled: 否", "Enabled: 是")
        text = text.replace("Times: 1", "Times: 2", 3)
        head, tail = text.split("Id: 主题党日\n")
        tail = tail.replace("Since: 2018-10-28\n", "Since: 2018-10-28\nUntil: 2026-02-28\n", 1)
        new = "Id: 新党日\nTitle: 主题党日\nKind: 主题党日\nEvery: 季度\nTimes: 2\nFor: 党支部\nFullMembersBelow: 7\nLevel: 本单位规定\nSource: 本单位规定\nSince: 2026-03-01\nEnabled: 是\nRevision: 1\n\n"
        duties.write_text(f"{head}{new}Id: 主题党日\n{tail}", encoding="utf-8")


if __name__ == "__main__":
    Maker(sys.argv[1], int(sys.argv[2])).make()
