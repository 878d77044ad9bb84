"""What looking for a claim in one sentence came to, before it is a `Finding`."""

from dataclasses import dataclass, field

from briefing.grounding.reading import Sentence
from briefing.records import Amount, DateRange, Verdict


@dataclass
class Proof:
    """A claim that stands in `sentence`. `mark` and `pieces` are ranges of its text.

    `raw` is how a cell of a table is handed on, with the unit of its column; "" for prose.
    """

    sentence: Sentence
    mark: tuple[int, int]
    pieces: list[tuple[int, int]] = field(default_factory=list)
    amount: Amount | None = None
    deadline: DateRange | None = None
    note: str = ""
    raw: str = ""


@dataclass(frozen=True)
class Refused:
    """Why a claim is not proven. `mark` is the place that comes nearest, where there is one."""

    verdict: Verdict
    reason: str
    sentence: Sentence | None = None
    mark: tuple[int, int] | None = None


_WEIGHT = (
    Verdict.MISSING,
    Verdict.NUMBER_DIFFERS,
    Verdict.UNIT_DIFFERS,
    Verdict.NAME_DIFFERS,
    Verdict.BOUND_DIFFERS,
    Verdict.METRIC_DIFFERS,
    Verdict.TITLE_DIFFERS,
    Verdict.SUBJECT_DIFFERS,
    Verdict.OWNER_DIFFERS,
    Verdict.PERIOD_DIFFERS,
    Verdict.DEADLINE_DIFFERS,
    Verdict.DIRECTION_DIFFERS,
    Verdict.NOT_ASSERTED,
)


def nearest(refusals: list[Refused]) -> Refused:
    """Return the refusal that came furthest: the claim failed there for the smallest reason."""
    return max(refusals, key=lambda refused: _WEIGHT.index(refused.verdict))
