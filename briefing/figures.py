"""Prove a figure: its number whole, its metric beside it, its subject, its period, its change."""

import re
from bisect import bisect_right
from operator import attrgetter

from briefing import amounts, asserting, binding, dates, subjects
from briefing.amounts import Sighting
from briefing.folding import squeeze
from briefing.proof import Proof, Refused
from briefing.reading import Reading, Sentence
from briefing.records import Amount, Basis, Direction, Figure, Verdict

_CHANGE_WORDS = {
    "同比": re.compile(
        r"同比|[比较](?:上年|去年)(?:同期)?|去年同期|上年同期|year[- ]on[- ]year|from a year earlier"
    ),
    "环比": re.compile(
        r"环比|[比较]上(?:个?月|季度?|周)|month[- ]on[- ]month|quarter[- ]on[- ]quarter"
    ),
    "比年初": re.compile(r"[比较](?:年初|上年末|去年末|上年底|去年底|年初)"),
}
_LEADING = re.compile(
    r"^(?:同比|环比|分别|增长率?|增加|增幅|增速|下降|减少|降低|上升|提高|提升|回落|上涨|降幅|为|达到?|了|实现|约?,)+"
)


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
    if len(inside) > 1:
        return Refused(
            Verdict.NUMBER_DIFFERS, "more than one number was copied", sentence, (start, end)
        )
    sighting = sentence.sightings[inside[0]]
    if start <= sighting.start and sighting.end <= end:
        return inside[0]
    return _cut(sentence, sighting, start, end)


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
    if words := asserting.taken_back(sentence.text, sighting.start, sighting.end, metric):
        return refuse(Verdict.NOT_ASSERTED, f"{words!r} takes it back")
    if reason := _still_ahead(reading, sentence, sighting.start):
        return refuse(Verdict.NOT_ASSERTED, reason)
    previous = reading.before(sentence)
    bound = binding.bind(metric, sentence, index, previous)
    if isinstance(bound, str) and subject and metric.startswith(subject):
        bound = binding.bind(metric.removeprefix(subject).lstrip("的"), sentence, index, previous)
    if isinstance(bound, str):
        bound = _implied_subject(reading, sentence, index, metric, previous) or bound
    if isinstance(bound, str):
        return refuse(Verdict.METRIC_DIFFERS, f"{figure.metric}: {bound}")
    if wrong := _wrong_way(figure, amount):
        return refuse(Verdict.DIRECTION_DIFFERS, wrong)
    whose = _subject(reading, sentence, index, subject, bound) if subject else None
    if isinstance(whose, str):
        return refuse(Verdict.SUBJECT_DIFFERS, whose)
    if reason := wrong_period(reading, sentence, sighting.start, figure.period):
        return refuse(Verdict.PERIOD_DIFFERS, reason)
    if figure.change_kind and (
        reason := _wrong_change(reading, sentence, sighting, figure.change_kind)
    ):
        return refuse(Verdict.PERIOD_DIFFERS, reason)
    pieces = [*bound.pieces, mark] + ([whose] if whose else [])
    return Proof(sentence, mark, pieces, amount=amount)


_OFFICE = re.compile(
    r"(?:省|市|区|县|旗|州|盟|(?<!城)镇|(?<!城)乡|(?<!农)村|街道|局|委|办|厅|部|中心|集团|公司|园|院|校|行|站|馆|港|社|厂|店|企业|大学|平台|基地|大桥|隧道|高速|高铁|机场|项目|工程)$"
)


def _implied_subject(
    reading: Reading, sentence: Sentence, index: int, metric: str, previous: Sentence | None
) -> binding.Bound | None:
    """Take the start of `metric` for its subject where that is inherited by rule."""
    for size in range(min(len(metric) - 2, 20), 1, -1):
        head, rest = metric[:size], metric[size:].lstrip("的")
        if (
            len(head) < 3
            or not _OFFICE.search(head)
            or (head not in reading.words and head not in reading.titles)
        ):
            continue
        bound = binding.bind(rest, sentence, index, previous) if len(rest) > 1 else "nothing left"
        if isinstance(bound, binding.Bound) and not isinstance(
            _subject(reading, sentence, index, head, bound), str
        ):
            return bound
    return None


def _wrong_way(figure: Figure, amount: Amount) -> str:
    """Return why the direction words of the metric contradict the amount, else "".

    增幅 and 增速 may be negative where the copied words say so (增幅 | 下降4.2%).
    """
    metric = squeeze(figure.metric)
    rising = re.search(r"增加(?!值)|增长(?!率)|上升|提高|提升", metric)
    rate = re.search(r"增幅|增速|涨幅|增长率|成长率", metric)
    falling = re.search(r"降幅|下降|减少|跌幅|减幅|下滑|降低", metric)
    said = bool(re.search(r"[降减跌落少滑-]|fell|down|declin|decreas", squeeze(figure.raw)))
    down = amount.direction is Direction.DOWN
    if down and not falling and (rising or (rate and not said)):
        return f"{(rising or rate)[0]} does not fit {amount.value} {amount.unit}"  # type: ignore[index]
    if falling and not rising and amount.direction is Direction.UP and falling[0] != "降幅":
        return f"{falling[0]} does not fit {amount.value} {amount.unit}"
    return ""


