"""What a score is: counts of one kind, their ratios, and every miss and false item.

Texts count in halves where a target was met by a next step, so counts are floats.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields

KINDS = ("figures", "officials", "targets", "next_steps", "shortfalls")


@dataclass(frozen=True)
class Miss:
    """One item that went wrong: a gold item not found, a false one, a wrong value.

    `what` is the item in words, `sentence` where it stands, `page` the gold's id.
    """

    page: str
    what: str
    sentence: str
    key: bool = False


@dataclass(frozen=True)
class Tally:
    """Counts of one kind. A count never seen gives ratio 1: nothing to find, nothing wrong."""

    gold: int = 0
    found: float = 0
    gold_key: int = 0
    found_key: float = 0
    predicted: int = 0
    right: float = 0
    repeats: int = 0
    strict: float = 0
    misses: tuple[Miss, ...] = ()
    false: tuple[Miss, ...] = ()
    wrong_values: tuple[Miss, ...] = ()
    wrong_signs: tuple[Miss, ...] = ()
    wrong_titles: tuple[Miss, ...] = ()

    @property
    def judged(self) -> int:
        """Predictions that count for precision: all but repeats."""
        return self.predicted - self.repeats

    @property
    def precision(self) -> float:
        """Share of judged predictions that are right."""
        return self.right / self.judged if self.judged else 1.0

    @property
    def recall(self) -> float:
        """Share of gold items found."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def key_recall(self) -> float:
        """Share of the gold items that must appear in a good briefing."""
        return self.found_key / self.gold_key if self.gold_key else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def strict_f1(self) -> float:
        """F1 where each prediction and each gold item may be used once only."""
        both = self.judged + self.gold
        return 2 * self.strict / both if both else 1.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )


@dataclass(frozen=True)
class Score:
    """The tallies of one page or of a sum of pages, by kind."""

    page: str
    kinds: dict[str, Tally] = field(default_factory=dict)

    def __getitem__(self, kind: str) -> Tally:
        return self.kinds.get(kind, Tally())

    @property
    def wrong_value_rate(self) -> float:
        """Wrong values and signs over all judged figures."""
        figures = self["figures"]
        wrong = len(figures.wrong_values) + len(figures.wrong_signs)
        return wrong / figures.judged if figures.judged else 0.0


def total(scores: Iterable[Score], page: str = "total") -> Score:
    """Return the sum of `scores`: counts are added, ratios follow from them (micro average)."""
    kinds = {kind: Tally() for kind in KINDS}
    for score in scores:
        for kind in KINDS:
            kinds[kind] += score[kind]
    return Score(page, kinds)
