"""Fill a summary's slots, or say why it may not be printed.

In:  an article, a summary as the model wrote it, and the findings of the same answer.
Out: a `Passage` whose every fact was put in by code, or a `Refusal`.

Slots: {{F1}} is the answer's first figure, whose and what it is and how much, in the article's words
({{F1.metric}}, {{F1.subject}} and {{F1.period}} before it take those words upon themselves); {{O1}} the first
official's name, {{O1.title}} the titles, {{O1.org}} the organisation; {{T1}} the first target's words,
{{T1.deadline}} and {{T1.owner}}; {{N1}} a next step's action; {{S1}} a shortfall.

Between slots stand connectives alone (`connectives`), and beside {{O1}} what that person did there,
by the roles of the claim. No slot touches another, but for the parts of one row.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.facts.folding import squeeze
from briefing.grounding import asserting, zones
from briefing.grounding.connectives import foreign
from briefing.records import (
    Article,
    Figure,
    Finding,
    NextStep,
    Official,
    Part,
    Passage,
    Shortfall,
    Target,
)

_SLOT = re.compile(r"\{\{\s*([FOTNS])(\d{1,4})(?:\.(\w{1,12}))?\s*\}\}")
_KINDS: dict[str, type] = {"F": Figure, "O": Official, "T": Target, "N": NextStep, "S": Shortfall}
_PARTS = {
    "F": ("period", "subject", "metric"),
    "O": ("org", "title"),
    "T": ("owner", "deadline"),
    "N": ("owner", "deadline"),
    "S": (),
}
MAX_SUMMARY = 4_000
"""Characters of a summary; a longer one is noise."""

_CLAUSE = re.compile(r"[,，;；。:：.]")
_STOP = re.compile(r"[;；。]|\.(?=\s|$)")
_SPOKEN = (
    "说 表示 强调 指出 要求 介绍 提出 告诉记者 透露 通报 汇报 回应 said announced stressed noted"
)
_DONE_BY = f"{_SPOKEN} 主持 出席 参加 讲话 致辞 发言 调研 考察 检查 督导 督查 陪同 会见 部署 宣布 见证 走访 慰问 座谈 attended chaired spoke inspected visited presided"
_ROLES = {
    "attended": r"attend|出席|参加",
    "chaired": r"chair|presid|主持",
    "presided": r"chair|presid|主持",
    "spoke": r"sp[eo]|address|讲话|发言|致辞",
    "inspected": r"inspect|调研|考察|检查|督",
    "visited": r"visit|调研|考察|走访|慰问",
    "said": r"sa[iy]|表示|说|介绍|指出|强调",
    "announced": r"announc|宣布|表示|介绍",
    "stressed": r"stress|emphasi|强调",
    "noted": r"not|指出",
}
"""The roles that an English verb tells of."""


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_ACT = re.compile(_any(_DONE_BY))
_SAYS = re.compile(_any(_SPOKEN))
_GOAL = re.compile(
    r"目标|任务|计划|安排|下一|后续|今后|target|task|plan|promise|next", re.IGNORECASE
)
_TROUBLE = re.compile(r"问题|困难|短板|不足|problem|issue", re.IGNORECASE)

_LINKS = re.compile(
    r"(?:^|[^\u3400-\u9fff])(?:其中|同时|此外|另外|另有|还有|以及|并且|而且|并|和|与|及|也|还|分别为|分别是|即|如|例如|主要是|包括|为|是|有)*$"
)
"""How prose may end that runs into a figure: a topic (工业投资) there would be read as its metric."""


@dataclass(frozen=True)
class Refusal:
    """Why a summary may not be printed. `reason` goes back to the model."""

    reason: str


@dataclass(frozen=True)
class _Slot:
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


class _Unfit(ValueError):
    """The summary may not be printed, for this reason."""


def fill(article: Article, summary: str, findings: Sequence[Finding]) -> Passage | Refusal:
    """Put the findings' words into the slots of `summary`."""
    try:
        return _filled(article, summary, findings)
    except _Unfit as unfit:
        return Refusal(str(unfit))


