#!/usr/bin/env python3
"""Every line of every report, from the files alone and what report.rec says of its own language.

    report_oracle.py STORE REPORT PERIOD DAY [ID]     line, value, unit (TSV)

PERIOD is 2026, 2026-H1, 2026-Q2, 2026-03 or FIRST..LAST; without ID everything is counted. It
shares nothing with the program that it judges.
"""
import calendar
import datetime
import fractions
import re
import sys

import oracle

PEOPLE = set(
    "Absent About Attending Author Away Confirmed Excluded Introducer Late Leader Lecturer Left "
    "Member Officer Owner Person Present Presider Recorder Reviewer Signed Subject To Video".split()
)
LENGTHS = {"周": 0, "月": 1, "季度": 3, "半年": 6, "年": 12}
STATES = ("member", "organization", "team")

# Selections: recutils' expressions, the part that catalogues use.

TOKEN = re.compile(r"""\s*('[^']*'|"[^"]*"|[A-Za-z][A-Za-z0-9]*|[0-9.]+|&&|\|\||[!<>]=|<<|>>|==|[=<>~!#()])""")


class NotComparable(Exception):
    """Text that is no number where one is wanted: the whole expression is false."""


def tokens(text):
    found, rest = [], text.strip()
    while rest:
        match = TOKEN.match(rest)
        found.append(match.group(1))
        rest = rest[match.end() :].strip()
    return found


def parse(words):
    """A function of the fields, by descent: || binds least, then &&."""

    def either():
        left = both()
        while words and words[0] == "||":
            words.pop(0)
            left = (lambda a, b: lambda f: bool(int(a(f)) | int(b(f))))(left, both())
        return left

    def both():
        left = single()
        while words and words[0] == "&&":
            words.pop(0)
            left = (lambda a, b: lambda f: bool(int(a(f)) & int(b(f))))(left, single())
        return left

    def single():
        if words[0] == "!":
            words.pop(0)
            inner = closed() if words[0] == "(" else operand()
            return lambda f: not number(inner(f))
        if words[0] == "(":
            return closed()
        left = operand()
        if not words or words[0] not in COMPARE:
            return lambda f: number(left(f)) != 0
        compare = COMPARE[words.pop(0)]
        right = operand()
        return lambda f: compare(left(f), right(f))

    def closed():
        words.pop(0)
        inner = either()
        words.pop(0)
        return inner

    def operand():
        word = words.pop(0)
        if word == "#":
            name = words.pop(0)
            return lambda f: len(f.get(name, []))
        if word[0] in "'\"":
            return lambda f: word[1:-1]
        if word[0].isdigit():
            return lambda f: fractions.Fraction(word)
        return lambda f: f.get(word, [""])[0]

    return either()


def number(value):
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"-?[0-9]*\.?[0-9]*", value):
        raise NotComparable
    return fractions.Fraction(value) if value else 0


def equal(a, b):
    return a == b if isinstance(a, str) and isinstance(b, str) else number(a) == number(b)


def moment(text):
    if not re.match(r"\d{4}-\d\d-\d\d", text):
        raise NotComparable
    return text


COMPARE = {
    "=": equal,
    "!=": lambda a, b: not equal(a, b),
    "<": lambda a, b: number(a) < number(b),
    "<=": lambda a, b: number(a) <= number(b),
    ">": lambda a, b: number(a) > number(b),
    ">=": lambda a, b: number(a) >= number(b),
    "~": lambda a, b: b in a,
    "<<": lambda a, b: moment(a) < moment(b),
    ">>": lambda a, b: moment(a) > moment(b),
    "==": lambda a, b: moment(a) == moment(b),
}
SELECTIONS = {}


def selects(text, fields):
    """With the first values of all fields, or any value of one of them in place of its first."""
    if not text:
        return True
    if text not in SELECTIONS:
        bare = re.sub(r"'[^']*'|\"[^\"]*\"", "", text)
        names = sorted(set(re.findall(r"[A-Za-z][A-Za-z0-9]*", bare)))
        SELECTIONS[text] = parse(tokens(text)), names, {}
    chooses, names, known = SELECTIONS[text]
    # Most records say in what is asked the same as another one.
    key = tuple([tuple(fields.get(n, ())) for n in names])
    if key not in known:
        known[key] = holds(chooses, fields) or any(
            holds(chooses, {**fields, n: [v]})
            for n in names
            if len(fields.get(n, [])) > 1
            for v in fields[n]
        )
    return known[key]