def _subject(
    reading: Reading, sentence: Sentence, index: int, subject: str, bound: binding.Bound
) -> tuple[int, int] | str | None:
    """Return where the figure's subject stands, None where it is inherited, else why not."""
    sighting = sentence.sightings[index]
    text = sentence.text
    zone = binding.zones(sentence)[index]
    for start, end in zone.own:
        found = text.find(subject, start, end)
        if found >= 0:
            other = subjects.rivals(text, found + len(subject), sighting.start, subject)
            return f"{other} stands nearer" if other else (found, found + len(subject))
    first, _ = binding.segment(sentence, sighting.start)
    inside = subjects.before(text, sighting.start, subject, subjects.known(reading, subject))
    if inside is not None:
        other = subjects.rivals(text, inside[1], sighting.start, subject)
        if other:
            return f"{other} stands nearer"
        if inside[0] >= first and bound.edge:
            return inside
        if inside[0] < first and bound.edge and not _own_subject(text, first, bound, sighting):
            return inside
        return "another subject stands before the number"
    other = subjects.rivals(text, first, sighting.start, subject)
    if other:
        return f"{other} stands before the number"
    return (
        None if subjects.inherited(reading, sentence, subject) else f"{subject} is not said of it"
    )


def _own_subject(text: str, first: int, bound: binding.Bound, sighting: Sighting) -> bool:
    """Tell whether the segment names something before the metric that was copied."""
    starts = [start for start, _ in bound.pieces if first <= start < sighting.start]
    return binding.has_content(text[first : min(starts)]) if starts else False


def wrong_period(reading: Reading, sentence: Sentence, place: int, period: str | None) -> str:
    """Return why `period` is not that of the words at `place`, "" where it is."""
    if not period:
        return ""
    wanted = squeeze(period)
    days = dates.resolve(period, anchor=reading.anchor)
    governing = [
        m for m in sentence.mentions if m.start < place and not _compared(sentence.text, m.start)
    ]
    after = [m for m in sentence.mentions if m.start >= place]
    chosen = governing[-1:] or (after[:1] if len(after) == 1 else [])
    candidates = [chosen[0]] if chosen else _earlier(reading, sentence)
    for mention in candidates:
        if _same_period(mention.raw, wanted, days, reading):
            return ""
    if wanted in sentence.text[:place] and not governing:
        return ""
    said = candidates[0].raw if candidates else "no period"
    return f"the article says {said}, not {period}"


def _compared(text: str, start: int) -> bool:
    """Tell whether a date is only what something is measured against (比2019年, 较去年同期)."""
    return bool(re.search(r"[比较同与于是为](?:了)?$", text[max(0, start - 2) : start])) or bool(
        re.match(r"(?:去年|上年)(?:同期|末|底)", text[start : start + 5])
    )


def _earlier(reading: Reading, sentence: Sentence) -> list[dates.Mention]:
    for number in range(sentence.number - 1, 0, -1):
        other = reading.sentence(number)
        kept = [m for m in other.mentions if not _compared(other.text, m.start)]
        if kept:
            return kept[-1:]
    return dates.find(reading.titles)[-1:]


def _same_period(said: str, wanted: str, days: object, reading: Reading) -> bool:
    if said == wanted or (wanted in said and re.search(r"\d|季度|半年|年|月", wanted)):
        return said == wanted or not re.search(r"\d", said.replace(wanted, ""))
    return days is not None and dates.resolve(said, anchor=reading.anchor) == days


def _wrong_change(reading: Reading, sentence: Sentence, sighting: Sighting, kind: str) -> str:
    """Return why the change is not measured against what is claimed, else "".

    The nearest word before the number decides, in its sentence, else in the paragraph. Where
    none stands, a growth counts as 同比: statistics leave the word out for it alone.
    """
    level = sighting.amount.basis is Basis.LEVEL
    if kind == "其他":
        return "it is no change" if level and sighting.amount.unit != "倍" else ""
    said = _change_kinds(
        sentence.text, sighting.end + 4 * (sentence.text[sighting.end : sighting.end + 1] == "(")
    )
    if not said:
        earlier = [s for s in reading.paragraph(sentence) if s.number < sentence.number]
        said = next(
            (kinds for s in reversed(earlier) if (kinds := _change_kinds(s.text, len(s.text)))),
            {"同比"},
        )
    if kind not in said:
        return f"the article says {'、'.join(sorted(said))}, not {kind}"
    near = sentence.text[max(0, sighting.start - 12) : sighting.end]
    start, _ = binding.segment(sentence, sighting.start)
    if re.search(r"增速|增幅|增长率|涨幅", sentence.text[start : sighting.start]):
        return ""
    if level and sighting.amount.unit != "倍" and not _CHANGE_WORDS[kind].search(near):
        return "the number is a level, not a change"
    return ""


def _change_kinds(text: str, end: int) -> set[str]:
    """Return what the last comparison before `end` measures against, empty where none is."""
    last, kinds = -1, set[str]()
    for name, form in _CHANGE_WORDS.items():
        for found in form.finditer(text, 0, end):
            if found.start() > last:
                last, kinds = found.start(), {name}
            elif found.start() == last:
                kinds.add(name)
    return kinds


def _still_ahead(reading: Reading, sentence: Sentence, place: int) -> str:
    """Return why the figure speaks of days to come, else ""."""
    if reading.anchor is None:
        return ""
    governing = [m for m in sentence.mentions if m.start < place]
    if not governing:
        return ""
    raw = governing[-1].raw
    between = sentence.text[governing[-1].end : place]
    if re.search(r"(?:达产|建成|投产|投用|竣工)后|已|累计", between):
        return ""  # what a project under way will yield is stated of it now
    if not re.search(r"(?:19|20)\d\d|明年|后年|未来|今后|下月|下周|下季", raw):
        return ""
    days = dates.resolve(raw, anchor=reading.anchor)
    if days is not None and days.first > reading.anchor:
        return f"{raw} lies ahead"
    return ""