def _filled(article: Article, summary: str, findings: Sequence[Finding]) -> Passage:
    if not summary.strip():
        raise _Unfit("the summary is empty")
    if len(summary) > MAX_SUMMARY:
        raise _Unfit("the summary is too long")
    slots = _slots(summary, findings)
    if not slots:
        raise _Unfit(f"the summary has no slot: {summary[:40]!r}")
    parts: list[Part] = []
    place = 0
    for index, slot in enumerate(slots):
        previous = slots[index - 1] if index else None
        between = summary[place : slot.start]
        _check_prose(summary, slots[:index], between)
        _check_neighbours(slots, index, between)
        _check_said(article, summary, slots, index)
        if between:
            parts.append(Part(text=between))
        head = _STOP.split(summary[: slot.start])[-1]
        if previous and previous.start < slot.start - len(head):
            previous = None
        words = _words(article, slot, previous, between, head)
        parts.append(Part(text=words, ref=slot.ref))
        place = slot.end
    if rest := summary[place:]:
        _check_prose(summary, slots, rest)
        parts.append(Part(text=rest))
    for sentence in _STOP.split(summary):
        _check_kinds(sentence)
    return Passage(parts=tuple(parts))


def _slots(summary: str, findings: Sequence[Finding]) -> list[_Slot]:
    """Return the slots of `summary`, each with the finding that it names."""
    rows = {
        letter: [one for one in findings if isinstance(one.claim, kind)]
        for letter, kind in _KINDS.items()
    }
    slots = []
    for found in _SLOT.finditer(summary):
        letter, number, part = found[1], int(found[2]), found[3] or ""
        if not 1 <= number <= len(rows[letter]):
            raise _Unfit(f"{found[0]} names nothing in the answer")
        finding = rows[letter][number - 1]
        if not finding.proven:
            raise _Unfit(f"{found[0]} is not proven: {finding.evidence.note}")
        part = "title" if part == "titles" else part
        if part and (part not in _PARTS[letter] or not _part(finding, part)):
            raise _Unfit(f"{found[0]} has no such part")
        slots.append(_Slot(letter, number, part, finding, *found.span()))
    return slots


def _check_neighbours(slots: list[_Slot], index: int, between: str) -> None:
    """Raise where a slot touches another row's, or a part stands without its row."""
    slot = slots[index]
    previous = slots[index - 1] if index else None
    if previous and not between.strip():
        order = (*_PARTS[slot.letter], "")
        if previous.ref != slot.ref or order.index(previous.part) >= order.index(slot.part):
            raise _Unfit(f"two slots stand side by side: {{{{{previous.ref}}}}}{{{{{slot.ref}}}}}")
    if slot.letter == "F" and not _LINKS.search(between):
        raise _Unfit(f"{between[-12:]!r} stands right before {{{{{slot.ref}}}}}, as if part of it")
    if not slot.part:
        return
    following = slots[index + 1] if index + 1 < len(slots) else None
    if following is None or following.ref != slot.ref:
        raise _Unfit(f"{{{{{slot.ref}.{slot.part}}}}} must stand before {{{{{slot.ref}}}}}")


def _check_prose(summary: str, before: Sequence[_Slot], prose: str) -> None:
    """Raise where words after the slots `before` are neither connectives nor deeds of a person."""
    if before and before[-1].letter == "O" and not before[-1].part:
        stop = _STOP.search(prose)
        first = stop.start() if stop else len(prose)
        prose = _without_deeds(summary, before, prose[:first]) + prose[first:]
    if wrong := foreign(prose):
        raise _Unfit(f"{wrong} is neither a slot nor a plain linking word")


def _without_deeds(summary: str, before: Sequence[_Slot], words: str) -> str:
    """Return `words` without what the persons before it did; raise where they did not do it."""
    people = [before[-1]]
    for slot in reversed(before[:-1]):
        if slot.letter != "O" or _CLAUSE.search(summary[slot.end : people[-1].start]):
            break
        people.append(slot)
    for act in _ACT.findall(words):
        role = re.compile(_ROLES.get(act, re.escape(act)))
        for slot in people:
            claim = slot.finding.claim
            if isinstance(claim, Official) and not any(map(role.search, claim.roles)):
                raise _Unfit(f"{act!r} is not among the roles of {{{{{slot.ref}}}}}")
    return _ACT.sub("", words)