def holds(chooses, fields):
    try:
        return chooses(fields)
    except NotComparable:
        return False


# Numbers with the word that goes with them.


class Amount:
    def __init__(self, value, words=()):
        self.value, self.words = fractions.Fraction(value), frozenset(words)

    def __add__(self, other):
        return Amount(self.value + other.value, self.words | other.words)

    def __mul__(self, other):
        return Amount(self.value * other.value, self.words | other.words)

    def text(self):
        shown = f"{self.value.numerator * 1000 // self.value.denominator / 1000:.3f}"
        shown = shown.rstrip("0").rstrip(".")
        return "~" * ("~" in self.words) + shown + "+" * ("+" in self.words)


def amount(text):
    match = re.fullmatch(r"(~?)(-?[0-9]{1,9}(?:\.[0-9]+)?)(\+?)", text)
    if not match or (match[1] and match[3]):
        return None
    value = fractions.Fraction(int(fractions.Fraction(match[2]) * 1000), 1000)
    return Amount(value, match[1] + match[3])


def total(found):
    result = Amount(0)
    for one in found:
        result += one
    return result


def quotient(a, b, times):
    if a is None or b is None or b.value == 0:
        return None
    tenths = a.value / b.value * times * 10 + fractions.Fraction(1, 2)
    return Amount(fractions.Fraction(tenths.numerator // tenths.denominator, 10), a.words | b.words)


# Periods.


def bounds(text):
    """First and last day of a period as it is written."""
    if ".." in text:
        return tuple(text.split(".."))
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return text, text
    year, _, part = text.partition("-")
    if part.startswith("W"):
        monday = datetime.date.fromisocalendar(int(year), int(part[1:]), 1)
        return str(monday), str(monday + datetime.timedelta(6))
    first, count = 1, 12
    if part.startswith("H"):
        first, count = int(part[1]) * 6 - 5, 6
    elif part.startswith("Q"):
        first, count = int(part[1]) * 3 - 2, 3
    elif part:
        first, count = int(part), 1
    last = first + count - 1
    days = calendar.monthrange(int(year), last)[1]
    return f"{year}-{first:02}-01", f"{year}-{last:02}-{days}"


def year_before(day):
    year, rest = int(day[:4]) - 1, day[4:]
    if rest == "-02-29":
        rest = "-02-28"
    return f"{year}{rest}"


def period_before(first, last):
    """The same period a year before; of whole months the last day is the month's."""
    first, whole = year_before(first), calendar.monthrange(int(last[:4]), int(last[5:7]))[1]
    if last[8:] == str(whole) and first[8:] == "01":
        year = int(last[:4]) - 1
        return first, f"{year}{last[4:8]}{calendar.monthrange(year, int(last[5:7]))[1]}"
    return first, year_before(last)


def next_day(day):
    return str(datetime.date.fromisoformat(day) + datetime.timedelta(1))


def parts(every, first, last):
    """Periods of a kind that end within those days."""
    day = first
    while True:
        part = oracle.period(every, day)
        if part[1] > last:
            return
        yield part
        day = next_day(part[1])


def touched(every, first, last):
    count, day = 0, first
    while day <= last:
        count += 1
        day = next_day(oracle.period(every, day)[1])
    return count


# A record as a line looks at it.


class Seen:
    def __init__(self, reference, fields, group=None, record=None):
        self.reference, self.fields, self.record = reference, fields, record
        self.group = group or reference


class Reports:
    def __init__(self, root, known=None):
        self.store = oracle.Store(root, known)
        self.entries = {"report": [], "line": []}
        kind = None
        for path in sorted((self.store.root / "catalog").glob("*.rec")):
            for block in path.read_text(encoding="utf-8").split("\n\n"):
                lines = [l for l in block.split("\n") if l and not l.startswith("#")]
                for line in lines:
                    if line.startswith("%rec:"):
                        kind = line.split()[1]
                if kind not in self.entries or not lines or lines[0].startswith("%"):
                    continue
                entry = {}
                for line in lines:
                    name, value = line.split(": ", 1)
                    entry.setdefault(name, []).append(value)
                self.entries[kind].append(entry)
        self.roots, self.follows = self.links()
        self.current = self.newest()
        self.snapshots = {t: self.history(t) for t in ("member", "organization")}

    def links(self):
        """The first version of every record, withdrawn or not, and what that follows."""
        corrects, follows = {}, {}
        for r in self.store.written:
            corrects[r.id] = r.corrected()
            follows[r.id] = r.one("Follows", "").split(" ")[0]

        def root(identity):
            while corrects.get(identity):
                identity = corrects[identity]
            return identity

        roots = {identity: root(identity) for identity in corrects}
        return roots, {i: roots.get(f) for i, f in follows.items() if i == roots[i]}

    def newest(self):
        """Of matters and teams the newest record of each chain of Follows, others as they are: one
        that nothing follows any more, and of several the latest."""
        chains, found = {}, []
        for r in self.store.records:
            if r.type in ("matter", "team"):
                start = self.roots[r.id]
                while self.follows.get(start):
                    start = self.follows[start]
                chains.setdefault(start, []).append(r)
            else:
                found.append(r)
        for chain in chains.values():
            named = {self.follows[self.roots[r.id]] for r in chain}
            ends = [r for r in chain if self.roots[r.id] not in named]
            found.append(max(ends, key=oracle.Record.order))
        return found

    def history(self, kind):
        """The snapshots of each in the order in which they take effect."""
        found = {}
        for r in self.store.of(kind):
            key = r.one("Member" if kind == "member" else "Organization")
            found.setdefault(key, []).append(r)
        for snapshots in found.values():
            snapshots.sort(key=lambda r: r.one("Since"))
        return found

    def stands(self, key, top, day):
        """Whether an organisation is `top` or was under it that day."""
        seen = set()
        while top is not None and key and key not in seen:
            if key == top:
                return True
            seen.add(key)
            near = self.near(key, day)
            key = near.one("Parent") if near else None
        return top is None

    def near(self, key, day):
        snapshots = self.snapshots["organization"].get(key, [])
        began = [r for r in snapshots if r.one("Since") <= day] or snapshots[:1]
        return began[-1] if began else None

    # Which records.

    def seen(self, source, by, first, last, until, day, top):
        kind = {"item": "activity", "answer": "review"}.get(source, source)
        if kind == "activity" and not by:
            found = self.activities(first, until, day, top)
        elif kind in STATES and by in (None, "期间"):
            return self.states(kind, by, first, until, top)
        elif kind in ("member", "organization"):
            return self.latest(kind, by, first, until, top)
        elif kind in ("plan", "figure", "dues"):
            found = []
            for r in self.store.of(kind):
                own = bounds(r.one("Month" if kind == "dues" else "Period"))
                if first <= own[0] and own[1] <= last:
                    if self.stands(r.one("Organization"), top, own[0]):
                        fields = self.leveled(r, own[0])
                        if kind == "plan":
                            fields = {**fields, **self.progress(r, until)}
                        found.append(Seen(r.id, fields, record=r))
        else:
            field = by or ("Opened" if kind == "matter" else "Date")
            found = [
                Seen(r.id, {**self.as_of(r, until), **self.leveled(r, r.one(field), {})}, record=r)
                for r in (self.current if kind in ("matter", "team") else self.store.of(kind))
                if r.type == kind
                and first <= r.one(field, "") <= until
                and self.stands(r.one("Organization"), top, r.one(field))
            ]
        return [i for s in found for i in self.split(s)] if source in ("item", "answer") else found

    def progress(self, plan, until):
        """How many records say in a tag that they do a plan, and how far it is with that."""
        doing = self.__dict__.setdefault("done", {})
        if until not in doing:
            doing[until] = {}
            kinds = ("activity", "document", "honor", "procedure", "review")
            for r in self.current:
                if r.type not in (*kinds, "matter", "team"):
                    continue
                if min(r.one("Date", "9999"), r.one("Opened", "9999"), r.one("Since", "9999")) > until:
                    continue
                for tag in r.all.get("Tag", []):
                    if tag.startswith("计划="):
                        named = self.roots.get(tag[3:], tag[3:])
                        doing[until][named] = doing[until].get(named, 0) + 1
        count = doing[until].get(self.roots[plan.id], 0)
        wanted = int(plan.one("Number", "1"))
        state = "未开始" if count == 0 else "进行中" if count < wanted else "已完成"
        return {"Done": [str(count)], "Progress": [state]}

    def leveled(self, r, day, fields=None):
        """The fields of a record and the level that its organisation has that day."""
        near = self.near(r.one("Organization"), day)
        level = {"OrganizationLevel": [near.one("Level")]} if near else {}
        return {**(r.all if fields is None else fields), **level}

    def as_of(self, r, until):
        if r.type == "matter" and r.one("Closed", "") > until:
            fields = {k: v for k, v in r.all.items() if k not in ("Closed", "Result", "Confirmed")}
            return {**fields, "State": ["办理中"]}
        return r.all

    def split(self, seen):
        # Fields of items stand behind those of the record itself.
        own = dict(seen.record.own)
        if "OrganizationLevel" in seen.fields:
            own["OrganizationLevel"] = seen.fields["OrganizationLevel"]
        for number, item in enumerate(seen.record.items, 1):
            fields = {**own, **{k: own.get(k, []) + values for k, values in item.items()}}
            yield Seen(f"{seen.reference}#{number}", fields)

    def activities(self, first, until, today, top):
        """A meeting in batches belongs where it began, with all sittings held by today."""
        found = []
        for place in {r.one("Organization") for r in self.store.of("activity")}:
            for held in self.store.held(place):
                if not first <= held[0].one("Date") <= until:
                    continue
                for r in held:
                    day = r.one("Date")
                    if day <= today and self.stands(place, top, day):
                        fields = self.leveled(r, day)
                        found.append(Seen(r.id, fields, group=held[0].id, record=r))
        return found

    def states(self, kind, by, first, until, top):
        if kind == "team":
            history = {r.id: [r] for r in self.current if r.type == "team"}
        else:
            history = self.snapshots[kind]
        found = []
        for key, snapshots in history.items():
            for place, r in enumerate(snapshots):
                end = r.one("Until", "9999-12-31")
                if place + 1 < len(snapshots):
                    following = datetime.date.fromisoformat(snapshots[place + 1].one("Since"))
                    end = min(end, str(following - datetime.timedelta(1)))
                since = r.one("Since")
                if since > end:
                    continue
                if by == "期间":
                    day = max(since, first)
                    if day > min(end, until):
                        continue
                elif since <= until <= end:
                    day = until
                else:
                    continue
                if self.belongs(r, top, day):
                    found.append(Seen(r.id, self.leveled(r, day), group=key))
        return found

    def belongs(self, r, top, day):
        if self.stands(r.one("Organization"), top, day):
            return True
        return r.type == "member" and r.one("Group") == top

    def latest(self, kind, by, first, until, top):
        found = []
        for key, snapshots in self.snapshots[kind].items():
            began = [r for r in snapshots if r.one("Since") <= until]
            if began and first <= began[-1].one(by, "") <= until:
                if self.belongs(began[-1], top, began[-1].one(by)):
                    fields = self.leveled(began[-1], began[-1].one(by))
                    found.append(Seen(began[-1].id, fields))
        return found

    # What is measured.

    def measure(self, words, seen):
        if words[0] == "Count":
            return Amount(len({s.group for s in seen})), [s.reference for s in seen]
        if words[0] == "Distinct":
            values = set()
            for s in seen:
                for word in words[1:]:
                    # `Tag=方面`: the values of one dimension of the tags.
                    name, _, part = word.partition("=")
                    for value in s.fields.get(name, []):
                        if part and not value.startswith(part + "="):
                            continue
                        match = re.match(r"[A-Z][A-Z0-9]{1,15}(?=[( ]|$)", value)
                        values.add(match.group() if match and name in PEOPLE else value)
            return Amount(len(values - {""})), [s.reference for s in seen]
        found = [(self.addend(words, s), s.reference) for s in seen]
        found = [(a, r) for a, r in found if a is not None]
        return total(a for a, _ in found), [r for _, r in found]

    def addend(self, words, s):
        if words[0] in ("人次", "学时"):
            people = amount(str(oracle.headcount(s.record)))
            if words[0] == "人次":
                return people
            hours = amount(s.fields.get("Hours", [""])[0])
            return hours * people if hours else None
        if words[0] == "天":
            first = datetime.date.fromisoformat(s.fields["Date"][0])
            last = datetime.date.fromisoformat(s.fields.get("EndDate", s.fields["Date"])[0])
            return Amount(max(0, (last - first).days) + 1)
        for word in words[1::2]:
            if word.startswith("#"):
                count = len(set(s.fields.get(word[1:], [])))
                if count:
                    return Amount(count)
            elif word[0].isdigit() or word[0] == "~":
                return amount(word)
            else:
                values = [v for v in map(amount, s.fields.get(word, [])) if v]
                if values:
                    return total(values)
        return None

    def owed(self, words, first, last, until, top):
        """What is owed in the periods that end within this one and have begun."""
        count = 0
        for entry in self.store.obligations:
            if entry["Id"][0] not in words[1:-1] or entry.get("Enabled") == ["否"]:
                continue
            for part in parts(entry["Every"][0], first, last):
                if part[0] > until:
                    continue
                day = min(part[1], until)
                for key, row in self.due(entry, day):
                    if self.stands(key, top, day):
                        # A period that still runs owes nothing: what was held of it counts.
                        lacking = row[5] if part[1] <= until else 0
                        asked = row[3] if part[1] <= until else row[3] - row[5]
                        count += {"应": asked, "欠": lacking}.get(words[-1], asked - lacking)
        return Amount(count)

    def due(self, entry, day):
        """The lines of one entry on a day, for all organisations."""
        memory = self.__dict__.setdefault("asked", {})
        key = (id(entry), day)
        if key not in memory:
            every = self.store.obligations
            self.store.obligations = [entry]
            there = self.store.organizations(day)
            tops = [k for k, r in there.items() if r.one("Parent") not in there]
            memory[key] = [(row[0], row) for top in tops for row in self.store.due(top, day)]
            self.store.obligations = every
        return memory[key]

    # A report.

    def values(self, lines, first, last, day, top):
        """Of each line its number and the records behind it."""
        key = ("values", *(id(line) for line in lines), first, last, day, top)
        return self.store.once(key, lambda: self.work_out(lines, first, last, day, top))

    def work_out(self, lines, first, last, day, top):
        until = min(last, day)
        values = {}
        if first > until:
            return values
        memory, selected = {}, {}
        for line in lines:
            one = {k: v[0] for k, v in line.items()}
            words = one["Measure"].split()
            if words[0] == "义务":
                values[one["Id"]] = self.owed(words, first, last, until, top), None
            elif words[0] == "Total":
                named = [values.get(w, (None, []))[0] for w in words[1:]]
                values[one["Id"]] = total(v for v in named if v), None
            elif words[0] in ("Share", "Average"):
                a, b = (values.get(w, (None, []))[0] for w in words[1:])
                values[one["Id"]] = quotient(a, b, 100 if words[0] == "Share" else 1), None
            else:
                key = one["Records"], one.get("By")
                if key not in memory:
                    memory[key] = self.seen(*key, first, last, until, day, top)
                # Lines about the same records share what is selected.
                choice = key, one.get("Where")
                if choice not in selected:
                    selected[choice] = [s for s in memory[key] if selects(choice[1], s.fields)]
                values[one["Id"]] = self.measure(words, selected[choice])
        return values

    def report(self, name, first, last, day, top):
        """Rows of id, number, unit, year before, plan, whether it is doubtful, evidence."""
        until = max(first, min(last, day))
        held = [
            l for l in self.entries["line"]
            if l["Since"][0] <= until <= l.get("Until", ["9999"])[0]
            and l.get("Enabled") != ["否"]
        ]  # fmt: skip
        now = self.values(held, first, last, day, top)
        before = self.values(held, *period_before(first, last), year_before(day), top)
        for line in held:
            if name not in line.get("Report", []):
                continue
            key = line["Id"][0]
            value, evidence = now.get(key, (None, []))
            plan = None
            if "Plan" in line:
                plans = self.seen("plan", None, first, last, until, day, top)
                chosen = [s for s in plans if selects(line["Plan"][0], s.fields)]
                if chosen:
                    plan = total(amount(s.fields.get("Number", ["1"])[0]) for s in chosen)
            yield (
                key, value, line.get("Unit", [""])[0], before.get(key, (None,))[0], plan,
                self.doubtful(line, value, now, first, until), evidence,
            )  # fmt: skip

    def doubtful(self, line, value, now, first, until):
        if value is None:
            return False

        def product(text):
            result = fractions.Fraction(1)
            for word in text.split(" * "):
                if word in LENGTHS:
                    result *= touched(word, first, until)
                elif amount(word):
                    result *= amount(word).value
                elif now[word][0] is None:
                    return None
                else:
                    result *= now[word][0].value
            return result

        most = product(line["Most"][0]) if "Most" in line else None
        least = product(line["Least"][0]) if "Least" in line else None
        return (most is not None and value.value > most) or (
            least is not None and value.value < least
        )


def main(root, name, period, day, top=None):
    for row in Reports(root).report(name, *bounds(period), day, top):
        print(row[0], row[1].text() if row[1] else "", row[2], sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
