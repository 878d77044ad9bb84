"""Turn a decoded HTML page into linear text with the article marked in it.

In:  the page as text (decoding is done before). Out: a `Linear`, see there for how to use it.

No parser keeps the place of characters, and the place is what a quote is checked with; so one pass
of our own tokenizer does all. Work is linear in the length of the page.
"""

import re
from dataclasses import replace

from briefing.cleaning import html_data, html_main, html_meta
from briefing.cleaning import html_marks as marks
from briefing.cleaning.html_reader import parse
from briefing.cleaning.html_tables import join_rows, part_stamps
from briefing.cleaning.html_text import Writer
from briefing.cleaning.html_tree import Tree
from briefing.cleaning.linear import BODY, Block, Linear

__all__ = ["Linear", "linear"]

_RUNS = frozenset(
    {"links", "related", "aside", "comment", "share", "ad", "tags", "search", "login"}
)
_LABEL = re.compile(r"[\[【][^\]】]{1,10}[\]】]\s*(?=\S)")


def linear(html: str) -> Linear:
    """Return the linear text of a page, its blocks with their roles, and what it says of itself.

    A page whose article is hidden by style until a script shows it, or stands in the data of a
    script only, is read from there. Where that fails too, `problem` says why.
    """
    page, tree = _read(html)
    if page.problem is None and page.confidence > 0.3:
        return page
    found = html_data.find(html, tree.scripts)
    if found and found.prose > 1.5 * page.confidence * 120:
        notes = ("the article stands in the data of a script",)
        return replace(
            page, text=found.text, pieces=found.pieces, blocks=found.blocks, problem=None,
            confidence=0.5, notes=notes, dropped=(),
            hints=(*html_meta.data_hints(html, found.start, found.end, found.body), *page.hints),
        )  # fmt: skip
    if page.problem:
        shown, _ = _read(html, keep_hidden=True)
        if shown.problem is None and shown.confidence > 0.5:
            return replace(shown, notes=("the article is hidden until a script shows it",))
    return page


def _read(html: str, *, keep_hidden: bool = False) -> tuple[Linear, Tree]:
    tree = parse(html, keep_hidden=keep_hidden)
    join_rows(tree)
    part_stamps(tree, html)
    writer = Writer(html)
    tree.lines = [line for line in tree.lines if writer.write(line)]
    text = "".join(writer.out)
    if marks.is_traditional(text):
        for line in tree.lines:
            line.key = marks.simplified(line.text[:200])
    hints = html_meta.hints(html, tree)
    title = next((hint.value for hint in hints if hint.name == "title"), "")
    choice = html_main.choose(tree, title)
    problem = _problem(tree, choice)
    page = Linear(
        page=html,
        text=text,
        pieces=tuple(writer.pieces),
        blocks=tuple(_blocks(tree, choice, title, keep_body=problem is None)),
        hints=tuple(hints),
        dropped=tuple(tree.dropped),
        problem=problem,
        confidence=0.0 if problem else choice.confidence,
    )
    return page, tree


def _blocks(tree: Tree, choice: html_main.Choice, title: str, *, keep_body: bool) -> list[Block]:
    """Return a block for each line, but one for a run of lines that are furniture of one kind."""
    made: list[Block] = []
    before = ""  # role of the run that may go on
    for line, role, part in zip(tree.lines, choice.roles, choice.parts, strict=True):
        if not keep_body and role in BODY:
            role = "other"
        runs = role in _RUNS or (role == "nav" and line.links > 0.6 * len(line.text))
        if runs and role == before:
            last = made[-1]
            made[-1] = Block(
                last.start,
                line.end,
                role,
                last.tag,
                last.path,
                last.link_chars + line.links,
                last.part,
            )
            continue
        before = role if runs else ""
        start = line.start + (_label(line.text, title) if role == "title" else 0)
        made.append(
            Block(
                start, line.end, role, tree.tags[line.node], tree.sigs[line.node], line.links, part
            )
        )
    return made


def _label(text: str, title: str) -> int:
    """Return the length of a forum's label before a title, [求助], which the page's own title lacks."""
    match = _LABEL.match(text)
    return match.end() if match and text[match.end() :] in title else 0


def _problem(tree: Tree, choice: html_main.Choice) -> str | None:
    """Return why a page has no article, None when it has one."""
    if choice.prose >= 30:
        return None
    size = sum(len(line.text) for line in tree.lines)
    links = sum(line.links for line in tree.lines)
    if choice.listing or (links > 0.4 * size and links > 400):
        return "index_page"
    plain = " ".join(line.text for line in tree.lines if line.links < len(line.text))[:2000]
    for reason, form in marks.PROBLEMS.items():
        if form.search(plain):
            return reason
    if links > 0.4 * size and links > 60:
        return "index_page"
    if size < 400 and sum(end - start for _, start, end in tree.scripts) > 200:
        return "needs_render"
    return "no_article" if size else "empty"