def _check_said(article: Article, summary: str, slots: Sequence[_Slot], index: int) -> None:
    """Raise where what follows 'X said' in the sentence was not said by X, the last one named."""
    speaker = slots[index]
    stop = _STOP.search(summary, speaker.end)
    last = stop.start() if stop else len(summary)
    told = [slot for slot in slots[index + 1 :] if slot.start < last]
    until = told[0].start if told else last
    if speaker.letter != "O" or not _SAYS.search(summary[speaker.end : until]):
        return
    names = {slot.finding.claim.name for slot in slots if isinstance(slot.finding.claim, Official)}
    for slot in told:
        place = slot.finding.evidence.start or 0
        spans = [span for span in article.paragraphs if span.start <= place < span.end]
        words = article.text[spans[0].start : place + 1] if spans else ""
        words += slot.finding.evidence.quote or ""
        nearest = max(names, key=words.rfind)
        claim = speaker.finding.claim
        if not isinstance(claim, Official) or nearest != claim.name or claim.name not in words:
            raise _Unfit(f"the article does not let {{{{{speaker.ref}}}}} say {{{{{slot.ref}}}}}")


def _check_kinds(sentence: str) -> None:
    """Raise where a sentence calls a target or a problem what is another kind of row."""
    for named, letters in ((_TROUBLE, "S"), (_GOAL, "TN")):
        found = named.search(_SLOT.sub("", sentence))
        wrong = [slot for slot in _SLOT.finditer(sentence) if slot[1] not in letters + "O"]
        if found and wrong:
            raise _Unfit(f"{found[0]} is said of {wrong[0][0]}, which is another kind of row")


def _part(finding: Finding, part: str) -> str:
    """Return a named part of a finding, "" where it has none."""
    claim = finding.claim
    if part == "title":
        return "、".join(claim.titles) if isinstance(claim, Official) else ""
    return getattr(claim, part, None) or ""


def _words(article: Article, slot: _Slot, previous: _Slot | None, between: str, head: str) -> str:
    """Return what a slot prints.

    `head` is its sentence before it, `previous` the slot in that, `between` the prose after it.
    """
    claim = slot.finding.claim
    if previous and _CLAUSE.search(between):
        previous = previous if not previous.part else None
    if isinstance(claim, Figure) and slot.part == "metric":
        whose = previous is not None and previous.ref == slot.ref and previous.part == "subject"
        return _named(claim, whose=not whose)
    if slot.part:
        return _part(slot.finding, slot.part)
    if isinstance(claim, Figure):
        return _figure(article, slot, previous)
    if isinstance(claim, Official):
        return claim.name
    told = claim.action if isinstance(claim, NextStep) else claim.what
    latin = told.isascii()
    if isinstance(claim, Shortfall):
        return told if _TROUBLE.search(head + told) else ("problem: " if latin else "问题：") + told
    if _GOAL.search(head + told) or asserting.wished(squeeze(told)):
        return told
    if isinstance(claim, Target):
        return ("target: " if latin else "目标：") + told
    return ("next: " if latin else "下一步：") + told


def _figure(article: Article, slot: _Slot, previous: _Slot | None) -> str:
    """Return whose, what and how much, without what the slots of its row right before it said."""
    claim = slot.finding.claim
    assert isinstance(claim, Figure)
    kind = claim.change_kind or ""
    if kind == "其他" or kind in claim.raw + claim.metric:
        kind = ""
    value = claim.raw if claim.raw.isascii() and claim.metric.isascii() else kind + claim.raw
    if previous and previous.ref == slot.ref and previous.part == "metric":
        return value
    if previous and not previous.part and _goes_on(article, previous.finding, slot.finding):
        return value
    whose = previous is not None and previous.ref == slot.ref and previous.part == "subject"
    metric = _named(claim, whose=not whose)
    return f"{metric} {value}" if metric.isascii() else metric + value


def _named(claim: Figure, whose: bool) -> str:
    """Return the metric, with the subject before it where `whose` and it is not part of it."""
    subject = claim.subject or ""
    if not whose or subject in claim.metric:
        return claim.metric
    return f"{subject} {claim.metric}" if claim.metric.isascii() else subject + claim.metric


def _goes_on(article: Article, first: Finding, second: Finding) -> bool:
    """Tell whether the article says the second number right after the first, of the same thing."""
    one, two = first.claim, second.claim
    left, right = first.evidence.mark, second.evidence.mark
    if not (isinstance(one, Figure) and isinstance(two, Figure) and left and right):
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
