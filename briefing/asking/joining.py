"""Join what the pieces of an article gave into one extraction.

In:  for each piece the findings in the order of its answer, so that slots count, and the filled
     summary. Out: an `Extraction` in which everything stands once and every slot names its row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter, is_

from briefing.records import (
    Article,
    Claim,
    Extraction,
    Figure,
    Finding,
    NextStep,
    Official,
    Part,
    Passage,
    Shortfall,
    Target,
)

LETTERS = {"figure": "F", "official": "O", "target": "T", "next_step": "N", "shortfall": "S"}
_SUMMARY_PARTS = 3
# What a claim says, wherever it says it; a figure belongs to its sentence.
_CONTENTS = {
    record.model_fields["kind"].default: attrgetter(
        *(name for name in record.model_fields if name != "sentence" or record is Figure)
    )
    for record in (Figure, Official, Target, NextStep, Shortfall)
}


@dataclass
class Taken:
    """What one piece gave. `findings` stand in the order of the answer, so that slots count."""

    findings: list[Finding]
    passage: Passage | None = None
    notes: list[str] = field(default_factory=list)


def content(claim: Claim) -> object:
    """Return what a claim says: equal claims say the same."""
    return _CONTENTS[claim.kind](claim)


def join(article: Article, taken: Sequence[Taken], engine: str) -> Extraction:
    """Join the pieces without duplicates."""
    everything = [finding for part in taken for finding in part.findings]
    kept = _distinct(finding for finding in everything if finding.proven)
    doubts = _distinct(finding for finding in everything if not finding.proven)
    passages = [
        renamed(part.passage, part.findings, kept) for part in taken if part.passage is not None
    ]
    notes = dict.fromkeys(note for part in taken for note in part.notes)
    return Extraction(
        article_id=article.id,
        engine=engine,
        findings=tuple(kept),
        doubts=tuple(doubts),
        summary=_chained(passages[:_SUMMARY_PARTS]),
        notes=tuple(notes),
    )


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    first: dict[object, Finding] = {}
    for finding in findings:
        first.setdefault(content(finding.claim), finding)
    return list(first.values())


def renamed(passage: Passage, given: Sequence[Finding], kept: Sequence[Finding]) -> Passage:
    """Return `passage` with refs that count in `kept` instead of in `given`.

    A ref is a letter for the kind and a place among the findings of that kind, from 1. What is
    not in `kept` loses its ref and stays as plain words.
    """
    if len(given) == len(kept) and all(map(is_, given, kept)):
        return passage
    places = {content(finding.claim): ref for ref, finding in _refs(kept)}
    names = {ref: places.get(content(finding.claim)) for ref, finding in _refs(given)}
    parts = tuple(
        part if part.ref is None else Part(text=part.text, ref=names.get(part.ref))
        for part in passage.parts
    )
    return passage.model_copy(update={"parts": parts})


def _refs(findings: Iterable[Finding]) -> list[tuple[str, Finding]]:
    counts: dict[str, int] = {}
    named = []
    for finding in findings:
        letter = LETTERS[finding.claim.kind]
        counts[letter] = counts.get(letter, 0) + 1
        named.append((f"{letter}{counts[letter]}", finding))
    return named


def _chained(passages: Sequence[Passage]) -> Passage | None:
    if not passages:
        return None
    cites = dict.fromkeys(cite for passage in passages for cite in passage.cites)
    parts = [part for passage in passages for part in passage.parts]
    return Passage(parts=tuple(parts), cites=tuple(cites))
