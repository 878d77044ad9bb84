"""Join what articles say of one target over weeks, each under a stable key.

In:  what was said (`Said`), of any days and in any order, and a person's corrections.
Out: `Track`s: the reports of one target in order, to be judged by `ledger`.

A report belongs to the known target of the same place whose object it names best; units,
deadlines and contrasting words (进口, 出口) must not contradict. Reports are taken in order of
day, so what a target was on a day never depends on later articles.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from briefing import keys, outcomes, promising
from briefing.outcomes import Event
from briefing.records import (
    Amount,
    Basis,
    Correction,
    DateRange,
    Figure,
    Finding,
    NextStep,
    Report,
    Target,
)
from briefing.things import Thing, thing

SAME_OBJECT = 0.5  # likeness from which two promises are about one object
NAMED = 0.75  # share of a target's object that a report must name
REPRINTED_DAYS = 6  # days within which the same clauses elsewhere are a reprint
LENGTH = 3  # letter pairs from which an object is more than 产值 or 投资
EXACT_OBJECT = 0.8  # likeness that makes up for an unknown place

CUT = "cut by the ledger"


@dataclass(frozen=True)
class Said:
    """One report, when, where and by whom. `order` sorts reports of one day."""

    report: Report
    day: date
    place: tuple[str, ...]
    order: tuple[str, int]
    cite: str = ""
    source: str = ""
    url: str | None = None
    outlet: str = ""

    @property
    def days(self) -> DateRange | None:
        """The days by which it is promised: its own, or those the sentence names before it."""
        days = self.finding.deadline_range or self.report.within
        claim = self.finding.claim
        written = getattr(claim, "deadline", None) or ""
        stated = isinstance(claim, Target | NextStep)
        if not days or not stated or outcomes.not_reached(self.report.context):
            return days
        return keys.to_come(days, written, self.day)

    @property
    def finding(self) -> Finding:
        """The finding that was reported."""
        return self.report.finding

    @cached_property
    def promises(self) -> bool:
        """True when the report states a target, rather than what became of one."""
        claim, context = self.finding.claim, self.report.context
        if self.finding.evidence.note == CUT or isinstance(claim, Figure):
            return False
        if self.finding.evidence.note == promising.NOTE:
            return True
        if isinstance(claim, Target) and claim.completion:
            return claim.raw is not None
        if outcomes.not_reached(context):
            return False
        days = self.finding.deadline_range
        if days and days.last > self.day and not outcomes.surely(context):
            return True
        return not outcomes.reached(context)


@dataclass
class Track:
    """One target and all that was said of it, in order, each with what it did to it."""

    key: str
    place: tuple[str, ...]
    object: Thing
    said: list[Said] = field(default_factory=list)
    confirmed: bool = False

    value: Amount | None = None
    deadline: DateRange | None = None

    def add(self, said: Said) -> None:
        """Take a report in; the latest number and deadline stated are those in force."""
        self.said.append(said)
        finding = said.finding
        context = said.report.context
        if isinstance(finding.claim, Figure):
            return
        moved = outcomes.put_off(context)
        days = said.days
        if days and (self.deadline is None or moved):
            self.deadline = days
        if self.value is None and said.promises and finding.amount:
            self.value = finding.amount


_ANYWHERE = "*"  # where reports of unknown place look
MOST_ANYWHERE = 64  # targets there for one pair of letters; a pair that more have tells nothing


def tracks(items: Iterable[Said], corrections: Sequence[Correction] = ()) -> list[Track]:
    """Return the targets in order of first mention, each with its reports."""
    book = _Book(corrections)
    for said in _without_copies(sorted(items, key=lambda item: (item.day, item.order))):
        book.take(said)
    return book.closed()


def _without_copies(items: Iterable[Said]) -> Iterator[Said]:
    """Leave out what repeats the clauses of another article of the days before: a reprint."""
    seen: dict[tuple[str, str, str], Said] = {}
    for said in items:
        words = said.finding.claim.kind, keys.fold(said.report.context), _copied(said.finding)
        first = seen.get(words)
        fresh = first is None or (said.day - first.day).days > REPRINTED_DAYS
        if fresh or first is None or first.finding.article_id == said.finding.article_id:
            if fresh:
                seen[words] = said
            yield said


def _copied(finding: Finding) -> str:
    claim = finding.claim
    return claim.raw or "" if isinstance(claim, Figure | Target) else ""


class _Book:
    """The targets known so far, found by the letter pairs of their objects."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self._tracks: dict[str, Track] = {}
        self._holders: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._corrections = corrections
        self._latest: tuple[Said | None, Track | None] = (None, None)
        self._split = {
            (one.article_id, one.sentence, one.key) for one in corrections if one.kind == "split"
        }

    def take(self, said: Said) -> None:
        """Give the report to its target, or open one for a promise that is new."""
        words = _words(said)
        found = self._find(said, words) or self._continued(said, words)
        self._latest = said, found
        if found:
            found.add(said)
        elif _opens(said, words):
            self._open(said, words)

    def _continued(self, said: Said, words: "_Words") -> Track | None:
        """Return the target just spoken of, for a share, day or ending that names no object."""
        before, track = self._latest
        context = said.report.context
        moved = outcomes.put_off(context) or outcomes.changed(context)
        ended = not said.promises and (
            words.own.general
            or (track is not None and words.own.within(track.object) >= EXACT_OBJECT)
        )
        if before is None or track is None or not (moved or ended or outcomes.share(context)):
            return None
        one, other = before.finding, said.finding
        near = 0 <= other.claim.sentence - one.claim.sentence <= (1 if moved else 0)
        return track if near and one.article_id == other.article_id else None

    def _find(self, said: Said, words: "_Words") -> Track | None:
        spoken = words.own.pairs | words.all.pairs
        near = _neighbourhood(words.place)
        shelves = (near, "") if near else (near, _ANYWHERE)
        candidates = {
            key
            for shelf in shelves
            for pair in spoken
            for key in self._holders.get((shelf, pair), ())
        }
        scored = []
        for key in candidates:
            track = self._tracks[key]
            if (said.finding.article_id, said.finding.claim.sentence, key) in self._split:
                continue
            score = _score(track, said, words)
            if score > 0:
                away = abs((track.deadline.last - said.day).days) if track.deadline else 9999
                scored.append((score, -away, key))
        return self._tracks[max(scored)[2]] if scored else None

    def _open(self, said: Said, words: "_Words") -> None:
        place = words.place
        days = said.days
        name = "·".join(filter(None, (place[-1] if place else "", words.own.core[:24])))
        key = f"{name}·{days.last.year}" if days else name
        if key in self._tracks and said.finding.amount:
            key = f"{key}·{said.finding.amount.unit}"
        base, number = key, 2
        while key in self._tracks:
            key, number = f"{base}·{number}", number + 1
        track = Track(key, place, words.own)
        track.add(said)
        self._latest = said, track
        self._tracks[key] = track
        for pair in words.own.pairs:
            self._holders[_neighbourhood(place), pair].append(key)
            if len(self._holders[_ANYWHERE, pair]) < MOST_ANYWHERE:
                self._holders[_ANYWHERE, pair].append(key)

    def closed(self) -> list[Track]:
        """Return the targets after the links and confirmations of a person."""
        for one in self._corrections:
            if (
                one.kind == "link"
                and one.key != one.other
                and {one.key, one.other} <= set(self._tracks)
            ):
                other = self._tracks.pop(one.other)
                kept = self._tracks[one.key]
                joined = sorted(kept.said + other.said, key=lambda item: (item.day, item.order))
                merged = Track(kept.key, kept.place, kept.object, confirmed=True)
                for said in joined:
                    merged.add(said)
                self._tracks[one.key] = merged
            elif one.kind == "confirm" and one.key in self._tracks:
                self._tracks[one.key].confirmed = True
        return list(self._tracks.values())


