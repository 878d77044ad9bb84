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

from briefing.grounding import slots as slots_of
from briefing.grounding.connectives import foreign
from briefing.grounding.slots import CLAUSE, GOAL, PARTS, SLOT, TROUBLE, Slot, Unfit
from briefing.records import Article, Finding, Part, Passage

MAX_SUMMARY = 4_000
"""Characters of a summary; a longer one is noise."""

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
_LINKS = re.compile(
    r"(?:^|[^\u3400-\u9fff])(?:其中|同时|此外|另外|另有|还有|以及|并且|而且|并|和|与|及|也|还|分别为|分别是|即|如|例如|主要是|包括|为|是|有)*$"
)
"""How prose may end that runs into a figure: a topic (工业投资) there would be read as its metric."""


@dataclass(frozen=True)
class Refusal:
    """Why a summary may not be printed. `reason` goes back to the model."""

    reason: str


def fill(article: Article, summary: str, findings: Sequence[Finding]) -> Passage | Refusal:
    """Put the findings' words into the slots of `summary`."""
    try:
        return _filled(article, summary, findings)
    except Unfit as unfit:
        return Refusal(str(unfit))


def _filled(article: Article, summary: str, findings: Sequence[Finding]) -> Passage:
    if not summary.strip():
        raise Unfit("the summary is empty")
    if len(summary) > MAX_SUMMARY:
        raise Unfit("the summary is too long")
    slots = slots_of.read(summary, findings)
    if not slots:
        raise Unfit(f"the summary has no slot: {summary[:40]!r}")
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
        words = slots_of.words_of(article, slot, previous, between, head)
        parts.append(Part(text=words, ref=slot.ref))
        place = slot.end
    if rest := summary[place:]:
        _check_prose(summary, slots, rest)
        parts.append(Part(text=rest))
    for sentence in _STOP.split(summary):
        _check_kinds(sentence)
    return Passage(parts=tuple(parts))


def _check_neighbours(slots: list[Slot], index: int, between: str) -> None:
    """Raise where a slot touches another row's, or a part stands without its row."""
    slot = slots[index]
    previous = slots[index - 1] if index else None
    if previous and not between.strip():
        order = (*PARTS[slot.letter], "")
        if previous.ref != slot.ref or order.index(previous.part) >= order.index(slot.part):
            raise Unfit(f"two slots stand side by side: {{{{{previous.ref}}}}}{{{{{slot.ref}}}}}")
    if slot.letter == "F" and not _LINKS.search(between):
        raise Unfit(f"{between[-12:]!r} stands right before {{{{{slot.ref}}}}}, as if part of it")
    if not slot.part:
        return
    following = slots[index + 1] if index + 1 < len(slots) else None
    if following is None or following.ref != slot.ref:
        raise Unfit(f"{{{{{slot.ref}.{slot.part}}}}} must stand before {{{{{slot.ref}}}}}")


def _check_prose(summary: str, before: Sequence[Slot], prose: str) -> None:
    """Raise where words after the slots `before` are neither connectives nor deeds of a person."""
    if before and before[-1].letter == "O" and not before[-1].part:
        stop = _STOP.search(prose)
        first = stop.start() if stop else len(prose)
        prose = _without_deeds(summary, before, prose[:first]) + prose[first:]
    if wrong := foreign(prose):
        raise Unfit(f"{wrong} is neither a slot nor a plain linking word")


def _without_deeds(summary: str, before: Sequence[Slot], words: str) -> str:
    """Return `words` without what the persons before it did; raise where they did not do it."""
    people = [before[-1]]
    for slot in reversed(before[:-1]):
        if slot.letter != "O" or CLAUSE.search(summary[slot.end : people[-1].start]):
            break
        people.append(slot)
    for act in _ACT.findall(words):
        role = re.compile(_ROLES.get(act, re.escape(act)))
        for slot in people:
            claim = slot.finding.claim
            if claim.kind == "official" and not any(map(role.search, claim.roles)):
                raise Unfit(f"{act!r} is not among the roles of {{{{{slot.ref}}}}}")
    return _ACT.sub("", words)


def _check_said(article: Article, summary: str, slots: Sequence[Slot], index: int) -> None:
    """Raise where what follows 'X said' in the sentence was not said by X, the last one named."""
    speaker = slots[index]
    stop = _STOP.search(summary, speaker.end)
    last = stop.start() if stop else len(summary)
    told = [slot for slot in slots[index + 1 :] if slot.start < last]
    until = told[0].start if told else last
    if speaker.letter != "O" or not _SAYS.search(summary[speaker.end : until]):
        return
    people = (slot.finding.claim for slot in slots)
    names = {claim.name for claim in people if claim.kind == "official"}
    for slot in told:
        place = slot.finding.evidence.start or 0
        spans = [span for span in article.paragraphs if span.start <= place < span.end]
        words = article.text[spans[0].start : place + 1] if spans else ""
        words += slot.finding.evidence.quote or ""
        nearest = max(names, key=words.rfind)
        claim = speaker.finding.claim
        if claim.kind != "official" or nearest != claim.name or claim.name not in words:
            raise Unfit(f"the article does not let {{{{{speaker.ref}}}}} say {{{{{slot.ref}}}}}")


def _check_kinds(sentence: str) -> None:
    """Raise where a sentence calls a target or a problem what is another kind of row."""
    for named, letters in ((TROUBLE, "S"), (GOAL, "TN")):
        found = named.search(SLOT.sub("", sentence))
        wrong = [slot for slot in SLOT.finditer(sentence) if slot[1] not in letters + "O"]
        if found and wrong:
            raise Unfit(f"{found[0]} is said of {wrong[0][0]}, which is another kind of row")
