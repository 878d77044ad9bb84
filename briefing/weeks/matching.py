"""Tell whether a report speaks of a target: by place, object, unit, day and stage.

In:  what was said (`Said`) and a target with all that is known of it (`Track`).
Out: how well they fit, 0 where they cannot.

Units, days and contrasting words (进口, 出口) must not contradict; the place must be the same,
or the outlet where no place is known. Rules with thresholds, written at the top.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from briefing.facts import amounts
from briefing.records import (
    Amount,
    Basis,
    Figure,
    NextStep,
    Target,
)
from briefing.weeks import homes, keys, outcomes, verdicts
from briefing.weeks.said import CUT, Said, Track
from briefing.weeks.things import LONG_NAME, Thing, thing

SAME_OBJECT = 0.5  # likeness from which two promises are about one object
NAMED = 0.75  # share of a target's object that a report must name
SHORT = 2  # letter pairs below which a name alone tells little: 公路
SMALL = 5  # a number below which many things have it
LENGTH = 3  # letter pairs from which an object is more than 产值 or 投资
EXACT_OBJECT = 0.8  # likeness that makes up for an unknown place


@dataclass(frozen=True)
class Words:
    """What a report speaks of: by its own words, by its clauses, and whose it is.

    `silent` when its own words name nothing; `own` is then what its article spoke of before.
    """

    own: Thing
    all: Thing
    place: tuple[str, ...]
    silent: bool = False


def words_of(said: Said) -> Words:
    claim = said.finding.claim
    match claim:
        case Figure():
            text, who = f"{claim.subject or ''} {claim.metric}", claim.subject
            days: tuple[str, ...] = (claim.period or "",)
        case Target():
            text, who = claim.what, claim.owner
            days = (claim.deadline or "", claim.raw or "", claim.completion or "")
        case NextStep():
            text, who, days = claim.action, claim.owner, (claim.deadline or "",)
        case _:
            raise TypeError(f"{claim.kind} is no report of a target")
    if said.finding.evidence.note == CUT:
        ended = outcomes.telling_clause(said.report.context)
        text = ended if ended and not thing(ended).general else text
    owner = who if who and isinstance(claim, Target | NextStep) else ""
    wide = _WIDE.match(said.report.context) if isinstance(claim, Figure) and not who else None
    named = wide[1] if wide else _place_in(text)
    names = (*said.place, *days, owner, named or "")
    own = thing(text, names)
    found = keys.whose(said.place, who or named)
    place = said.place if found is None else found
    about = said.report.about
    borrowed = bool(about) and isinstance(claim, Figure)
    silent = own.general or borrowed or bool(_REST.match(text))
    if about and SPENT.match(text):
        own = thing(f"{about} {text}", names)
    elif silent and about:
        own = replace(thing(about, names), stage=own.stage)
    context = said.report.context
    spoken = context if text in context else f"{text} {context}"
    whole = own if said.promises else thing(f"{about} {spoken}", names)
    return Words(own, whole, place, silent)


_TOWN = re.compile(r"(?:街道|[镇乡])$")
_YEAR = re.compile(r"(20\d\d)年(?!\d|[底末初])")
SPENT = re.compile(r"\s*(?:计划|力争|预计)?(?:年度)?完成(?:年度)?(?:总?投资|产值)[\d约超]")
_REST = re.compile(r"(?:另外?|其余|剩余|余下|还有|尚有)\D{0,2}[\d一二三四五六七八九十两]")
_WIDE = re.compile(r"(?:[^,，。;；]{0,12}[,，])?\s*(全[省市区县])")
_PLACE = re.compile(
    r"(?:^|[,，、：:；;\s])(?:其中|同时)?([\u4e00-\u9fff]{2,3}?(?:[区县市镇乡]|街道))(?![委政人领长里直级管场民局域值各]|[内外](?![贸资商来事汇向]))"
)


def _place_in(words: str) -> str | None:
    """Return the place that the words start with: 松陵区年底前改造茶园2万亩."""
    if wide := _WIDE.match(words):
        return wide[1]
    found = _PLACE.search(words)
    return found[1] if found and not homes.NO_NAME.search(keys.bare(found[1])) else None


def same_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """True or False where both are known, else None.

    A place known by its outlet alone has no level (临江, of 临江晚报); it is the start of a name.
    """
    if not one or not other:
        return None
    first, second = sorted((keys.root(one), keys.root(other)), key=len)
    loose = not all(keys.has_level(path[-1]) for path in (one, other))
    return first == second or (loose and len(first) > 1 and second.startswith(first))


def score(track: Track, said: Said, words: Words) -> float:
    """Return how well a report fits a target, 0 when it cannot be about it."""
    same = same_place(track.place, words.place) or _within(track, words)
    if same is False or track.object.contradicts(words.own):
        return 0
    if not _units_fit(track, said) or not _days_fit(track, said) or _part_of(track, said):
        return 0
    likeness = track.object.likeness(words.own)
    named = len(track.object.pairs) >= LENGTH and not said.promises
    clear = max(likeness, track.object.within(words.own) if named else 0)
    if same is None and not (_at_home(track, said) and clear >= EXACT_OBJECT):
        return 0
    if said.promises:
        fits = (likeness >= SAME_OBJECT or _repeated(track, said, words)) and not _rival(
            track, said
        )
    else:
        within, back = track.object.within(words.own), words.own.within(track.object)
        fits = (
            within >= NAMED
            or (within >= SAME_OBJECT and back >= EXACT_OBJECT)
            or track.object.within(words.all) >= NAMED
            or (back == 1 and _means_it(track, said, words))
            or _same_number(track, said, words)
        )
    stage = outcomes.stage(re.split("[,，]", outcomes.reached(said.report.context))[-1])
    same_stage = SAME_OBJECT if 0 <= stage == track.object.stage else 0
    return (likeness + track.object.within(words.all) + same_stage) * fits


def _part_of(track: Track, said: Said) -> bool:
    """True for a level of a part of what the target is about: 其中34个省市重点项目…."""
    words = (said.report.context, said.finding.evidence.quote)
    part = any(one.lstrip().startswith("其中") for one in words)
    return part and not said.promises and "其中" not in track.said[0].report.context


def _within(track: Track, words: Words) -> bool | None:
    """True for a work of a long name that a town told of and its county tells of, too.

    Which county a town lies in is seldom written; a name of many letters is not shared by chance.
    False for other places, None where one is unknown.
    """
    if not track.place or not words.place:
        return None
    levels = {bool(_TOWN.search(path[-1])) for path in (track.place, words.place)}
    named = len(track.object.pairs) >= LONG_NAME and track.object.within(words.all) >= NAMED
    return len(levels) == 2 and named


def _same_number(track: Track, said: Said, words: Words) -> bool:
    """True for a report that counts as many as were promised, of what shares its words: 420户."""
    amount, value = said.finding.amount, track.value
    if amount is None or value is None or value.value < SMALL:
        return False
    shared = len(track.object.pairs & words.all.pairs)
    return (amount.value, amount.unit) == (value.value, value.unit) and shared >= SHORT


def _means_it(track: Track, said: Said, words: Words) -> bool:
    """True for a report that names the target by fewer words: its goal, or its unit and size."""
    counts, short = _counts_it(track, said), len(words.own.pairs) < SHORT
    context = said.report.context
    told = [one.amount for one in amounts.find(context)] if short and verdicts.told(context) else []
    counts = counts or any(_sized(track, one) for one in told)
    if track.value is None and len(words.own.pairs) >= LENGTH and outcomes.concludes(context):
        return True
    to_goal = said.share is not None or verdicts.told(f"，{context}") or outcomes.changed(context)
    return bool((counts and to_goal) if short else (counts or to_goal))


def _counts_it(track: Track, said: Said) -> bool:
    """True for a level of the target's unit and size, which may name it by fewer words."""
    return said.finding.amount is not None and _sized(track, said.finding.amount)


