"""Cleaning: from any page to clean articles, with every character traceable.

In:  a `Raw`: bytes as found, with what is known of their type, address and day.
Out: `Cleaned`: the articles in it, or the reasons why there are none.

Pure: no files, no clock, no network. Text is only ever deleted or joined; nothing is written
that the page does not say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.cleaning import assemble, pages, relevance
from briefing.cleaning.encodings import decode
from briefing.cleaning.formats import linear_of
from briefing.records import Article, Raw, Skip

__all__ = ["Cleaned", "clean", "decode", "text_of"]


@dataclass(frozen=True)
class Cleaned:
    """What was made of one page. Raw offsets of the articles count in `page`."""

    articles: tuple[Article, ...] = ()
    skips: tuple[Skip, ...] = ()
    page: str = field(default="", repr=False)


def clean(raw: Raw, *, sites: Mapping[str, int] = {}) -> Cleaned:
    """Return the articles of a page, or one skip with the reason.

    `sites` tells how many articles of the same site hold a line, as `sites.learn` counts them;
    such lines are furniture. Never raises for bad input.
    """
    found = linear_of(raw)
    if isinstance(found, str):
        return _skipped(raw, found)
    linear, encoding, notes = found
    if linear.problem:
        return _skipped(raw, linear.problem, linear.page)
    page = pages.read(
        linear,
        sites,
        marked=raw.media == "text/markdown",
        whole=encoding in ("docx", "pdf"),
    )
    if reason := relevance.problem(page, laid_out=bool(linear.blocks)):
        return _skipped(raw, reason, linear.page)
    origin = assemble.Origin(raw, encoding, notes)
    made = assemble.articles(origin, linear, page)
    if not made:
        return _skipped(raw, "no_article", linear.page)
    return Cleaned(articles=tuple(made), page=linear.page)


def text_of(raw: Raw) -> str:
    """Return a page's text before anything is dropped: what `sites.learn` counts lines in."""
    found = linear_of(raw)
    return "" if isinstance(found, str) else found[0].text


def _skipped(raw: Raw, reason: str, page: str = "") -> Cleaned:
    return Cleaned(skips=(Skip(source=raw.source, stage="clean", reason=reason),), page=page)
