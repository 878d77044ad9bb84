"""HTML: one file that needs no network; a click on any fact shows its sentence in the source.

Every source stands in the file once, cleaned, each sentence with an id; marks are plain links to
them, so that all works without JavaScript. The script moves the source beside the fact, marks
the very words, switches to the raw page, searches and filters. A strict policy allows this
style and this script by their hashes and nothing else: no request, no inline handler.
"""

import base64
import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace

from markupsafe import Markup
from markupsafe import escape as markup_escape

from briefing.records import Article, Briefing, Finding, Row, Span
from briefing.render import Options
from briefing.render.charts import Chart
from briefing.render.environments import environment, fill
from briefing.render.plain import one_line, visible
from briefing.render.view import View

TEMPLATE = "weekly.html.j2"
STYLE, SCRIPT = "weekly.css", "weekly.js"


@dataclass(frozen=True)
class Place:
    """Where a row's words stand. Offsets count code points.

    `mark` are start and end of the copied words inside the sentence, `raw` those of the quote in
    the page; "" where there is nothing to mark.
    """

    source: int
    sentence: int
    mark: str = ""
    raw: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a source: its number, and its text already escaped."""

    number: int
    text: Markup


class Places:
    """Finds the place of every row of a briefing."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing

    def __getitem__(self, ref: str) -> Place | None:
        return self._by_ref.get(ref)

    @cached_property
    def _by_ref(self) -> dict[str, Place]:
        placed = ((row.ref, self._place(row.finding)) for row in _rows(self._briefing))
        return {ref: place for ref, place in placed if place is not None}

    @cached_property
    def _sources(self) -> dict[str, tuple[int, Article, list[int], bool]]:
        return {
            source.article.id: (
                source.number,
                source.article,
                [span.start for span in source.article.sentences],
                source.raw is not None and visible(source.raw) == source.raw,
            )
            for source in self._briefing.sources
        }

    def _place(self, finding: Finding) -> Place | None:
        evidence = finding.evidence
        known = self._sources.get(finding.article_id)
        if known is None or evidence.start is None or evidence.end is None:
            return None
        number, article, starts, has_raw = known
        span = evidence.mark
        start, end = (span.start, span.end) if span else (evidence.start, evidence.end)
        index = max(0, bisect_right(starts, start) - 1)
        sentence = article.sentences[index]
        text = sentence.of(article.text)
        mark = ""
        if start >= sentence.start and visible(text) == text:
            mark = f"{start - sentence.start}-{min(end, sentence.end) - sentence.start}"
        raw = f"{evidence.raw_start}-{evidence.raw_end}" if has_raw else ""
        return Place(number, index + 1, mark, raw if evidence.raw_start is not None else "")


def html(briefing: Briefing, options: Options) -> bytes:
    """Return the briefing as one HTML file in UTF-8."""
    env = environment(_escape, options.templates, {"verbatim": _verbatim, "drawing": _drawing})
    assert env.loader is not None
    view = View(briefing)
    style, script = (env.loader.get_source(env, name)[0] for name in (STYLE, SCRIPT))
    return fill(
        env,
        TEMPLATE,
        view,
        places=Places(briefing),
        regions=sorted({row.region for row in _rows(briefing) if row.region}),
        sentences=_sentences,
        script_words=_words(view.t),
        style=Markup(style),  # noqa: S704 - shipped, or the user's own file
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
    ).encode()


def _rows(briefing: Briefing) -> Iterator[Row]:
    b = briefing
    yield from (*b.figures, *b.officials, *b.targets, *b.next_steps, *b.shortfalls)
    yield from (*b.doubts, *b.omissions)
    for conflict in b.conflicts:
        yield from conflict.rows
    for league in b.leagues:
        yield from league.rows


def _sentences(article: Article, paragraph: Span) -> list[Sentence]:
    """Return the sentences of a paragraph with their numbers, from 1 through the article."""
    starts = [span.start for span in article.sentences]
    first = bisect_left(starts, paragraph.start)
    last = bisect_left(starts, paragraph.end)
    found = enumerate(article.sentences[first:last], first + 1)
    return [Sentence(number, _exact(span.of(article.text))) for number, span in found]


def _words(t: SimpleNamespace) -> Markup:
    """Return the words that the script writes, as JSON that cannot end its element."""
    words = {
        "raw": t.show_raw,
        "clean": t.show_clean,
        "count": t.shown,
        "auto": t.theme_auto,
        "light": t.theme_light,
        "dark": t.theme_dark,
    }
    return Markup(json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704


def _exact(text: str) -> Markup:
    """Return a sentence letter for letter, escaped; offsets count in it."""
    return markup_escape(visible(text))


def _escape(value: object) -> Markup:
    if isinstance(value, Markup):
        return value
    return markup_escape("" if value is None else one_line(str(value)))


def _verbatim(value: str) -> Markup:
    """Return text with its line feeds, escaped; a page's own line ends become plain ones."""
    return markup_escape(visible(value.replace("\r\n", "\n").replace("\r", "\n")))


def _drawing(chart: Chart) -> Markup:
    """Return a picture as an element of the page; its words are escaped already."""
    return Markup(chart.svg)  # noqa: S704


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()
