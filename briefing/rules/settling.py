"""Let a drafted claim say no more than the article proves.

In:  claims that the rules drafted, and other wordings of their metrics.
Out: the claims, each weakened where grounding refused it: without a period, a subject or a
     title that does not stand there, or with another wording of its metric. What no wording
     proves is left out: the rules state nothing that is not proven.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from briefing.grounding import measures
from briefing.grounding.proof import Proof, Refused
from briefing.grounding.proving import prove
from briefing.grounding.reading import Reading, of
from briefing.records import Article, Claim, Figure, NextStep, Official, Shortfall, Target, Verdict

C = TypeVar("C", Figure, Official, Target, NextStep, Shortfall)

_ROUNDS = 12


def settle(
    article: Article, claims: Sequence[C], metrics: Mapping[int, tuple[str, ...]] | None = None
) -> list[C]:
    """Return the proven claims in order; `metrics` has further wordings by place in `claims`."""
    return [claim for claim, proven in attempt(article, claims, metrics) if proven]


def attempt(
    article: Article, claims: Sequence[C], metrics: Mapping[int, tuple[str, ...]] | None = None
) -> list[tuple[C, bool]]:
    """Return every claim as proven, or as drafted with False where no wording is."""
    reading = of(article)
    spare = metrics or {}
    return [
        _settled(reading, claim, list(spare.get(place, ()))) for place, claim in enumerate(claims)
    ]


def _settled(reading: Reading, drafted: C, spare: list[str]) -> tuple[C, bool]:
    claim = drafted
    for _ in range(_ROUNDS):
        outcome = prove(reading, reading.sentence(claim.sentence), claim)  # as grounding does first
        if isinstance(outcome, Proof):
            return claim, True
        changes = _weaker(claim, outcome, spare)
        if not changes:
            break
        claim = claim.model_copy(update=changes)
    return drafted, False


def _weaker(claim: Claim, refused: Refused, spare: list[str]) -> dict[str, Any]:
    """Return what to change in a refused claim, {} when nothing is left to take away."""
    verdict, note = refused.verdict, refused.reason
    match claim:
        case Figure():
            if verdict in (Verdict.METRIC_DIFFERS, Verdict.DIRECTION_DIFFERS) and spare:
                return {"metric": spare.pop(0)}
            if note.startswith(measures.OLDER):
                older = note.removeprefix(measures.OLDER)
                field = "raw" if claim.raw in older else "period"
                return {} if getattr(claim, field) == older else {field: older}
            if verdict is Verdict.PERIOD_DIFFERS:
                said = claim.change_kind is not None and claim.change_kind in note
                return {"change_kind": None} if said or not claim.period else {"period": None}
            return {"subject": None} if verdict is Verdict.SUBJECT_DIFFERS and claim.subject else {}
        case Official():
            if verdict is Verdict.NOT_ASSERTED:
                return {"roles": ()} if claim.roles else {}
            if verdict is Verdict.TITLE_DIFFERS and claim.titles:
                return {"titles": claim.titles[1:]}
            if claim.roles and verdict is not Verdict.NAME_DIFFERS:
                return {"roles": ()}
            return {"org": None} if claim.org else {}
        case Target() | NextStep():
            if verdict is Verdict.DEADLINE_DIFFERS and claim.deadline:
                return {"deadline": None}
            if verdict is Verdict.OWNER_DIFFERS and claim.owner:
                return {"owner": None}
            return {"raw": None} if isinstance(claim, Target) and claim.raw else {}
    return {}
