"""Take what an article states, by a model or by rules.

    found = await extract(article, llm, prompts)       # raises ModelUnavailable, AnswerUnusable
    found = by_rules(article)                          # no model

In:  a cleaned article, and anything that implements `LLM`.
Out: an `Extraction`: proven findings, refused claims with their reasons, what only the rules
saw, and a summary whose facts were put in by code.

A long article is asked about in pieces. An answer that cannot be read is asked for twice more;
one that hits the length limit, or breaks off twice, is asked for in halves. Claims that cannot be proven, and a
summary that cannot be filled, go back once with the reasons. What still fails is a doubt.

Pure but for the port: no files, no clock.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing import grounding, rules
from briefing.asking import wire
from briefing.asking.joining import LETTERS, Taken, content, join, renamed
from briefing.asking.mending import Unreadable
from briefing.asking.prompting import Limits, Piece, Prompts, split
from briefing.errors import BriefingError
from briefing.llm import LLM, Prompt, Reply
from briefing.records import Article, Claims, Extraction, Finding, Official, Passage

TRIES = 3
CUTS = 2  # answers that break off with no word of a limit: asked again once, then in halves
MAX_HALVINGS = 3  # eight pieces of a piece; then it is the limit that is wrong
_MAX_ECHO_CHARS = 8_000  # of an unreadable answer that goes back with the repair
_FILTERED = ("content_filter", "sensitive")
_PASSES = 4  # of the event loop: from a free place to a sent request


class AnswerUnusable(BriefingError):
    """The model answered, and no answer could be used. The article may be left to the rules."""


@dataclass(frozen=True)
class _Answer:
    """A readable answer: the prompt that led to it, its letters, what it says."""

    prompt: Prompt
    reply: Reply
    reading: wire.Reading


class _TooLong(Exception):
    """The answer, or the question, did not fit."""


async def extract(
    article: Article,
    llm: LLM,
    prompts: Prompts,
    *,
    limits: Limits | None = None,
    engine: str = "",
    second_look: bool = True,
) -> Extraction:
    """Return what `llm` finds in `article` and the article proves.

    `engine` names the model in the result; by default the name that the server gave. Without
    `second_look` the result is not yet compared with the rules: `compare` does that, later and
    elsewhere, since it needs no model.
    """
    taken: list[Taken] = []
    model = ""
    for piece in split(article, prompts, limits or Limits()):
        for part, said_by in await _piece(piece, llm, prompts, MAX_HALVINGS):
            taken.append(part)
            model = said_by or model
    found = join(article, taken, engine or model or "model")
    if not second_look:
        return found
    await _let_others_ask()
    return compare(article, found)


def compare(article: Article, found: Extraction) -> Extraction:
    """Return what a model found with what only the rules see, and their summary if it has none."""
    by_rule = by_rules(article)
    summary, notes = found.summary, found.notes
    if summary is None and by_rule.summary is not None:
        summary = renamed(by_rule.summary, by_rule.findings, found.findings)
        notes = (*notes, "the summary was made by rules")
    omissions = tuple(finding for finding in by_rule.findings if _omitted(finding, found.findings))
    return found.model_copy(update={"omissions": omissions, "summary": summary, "notes": notes})


def by_rules(article: Article) -> Extraction:
    """Return what the rules find in `article` and the article proves."""
    claims = rules.read(article)
    findings = grounding.ground(article, claims)
    passage = grounding.fill(article, claims.summary, findings) if claims.summary else None
    kept = [finding for finding in findings if finding.proven]
    return Extraction(
        article_id=article.id,
        engine="rules",
        findings=tuple(kept),
        doubts=tuple(finding for finding in findings if not finding.proven),
        summary=renamed(passage, findings, kept) if isinstance(passage, Passage) else None,
    )


async def _piece(
    piece: Piece, llm: LLM, prompts: Prompts, halvings: int
) -> list[tuple[Taken, str]]:
    try:
        answer = await _readable(prompts.extraction(piece), llm, prompts)
    except _TooLong:
        halves = piece.halves()
        if not halves or not halvings:
            raise AnswerUnusable(
                f"the model's answer about {piece.article.source} does not fit, even in parts",
                hint="raise max_output_tokens and context_tokens, or take a model that thinks less",
            ) from None
        return [
            taken for half in halves for taken in await _piece(half, llm, prompts, halvings - 1)
        ]
    return [(await _proven(piece, answer, llm, prompts), answer.reply.model)]


async def _readable(prompt: Prompt, llm: LLM, prompts: Prompts) -> _Answer:
    """Ask until an answer can be read. Raises `_TooLong` and `AnswerUnusable`."""
    asked, why, cut = prompt, "", 0
    for _ in range(TRIES):
        reply = await llm.complete(asked)
        if reply.finish == "length":
            raise _TooLong
        if reply.finish in _FILTERED:
            why = "the server's content filter held the answer back"
            break
        try:
            return _Answer(asked, reply, wire.read(reply.text))
        except Unreadable as unreadable:
            why = str(unreadable)
            cut += unreadable.cut and bool(reply.text.strip())
            if cut == CUTS:  # a server that has a limit and does not say so
                raise _TooLong from None
            # What broke off is asked again as it was; what is wrong is shown to the model.
            asked = (
                prompt
                if unreadable.cut
                else prompts.repair(prompt, reply.text[:_MAX_ECHO_CHARS], why)
            )
    raise AnswerUnusable(
        f"no answer of the model could be used: {why}",
        hint="run again with --retry-failed to ask again, or take a larger model",
    )


async def _proven(piece: Piece, answer: _Answer, llm: LLM, prompts: Prompts) -> Taken:
    """Ground an answer, and let the model correct once what was refused."""
    await _let_others_ask()
    article, reading = piece.article, answer.reading
    taken = Taken(grounding.ground(article, reading.claims))
    if reading.faults:
        taken.notes.append(f"{len(reading.faults)} entries of the answer could not be read")
    filled = _fill(article, reading.claims.summary, taken.findings)
    echoed = [finding for finding in taken.findings if _echoes(finding, prompts)]
    refused = [
        finding for finding in taken.findings if not finding.proven and finding not in echoed
    ]
    if refused or isinstance(filled, str):
        problem = filled if isinstance(filled, str) else ""
        asked = prompts.again(answer.prompt, answer.reply.text, refused, problem)
        corrected = await _corrections(asked, llm)
        if corrected:
            claims = [claim for claim in corrected if claim.kind in LETTERS]
            _correct(taken.findings, refused, grounding.ground(article, claims))
            again = corrected.summary if isinstance(filled, str) else reading.claims.summary
            filled = _fill(article, again, taken.findings)
    if isinstance(filled, Passage):
        taken.passage = filled
    if echoed:
        taken.findings = [finding for finding in taken.findings if finding not in echoed]
        taken.notes.append(f"{len(echoed)} claims copied the prompt's example and were dropped")
    return taken


async def _let_others_ask() -> None:
    """Let waiting questions go out before work that keeps the processor busy.

    Answers come in bursts; without this the last of a burst is worked on before the first free
    place is taken again.
    """
    for _ in range(_PASSES):
        await asyncio.sleep(0)


async def _corrections(asked: Prompt, llm: LLM) -> Claims | None:
    reply = await llm.complete(asked)
    if reply.finish == "length":
        return None
    try:
        return wire.read(reply.text).claims
    except Unreadable:
        return None


def _correct(
    findings: list[Finding], refused: Sequence[Finding], corrected: Iterable[Finding]
) -> None:
    """Put each proven correction in the place of the refused claim that it mends.

    The one of the same sentence comes first, else the first of its kind. A correction that
    mends nothing is a new finding; one that repeats a finding, or fails again, changes nothing.
    """
    known = {content(finding.claim) for finding in findings if finding.proven}
    open_ = list(refused)
    for finding in corrected:
        if not finding.proven or content(finding.claim) in known:
            continue
        known.add(content(finding.claim))
        same_kind = [old for old in open_ if old.claim.kind == finding.claim.kind]
        same_kind.sort(key=lambda old: old.claim.sentence != finding.claim.sentence)
        if same_kind:
            open_.remove(same_kind[0])
            findings[findings.index(same_kind[0])] = finding
        else:
            findings.append(finding)


def _fill(article: Article, summary: str, findings: Sequence[Finding]) -> Passage | str | None:
    """Return the filled summary, the reason why it cannot be filled, or None for no summary."""
    if not summary:
        return None
    filled = grounding.fill(article, summary, findings)
    return filled if isinstance(filled, Passage) else filled.reason


def _omitted(by_rule: Finding, kept: Sequence[Finding]) -> bool:
    """Whether a figure or official that the rules proved is in none of the findings."""
    claim, mark = by_rule.claim, by_rule.evidence.mark
    if isinstance(claim, Official):
        return all(getattr(finding.claim, "name", None) != claim.name for finding in kept)
    if claim.kind != "figure" or mark is None:
        return False
    marks = [finding.evidence.mark for finding in kept]
    return not any(m and m.start < mark.end and mark.start < m.end for m in marks)


def _echoes(finding: Finding, prompts: Prompts) -> bool:
    """Whether an unproven claim repeats the prompt's example."""
    if finding.proven:
        return False
    names = ("raw", "name", "what", "action")
    return any(getattr(finding.claim, name, None) in prompts.echoes for name in names)
