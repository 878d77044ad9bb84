"""The slots of a summary: which row each names, and what code prints for it.

In:  a summary as the model wrote it, and the findings of the same answer.
Out: its slots with their findings, and the words of each: the whole row in the article's own
     letters. `Unfit` where a slot names nothing that is proven.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.facts.folding import squeeze
from briefing.grounding import asserting, zones
from briefing.records import Article, Direction, Figure, Finding

SLOT = re.compile(r"\{\{\s*([FOTNS])(\d{1,4})(?:\.(\w{1,12}))?\s*\}\}")
_LETTERS = {"figure": "F", "official": "O", "target": "T", "next_step": "N", "shortfall": "S"}
PARTS = {
    "F": ("period", "subject", "metric"),
    "O": ("org", "title"),
    "T": ("owner", "deadline"),
    "N": ("owner", "deadline"),
    "S": (),
}
CLAUSE = re.compile(r"[,，;；。:：.]")
GOAL = re.compile(
    r"目标|任务|计划|安排|下一|后续|今后|target|task|plan|promise|next", re.IGNORECASE
)
TROUBLE = re.compile(r"问题|困难|短板|不足|problem|issue", re.IGNORECASE)


@dataclass(frozen=True)
class Slot:
    """A slot of the summary: its letter, number, part ("" for the whole), finding and place."""

    letter: str
    number: int
    part: str
    finding: Finding
    start: int
    end: int

    @property
    def ref(self) -> str:
        return f"{self.letter}{self.number}"


class Unfit(ValueError):
    """The summary may not be printed, for this reason."""


def read(summary: str, findings: Sequence[Finding]) -> list[Slot]:
    """Return the slots of `summary`, each with the finding that it names."""
    rows: dict[str, list[Finding]] = {letter: [] for letter in PARTS}
    for one in findings:
        rows[_LETTERS[one.claim.kind]].append(one)
    slots = []
    for found in SLOT.finditer(summary):
        letter, number, part = found[1], int(found[2]), found[3] or ""
        if not 1 <= number <= len(rows[letter]):
            raise Unfit(f"{found[0]} names nothing in the answer")
        finding = rows[letter][number - 1]
        if not finding.proven:
            raise Unfit(f"{found[0]} is not proven: {finding.evidence.note}")
        part = "title" if part == "titles" else part
        if part and (part not in PARTS[letter] or not part_of(finding, part)):
            raise Unfit(f"{found[0]} has no such part")
        slots.append(Slot(letter, number, part, finding, *found.span()))
    return slots


def part_of(finding: Finding, part: str) -> str:
    """Return a named part of a finding, "" where it has none."""
    claim = finding.claim
    if part == "title":
        return "、".join(claim.titles) if claim.kind == "official" else ""
    return getattr(claim, part, None) or ""


def words_of(article: Article, slot: Slot, previous: Slot | None, between: str, head: str) -> str:
    """Return what a slot prints.

    `head` is its sentence before it, `previous` the slot in that, `between` the prose after it.
    """
    claim = slot.finding.claim
    if previous and CLAUSE.search(between):
        previous = previous if not previous.part else None
    if claim.kind == "figure" and slot.part == "metric":
        whose = previous is not None and previous.ref == slot.ref and previous.part == "subject"
        return _named(claim, claim.metric, whose=not whose)
    if slot.part:
        return part_of(slot.finding, slot.part)
    if claim.kind == "figure":
        return _figure(article, claim, slot, previous)
    if claim.kind == "official":
        return claim.name
    told = claim.action if claim.kind == "next_step" else claim.what
    latin = told.isascii()
    if claim.kind == "shortfall":
        return told if TROUBLE.search(head + told) else ("problem: " if latin else "问题：") + told
    if GOAL.search(head + told) or asserting.wished(squeeze(told)):
        return told
    if claim.kind == "target":
        return ("target: " if latin else "目标：") + told
    return ("next: " if latin else "下一步：") + told


def _figure(article: Article, claim: Figure, slot: Slot, previous: Slot | None) -> str:
    """Return whose, what and how much, without what the slots of its row right before it said."""
    kind = claim.change_kind or ""
    if kind == "其他" or kind in claim.raw + claim.metric:
        kind = ""
    value = kind + _WAYS[slot.finding.unsaid] + claim.raw
    if claim.raw.isascii() and claim.metric.isascii():
        value = claim.raw
    if previous and previous.ref == slot.ref and previous.part == "metric":
        return value
    if previous and not previous.part and _goes_on(article, previous.finding, slot.finding):
        return value
    whose = previous is not None and previous.ref == slot.ref and previous.part == "subject"
    metric = _named(claim, claim.head, whose=not whose)
    return f"{metric} {value}".strip() if metric.isascii() else metric + value


_WAYS = {Direction.UP: "增长", Direction.DOWN: "下降", Direction.NONE: ""}
"""Put in by code where the proven direction stands apart from the number."""


def _named(claim: Figure, metric: str, *, whose: bool) -> str:
    """Return `metric` with the subject before it where `whose` and it is not part of it."""
    subject = claim.subject or ""
    if not whose or subject in claim.metric:
        return metric
    return f"{subject} {metric}" if claim.metric.isascii() else subject + metric


def _goes_on(article: Article, first: Finding, second: Finding) -> bool:
    """Tell whether the article says the second number right after the first, of the same thing."""
    one, two = first.claim, second.claim
    left, right = first.evidence.mark, second.evidence.mark
    if one.kind != "figure" or two.kind != "figure" or not (left and right):
        return False
    between = squeeze(article.text[left.end : right.start])
    return (
        squeeze(one.metric) == squeeze(two.metric)
        and two.subject in (None, one.subject)
        and two.period in (None, one.period)
        and left.end <= right.start <= left.end + 12
        and not re.search(r"[;。\d]", between)
        and not zones.has_content(between)
    )
