# SPDX-License-Identifier: MIT
"""The oracle of variance.c: the same rules in fractions, from their words."""
import sys
from fractions import Fraction

PERCENT, MONEY = 2, 3
HIGHER, LOWER, BETWEEN, EXACTLY, NEITHER = 1, 2, 3, 4, 5
BETTER, SAME, WORSE = 1, 2, 3


def number(word):
    return None if word == "-" else Fraction(word)


def rounded(value, places):
    """Half away from zero."""
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**places)


def digits(value, places):
    whole, part = divmod(int(abs(value) * 10**places), 10**places)
    return f"{whole:,}" + (f".{part:0{places}d}" if places else "")


def signed(value, places, before, after):
    sign = "" if value == 0 else "\u2212" if value < 0 else "+"
    return sign + before + digits(value, places) + after


def places_of(word):
    return len(word.partition(".")[2])


def difference(target, upper, actual):
    bound = upper if upper is not None and actual > target else target
    inside = upper is not None and target <= actual <= upper
    return Fraction(0) if inside else actual - bound, bound


def outside(value, low, high):
    return value - low if value < low else high - value if value > high else Fraction(0)


def merit_of(better, target, upper, actual, low, high):
    gap, _ = difference(target, upper, actual)
    return {HIGHER: gap, LOWER: -gap, NEITHER: None}.get(better, outside(actual, low, high)) \
        if better in (HIGHER, LOWER, NEITHER) else outside(actual, low, high)


def status_of(rule, merit, bound, percent, absolute, direction, floor):
    if merit is None:
        return "none"
    if absolute is not None:
        within = abs(merit) <= absolute
    elif percent is not None:
        within = abs(merit) * 100 <= abs(bound) * percent
    else:
        within = merit == 0
    if rule == "tolerance":
        return ("on" if within else "ahead") if merit >= 0 else ("near" if within else "off")
    if rule == "floor":
        return "on" if merit >= 0 else "near" if floor is not None and floor >= 0 else "off"
    if rule == "direction":
        if merit >= 0:
            return "on" if within else "ahead"
        return "on" if within else "near" if direction in (BETTER, SAME) else "off"
    if merit >= 0:
        return "on"
    off = (absolute is not None and -merit >= absolute) or \
        (percent is not None and -merit * 100 >= abs(bound) * percent)
    return "off" if off else "near"


def check(line):
    (kind, better, by_polarity, rule, direction, target, upper, actual, low, high,
     percent, absolute, variance, variance_percent, words, status) = line.rstrip("\n").split("\t")
    kind, better = int(kind), int(better)
    scale = places_of(variance)
    target, upper, actual, low, high, percent, absolute = map(
        number, (target, upper, actual, low, high, percent, absolute))
    gap, bound = difference(target, upper, actual)
    if by_polarity == "1":
        gap = {LOWER: -gap, BETWEEN: -abs(gap), EXACTLY: -abs(gap)}.get(better, gap)
    assert gap == number(variance), "variance"
    part = None if kind == PERCENT or bound == 0 else gap * 100 / abs(bound)
    if part is not None and variance_percent != "-":
        part = rounded(part, places_of(variance_percent))
    assert part == number(variance_percent), "percentage"
    if kind == PERCENT:
        places = 1 if scale > 2 else scale
        one = places == 0 and abs(rounded(gap, places)) == 1
        expected = signed(rounded(gap, places), places, "", " pt" if one else " pts")
    elif part is not None:
        exact = gap * 100 / abs(bound)
        places = min(1, places_of(variance_percent))
        expected = signed(rounded(exact, places), places, "", "%")
    else:
        expected = signed(gap, scale, "\u00a3" if kind == MONEY else "", "")
    assert words == expected, f"words: {expected}"
    floor = None if absolute is None else merit_of(better, absolute, upper, actual, low, high)
    merit = merit_of(better, target, upper, actual, low, high)
    assert status == status_of(rule, merit, bound, percent, absolute, int(direction), floor), "status"


def main():
    sys.stdin.reconfigure(encoding="utf-8")
    count = bad = 0
    for line in sys.stdin:
        count += 1
        try:
            check(line)
        except AssertionError as wrong:
            bad += 1
            if bad < 10:
                print(f"{wrong}: {line!r}", file=sys.stderr)
    print(f"{count} cases, {bad} wrong", file=sys.stderr)
    sys.exit(bad > 0 or count == 0)


main()
