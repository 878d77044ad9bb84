"""Prove a figure: its number whole, its metric beside it, its subject, its period, its change."""

import re
from bisect import bisect_right
from operator import attrgetter

from briefing.facts import amounts
from briefing.facts.amounts import Sighting
from briefing.facts.folding import squeeze
from briefing.grounding import asserting, binding, measures, subjects, timing, zones
from briefing.grounding import figure_words as words_of
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.reading import Reading, Sentence
from briefing.records import Amount, Basis, Figure, Verdict

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
    if reason := timing.still_ahead(reading, sentence, sighting.start):
        return refuse(Verdict.NOT_ASSERTED, reason)
    previous = reading.before(sentence)
    bound = binding.bind(metric, sentence, index, previous)
    if isinstance(bound, str) and subject and metric.startswith(subject):
        bound = binding.bind(metric.removeprefix(subject).lstrip("的"), sentence, index, previous)
    if isinstance(bound, str) and subject and subject not in metric:
        dealt = binding.bind(subject + metric, sentence, index, previous)
        bound = dealt if isinstance(dealt, binding.Bound) else bound  # A、B投资分别增长1%、2%
    if isinstance(bound, str):
        bound = _implied_subject(reading, sentence, index, metric, previous) or bound
    if isinstance(bound, str):
        return refuse(Verdict.METRIC_DIFFERS, f"{figure.metric}: {bound}")
    raw, text = squeeze(figure.raw), sentence.text
    if wrong := measures.wrong_way(metric, raw, amount):
        return refuse(Verdict.DIRECTION_DIFFERS, wrong)
    if far := measures.wrong_bound(metric, raw, text, sighting.start):
        return refuse(Verdict.BOUND_DIFFERS, f"the article says {far}")
    if wrong := measures.wrong_kind(metric, raw, text, sighting, figure.change_kind or ""):
        return refuse(Verdict.DIRECTION_DIFFERS, wrong)
    scope = _SCOPE.match(metric)
    whose = _subject(reading, sentence, index, scope[0], bound) if scope else None
    if isinstance(whose, str):
        return refuse(Verdict.SUBJECT_DIFFERS, whose)
    whose = _subject(reading, sentence, index, subject, bound) if subject else None
    if isinstance(whose, str):
        return refuse(Verdict.SUBJECT_DIFFERS, whose)
    older = measures.older(text, sighting, raw)
    if older is None and (expected := measures.supposed(metric, raw, text, sighting)):
        return refuse(Verdict.NOT_ASSERTED, f"it is only expected ({expected})")
    if older is not None and not measures.same_time(squeeze(figure.period or ""), older):
        return refuse(Verdict.PERIOD_DIFFERS, f"{measures.OLDER}{older}")
    if older is None and (
        reason := timing.wrong_period(reading, sentence, sighting.start, figure.period)
    ):
        return refuse(Verdict.PERIOD_DIFFERS, reason)
    if figure.change_kind and (
        reason := timing.wrong_change(reading, sentence, sighting, figure.change_kind)
    ):
        return refuse(Verdict.PERIOD_DIFFERS, reason)
    pieces = [*bound.pieces, mark] + ([whose] if whose else [])
    return Proof(sentence, mark, pieces, amount=amount)


_RANKS = tuple("省市区县旗州盟镇乡村")
_ENTITY = re.compile(
    r"(?:省|(?<!城)市|区|县|旗|州|盟|(?<!城)镇|(?<!城)乡|(?<![乡农])村|街道|局|委|办|厅|部|中心|集团|公司|园|院|校|行|站|馆|港|社|厂|店|企业|大学|学院|医院|平台|基地|项目|工程|全[国省市县区]|国|[a-z])$"
)
"""How the name of a place, an office or a company ends: what can be a subject from afar."""

_SCOPE = re.compile(r"全[国省市县区州旗盟镇乡村](?!排|[^,;。]{0,8}(?:排名|位次|名次|第))")
"""The place a metric begins with: it is the subject of the number then."""

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
        place = sentence.text.find(head)
        if place > 0 and words_of.KIND.search(sentence.text, max(0, place - 6), place):
            continue  # 新增|公办幼儿园学位
        bound = binding.bind(rest, sentence, index, previous) if len(rest) > 1 else "nothing left"
        if isinstance(bound, binding.Bound) and not isinstance(
            _subject(reading, sentence, index, head, bound), str
        ):
            return bound
    return None


