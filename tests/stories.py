"""Tell a short story in articles and claims, and compose its weeks, without any model.

A claim is located by the words it copies; whoever calls gives claims that stand in the text.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from briefing.facts import amounts, dates
from briefing.periods import Cadence, Period
from briefing.records import (
    Amount,
    Article,
    Briefing,
    Claim,
    Correction,
    Dated,
    Evidence,
    Extraction,
    Figure,
    Finding,
    NextStep,
    Official,
    Piece,
    Run,
    Shortfall,
    Source,
    Span,
    Target,
    TargetHistory,
    Trace,
    Verdict,
)
from briefing.settings import Settings
from briefing.weeks import weekly

RUN = Run(engine="rules", version="0")


def article(
    text: str,
    day: str,
    *,
    outlet: str = "青岚日报",
    region: Sequence[str] = ("岚江省", "青岚市", "云湖区"),
    title: str | None = None,
) -> Article:
    """Return an article whose page is its text."""
    told = date.fromisoformat(day)
    sentences = [
        Span(start=match.start(), end=match.end())
        for match in re.finditer(r"[^。！？\n]+[。！？]?", text)
    ]
    lines = [Span(start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)]
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest()[:16],
        source=f"{outlet}-{day}.txt",
        title=title,
        outlet=outlet,
        published=Dated(first=told, last=told, basis="stamp"),
        region=tuple(region),
        text=text,
        paragraphs=tuple(lines),
        sentences=tuple(sentences),
        origin=(Piece(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        raw_sha256="0" * 64,
        encoding="utf-8",
    )


def found(page: Article, claim: Claim) -> Finding:
    """Return the claim as a finding located by the words it copies."""
    span = page.sentences[claim.sentence - 1]
    words = _copied(claim)
    start = page.text.index(words, span.start, span.end)
    end = start + len(words)
    first = max(page.text.rfind(mark, 0, start) for mark in "，。；\n") + 1
    stops = [at for mark in "，。；\n" if (at := page.text.find(mark, end)) >= 0]
    last = min([*stops, span.end])
    raw = getattr(claim, "raw", None)
    amount = None
    if raw:
        at = page.text.find(raw, span.start)
        read = amounts.read(raw, page.text[max(at - 12, span.start) : at])
        amount = read if isinstance(read, Amount) else None
    deadline = getattr(claim, "deadline", None)
    return Finding(
        article_id=page.id,
        claim=claim,
        amount=amount,
        deadline_range=dates.resolve(deadline, anchor=page.day) if deadline else None,
        evidence=Evidence(
            verdict=Verdict.EXACT,
            quote=page.text[first:last],
            start=first,
            end=last,
            raw_start=first,
            raw_end=last,
            mark=Span(start=start, end=end),
        ),
    )


def _copied(claim: Claim) -> str:
    match claim:
        case Figure():
            return claim.raw
        case Official():
            return claim.name
        case Target() | Shortfall():
            return claim.what
        case NextStep():
            return claim.action


def target(what: str, **fields: Any) -> Target:
    """Return a target whose sentence is filled in by `Story.tell`."""
    return Target(sentence=1, what=what, **fields)


def figure(metric: str, raw: str, **fields: Any) -> Figure:
    """Return a figure whose sentence is filled in by `Story.tell`."""
    return Figure(sentence=1, metric=metric, raw=raw, **fields)


def official(name: str, *titles: str, **fields: Any) -> Official:
    """Return an official whose sentence is filled in by `Story.tell`."""
    return Official(sentence=1, name=name, titles=titles, **fields)


def _placed(page: Article, claim: Claim) -> Claim:
    words = _copied(claim)
    number = next(n for n in range(1, len(page.sentences) + 1) if words in page.sentence(n))
    return claim.model_copy(update={"sentence": number})


@dataclass
class Story:
    """Articles with what was found in them; weeks are composed from all told so far."""

    settings: Settings = field(default_factory=Settings)
    sources: list[Source] = field(default_factory=list)
    extractions: dict[str, Extraction] = field(default_factory=dict)

    def tell(self, day: str, text: str, *claims: Claim, **about: Any) -> Article:
        """Add an article with its claims, each located by its words."""
        page = article(text, day, **about)
        findings = tuple(found(page, _placed(page, claim)) for claim in claims)
        self.sources.append(
            Source(number=1, article=page, dated=date.fromisoformat(day), dated_by="published")
        )
        self.extractions[page.id] = Extraction(
            article_id=page.id, engine="rules", findings=findings
        )
        return page

    def traces(self) -> list[Trace]:
        """Return what every article leaves behind."""
        return [weekly.trace(one, self.extractions[one.article.id]) for one in self.sources]

    def brief(
        self,
        day: str,
        cadence: Cadence = Cadence.WEEK,
        *,
        previous: Briefing | None = None,
        corrections: Sequence[Correction] = (),
        sources: Iterable[Source] | None = None,
    ) -> Briefing:
        """Compose the period that holds `day`."""
        return weekly.compose(
            Period.of(date.fromisoformat(day), cadence),
            list(self.sources if sources is None else sources),
            self.extractions,
            settings=self.settings,
            run=RUN,
            earlier=self.traces(),
            previous=previous,
            corrections=corrections,
        )

    def only(self, day: str, cadence: Cadence = Cadence.WEEK) -> TargetHistory:
        """Return the one target that the ledger of that period holds."""
        ledger = self.brief(day, cadence).ledger
        assert len(ledger) == 1, [one.key for one in ledger]
        return ledger[0]
