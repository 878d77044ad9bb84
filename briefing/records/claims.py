"""What is claimed about an article: untrusted. The descriptions are prompt text."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from briefing.records.base import Record

# The docstrings and descriptions of this section go into the JSON schema: they are prompt text.


class _Claim(Record):
    sentence: int = Field(ge=1, description="Number of the sentence that states it.")


class Figure(_Claim):
    """A number the article states about the past or present, as the article writes it."""

    kind: Literal["figure"] = "figure"
    metric: str = Field(min_length=1, description="What is counted, in the article's words.")
    subject: str | None = Field(
        default=None, description="Whose figure it is (place, unit, project), as written."
    )
    raw: str = Field(
        min_length=1,
        description="Number and unit with 近/超/约/增长/下降 beside it, letter for letter.",
    )
    period: str | None = Field(default=None, description="Its period, as written: 前三季度.")
    change_kind: Literal["同比", "环比", "比年初", "其他"] | None = Field(
        default=None, description="What a change is measured against, if it is one."
    )
    is_rank: bool = Field(default=False, description="True for a place in a ranking.")

    @property
    def head(self) -> str:
        """The metric without the words at its end that the number begins with, "" for all of it."""
        if self.raw.startswith(self.metric):
            return ""
        for size in range(min(len(self.metric) - 2, len(self.raw)), 1, -1):
            if self.metric.endswith(self.raw[:size]):
                return self.metric[:-size]
        return self.metric


class Official(_Claim):
    """A named person who takes part or is named for a post. No reporters, no editors."""

    kind: Literal["official"] = "official"
    name: str = Field(min_length=1, description="The name alone, letter for letter.")
    titles: tuple[str, ...] = Field(default=(), description="Each title, letter for letter.")
    org: str | None = Field(default=None, description="The organisation, as written.")
    roles: tuple[str, ...] = Field(default=(), description="What they did: 出席, 讲话, 主持.")
    nongov: bool = Field(default=False, description="True for people of companies.")


class Target(_Claim):
    """A state that someone says they will reach, with or without a number."""

    kind: Literal["target"] = "target"
    what: str = Field(min_length=1, description="The state to reach, letter for letter.")
    raw: str | None = Field(default=None, description="Its number and unit, letter for letter.")
    deadline: str | None = Field(default=None, description="As written: 年底前, 到2025年.")
    owner: str | None = Field(default=None, description="Who is to reach it, as written.")
    completion: str | None = Field(
        default=None, description="The share already done, letter for letter: 77.4%."
    )


class NextStep(_Claim):
    """A concrete action that someone says they will take, with its object."""

    kind: Literal["next_step"] = "next_step"
    action: str = Field(min_length=1, description="The action, letter for letter.")
    owner: str | None = Field(default=None, description="Who is to act, as written.")
    deadline: str | None = Field(default=None, description="As written: 月底前.")


class Shortfall(_Claim):
    """A problem, gap or weak indicator that the article admits."""

    kind: Literal["shortfall"] = "shortfall"
    what: str = Field(min_length=1, description="The problem, letter for letter.")


Claim = Annotated[Figure | Official | Target | NextStep | Shortfall, Field(discriminator="kind")]


class Claims(Record):
    """All that was claimed about one article: untrusted.

    `summary` holds slots instead of facts: {{F1}} is the first figure of this reply, {{O1}}
    the first official, {{T1}} target, {{N1}} next step, {{S1}} shortfall.
    """

    figures: tuple[Figure, ...] = ()
    officials: tuple[Official, ...] = ()
    targets: tuple[Target, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    summary: str = ""

    def __iter__(self) -> Iterator[Claim]:  # type: ignore[override]
        """Yield every claim, kind by kind in the order of the fields."""
        yield from self.figures
        yield from self.officials
        yield from self.targets
        yield from self.next_steps
        yield from self.shortfalls
