"""Check every claim against the article it was made about.

In:  an `Article`, and claims about it (untrusted).
Out: one `Finding` per claim, in the same order: evidence, and what code computed (amount,
     deadline). A claim is never dropped. A proven one is handed on in the article's own letters
     and with the number of the sentence that proves it; a refused one as it was made.

Verdicts come from rules one can read (`figures`, `names`, `intents`, with `binding`,
`subjects` and `asserting` below them); nothing is accepted for being similar. A claim that
names the wrong sentence is proven all the same when exactly one other sentence proves it.

Pure: no files, no clock, no model.
"""

from collections.abc import Iterable
from dataclasses import replace

from briefing import origin
from briefing.facts.folding import squeeze
from briefing.grounding import letters
from briefing.grounding.passages import Refusal, fill
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.proving import prove
from briefing.grounding.reading import Reading
from briefing.grounding.reading import of as reading_of
from briefing.records import Article, Claim, Evidence, Finding, Span, Verdict

__all__ = ["Refusal", "fill", "ground"]

_KEY_LETTERS = 4
"""Letters of a claim's copied words by which other sentences are looked up."""


def ground(article: Article, claims: Iterable[Claim]) -> list[Finding]:
    """Return a finding for each claim, in order."""
    reading = reading_of(article)
    return [_finding(reading, claim) for claim in claims]


def _finding(reading: Reading, claim: Claim) -> Finding:
    words = letters.words_of(claim)
    hidden = letters.hidden(words)
    outcome = (
        Refused(Verdict.MISSING, f"a character that cannot be seen stands in it: {hidden}")
        if hidden
        else _look(reading, claim)
    )
    evidence = _evidence(reading, claim, outcome)
    if isinstance(outcome, Refused):
        return Finding(article_id=reading.article.id, claim=claim, evidence=evidence)
    told = letters.own(reading, outcome.sentence, claim, words)
    return Finding(
        article_id=reading.article.id,
        claim=told.model_copy(update={"raw": outcome.raw}) if outcome.raw else told,
        amount=outcome.amount,
        deadline_range=outcome.deadline,
        evidence=evidence,
    )


def _look(reading: Reading, claim: Claim) -> Proof | Refused:
    """Look in the sentence the claim names, then for exactly one other that proves it."""
    first: Refused | None = None
    if claim.sentence <= len(reading):
        outcome = prove(reading, reading.sentence(claim.sentence), claim)
        if isinstance(outcome, Proof):
            return outcome
        first = outcome
        if not _elsewhere(reading, claim, outcome):
            return outcome
    proofs: list[Proof] = []
    for number in reading.holding(squeeze(_copied(claim))[:_KEY_LETTERS]):
        if number == claim.sentence:
            continue
        outcome = prove(reading, reading.sentence(number), claim)
        if isinstance(outcome, Proof):
            proofs.append(outcome)
    if len(proofs) == 1 or (proofs and claim.kind == "official"):
        return replace(proofs[0], note=f"stands in sentence {proofs[0].sentence.number}")
    if proofs:
        return Refused(Verdict.MISSING, f"{len(proofs)} other sentences state it")
    return first or Refused(Verdict.MISSING, f"the article has no sentence {claim.sentence}")


def _elsewhere(reading: Reading, claim: Claim, refused: Refused) -> bool:
    """Tell whether the claim may be meant of another sentence than the one it names.

    Not where the named sentence speaks of the same thing and says something else of it.
    """
    if claim.kind == "figure":
        about = squeeze(claim.metric)[:4] in reading.sentence(claim.sentence).text
        return not about and refused.verdict in (
            Verdict.MISSING,
            Verdict.NUMBER_DIFFERS,
            Verdict.UNIT_DIFFERS,
        )
    return refused.verdict in (Verdict.MISSING, Verdict.NAME_DIFFERS)


def _copied(claim: Claim) -> str:
    if claim.kind == "figure":
        return claim.raw
    if claim.kind == "official":
        return claim.name
    return claim.action if claim.kind == "next_step" else claim.what


def _evidence(reading: Reading, claim: Claim, outcome: Proof | Refused) -> Evidence:
    sentence, mark = outcome.sentence, outcome.mark
    if sentence is None or mark is None:
        assert isinstance(outcome, Refused)
        return Evidence(verdict=outcome.verdict, note=outcome.reason)
    (low, high), text = mark, reading.article.text
    first, last = sentence.span(low, high)
    if isinstance(outcome, Refused):
        verdict, note = outcome.verdict, outcome.reason
    else:
        verdict, note = Verdict.EXACT, outcome.note
        if _copied(claim) not in text[first:last]:
            verdict = Verdict.FOLDED
        for piece in outcome.pieces:
            low, high = min(low, piece[0]), max(high, piece[1])
    start, end = sentence.span(*sentence.clauses(low, high))
    try:
        raw_start, raw_end = origin.to_raw(reading.article.origin, start, end)
    except ValueError:
        return Evidence(verdict=Verdict.MISSING, note="no part of it stands in the page")
    return Evidence(
        verdict=verdict,
        quote=text[start:end],
        start=start,
        end=end,
        raw_start=raw_start,
        raw_end=raw_end,
        mark=Span(start=first, end=last),
        note=note,
    )
