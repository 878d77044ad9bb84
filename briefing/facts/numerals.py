"""Read a written number: Arabic, Chinese, or both mixed (3亿5000万, 一万五千亿, 十二点五).

In:  the bare number, folded (half width, simplified), without unit, sign or qualifier.
Out: its value as a `Decimal`, or None when it is no number that can be read in one way only.

None rather than a guess: 3万5 (35,000 in speech), 二二 (digits read out), 1,2345 (wrong groups).
"""

import re
from decimal import Decimal

MAX_CHARS = 24
"""Longer runs of digits are identifiers, not quantities."""

BEYOND = Decimal(10) ** 20
"""No article counts so far: a number of this size is a slip or a trap, and is not read."""

DIGIT = {char: number for number, char in enumerate("零一二三四五六七八九")}
DIGIT |= {"〇": 0, "两": 2}
HAN_DIGITS = "".join(DIGIT)
_BIG = (("亿", Decimal(100_000_000)), ("万", Decimal(10_000)))
_ARABIC = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_SECTION = re.compile(
    r"(?:([一二两三四五六七八九]?)千)?(零?)(?:([一二两三四五六七八九]?)百)?(零?)"
    r"(?:([一二三四五六七八九]?)十)?(零?)([零〇一二两三四五六七八九])?"
)
_MIXED = re.compile(r"([0-9.,]+)([千百])(.*)")
_POINT = re.compile(rf"([{HAN_DIGITS}十百千]+)点([{HAN_DIGITS}]+)")


def value(text: str) -> Decimal | None:
    """Return the value of the number `text`, None when it cannot be read safely."""
    number = _read(text) if text and len(text) <= MAX_CHARS else None
    return None if number is None or number >= BEYOND else number


def _read(text: str) -> Decimal | None:
    if text.isascii():
        return arabic(text)
    for sign, size in _BIG:
        if sign in text:
            left, _, right = text.rpartition(sign)
            if right and not left:
                return None  # 亿万群众
            return _joined(value(left) if left else Decimal(1), size, right, "." in left)
    if point := _POINT.fullmatch(text):
        whole, digits = value(point[1]), "".join(str(DIGIT[char]) for char in point[2])
        return None if whole is None else whole + Decimal("0." + digits)
    if mixed := _MIXED.fullmatch(text):
        size = Decimal(1000 if mixed[2] == "千" else 100)
        return _joined(arabic(mixed[1]), size, mixed[3], "." in mixed[1])
    return _section(text)


def arabic(text: str) -> Decimal | None:
    """Return the value of digits with an optional point and thousands commas, else None."""
    if len(text) > MAX_CHARS or not _ARABIC.fullmatch(text):
        return None
    if len(text) > 1 and text[0] == "0" and text[1] != ".":
        return None
    return Decimal(text.replace(",", ""))


def _joined(
    head: Decimal | None, size: Decimal, rest: str, head_is_fraction: bool
) -> Decimal | None:
    """Return head times size plus the rest, which must be whole and smaller than size."""
    if head is None or head == 0:
        return None
    if not rest:
        return head * size
    if head_is_fraction or "." in rest or "点" in rest:
        return None
    tail = value(rest.lstrip("零"))
    if tail is None or tail >= size or (tail < 10 and rest[0] not in "零"):
        return None
    return head * size + tail


def _section(text: str) -> Decimal | None:
    """Read a Chinese number below 万. A digit left hanging (三百五) is not read."""
    match = _SECTION.fullmatch(text)
    if match is None:
        return None
    thousands, gap, hundreds, gap2, tens, gap3, ones = match.groups()
    total = 0
    for digit, size in ((thousands, 1000), (hundreds, 100), (tens, 10)):
        if digit is not None:
            total += (DIGIT[digit] if digit else 1) * size
    if ones is not None:
        hanging = total > 0 and tens is None and not (gap or gap2 or gap3)
        if hanging or (total and DIGIT[ones] == 0):
            return None
        total += DIGIT[ones]
    elif total == 0 or gap3 or (gap and hundreds is None and tens is None):
        return None if text not in ("零", "〇") else Decimal(0)
    return Decimal(total)
