"""Let a model write the summary of a period, from rows alone, and take it only if it is safe.

In:  a composed briefing and the texts of the prompts. Out: the briefing, its summary told by
     the model, or the reason why two replies cannot be used: then the template's stays.

The model sees the rows as slots and answers with sentences that hold slots. What a slot
prints is put in by code: whose figure, which indicator and how much, or title and name.
Between slots only connectives may stand (`connectives`): a sentence with any other word, an
unknown slot, two slots side by side, or no slot at all makes the whole reply unusable.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from jinja2 import StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from briefing.errors import BriefingError, TemplateError
from briefing.grounding.connectives import foreign
from briefing.llm import LLM, Prompt
from briefing.records import Briefing, Part, Passage, Row
from briefing.weeks import wording

SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "properties": {"sentences": {"type": "array", "items": {"type": "string"}}},
    "required": ["sentences"],
    "additionalProperties": False,
}
_OFFERED = (
    ("figures", 14),
    ("officials", 8),
    ("targets", 10),
    ("next_steps", 6),
    ("shortfalls", 6),
)
_TROUBLES = re.compile(r"问题|困难|短板|不足|problem|issue", re.IGNORECASE)
_PLANS = re.compile(
    r"目标|任务|计划|安排|下一|今后|后续|target|task|plan|promise|next", re.IGNORECASE
)
_LONGEST = 2_000  # characters of a sentence beyond which a reply is noise
_MOST = 30  # sentences
_MAX_ECHO_CHARS = 4_000  # of an unusable reply that goes back with the reason
_SLOT = re.compile(r"\{\{\s*([FOTNS]\d{1,5})\s*\}\}")


class SummaryUnusable(BriefingError):
    """The model wrote a summary, and none that could be taken."""


@dataclass(frozen=True)
class Unusable:
    """Why a reply is not taken, in words for the model."""

    reason: str


def offered(briefing: Briefing) -> dict[str, Row]:
    """Return the rows that the model may name, by ref: the most important of each kind."""
    return {row.ref: row for kind, most in _OFFERED for row in getattr(briefing, kind)[:most]}


def prompt(briefing: Briefing, texts: Mapping[str, str]) -> Prompt:
    """Return the question. `texts` are the prompt files of the briefing's language by name.

    Raises `TemplateError` when week-system.md.j2 or week.md.j2 is missing or wrong.
    """
    rows = [
        {"slot": ref, "text": wording.line(row), "region": row.region, "topic": row.topic}
        for ref, row in offered(briefing).items()
    ]
    return Prompt(
        system=_render(texts, "week-system.md.j2"),
        user=_render(texts, "week.md.j2", rows=rows, period=briefing.period.name),
        schema=SCHEMA,
        schema_name="summary",
    )


def again(asked: Prompt, reply: str, problem: Unusable, texts: Mapping[str, str]) -> Prompt:
    """Return the next turn after a reply that cannot be used."""
    turn = (reply, _render(texts, "week-again.md.j2", problem=problem.reason))
    return replace(asked, turns=(*asked.turns, turn))


def take(reply: str, briefing: Briefing) -> tuple[Passage, ...] | Unusable:
    """Return the passages of a reply, or why it cannot be used."""
    try:
        answer = json.loads(_json(reply))
        sentences = answer["sentences"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return Unusable('the answer is not {"sentences": [...]}')
    if not isinstance(sentences, list) or not 1 <= len(sentences) <= _MOST:
        return Unusable("`sentences` is not a list of 1 to 30 texts")
    rows = offered(briefing)
    passages = []
    for sentence in sentences:
        if not isinstance(sentence, str) or len(sentence) > _LONGEST:
            return Unusable("a sentence is no text or too long")
        passage = _passage(sentence, rows)
        if isinstance(passage, Unusable):
            return passage
        passages.append(passage)
    return tuple(passages)


async def write(briefing: Briefing, llm: LLM, texts: Mapping[str, str]) -> Briefing:
    """Return the briefing with the model's summary, or as it is when no row can be told.

    A reply that ran into the length limit is not asked for again: a summary is short, and a
    model that does not end it once will not the next time. Raises `SummaryUnusable`, and what
    `llm` raises: `ModelUnavailable`, `BudgetReached`.
    """
    if not offered(briefing):
        return briefing
    asked, problem = prompt(briefing, texts), ""
    for _ in range(2):
        reply = await llm.complete(asked)
        if reply.finish == "length":
            raise SummaryUnusable("the model's summary ran into the length limit")
        taken = take(reply.text, briefing)
        if not isinstance(taken, Unusable):
            return briefing.model_copy(update={"summary": taken})
        problem = taken.reason
        asked = again(asked, reply.text[:_MAX_ECHO_CHARS], taken, texts)
    raise SummaryUnusable(f"no summary of the model could be used: {problem}")


def _passage(sentence: str, rows: Mapping[str, Row]) -> Passage | Unusable:
    parts: list[Part] = []
    cites: list[str] = []
    end = 0
    for match in _SLOT.finditer(sentence):
        row = rows.get(match[1])
        if row is None:
            return Unusable(f"there is no slot {{{{{match[1]}}}}}")
        if match.start() > end:
            parts.append(Part(text=sentence[end : match.start()]))
        parts.append(Part(text=wording.line(row), ref=row.ref))
        cites.extend(row.cites)
        end = match.end()
    if end < len(sentence):
        parts.append(Part(text=sentence[end:]))
    between = [part.text for part in parts if part.ref is None]
    if any(one.ref and two.ref for one, two in pairwise(parts)):
        return Unusable(f"two slots stand side by side: {sentence[:60]!r}")
    if problem := next(filter(None, map(foreign, between)), ""):
        return Unusable(f"{problem} is not a plain linking word: {sentence[:60]!r}")
    if problem := next(filter(None, map(_misnamed, re.split(r"[；;。]", sentence))), ""):
        return Unusable(f"{problem}: {sentence[:60]!r}")
    if not cites:
        return Unusable(f"a sentence has no slot: {sentence[:60]!r}")
    return Passage(parts=tuple(parts), cites=tuple(dict.fromkeys(cites)))


def _misnamed(words: str) -> str:
    """Return what is called a target or a problem and is none, "" when names and slots agree."""
    for named, letters in ((_TROUBLES, "S"), (_PLANS, "TN")):
        wrong = [slot for slot in _SLOT.findall(words) if slot[0] not in letters]
        if wrong and (found := named.search(_SLOT.sub("", words))):
            return f"{found[0]!r} is said of {wrong[0]}, which is another kind of row"
    return ""


def _json(reply: str) -> str:
    """Return the outermost object of a reply that may stand in a fence or between words."""
    start, end = reply.find("{"), reply.rfind("}")
    return reply[start : end + 1] if 0 <= start < end else reply


_ENVIRONMENT = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
_ENVIRONMENT.globals.clear()


def _render(texts: Mapping[str, str], name: str, **names: Any) -> str:
    try:
        return str(_ENVIRONMENT.from_string(texts[name]).render(**names)).strip()
    except KeyError as error:
        raise TemplateError(
            f"the prompt {name} is missing", hint="restore it from the shipped prompts"
        ) from error
    except JinjaError as error:
        raise TemplateError(
            f"the prompt {name}: {error}", hint="prompts/README.md lists the names it may use"
        ) from error
