"""Show the same mutants to other checkers: langextract, Instructor's citations, rapidfuzz.

A peer checks that quoted words stand in a source. It is shown the gold's clause with the corrupted
words put into it, and accepts when it gives the words a place. What a peer does not look at
(period, owner, subject, what a change is measured against) leaves the clause as it is, and it is
accepted by design. A peer that is not installed is named and skipped.
"""

import random
import time
from collections.abc import Callable
from typing import Any

from briefing.facts.folding import squeeze
from briefing.records import Claim

Accepts = Callable[[str, str], bool]


def run(
    pages: list[Any], made: list[tuple[str, Any, Claim, Claim]], sample: int, rng: random.Random
) -> None:
    """Print accepted mutants and lost truths of every peer, over a sample of each."""
    mutants = rng.sample(made, min(sample, len(made)))
    truths = [(page, clause) for page in pages for clause in page.clauses]
    truths = rng.sample(truths, min(sample, len(truths)))
    for name, make in PEERS.items():
        try:
            accepts = make()
        except ImportError as missing:
            print(f"{name}: skipped, {missing.name} is not installed")
            continue
        started = time.process_time()
        passed = sum(
            accepts(_shown(page, claim, mutant), squeeze(page.article.text))
            for _, page, claim, mutant in mutants
        )
        lost = sum(not accepts(clause, squeeze(page.article.text)) for page, clause in truths)
        spent = (time.process_time() - started) / (len(mutants) + len(truths)) * 1000
        print(
            f"{name}: {passed / len(mutants):.0%} of {len(mutants)} mutants accepted, "
            f"{lost / len(truths):.1%} of {len(truths)} true clauses lost, {spent:.1f} ms each"
        )


def _shown(page: Any, claim: Claim, mutant: Claim) -> str:
    """Return the true clause with the words that the mutant changed."""
    clause: str = page.clauses[page.claims.index(claim)]
    if type(claim) is not type(mutant):
        return clause
    old, new = claim.model_dump(), mutant.model_dump()
    for field in ("raw", "name", "what", "action", "metric"):
        if old.get(field) and new.get(field) and old[field] != new[field]:
            before, after = squeeze(old[field]), squeeze(new[field])
            clause = clause.replace(before, after) if before in clause else clause + after
    for before, after in zip(old.get("titles") or (), new.get("titles") or (), strict=False):
        clause = clause.replace(squeeze(before), squeeze(after))
    return clause


def _langextract(**options: Any) -> Accepts:
    from langextract import resolver
    from langextract.core import data

    aligner = resolver.WordAligner()

    def accepts(words: str, source: str) -> bool:
        extraction = data.Extraction(extraction_class="fact", extraction_text=words)
        groups = aligner.align_extractions([[extraction]], source, **options)
        aligned = [one for group in groups for one in group]
        return bool(aligned) and aligned[0].char_interval is not None

    return accepts


def _langextract_unicode() -> Accepts:
    from langextract.core import tokenizer

    return _langextract(tokenizer_impl=tokenizer.UnicodeTokenizer())


def _langextract_strict() -> Accepts:
    from langextract.core import tokenizer

    return _langextract(
        tokenizer_impl=tokenizer.UnicodeTokenizer(),
        enable_fuzzy_alignment=False,
        accept_match_lesser=False,
    )


def _instructor() -> Accepts:
    from instructor.dsl.citation import CitationMixin

    def accepts(words: str, source: str) -> bool:
        cited = CitationMixin.model_validate(
            {"substring_quotes": [words]}, context={"context": source}
        )
        return bool(cited.substring_quotes)

    return accepts


def _rapidfuzz() -> Accepts:
    from rapidfuzz import fuzz

    return lambda words, source: fuzz.partial_ratio(words, source) >= 85


PEERS: dict[str, Callable[[], Accepts]] = {
    "langextract, defaults": _langextract,
    "langextract, Unicode tokenizer": _langextract_unicode,
    "langextract, Unicode tokenizer, no fuzzy and no lesser matches": _langextract_strict,
    "Instructor's citation mixin": _instructor,
    "rapidfuzz partial_ratio >= 85": _rapidfuzz,
}
