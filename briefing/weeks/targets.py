"""Join what articles say of one target over weeks, each under a stable key.

In:  what was said (`Said`), of any days and in any order, and a person's corrections.
Out: `Track`s: the reports of one target in order, to be judged by `ledger`.

A report belongs to the known target that it fits best (`matching`). Reports are taken in order
of day, so what a target was on a day never depends on later articles.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from briefing.records import Correction, Figure, Finding, NextStep, Target
from briefing.weeks import keys, outcomes, verdicts
from briefing.weeks.matching import (
    EXACT_OBJECT,
    Words,
    past_year,
    same_place,
    score,
    words_of,
)
from briefing.weeks.said import CUT, Said, Track
from briefing.weeks.things import LONG_NAME

_SEASON = re.compile(r"(?:在|到)?(?:20\d\d年?(?:度)?|今年|明年|本年度?|全年)")
_ANNUAL = re.compile(r"年度|全年|年初|annual|year")
_BACK = re.compile(r"以上|上述")
REPRINTED_DAYS = 6  # days within which the same clauses elsewhere are a reprint
_ANYWHERE = "*"  # where reports of unknown place look
_LONGEST_NAME = 24  # letters of an object in a key
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
        self._split: defaultdict[tuple[str, int | None], list[Correction]] = defaultdict(list)
        for one in corrections:
            if one.kind == "split":
                self._split[one.article_id, one.sentence].append(one)

    def take(self, said: Said) -> None:
        """Give the report to its target, or open one for a promise that is new."""
        words = words_of(said)
        found = self._find(said, words) or self._continued(said, words)
        self._latest = said, found
        if found:
            found.add(said)
        elif _opens(said, words):
            self._open(said, words)

    def _continued(self, said: Said, words: "Words") -> Track | None:
        """Return the target just spoken of, for a share, day or ending that names no object."""
        before, track = self._latest
        context = said.report.context
        moved = bool(outcomes.put_off(context) or outcomes.changed(context))
        if before and words.silent and said.promises:
            moved = moved or outcomes.not_reached(before.report.context)
        ended = not said.promises and (
            words.silent or (track is not None and words.own.within(track.object) >= EXACT_OBJECT)
        )
        if before is None or track is None or not (moved or ended or verdicts.share(context)):
            return None
        if same_place(track.place, words.place) is False:
            return None
        one, other = before.finding, said.finding
        near = 0 <= other.claim.sentence - one.claim.sentence <= (1 if moved else 0)
        near = near and one.article_id == other.article_id
        return track if near and not self._parted(said, track) else None

    def _parted(self, said: Said, track: Track) -> bool:
        """True when a person said that the report is not one of this target's."""
        place = said.finding.article_id, said.finding.claim.sentence
        return any(
            one.key == track.key or (one.anchor is not None and one.anchor in _places(track))
            for one in self._split.get(place, ())
        )

    def _find(self, said: Said, words: "Words") -> Track | None:
        spoken = words.own.pairs | words.all.pairs
        near = _neighbourhood(words.place)
        shelves: tuple[str, ...] = (near, "") if near else (near, _ANYWHERE)
        if near and len(words.own.pairs) >= LONG_NAME:
            shelves = (*shelves, _ANYWHERE)
        candidates = {
            key
            for shelf in shelves
            for pair in spoken
            for key in self._holders.get((shelf, pair), ())
        }
        scored = []
        for key in candidates:
            track = self._tracks[key]
            if self._parted(said, track):
                continue
            fit = score(track, said, words)
            if fit > 0:
                away = abs((track.deadline.last - said.day).days) if track.deadline else 9999
                scored.append((fit, -away, key))
        return self._tracks[max(scored)[2]] if scored else None

    def _open(self, said: Said, words: "Words") -> None:
        place = words.place
        days = said.days
        name = "·".join(filter(None, (place[-1] if place else "", _short(words.own.core))))
        key = f"{name}·{days.last.year}" if days else name
        if key in self._tracks and days:
            key = f"{name}·{days.last:%Y-%m}"
        if key in self._tracks and said.finding.amount:
            key = f"{key}·{said.finding.amount.unit}"
        base, number = key, 2
        while key in self._tracks:
            key, number = f"{base}·{number}", number + 1
        track = Track(key, place, words.own)
        track.add(said)
        self._latest = said, track
        self._tracks[key] = track
        near = _neighbourhood(place)
        for pair in words.own.pairs:
            self._holders[near, pair].append(key)
            if len(self._holders[_ANYWHERE, pair]) < MOST_ANYWHERE:
                self._holders[_ANYWHERE, pair].append(key)

    def closed(self) -> list[Track]:
        """Return the targets after the links and confirmations of a person."""
        for one in self._corrections:
            key = self._key(one.key, one.anchor)
            if key and one.kind == "confirm":
                self._tracks[key].confirmed = True
            other = self._key(one.other, one.other_anchor)
            if one.kind != "link" or not key or not other or key == other:
                continue
            kept, joined = self._tracks[key], self._tracks.pop(other)
            merged = Track(kept.key, kept.place, kept.object, confirmed=True)
            for said in sorted(kept.said + joined.said, key=lambda item: (item.day, item.order)):
                merged.add(said)
            self._tracks[key] = merged
        return list(self._tracks.values())

    def _key(self, key: str, anchor: tuple[str, int] | None) -> str:
        """Return the key that a correction means, "" when there is no such target now."""
        if key in self._tracks or not anchor:
            return key if key in self._tracks else ""
        found = (one.key for one in self._tracks.values() if anchor in _places(one))
        return next(found, "")


def _places(track: Track) -> set[tuple[str, int]]:
    """Return article and sentence of every report of a target."""
    return {(said.finding.article_id, said.finding.claim.sentence) for said in track.said}


def _opens(said: Said, words: Words) -> bool:
    """True for what starts a line of the ledger: a claimed target, or a dated next step."""
    claim = said.finding.claim
    if said.finding.evidence.note == CUT or _BACK.match(said.report.context.strip()):
        return False
    context = said.report.context
    result = outcomes.reached(context) and not _ANNUAL.search(context)
    if not said.promises and (result or past_year(said) or not verdicts.names_goal(context)):
        return False
    if words.own.general and not (said.promises and said.finding.amount):
        return False
    if isinstance(claim, NextStep):
        named = _SEASON.fullmatch(claim.deadline or "")
        return said.days is not None and (not named or bool(said.finding.amount))
    return isinstance(claim, Target)


def _short(core: str) -> str:
    """Return the start of an object's words, for its key; English ones are not broken."""
    if len(core) <= _LONGEST_NAME or " " not in core:
        return core[:_LONGEST_NAME]
    return core[:_LONGEST_NAME].rsplit(" ", 1)[0]


def _neighbourhood(place: tuple[str, ...]) -> str:
    """Return the start of a place's name, which all ways to write it share; "" if unknown."""
    return keys.root(place).split("/")[-1][:2]
