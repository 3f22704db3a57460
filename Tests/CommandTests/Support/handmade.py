# Writes log files as another program might: the Sums are right, what the records say need not be.
# Input: blocks "== PATH [PREV]" and records without Id, By, At and Sum, an empty line between.
import hashlib, os, re, sys

store, source = sys.argv[1:]
for block in open(source, encoding="utf-8").read().split("== ")[1:]:
    first, _, text = block.partition("\n")
    path, *prev = first.split()
    organization = path.split("/")[1]
    type, year, writer = re.fullmatch(r"([a-z]+)-?(\d*)\.([a-z0-9]+)\.rec", path.split("/")[-1]).groups()
    year = year or "-"
    out = f"# zhibu 1 {organization} {type} {year} {writer} prev={prev[0] if prev else '0' * 64}"
    sum = hashlib.sha256(out.encode()).hexdigest()
    out += "\n\n"
    for number, body in enumerate(filter(None, text.strip("\n").split("\n\n")), 1):
        sums = dict(re.findall(r"Id: (\S+)\n(?:[^\n]+\n)*?Sum: (\w{8})", out))
        body = re.sub(r"SUM8\((\S+)\)", lambda m: m[1] + " " + sums[m[1]], body)
        body = f"Id: {organization}-{type}-{year}-{writer}-{number:04}\n{body}\n"
        if not re.search(r"^At: ", body, re.M):
            body += f"By: {organization}M01(李敏)\nAt: 2026-{10 + number // 28:02}-{number % 28 + 1:02}T09:00:00+08:00\n"
        sum = hashlib.sha256((sum + "\n" + body).encode()).hexdigest()
        out += body + f"Sum: {sum}\n\n"
    full = os.path.join(store, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    open(full, "w", encoding="utf-8").write(out)
