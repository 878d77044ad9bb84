"""What the templates print: the briefing laid out as lines of words, in one language.

In:  a `Briefing`. Out: a `View`, the same for every format, so that all formats agree.
Nothing is computed that is not in the record: this module looks up, joins and words.
Templates also get the record itself for whatever is not here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from briefing.reasons import say
from briefing.records import Briefing, League, Section
from briefing.render import charts, grouping, standings
from briefing.render.imprint import Imprint
from briefing.render.labels import SIGNS, word
from briefing.render.lines import (
    Cite,
    Disagreement,
    Entry,
    Group,
    Indicator,
    Item,
    Lamp,
    Line,
    Lost,
    News,
    Origin,
    Paragraph,
    Ranking,
    Standing,
    Team,
)
from briefing.render.phrases import Phrases

_SHORT = 16
"""Characters of an indicator's name that fit a card."""


class View(Imprint):
    """The briefing as words. Every attribute is a plain value, made on first use."""

    def __init__(self, briefing: Briefing, *, verbatim: bool = False) -> None:
        """Word a briefing; `verbatim` keeps half-width marks in facts, for data."""
        super().__init__(briefing)
        self._phrases = Phrases(briefing, verbatim=verbatim)

    # --- rows ------------------------------------------------------------------------------

    @cached_property
    def figures(self) -> tuple[Line, ...]:
        """Key figures."""
        return self._phrases.lines(self.briefing.figures)

    @cached_property
    def five(self) -> tuple[Indicator, ...]:
        """Five indicators for a first page: the first, those with a short name before others."""
        every = grouping.indicators(Group("", self.figures))
        short = [one for one in every if len(one.metric) <= _SHORT]
        return (*short, *(one for one in every if len(one.metric) > _SHORT))[:5]

    @cached_property
    def curves(self) -> bool:
        """True when earlier values of any key figure are known, for a column of lines."""
        return any(line.spark for line in self.figures)

    @cached_property
    def officials(self) -> tuple[Line, ...]:
        """People."""
        return self._phrases.lines(self.briefing.officials)

    @cached_property
    def targets(self) -> tuple[Line, ...]:
        """Targets stated in this period."""
        return self._phrases.lines(self.briefing.targets)

    @cached_property
    def next_steps(self) -> tuple[Line, ...]:
        """Next steps."""
        return self._phrases.lines(self.briefing.next_steps)

    @cached_property
    def shortfalls(self) -> tuple[Line, ...]:
        """Shortfalls."""
        return self._phrases.lines(self.briefing.shortfalls)

    @cached_property
    def doubts(self) -> tuple[Line, ...]:
        """What did not agree with its source."""
        return self._phrases.lines(self.briefing.doubts)

    @cached_property
    def omissions(self) -> tuple[Line, ...]:
        """What rules found and the model did not claim."""
        return self._phrases.lines(self.briefing.omissions)

    @cached_property
    def _every_line(self) -> tuple[Line, ...]:
        return (
            *self.figures, *self.officials, *self.targets, *self.next_steps, *self.shortfalls,
            *self.doubts, *self.omissions,
            *(line for conflict in self.conflicts for line in conflict.lines),
            *(line for league in self.leagues for line in league.lines),
        )  # fmt: skip

    @cached_property
    def rows(self) -> dict[str, Line]:
        """Every line by its ref."""
        return {line.ref: line for line in reversed(self._every_line)}

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The refs of rows that stand in a table of their own, to which text may link."""
        printed = (
            self.figures, self.officials, self.targets, self.next_steps, self.shortfalls,
        )  # fmt: skip
        return frozenset(line.ref for lines in printed for line in lines)

    def by_region(self, lines: Iterable[Line]) -> tuple[Group, ...]:
        """Group lines by region in the order of first appearance; those of no region last, by source."""
        return grouping.by_region(lines, self._unplaced)

    def _unplaced(self, line: Line) -> str:
        """Return the words over the lines of a source that names no region."""
        number = line.cites[0].source if line.cites else 0
        title = self._titles.get(number, "")
        return self.t.unplaced.format(title=self._phrases.say(title)) if title else ""

    @cached_property
    def _titles(self) -> dict[int, str]:
        return grouping.headlines(self.briefing.sources)

    def by_topic(self, lines: Sequence[Line]) -> tuple[Group, ...]:
        """Group lines by topic, those of no topic last; a few lines are one group."""
        return grouping.by_topic(lines, self.t.other_region)

    def indicators(self, group: Group) -> tuple[Indicator, ...]:
        """Put the level and the changes of one metric, subject and period side by side."""
        return grouping.indicators(group)

    def teams(self, lines: Iterable[Line]) -> tuple[Team, ...]:
        """Put people together of whom the same is said in the same sentences."""
        return grouping.teams(lines)

    @cached_property
    def columns(self) -> dict[str, frozenset[str]]:
        """By kind, the names of the fields that any of its rows fills: other columns are empty."""
        levels = [one for group in self.by_region(self.figures) for one in self.indicators(group)]
        return {
            "figures": grouping.filled(levels),
            "officials": grouping.filled(self.teams(self.officials)),
            "targets": grouping.filled(self.targets),
            "next_steps": grouping.filled(self.next_steps),
            "shortfalls": grouping.filled(self.shortfalls),
            "ledger": grouping.filled(self.ledger),
            "conflicts": grouping.filled(self.conflicts),
            "doubts": grouping.filled(self.doubts),
        }

    @cached_property
    def regions(self) -> tuple[Group, ...]:
        """The sections by region, with their lines."""
        return self._sections(self.briefing.regions)

    @cached_property
    def topics(self) -> tuple[Group, ...]:
        """The sections by topic, with their lines."""
        return self._sections(self.briefing.topics)

    @cached_property
    def conflicts(self) -> tuple[Disagreement, ...]:
        """Values that disagree."""
        return tuple(
            Disagreement(
                self._phrases.say(c.metric), c.subject, c.period, self._phrases.lines(c.rows)
            )
            for c in self.briefing.conflicts
        )

    @cached_property
    def leagues(self) -> tuple[Ranking, ...]:
        """Units ranked by one indicator."""
        return tuple(self._ranking(league) for league in self.briefing.leagues)

    def _ranking(self, league: League) -> Ranking:
        lines = self._phrases.lines(league.rows)
        named = zip(lines, league.units, strict=False)
        lines = tuple(replace(line, subject=unit) for line, unit in named) or lines
        basis = lines[0].basis if lines else ""
        metric = self._phrases.say(league.metric)
        title = self.t.clause.join(
            filter(None, (metric, league.period, "" if basis in metric else basis))
        )
        amounts = [row.finding.amount for row in league.rows]
        values = [amount.value for amount in amounts if amount is not None]
        alts = [f"{line.subject} {line.value}" for line in lines]
        bars = charts.bars(values, alts) if len(values) == len(lines) else []
        return Ranking(metric, league.period, basis, title, lines, tuple(bars))

    # --- targets ---------------------------------------------------------------------------

    @cached_property
    def ledger(self) -> tuple[Entry, ...]:
        """The targets followed over periods."""
        return tuple(self._phrases.entry(history) for history in self.briefing.ledger)

    @cached_property
    def lights(self) -> dict[str, int]:
        """How many targets show each light."""
        return {light: sum(e.light == light for e in self.ledger) for light in SIGNS}

    @cached_property
    def measured(self) -> tuple[Entry, ...]:
        """The targets whose progress is known, for a chart."""
        return tuple(entry for entry in self.ledger if entry.done)

    @cached_property
    def board(self) -> tuple[Lamp, ...]:
        """Each light with its sign, its word and how many targets show it."""
        return standings.lamps(self.lights, self.lang)

    @cached_property
    def places(self) -> tuple[Standing, ...]:
        """The lights by place, where there are several places and any light to compare."""
        return standings.by_place(self.briefing.ledger, self.t, self.lang)

    @cached_property
    def ledger_lead(self) -> str:
        """How the lights are set, with their limits, and how many targets are not listed."""
        limits = next((one.limits for one in self.briefing.ledger if one.limits), "")
        lead = self.t.ledger_limits.format(limits=limits) if limits else self.t.ledger_lead
        folded = self.briefing.ledger_folded
        return str(lead + (self.t.ledger_folded.format(n=folded) if folded else ""))

    # --- prose and the rest ----------------------------------------------------------------

    @cached_property
    def summary(self) -> tuple[Paragraph, ...]:
        """The overview."""
        return tuple(self._phrases.paragraph(passage) for passage in self.briefing.summary)

    @cached_property
    def digests(self) -> tuple[Item, ...]:
        """Each article in one paragraph."""
        return tuple(
            Item(
                digest.source,
                self._phrases.say(digest.title),
                self._phrases.paragraph(digest.summary),
            )
            for digest in self.briefing.digests
        )

    @cached_property
    def changes(self) -> tuple[News, ...]:
        """What differs from the issue before."""
        return tuple(
            News(c.kind, word(self.lang, "change", c.kind), self._phrases.say(c.text), c.ref or "")
            for c in self.briefing.changes
        )

    @cached_property
    def skipped(self) -> tuple[Lost, ...]:
        """Material that could not be used; what to type about it is the program's to say, not a paper's."""
        return tuple(
            Lost(
                skip.source,
                word(self.lang, "stage", skip.stage),
                say(skip.reason.partition("; give one with ")[0], self.lang),
            )
            for skip in self.briefing.skipped
        )

    @cached_property
    def sources(self) -> tuple[Origin, ...]:
        """The sources, each with its cited sentences in order."""
        cited: dict[int, set[int]] = {}
        for cite in self._every_cite():
            if cite.known:
                cited.setdefault(cite.source, set()).add(cite.sentence)
        return tuple(
            self._phrases.origin(s, cited.get(s.number, set())) for s in self.briefing.sources
        )

    # --- lookups ---------------------------------------------------------------------------

    def _every_cite(self) -> Iterator[Cite]:
        for line in self._every_line:
            yield from line.cites
        for paragraph in (*self.summary, *(item.summary for item in self.digests)):
            yield from paragraph.cites
        for entry in self.ledger:
            yield from (point.cite for point in entry.points if point.cite)

    def _sections(self, sections: Iterable[Section]) -> tuple[Group, ...]:
        rows = self.rows
        groups = (
            Group(s.title, tuple(rows[ref] for ref in s.refs if ref in rows)) for s in sections
        )
        return tuple(group for group in groups if group.lines)
