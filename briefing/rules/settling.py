"""Let a drafted claim say no more than the article proves.

In:  claims that the rules drafted, and other wordings of their metrics.
Out: the claims, each weakened where grounding refused it: without a period, a subject or a
     title that does not stand there, or with another wording of its metric. What no wording
     proves is left out: the rules state nothing that is not proven.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from briefing import grounding
from briefing.records import Article, Claim, Figure, Finding, NextStep, Official, Target, Verdict

C = TypeVar("C", Figure, Official, Target, NextStep)

_ROUNDS = 7


def settle(
    article: Article, claims: Sequence[C], metrics: Mapping[int, tuple[str, ...]] | None = None
) -> list[C]:
    """Return the proven claims in order; `metrics` has further wordings by place in `claims`."""
    return [claim for claim, proven in attempt(article, claims, metrics) if proven]


def attempt(
    article: Article, claims: Sequence[C], metrics: Mapping[int, tuple[str, ...]] | None = None
) -> list[tuple[C, bool]]:
    """Return every claim as proven, or as drafted with False where no wording is."""
    settled: dict[int, tuple[C, bool]] = {
        place: (claim, False) for place, claim in enumerate(claims)
    }
    spare = {place: list(words) for place, words in (metrics or {}).items()}
    waiting = list(settled)
    tried = dict(enumerate(claims))
    for _ in range(_ROUNDS):
        findings = grounding.ground(article, [tried[place] for place in waiting])
        refused: list[int] = []
        for place, finding in zip(waiting, findings, strict=True):
            if finding.proven:
                settled[place] = (tried[place], True)
            elif changes := _weaker(tried[place], finding, spare.get(place, [])):
                tried[place] = tried[place].model_copy(update=changes)
                refused.append(place)
        waiting = refused
        if not waiting:
            break
    return [settled[place] for place in sorted(settled)]


def _weaker(claim: Claim, finding: Finding, spare: list[str]) -> dict[str, Any]:
    """Return what to change in a refused claim, {} when nothing is left to take away."""
    verdict, note = finding.evidence.verdict, finding.evidence.note
    match claim:
        case Figure():
            if verdict in (Verdict.METRIC_DIFFERS, Verdict.DIRECTION_DIFFERS) and spare:
                return {"metric": spare.pop(0)}
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
