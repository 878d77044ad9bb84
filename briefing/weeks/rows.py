"""Lay out what was merged as rows with refs, cites, regions, topics and order.

In:  the kept articles of a period and what was found in them.
Out: the rows of every section of a briefing, most important first.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Literal

from briefing.records import (
    Conflict,
    Extraction,
    Figure,
    Finding,
    NextStep,
    Official,
    Row,
    Section,
    Shortfall,
    Target,
)
from briefing.settings import Settings
from briefing.weeks import gathering, homes, merging, topics
from briefing.weeks.changes import Levels, status
from briefing.weeks.copies import Copies
from briefing.weeks.merging import Disagreement, Merged, Stated


class Rows:
    """The rows of one briefing. `pairs` holds each figure, its row and what was merged."""

    def __init__(
        self,
        copies: Copies,
        extractions: Mapping[str, Extraction],
        settings: Settings,
        before: Levels | None,
    ) -> None:
        self._sources = copies.kept
        self._extractions = extractions
        self._settings = settings
        self._before = before
        standing, disagreements = merging.figures(self._stated(Figure))
        self.pairs = self._laid_out("F", standing)
        self.figures = tuple(row for _, row in self.pairs)
        self.conflicts = self._conflicts(disagreements)
        self.person_pairs = self._laid_out("O", gathering.people(self._stated(Official)))
        self.officials = tuple(row for _, row in self.person_pairs)
        self.targets = self._plain("T", Target)
        self.next_steps = self._plain("N", NextStep)
        self.shortfalls = self._plain("S", Shortfall)
        self.doubts = self._loose("D", "doubts")
        self.omissions = self._loose("M", "omissions")

    @property
    def regions(self) -> tuple[Section, ...]:
        """The facts by region, the fullest first."""
        return _sections(self._facts, lambda row: row.region)

    @property
    def topics(self) -> tuple[Section, ...]:
        """The facts by topic, the fullest first."""
        return _sections(self._facts, lambda row: row.topic)

    @property
    def _facts(self) -> tuple[Row, ...]:
        return self.figures + self.targets + self.next_steps + self.shortfalls

    def set_aside(self, conflicts: Sequence[Conflict]) -> None:
        """Move the rows of further conflicts out of the sections, into the conflict table."""
        taken = {row.ref for conflict in conflicts for row in conflict.rows}
        self.targets = tuple(row for row in self.targets if row.ref not in taken)
        self.next_steps = tuple(row for row in self.next_steps if row.ref not in taken)
        self.conflicts = (*self.conflicts, *conflicts)

    @property
    def all(self) -> tuple[Row, ...]:
        """Every row that a ref may name, doubts and omissions apart."""
        disputed = tuple(row for conflict in self.conflicts for row in conflict.rows)
        proven = (self.figures, disputed, self.officials, self.targets, self.next_steps)
        return (*(row for group in proven for row in group), *self.shortfalls)

    def _found(self, field: str) -> Iterable[Stated]:
        for source in self._sources:
            extraction = self._extractions.get(source.article.id)
            for finding in getattr(extraction, field, ()) if extraction else ():
                yield Stated(finding, source.article, source.number, source.dated)

    def _stated(self, kind: type) -> list[Stated]:
        return [one for one in self._found("findings") if isinstance(one.finding.claim, kind)]

    def _plain(self, letter: str, kind: type) -> tuple[Row, ...]:
        return tuple(row for _, row in self._laid_out(letter, gathering.plain(self._stated(kind))))

    def _laid_out(self, letter: str, found: Iterable[Merged]) -> list[tuple[Merged, Row]]:
        """Return rows by importance; those equally important as a reader meets them."""
        drafts = [(merged, self._row("", merged)) for merged in found]
        order = self._settings.order
        weight: defaultdict[tuple[int, ...], Decimal] = defaultdict(Decimal)
        for merged, row in drafts:
            group = _together(merged)
            score = topics.importance(row, order, merged.first.article.headline)
            weight[group] = max(weight[group], score)
        drafts.sort(key=lambda draft: (-weight[_together(draft[0])], draft[0].first.order))
        return [
            (merged, row.model_copy(update={"ref": f"{letter}{number}"}))
            for number, (merged, row) in enumerate(drafts, 1)
        ]

    def _row(self, ref: str, merged: Merged) -> Row:
        article = merged.first.article
        finding = merged.first.finding
        words = _words(finding)
        return Row(
            ref=ref,
            finding=finding,
            also=tuple(item.finding for item in merged.also),
            otherwise=tuple(item.finding for item in merged.otherwise),
            cites=tuple(dict.fromkeys(item.cite for item in merged.all)),
            region=homes.printed(article.region, self._settings.lang),
            topic=topics.topic(words, self._settings.lang),
            status=self._status(merged),
        )

    def _status(self, merged: Merged) -> Literal["", "new", "changed", "corrected"]:
        if merged.otherwise:
            return "corrected"
        if self._before is None or not isinstance(merged.first.finding.claim, Figure):
            return ""
        return status(merged, self._before) if merged.key else ""

    def _conflicts(self, found: Sequence[Disagreement]) -> tuple[Conflict, ...]:
        number = len(self.pairs)
        conflicts = []
        for one in sorted(found, key=lambda item: item.sides[0].first.order):
            rows = []
            for side in one.sides:
                number += 1
                rows.append(self._row(f"F{number}", side))
            claim = rows[0].finding.claim
            assert isinstance(claim, Figure)
            subject = claim.subject or rows[0].region
            conflicts.append(
                Conflict(
                    metric=claim.metric,
                    subject=subject,
                    period=claim.period or "",
                    rows=tuple(rows),
                )
            )
        return tuple(conflicts)

    def _loose(self, letter: str, field: str) -> tuple[Row, ...]:
        """Return doubts or omissions, each by itself, in reading order."""
        found = sorted(self._found(field), key=lambda item: item.order)
        return tuple(
            self._row(f"{letter}{number}", merged)
            for number, merged in enumerate((Merged((), item) for item in found), 1)
        )


def _together(merged: Merged) -> tuple[int, ...]:
    """Return what keeps a level and its growth side by side: the sentence they stand in."""
    first = merged.first
    claim = first.finding.claim
    return (first.number, claim.sentence) if isinstance(claim, Figure) else first.order[1:]


def _words(finding: Finding) -> str:
    claim = finding.claim
    match claim:
        case Figure():
            return f"{claim.subject or ''}{claim.metric}"
        case Official():
            return " ".join(claim.titles)
        case Target() | Shortfall():
            return claim.what
        case NextStep():
            return claim.action


def _sections(rows: Sequence[Row], title: Callable[[Row], str]) -> tuple[Section, ...]:
    """Return the rows by title, the fullest section first, rows in their order."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        if name := title(row):
            groups[name].append(row.ref)
    largest = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Section(title=name, refs=tuple(refs)) for name, refs in largest)
