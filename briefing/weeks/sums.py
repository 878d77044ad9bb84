"""Check the arithmetic within one sentence: parts against a total, sums, shares.

In:  a sentence and the figures printed in it. Out: `Remark`s on what cannot be true.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefing.records import Amount, Basis, Figure, Remark
from briefing.weeks.intervals import Interval, interval, short
from briefing.weeks.merging import Stated

_TOTAL = re.compile(r"其中")
_SUM = re.compile(r"(?:合计|共计|总计|一共|共)[^,，。;；]{0,8}$")
_SHARE_OF = re.compile(
    r"(?<!别)占(?:(?:到|了|其|比|比重|比例|总[量数额])?|(?P<whole>[^,，。;；全\d]{2,10}?))的?(?:比重|比例)?(?:达到?|为|约|近|超)?$"
)
PER_CENT = ("%", "％")
_SHARE_SLACK = Decimal("0.05")


@dataclass(frozen=True)
class Number:
    """A figure as printed: its range, its place in the sentence, its row."""

    raw: str
    range: Interval
    amount: Amount
    claim: Figure
    at: int
    ref: str


def number_of(item: Stated, ref: str) -> Number | None:
    claim, amount, mark = item.finding.claim, item.finding.amount, item.finding.evidence.mark
    if not isinstance(claim, Figure) or amount is None or mark is None:
        return None
    return Number(claim.raw, interval(claim.raw, amount), amount, claim, mark.start, ref)


def remarks(
    text: str, base: int, numbers: Sequence[Number], words: dict[str, str]
) -> Iterator[Remark]:
    """Yield what cannot add up in the sentence `text`, which starts at letter `base`."""
    yield from _parts(text, base, numbers, words)
    yield from _shares(text, base, numbers, words)


def _parts(
    text: str, base: int, numbers: Sequence[Number], words: dict[str, str]
) -> Iterator[Remark]:
    """Yield remarks on 共A,其中B、C: the parts must not exceed A, nor a stated sum differ."""
    match = _TOTAL.search(text)
    if not match:
        return
    levels = [one for one in numbers if _plain(one)]
    before = [one for one in levels if one.at < base + match.start()]
    after = [one for one in levels if one.at >= base + match.end()]
    if not before or not after:
        return
    total = before[-1]
    parts = [one for one in after if _part_of(one, total)]
    if not parts:
        return
    low = sum((one.range.low for one in parts), Decimal(0))
    high = sum((one.range.high for one in parts), Decimal(0))
    if low > total.range.high:
        refs = (total.ref, *(one.ref for one in parts))
        shown = "+".join(one.raw for one in parts)
        yield Remark(refs=refs, text=words["parts"].format(shown, total.raw))
    elif high < total.range.low and _SUM.search(text[: max(total.at - base, 0)]) and "分别" in text:
        refs = (total.ref, *(one.ref for one in parts))
        shown = "+".join(one.raw for one in parts)
        yield Remark(refs=refs, text=words["sum"].format(shown, total.raw))


def _shares(
    text: str, base: int, numbers: Sequence[Number], words: dict[str, str]
) -> Iterator[Remark]:
    """Yield remarks on 总额A,其中B,占C%: B over A must be able to be C."""
    for place, share in enumerate(numbers):
        if share.amount.unit not in PER_CENT or place < 2 or share.claim.change_kind:
            continue
        said = _SHARE_OF.search(text[max(share.at - base - 24, 0) : max(share.at - base, 0)])
        part, whole = numbers[place - 1], numbers[place - 2]
        if not said or not whole.claim.metric.endswith((said["whole"] or "")[-2:]):
            continue
        if not (_plain(part) and _plain(whole) and part.amount.unit == whole.amount.unit):
            continue
        if part.amount.value > whole.amount.value or "其中" not in text:
            continue
        quotient = part.range.over(whole.range)
        if quotient is None:
            continue
        hundred = Interval(quotient.low * 100 - _SHARE_SLACK, quotient.high * 100 + _SHARE_SLACK)
        if not hundred.overlaps(share.range):
            exact = short(100 * part.amount.value / whole.amount.value)
            text_ = words["share"].format(part.raw, whole.raw, exact, share.raw)
            yield Remark(refs=(part.ref, whole.ref, share.ref), text=text_)


def _part_of(part: Number, total: Number) -> bool:
    """True for numbers of one unit whose metrics end alike: 在建项目完成投资 of 重点项目完成投资.

    Money needs three letters, for 总投资 and 完成投资 are two measures; a count needs two.
    """
    if part.amount.unit != total.amount.unit:
        return False
    letters = 3 if total.amount.unit.endswith(("元", "dollars")) else 2
    return part.claim.metric.endswith(total.claim.metric[-letters:])


def _plain(number: Number) -> bool:
    amount = number.amount
    return amount.basis is Basis.LEVEL and amount.unit not in PER_CENT and amount.value > 0
