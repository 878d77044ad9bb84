"""One paragraph an article, with the refs and marks of the briefing it stands in.

In:  the kept articles, their extractions and the rows of the briefing. Out: `Digest`s.

An article's own summary names its figures F1, F2 …; here each part is tied to the row that
holds the same words, so that a reader finds it. A part without such a row keeps its words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from briefing.records import (
    Claim,
    Digest,
    Extraction,
    Figure,
    Finding,
    NextStep,
    Official,
    Part,
    Passage,
    Row,
    Shortfall,
    Source,
    Target,
)
from briefing.weeks import keys

_LETTERS = {"figure": "F", "official": "O", "target": "T", "next_step": "N", "shortfall": "S"}
_Place = tuple[str, int, int | None, int | None]


def digests(
    sources: Sequence[Source], extractions: Mapping[str, Extraction], rows: Iterable[Row]
) -> tuple[Digest, ...]:
    """Return a digest for each source: its own summary, else its first sentence."""
    held: dict[_Place, str] = {}
    withdrawn: set[_Place] = set()
    refs: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        for finding in (row.finding, *row.also):
            held.setdefault(_place(finding), row.ref)
            refs[finding.article_id].append(row.ref)
        withdrawn.update(_place(finding) for finding in row.otherwise)
    found = []
    for source in sources:
        extraction = extractions.get(source.article.id)
        found.append(
            Digest(
                source=source.number,
                title=source.article.headline,
                summary=_summary(source, extraction, held, withdrawn),
                rows=tuple(dict.fromkeys(refs[source.article.id])),
            )
        )
    return tuple(found)


def _place(finding: Finding) -> _Place:
    evidence = finding.evidence
    mark = evidence.mark.start if evidence.mark else None
    return finding.article_id + finding.claim.kind, finding.claim.sentence, evidence.start, mark


def _summary(
    source: Source,
    extraction: Extraction | None,
    held: Mapping[_Place, str],
    withdrawn: Set[_Place],
) -> Passage:
    """Return the article's own summary without the values that it takes back itself."""
    if extraction is None or extraction.summary is None:
        return Passage(
            parts=(Part(text=source.article.sentence(1).strip()),), cites=(f"{source.number}-1",)
        )
    meant = [
        (part, _meant(part, extraction.findings) if part.ref else None)
        for part in extraction.summary.parts
    ]
    gone = {part.ref for part, finding in meant if finding and _place(finding) in withdrawn}
    parts: list[Part] = []
    cites: list[str] = []
    for part, finding in meant:
        if part.ref and part.ref in gone:
            continue
        if not part.ref and gone and (not parts or not parts[-1].ref):
            continue  # the words that joined what is left out
        parts.append(Part(text=part.text, ref=held.get(_place(finding)) if finding else None))
        if finding:
            cites.append(f"{source.number}-{finding.claim.sentence}")
    return Passage(parts=tuple(parts), cites=tuple(dict.fromkeys(cites)))


def _meant(part: Part, findings: Sequence[Finding]) -> Finding | None:
    """Return the finding of the part's kind whose words it prints, the closest number first."""
    assert part.ref is not None
    slot, _, field = part.ref.partition(".")
    letter, number = slot[0], int(slot[1:]) if slot[1:].isdigit() else 0
    kind = [one for one in findings if _LETTERS[one.claim.kind] == letter]
    printed = keys.fold(part.text)
    fitting = [
        (abs(place - number), place)
        for place, one in enumerate(kind, 1)
        if any(
            (words := keys.fold(text)) and (words in printed or printed in words)
            for text in _words(one.claim, field)
        )
    ]
    return kind[min(fitting)[1] - 1] if fitting else None


def _words(claim: Claim, field: str) -> tuple[str, ...]:
    """Return what a slot of this claim may print: one of its fields, or its main words."""
    if field:
        found = getattr(claim, "titles" if field == "title" else field, None) or ()
        return (found,) if isinstance(found, str) else tuple(found)
    match claim:
        case Figure():
            return (claim.raw,)
        case Official():
            return (claim.name,)
        case Target() | Shortfall():
            return (claim.what,)
        case NextStep():
            return (claim.action,)
