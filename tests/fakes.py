"""Fakes and builders that several test modules share."""

from hashlib import sha256

from briefing.cleaning import sentences
from briefing.llm import Prompt, Reply
from briefing.records import Article, Dated, Piece, Span


def article(
    *paragraphs: str,
    title: str | None = None,
    published: Dated | None = None,
    region: tuple[str, ...] = (),
    headings: tuple[int, ...] = (),
) -> Article:
    """Build an article from ready paragraphs, as cleaning would leave them."""
    text = "\n".join(paragraphs)
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start=start, end=start + len(paragraph)))
        start += len(paragraph) + 1
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(
        id=digest[:16],
        source="test",
        title=title,
        published=published,
        region=region,
        text=text,
        paragraphs=tuple(spans),
        headings=headings,
        sentences=sentences.split(text),
        origin=(Piece(start=0, length=len(text), raw_start=0, raw_length=len(text)),),
        raw_sha256=digest,
        encoding="utf-8",
    )


class ScriptedLLM:
    """Answers from a script, remembers what it was asked, fails on a call too many.

    A reply is a text, a whole `Reply`, or an error to raise.
    """

    def __init__(self, *replies: str | Reply | Exception) -> None:
        self._replies = list(replies)
        self.asked: list[Prompt] = []

    async def complete(self, prompt: Prompt) -> Reply:
        self.asked.append(prompt)
        assert self._replies, f"unexpected call {len(self.asked)}: {prompt.user[:60]!r}"
        reply = self._replies.pop(0)
        if isinstance(reply, Exception):
            raise reply
        return Reply(text=reply, model="scripted") if isinstance(reply, str) else reply
