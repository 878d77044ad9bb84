"""Write what the model is told.

    prompts = Prompts.of(resources.prompt_texts("zh", settings.prompts))
    [part] = prompting.split(article, prompts, Limits())
    prompt = prompts.extraction(part)

In: the texts of the prompt files and an article. Out: `Prompt`s. The system text comes first
and is the same, byte for byte, for every article, so that servers cache it; the article
follows as numbered sentences. Pure: the files are read elsewhere.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from jinja2 import StrictUndefined
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment

from briefing.asking import wire
from briefing.errors import TemplateError
from briefing.llm import Prompt
from briefing.records import Article, Finding

# Tokens a character of cleaned Chinese: 0.75 measured under o200k_base, with margin.
TOKENS_PER_CHAR = 0.85
_LINE_TOKENS = 4  # a sentence's [number] and line end
_OVERHEAD_TOKENS = 40  # roles and separators of the chat format
_LABELS = {
    "figure": "figures",
    "official": "officials",
    "target": "targets",
    "next_step": "next_steps",
    "shortfall": "shortfalls",
}


@lru_cache(maxsize=64)  # the static part is counted with every call
def tokens(text: str) -> int:
    """Return an estimate of the tokens of `text`, rather too many than too few.

    Han characters count 0.85 each; ASCII, of which the schema is made, about three a token.
    """
    ascii_chars = len(text.encode("ascii", "ignore"))
    return int((len(text) - ascii_chars) * TOKENS_PER_CHAR + ascii_chars / 3) + 1


@dataclass(frozen=True)
class Limits:
    """What one call may hold, in tokens: the context window, and the answer alone.

    `count` counts the tokens of a text; the default estimates them.
    """

    context_tokens: int = 16_000
    max_output_tokens: int = 4_096
    count: Callable[[str], int] = field(default=tokens, compare=False)


@dataclass(frozen=True)
class Piece:
    """Sentences `first` to `last` of an article, counted from 1: what one call asks about."""

    article: Article
    first: int
    last: int
    part: int = 1
    parts: int = 1

    @property
    def sentences(self) -> list[tuple[int, str]]:
        """Number and text of each sentence; a line feed inside one becomes a space."""
        return [
            (number, self.article.sentence(number).replace("\n", " "))
            for number in range(self.first, self.last + 1)
        ]

    def halves(self) -> "tuple[Piece, Piece] | None":
        """Return the piece cut in two after its middle sentence, None for a single one."""
        if self.first == self.last:
            return None
        middle = (self.first + self.last) // 2
        return replace(self, last=middle), replace(self, first=middle + 1)


@dataclass(frozen=True)
class Prompts:
    """The loaded prompts of one language. `texts` are the files by name."""

    texts: Mapping[str, str]
    _templates: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> "Prompts":
        """Load prompts and try each once. Raises `TemplateError` naming file and line."""
        prompts = cls(dict(texts))
        _ = prompts.system
        return prompts

    @cached_property
    def hash(self) -> str:
        """Sixteen hex digits that change with any prompt or with the schema."""
        whole = json.dumps([sorted(self.texts.items()), wire.SCHEMA], ensure_ascii=False)
        return hashlib.sha256(whole.encode()).hexdigest()[:16]

    @cached_property
    def system(self) -> str:
        """The static part: rules, form of the answer, and example."""
        pairs = list(enumerate(self._example["sentences"], 1))
        answer = json.dumps(self._example["answer"], ensure_ascii=False)
        schema = json.dumps(wire.SCHEMA, ensure_ascii=False, separators=(",", ":"))
        return self._render(
            "system.md.j2",
            form=wire.FORM,
            schema=schema,
            example={"sentences": pairs, "answer": answer},
        )

    @cached_property
    def system_tokens(self) -> int:
        """What the static part costs of every context window, estimated."""
        return tokens(self.system)

    def extraction(self, piece: Piece) -> Prompt:
        """Return the question about one piece of an article."""
        article = piece.article
        user = self._render(
            "article.md.j2",
            title=article.title,
            published=article.published.first.isoformat() if article.published else None,
            part=piece.part,
            parts=piece.parts,
            sentences=piece.sentences,
        )
        return Prompt(system=self.system, user=user, schema=wire.SCHEMA)

    def repair(self, prompt: Prompt, answer: str, problem: str) -> Prompt:
        """Return the next turn after an answer that could not be read."""
        turn = (answer, self._render("repair.md.j2", problem=problem))
        return replace(prompt, turns=(*prompt.turns, turn))

    def again(
        self, prompt: Prompt, answer: str, refused: Iterable[Finding], summary_problem: str = ""
    ) -> Prompt:
        """Return the next turn that asks for corrections of refused claims, with the reasons."""
        items = [
            {
                "label": _LABELS[finding.claim.kind],
                "sentence": finding.claim.sentence,
                "text": _copied(finding),
                "reason": finding.evidence.note or finding.evidence.verdict.value,
            }
            for finding in refused
        ]
        turn = (answer, self._render("again.md.j2", refused=items, summary_problem=summary_problem))
        return replace(prompt, turns=(*prompt.turns, turn))

    @cached_property
    def echoes(self) -> frozenset[str]:
        """What the example's claims copy: a claim that says it again copied the prompt."""
        claims = wire.read(json.dumps(self._example["answer"], ensure_ascii=False)).claims
        return frozenset(
            text
            for claim in claims
            for name in ("raw", "name", "what", "action")
            if (text := getattr(claim, name, None))
        )

    @cached_property
    def _example(self) -> dict[str, Any]:
        try:
            example = json.loads(self.texts["example.json"])
            sentences, answer = example["sentences"], example["answer"]
        except (KeyError, ValueError, TypeError) as error:
            raise TemplateError(
                f"the prompt example.json cannot be used: {error!r}",
                hint="it needs `sentences`, a list of texts, and `answer`, an object",
            ) from error
        return {"sentences": list(sentences), "answer": answer}

    def _render(self, name: str, **names: Any) -> str:
        try:
            template = self._templates.get(name)
            if template is None:
                if name not in self.texts:
                    raise TemplateError(
                        f"the prompt {name} is missing", hint="restore it from the shipped prompts"
                    )
                template = self._templates[name] = _ENVIRONMENT.from_string(self.texts[name])
            return str(template.render(**names)).strip()
        except JinjaError as error:
            line = getattr(error, "lineno", None)
            raise TemplateError(
                f"the prompt {name}{f', line {line}' if line else ''}: {error}",
                hint="prompts/README.md lists the names each prompt may use",
            ) from error