def _sized(track: Track, amount: Amount) -> bool:
    """True for a level of the target's unit and size."""
    value = track.value
    if value is None or not level(amount) or amount.unit != value.unit:
        return False
    return value.value / 10 <= amount.value <= value.value * Decimal("1.5")


def _repeated(track: Track, said: Said, words: Words) -> bool:
    """True for a promise told again in other words: same day, and nothing else named; or the
    same number, and all of the object among the words.
    """
    days, amount, value = said.days, said.finding.amount, track.value
    if amount and value and (amount.value, amount.unit) == (value.value, value.unit):
        return track.object.within(words.own) >= NAMED
    same = days is not None and track.deadline is not None and days.last == track.deadline.last
    return same and len(words.own.pairs) > 1 and words.own.within(track.object) >= EXACT_OBJECT


def _at_home(track: Track, said: Said) -> bool:
    """True when a report of unknown place comes from where the target was told.

    Every place has its 产值 and 投资: without a place only the same article, or the same outlet
    on an object of some length, speaks of the same target.
    """
    first = track.said[0]
    if first.finding.article_id == said.finding.article_id:
        return True
    return bool(said.outlet) and said.outlet == first.outlet and len(track.object.pairs) >= LENGTH


def names_object(track: Track, said: Said) -> bool:
    """True when a report's own words name the target's object, or are general and stand by it."""
    words = words_of(said)
    own, claim = words.own, said.finding.claim
    if isinstance(claim, Target) and claim.raw:
        clauses = re.split(r"[,，;；。]", said.report.context)
        own = thing(next((one for one in clauses if claim.raw in one), ""), said.place)
    if own.general and said.report.about:
        own = words.own
    if own.general:
        return isinstance(claim, Figure) and track.object.within(words.all) >= NAMED
    within, back = track.object.within(own), own.within(track.object)
    return within >= NAMED or (within > 0 and back >= EXACT_OBJECT)


