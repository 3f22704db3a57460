#!/usr/bin/env python3
"""Fills a store made by `zhibu init` with hard cases for reports, writing the log's bytes itself.

    report_hard.py STORE SEED

What hard.py writes, and records of every other type that reports count: at least 5 % each of
corrected, withdrawn, late-entered and transferred ones, which is printed. Same seed, same bytes.
"""
import datetime
import sys

import hard

PLACES = ["DW", "Z1", "Q1", "Q2", "Q3", "Q4", "T1", "Q1G1", "Q2G1"]
MATTERS = ["检查问题", "风险隐患", "意见建议", "办实事", "决议落实", "补学"]
DOCUMENTS = ["制度", "计划", "总结", "通报", "学习笔记", "心得", "思想动态分析", "承诺书", "协议"]
TEAMS = ["突击队", "讲师团", "责任区", "网格", "1+N", "专班", "品牌"]
AMOUNTS = ["3", "12", "30", "1000+", "~20", "89"]
OTHER_KINDS = ["中心组学习", "政治学习", "培训", "警示教育", "家访", "走访慰问", "周例会", "竞赛"]


class Maker(hard.Maker):
    def __init__(self, root, seed):
        super().__init__(root, seed)
        self.late = 0

    def write(self, kind, organization, fields, **more):
        """Written within days of what it tells of, or months later."""
        values = dict(fields)
        if kind == "member" and values["Status"] in ("正式党员", "预备党员"):
            fields = fields + self.sometimes(0.5, "Admitted", [str(self.day())])
            fields = fields + self.sometimes(0.3, "Confirmed", [str(self.day())])
        day = values.get("Date") or values.get("Opened") or values.get("Since") or self.day()
        day = datetime.datetime.fromisoformat(str(day)).replace(hour=9)
        isLate = self.chance(0.09)
        self.late += isLate
        day += datetime.timedelta(self.random.randint(30, 300) if isLate else self.random.randint(0, 3))
        self.log.clock = max(day, datetime.datetime(2025, 1, 2, 8))
        return super().write(kind, organization, fields, **more)

    def changes(self):
        # Meetings whose second sitting is in another period than the first.
        for first, second in [
            ("2026-06-28", "2026-07-03"), ("2025-12-30", "2026-01-06"), ("2026-01-30", "2026-02-06"),
            ("2026-02-02", "2026-02-11"), ("2026-03-31", "2026-04-02"),
        ]:  # fmt: skip
            for place in ("Q1", "Q3"):
                number = self.random.randint(61, 9999)
                self.sitting("党员大会", place, first, number, "1/2")
                self.sitting("党员大会", place, second, number, "2/2")
        for _ in range(160):
            self.other_activity()
        for make in (self.matter, self.document, self.honor, self.review, self.procedure):
            for _ in range(60):
                make()
        for make in (self.plan, self.team, self.figure):
            for _ in range(30):
                make()
        written, late = len(self.written), self.late
        transferred = self.transfers()
        corrected, withdrawn = self.corrections()
        total = written + transferred
        for word, count, of in [
            ("corrected", corrected, total), ("withdrawn", withdrawn, total),
            ("late-entered", late, written), ("transferred", transferred, len(self.people)),
        ]:  # fmt: skip
            print(f"{word}: {count} of {of}")
            assert count * 20 >= of

    def transfers(self):
        """Members who go to another branch in mid-year."""
        moved = self.random.sample(self.people, len(self.people) // 5)
        for key in moved:
            self.member(key, str(self.day(datetime.date(2025, 3, 1), datetime.date(2026, 10, 1))))
        return len(moved)

    def corrections(self):
        counts = [0, 0]
        base = [w for w in self.written[12:] if w[1] != "organization"]
        for identity, kind, organization, fields, more in base:
            if self.chance(0.07):
                gone = [("Withdraws", identity), ("Reason", "误录")]
                self.log.add(kind, organization, gone, self.pick(hard.WRITERS), **more)
                counts[1] += 1
            elif self.chance(0.09):
                counts[0] += 1
                self.correct(identity, kind, organization, fields, more)
                if self.chance(0.2):
                    self.correct(identity, kind, organization, fields, more)
        return counts

    def correct(self, identity, kind, organization, fields, more):
        changed = [f for f in fields if f[0] not in ("Corrects", "Reason", "Video")]
        for place, (name, value) in enumerate(changed):
            if name in ("Date", "Opened") and self.chance(0.4):
                changed[place] = (name, str(self.day()))
            elif name in ("Count", "Headcount", "Number", "Sessions") and self.chance(0.5):
                changed[place] = (name, "7")
            elif name == "Status" and self.chance(0.5):
                changed[place] = (name, self.pick(["正式党员", "预备党员", "发展对象"]))
        changed = [f for f in changed if f[0] != "EndDate"]
        changed = [f for f in changed if f[0] != "Present" or not self.chance(0.2)]
        head = ("Corrects", f"{identity} {self.log.sums[identity][:8]}")
        self.write(kind, organization, [head, *changed, ("Reason", "更正")], **more)

    def named(self, count=3):
        """People, their names spelt now so, now otherwise."""
        found = self.random.sample(self.people, self.random.randint(1, count))
        return [f"{key}({self.pick(['钱一', '钱壹'])})" for key in found]

    def sometimes(self, chance, name, values):
        return [(name, self.pick(values))] if self.chance(chance) else []

    def other_activity(self):
        fields = [("Organization", self.pick(PLACES)), ("Kind", self.pick(OTHER_KINDS))]
        fields += self.sometimes(0.2, "Counts", ["党课", "政治学习", "主题党日"])
        fields += [("Date", str(self.day())), ("Title", "学习")]
        fields += [("Present", p) for p in self.named(8)] if self.chance(0.7) else []
        fields += [("Lecturer", p) for p in self.named(2)] + [("Lecturer", "王教授")]
        fields += self.sometimes(0.6, "Hours", ["2", "3.5", "0.25"])
        fields += self.sometimes(0.4, "Sessions", ["1", "2", "5"])
        fields += self.sometimes(0.4, "Headcount", AMOUNTS)
        fields += [("State", "定稿")]
        for _ in range(self.random.randint(0, 2)):
            fields += [("Item", self.pick(["第一议题 学习", "讨论"])), ("ItemKind", "讨论")]
        self.write("activity", fields[0][1], fields)

    def matter(self):
        place, opened = self.pick(PLACES), self.day()
        fields = [("Organization", place), ("Kind", self.pick(MATTERS)), ("Title", "记录不全")]
        fields += [("Opened", str(opened))] + [("Owner", p) for p in self.named(2)]
        last = self.write("matter", place, [*fields, ("State", "办理中")])
        for state in self.pick([[], ["阶段完成"], ["待销号", "已办结"], ["已办结"], ["已办结", "办理中"]]):
            opened += datetime.timedelta(self.random.randint(0, 150))
            more = [("State", state)] + ([("Closed", str(opened))] if state == "已办结" else [])
            last = self.write("matter", place, [*fields, *more, ("Follows", last)])

    def document(self):
        place = self.pick(PLACES)
        fields = [("Organization", place), ("Kind", self.pick(DOCUMENTS)), ("Title", "材料")]
        fields += [("Date", str(self.day()))] + [("Author", p) for p in self.named()]
        self.write("document", place, fields + self.sometimes(0.5, "Count", AMOUNTS))

    def honor(self):
        place = self.pick(PLACES)
        fields = [("Organization", place), ("Date", str(self.day()))]
        fields += self.sometimes(0.9, "Level", ["支部", "监狱", "省局", "司法部", "全国", "市"])
        fields += [("Title", "先进")] + [("To", p) for p in self.named()] * self.pick([0, 1])
        fields += self.sometimes(0.3, "Collective", ["是", "否"])
        self.write("honor", place, fields + self.sometimes(0.3, "Count", AMOUNTS))

    def review(self):
        place = self.pick(PLACES)
        fields = [("Organization", place), ("Checklist", "党支部工作"), ("Revision", 1)]
        fields += [("Date", str(self.day()))] + [("Reviewer", p) for p in self.named(2)]
        for number in range(self.random.randint(0, 3)):
            answer = self.pick(["达标", "部分达标", "未达标", "不适用"])
            fields += [("Item", f"条目{number}"), ("Answer", answer), ("By", "人工")]
        self.write("review", place, fields)

    def procedure(self):
        place = self.pick(PLACES)
        fields = [("Organization", place), ("Kind", "发展党员"), ("Subject", self.pick(self.people))]
        for step in ["递交入党申请书", "党组织派人谈话"][: self.random.randint(1, 2)]:
            self.write("procedure", place, [*fields, ("Step", step), ("Date", str(self.day()))])

    def plan(self):
        place = self.pick(PLACES)
        periods = ["2026", "2025", "2026-Q2", "2026-03", "2026-11", "2026-H1"]
        fields = [("Organization", place), ("Period", self.pick(periods)), ("Kind", "三会一课")]
        fields += [("Title", self.pick(["支部党员大会", "主题党日", "党课", "支部委员会会议"]))]
        self.write("plan", place, fields + self.sometimes(0.8, "Number", [1, 4, 12]))

    def team(self):
        place, since = self.pick(PLACES), self.day()
        fields = [("Organization", place), ("Kind", self.pick(TEAMS)), ("Name", "一队")]
        fields += [("Since", str(since))] + [("Person", p) for p in self.named()]
        last = self.write("team", place, fields)
        if self.chance(0.4):
            until = since + datetime.timedelta(self.random.randint(0, 200))
            self.write("team", place, [*fields, ("Until", str(until)), ("Follows", last)])

    def figure(self):
        place = self.pick(PLACES)
        fields = [("Organization", place), ("Indicator", self.pick(["合规率", "规范度", "解决率"]))]
        fields += [("Period", self.pick(["2026", "2025", "2026-Q2", "2026-03"])), ("Value", "98")]
        self.write("figure", place, fields)

    def make(self):
        super().make()
        # A line that means something else from the middle of a year on.
        reports = self.log.root / "catalog" / "report.rec"
        before, entry = reports.read_text(encoding="utf-8").split("Id: 心得\n")
        entry, after = entry.split("\n\n", 1)
        old = entry.replace("Revision: 1", "Until: 2026-06-30\nRevision: 1")
        new = entry.replace("Since: 1949-10-01", "Since: 2026-07-01")
        new = new.replace("Where: Kind = '心得'", "Where: Kind = '心得' || Kind = '学习笔记'")
        text = f"{before}Id: 心得\n{old}\n\nId: 心得\n{new}\n\n{after}"
        # Bounds that numbers do reach.
        text = text.replace("Most: 4 * 组织期 * 月", "Most: 1 * 党小组数 * 季度")
        text = text.replace("Least: 党课\n", "Least: 9.5 * 党课\n")
        reports.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    Maker(sys.argv[1], int(sys.argv[2])).make()
