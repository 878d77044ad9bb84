"""What the templates print: the briefing laid out as lines of words, in one language.

In:  a `Briefing`. Out: a `View`, the same for every format, so that all formats agree.
Nothing is computed that is not in the record: this module looks up, joins and words.
Templates also get the record itself for whatever is not here.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from types import SimpleNamespace

from briefing.reasons import say
from briefing.records import (
    Briefing,
    Figure,
    Finding,
    NextStep,
    Official,
    Passage,
    Row,
    Section,
    Shortfall,
    Source,
    Target,
    TargetHistory,
    TargetPoint,
)
from briefing.render import dates
from briefing.render.labels import SIGNS, Lang, word, words
from briefing.render.lines import (
    Cite,
    Disagreement,
    Entry,
    Group,
    Item,
    Lamp,
    Line,
    Lost,
    News,
    Origin,
    Paragraph,
    Point,
    Quotation,
    Ranking,
)


class View:
    """The briefing as words. Every attribute is a plain value, made on first use."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.lang: Lang = briefing.lang
        self.t: SimpleNamespace = words(briefing.lang)

    # --- head and foot ---------------------------------------------------------------------

    @cached_property
    def name(self) -> str:
        """Name of the paper; an English paper has an English name where none is configured."""
        name = self.briefing.masthead.name
        return "Briefing" if self.lang == "en" and name == "工作简报" else name

    @cached_property
    def period(self) -> str:
        """The period in words: 2026年第10周（3月2日—8日）."""
        return dates.period(self.briefing.period, self.lang)

    @cached_property
    def title(self) -> str:
        """Name and period, for the document's metadata."""
        return f"{self.name} {self.period}"

    @cached_property
    def day(self) -> str:
        """The last day of the period: the date of the issue."""
        return dates.day(self.briefing.period.last, self.lang)

    @cached_property
    def issue(self) -> str:
        """第10期（总第226期）, or "" when not numbered."""
        head = self.briefing.masthead
        issue = "" if head.issue is None else self.t.issue_year.format(issue=head.issue)
        total = "" if head.total is None else self.t.issue_total.format(total=head.total)
        if not issue or not total:
            return str(issue or total)
        return f"{issue}（{total}）" if self.lang == "zh" else f"{issue} ({total})"

    @cached_property
    def overview(self) -> str:
        """Heading of the summary: 本周概览."""
        return str(getattr(self.t, f"overview_{self.briefing.period.cadence}"))

    @cached_property
    def ai_label(self) -> str:
        """How the text was made, in one sentence; "" when the masthead switches it off."""
        if not self.briefing.masthead.ai_label:
            return ""
        return str(self.t.ai_rules if self.by_rules else self.t.ai_model)

    @property
    def by_rules(self) -> bool:
        """True when no model took part."""
        return self.briefing.run.engine == "rules"

    @cached_property
    def run(self) -> str:
        """How the briefing was made, in one line."""
        run, t = self.briefing.run, self.t
        if self.by_rules:
            pieces = [t.run_rules]
        else:
            engine = run.engine + (f" @ {run.endpoint}" if run.endpoint else "")
            pieces = [t.run_engine.format(engine=engine)]
            pieces.append(t.run_calls.format(calls=run.calls, cached=run.cached_calls))
            pieces.append(t.run_tokens.format(tokens_in=run.tokens_in, tokens_out=run.tokens_out))
            if run.cost is not None:
                pieces.append(t.run_cost.format(cost=run.cost, currency=run.currency).strip())
            if run.prompts_hash:
                pieces.append(t.run_prompts.format(prompts=run.prompts_hash[:12]))
        pieces.append(t.run_version.format(version=run.version))
        return ("；" if self.lang == "zh" else "; ").join((*pieces, *run.notes))

    # --- rows ------------------------------------------------------------------------------

    @cached_property
    def figures(self) -> tuple[Line, ...]:
        """Key figures."""
        return self._lines(self.briefing.figures)

    @cached_property
    def officials(self) -> tuple[Line, ...]:
        """People."""
        return self._lines(self.briefing.officials)

    @cached_property
    def targets(self) -> tuple[Line, ...]:
        """Targets stated in this period."""
        return self._lines(self.briefing.targets)

    @cached_property
    def next_steps(self) -> tuple[Line, ...]:
        """Next steps."""
        return self._lines(self.briefing.next_steps)

    @cached_property
    def shortfalls(self) -> tuple[Line, ...]:
        """Shortfalls."""
        return self._lines(self.briefing.shortfalls)

    @cached_property
    def doubts(self) -> tuple[Line, ...]:
        """What did not agree with its source."""
        return self._lines(self.briefing.doubts)

    @cached_property
    def omissions(self) -> tuple[Line, ...]:
        """What rules found and the model did not claim."""
        return self._lines(self.briefing.omissions)

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
        """Group lines by region in the order of first appearance; those of no region last."""
        groups: dict[str, list[Line]] = {}
        for line in lines:
            groups.setdefault(line.region, []).append(line)
        nowhere = groups.pop("", [])
        if nowhere:
            groups[self.t.other_region if groups else ""] = nowhere
        return tuple(Group(title, tuple(members)) for title, members in groups.items())

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
            Disagreement(c.metric, c.subject, c.period, self._lines(c.rows))
            for c in self.briefing.conflicts
        )

    @cached_property
    def leagues(self) -> tuple[Ranking, ...]:
        """Units ranked by one indicator."""
        return tuple(
            Ranking(x.metric, x.period, self._lines(x.rows)) for x in self.briefing.leagues
        )

    # --- targets ---------------------------------------------------------------------------

    @cached_property
    def ledger(self) -> tuple[Entry, ...]:
        """The targets followed over periods."""
        return tuple(self._entry(history) for history in self.briefing.ledger)

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
        return tuple(
            Lamp(light, SIGNS[light], word(self.lang, "light", light), count)
            for light, count in self.lights.items()
        )

    def _entry(self, history: TargetHistory) -> Entry:
        lang, light, state = self.lang, history.light.value, history.state.value
        span = history.deadline_range
        silent = history.silent_periods
        return Entry(
            what=history.what,
            owner=history.owner or history.place,
            deadline=history.deadline,
            deadline_day=dates.day(span.last, lang) if span else "",
            done=_percent(history.completion),
            elapsed=_percent(history.elapsed),
            done_rule=history.completion_rule,
            light=light,
            light_word=word(lang, "light", light),
            sign=SIGNS[light],
            light_rule=history.light_rule,
            state=state,
            state_word=word(lang, "state", state),
            silent=self.t.silent.format(n=silent) if silent else "",
            since=dates.day(history.first_seen, lang),
            points=tuple(self._point(point) for point in history.points),
            history=history,
        )

    def _point(self, point: TargetPoint) -> Point:
        claim = point.finding.claim
        return Point(
            day=dates.day(point.day, self.lang),
            event=word(self.lang, "event", point.event),
            value=getattr(claim, "raw", None) or "",
            cite=self._cite(point.cite) if point.cite else None,
        )

    # --- prose and the rest ----------------------------------------------------------------

    @cached_property
    def summary(self) -> tuple[Paragraph, ...]:
        """The overview."""
        return tuple(self._paragraph(passage) for passage in self.briefing.summary)

    @cached_property
    def digests(self) -> tuple[Item, ...]:
        """Each article in one paragraph."""
        return tuple(
            Item(digest.source, digest.title, self._paragraph(digest.summary))
            for digest in self.briefing.digests
        )

    @cached_property
    def changes(self) -> tuple[News, ...]:
        """What differs from the issue before."""
        return tuple(
            News(c.kind, word(self.lang, "change", c.kind), c.text, c.ref or "")
            for c in self.briefing.changes
        )

    @cached_property
    def skipped(self) -> tuple[Lost, ...]:
        """Material that could not be used."""
        return tuple(
            Lost(skip.source, word(self.lang, "stage", skip.stage), say(skip.reason, self.lang))
            for skip in self.briefing.skipped
        )

    @cached_property
    def sources(self) -> tuple[Origin, ...]:
        """The sources, each with its cited sentences in order."""
        cited: dict[int, set[int]] = {}
        for cite in self._every_cite():
            if cite.known:
                cited.setdefault(cite.source, set()).add(cite.sentence)
        return tuple(self._origin(s, cited.get(s.number, set())) for s in self.briefing.sources)

    def _origin(self, source: Source, cited: set[int]) -> Origin:
        article = source.article
        return Origin(
            number=source.number,
            title=article.headline,
            derived=article.title is None,
            outlet=article.outlet or "",
            day=dates.day(source.dated, self.lang),
            dated_by=getattr(self.t, source.dated_by),
            url=article.url
            if article.url and article.url.startswith(("http://", "https://"))
            else "",
            place=article.source,
            region=" ".join(article.region),
            complete=article.complete,
            notes=article.notes,
            same_as=source.same_as,
            quotations=tuple(
                Quotation(f"{source.number}-{n}", n, article.sentence(n)) for n in sorted(cited)
            ),
            article=article,
        )

    # --- lookups ---------------------------------------------------------------------------

    @cached_property
    def _numbered(self) -> dict[int, Source]:
        return {source.number: source for source in self.briefing.sources}

    def _cite(self, mark: str) -> Cite:
        left, _, right = mark.partition("-")
        if not (left.isdecimal() and right.isdecimal()):
            return Cite(mark)
        source = self._numbered.get(int(left))
        known = source is not None and 1 <= int(right) <= len(source.article.sentences)
        return Cite(f"{int(left)}-{int(right)}", int(left), int(right), known)

    def _cites(self, marks: Iterable[str]) -> tuple[Cite, ...]:
        return tuple(self._cite(mark) for mark in marks)

    def _every_cite(self) -> Iterator[Cite]:
        for line in self._every_line:
            yield from line.cites
        for paragraph in (*self.summary, *(item.summary for item in self.digests)):
            yield from paragraph.cites
        for entry in self.ledger:
            yield from (point.cite for point in entry.points if point.cite)

    def _paragraph(self, passage: Passage) -> Paragraph:
        parts = tuple((part.text, part.ref or "") for part in passage.parts)
        return Paragraph(passage.text, parts, self._cites(passage.cites))

    def _sections(self, sections: Iterable[Section]) -> tuple[Group, ...]:
        rows = self.rows
        groups = (
            Group(s.title, tuple(rows[ref] for ref in s.refs if ref in rows)) for s in sections
        )
        return tuple(group for group in groups if group.lines)

    def _lines(self, rows: Iterable[Row]) -> tuple[Line, ...]:
        return tuple(self._line(row) for row in rows)

    def _line(self, row: Row) -> Line:
        finding, lang = row.finding, self.lang
        claim, evidence = finding.claim, finding.evidence
        span = finding.deadline_range
        named = {
            key: value
            for key in _COPIED
            if key in Line.__dataclass_fields__ and (value := getattr(claim, key, None))
        }
        return Line(
            ref=row.ref,
            kind=claim.kind,
            kind_word=word(lang, "kind", claim.kind),
            said=said(claim_of=finding),
            value=getattr(claim, "raw", None) or "",
            basis=self._basis(finding),
            deadline_day=dates.day(span.last, lang) if span else "",
            region=row.region,
            topic=row.topic,
            status=word(lang, "status", row.status),
            quote=evidence.quote,
            verdict=word(lang, "verdict", evidence.verdict.value),
            note=evidence.note,
            sources=1 + len(row.also),
            otherwise=tuple(said(claim_of=other) for other in row.otherwise),
            cites=self._cites(row.cites),
            **named,
        )

    def _basis(self, finding: Finding) -> str:
        claim = finding.claim
        if not isinstance(claim, Figure):
            return ""
        kind = word(self.lang, "basis", claim.change_kind) if claim.change_kind else ""
        way = word(self.lang, "way", finding.unsaid.value)
        return " ".join(filter(None, (kind, way))) if self.lang == "en" else kind + way


_COPIED = (
    "metric", "subject", "period", "name", "titles", "org", "roles", "nongov", "what", "action",
    "owner", "deadline", "completion",
)  # fmt: skip


def said(claim_of: Finding) -> str:
    """Return a claim as one phrase, for lists that hold several kinds."""
    claim = claim_of.claim
    match claim:
        case Figure():
            basis = claim.change_kind or ""
            head = " ".join(filter(None, (claim.period, claim.subject, claim.metric)))
            return f"{head} {basis}{claim.raw}"
        case Official():
            return " ".join((*claim.titles, claim.name))
        case Target():
            return " ".join(filter(None, (claim.owner, claim.deadline, claim.what)))
        case NextStep():
            return " ".join(filter(None, (claim.owner, claim.deadline, claim.action)))
        case Shortfall():
            return claim.what


def _percent(number: Decimal | None) -> str:
    """Return 15.4% with at most one decimal; "" when unknown."""
    if number is None:
        return ""
    text = f"{number:.1f}"
    return text.removesuffix(".0") + "%"
