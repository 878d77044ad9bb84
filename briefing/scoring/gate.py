"""The gate: limits on F1 by kind, as `figures=0.8`, and which of them a score misses."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.errors import ConfigError
from briefing.scoring.tally import KINDS, Score


@dataclass(frozen=True)
class Gate:
    """`kind` must reach this F1, 0 to 1."""

    kind: str
    least: float


def parse_gates(texts: Iterable[str]) -> tuple[Gate, ...]:
    """Read gates from `kind=number`; "all=0.7" is one gate for every kind.

    Raises `ConfigError` naming the text that is no gate.
    """
    gates: list[Gate] = []
    for text in texts:
        kind, _, number = (part.strip() for part in text.partition("="))
        try:
            least = float(number)
        except ValueError:
            least = -1.0
        if not 0 <= least <= 1 or kind not in (*KINDS, "all"):
            raise ConfigError(
                f"{text!r} is not a gate", hint=f"write KIND=0.8 with KIND of {', '.join(KINDS)}"
            )
        gates += [Gate(each, least) for each in (KINDS if kind == "all" else (kind,))]
    return tuple(gates)


def failures(score: Score, gates: Iterable[Gate]) -> tuple[str, ...]:
    """Return one line for each gate that `score` does not reach."""
    return tuple(
        f"{gate.kind}: F1 {score[gate.kind].f1:.3f} is below {gate.least:g}"
        for gate in gates
        if score[gate.kind].f1 < gate.least
    )