def _subject(
    reading: Reading, sentence: Sentence, index: int, subject: str, bound: binding.Bound
) -> tuple[int, int] | str | None:
    """Return where the figure's subject stands, None where it is inherited, else why not."""
    sighting = sentence.sightings[index]
    text = sentence.text
    if re.match(r"\d[\d.]*[亿万%]", subject):
        return f"{subject} is a number, no subject"
    zone = zones.zones(sentence)[index]
    for start, end in zone.own:
        found = text.find(subject, start, end)
        cut = (
            text[found + len(subject) : found + len(subject) + 1] in _RANKS
            and subject[-1] in _RANKS
        )
        if found >= 0 and not cut and not subjects.is_compared(text, found):
            rest = [(max(a, found + len(subject)), min(b, sighting.start)) for a, b in zone.own]
            others = (subjects.rivals(text, a, b, subject) for a, b in rest if a < b)
            other = next(filter(None, others), "")
            return f"{other} stands nearer" if other else (found, found + len(subject))
    if dealt := _dealt_to(text, zone, subject):
        return f"{dealt} is dealt the number"
    entity = bool(_ENTITY.search(subject))
    first, _ = zones.segment(sentence, sighting.start)
    if other := subjects.of_its_kind(text, first, sighting.start, subject):
        return f"{other} stands before the number"
    inside = subjects.before(text, sighting.start, subject, subjects.known(reading, subject))
    if inside is not None:
        other = subjects.rivals(text, inside[1], sighting.start, subject)
        other = other or subjects.of_same_kind(text, inside[1], sighting.start, subject)
        if other:
            return f"{other} stands nearer"
        if _is_attributed(sentence, inside[0], index):
            return f"{subject} is what another number is said of"
        if not entity and (inside[0] < first or _counted(sentence, inside, index)):
            return f"{subject} is what another number counts"
        if inside[0] >= first and (bound.edge or _governs(text, inside, bound, sighting)):
            return inside
        if inside[0] == first and subjects.alone(text, inside, sighting.start, subject):
            return inside
        if inside[0] < first and bound.edge and not _own_subject(text, first, bound, sighting):
            return inside
        return "another subject stands before the number"
    other = subjects.rivals(text, first, sighting.start, subject)
    if other:
        return f"{other} stands before the number"
    heard = subjects.inherited(reading, sentence, subject)
    far = not entity and heard not in ("title", "region")
    return f"{subject} is not said of it" if not heard or far else None


def _dealt_to(text: str, zone: zones.Zone, subject: str) -> str:
    """Return the place that 分别 deals the number to where it is another than `subject`, else ""."""
    if "分别" not in zone.words or len(zone.own) < 2:
        return ""
    name = text[slice(*zone.own[0])].strip(",、")
    return name if _ENTITY.search(name) and subject not in name else ""


def _is_attributed(sentence: Sentence, place: int, index: int) -> bool:
    """Tell whether the words at `place` are the noun of a number before, as others are of `index`.

    总投资75亿元的|甲园和总投资52亿元的乙园.
    """
    text, seen = sentence.text, sentence.sightings
    if not text.startswith("的", place - 1) or not text.startswith("的", seen[index].end):
        return False
    return any(other.end == place - 1 for other in seen[:index])


def _counted(sentence: Sentence, subject: tuple[int, int], index: int) -> bool:
    """Tell whether the words of a subject are the noun of a number before `index`."""
    for other in sentence.sightings[:index]:
        if other.start >= subject[1]:
            between = sentence.text[subject[1] : other.start]
            return not zones.has_content(words_of.DEEDS.sub("", between))
    return False


def _governs(text: str, subject: tuple[int, int], bound: binding.Bound, sighting: Sighting) -> bool:
    """Tell whether nothing is named between the subject and the metric, in its clause or before.

    云岭区实现产值1亿元,增长2%: the subject of the metric's clause governs the changes after it.
    """
    starts = [start for start, _ in bound.pieces if start < sighting.start]
    if not starts or min(starts) <= subject[0]:
        return bool(starts)
    between = text[subject[1] : max(subject[1], min(starts))]
    return ";" not in between and not zones.has_content(words_of.DEEDS.sub("", between))


def _own_subject(text: str, first: int, bound: binding.Bound, sighting: Sighting) -> bool:
    """Tell whether the segment names something before the metric that was copied."""
    starts = [start for start, _ in bound.pieces if first <= start < sighting.start]
    return zones.has_content(text[first : min(starts)]) if starts else False
