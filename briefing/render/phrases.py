"""Word single records: a row becomes a line, a target an entry, a source an origin.

In:  records of one briefing. Out: what `lines` names, in the briefing's language. Words of facts
and prose are set in full width in Chinese; quotations stay letter for letter.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from briefing.records import (
    Basis,
    Briefing,
    Claim,
    Figure,
    Finding,
    NextStep,
    Official,
    Passage,
    Row,
    Shortfall,
    Source,
    Target,
    TargetHistory,
    TargetPoint,
)
from briefing.render import activities, charts, dates, typography
from briefing.render.charts import Chart
from briefing.render.labels import SIGNS, word, words
from briefing.render.lines import Cite, Entry, Line, Origin, Paragraph, Point, Quotation


class Phrases:
    """Words the records of one briefing."""

    def __init__(self, briefing: Briefing, *, verbatim: bool = False) -> None:
        self._chinese = briefing.lang == "zh" and not verbatim
        self._verbatim = verbatim
        self.lang = briefing.lang
        self.t = words(briefing.lang)
        self._year = briefing.period.last.year
        self._numbered = {source.number: source for source in briefing.sources}
        self._dated = {source.article.id: source.dated for source in briefing.sources}

    def say(self, text: str) -> str:
        """Return a fact's words as they are printed."""
        return typography.full_width(text) if self._chinese else text

    # --- marks -----------------------------------------------------------------------------

    def cite(self, mark: str) -> Cite:
        """Return a mark; it is known when it leads to a sentence of a source."""
        left, _, right = mark.partition("-")
        if not (left.isdecimal() and right.isdecimal()):
            return Cite(mark)
        source = self._numbered.get(int(left))
        known = source is not None and 1 <= int(right) <= len(source.article.sentences)
        return Cite(f"{int(left)}-{int(right)}", int(left), int(right), known)

    def cites(self, marks: Iterable[str]) -> tuple[Cite, ...]:
        """Return several marks."""
        return tuple(self.cite(mark) for mark in marks)

    # --- rows ------------------------------------------------------------------------------

    def lines(self, rows: Iterable[Row]) -> tuple[Line, ...]:
        """Return rows as lines, in order."""
        return tuple(self.line(row) for row in rows)

    def line(self, row: Row) -> Line:
        """Return a row as a line."""
        finding, lang = row.finding, self.lang
        claim, evidence, amount = finding.claim, finding.evidence, finding.amount
        span = finding.deadline_range
        basis = self._basis(finding)
        raw: str = getattr(claim, "raw", None) or ""
        value: str = self.say(raw if self._verbatim else finding.field + raw)
        said: str = self.said(finding)
        measured = basis + self.t.between + value if basis else value
        return Line(
            ref=row.ref,
            kind=claim.kind,
            kind_word=word(lang, "kind", claim.kind),
            said=said,
            stated=measured if isinstance(claim, Figure) else self._alone(claim) or said,
            value=value,
            basis=basis,
            is_change=isinstance(claim, Figure)
            and (
                claim.change_kind is not None
                or (amount is not None and amount.basis != Basis.LEVEL)
            ),
            deadline_day=dates.short(span.last, lang) if span else "",
            region=row.region,
            topic=row.topic,
            status=word(lang, "status", row.status),
            quote=evidence.quote,
            verdict=word(lang, "verdict", evidence.verdict.value),
            note=evidence.note,
            sources=1 + len(row.also),
            otherwise=tuple(self._differs(other, finding) for other in row.otherwise),
            cites=self.cites(row.cites),
            spark=self._history(row, said),
            **{
                name: self._headed(name, self._copied(words))
                for name in _COPIED
                if (words := getattr(claim, name, None))
            },
        )

    def _history(self, row: Row, said: str) -> Chart | None:
        """Return the line from what earlier articles say of an indicator to this figure."""
        amount, day = row.finding.amount, self._dated.get(row.finding.article_id)
        if not row.past or amount is None or day is None:
            return None
        points = [*((one.day, one.value) for one in row.past), (day, amount.value)]
        told = self.t.comma.join(
            f"{dates.short(one.day, self.lang, self._year)} {one.raw}" for one in row.past
        )
        return charts.sparkline(points, None, f"{said}{self.t.colon}{self.t.earlier} {told}")

    def said(self, finding: Finding) -> str:
        """Return a claim as one phrase, for lists that hold several kinds."""
        claim = finding.claim
        match claim:
            case Figure():
                value = f"{claim.change_kind or ''}{claim.raw}"
                return self._phrase(claim.period, claim.subject, claim.metric, value)
            case Official():
                return self._phrase(self.t.comma.join(claim.titles), claim.name)
            case Target():
                return self._phrase(claim.owner, claim.deadline, claim.what)
            case NextStep():
                return self._phrase(claim.owner, claim.deadline, claim.action)
            case Shortfall():
                return self.say(claim.what)

    def _alone(self, claim: Claim) -> str:
        """Return the words of a claim that is no figure, without owner and deadline."""
        return self.say(getattr(claim, "what", None) or getattr(claim, "action", None) or "")

    def _differs(self, other: Finding, finding: Finding) -> str:
        """Return what another source says instead; of the same indicator only the value."""
        one, two = other.claim, finding.claim
        if isinstance(one, Figure) and isinstance(two, Figure):
            same = (one.metric, one.subject, one.period) == (two.metric, two.subject, two.period)
            return self._basis(other) + self.say(one.raw) if same else self.said(other)
        return self.said(other)

    def _phrase(self, *pieces: str | None) -> str:
        """Join words, with a blank only between two that are not Chinese."""
        made = ""
        for piece in filter(None, pieces):
            blank = made and made[-1].isascii() and piece[0].isascii()
            made += " " + piece if blank else piece
        return self.say(made)

    def _copied(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.say(value)
        if isinstance(value, tuple):
            return tuple(self.say(item) for item in value)
        return value

    def _headed(self, name: str, words: Any) -> Any:
        """Return a field's words; English ones that stand first in a row begin large."""
        if name == "roles" and not self._verbatim:
            return activities.shown(words)
        if name not in _HEADS or self.lang == "zh" or self._verbatim:
            return words
        return words[:1].upper() + words[1:]

    def _basis(self, finding: Finding) -> str:
        claim = finding.claim
        if not isinstance(claim, Figure):
            return ""
        kind = word(self.lang, "basis", claim.change_kind) if claim.change_kind else ""
        way = word(self.lang, "way", finding.unsaid.value)
        return " ".join(filter(None, (kind, way))) if self.lang == "en" else kind + way

    # --- targets ---------------------------------------------------------------------------

    def entry(self, history: TargetHistory) -> Entry:
        """Return a target of the ledger."""
        lang, light, state = self.lang, history.light.value, history.state.value
        span, silent = history.deadline_range, history.silent_periods
        done, elapsed = percent(history.completion), percent(history.elapsed)
        what = self.say(history.what)
        told = f"{what}{self.t.colon}{word(lang, 'light', light)}{self.t.comma}{self.t.done} {done}"
        return Entry(
            what=what,
            owner=self.say(history.owner or history.place),
            deadline=self.say(history.deadline),
            deadline_day=dates.short(span.last, lang) if span else "",
            done=done,
            elapsed=elapsed,
            done_rule=history.completion_rule,
            light=light,
            light_word=word(lang, "light", light),
            sign=SIGNS[light],
            light_rule=self.say(history.light_rule),
            gap=history.gap or (self.say(history.light_rule) if light != "grey" else ""),
            state=state,
            state_word=word(lang, "state", state),
            silent=self.t.silent.format(n=silent) if silent else "",
            since=dates.day(history.first_seen, lang),
            points=tuple(self._point(point) for point in history.points),
            bullet=None
            if history.completion is None
            else charts.bullet(
                history.completion,
                history.elapsed,
                light,
                f"{told}{self.t.comma}{self.t.elapsed} {elapsed}" if elapsed else told,
            ),
            spark=self._spark(history, what),
            history=history,
        )

    def _point(self, point: TargetPoint) -> Point:
        claim = point.finding.claim
        return Point(
            day=dates.short(point.day, self.lang, self._year),
            event=word(self.lang, "event", point.event),
            value=self.say(getattr(claim, "raw", None) or ""),
            cite=self.cite(point.cite) if point.cite else None,
        )

    def _spark(self, history: TargetHistory, what: str) -> Chart | None:
        """Return the line of what was reported day by day, in the target's unit or per cent."""
        for unit, goal in self._scales(history):
            reached = {
                point.day: amount.value
                for point in history.points
                if point.event in ("progress", "met")
                and (amount := point.finding.amount)
                and amount.basis == Basis.LEVEL
                and amount.unit == unit
            }
            if len(reached) > 1:
                told = self.t.comma.join(
                    f"{dates.short(day, self.lang, self._year)} {value.normalize():f}{unit}"
                    for day, value in reached.items()
                )
                alt = f"{what}{self.t.colon}{told}"
                return charts.sparkline(sorted(reached.items()), goal, alt)
        return None

    def _scales(self, history: TargetHistory) -> Iterable[tuple[str, Decimal]]:
        if history.value is not None and history.value.basis == Basis.LEVEL:
            yield history.value.unit, history.value.value
        yield "%", Decimal(100)

    # --- prose and sources -----------------------------------------------------------------

    def paragraph(self, passage: Passage) -> Paragraph:
        """Return prose in parts; a mark at the border of two parts sees both."""
        texts = [part.text for part in passage.parts]
        shown = typography.parts(texts) if self._chinese else texts
        refs = (part.ref or "" for part in passage.parts)
        parts = tuple(zip(shown, refs, strict=True))
        return Paragraph("".join(shown), parts, self.cites(passage.cites))

    def origin(self, source: Source, cited: Iterable[int]) -> Origin:
        """Return a source with those of its sentences that are cited."""
        article, day = source.article, dates.day(source.dated, self.lang)
        address = article.url or ""
        return Origin(
            number=source.number,
            title=article.headline if article.title else article.headline.rstrip("。；，"),
            derived=article.title is None,
            outlet=article.outlet or "",
            day=day,
            dated_by=getattr(self.t, source.dated_by),
            when=getattr(self.t, f"when_{source.dated_by}").format(day=day),
            url=address if address.startswith(("http://", "https://")) else "",
            place=article.source.rpartition("!")[2].rpartition("/")[2],
            region=" ".join(article.region),
            complete=article.complete,
            notes=article.notes,
            same_as=source.same_as,
            reprint_of=source.reprint_of,
            quotations=tuple(
                Quotation(f"{source.number}-{n}", n, article.sentence(n)) for n in sorted(cited)
            ),
            article=article,
        )


_COPIED = (
    "metric", "subject", "period", "name", "titles", "org", "roles", "nongov", "what", "action",
    "owner", "deadline", "completion",
)  # fmt: skip
_HEADS = frozenset(("metric", "what", "action"))


def percent(number: Decimal | None) -> str:
    """Return 15.4% with at most one decimal; "" when unknown."""
    if number is None:
        return ""
    return f"{number:.1f}".removesuffix(".0") + "%"
