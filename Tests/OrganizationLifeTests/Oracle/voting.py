"""The five comparisons, written from the text of the rules alone.

E = eligible, P = eligible and present, Y = in favour, W = written opinions among them.
For each case, E, P and W one line: case, E, P, W, whether a vote may be held, and a digit for each
Y from 0 to P + W: 1 when it passes. For candidates one line for each number of seats.
"""

from fractions import Fraction

HALF = Fraction(1, 2)


def may_proceed(case, eligible, present):
    share = Fraction(present, eligible)
    if case in ("assembly", "committee"):
        return share >= HALF  # 半数以上, the half itself included
    if case == "admission":
        return share > HALF  # 超过半数
    if case == "election":
        return share >= Fraction(4, 5)  # 不少于五分之四
    raise ValueError(case)


def passes(case, eligible, present, votes):
    if case == "election":
        # More than half of those present; with nobody present nobody is elected.
        return present > 0 and Fraction(votes, present) > HALF
    # More than half of those expected, whoever is present.
    return Fraction(votes, eligible) > HALF


def main():
    for eligible in range(3, 61):
        for present in range(eligible + 1):
            for case in ("assembly", "admission", "election", "committee"):
                # Written opinions count for 接收 and 转正 only, and come from those away.
                most = min(3, eligible - present) if case == "admission" else 0
                for written in range(most + 1):
                    may = may_proceed(case, eligible, present)
                    digits = "".join(
                        "1" if may and passes(case, eligible, present, votes) else "0"
                        for votes in range(present + written + 1)
                    )
                    print(case, eligible, present, written, "1" if may else "0", digits)
    for seats in range(1, 61):
        # Candidates exceed the seats by at least 20% of the seats.
        digits = "".join(
            "1" if Fraction(candidates - seats, seats) >= Fraction(20, 100) else "0"
            for candidates in range(2 * seats + 1)
        )
        print("surplus", seats, digits)


main()