def _units_fit(track: Track, said: Said) -> bool:
    amount, value = said.finding.amount, track.value
    if amount is None or value is None:
        return True
    if (amount.unit, amount.basis) == (value.unit, value.basis):
        return True
    shared = said.share is not None
    return not isinstance(said.finding.claim, Figure) or (shared and amount.unit == "%")


def _days_fit(track: Track, said: Said) -> bool:
    """True unless the report is of another year, or promises something by another day."""
    days = said.days
    moved = outcomes.put_off(said.report.context) or outcomes.changed(said.report.context)
    claim = said.finding.claim
    told = _YEAR.search(said.report.context)
    if not said.promises and told and int(told[1]) < track.said[0].day.year:
        return False
    if not said.promises and outcomes.past(said.report.context):
        return track.deadline is not None and track.deadline.last.year == said.day.year - 1
    if isinstance(claim, Figure):
        period = keys.resolved(claim.period, said.day) if claim.period else None
        return not period or period.last.year >= track.said[0].day.year
    if days is None or track.deadline is None or moved:
        return True
    if not said.promises and outcomes.not_reached(said.report.context):
        return True
    if not said.promises:
        year = re.search(r"20\d\d", getattr(claim, "deadline", None) or "")
        return year is None or int(year[0]) == track.deadline.last.year
    if said.finding.amount and track.value:
        same = said.finding.amount.value == track.value.value
        return days.last == track.deadline.last or (
            same and days.last.year == track.deadline.last.year
        )
    return days.last.year == track.deadline.last.year


def _rival(track: Track, said: Said) -> bool:
    """True for a promise that looks alike but is another one: other stage, or its own number."""
    amount, value = said.finding.amount, track.value
    if amount and value and (amount.unit, amount.basis) != (value.unit, value.basis):
        return True
    first = track.said[0]
    if first.finding.article_id != said.finding.article_id:
        return False
    if said.report.about:
        one, other = first.days, said.days
        stage = outcomes.stage(said.report.context)
        parted = one is not None and other is not None and one.last != other.last
        return parted and stage != track.object.stage
    if amount is None or value is None:
        one, other = first.days, said.days
        return one is not None and other is not None and one.last != other.last
    return amount.value != value.value


def past_year(said: Said) -> bool:
    """True for a report that tells of an earlier year: 去年, 2022年."""
    told = _YEAR.search(said.report.context)
    return outcomes.past(said.report.context) or bool(told and int(told[1]) < said.day.year)


def level(amount: Amount | None) -> bool:
    """True for a plain level, which a share can be computed of."""
    return amount is not None and amount.basis is Basis.LEVEL and amount.value > 0