# --- matching ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Words:
    """What a report speaks of: by its own words, by its clauses, and whose it is."""

    own: Thing
    all: Thing
    place: tuple[str, ...]


def _words(said: Said) -> _Words:
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
    names = (*said.place, *days, who if who and isinstance(claim, Target | NextStep) else "")
    own = thing(text, names)
    found = keys.whose(said.place, who)
    place = said.place if found is None else found
    whole = own if said.promises else thing(f"{text} {said.report.context}", names)
    return _Words(own, whole, place)


def _neighbourhood(place: tuple[str, ...]) -> str:
    """Return the start of a place's name, which all ways to write it share; "" if unknown."""
    return keys.root(place).split("/")[-1][:2]


def _same_place(one: tuple[str, ...], other: tuple[str, ...]) -> bool | None:
    """True or False where both are known, else None.

    A place known by its outlet alone has no level (临江, of 临江晚报); it is the start of a name.
    """
    if not one or not other:
        return None
    first, second = sorted((keys.root(one), keys.root(other)), key=len)
    loose = not all(keys.has_level(path[-1]) for path in (one, other))
    return first == second or (loose and len(first) > 1 and second.startswith(first))


def _score(track: Track, said: Said, words: _Words) -> float:
    """Return how well a report fits a target, 0 when it cannot be about it."""
    same = _same_place(track.place, words.place)
    if same is False or track.object.contradicts(words.own):
        return 0
    if not _units_fit(track, said) or not _days_fit(track, said):
        return 0
    likeness = track.object.likeness(words.own)
    if same is None and not (_at_home(track, said) and likeness >= EXACT_OBJECT):
        return 0
    if said.promises:
        fits = likeness >= SAME_OBJECT and not _rival(track, said)
    else:
        within, back = track.object.within(words.own), words.own.within(track.object)
        fits = (
            within >= NAMED
            or (within >= SAME_OBJECT and back >= EXACT_OBJECT)
            or track.object.within(words.all) >= NAMED
        )
    return (likeness + track.object.within(words.all)) * fits


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
    words = _words(said)
    own, claim = words.own, said.finding.claim
    if isinstance(claim, Target) and claim.raw:
        clauses = re.split(r"[,，;；。]", said.report.context)
        own = thing(next((one for one in clauses if claim.raw in one), ""), said.place)
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
    shared = outcomes.share(said.report.context) is not None
    return not isinstance(said.finding.claim, Figure) or (shared and amount.unit == "%")


