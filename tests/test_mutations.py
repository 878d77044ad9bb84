"""On the gold of the sample pages no corrupted claim passes, and every proof is where it says."""

import importlib.util
import json
import random
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fakes import article
from pydantic import TypeAdapter

from briefing import grounding
from briefing.records import Article, Claim, Dated


@pytest.fixture(scope="module")
def mutations() -> Any:
    path = Path(__file__).parent.parent / "benchmarks" / "mutations.py"
    spec = importlib.util.spec_from_file_location("mutations", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mutations"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages(mutations: Any) -> list[Any]:
    return [page for page in mutations.pages("open") if page.claims][:24]


def test_no_corrupted_claim_is_proven(mutations: Any, pages: list[Any]):
    made = list(mutations.mutants(pages, random.Random(7)))
    assert len(made) > 4000
    assert len({name for name, _, _, _ in made}) >= 30
    passed = [
        (name, mutant)
        for name, page, _, mutant in made
        if grounding.ground(page.article, [mutant])[0].proven
    ]
    assert passed == []


def test_true_claims_are_kept(pages: list[Any]):
    findings = [f for page in pages for f in grounding.ground(page.article, page.claims)]
    refused = [f for f in findings if not f.proven]
    assert len(refused) <= 0.03 * len(findings), [f.evidence.note for f in refused]


def test_every_proof_is_where_it_says(pages: list[Any]):
    for page in pages:
        text = page.article.text
        for finding in grounding.ground(page.article, page.claims):
            seen = finding.evidence
            if seen.start is None:
                assert seen.end is None and seen.mark is None and not finding.proven
                continue
            assert seen.mark is not None
            assert text[seen.start : seen.end] == seen.quote
            assert seen.start <= seen.mark.start < seen.mark.end <= seen.end
            assert (seen.raw_start, seen.raw_end) == (seen.start, seen.end)
            assert finding.proven or seen.note


def test_the_order_of_claims_is_kept(pages: list[Any]):
    page = pages[0]
    assert [f.claim for f in grounding.ground(page.article, page.claims)] == page.claims


# --- claims made by hand, true and false, of invented articles -----------------------------

CLAIM: TypeAdapter[Claim] = TypeAdapter(Claim)
HAND_MADE = json.loads((Path(__file__).parent / "data" / "claims.json").read_text("utf-8"))


def invented(row: dict[str, Any]) -> Article:
    day = Dated(first=date(2023, 9, 12), last=date(2023, 9, 12), basis="stamp")
    return article(
        row["text"], title=row.get("title"), region=tuple(row.get("region", ())), published=day
    )


@pytest.mark.parametrize("row", HAND_MADE, ids=lambda row: row["text"][:24])
def test_no_false_claim_is_proven_by_any_sentence(row: dict[str, Any]):
    where = invented(row)
    numbers = range(1, len(where.sentences) + 1)
    claims = [CLAIM.validate_python(c | {"sentence": n}) for c in row["false"] for n in numbers]
    assert [f.claim for f in grounding.ground(where, claims) if f.proven] == []


@pytest.mark.parametrize("row", HAND_MADE, ids=lambda row: row["text"][:24])
def test_the_true_claims_beside_them_are_proven(row: dict[str, Any]):
    where = invented(row)
    found = grounding.ground(where, [CLAIM.validate_python(claim) for claim in row["true"]])
    assert [(f.claim, f.evidence.note) for f in found if not f.proven] == []
