"""Prove a figure: its number whole, its metric beside it, its subject, its period, its change."""

import re
from bisect import bisect_right
from operator import attrgetter

from briefing.facts import amounts
from briefing.facts.amounts import Sighting
from briefing.facts.folding import squeeze
from briefing.grounding import (
    asserting,
    bases,
    chains,
    figure_periods,
    measures,
    metric_of,
    timing,
)
from briefing.grounding import whose as whose_of
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Amount, Basis, Figure, Verdict

_LEADING = re.compile(
    r"^(?:同比|环比|分别|增长率?|增加|增幅|增速|下降|减少|降低|上升|提高|提升|回落|上涨|降幅|为|达到?|了|实现|约?,)+"
)


_BESIDE = re.compile(r"[^()\d]+\([^()]*\)[^()\d]*")
"""Copied words with what the number is compared with in brackets before it."""

MAX_PLACES = 20
"""Places of one sentence where a number that occurs again and again is tried."""
_start = attrgetter("start")


def prove(reading: Reading, sentence: Sentence, figure: Figure) -> Proof | Refused:
    """Look for `figure` in `sentence`."""
    raw = squeeze(figure.raw)
    places = locate(sentence, raw)
    if isinstance(places, Refused):
        return places
    refusals: list[Refused] = []
    for place in places:
        outcome = _prove_at(reading, sentence, figure, place)
        if isinstance(outcome, Proof):
            return outcome
        refusals.append(outcome)
    return refusals[-1]


def locate(sentence: Sentence, raw: str) -> list[tuple[int, int, int]] | Refused:
    """Find `raw` (squeezed) in `sentence`: start, end, and which sighting it is.

    The number must stand there whole: no digit, unit or bound of it may be cut off.
    """
    if not raw:
        return Refused(Verdict.MISSING, "nothing was copied", sentence)
    text = sentence.text
    found: list[tuple[int, int, int]] = []
    reason: Refused | None = None
    start = text.find(raw)
    while start >= 0 and len(found) < MAX_PLACES:
        placed = _whole(sentence, start, start + len(raw))
        if isinstance(placed, int):
            found.append((start, start + len(raw), placed))
        else:
            reason = placed
        start = text.find(raw, start + 1)
    if found:
        return found
    if reason:
        return reason
    return _core(sentence, raw)


def _whole(sentence: Sentence, start: int, end: int) -> int | Refused:
    first = max(bisect_right(sentence.sightings, start, key=_start) - 1, 0)
    near = enumerate(sentence.sightings[first : first + 3], first)
    inside = [i for i, s in near if s.start < end and s.end > start]
    if not inside:
        return Refused(
            Verdict.NUMBER_DIFFERS,
            "no amount that can be read stands there",
            sentence,
            (start, end),
        )
    if len(inside) > 1 and _BESIDE.fullmatch(
        sentence.text, start, sentence.sightings[inside[-1]].start
    ):
        inside = inside[-1:]  # 高于全省平均增速(7.1%)2.2个百分点
    if len(inside) > 1:
        return Refused(
            Verdict.NUMBER_DIFFERS, "more than one number was copied", sentence, (start, end)
        )
    sighting = sentence.sightings[inside[0]]
    if start <= sighting.start and (sighting.end <= end or _without_noun(sighting, end)):
        return inside[0]
    return _cut(sentence, sighting, start, end)


def _without_noun(sighting: Sighting, end: int) -> bool:
    """Tell whether only the counted noun stands behind `end`: 620| buses. The metric must name it."""
    left = sighting.raw[end - sighting.start :]
    return chains.counted_noun(sighting) != "" and bool(_NOUN.fullmatch(left))


_NOUN = re.compile(r" [a-z][a-z' -]*", re.IGNORECASE)


def _cut(sentence: Sentence, sighting: Sighting, start: int, end: int) -> Refused:
    """Say what the copied words left out of the amount."""
    left, right = (
        sentence.text[sighting.start : max(start, sighting.start)],
        sentence.text[min(end, sighting.end) : sighting.end],
    )
    mark = (sighting.start, sighting.end)
    if re.search(r"[\d.,一二两三四五六七八九十百千万亿-]", left):
        return Refused(Verdict.NUMBER_DIFFERS, f"the article has {sighting.raw}", sentence, mark)
    if left or (right and re.fullmatch(r"以上|以内|以下|之内|左右|上下|有余|开外|余|多", right)):
        return Refused(Verdict.BOUND_DIFFERS, f"the article has {sighting.raw}", sentence, mark)
    verdict = Verdict.NUMBER_DIFFERS if re.match(r"[\d.万亿千百]", right) else Verdict.UNIT_DIFFERS
    return Refused(verdict, f"the article has {sighting.raw}", sentence, mark)


def _core(sentence: Sentence, raw: str) -> list[tuple[int, int, int]] | Refused:
    """Find the amount within `raw` where the words before it stand further off (分别增长)."""
    inside = amounts.find(raw)
    if len(inside) != 1:
        return Refused(Verdict.MISSING, f"{raw[:30]!r} does not stand in the sentence", sentence)
    core = inside[0]
    prefix, suffix = raw[: core.start], raw[core.end :]
    same = [i for i, s in enumerate(sentence.sightings) if s.raw == core.raw]
    loose = bool(prefix) and bool(_LEADING.fullmatch(prefix)) and not suffix
    if loose and same:
        kept = [i for i in same if sentence.sightings[i].amount == core.amount]
        if kept:
            return [(sentence.sightings[i].start, sentence.sightings[i].end, i) for i in kept]
        sighting = sentence.sightings[same[0]]
        return Refused(
            Verdict.DIRECTION_DIFFERS,
            f"the article reads {_words(sighting.amount)}",
            sentence,
            (sighting.start, sighting.end),
        )
    return _differs(sentence, core.amount, raw)