def _days_fit(track: Track, said: Said) -> bool:
    """True unless the report is of another year, or promises something by another day."""
    days = said.days
    moved = outcomes.put_off(said.report.context) or outcomes.changed(said.report.context)
    claim = said.finding.claim
    if not said.promises and outcomes.past(said.report.context):
        return False
    if isinstance(claim, Figure):
        period = keys.resolved(claim.period, said.day) if claim.period else None
        return not period or period.last.year >= track.said[0].day.year
    if days is None or track.deadline is None or moved:
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
    if amount is None or value is None or amount.value == value.value:
        return False
    first = track.said[0]
    return first.day == said.day and first.finding.article_id == said.finding.article_id


def _opens(said: Said, words: _Words) -> bool:
    """True for what starts a line of the ledger: a claimed target, or a dated next step."""
    claim = said.finding.claim
    if said.finding.evidence.note == CUT:
        return False
    if words.own.general and not (said.promises and said.finding.amount):
        return False
    if isinstance(claim, NextStep):
        return said.days is not None
    return isinstance(claim, Target)


def level(amount: Amount | None) -> bool:
    """True for a plain level, which a share can be computed of."""
    return amount is not None and amount.basis is Basis.LEVEL and amount.value > 0


__all__ = ["Event", "Said", "Track", "level", "names_object", "tracks"]
