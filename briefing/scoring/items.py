"""The two sides of a comparison, made alike: what the gold says and what was found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from briefing.facts import folding
from briefing.records import Article, Claim, Extraction, Finding
from briefing.scoring.places import Folded, Place, fold

_KIND_OF = {
    "figure": "figures",
    "official": "officials",
    "target": "targets",
    "next_step": "next_steps",
    "shortfall": "shortfalls",
}
_UNITS = {"m2": "平方米", "km2": "平方公里", "km": "公里", "kg": "公斤", "percent": "%"}


@dataclass(frozen=True)
class Item:
    """One fact of either side. `place` is its quote, `mark` the number's or name's own place."""

    kind: str
    what: str
    sentence: str
    place: Place
    mark: Place
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str = ""
    name: str = ""
    titles: tuple[str, ...] = ()
    key: bool = False


def predicted(pages: Sequence[tuple[Extraction, Article]], texts: Sequence[Folded]) -> list[Item]:
    """Return the proven findings of all articles of a page."""
    return [
        _of_finding(finding, number, article, texts[number])
        for number, (extraction, article) in enumerate(pages)
        for finding in extraction.findings
        if finding.proven
    ]


def expected(gold: Mapping[str, Any], texts: Sequence[Folded]) -> list[Item]:
    """Return the items of one gold file."""
    return [
        _of_gold(kind, entry, texts) for kind in _KIND_OF.values() for entry in gold.get(kind, ())
    ]


def _of_finding(finding: Finding, number: int, article: Article, text: Folded) -> Item:
    claim, evidence, amount = finding.claim, finding.evidence, finding.amount
    place = Place(fold(evidence.quote))
    if evidence.start is not None and evidence.end is not None:
        place = Place(place.words, ((number, text.range(evidence.start, evidence.end)),))
    mark = place
    if evidence.mark is not None:
        span = text.range(evidence.mark.start, evidence.mark.end)
        mark = Place(fold(evidence.mark.of(article.text)), ((number, span),))
    if claim.kind not in ("figure", "official"):
        place = mark
    return Item(
        kind=_KIND_OF[claim.kind],
        what=_words(claim),
        sentence=article.sentence(claim.sentence),
        place=place,
        mark=mark,
        value=amount.value if amount else None,
        value_max=amount.value_max if amount else None,
        unit=_unit(amount.unit if amount else ""),
        name=fold(getattr(claim, "name", "")),
        titles=tuple(map(fold, getattr(claim, "titles", ()))),
    )


def _words(claim: Claim) -> str:
    match claim.kind:
        case "figure":
            return f"{claim.metric}: {claim.raw}"
        case "official":
            return f"{claim.name} ({'、'.join(claim.titles)})"
        case "next_step":
            return claim.action
        case _:
            return claim.what


def _of_gold(kind: str, entry: Mapping[str, Any], texts: Sequence[Folded]) -> Item:
    quotes = [entry["quote"], *entry.get("alt_quotes", ())]
    at = tuple(
        (number, place)
        for number, text in enumerate(texts)
        for quote in quotes
        for place in text.find(quote)
    )
    raw = str(entry.get("raw") or entry.get("name") or "")
    marks = tuple((n, mark) for n, place in at for mark in texts[n].find(raw, place)) if raw else at
    what = entry.get("metric") or entry.get("name") or entry.get("what") or entry.get("action")
    return Item(
        kind=kind,
        what=f"{what}: {raw}" if kind == "figures" else str(what),
        sentence=str(entry["quote"]),
        place=Place(fold(entry["quote"]), at),
        mark=Place(fold(raw), marks),
        value=_decimal(entry.get("value")),
        value_max=_decimal(entry.get("value_max")),
        unit=_unit(entry.get("unit") or ""),
        name=fold(entry.get("name") or ""),
        titles=tuple(map(fold, entry.get("titles") or ())),
        key=bool(entry.get("key", True)),
    )


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _unit(unit: str) -> str:
    """Return a unit as both sides write it; of several Latin words the last counts (tea gardens)."""
    if unit.isascii() and not _UNITS.get(fold(unit)):
        unit = unit.rsplit(" ", 1)[-1]
    folded = folding.fold(fold(unit))
    return _UNITS.get(folded, folded)