def _differs(sentence: Sentence, claimed: Amount, raw: str) -> Refused:
    """Say in which part the nearest amount of the sentence differs from the claimed one."""
    for sighting in sentence.sightings:
        real, mark = sighting.amount, (sighting.start, sighting.end)
        if abs(real.value) == abs(claimed.value) and real.value_max == claimed.value_max:
            if real.unit != claimed.unit:
                return Refused(
                    Verdict.UNIT_DIFFERS, f"the article has {sighting.raw}", sentence, mark
                )
            if real.bound is not claimed.bound:
                return Refused(
                    Verdict.BOUND_DIFFERS, f"the article has {sighting.raw}", sentence, mark
                )
            if real.direction is not claimed.direction:
                return Refused(
                    Verdict.DIRECTION_DIFFERS, f"the article reads {_words(real)}", sentence, mark
                )
    for sighting in sentence.sightings:
        if sighting.amount.unit == claimed.unit:
            return Refused(
                Verdict.NUMBER_DIFFERS,
                f"the article has {sighting.raw}",
                sentence,
                (sighting.start, sighting.end),
            )
    return Refused(Verdict.MISSING, f"{raw[:30]!r} does not stand in the sentence", sentence)


def _words(amount: Amount) -> str:
    return f"{amount.value} {amount.unit} {amount.direction.value}"


def _prove_at(
    reading: Reading, sentence: Sentence, figure: Figure, place: tuple[int, int, int]
) -> Proof | Refused:
    start, end, index = place
    sighting = sentence.sightings[index]
    amount, mark = sighting.amount, (min(start, sighting.start), max(end, sighting.end))
    metric, subject = squeeze(figure.metric), squeeze(figure.subject or "")

    def refuse(verdict: Verdict, reason: str) -> Refused:
        return Refused(verdict, reason, sentence, mark)

    if figure.is_rank and not (amount.unit == "位" and amount.basis is Basis.LEVEL):
        return refuse(Verdict.UNIT_DIFFERS, f"{sighting.raw} is no place in a ranking")
    if reason := _not_stated(reading, sentence, sighting, metric):
        return refuse(Verdict.NOT_ASSERTED, reason)
    bound = metric_of.bound(reading, sentence, index, mark[0], metric, subject)
    if isinstance(bound, str):
        return refuse(Verdict.METRIC_DIFFERS, f"{figure.metric}: {bound}")
    if wrong := _wrong_measure(figure, sentence, sighting, metric):
        return refuse(*wrong)
    scope = whose_of.SCOPE.match(metric)
    pieces = [*bound.pieces, mark]
    for owner in (scope[0] if scope else "", subject):
        whose = whose_of.place_of(reading, sentence, index, owner, bound) if owner else None
        if isinstance(whose, str):
            return refuse(Verdict.SUBJECT_DIFFERS, whose)
        pieces += [whose] if whose else []
    if late := _wrong_time(reading, sentence, sighting, figure, metric):
        return refuse(*late)
    return Proof(sentence, mark, pieces, amount=amount)


def _not_stated(reading: Reading, sentence: Sentence, sighting: Sighting, metric: str) -> str:
    """Return why the number is not stated as a fact, "" where it is."""
    if words := asserting.taken_back(sentence, sighting.start, sighting.end, metric):
        return f"{words!r} takes it back"
    if goal := asserting.listed_goal(reading, sentence):
        return f"it is in a list under {goal!r}"
    if asserting.CAPACITY.match(metric):
        return ""
    return timing.still_ahead(reading, sentence, sighting.start)


def _wrong_measure(
    figure: Figure, sentence: Sentence, sighting: Sighting, metric: str
) -> tuple[Verdict, str] | None:
    """Return why the number measures something else than the claim says: its way, bound or kind."""
    raw, kind = squeeze(figure.raw), figure.change_kind or ""
    if wrong := measures.wrong_way(metric, raw, sighting.amount):
        return Verdict.DIRECTION_DIFFERS, wrong
    if far := measures.wrong_bound(metric, raw, sentence, sighting.start):
        return Verdict.BOUND_DIFFERS, f"the article says {far}"
    if wrong := measures.wrong_kind(metric, raw, sentence, sighting, kind):
        return Verdict.DIRECTION_DIFFERS, wrong
    return None


def _wrong_time(
    reading: Reading, sentence: Sentence, sighting: Sighting, figure: Figure, metric: str
) -> tuple[Verdict, str] | None:
    """Return why the number is of another time, only expected, or no change against what is claimed."""
    raw, text, wrong = squeeze(figure.raw), sentence.text, ""
    older = measures.older(text, sighting, raw)
    if older is None:
        if expected := measures.supposed(metric, raw, text, sighting):
            return Verdict.NOT_ASSERTED, f"it is only expected ({expected})"
        number = (sighting.start, sighting.end)
        wrong = figure_periods.wrong_period(reading, sentence, number, figure.period)
    elif not measures.same_time(squeeze(figure.period or ""), older):
        wrong = f"{measures.OLDER}{older}"
    if not wrong and figure.change_kind:
        wrong = bases.wrong_change(reading, sentence, sighting, figure.change_kind)
    return (Verdict.PERIOD_DIFFERS, wrong) if wrong else None