# Nothing is escaped: what is written is plain text for a model, not markup.
_ENVIRONMENT = SandboxedEnvironment(
    undefined=StrictUndefined, autoescape=False, trim_blocks=False, keep_trailing_newline=False
)
_ENVIRONMENT.globals.clear()


def split(article: Article, prompts: Prompts, limits: Limits) -> list[Piece]:
    """Return the pieces to ask about, one where the article fits.

    A piece leaves room for the static part and a whole answer, and holds no more text than an
    answer of the allowed length can list facts from: an answer needs about as many tokens as
    the text it copies from.
    """
    static = limits.count(prompts.system)
    last = len(article.sentences)
    room = limits.context_tokens - static - limits.max_output_tokens
    room = max(200, min(room - 2 * _OVERHEAD_TOKENS, limits.max_output_tokens))
    if tokens(article.text) + _LINE_TOKENS * last <= room:  # the estimate is rather too high
        return [Piece(article, 1, last)]
    starts: list[int] = [1]
    used = 0
    for number in range(1, last + 1):
        cost = limits.count(article.sentence(number)) + _LINE_TOKENS
        if used and used + cost > room:
            starts.append(number)
            used = 0
        used += cost
    ends = [start - 1 for start in starts[1:]] + [last]
    return [
        Piece(article, first, last, part, len(starts))
        for part, (first, last) in enumerate(zip(starts, ends, strict=True), 1)
    ]


def cost(prompt: Prompt, count: Callable[[str], int] = tokens) -> int:
    """Return the tokens that sending `prompt` costs, by `count` or the estimate."""
    turns: Sequence[str] = [text for turn in prompt.turns for text in turn]
    return sum(map(count, (prompt.system, prompt.user, *turns))) + _OVERHEAD_TOKENS


def _copied(finding: Finding) -> str:
    claim = finding.claim
    names = ("raw", "name", "what", "action")
    return next((text for name in names if (text := getattr(claim, name, None))), "")
