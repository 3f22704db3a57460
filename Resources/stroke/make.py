#!/usr/bin/env python3
"""Makes order.txt: Han characters in stroke order, a line for each number of strokes.

    python3 make.py codepoint-character-sequence.txt > order.txt

The order is that of lists of names (按姓氏笔画为序): by the number of strokes, then stroke by stroke
by its kind, 横 竖 撇 点 折, as GB 13000.1 字符集汉字字序(笔画序)规范 has it. The sequences come from
Conway Stroke Data (https://github.com/stroke-input/stroke-input-data, CC BY 4.0), which gives
several where usage differs. Below stands which of them the mainland standard writes; where nothing
is said, the shortest one and of these the first is taken. Only the order is kept.
"""

import itertools
import re
import sys

# Parts of a sequence with alternatives, and the one that is taken.
USUAL = {
    "122|1212|2112": "122",  # 艹
    "122|1212|1221|2112": "122",
    "244|424|442": "442",  # 忄
    "3511|3541": "3511",  # 月 on the left
    "3511|3544": "3511",
    "2511|3511|3541": "2511",  # 月 below
    "2511|2521|3511": "2511",
    "2511|3511": "2511",
    "353|533": "353",  # 犭
    "534|543": "534",  # 戈
    "1534|1543": "1534",
    "245|425": "425",  # 门
    "454|4454|4554": "454",  # 辶
    "1512|1521": "1521",  # 车 on the left
    "4135|4153": "4153",  # 方
    "135|153": "153",  # 万
    "1|4": "4",
    "414|441": "414",  # 母
    "34|43": "43",  # 丷
    "25|45": "45",  # 雨 above
    "1111|4134|4444": "4444",
    "121|211": "211",  # 里
    "215|2121": "2121",  # 止
    "1515|1535|1553|3535|5353": "1535",  # 比
    "1535|1553|3535|5353": "1535",
    "112|121": "121",  # 周
    "15|35|53": "35",  # 匕
    "533533|541541": "541541",  # 羽
    "3344|3443": "3443",  # 爫
    "1513|3351|4513": "4513",  # 户
    "234|243": "243",  # 肖
    "3112|3121": "3121",  # 牛 on the left
    "252|522": "522",  # 出
    "11|41": "41",  # 冫
    "241|412": "412",  # 丬
    "3541|3544": "3544",
    "5121|5211": "5211",  # 丑
    "41|44": "44",  # 冬
    "2|5": "5",
    "|4": "4",
    "35352|35453": "35453",
    "511511|544544": "544544",
    "35|43": "43",
    "152|154|454": "454",  # 令
}

# Characters in which another alternative of such a part is written.
EXCEPTIONS = {
    ("1|3", "3"): "任壬妊凭恁荏饪赁廷庭挺艇蜓霆舌乱刮憩恬甜话活括敌适辞阔反返板版饭贩叛坂阪丢",
    ("35|53", "53"): "乃仍扔奶孕秀锈诱透绣盈携鼐皮坡波披破玻婆颇菠跛被疲彼陂",
    ("112|121", "112"): "角解斛桷槲觖觚觞确",
}

ENTRY = re.compile(r"U\+[0-9A-F]+!?\t(\S)[\^*]?\t([1-5|()\\]+)$")


def sequences(expression):
    """Every sequence of an expression, the one that is taken by USUAL marked by its groups."""
    groups = re.findall(r"\(([^)]*)\)", expression)
    for choice in itertools.product(*[group.split("|") for group in groups]):
        rest = iter(choice)
        text = re.sub(r"\([^)]*\)", lambda _: next(rest), expression)
        text = re.sub(r"\\(\d)", lambda match: choice[int(match[1]) - 1], text)
        yield list(zip(groups, choice)), text


def usual(character, expression):
    """The sequence that is taken for a character."""

    def rank(candidate):
        choices, text = candidate
        misses = 0
        for group, chosen in choices:
            special = [own for (where, own), who in EXCEPTIONS.items()
                       if where == group and character in who]
            wanted = special[0] if special else USUAL.get(group)
            misses += wanted is not None and chosen != wanted
        return misses, len(text)

    return min(sequences(expression), key=rank)[1]


def main():
    strokes = {}
    with open(sys.argv[1], encoding="utf-8") as file:
        for line in file:
            match = ENTRY.match(line.rstrip("\n"))
            if match:
                strokes[match[1]] = usual(match[1], match[2])
    print("# Han characters in stroke order: the number of strokes, then 横 竖 撇 点 折 stroke by stroke")
    print("# (GB 13000.1 字符集汉字字序). Made by make.py from Conway Stroke Data, copyright Conway,")
    print("# https://github.com/stroke-input/stroke-input-data, licensed under CC BY 4.0")
    print("# (https://creativecommons.org/licenses/by/4.0/); only the order is kept.")
    for count, group in itertools.groupby(
        sorted(strokes, key=lambda one: (len(strokes[one]), strokes[one], one)),
        key=lambda one: len(strokes[one]),
    ):
        print(count, "".join(group))


if __name__ == "__main__":
    main()
