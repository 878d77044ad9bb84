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
    binding,
    chains,
    copied,
    figure_periods,
    headed,
    measures,
    timing,
)
from briefing.grounding import whose as whose_of
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Amount, Basis, Figure, Verdict

_LEADING = re.compile(
    r"^(?:同比|环比|分别|增长率?|增加|增幅|增速|下降|减少|降低|上升|提高|提升|回落|上涨|降幅|为|达到?|了|实现|约?,)+"
)


_CAPACITY = re.compile("(?:预计|年|每年)?可(?=[\u4e00-\u9fff]{2})")
"""How a metric begins that says itself what a thing will be able to do: 可安置居民."""

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

    def refuse(verdict: Verdict, reason: str) -> Refused:
        return Refused(verdict, reason, sentence, mark)

    if figure.is_rank != (amount.unit == "位" and amount.basis is Basis.LEVEL) and figure.is_rank:
        return refuse(Verdict.UNIT_DIFFERS, f"{sighting.raw} is no place in a ranking")
    metric, subject = squeeze(figure.metric), squeeze(figure.subject or "")
    if words := asserting.taken_back(sentence, sighting.start, sighting.end, metric):
        return refuse(Verdict.NOT_ASSERTED, f"{words!r} takes it back")
    if goal := asserting.listed_goal(reading, sentence):
        return refuse(Verdict.NOT_ASSERTED, f"it is in a list under {goal!r}")
    ahead = "" if _CAPACITY.match(metric) else timing.still_ahead(reading, sentence, sighting.start)
    if ahead:
        return refuse(Verdict.NOT_ASSERTED, ahead)
    previous = reading.before(sentence)
    bound = binding.bind(metric, sentence, index, previous)
    if isinstance(bound, str) and subject and metric.startswith(subject):
        bound = binding.bind(metric.removeprefix(subject).lstrip("的"), sentence, index, previous)
    if isinstance(bound, str) and subject and subject not in metric:
        dealt = binding.bind(subject + metric, sentence, index, previous)
        bound = dealt if isinstance(dealt, binding.Bound) else bound  # A、B投资分别增长1%、2%
    if isinstance(bound, str) and subject.isascii():
        named = re.search(
            rf"{re.escape(metric)} (?:in|of) (?:the )?{re.escape(subject)}", sentence.text
        )
        told = binding.bind(named[0], sentence, index, previous) if named and subject else bound
        bound = told if isinstance(told, binding.Bound) else bound  # output of the industry in Teda
    if isinstance(bound, str):
        bound = whose_of.implied(reading, sentence, index, metric, previous) or bound
    wide = copied.widened(sentence, index, mark[0]) if isinstance(bound, str) else None
    if wide is not None:
        again = binding.bind(metric, *wide, previous)
        bound = again if isinstance(again, binding.Bound) else bound
    if isinstance(bound, str) and (measured := chains.measured_before(reading, sentence, index)):
        bound = binding.bind_class(metric, sentence, index, measured)
    if isinstance(bound, str):
        bound = headed.bind(reading, sentence, index, metric, subject) or bound
    if isinstance(bound, str):
        return refuse(Verdict.METRIC_DIFFERS, f"{figure.metric}: {bound}")
    raw, text = squeeze(figure.raw), sentence.text
    if wrong := measures.wrong_way(metric, raw, amount):
        return refuse(Verdict.DIRECTION_DIFFERS, wrong)
    if far := measures.wrong_bound(metric, raw, sentence, sighting.start):
        return refuse(Verdict.BOUND_DIFFERS, f"the article says {far}")
    if wrong := measures.wrong_kind(metric, raw, sentence, sighting, figure.change_kind or ""):
        return refuse(Verdict.DIRECTION_DIFFERS, wrong)
    scope = whose_of.SCOPE.match(metric)
    whose = whose_of.place_of(reading, sentence, index, scope[0], bound) if scope else None
    if isinstance(whose, str):
        return refuse(Verdict.SUBJECT_DIFFERS, whose)
    whose = whose_of.place_of(reading, sentence, index, subject, bound) if subject else None
    if isinstance(whose, str):
        return refuse(Verdict.SUBJECT_DIFFERS, whose)
    older = measures.older(text, sighting, raw)
    if older is None and (expected := measures.supposed(metric, raw, text, sighting)):
        return refuse(Verdict.NOT_ASSERTED, f"it is only expected ({expected})")
    if older is not None and not measures.same_time(squeeze(figure.period or ""), older):
        return refuse(Verdict.PERIOD_DIFFERS, f"{measures.OLDER}{older}")
    if older is None and (
        reason := figure_periods.wrong_period(
            reading, sentence, (sighting.start, sighting.end), figure.period
        )
    ):
        return refuse(Verdict.PERIOD_DIFFERS, reason)
    if figure.change_kind and (
        reason := bases.wrong_change(reading, sentence, sighting, figure.change_kind)
    ):
        return refuse(Verdict.PERIOD_DIFFERS, reason)
    pieces = [*bound.pieces, mark] + ([whose] if whose else [])
    return Proof(sentence, mark, pieces, amount=amount)
